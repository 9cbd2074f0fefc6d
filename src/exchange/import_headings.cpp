#include "exchange/import_headings.hpp"

#include <algorithm>
#include <array>

#include "date/text.hpp"
#include "programme/check_parts.hpp"

namespace probity::detail {
namespace {

struct Heading {
    Field field;
    std::string_view name;
};

// The first name of a field is the one that is suggested for it, the second its Korean one.
constexpr std::array task_headings{
    Heading{Field::id, "id"},
    Heading{Field::id, "과제번호"},
    Heading{Field::id, "번호"},
    Heading{Field::kind, "kind"},
    Heading{Field::kind, "구분"},
    Heading{Field::kind, "과제구분"},
    Heading{Field::title, "title"},
    Heading{Field::title, "과제명"},
    Heading{Field::title_en, "title_en"},
    Heading{Field::title_en, "영문명"},
    Heading{Field::owner, "owner"},
    Heading{Field::owner, "담당부서"},
    Heading{Field::band, "band"},
    Heading{Field::band, "밴드"},
    Heading{Field::risk_area, "risk_area"},
    Heading{Field::risk_area, "부패취약분야"},
    Heading{Field::risk_area, "취약분야"},
    Heading{Field::due, "due"},
    Heading{Field::due, "기한"},
    Heading{Field::weight, "weight"},
    Heading{Field::weight, "가중치"},
    Heading{Field::depends_on, "depends_on"},
    Heading{Field::depends_on, "선행과제"},
    Heading{Field::indicators, "indicators"},
    Heading{Field::indicators, "지표"},
    Heading{Field::indicators, "평가지표"},
    Heading{Field::proposed, "proposed"},
    Heading{Field::proposed, "제안일"},
};
constexpr std::array band_headings{
    Heading{Field::id, "id"},
    Heading{Field::id, "밴드번호"},
    Heading{Field::id, "번호"},
    Heading{Field::title, "title"},
    Heading{Field::title, "밴드명"},
    Heading{Field::title, "밴드"},
    Heading{Field::title_en, "title_en"},
    Heading{Field::title_en, "영문명"},
    Heading{Field::units, "units"},
    Heading{Field::units, "소속부서"},
    Heading{Field::units, "부서"},
};

std::span<const Heading> headings_of(SheetKind sheet) {
    if (sheet == SheetKind::bands) return band_headings;
    return task_headings;
}

struct KindName {
    TaskKind kind;
    std::string_view name;
};
constexpr std::array kind_names{
    KindName{TaskKind::practice_task, "practice_task"},
    KindName{TaskKind::improvement_measure, "improvement_measure"},
    KindName{TaskKind::action_item, "action_item"},
    KindName{TaskKind::practice_task, "실천과제"},
    KindName{TaskKind::improvement_measure, "개선대책"},
    KindName{TaskKind::action_item, "실행과제"},
};

/// A name without what does not matter in it.
std::string folded(std::string_view name) {
    std::string out;
    for (const char c : clean(name)) {
        if (c == ' ' || c == '_' || c == '-' || c == '*') continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return out;
}

/// Tasks need a title; bands may go by their ids.
bool is_needed(SheetKind sheet, Field field) {
    return field == Field::id || (field == Field::title && sheet == SheetKind::tasks);
}

std::vector<std::string> heading_names(SheetKind sheet) {
    std::vector<std::string> out;
    for (const Heading& heading : headings_of(sheet)) out.emplace_back(heading.name);
    return out;
}

/// Each field's names in Korean and in English.
Text allowed_headings(SheetKind sheet) {
    std::string out;
    std::optional<Field> last;
    for (const Heading& heading : headings_of(sheet)) {
        if (!out.empty()) out += last == heading.field ? "/" : ", ";
        out += heading.name;
        last = heading.field;
    }
    return {out, out};
}

std::string_view name_of(SheetKind sheet, Field field) {
    const auto headings = headings_of(sheet);
    return std::find_if(headings.begin(), headings.end(),
                        [&](const Heading& heading) { return heading.field == field; })
        ->name;
}

}  // namespace

std::optional<Field> field_of(SheetKind sheet, std::string_view heading) {
    const std::string wanted = folded(heading);
    for (const Heading& known : headings_of(sheet)) {
        if (folded(known.name) == wanted) return known.field;
    }
    return std::nullopt;
}

std::optional<TaskKind> task_kind_of(std::string_view name) {
    const std::string wanted = folded(name);
    for (const KindName& known : kind_names) {
        if (folded(known.name) == wanted) return known.kind;
    }
    return std::nullopt;
}

std::vector<std::string> task_kind_names() {
    std::vector<std::string> out;
    for (const KindName& known : kind_names) out.emplace_back(known.name);
    return out;
}

Table::Table(const Sheet& sheet, Faults& faults) : sheet_(&sheet) {
    const auto says_nothing = [](const std::string& cell) { return clean(cell).empty(); };
    for (const SheetRow& row : sheet.rows) {
        if (!std::all_of(row.cells.begin(), row.cells.end(), says_nothing)) rows_.push_back(&row);
    }
    for (std::size_t i = 0; i < sheet.headings.size(); ++i) read_heading(i, faults);
    for (const Field needed : {Field::id, Field::title}) {
        if (has(needed) || !is_needed(sheet.kind, needed)) continue;
        const std::string name(name_of(sheet.kind, needed));
        faults.add(head(), "",
                   {"'" + name + "' 열이 없습니다", "the column '" + name + "' is missing"},
                   allowed_headings(sheet.kind));
    }
}

void Table::read_heading(std::size_t column, Faults& faults) {
    const std::string heading = clean(sheet_->headings[column]);
    const CellPlace place{sheet_->kind, row_of_heading(column), heading, column};
    if (heading.empty()) {
        const bool used = std::any_of(rows_.begin(), rows_.end(), [&](const SheetRow* row) {
            return column < row->cells.size() && !clean(row->cells[column]).empty();
        });
        if (used) {
            const std::string number = std::to_string(column + 1);
            faults.add(place, "",
                       {number + "번째 열에 제목이 없습니다",
                        "column " + number + " has cells and no heading"});
        }
        return;
    }
    std::optional<Field> field = field_of(sheet_->kind, heading);
    if (!field) {
        faults.add(place, heading, {"알 수 없는 열 제목입니다", "is no heading"},
                   allowed_headings(sheet_->kind), heading_names(sheet_->kind));
        // Read as what was probably meant, so that one mistake is one fault.
        field = field_of(sheet_->kind, faults.suggestion());
        if (!field || has(*field)) return;
    }
    std::size_t& place_of_field = columns_[static_cast<std::size_t>(*field)];
    if (place_of_field != no_column) {
        const std::string first = clean(sheet_->headings[place_of_field]);
        faults.add(place, heading,
                   {"'" + first + "' 열과 같은 뜻입니다", "means the same as '" + first + "'"},
                   {"뜻이 다른 열 제목", "each column once"});
        return;
    }
    place_of_field = column;
}

int Table::row_of_heading(std::size_t column) const {
    if (sheet_->heading_row > 0) return sheet_->heading_row;
    // The keys stand in the rows.
    const auto first = std::find_if(rows_.begin(), rows_.end(), [&](const SheetRow* row) {
        return column < row->cells.size() && !row->cells[column].empty();
    });
    return first == rows_.end() ? 1 : (*first)->number;
}

CellPlace Table::place(const SheetRow& row, Field field) const {
    const std::size_t number = column(field);
    if (number == no_column) {
        return {sheet_->kind, row.number, std::string(name_of(sheet_->kind, field)), 0};
    }
    return {sheet_->kind, row.number, clean(sheet_->headings[number]), number};
}

std::string_view Table::raw(const SheetRow& row, Field field) const {
    const std::size_t number = column(field);
    if (number == no_column || number >= row.cells.size()) return {};
    return row.cells[number];
}

std::string Table::cell(const SheetRow& row, Field field) const { return clean(raw(row, field)); }

}  // namespace probity::detail

namespace probity {

std::vector<SheetColumn> columns_of(SheetKind kind) {
    std::vector<SheetColumn> out;
    std::optional<detail::Field> last;
    for (const detail::Heading& heading : detail::headings_of(kind)) {
        const std::string name(heading.name);
        if (last != heading.field) {
            out.push_back({.id = name,
                           .heading = {.korean = {}, .english = name},
                           .needed = detail::is_needed(kind, heading.field)});
        } else if (out.back().heading.korean.empty()) {
            out.back().heading.korean = name;
        }
        last = heading.field;
    }
    return out;
}

std::string column_named(SheetKind kind, std::string_view heading) {
    const auto field = detail::field_of(kind, heading);
    return field ? std::string(detail::name_of(kind, *field)) : "";
}

std::vector<TaskKindName> task_kinds() {
    std::vector<TaskKindName> out;
    for (const detail::KindName& each : detail::kind_names) {
        const auto known = std::find_if(out.begin(), out.end(), [&](const TaskKindName& kind) {
            return kind.kind == each.kind;
        });
        if (known == out.end()) {
            out.push_back(
                {.kind = each.kind, .name = {.korean = {}, .english = std::string(each.name)}});
        } else {
            known->name.korean = each.name;
        }
    }
    return out;
}

}  // namespace probity
