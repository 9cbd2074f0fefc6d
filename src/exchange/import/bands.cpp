// The bands of a table: their rows put together, and the bands as a partition of the units.
#include <algorithm>
#include <array>
#include <map>

#include "exchange/import/cells.hpp"
#include "exchange/import/importer.hpp"
#include "history/fold.hpp"
#include "records/check_parts.hpp"
#include "text/sentence.hpp"

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
        faults_.add(table.head(), "", sentence("import.no_banding"));
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
                        sentence("import.in_band_already", {{"band", other}}),
                        sentence("import.one_band_each"));
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
                    sentence("import.in_no_band"), sentence("import.every_unit"));
    }
    for (std::size_t i = 0; i < bands_.size(); ++i) {
        const auto& units = bands_[i].units;
        if (std::none_of(units.begin(), units.end(),
                         [&](const std::string& unit) { return in_force.contains(unit); })) {
            faults_.add(band_places_[i], "", sentence("import.band_without_unit"),
                        sentence("import.one_unit"));
        }
    }
}

void Importer::check_count(const SheetTable& table) {
    const auto declared = declared_bands(programme_.parts(), act_.on);
    if (!declared || static_cast<std::size_t>(*declared) == band_rows_.size()) return;

    faults_.add(table.head(), "",
                sentence("import.number_of_bands", {{"number", band_rows_.size()}}),
                sentence("import.declared", {{"number", *declared}}));
}

void Importer::check_former_bands(const SheetTable& table) {
    for (const Task& task : programme_.tasks()) {
        if (task.band.empty() || band_names_.has(task.band)) continue;
        faults_.add(table.head(), task.band, sentence("import.former_band", {{"task", task.id}}),
                    sentence("import.all_bands"));
    }
}

}  // namespace probity::detail
