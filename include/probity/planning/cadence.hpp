// A cadence: when something is to recur, so many times a year, every so many months, in each
// Integrity Week.
//
//     const Cadence every_four = EveryMonths{4, make_date(2025, 3, 15)};
//     slot(every_four, 0);                    // 2025-03-15
//     slot(every_four, 1);                    // 2025-07-15
//     slot(every_four, 300);                  // 2125-03-15
//     describe(every_four, Language::english);   // "every 4 months from 2025-03-15"
//
// The k-th slot follows from the anchor and k, **never from the slot before**: nothing drifts,
// whatever became of the earlier slots. Monthly from 31 January goes on to 28 February and 31 March.
//
//     slot(EveryMonths{1, make_date(2026, 1, 31)}, 2);    // 2026-03-31
//
// A slot that is no working day is rolled to one; the nominal date is kept beside the adjusted one.
// A changed cadence is a new version, and the slots before its first day stay as they were:
//
//     const Versions<CadenceVersion> versions = changed_cadence(
//         {{.begin = make_date(2025, 1, 1), .cadence = every_four}},
//         {.begin = make_date(2026, 1, 1), .cadence = TimesAYear{4, make_date(2026, 2, 1)}});
//     const std::vector<Slot> found =
//         slots(versions, Interval{make_date(2025, 1, 1), make_date(2027, 1, 1)},
//               WorkCalendar::korea(), RollConvention::following);
//     found.size();                           // 7: three of 2025 and four of 2026
//     found[0].nominal;                       // 2025-03-15, a Saturday
//     found[0].adjusted;                      // 2025-03-17
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/weekday.hpp"
#include "probity/planning/observance.hpp"
#include "probity/planning/validity.hpp"
#include "probity/recurrence/rule.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// So many times a year, evenly, from a first date on.
///
/// Where 12 divides by `times` the slots are whole months apart, as those of EveryMonths{12 / times}
/// are. Else the years begin on the anchor's day and month, and slot r of a year of so many days (r
/// from 0) lies floor(r * days / times) days after its beginning.
struct TimesAYear {
    /// 1 to 365.
    int times = 1;
    Date anchor{};

    friend bool operator==(const TimesAYear&, const TimesAYear&) = default;
};

/// Every so many months, on the anchor's day of the month, or on the month's last day where the
/// month is too short for it.
struct EveryMonths {
    /// 1 to 1200.
    int months = 1;
    Date anchor{};

    friend bool operator==(const EveryMonths&, const EveryMonths&) = default;
};

/// The dates of a rule from a start on: every_month(4) / Wednesday[3] is the third Wednesday of
/// every fourth month.
struct ByRule {
    Rule rule = {};
    Date start{};

    friend bool operator==(const ByRule&, const ByRule&) = default;
};

/// The weeks of the month that a rule names: their first days with NthWeek, a weekday in them with
/// WeekdayOfWeek. The start bounds them as it does those of an observance (spans() in
/// observance.hpp).
struct ByWeek {
    ObservanceRule rule = {};
    Date start{};

    friend bool operator==(const ByWeek&, const ByWeek&) = default;
};

/// Dates that are listed.
struct OnDates {
    /// In order, each once.
    std::vector<Date> dates = {};

    friend bool operator==(const OnDates&, const OnDates&) = default;
};

/// In each Integrity Week, or each occurrence of another observance, as it was observed or is to be.
struct InEach {
    /// The days of the occurrences, in order of their first days.
    std::vector<Interval> occurrences = {};
    /// The weekday on which it falls; the first day of the occurrence if none is named, and where
    /// the occurrence has no such day.
    std::optional<Weekday> weekday = std::nullopt;
    /// The observance or rule that recurs: "Integrity Week".
    Text title = {};
    /// The id of the observance; empty if the days come from elsewhere. A programme's document
    /// names it alone, and the days follow from the programme.
    std::string observance = {};

    friend bool operator==(const InEach&, const InEach&) = default;
};

/// When something recurs.
using Cadence = std::variant<TimesAYear, EveryMonths, ByRule, ByWeek, OnDates, InEach>;

/// In each occurrence of an observance that has a day in the window. Slots are numbered from the
/// first of them, so the window should begin where the observance does.
[[nodiscard]] Cadence in_each(const Observance& observance, const Interval& window,
                              const std::optional<Weekday>& weekday = std::nullopt);

/// The nominal date of slot k, counted from 0; none past the last slot or past 9999-12-31. Throws
/// ProbityError for a negative k, and as check() does.
[[nodiscard]] std::optional<Date> slot(const Cadence& cadence, std::int64_t k);

/// "every 4 months from 2025-03-15", "2025. 3. 15.부터 4개월마다". Throws as check() does.
[[nodiscard]] std::string describe(const Cadence& cadence, Language language);

/// Throws ProbityError for a number of times or months out of range, a week or month that does not
/// exist, and dates out of order; RuleError for a rule that gives no dates.
void check(const Cadence& cadence);

/// A cadence with the days on which it is in force, [begin, end). Its slots are those whose nominal
/// date lies there; a week of the month counts with its month, and so by the anchor of its week.
struct CadenceVersion {
    /// None if it always was in force.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    Cadence cadence = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};
    Text note = {};

    friend bool operator==(const CadenceVersion&, const CadenceVersion&) = default;
};

template <>
inline constexpr const char* version_name<CadenceVersion> = "cadence";

/// Throws ProbityError for the first fault of the versions (Versions::faults), and as check() does for
/// each cadence.
void check(std::span<const CadenceVersion> versions);

/// The versions, with another in force from its first day on (Versions::add). Throws ProbityError
/// if a version begins on that day or later, and as check() does.
[[nodiscard]] Versions<CadenceVersion> changed_cadence(Versions<CadenceVersion> versions,
                                                       CadenceVersion next);

/// One slot of a cadence.
struct Slot {
    /// Its k: slot(cadence, number) is its nominal date.
    std::int64_t number = 0;
    Date nominal{};
    /// The working day to which it is rolled.
    Date adjusted{};
    /// Which of the versions gave it.
    std::size_t version = 0;
    /// The cadence in words, and why the two dates differ if they do.
    Text reason = {};
    /// Whether nothing can be held on it: the occurrence was cancelled, or is recorded as not held.
    bool called_off = false;

    friend bool operator==(const Slot&, const Slot&) = default;
};

/// The slots whose nominal date lies in the window, in order of it. Throws HorizonError if the
/// work calendar does not reach over the window, and as check() does.
[[nodiscard]] std::vector<Slot> slots(std::span<const CadenceVersion> versions,
                                      const Interval& window, const WorkCalendar& workdays,
                                      RollConvention roll = RollConvention::following);

/// "2025-03-15 -> 2025-03-17", or the one date if they are the same.
std::ostream& operator<<(std::ostream& out, const Slot& slot);

static_assert(std::regular<Cadence> && std::regular<CadenceVersion> && std::regular<Slot>);

}  // namespace probity
