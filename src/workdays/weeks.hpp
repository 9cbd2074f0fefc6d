// The weekends of a calendar, each from a day on.
//
//     const Weeks weeks{{.from = first, .weekend = weekday_set(saturday_and_sunday)}};
//     week_of(weeks, day).weekend >> weekday_index(day) & 1      // whether a day is in the weekend
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/weekday.hpp"
#include "probity/workdays/holiday_law.hpp"

namespace probity::detail {

/// Days of the week as bits, Monday the lowest.
using WeekdaySet = std::uint8_t;
inline constexpr WeekdaySet all_weekdays = 0x7f;

[[nodiscard]] WeekdaySet weekday_set(std::span<const Weekday> weekdays);
[[nodiscard]] std::vector<Weekday> weekdays_in(WeekdaySet set);

/// Throws ProbityError for all seven days.
[[nodiscard]] WeekdaySet weekend_set(std::span<const Weekday> weekend);

/// The form of a week from a day on.
struct Week {
    DayNumber from;
    WeekdaySet weekend;
    /// Days of the week that the law makes public holidays: Sunday in Korea.
    WeekdaySet holidays = 0;
    /// By what text it does.
    std::string basis = {};
    std::string basis_en = {};

    /// Days of the week on which nobody works.
    [[nodiscard]] WeekdaySet off() const noexcept {
        return static_cast<WeekdaySet>(weekend | holidays);
    }
    /// Whether the days are the same, by whatever text.
    [[nodiscard]] bool same_days(const Week& other) const noexcept {
        return weekend == other.weekend && holidays == other.holidays;
    }
    friend bool operator==(const Week&, const Week&) = default;
};

/// Ascending, at least one; the first begins no later than the first day asked about.
using Weeks = std::vector<Week>;

/// The week of a day.
[[nodiscard]] const Week& week_of(const Weeks& weeks, DayNumber day) noexcept;

/// Whether two calendars have the same weeks, by whatever text.
[[nodiscard]] bool same_weeks(const Weeks& a, const Weeks& b) noexcept;

/// As seen from a first day to a last one: what begins later is gone, and what does not differ from the
/// week before it is joined to that.
[[nodiscard]] Weeks weeks_within(Weeks weeks, DayNumber first, DayNumber last);

/// The weeks of two calendars together, from a first day on. `combine(a, b)` tells of two weeks what
/// they make; its `from` does not matter.
template <class Combine>
[[nodiscard]] Weeks combined_weeks(const Weeks& a, const Weeks& b, DayNumber first, DayNumber last,
                                   Combine combine) {
    Weeks weeks;
    const auto add = [&](DayNumber from) {
        Week week = combine(week_of(a, from), week_of(b, from));
        week.from = from;
        weeks.push_back(std::move(week));
    };
    add(first);
    auto x = a.begin();
    auto y = b.begin();
    while (x != a.end() || y != b.end()) {
        const bool from_a = y == b.end() || (x != a.end() && x->from < y->from);
        const DayNumber from = from_a ? (x++)->from : (y++)->from;
        if (from > weeks.back().from && from <= last) add(from);
    }
    return weeks_within(std::move(weeks), first, last);
}

/// The weeks of a law from a first day to a last one, as known on a day. Throws ProbityError for a
/// weekend of seven days, and if none is said for `required`; days before the first weekend have that.
[[nodiscard]] Weeks weeks_of(std::span<const WeekendTerm> terms, DayNumber first, DayNumber last,
                             DayNumber known_until, DayNumber required);

}  // namespace probity::detail
