// The verbs of obligations. Obligations and matters are added, changed and ended by add, change and end
// of commands.hpp.
//
//     const Act act{.on = make_date(2026, 2, 24), .by = "audit-office"};
//     mapo = mapo.apply(fulfil_obligation(mapo, "education-report", {.period = "2026"}, act));
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probity/planning/evidence.hpp"
#include "probity/programme/command.hpp"

namespace probity {

/// Of which instance of an obligation something is said, and what.
struct ObligationReport {
    /// The period of the instance. If it is empty, the earliest that is neither done nor waived, of those
    /// that run from the first day of the year before the act on.
    std::string period = {};
    /// The Unit or Official that owes it; both empty for the institution.
    std::string unit = {};
    std::string official = {};
    /// The day on which it was done or waived; the day of the act if none is given.
    std::optional<Date> on = std::nullopt;
    std::vector<Evidence> evidence = {};
    /// Why it is waived, which is the reason of the act if none is given; a remark on what was done.
    Text reason = {};
};

// Each throws as Programme::apply does, also if there is no such instance, or it is settled.

/// An instance of an obligation was done.
[[nodiscard]] Event fulfil_obligation(const Programme& programme, const std::string& obligation,
                                      const ObligationReport& report, const Act& act);
/// An instance of an obligation is waived. Needs a reason.
[[nodiscard]] Event waive_obligation(const Programme& programme, const std::string& obligation,
                                     const ObligationReport& report, const Act& act);

/// The obligations of a pack, such as examples::statutory_year(), and the sources that they name: the
/// events that add them one after another, from the day of the act on. Records that the
/// programme has under the same id stay its own; units and seats that the pack names are left out. Throws also for an id of
/// `without` that the pack does not have.
[[nodiscard]] std::vector<Event> take_obligations(const Programme& programme, const Programme& pack,
                                                  const std::vector<std::string>& without,
                                                  const Act& act);

}  // namespace probity
