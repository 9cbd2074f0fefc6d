// The verbs of observances and activities: they record what became of an occurrence, another rule, a
// day on which an activity took place.
//
//     Programme songpa = examples::songpa();
//     const Act early{.on = make_date(2026, 2, 10), .by = "integrity-team", .reason = "local event"};
//     songpa = songpa.apply(record_occurrence(songpa, "integrity-day",
//                                             {.nominal = make_date(2026, 3, 18),
//                                              .observed = make_date(2026, 3, 25)}, early));
//
// A later record of the same occurrence stands on the day to which it was moved:
//
//     const Act later{.on = make_date(2026, 3, 25), .by = "integrity-team"};
//     const Event held = record_occurrence(songpa, "integrity-day",
//         {.nominal = make_date(2026, 3, 18), .status = OccurrenceStatus::held}, later);
//     to_string(std::get<Held<RecordedOccurrence>>(held.body)->observed);      // "2026-03-25"
//
// A rule holds from the day of the act on, unless another is said; past dates stay:
//
//     const Act act{.on = make_date(2027, 1, 4), .by = "integrity-team"};
//     songpa = songpa.apply(change_rule(songpa, "integrity-day",
//         {.rule = WeekdayOfWeek{.weekday = TH, .week = 3, .months = {3}}}, act));
//     to_string(*songpa.observance("integrity-day").rules.back().begin);       // "2027-01-04"
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probity/programme/command.hpp"

namespace probity {

/// The outcome of an occurrence, or the plan for it.
struct OccurrenceReport {
    /// The first day by the rule; none if no rule gave it.
    std::optional<Date> nominal = std::nullopt;
    /// The first day on which it was held, or is to be. Without one its day does not change: the
    /// day of the record before this one, or else on that of the rule. An occurrence that no rule gave,
    /// and one that is moved, need one.
    std::optional<Date> observed = std::nullopt;
    /// The length in days if it differs from the rule's.
    std::optional<int> days = std::nullopt;
    /// None says that it was held, or is to be: what is recorded before the first day does not say
    /// that it was held.
    std::optional<OccurrenceStatus> status = std::nullopt;
    /// Kept in the record; that of the act, as a plain text, if none is given. `not_held` and
    /// `cancelled` need one.
    Text reason = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};
    std::vector<Evidence> evidence = {};
};

/// A rule of an observance.
struct RulePlan {
    ObservanceRule rule = {};
    /// Its first day; the day of the act if none is given.
    std::optional<Date> begin = std::nullopt;
    /// The id of a Source; empty if none is named.
    std::string source = {};
    Text note = {};
};

// Each throws as Programme::apply does.

/// Records what became of an occurrence. A correction that gives no `observed` keeps the one that was
/// said, unless it is of another occurrence.
[[nodiscard]] Event record_occurrence(const Programme& programme, const std::string& observance,
                                      const OccurrenceReport& report, const Act& act);
/// Another rule holds from its begin on; the one before it ends there. A correction that gives no begin keeps the
/// one that was said. Throws ProbityError also for a rule that gives no dates.
[[nodiscard]] Event change_rule(const Programme& programme, const std::string& observance,
                                const RulePlan& plan, const Act& act);
/// A day on which an activity took place, or is to.
[[nodiscard]] Event date_activity(const Programme& programme, const std::string& activity,
                                  const ActivityDate& date, const Act& act);

}  // namespace probity
