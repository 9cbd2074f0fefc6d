#include "sentences/working_days.hpp"

#include <algorithm>
#include <cstdlib>

#include "date/civil.hpp"

namespace probity::detail {
namespace {

/// Whether a day is a Saturday, a Sunday, or a public holiday.
bool is(const Date& day, DayOff kind, const WorkCalendar& calendar) {
    const std::int64_t weekday = floor_mod(day_number(day) + 3, 7);
    if (kind == DayOff::saturday) return weekday == 5;
    if (kind == DayOff::sunday) return weekday == 6;
    return calendar.is_holiday(day);
}

bool is_any(const Date& day, const std::vector<DayOff>& kinds, const WorkCalendar& calendar) {
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](DayOff kind) { return is(day, kind, calendar); });
}

/// The n-th working day of the period of which the nominal day is the first, or the last if n is
/// negative.
std::optional<Date> counted(const Reading& reading, const Date& nominal, std::int64_t n,
                            const WorkCalendar& calendar) {
    const Date day = calendar.add(add_days(nominal, n > 0 ? -1 : 1), n);
    const bool same_month = day.year() == nominal.year() && day.month() == nominal.month();
    if (reading.within == CountedIn::month && !same_month) return std::nullopt;
    const bool same_week = std::abs(day_number(day) - day_number(nominal)) <= 6;
    if (reading.within == CountedIn::week && !same_week) return std::nullopt;
    return day;
}

/// Where a day goes that is moved.
Date moved(const Reading& reading, Date day, const WorkCalendar& calendar) {
    const auto is_moved = [&](const Date& date) { return is_any(date, reading.moves, calendar); };
    if (!is_moved(day)) return day;
    if (reading.to == MovedTo::working_day) return calendar.roll(day, *reading.roll);
    const int step = reading.roll == RollConvention::following ? 1 : -1;
    day = add_days(day, reading.to == MovedTo::week ? 7 * step : step);
    while (reading.to == MovedTo::other_day && is_moved(day)) day = add_days(day, step);
    return day;
}

}  // namespace

std::optional<Date> worked_day(const Reading& reading, const Date& nominal,
                               const WorkCalendar& calendar) {
    std::optional<Date> day = nominal;
    if (reading.working_day == 0) {
        if (!calendar.is_working_day(nominal)) day.reset();
    } else if (reading.working_day) {
        day = counted(reading, nominal, *reading.working_day, calendar);
    }
    if (!day || is_any(*day, reading.omits, calendar)) return std::nullopt;
    return reading.roll ? moved(reading, *day, calendar) : *day;
}

}  // namespace probity::detail
