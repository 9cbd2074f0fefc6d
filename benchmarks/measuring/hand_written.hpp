// Dates of a hundred years by the loops that one would write by hand, and by other libraries.
#pragma once

#include <algorithm>
#include <array>
#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <chrono>
#include <cstdint>

#ifdef PROBITY_HAS_LIBICAL
#include <libical/ical.h>
#endif

#include "probity/date/date.hpp"

namespace probity::measuring {

// A hundred whole years from a random one on. Whole years spare the hand-written loops the days cut
// off at either end.
struct Window {
    int begin_year;
    int end_year;

    [[nodiscard]] Date begin() const { return make_date(begin_year, 1, 1); }
    [[nodiscard]] Date end() const { return make_date(end_year, 1, 1); }
};

inline DayNumber number(std::chrono::sys_days day) {
    return static_cast<DayNumber>(day.time_since_epoch().count());
}

// The loops that one would write by hand, with std::chrono as it is meant to be used.
template <class OfMonth>
DayNumber* each_month(const Window& window, DayNumber* out, OfMonth of_month) {
    using namespace std::chrono;
    const year_month end = year(window.end_year) / January;
    for (year_month month = year(window.begin_year) / January; month != end; month += months(1)) {
        *out++ = of_month(month);
    }
    return out;
}

inline DayNumber* third_wednesdays_by_chrono(const Window& window, DayNumber* out) {
    return each_month(window, out, [](std::chrono::year_month month) {
        return number(month / std::chrono::Wednesday[3]);
    });
}

inline DayNumber* last_weekdays_by_chrono(const Window& window, DayNumber* out) {
    return each_month(window, out, [](std::chrono::year_month month) {
        const std::chrono::sys_days last = month / std::chrono::last;
        const unsigned weekday = std::chrono::weekday(last).iso_encoding();
        return number(last) - (weekday > 5 ? static_cast<DayNumber>(weekday) - 5 : 0);
    });
}

inline DayNumber* twentieth_weeks_by_chrono(const Window& window, DayNumber* out) {
    using namespace std::chrono;
    for (int y = window.begin_year; y != window.end_year; ++y) {
        const sys_days in_week_1 = year(y) / January / 4;
        *out++ = number(in_week_1 - (weekday(in_week_1) - Monday) + weeks(19));
    }
    return out;
}

inline DayNumber* biweekly_by_chrono(const Window& window, DayNumber* out) {
    using namespace std::chrono;
    const sys_days monday = year(1900) / January / 1;
    const sys_days begin = year(window.begin_year) / January / 1;
    const sys_days end = year(window.end_year) / January / 1;
    for (sys_days week = monday + (begin - monday) / days(14) * days(14); week < end;
         week += weeks(2)) {
        for (const int day : {0, 2, 4}) {
            const sys_days date = week + days(day);
            if (date >= begin && date < end) *out++ = number(date);
        }
    }
    return out;
}

// The same loops written for speed: no date is computed from its year, month and day, only the step
// from one to the next.
constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

inline DayNumber new_year(int year) {
    return number(std::chrono::year(year) / std::chrono::January / 1);
}

/// Calls `of_month(first day, its days)` for each month of a window.
template <class OfMonth>
DayNumber* step_through_months(const Window& window, DayNumber* out, OfMonth of_month) {
    static constexpr std::array<std::array<int, 12>, 2> lengths{
        {{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31},
         {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}}};
    DayNumber first = new_year(window.begin_year);
    for (int year = window.begin_year; year != window.end_year; ++year) {
        for (const int length : lengths[is_leap(year)]) {
            *out++ = of_month(first, length);
            first += length;
        }
    }
    return out;
}

// Days since a Monday, for days from 1900 on.
inline unsigned monday_based(DayNumber day) { return static_cast<unsigned>(day + 25567); }

inline DayNumber* third_wednesdays_by_steps(const Window& window, DayNumber* out) {
    return step_through_months(window, out, [](DayNumber first, int) {
        // The one Wednesday of the 15th to the 21st.
        const DayNumber last = first + 20;
        return last - static_cast<DayNumber>((monday_based(last) + 5) % 7);
    });
}

inline DayNumber* last_weekdays_by_steps(const Window& window, DayNumber* out) {
    return step_through_months(window, out, [](DayNumber first, int length) {
        const DayNumber last = first + length - 1;
        const auto weekday = static_cast<DayNumber>(monday_based(last) % 7);
        return last - std::max(weekday - 4, 0);
    });
}

inline DayNumber* twentieth_weeks_by_steps(const Window& window, DayNumber* out) {
    DayNumber in_week_1 = new_year(window.begin_year) + 3;
    for (int year = window.begin_year; year != window.end_year; ++year) {
        *out++ = in_week_1 - static_cast<DayNumber>(monday_based(in_week_1) % 7) + 19 * 7;
        in_week_1 += is_leap(year) ? 366 : 365;
    }
    return out;
}

inline DayNumber* biweekly_by_steps(const Window& window, DayNumber* out) {
    const DayNumber begin = new_year(window.begin_year);
    const DayNumber end = new_year(window.end_year);
    DayNumber week = begin - static_cast<DayNumber>(monday_based(begin) % 14);
    // The first and the last fortnight may be cut; those between are written whole.
    const auto write_cut = [&] {
        for (const int day : {0, 2, 4}) {
            if (week + day >= begin && week + day < end) *out++ = week + day;
        }
        week += 14;
    };
    write_cut();
    const std::int32_t whole = (end - week - 5) / 14 + 1;
    for (std::int32_t i = 0; i < whole; ++i) {
        out[3 * i] = week + 14 * i;
        out[3 * i + 1] = week + 14 * i + 2;
        out[3 * i + 2] = week + 14 * i + 4;
    }
    week += 14 * whole;
    out += 3 * whole;
    if (week < end) write_cut();
    return out;
}

// Boost.Date_Time's generator of the n-th weekday of a month.
inline DayNumber* third_wednesdays_by_boost(const Window& window, DayNumber* out) {
    using boost::gregorian::nth_day_of_the_week_in_month;
    for (int year = window.begin_year; year != window.end_year; ++year) {
        for (unsigned short month = 1; month <= 12; ++month) {
            nth_day_of_the_week_in_month third(nth_day_of_the_week_in_month::third,
                                               boost::date_time::Wednesday, month);
            *out++ = day_number(third.get_date(static_cast<unsigned short>(year)));
        }
    }
    return out;
}

#ifdef PROBITY_HAS_LIBICAL
// libical walks from DTSTART. The window's first date is given as that, so that it walks nothing in
// vain, and because a DTSTART that the rule does not match confuses it.
inline DayNumber* write_by_libical(const char* rule, const Date& first, const Window& window,
                                   DayNumber* out) {
    icaltimetype day = icaltime_null_time();
    day.is_date = 1;
    day.year = first.year();
    day.month = first.month().as_number();
    day.day = first.day();
    icalrecur_iterator* iterator =
        icalrecur_iterator_new(icalrecurrencetype_from_string(rule), day);
    if (iterator == nullptr) return out;
    for (day = icalrecur_iterator_next(iterator);
         !icaltime_is_null_time(day) && day.year < window.end_year;
         day = icalrecur_iterator_next(iterator)) {
        *out++ = day_number(Date(static_cast<unsigned short>(day.year),
                                 static_cast<unsigned short>(day.month),
                                 static_cast<unsigned short>(day.day)));
    }
    icalrecur_iterator_free(iterator);
    return out;
}
#endif

}  // namespace probity::measuring
