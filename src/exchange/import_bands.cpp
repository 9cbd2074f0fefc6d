#include "exchange/import_bands.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace probity::detail {
namespace {

/// Whether the titles of a row are those of a band's first row, or empty.
bool goes_on(const Table& table, const SheetRow& row, const SheetRow& first) {
    constexpr std::array titles{Field::title, Field::title_en};
    return std::all_of(titles.begin(), titles.end(), [&](Field field) {
        const std::string title = name_key(table.raw(row, field));
        return title.empty() || title == name_key(table.raw(first, field));
    });
}

}  // namespace

std::vector<BandRows> rows_of_bands(const Table& table) {
    std::vector<BandRows> out;
    std::map<std::string, std::size_t> places;
    std::size_t last = 0;
    const auto has_units = [&](const SheetRow& row) {
        return !table.cell(row, Field::units).empty();
    };
    for (const SheetRow* row : table.rows()) {
        const std::string id = table.plain_cell(*row, Field::id);
        const auto found = places.find(id);
        if (!out.empty() && has_units(*row) && (id.empty() || found != places.end())) {
            const std::size_t band = id.empty() ? last : found->second;
            const SheetRow& first = *out[band].front();
            if (has_units(first) && goes_on(table, *row, first)) {
                out[band].push_back(row);
                last = band;
                continue;
            }
        }
        last = out.size();
        if (!id.empty()) places.emplace(id, last);
        out.push_back({row});
    }
    return out;
}

}  // namespace probity::detail
