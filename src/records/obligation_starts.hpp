// From which days the obligations of a programme run, and who owes them, as its records have it.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/records/parts.hpp"

namespace probity::detail {

/// A day from which an obligation runs, with the name of its period.
struct OwedFrom {
    std::string period = {};
    Date start{};
    /// The one unit or official that owes it; null if all in force do, or the institution.
    const Unit* unit = nullptr;
    const Official* official = nullptr;
};

/// The days in a window from which an obligation runs, in order.
[[nodiscard]] std::vector<OwedFrom> owed_from(const ProgrammeParts& parts,
                                              const Obligation& obligation, const Interval& window);

/// Whether an official belongs to the audience of an obligation that runs from a day.
[[nodiscard]] bool is_of_audience(const Obligation& obligation, const Official& official,
                                  const Date& start);

/// Calls visit(unit, official) for each that owes an instance, with both null for the institution.
template <class Visit>
void each_owing(const ProgrammeParts& parts, const Obligation& obligation, const OwedFrom& from,
                Visit visit) {
    switch (obligation.per) {
        case ObligationPer::institution:
            visit(static_cast<const Unit*>(nullptr), static_cast<const Official*>(nullptr));
            return;
        case ObligationPer::unit:
            for (const Unit& unit : parts.institution.units) {
                if (from.unit != nullptr && from.unit != &unit) continue;
                if (is_in_force(unit, from.start)) {
                    visit(&unit, static_cast<const Official*>(nullptr));
                }
            }
            return;
        case ObligationPer::official:
            if (from.official != nullptr) {
                if (is_of_audience(obligation, *from.official, from.start)) {
                    visit(static_cast<const Unit*>(nullptr), from.official);
                }
                return;
            }
            for (const Official& official : parts.officials) {
                if (is_in_force(official, from.start) &&
                    is_of_audience(obligation, official, from.start)) {
                    visit(static_cast<const Unit*>(nullptr), &official);
                }
            }
    }
}

/// The day from which the instance of a period runs that a unit, an official or the institution owes;
/// none if there is no such instance.
[[nodiscard]] std::optional<Date> start_of_instance(const ProgrammeParts& parts,
                                                    const Fulfilment& instance);

/// The record of what was done or waived of an instance; null if nothing was.
[[nodiscard]] const Fulfilment* fulfilment_of(const ProgrammeParts& parts,
                                              const Fulfilment& instance);

}  // namespace probity::detail
