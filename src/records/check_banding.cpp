#include <set>

#include "records/check_parts.hpp"
#include "records/refusal.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

void check_banding(const Banding& banding, const std::vector<Unit>& units,
                   const std::string& place) {
    // Between the days on which units begin and end, nothing changes.
    std::set<Date> days{first_date()};
    for (const Unit& unit : units) {
        if (unit.begin) days.insert(*unit.begin);
        if (unit.end) days.insert(*unit.end);
    }
    // Before the bands were there, they parted nothing.
    if (banding.inaugurated) {
        days.erase(days.begin(), days.lower_bound(*banding.inaugurated));
        days.insert(*banding.inaugurated);
    }
    for (const Date& day : days) {
        const Text fault = partition_fault_in_words(banding, units, day);
        if (!fault.empty()) {
            refuse(place + "/bands", sentence("record.partition", {{"fault", fault}}));
        }
    }
}

}  // namespace probity::detail
