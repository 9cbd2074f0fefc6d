#include "probity/records/band.hpp"

#include <algorithm>
#include <map>

namespace probity {
namespace {

bool exists(const std::vector<Unit>& units, std::string_view id, const Date& date) {
    return std::any_of(units.begin(), units.end(),
                       [&](const Unit& unit) { return unit.id == id && is_in_force(unit, date); });
}

}  // namespace

std::string partition_fault(const Banding& banding, const std::vector<Unit>& units,
                            const Date& date) {
    std::map<std::string_view, std::string_view> placed;
    for (const Band& band : banding.bands) {
        for (const std::string& unit : band.units) {
            const auto [first, is_new] = placed.emplace(unit, band.id);
            if (is_new) continue;
            const std::string in = "the unit '" + unit + "' is in ";
            if (first->second == band.id) return in + "the band '" + band.id + "' twice";
            return in + "two bands, '" + std::string(first->second) + "' and '" + band.id + "'";
        }
    }
    if (placed.empty()) return "";
    for (const Unit& unit : units) {
        if (is_in_force(unit, date) && !placed.contains(unit.id)) {
            return "the unit '" + unit.id + "' is in no band on " + to_string(date);
        }
    }
    for (const Band& band : banding.bands) {
        const bool empty =
            std::none_of(band.units.begin(), band.units.end(),
                         [&](const std::string& unit) { return exists(units, unit, date); });
        if (empty) return "the band '" + band.id + "' has no unit on " + to_string(date);
    }
    return "";
}

const Band* band_of(const Banding& banding, std::string_view unit) {
    for (const Band& band : banding.bands) {
        if (std::find(band.units.begin(), band.units.end(), unit) != band.units.end()) return &band;
    }
    return nullptr;
}

}  // namespace probity
