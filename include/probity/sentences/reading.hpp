// A reading: one rule that a sentence may mean, with its days, whatever language the sentence is in.
//
//     const Reading usual = parse_korean("매월 셋째 주").readings[0];
//     usual.title.korean;          // "매월 셋째 주(월요일에 시작, 4일 이상이 그달에 든 주부터)"
//     const auto days = usual.between(make_date(2026, 3, 1), make_date(2026, 4, 1));
//     std::get<Interval>(days[0]);     // [2026-03-16, 2026-03-23)
//
// Days that depend on holidays are asked with a work calendar.
#pragma once

#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/week_of_month.hpp"
#include "probity/date/weekday.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "probity/recurrence/rule.hpp"
#include "probity/recurrence/spans.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// A kind of day on which an office is closed; `holiday` is a public holiday.
enum class DayOff : std::uint8_t { saturday, sunday, holiday };

/// The day to which a day off is moved: the next or last working day; the day beside it, whatever
/// that is; the first day that is none of those that are moved; the same weekday a week later or
/// earlier.
enum class MovedTo : std::uint8_t { working_day, day, other_day, week };

/// The period in which a working day is counted, from its first day or its last; `anything` for a
/// count that may leave both.
enum class CountedIn : std::uint8_t { month, week, anything };

/// "saturday", "other_day", "month": the names in C++ and Python; "" of CountedIn::anything.
[[nodiscard]] std::string_view to_string(DayOff kind) noexcept;
[[nodiscard]] std::string_view to_string(MovedTo to) noexcept;
[[nodiscard]] std::string_view to_string(CountedIn within) noexcept;

/// Days, or the first days of spans.
///
/// Each is `offset` days from a date of the anchors' rule; with `week_from` it is `offset` days from
/// the first day of the week, from that weekday on, that holds such a date.
struct Term {
    Rule anchors = {};
    std::int32_t offset = 0;
    std::optional<Weekday> week_from = std::nullopt;
    /// A span ends with the first date of this term on or after its first day. Null if none is named.
    std::shared_ptr<const Term> last = nullptr;

    /// The days themselves, from a start that bounds them.
    [[nodiscard]] Recurrence recurrence(const Date& start) const;
    /// The days whose anchors, not they themselves, are bounded by a start.
    [[nodiscard]] Recurrence from_anchors(const Date& start) const;

    friend bool operator==(const Term& a, const Term& b);
};

/// A day, or a run of days.
using DayOrSpan = std::variant<Date, Interval>;

/// An event that falls on a day or on days, with the date of the rule from which it follows.
struct NominalDays {
    Date nominal{};
    DayOrSpan days{};

    friend bool operator==(const NominalDays&, const NominalDays&) = default;
};

/// One rule that a sentence may mean. Readings that give the same days are one.
struct Reading {
    Text title = {};
    /// The conventions under which it is meant, the most usual first; for weeks they are those of
    /// WeekConvention, and "BYDAY=3WE" for the third Wednesday.
    std::vector<std::string> names = {};
    std::optional<WeekConvention> convention = std::nullopt;
    /// At least one.
    std::vector<Term> terms = {};
    /// How many days each occurrence has: 7 of whole weeks; 0 if they differ, as whole months do.
    std::int32_t length = 1;
    /// Where a day off goes: following or preceding; none leaves it.
    std::optional<RollConvention> roll = std::nullopt;
    /// The n-th working day of `within`, from its end if negative; 0 is each; none is no such.
    std::optional<std::int64_t> working_day = std::nullopt;
    /// The one rule of the days, of whole weeks that of their first days; none if no single rule of RFC
    /// 5545 gives them.
    std::optional<Rule> rule = std::nullopt;
    /// Which days are moved.
    std::vector<DayOff> moves = {DayOff::saturday, DayOff::sunday, DayOff::holiday};
    MovedTo to = MovedTo::working_day;
    CountedIn within = CountedIn::month;
    /// Days that are left out.
    std::vector<DayOff> omits = {};
    /// Days, or first days of spans, that are left out.
    std::vector<Term> without = {};
    /// The first day of the whole, if the sentence names one.
    std::optional<Date> begins = std::nullopt;

    /// Whether its days depend on holidays, so that a WorkCalendar must be given.
    [[nodiscard]] bool needs_workdays() const {
        return roll || !omits.empty() || working_day.has_value();
    }
    /// Whether each occurrence is a week or another run of days; else it is a day.
    [[nodiscard]] bool of_spans() const { return length != 1; }

    /// The days from a start; of spans the first days. A reading of working days takes them from
    /// `workdays`, and has days as far as that calendar's horizon. Throws ProbityError if it is missing.
    [[nodiscard]] Recurrence recurrence(
        const Date& start, const std::optional<WorkCalendar>& workdays = std::nullopt) const;

    /// The spans from a start, which bounds their anchors as that of nth_week does; or the days, each a
    /// span of its own. Throws ProbityError if the spans differ in length, as whole months do: between()
    /// has them.
    [[nodiscard]] Spans spans(const Date& start,
                              const std::optional<WorkCalendar>& workdays = std::nullopt) const;

    /// The days in [begin, end), after they were moved; or the spans that meet it.
    ///
    /// A week of a month counts from the month of `begin` on: the last week of December is not
    /// among those of a window that opens with January. Steps of more than one period, and ends
    /// after a number of times, are counted from `begin`.
    ///
    /// Throws ProbityError if it moves days or counts working days and `workdays` is missing, and
    /// HorizonError for days beyond its horizon.
    [[nodiscard]] std::vector<DayOrSpan> between(
        const Date& begin, const Date& end,
        const std::optional<WorkCalendar>& workdays = std::nullopt) const;

    /// Returns the days in [begin, end) by the periods of the rule: the first ISO week of March,
    /// which may begin in February, is March's.
    [[nodiscard]] std::vector<NominalDays> nominal_days(
        const Date& begin, const Date& end,
        const std::optional<WorkCalendar>& workdays = std::nullopt) const;

    friend bool operator==(const Reading&, const Reading&) = default;
};

/// Its title: "매월 셋째 수요일 / every month on the third Wednesday".
[[nodiscard]] std::string to_string(const Reading& reading);
std::ostream& operator<<(std::ostream& out, const Reading& reading);

/// The days of a rule for which its working days are told: those of the calendar's horizon, less a month
/// at either edge, where counting would leave it. None if the horizon is too short for that.
[[nodiscard]] std::optional<Interval> known_days(const WorkCalendar& calendar);

static_assert(std::regular<Reading>);

}  // namespace probity
