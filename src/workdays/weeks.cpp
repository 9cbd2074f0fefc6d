#include "workdays/weeks.hpp"

#include <algorithm>
#include <utility>

#include "date/civil.hpp"
#include "date/names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

WeekdaySet weekday_set(std::span<const Weekday> weekdays) {
    unsigned set = 0;
    for (const Weekday weekday : weekdays) set |= 1u << weekday.index();
    return static_cast<WeekdaySet>(set);
}

std::vector<Weekday> weekdays_in(WeekdaySet set) {
    std::vector<Weekday> weekdays;
    for (int i = 0; i < 7; ++i) {
        if ((set >> i & 1) != 0) weekdays.push_back(Weekday::from_index(i));
    }
    return weekdays;
}

WeekdaySet weekend_set(std::span<const Weekday> weekend) {
    const WeekdaySet set = weekday_set(weekend);
    if (set == all_weekdays) {
        throw ProbityError(sentence("calendar.weekend_of_seven_days"));
    }
    return set;
}

const Week& week_of(const Weeks& weeks, DayNumber day) noexcept {
    auto week = weeks.end() - 1;
    while (week != weeks.begin() && week->from > day) --week;
    return *week;
}

bool same_weeks(const Weeks& a, const Weeks& b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Week& x, const Week& y) {
        return x.from == y.from && x.same_days(y);
    });
}

Weeks weeks_within(Weeks weeks, DayNumber first, DayNumber last) {
    Weeks within;
    for (Week& week : weeks) {
        if (week.from > last) break;
        week.from = std::max(week.from, first);
        // One that ends before the first day is replaced by the next.
        if (!within.empty() && within.back().from == week.from) within.pop_back();
        const bool goes_on = !within.empty() && within.back().same_days(week) &&
                             within.back().basis == week.basis &&
                             within.back().basis_en == week.basis_en;
        if (!goes_on) within.push_back(std::move(week));
    }
    return within;
}

Weeks weeks_of(std::span<const WeekendTerm> terms, DayNumber first, DayNumber last,
               DayNumber known_until, DayNumber required) {
    Weeks weeks;
    for (const WeekendTerm& term : terms) {
        const DayNumber from = term.from ? day_number(*term.from) : first_day_number;
        const DayNumber decided = term.decided_on ? day_number(*term.decided_on) : from;
        if (decided > known_until) continue;
        if (!weeks.empty() && from <= weeks.back().from) {
            throw ProbityError(
                sentence("calendar.weekend_order", {{"from", written(unchecked_date(from))}}));
        }
        Week week{.from = from,
                  .weekend = weekend_set(term.days),
                  .holidays = weekday_set(term.holidays),
                  .basis = term.basis,
                  .basis_en = term.basis_en};
        if (week.off() == all_weekdays) {
            throw ProbityError(sentence("calendar.week_of_days_off"));
        }
        weeks.push_back(std::move(week));
    }
    if (weeks.empty() || weeks.front().from > required) {
        throw ProbityError(
            sentence("calendar.no_weekend", {{"day", written(unchecked_date(required))}}));
    }
    return weeks_within(std::move(weeks), first, last);
}

}  // namespace probity::detail
