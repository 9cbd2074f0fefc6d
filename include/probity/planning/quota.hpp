// A quota: how often something must have happened in a period, such as three regular meetings a
// year, and how it stands on a date.
//
//     const Quota meetings{.id = "council-meetings",
//                          .title = {"청렴회의체 정기회의", "regular meetings of the Integrity Council"},
//                          .subject = QuotaSubject::meetings,
//                          .of = "council",
//                          .times = 3,
//                          .counts = {.regular = true, .held = true},
//                          .begin = make_date(2025, 1, 1)};
//
// Yongsan's first meeting was held on an unknown day of June or July 2025, the second on 25 July:
//
//     const std::vector<QuotaFact> facts{
//         {.id = "2025-1",
//          .possible = Interval{make_date(2025, 6, 1), make_date(2025, 7, 25)},
//          .regular = true, .held = true},
//         {.id = "2025-2", .date = make_date(2025, 7, 25), .regular = true, .held = true}};
//
//     const Verdict in_august = judge(meetings, year_of(2025), facts, {}, make_date(2025, 8, 15),
//                                     WorkCalendar::korea());
//     to_string(in_august.state);       // "on_track"
//     in_august.held;                   // 2
//     in_august.latest_feasible;        // 2025-12-31
//
//     const Verdict in_january = judge(meetings, year_of(2025), facts, {}, make_date(2026, 1, 10),
//                                      WorkCalendar::korea());
//     to_string(in_january.state);      // "missed"
//     in_january.shortfall;             // 1
//
// Only a recorded meeting is held. An occurrence that went by without a record is **presumed**: it
// is counted apart, and where only presumption would make a quota met its state is `presumed`,
// never `met`.
//
// A part year is **prorated**: of n a year from 1 March 2023 on, n times 306 of 365 days are due in
// 2023, rounded to the nearest, halves up. Of 12 weeks that is 10, of one day 1.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"
#include "probity/planning/cadence.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// The subjects that a quota counts: the meetings of a council, or the occurrences of an
/// observance.
enum class QuotaSubject : std::uint8_t { meetings, occurrences };

/// The period in which a quota is counted, of the calendar: years begin on 1 January, half-years on
/// that day and 1 July, quarters on that day, 1 April, 1 July and 1 October.
enum class QuotaPeriod : std::uint8_t { year, half_year, quarter, month };

/// The conditions under which a fact counts: everything that is set here.
struct QuotaPredicate {
    bool regular = false;
    bool held = true;
    bool quorate = false;

    friend bool operator==(const QuotaPredicate&, const QuotaPredicate&) = default;
};

/// How often something must have happened.
struct Quota {
    std::string id = {};
    /// The name of what is counted: "regular meetings of the Integrity Council".
    Text title = {};
    QuotaSubject subject = QuotaSubject::meetings;
    /// The id of the council or observance.
    std::string of = {};
    /// At least 1.
    int times = 1;
    QuotaPeriod per = QuotaPeriod::year;
    QuotaPredicate counts = {};
    /// In force on [begin, end); without a begin it always was.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    /// The id of a Source; empty if none is named.
    std::string source = {};
    Text note = {};

    friend bool operator==(const Quota&, const Quota&) = default;
};

/// The period of the quota in which a date lies, whole.
[[nodiscard]] Interval period_of(const Quota& quota, const Date& date);

/// The days of a period on which the quota is in force, if any.
[[nodiscard]] std::optional<Interval> in_force(const Quota& quota, const Interval& period);

/// The number that a period demands: times * days in force / days of the period, rounded to the
/// nearest, halves up. 0 where the quota is not in force.
[[nodiscard]] int required_in(const Quota& quota, const Interval& period);

/// "meetings", "year", "half_year", "on_track": the names in C++, Python and documents.
[[nodiscard]] std::string_view to_string(QuotaSubject subject) noexcept;
[[nodiscard]] std::string_view to_string(QuotaPeriod period) noexcept;

/// Read what to_string writes. Throw ProbityError naming what there is.
[[nodiscard]] QuotaSubject parse_quota_subject(std::string_view text);
[[nodiscard]] QuotaPeriod parse_quota_period(std::string_view text);

static_assert(std::regular<Quota>);

}  // namespace probity
