#include "probity/records/band.hpp"

#include <algorithm>
#include <map>

#include "date/names.hpp"
#include "records/check_parts.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

bool exists(const std::vector<Unit>& units, std::string_view id, const Date& date) {
    return std::any_of(units.begin(), units.end(),
                       [&](const Unit& unit) { return unit.id == id && is_in_force(unit, date); });
}

}  // namespace

Text detail::partition_fault_in_words(const Banding& banding, const std::vector<Unit>& units,
                                      const Date& date) {
    std::map<std::string_view, std::string_view> placed;
    for (const Band& band : banding.bands) {
        for (const std::string& unit : band.units) {
            const auto [first, is_new] = placed.emplace(unit, band.id);
            if (is_new) continue;
            if (first->second == band.id) {
                return sentence("partition.twice_in_band", {{"unit", unit}, {"band", band.id}});
            }
            return sentence("partition.two_bands",
                            {{"unit", unit}, {"band", first->second}, {"other", band.id}});
        }
    }
    if (placed.empty()) return {};
    for (const Unit& unit : units) {
        if (is_in_force(unit, date) && !placed.contains(unit.id)) {
            return sentence("partition.no_band", {{"unit", unit.id}, {"on", written(date)}});
        }
    }
    for (const Band& band : banding.bands) {
        const bool empty =
            std::none_of(band.units.begin(), band.units.end(),
                         [&](const std::string& unit) { return exists(units, unit, date); });
        if (empty) {
            return sentence("partition.empty_band", {{"band", band.id}, {"on", written(date)}});
        }
    }
    return {};
}

std::string partition_fault(const Banding& banding, const std::vector<Unit>& units,
                            const Date& date) {
    return detail::partition_fault_in_words(banding, units, date).in(Language::english);
}

const Band* band_of(const Banding& banding, std::string_view unit) {
    for (const Band& band : banding.bands) {
        if (std::find(band.units.begin(), band.units.end(), unit) != band.units.end()) return &band;
    }
    return nullptr;
}

}  // namespace probity
