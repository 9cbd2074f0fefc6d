// Writes this library's weeks of the month for a peer to check: under all 49 conventions, each week
// of 1900 to 2100 on a line of
//
//     first-day-of-week minimum-days first-day year month week
//
// with the first day of the week from 1 for Monday to 7, and the first day of the line's week as a
// count of days from 1970-01-01.

#include <cstdio>

#include "probity/date/date.hpp"
#include "probity/date/week_of_month.hpp"
#include "probity/date/weekday.hpp"

int main() {
    using namespace probity;
    const DayNumber begin = day_number(make_date(1900, 1, 1));
    const DayNumber end = day_number(make_date(2101, 1, 1));
    for (int first_day = 0; first_day < 7; ++first_day) {
        for (int minimum_days = 1; minimum_days <= 7; ++minimum_days) {
            const WeekConvention convention(Weekday::from_index(first_day), minimum_days);
            DayNumber day = begin;
            while (weekday_of(date_of(day)) != convention.first_day()) --day;
            for (; day < end; day += 7) {
                const WeekOfMonth week = convention.locate(date_of(day));
                std::printf("%d %d %d %d %d %d\n", first_day + 1, minimum_days, day, week.year,
                            week.month, week.week);
            }
        }
    }
}
