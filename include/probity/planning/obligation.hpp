// An obligation: a duty with a deadline, which recurs by a rule or follows from something that happened.
//
//     const Obligation report{.id = "education-report",
//                             .title = {"부패방지교육 결과 제출", "Report of education"},
//                             .rule = SpanRule{Rule::parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"), 0, 1}};
//     due_on(report, kr, make_date(2026, 2, 28)).date;       // 2026-03-03, the legal day
//     due_on(report, kr, make_date(2026, 2, 28)).advised;    // 2026-02-27, advice
//
//     const Obligation filing{.id = "private-record", .per = ObligationPer::official,
//                             .audience = ObligationAudience::senior,
//                             .follows = ObligationFollows::appointment, .within = 30};
//
// The deadline is the legal day (workdays/deadline.hpp): a last day that is a Saturday or a public
// holiday is put off. The working day before it is advice. An obligation is never stored as so many
// entries: each of its instances follows from the records and is named by what it is of: the
// obligation, the period, and the unit or official that owes it.
//
// The fields that decide its instances never change. A law that sets another deadline ends the obligation, and
// another begins, so that what was owed last year stays what it was.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/observance.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/deadline.hpp"

namespace probity {

/// Names those who owe an instance: the institution, or each unit or official.
enum class ObligationPer : std::uint8_t { institution, unit, official };

/// Which of the officials owe it.
enum class ObligationAudience : std::uint8_t {
    everyone,
    /// Appointed or promoted in the calendar year in which it runs.
    newly_appointed,
    /// Official::senior: those of senior posts.
    senior,
    /// Official::prone_post: those who serve in corruption-prone work.
    prone_post
};

/// From what its deadline runs.
enum class ObligationFollows : std::uint8_t {
    /// A day that its rule gives.
    rule,
    /// The publication of an assessment.
    publication,
    /// The last appointment or promotion of an official; the first day of service if none is recorded.
    appointment,
    /// The first day of an official's service.
    entry,
    /// The first day after an official's service.
    leaving,
    /// A meeting that was held.
    meeting,
    /// A task that was closed.
    task,
    /// Another obligation that was done.
    obligation,
    /// A matter: something that came to the office and has its own deadline.
    matter,
    /// Lunar New Year's Day: so many days before.
    seollal,
    /// Chuseok: so many days before.
    chuseok
};

/// In what its period is counted.
enum class ObligationUnit : std::uint8_t {
    days,
    weeks,
    months,
    years,
    /// To the end of the month in which so many months are up.
    month_end
};

/// A duty with a deadline.
struct Obligation {
    std::string id = {};
    Text title = {};
    ObligationPer per = ObligationPer::institution;
    ObligationAudience audience = ObligationAudience::everyone;
    ObligationFollows follows = ObligationFollows::rule;
    /// The days from which it runs, or by which it is due if nothing is `within`. For `follows` rule.
    std::optional<ObservanceRule> rule = std::nullopt;
    /// The id of the Council, Task or Obligation that it follows.
    std::string of = {};
    /// The kind of the matters that it follows: "outside-lecture".
    std::string matter_kind = {};
    /// The number of `unit`; 0 if the day itself is the deadline.
    int within = 0;
    ObligationUnit unit = ObligationUnit::days;
    /// The act by which the period is counted.
    PeriodRule counting = PeriodRule::civil;
    /// Whether a day of `rule` that is a Saturday or a public holiday is put off. A duty of the year is
    /// not: its year ends on 31 December.
    bool put_off = true;
    /// The days before its deadline from which on it is brought to mind.
    int lead_days = 14;
    /// The id of the Unit that sees to it; empty if none is named.
    std::string owner = {};
    /// The id of the Seat that leads, and those of the Units that support it.
    std::string lead = {};
    std::vector<std::string> support = {};
    /// The proof that it was done; empty if none is asked for.
    Text proof = {};
    /// The article on which it rests, the number of that text and the day of it.
    Text basis = {};
    Text act = {};
    std::optional<Date> act_date = std::nullopt;
    /// Whether the law leaves it to the institution.
    bool optional = false;
    /// The days on which it is in force, [begin, end): it runs from days among these.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const Obligation&, const Obligation&) = default;
};

/// The deadline of an instance.
struct ObligationDue {
    /// The legal day.
    Date date{};
    /// The day before it was put off for being a day off; the same if it was not.
    Date nominal{};
    /// The working day by which to plan. Advice, never the deadline.
    Date advised{};

    friend bool operator==(const ObligationDue&, const ObligationDue&) = default;
};

/// The deadline of the instance that runs from a day; for Seollal and Chuseok that is the holiday
/// itself, and the deadline the last working day so many days before it. Throws HorizonError outside
/// the calendar's horizon, and as deadline() does.
[[nodiscard]] ObligationDue due_on(const Obligation& obligation, const WorkCalendar& calendar,
                                   const Date& start);

/// The same as a Deadline with its clause, the days passed over, and its words.
[[nodiscard]] Deadline deadline_of(const Obligation& obligation, const WorkCalendar& calendar,
                                   const Date& start);

/// A day from which an obligation runs by its rule or a holiday, with the name of its period: "2026",
/// "2026-03".
struct ObligationStart {
    std::string period = {};
    Date start{};

    friend bool operator==(const ObligationStart&, const ObligationStart&) = default;
};

/// The days in a window from which it runs by its rule, or before Seollal or Chuseok, as long as it is
/// in force; none if it follows from what happens.
[[nodiscard]] std::vector<ObligationStart> recurring_starts(const Obligation& obligation,
                                                            const Interval& window);

/// Says why the fields that decide its instances do not go together, and of which field that is; the
/// text is empty if they do.
struct ObligationFault {
    const char* key = "";
    Text text = {};
};
[[nodiscard]] ObligationFault fault_of(const Obligation& obligation);

namespace detail {

/// The days from which an instance can run that is due in a window.
[[nodiscard]] Interval starts_for(const Obligation& obligation, const Interval& window);
/// Whether one that runs from a day can be due in a window, told without a work calendar, which may not
/// reach so far.
[[nodiscard]] bool can_be_due(const Obligation& obligation, const Date& start,
                              const Interval& window);
/// Whether its instances follow from its rule or a holiday alone, and from no record.
[[nodiscard]] bool is_recurring(const Obligation& obligation);

}  // namespace detail

/// "institution", "unit", "official".
[[nodiscard]] std::string_view to_string(ObligationPer per) noexcept;
/// "everyone", "newly_appointed", "senior", "prone_post".
[[nodiscard]] std::string_view to_string(ObligationAudience audience) noexcept;
/// "rule", "publication" and so on.
[[nodiscard]] std::string_view to_string(ObligationFollows follows) noexcept;
/// "days" to "month_end".
[[nodiscard]] std::string_view to_string(ObligationUnit unit) noexcept;

static_assert(std::regular<Obligation> && std::regular<ObligationDue>);

}  // namespace probity
