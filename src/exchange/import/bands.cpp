// The bands of a table: their rows put together, and the bands as a partition of the units.
#include <algorithm>
#include <array>
#include <map>

#include "exchange/import/cells.hpp"
#include "exchange/import/importer.hpp"
#include "history/fold.hpp"
#include "records/check_parts.hpp"

namespace probity::detail {
namespace {

/// Whether the titles of a row are those of a band's first row, or empty.
bool goes_on(const SheetTable& table, const SheetRow& row, const SheetRow& first) {
    constexpr std::array titles{SheetField::title, SheetField::title_en};
    return std::all_of(titles.begin(), titles.end(), [&](SheetField field) {
        const std::string title = name_key(table.raw(row, field));
        return title.empty() || title == name_key(table.raw(first, field));
    });
}

}  // namespace

std::vector<BandRows> rows_of_bands(const SheetTable& table) {
    std::vector<BandRows> out;
    std::map<std::string, std::size_t> places;
    std::size_t last = 0;
    const auto has_units = [&](const SheetRow& row) {
        return !table.cell(row, SheetField::units).empty();
    };
    for (const SheetRow* row : table.rows()) {
        const std::string id = table.plain_cell(*row, SheetField::id);
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

void Importer::read_bands(const SheetTable& table) {
    if (!programme_.parts().banding) {
        faults_.add(table.head(), "",
                    {"이 기관에는 밴드 구성이 없습니다",
                     "the institution has no banding, which its document declares"});
    }
    for (const BandRows& rows : band_rows_) {
        const SheetRow& first = *rows.front();
        Band band{.id = table.plain_cell(first, SheetField::id), .title = title_of(table, first)};
        unit_places_.emplace_back();
        for (const SheetRow* row : rows) {
            if (!is_readable(table, *row)) {
                all_units_known_ = false;
                continue;
            }
            for (std::string& unit : list_of(units_, table, *row, SheetField::units)) {
                band.units.push_back(std::move(unit));
                unit_places_.back().push_back(table.place(*row, SheetField::units));
            }
        }
        bands_.push_back(std::move(band));
        band_places_.push_back(table.place(first, SheetField::units));
    }
    check_partition(table);
    check_count(table);
    check_former_bands(table);
}

void Importer::check_partition(const SheetTable& table) {
    std::map<std::string, const Band*> placed;
    for (std::size_t i = 0; i < bands_.size(); ++i) {
        for (std::size_t k = 0; k < bands_[i].units.size(); ++k) {
            const std::string& unit = bands_[i].units[k];
            const auto [first, is_new] = placed.emplace(unit, &bands_[i]);
            if (is_new) continue;
            const std::string other = first->second->id;
            faults_.add(unit_places_[i][k], unit,
                        {"밴드 '" + other + "'에 이미 있는 부서입니다",
                         "is in the band '" + other + "' already"},
                        {"다른 밴드에 속하지 않은 부서", "each unit in one band"});
        }
    }
    // Where no units are named they are not published; where some could not be read it is not known
    // which are missing.
    if (placed.empty() || !all_units_known_) return;
    std::vector<std::string> missing;
    std::set<std::string> in_force;
    for (const Unit& unit : programme_.parts().institution.units) {
        if (!is_in_force(unit, act_.on)) continue;
        in_force.insert(unit.id);
        if (!placed.contains(unit.id)) missing.push_back(unit.id);
    }
    if (!missing.empty()) {
        faults_.add(table.head(), listed(missing).in(Language::english),
                    {"어느 밴드에도 없는 부서입니다", "is in no band"},
                    {"모든 부서를 밴드 하나씩에 배정", "every unit in one band"});
    }
    for (std::size_t i = 0; i < bands_.size(); ++i) {
        const auto& units = bands_[i].units;
        if (std::none_of(units.begin(), units.end(),
                         [&](const std::string& unit) { return in_force.contains(unit); })) {
            faults_.add(band_places_[i], "", {"부서가 없는 밴드입니다", "the band has no unit"},
                        {"부서 하나 이상", "at least one unit"});
        }
    }
}

void Importer::check_count(const SheetTable& table) {
    const auto declared = declared_bands(programme_.parts(), act_.on);
    if (!declared || static_cast<std::size_t>(*declared) == band_rows_.size()) return;
    const std::string found = std::to_string(band_rows_.size());
    const std::string wanted = std::to_string(*declared);
    faults_.add(table.head(), "", {"밴드가 " + found + "개입니다", "there are " + found + " bands"},
                {"공표된 " + wanted + "개", wanted + ", as many as were declared"});
}

void Importer::check_former_bands(const SheetTable& table) {
    for (const Task& task : programme_.tasks()) {
        if (task.band.empty() || band_names_.has(task.band)) continue;
        faults_.add(table.head(), task.band,
                    {"표에 없지만 과제 '" + task.id + "'이(가) 속한 밴드입니다",
                     "is the band of the task '" + task.id + "' and not in the table"},
                    {"과제가 속한 모든 밴드", "every band that has tasks"});
    }
}

}  // namespace probity::detail
