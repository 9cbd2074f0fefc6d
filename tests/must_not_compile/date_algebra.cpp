// What one must not be able to write with dates; check.py says how this file is read.

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <functional>

#include "probity/date/date.hpp"
#include "probity/date/date_set.hpp"
#include "probity/date/lunisolar.hpp"
#include "probity/date/week_of_month.hpp"
#include "probity/date/weekday.hpp"

#ifdef PROBITY_ILLEGAL
#define CASE(legal, illegal) static_cast<void>(illegal)
#else
#define CASE(legal, illegal) static_cast<void>(legal)
#endif

using namespace probity;

// clang-format off: a case stands on one line with its reason.

void dates(Date date, Date other, Interval interval) {
    using boost::gregorian::days;

    // Two dates have a difference, but no sum; how many days to add is said with a unit.
    CASE(other - date, other + date);                             // refused: no match for 'operator\+'
    CASE(date + days(14), date + 14);                             // refused: conversion from 'int'
    CASE(date + days(14), 14 + date);                             // refused: no match for 'operator\+'
    CASE(date - days(14), date - 14);                             // refused: conversion from 'int'
    CASE(date += days(1), ++date);                                // refused: no match for 'operator\+\+'
    CASE(other < date, other < 20000);                            // refused: no match for 'operator<'

    // A date is made of a year, a month and a day, or read from text; neither by chance.
    CASE(Date(parse_date("2026-03-18")), Date("2026-03-18"));     // refused: conversion from 'const char\*'
    CASE(date = parse_date("2026-03-18"), date = "2026-03-18");   // refused: no match for 'operator='
    CASE(day_number(date), day_number("2026-03-18"));             // refused: invalid initialization|could not convert
    CASE(day_number(date), day_number(20000));                    // refused: invalid initialization|could not convert
    CASE(date == other, date == "2026-03-18");                    // refused: no match for 'operator=='

    // An interval is not a date, and two bare dates are not yet an interval.
    CASE(interval.begin() == date, interval == date);             // refused: no match for 'operator=='
    CASE(interval.contains(date), interval < date);               // refused: no match for 'operator<'
    CASE(interval.contains(date), interval.contains(interval));   // refused: no matching function|cannot convert
    CASE(interval = Interval(date), interval = date);             // refused: no match for 'operator='
    CASE(interval.meet(Interval(date)), interval.meet(date));     // refused: cannot convert
    CASE(interval.meet(interval), interval + interval);           // refused: no match for 'operator\+'
    CASE(interval.meet(interval), interval & interval);           // refused: no match for 'operator&'
    CASE(Interval(date), Interval());                             // refused: no matching function
}

void weekdays(Weekday weekday, NthWeekday nth, int number) {
    // Whether Sunday comes before Monday is a convention's matter.
    CASE(weekday == MO, weekday < MO);                            // refused: deleted
    CASE(weekday == MO, weekday > MO);                            // refused: deleted
    CASE(weekday == MO, weekday <= MO);                           // refused: deleted
    CASE(weekday == MO, weekday >= MO);                           // refused: deleted
    CASE(std::equal_to<Weekday>()(weekday, MO), weekday <=> MO);  // refused: no match for 'operator<=>'
    CASE(nth == WE(3), nth < WE(3));                              // refused: no match for 'operator<'
    CASE(nth == WE(3), nth > WE(3));                              // refused: no match for 'operator>'

    // Is 0 Monday or Sunday? from_index says.
    CASE(weekday = Weekday::from_index(2), weekday = 2);          // refused: no match for 'operator='
    CASE(Weekday::from_index(number), Weekday(number));           // refused: private
    CASE(weekday == Weekday::from_index(0), weekday == 0);        // refused: no match for 'operator=='
    CASE(weekday.index(), number = weekday);                      // refused: cannot convert
    CASE(weekday.index() + 1, weekday + 1);                       // refused: no match for 'operator\+'
    CASE(weekday = Weekday::parse("WE"), weekday = "WE");         // refused: no match for 'operator='

    // The third Wednesday is not a Wednesday, and a Wednesday not the first.
    CASE(nth.weekday() == WE, nth == WE);                         // refused: no match for 'operator=='
    CASE(nth_weekday(2026, 3, WE(3)), nth_weekday(2026, 3, WE));  // refused: could not convert|cannot convert
    CASE(NthWeekday(WE, 1), NthWeekday(WE));                      // refused: no matching function
    CASE(WE(3), WE(3)(3));                                        // refused: no match for call
}

void weeks(WeekConvention convention, WeekOfMonth week) {
    CASE(convention == WeekConvention(SU, 1), convention == SU);          // refused: no match for 'operator=='
    CASE(convention == WeekConvention::iso(), convention < WeekConvention::iso());  // refused: no match for 'operator<'
    CASE(WeekConvention(MO, 4), WeekConvention(1, 4));                    // refused: no matching function
    CASE(WeekConvention(MO, 4), WeekConvention());                        // refused: no matching function
    CASE(week.week + 1, week + 1);                                        // refused: no match for 'operator\+'
}

void lunar_dates(LunarDate lunar, LunarDate other, Date date) {
    // A lunar day later may be another month's first: days are added to dates.
    CASE(add_days(lunar.to_date(), 1), lunar + 1);                // refused: deleted
    CASE(other.to_date() - lunar.to_date(), other - lunar);       // refused: deleted
    CASE(lunar.to_date(), ++lunar);                               // refused: no match for 'operator\+\+'
    // The calendar of a date is not changed in passing.
    CASE(lunar.to_date() == date, lunar == date);                 // refused: no match for 'operator=='
    CASE(lunar.to_date() < date, lunar < date);                   // refused: no match for 'operator<'
    CASE(date = lunar.to_date(), date = lunar);                   // refused: no match for 'operator='
    CASE(lunar = LunarDate::of(date), lunar = date);              // refused: no match for 'operator='
    CASE(LunarDate(2026, 1, 1), LunarDate());                     // refused: no matching function
    CASE(LunarDate(2026, 1, 1), LunarDate(2026, 1));              // refused: no matching function
}

void date_sets(DateSet set, Date date, Interval interval) {
    CASE(DateSet{date}, DateSet(20000));                          // refused: no matching function
    CASE(DateSet::of_day_numbers({20000}), DateSet{20000});       // refused: no matching function|could not convert
    CASE(set | DateSet{date}, set | date);                        // refused: no match for 'operator\|'
    CASE(set & DateSet::of(interval), set & interval);            // refused: no match for 'operator&'
    CASE(set = DateSet::of(interval), set = interval);            // refused: no match for 'operator='
    // Of two sets neither is the smaller, and their sum is said as a union.
    CASE(set == set, set < set);                                  // refused: no match for 'operator<'
    CASE(set | set, set + set);                                   // refused: no match for 'operator\+'
    // A set is immutable.
    CASE(set.size(), set.clear());                                // refused: no member named
}
