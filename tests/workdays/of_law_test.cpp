// Calendars of other laws than Korea's: what the rows say, and nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "probity/workdays/holiday_law.hpp"
#include "probity/workdays/korea.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/workdays/dates.hpp"
#include "tests/workdays/law_rows.hpp"

namespace of_law_test {

using namespace probity;
using namespace probity_tests;

// --- rules ------------------------------------------------------------------------------------

TEST(OfLaw, TakesAnyRuleAsARow) {
    EXPECT_EQ(
        given({recurring("Labor Day", "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO"),
               recurring("Thanksgiving", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
               recurring("Memorial Day", "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO")},
              years(2026, 2026)),
        (Texts{"2026-05-25 Memorial Day", "2026-09-07 Labor Day", "2026-11-26 Thanksgiving"}));
    // An interval counts from the row's first day in force.
    HolidayRow inauguration =
        recurring("Inauguration Day", "FREQ=YEARLY;INTERVAL=4;BYMONTH=1;BYMONTHDAY=20");
    inauguration.from = day("1937-01-20");
    inauguration.decided_on = day("1933-02-06");
    EXPECT_EQ(given({inauguration}, years(2020, 2026)),
              (Texts{"2021-01-20 Inauguration Day", "2025-01-20 Inauguration Day"}));
    EXPECT_EQ(given({recurring("Seollal", "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1")},
                    years(2026, 2027)),
              (Texts{"2026-02-17 Seollal", "2027-02-07 Seollal"}));
}

TEST(OfLaw, ARuleHoldsFromItsFirstDayToItsLast) {
    HolidayRow marine = recurring("Marine Day", "FREQ=YEARLY;BYMONTH=7;BYDAY=3MO");
    marine.from = day("2003-01-01");
    marine.decided_on = day("2001-06-22");
    marine.until = day("2020-01-01");
    marine.ended_on = day("2018-06-20");
    EXPECT_EQ(given({marine}, years(2002, 2003)), (Texts{"2003-07-21 Marine Day"}));
    EXPECT_EQ(given({marine}, years(2019, 2022)), (Texts{"2019-07-15 Marine Day"}));
    const auto known = [&](const char* date) {
        return WorkCalendar::of_law(std::vector{marine}, years(2002, 2022), day(date))
            .holidays(day("2020-01-01"))
            .size();
    };
    EXPECT_EQ(known("2018-06-19"), 3u);
    EXPECT_EQ(known("2018-06-20"), 0u);
    EXPECT_EQ(known("2001-06-21"), 0u);
}

TEST(OfLaw, TakesListedDatesAndEaster) {
    HolidayRow equinox{
        .name = "春分の日",
        .name_en = "Vernal Equinox Day",
        .rule = ListedDates{{day("2027-03-21"), day("2026-03-20"), day("2027-03-21")}}};
    EXPECT_EQ(given({equinox}, years(2025, 2028)),
              (Texts{"2026-03-20 春分の日", "2027-03-21 春分の日"}));
    EXPECT_EQ(given({row("Good Friday", EasterDay{-2}), row("Easter Monday", EasterDay{1})},
                    years(2026, 2026)),
              (Texts{"2026-04-03 Good Friday", "2026-04-06 Easter Monday"}));
    // The earliest and the latest Easter, and the years that the two exceptions are for.
    const WorkCalendar easter =
        WorkCalendar::of_law(std::vector{row("Easter", EasterDay{0})}, years(1950, 2290));
    for (const char* date : {"1954-04-18", "1981-04-19", "2008-03-23", "2038-04-25", "2049-04-18",
                             "2076-04-19", "2285-03-22"}) {
        EXPECT_TRUE(easter.is_holiday(day(date))) << date;
    }
}

// --- names ------------------------------------------------------------------------------------

TEST(OfLaw, SubstitutesHaveNamesInTheLanguagesGiven) {
    const auto substitute = [](HolidayRow holiday) {
        return WorkCalendar::of_law(std::vector{std::move(holiday)}, years(2026, 2026))
            .holidays(day("2026-01-01"))
            .at(1);
    };
    // 2026-08-15 is a Saturday.
    HolidayRow holiday = row("", FixedDay{8, 15}, SubstitutePolicy::weekend);
    holiday.name = "광복절";
    EXPECT_EQ(substitute(holiday).name.korean, "광복절");
    EXPECT_EQ(substitute(holiday).name.english, "");
    EXPECT_EQ(substitute(holiday).name.in(Language::english), "광복절");
    holiday.substitutes[0].title = "대체공휴일({name})";
    EXPECT_EQ(substitute(holiday).name.korean, "대체공휴일(광복절)");
    holiday.name_en = "Liberation Day";
    EXPECT_EQ(substitute(holiday).name.english, "Substitute holiday (Liberation Day)");
    holiday.name = "";
    EXPECT_EQ(substitute(holiday).name.korean, "");
    EXPECT_EQ(substitute(holiday).name.in(Language::korean), "Substitute holiday (Liberation Day)");
    holiday.name = "建国記念の日";
    holiday.substitutes[0].title = "振替休日";
    holiday.substitutes[0].title_en = "";
    EXPECT_EQ(substitute(holiday).name.korean, "振替休日");
    EXPECT_EQ(substitute(holiday).name.english, "Liberation Day");
    // A title that asks for no name stands without one.
    holiday.name = holiday.name_en = "";
    EXPECT_EQ(substitute(holiday).name.korean, "振替休日");
    EXPECT_EQ(substitute(holiday).name.in(Language::english), "振替休日");
    holiday.name = "建国記念の日";
    holiday.substitutes[0].title_en = "Substitute holiday";
    EXPECT_EQ(substitute(holiday).name.english, "Substitute holiday");
    // A row without any name.
    holiday.name = "";
    holiday.substitutes[0].title = "{name}の振替休日";
    holiday.substitutes[0].title_en = "Substitute holiday ({name})";
    EXPECT_EQ(substitute(holiday).name.in(Language::english), "");
}

TEST(OfLaw, KoreasRowsWithoutAnEnglishNameHaveNoEmptyBrackets) {
    HolidayLaw law = korea::law();
    for (HolidayRow& holiday : law.rows) {
        holiday.name_en.clear();
        holiday.substitute_name_en.clear();
    }
    for (const Holiday& holiday :
         WorkCalendar::of_law(law, years(2010, 2030)).holidays(day("2010-01-01"))) {
        EXPECT_EQ(holiday.name.in(Language::english).find("()"), std::string::npos);
        EXPECT_EQ(holiday.name.in(Language::english), holiday.name.korean);
    }
}

// --- half days --------------------------------------------------------------------------------

TEST(OfLaw, HalfDaysAreWorkedAndTakeNoDayFromAnother) {
    HolidayRow eve = row("Christmas Eve", FixedDay{12, 24});
    eve.kind = HolidayKind::half_day;
    eve.basis_en = "section 7 of the Staff Rules";
    const std::vector<HolidayRow> rows{
        eve, row("Christmas Day", FixedDay{12, 25}, SubstitutePolicy::nearest_weekday)};
    const WorkCalendar calendar = WorkCalendar::of_law(rows, years(2021, 2027));
    EXPECT_TRUE(calendar.is_working_day(day("2026-12-24")));
    EXPECT_TRUE(calendar.is_half_day(day("2026-12-24")));
    EXPECT_FALSE(calendar.is_holiday(day("2026-12-24")));
    EXPECT_FALSE(calendar.is_half_day(day("2026-12-23")));
    EXPECT_EQ(calendar.count(day("2026-12-21"), day("2026-12-28")), 4);
    EXPECT_EQ(texts(calendar.holidays(day("2026-01-01"), day("2027-01-01"))),
              (Texts{"2026-12-25 Christmas Day"}));
    EXPECT_EQ(calendar.explain(day("2026-12-24")),
              "2026-12-24 is a Thursday, a working day of which half is off: Christmas Eve, by "
              "section 7 of the Staff Rules.");
    EXPECT_EQ(calendar.explain(day("2026-12-24"), Language::korean),
              "2026년 12월 24일(목)은 반일 근무일입니다: Christmas Eve - section 7 of the Staff "
              "Rules.");
    EXPECT_EQ(texts(calendar.state(day("2026-12-24")).holidays),
              (Texts{"2026-12-24 Christmas Eve"}));
    // In 2021 the 24th is the substitute of the 25th, in 2022 a Saturday: no half day is left of it.
    EXPECT_FALSE(calendar.is_half_day(day("2021-12-24")));
    EXPECT_FALSE(calendar.is_working_day(day("2021-12-24")));
    EXPECT_FALSE(calendar.is_half_day(day("2022-12-24")));
    EXPECT_EQ(calendar.half_days(day("2021-01-01")).size(), 3u);  // 2024 to 2026
}

TEST(OfLaw, SaturdaysMayBeHalfDays) {
    HolidayRow saturdays = recurring("Saturday", "FREQ=WEEKLY;BYDAY=SA");
    saturdays.kind = HolidayKind::half_day;
    saturdays.until = day("2005-07-01");
    saturdays.ended_on = day("2005-06-30");
    HolidayLaw law{.rows = {saturdays},
                   .weekends = {{.days = {SU}}, {.days = {SA, SU}, .from = day("2005-07-01")}}};
    const WorkCalendar calendar = WorkCalendar::of_law(law, years(2005, 2005));
    EXPECT_TRUE(calendar.is_half_day(day("2005-06-25")));
    EXPECT_FALSE(calendar.is_working_day(day("2005-07-02")));
    EXPECT_EQ(calendar.half_days(day("2005-06-01")).size(), 4u);
}

TEST(OfLaw, HalfDaysAreKeptByChangedAndCombinedCalendars) {
    const Holiday eve{
        .date = day("2026-12-24"), .name = {"성탄 전야"}, .kind = HolidayKind::half_day};
    const WorkCalendar kr = WorkCalendar::korea();
    const WorkCalendar with = kr.with_holidays({&eve, 1});
    EXPECT_TRUE(with.is_half_day(eve.date));
    EXPECT_NE(with, kr);
    EXPECT_EQ(with.with_holidays({&eve, 1}), with);
    EXPECT_EQ(with.without_holiday(eve.date).half_days(day("2026-01-01")).size(), 0u);
    EXPECT_EQ(kr.diff(with, day("2026-12-01"), day("2027-01-01")).size(), 1u);
    EXPECT_TRUE((kr | with).is_half_day(eve.date));
    EXPECT_FALSE((kr & with).is_half_day(eve.date));
    EXPECT_FALSE((with | kr.with_holiday(eve.date, "휴무")).is_half_day(eve.date));
    EXPECT_TRUE((with & kr.with_holiday(eve.date, "휴무")).is_half_day(eve.date));
}

// --- laws that cannot be ----------------------------------------------------------------------

TEST(OfLaw, RefusesWhatNoLawCanSay) {
    const auto refused = [](HolidayRow holiday) {
        static_cast<void>(WorkCalendar::of_law(std::vector{std::move(holiday)}, years(2026, 2026)));
    };
    EXPECT_MESSAGE(refused(row("x", EasterDay{400})), ProbityError,
                   "the holiday row \"x\": an offset of 400 days: it is at most 366 either way");
    EXPECT_MESSAGE(refused(row("x", ListedDates{})), ProbityError,
                   "the holiday row \"x\": it lists no date");
    EXPECT_MESSAGE(refused(row("x", OneDate{})), ProbityError,
                   "the holiday row \"x\": its date is missing");
    EXPECT_MESSAGE(
        refused(row("x", Rule::parse("FREQ=HOURLY"))), ProbityError,
        "the holiday row \"x\": a holiday recurs by days, weeks, months or years, not by "
        "\"FREQ=HOURLY\"");
    HolidayRow without_first = row("x", FixedDay{1, 1});
    without_first.from = Date{};
    EXPECT_MESSAGE(refused(without_first), ProbityError,
                   "the holiday row \"x\": a holiday of every year needs the first day on which it "
                   "holds");
    HolidayRow half = row("x", FixedDay{1, 1}, SubstitutePolicy::weekend);
    half.kind = HolidayKind::half_day;
    EXPECT_MESSAGE(refused(half), ProbityError,
                   "the holiday row \"x\": a half day earns no substitute");

    HolidayRow ended = row("x", FixedDay{1, 1}, SubstitutePolicy::weekend);
    ended.until = long_ago;
    EXPECT_MESSAGE(
        refused(ended), ProbityError,
        "the holiday row \"x\": it holds until 1950-01-01, but from 1950-01-01 on: the end "
        "is the first day that is no longer covered");
    ended.until.reset();
    ended.substitutes[0].until = day("1949-12-31");
    EXPECT_MESSAGE(
        refused(ended), ProbityError,
        "the holiday row \"x\": it has substitutes until 1949-12-31, but from 1950-01-01 "
        "on: the end is the first day that is no longer covered");
    EXPECT_MESSAGE(
        static_cast<void>(WorkCalendar::of_law(
            {.days_between = {{.name_en = "between", .from = long_ago, .until = long_ago}}},
            years(2026, 2026))),
        ProbityError,
        "the days between holidays \"between\": they hold until 1950-01-01, but from 1950-01-01 "
        "on: "
        "the end is the first day that is no longer covered");
    // Nothing is left for a substitute.
    EXPECT_MESSAGE(
        refused(row("x", Rule::parse("FREQ=DAILY"), SubstitutePolicy::weekend)), ProbityError,
        "the holiday row \"x\": no day within 366 days of 2025-01-04 is free for its substitute");

    const auto refused_weekends = [](std::vector<WeekendTerm> weekends) {
        static_cast<void>(
            WorkCalendar::of_law({.weekends = std::move(weekends)}, years(2026, 2026)));
    };
    EXPECT_MESSAGE(refused_weekends({{.days = {MO, TU, WE, TH, FR, SA, SU}}}), ProbityError,
                   "a weekend of all seven days leaves no working day: name at most six days");
    EXPECT_MESSAGE(refused_weekends({{.days = {SA}, .holidays = {MO, TU, WE, TH, FR, SU}}}),
                   ProbityError,
                   "a weekend and weekly holidays of all seven days between them leave no working "
                   "day");
    EXPECT_MESSAGE(refused_weekends({{.days = {SA}, .from = day("2026-01-02")}}), ProbityError,
                   "the law says no weekend for 2026-01-01: leave out the first day of the "
                   "earliest one");
    EXPECT_MESSAGE(refused_weekends({}), ProbityError,
                   "the law says no weekend for 2026-01-01: leave out the first day of the "
                   "earliest one");
    EXPECT_MESSAGE(refused_weekends({{.days = {SA}, .from = day("2025-01-01")},
                                     {.days = {SU}, .from = day("2025-01-01")}}),
                   ProbityError,
                   "the weekend from 2025-01-01 stands behind one that begins no earlier: list "
                   "weekends in the order of their first days");
    EXPECT_MESSAGE(
        static_cast<void>(
            WorkCalendar::of_law({.days_between = {{.name_en = "between"}}}, years(2026, 2026))),
        ProbityError,
        "the days between holidays \"between\": they lack the first day on which they hold");
}

TEST(OfLaw, EasterOfALateCycleIsWhereTheTablesHaveIt) {
    // Full moons of 18 April, which a golden number above 11 puts a day earlier.
    for (const std::string& easter : Texts{"3165-04-18", "3260-04-18", "3317-04-18"}) {
        const int year = std::stoi(easter.substr(0, 4));
        EXPECT_EQ(given({row("Easter", EasterDay{})}, years(year, year)),
                  (Texts{easter + " Easter"}));
    }
}

TEST(OfLaw, AHolidayMayLieInTheYearBeforeTheOneThatItIsReckonedFrom) {
    // Seollal of 2026 is 17 February; sixty days before it lie in 2025.
    EXPECT_EQ(given({row("Eve", LunarDay{1, 1, -60})}, years(2025, 2025)),
              (Texts{"2025-12-19 Eve"}));
    EXPECT_EQ(given({row("Late", LunarDay{12, 1, 60})}, years(2026, 2026)).size(), 1u);
}

}  // namespace of_law_test
