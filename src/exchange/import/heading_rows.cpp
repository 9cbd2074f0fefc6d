// Finds the rows of a table that have its headings.
#include <algorithm>
#include <array>
#include <set>

#include "exchange/import/cells.hpp"
#include "exchange/import/headings.hpp"

namespace probity::detail {
namespace {

using Row = std::vector<std::string>;

// A heading is short: texts above a table cost nothing. In bytes.
constexpr std::size_t longest_heading = 120;

/// The fields that headings name, and how many columns they name, those that are passed over too.
struct Named {
    std::set<SheetField> fields = {};
    std::size_t columns = 0;
};

Named named_by(SheetKind kind, const Row& headings) {
    Named out;
    for (const std::string& heading : headings) {
        if (heading.size() > longest_heading) continue;
        const auto field = field_of(kind, heading);
        if (field) out.fields.insert(*field);
        if (field || aside_of(kind, heading)) ++out.columns;
    }
    return out;
}

/// Whether a heading says little alone: 부서 under 협조부서 is no owner.
bool is_general(std::string_view heading) {
    constexpr auto general = std::to_array<std::string_view>(
        {"부서", "부서명", "번호", "명", "과제", "밴드", "unit", "department", "id", "title"});
    const std::string key = heading_key(heading);
    return std::find(general.begin(), general.end(), key) != general.end();
}

/// A column under a heading that stands over several: 과제 over 번호 is 과제번호, 추진일정 over 기한 is
/// 기한.
std::string joined(SheetKind kind, const std::string& upper, const std::string& lower) {
    std::string both = upper + " " + lower;
    if (both.size() <= longest_heading && field_of(kind, both)) return both;
    const auto field = field_of(kind, lower);
    if (is_general(lower) && (!field || field != field_of(kind, upper))) return both;
    return lower;
}

/// The headings of two rows, of which the lower has the parts of what stands over several columns;
/// none if they are no such rows.
std::optional<Row> joined(SheetKind kind, const Row& upper, const Row& lower) {
    const auto text = [](const Row& row, std::size_t i) {
        return i < row.size() ? clean(row[i]) : std::string();
    };
    const std::size_t width = std::max(upper.size(), lower.size());
    Row out;
    std::string over;
    bool has_parts = false, is_known = false;
    for (std::size_t i = 0; i < width; ++i) {
        const std::string above = text(upper, i), below = text(lower, i);
        if (!above.empty()) over = above;
        if (below.empty() || below == above) {
            out.push_back(above);
            continue;
        }
        const bool spreads = above.empty() || (i + 1 < width && text(upper, i + 1).empty());
        if (over.empty()) return std::nullopt;
        has_parts = true;
        if (below.size() > longest_heading) {
            if (!spreads) return std::nullopt;
            out.push_back(lower[i]);
            continue;
        }
        const std::string heading = joined(kind, over, below);
        out.push_back(heading == below ? lower[i] : heading);
        const auto field = field_of(kind, heading);
        const bool is_heading = field || aside_of(kind, below);
        // A record has its fields below their headings.
        const auto other = field_of(kind, over);
        const bool is_part = !field || !other || field == other || heading != below;
        if (!(spreads || is_heading) || !is_part) return std::nullopt;
        is_known = is_known || is_heading;
    }
    return has_parts && is_known ? std::optional(out) : std::nullopt;
}

}  // namespace

std::optional<HeadingRows> heading_rows(SheetKind kind, const std::vector<Row>& rows) {
    std::optional<HeadingRows> best;
    const auto offer = [&](std::size_t place, std::size_t height, const Row& headings,
                           const std::set<SheetField>& fields) {
        const bool likely =
            fields.size() >= 3 || (fields.size() == 2 && fields.contains(SheetField::id));
        if (!likely || (best && fields.size() < best->known)) return;
        // Of two rows that name as many, one that stands over its parts is more than the upper alone.
        const bool goes_on = best && height > 1 && best->place == place && best->height == 1;
        if (best && fields.size() == best->known && !goes_on) return;
        const bool complete =
            fields.contains(SheetField::id) &&
            (fields.contains(SheetField::title) || !is_needed(kind, SheetField::title));
        best = {place, height, headings, fields.size(), complete};
    };
    std::vector<Named> named;
    for (const Row& row : rows) named.push_back(named_by(kind, row));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        offer(i, 1, rows[i], named[i].fields);
        if (i + 1 == rows.size()) break;
        const auto both = joined(kind, rows[i], rows[i + 1]);
        if (!both) continue;
        // A title above the headings adds nothing to them.
        const Named &upper = named[i], &lower = named[i + 1];
        const Named together = named_by(kind, *both);
        if (together.fields.size() >= std::max(lower.fields.size(), upper.fields.size()) &&
            together.columns > lower.columns) {
            offer(i, 2, *both, together.fields);
        }
    }
    return best;
}

bool names_any(SheetKind kind, const Row& cells) { return !named_by(kind, cells).fields.empty(); }

}  // namespace probity::detail
