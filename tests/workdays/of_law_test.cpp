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

namespace {

using namespace probity;
using probity_tests::day;
using probity_tests::Texts;
using probity_tests::texts;

const Date long_ago = day("1950-01-01");

Interval years(int first, int last) {
    return Interval(make_date(first, 1, 1), make_date(last + 1, 1, 1));
}

HolidayRow row(const std::string& name, HolidayRule rule,
               SubstitutePolicy policy = SubstitutePolicy::none) {
    HolidayRow row{
        .name_en = name, .rule = std::move(rule), .from = long_ago, .decided_on = long_ago};
    if (policy != SubstitutePolicy::none) {
        row.substitutes.push_back({.policy = policy, .from = long_ago});
    }
    return row;
}

HolidayRow recurring(const std::string& name, const char* rule) {
    return row(name, Rule::parse(rule));
}

/// What rows give in some years, as "2026-07-03 Independence Day".
Texts given(const std::vector<HolidayRow>& rows, const Interval& horizon) {
    return texts(WorkCalendar::of_law(rows, horizon).holidays(horizon.begin()));
}

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

// --- substitutes ------------------------------------------------------------------------------

TEST(OfLaw, NearestWeekdayIsTheFridayBeforeOrTheMondayAfter) {
    const HolidayRow fourth =
        row("Independence Day", FixedDay{7, 4}, SubstitutePolicy::nearest_weekday);
    // A Saturday in 2026, a Sunday in 2027, a Tuesday in 2028.
    const WorkCalendar us = WorkCalendar::of_law(std::vector{fourth}, years(2026, 2028));
    std::vector<std::string> days;
    for (const Holiday& holiday : us.holidays(day("2026-01-01"))) {
        days.push_back(to_string(holiday.date) + " " + holiday.name_en);
    }
    EXPECT_EQ(days, (Texts{"2026-07-03 Substitute holiday (Independence Day)",
                           "2026-07-04 Independence Day", "2027-07-04 Independence Day",
                           "2027-07-05 Substitute holiday (Independence Day)",
                           "2028-07-04 Independence Day"}));
    // New Year's Day of 2028 is a Saturday: it is observed in the year before.
    const HolidayRow new_year =
        row("New Year's Day", FixedDay{1, 1}, SubstitutePolicy::nearest_weekday);
    EXPECT_FALSE(WorkCalendar::of_law(std::vector{new_year}, years(2027, 2027))
                     .is_working_day(day("2027-12-31")));
}

TEST(OfLaw, NearestWeekdayGoesOnWhereAnotherHolidayStands) {
    // 2021-12-25 is a Saturday and the 24th a holiday.
    const std::vector<HolidayRow> rows{
        row("Christmas Eve", FixedDay{12, 24}, SubstitutePolicy::nearest_weekday),
        row("Christmas Day", FixedDay{12, 25}, SubstitutePolicy::nearest_weekday)};
    const WorkCalendar calendar = WorkCalendar::of_law(rows, years(2021, 2022));
    EXPECT_FALSE(calendar.is_working_day(day("2021-12-23")));
    EXPECT_TRUE(calendar.is_working_day(day("2021-12-27")));
    // In 2022 they are a Saturday and a Sunday: the Friday before and the Monday after.
    EXPECT_FALSE(calendar.is_working_day(day("2022-12-23")));
    EXPECT_FALSE(calendar.is_working_day(day("2022-12-26")));
    EXPECT_TRUE(calendar.is_working_day(day("2022-12-27")));
}

TEST(OfLaw, NextWeekdayAsInTheUnitedKingdom) {
    std::vector<HolidayRow> rows{row("Christmas Day", FixedDay{12, 25}, SubstitutePolicy::weekend),
                                 row("Boxing Day", FixedDay{12, 26}, SubstitutePolicy::weekend)};
    for (HolidayRow& holiday : rows) {
        holiday.substitutes[0].coinciding = false;
        holiday.substitutes[0].title_en = "{name} (substitute day)";
    }
    // Saturday and Sunday in 2027; Sunday and Monday in 2022; Friday and Saturday in 2026.
    const auto substitutes = [&](int year) {
        Texts found;
        for (const Holiday& holiday :
             WorkCalendar::of_law(rows, years(year, year)).holidays(make_date(year, 1, 1))) {
            if (holiday.kind == HolidayKind::substitute) found.push_back(to_string(holiday));
        }
        return found;
    };
    EXPECT_EQ(substitutes(2027), (Texts{"2027-12-27 Christmas Day (substitute day)",
                                        "2027-12-28 Boxing Day (substitute day)"}));
    EXPECT_EQ(substitutes(2022), (Texts{"2022-12-27 Christmas Day (substitute day)"}));
    EXPECT_EQ(substitutes(2026), (Texts{"2026-12-28 Boxing Day (substitute day)"}));
}

TEST(OfLaw, SubstitutesMayBeLostOnOtherDaysAndNotToHolidays) {
    HolidayRow friday = row("National Day", FixedDay{9, 23}, SubstitutePolicy::weekend);
    friday.substitutes[0].lost_on = std::vector<Weekday>{FR};
    HolidayLaw law{.rows = {friday}, .weekends = {{.days = {FR, SA}}}};
    // 2022-09-23 is a Friday, 2023-09-23 a Saturday.
    const WorkCalendar calendar = WorkCalendar::of_law(law, years(2022, 2023));
    EXPECT_EQ(texts(calendar.holidays(day("2022-01-01"))),
              (Texts{"2022-09-23 National Day", "2022-09-25 Substitute holiday (National Day)",
                     "2023-09-23 National Day"}));

    std::vector<HolidayRow> rows{row("a", FixedDay{6, 5}, SubstitutePolicy::weekend),
                                 row("b", FixedDay{6, 5}, SubstitutePolicy::weekend)};
    EXPECT_EQ(given(rows, years(2026, 2026)).size(), 3u);  // a Friday
    rows[0].substitutes[0].coinciding = rows[1].substitutes[0].coinciding = false;
    EXPECT_EQ(given(rows, years(2026, 2026)).size(), 2u);
}

TEST(OfLaw, AnyKindEarnsTheSubstituteThatItsRowSaysButOnlyYearlyOnesCauseOne) {
    HolidayRow closure = row("Foundation Day", FixedDay{8, 15}, SubstitutePolicy::weekend);
    closure.kind = HolidayKind::closure;
    EXPECT_EQ(
        given({closure}, years(2026, 2026)),
        (Texts{"2026-08-15 Foundation Day", "2026-08-17 Substitute holiday (Foundation Day)"}));
    // A Tuesday in 2028, on which a holiday and a closure coincide.
    const HolidayRow holiday = row("Holiday", FixedDay{8, 15}, SubstitutePolicy::weekend);
    EXPECT_EQ(given({holiday, closure}, years(2028, 2028)).size(), 2u);
}

// --- days between -----------------------------------------------------------------------------

TEST(OfLaw, DayBetweenTwoHolidaysIsOneAsInJapan) {
    const DayBetweenTerm between{.name = "国民の休日",
                                 .name_en = "National holiday",
                                 .from = day("2007-01-01"),
                                 .decided_on = day("2005-05-20"),
                                 .basis = "国民の祝日に関する法律第三条第三項"};
    HolidayLaw law{
        .rows = {recurring("Respect for the Aged Day", "FREQ=YEARLY;BYMONTH=9;BYDAY=3MO"),
                 {.name_en = "Autumnal Equinox Day",
                  .rule = ListedDates{{day("2025-09-23"), day("2026-09-23")}}}},
        .days_between = {between}};
    const Interval horizon = years(2025, 2026);
    const WorkCalendar japan = WorkCalendar::of_law(law, horizon);
    EXPECT_EQ(texts(japan.holidays(day("2025-01-01"))),
              (Texts{"2025-09-15 Respect for the Aged Day", "2025-09-23 Autumnal Equinox Day",
                     "2026-09-21 Respect for the Aged Day", "2026-09-22 国民の休日",
                     "2026-09-23 Autumnal Equinox Day"}));
    EXPECT_EQ(japan.explain(day("2026-09-22")),
              "2026-09-22 is a Tuesday and a public holiday: National holiday, by "
              "国民の祝日に関する法律第三条第三項.");
    // As known the day before it was decided, and from its first day on.
    EXPECT_TRUE(
        WorkCalendar::of_law(law, horizon, day("2005-05-19")).is_working_day(day("2026-09-22")));
    law.days_between[0].not_on = {TU};
    EXPECT_TRUE(WorkCalendar::of_law(law, horizon).is_working_day(day("2026-09-22")));
    law.days_between[0].not_on = {};
    law.days_between[0].from = day("2026-09-23");
    EXPECT_TRUE(WorkCalendar::of_law(law, horizon).is_working_day(day("2026-09-22")));
    law.days_between[0].from = day("2026-09-22");
    EXPECT_FALSE(WorkCalendar::of_law(law, horizon).is_working_day(day("2026-09-22")));
    law.days_between[0].from = day("2026-09-21");
    law.days_between[0].until = day("2026-09-22");
    EXPECT_TRUE(WorkCalendar::of_law(law, horizon).is_working_day(day("2026-09-22")));
}

TEST(OfLaw, ASubstituteComesBeforeADayBetween) {
    // 2026-05-03 is a Sunday, the 5th a holiday: the 4th is the substitute, once.
    HolidayLaw law{.rows = {row("Constitution Day", FixedDay{5, 3}, SubstitutePolicy::next_day),
                            row("Children's Day", FixedDay{5, 5})},
                   .days_between = {{.name_en = "National holiday", .from = long_ago}}};
    EXPECT_EQ(
        texts(WorkCalendar::of_law(law, years(2026, 2026)).holidays(day("2026-01-01"))),
        (Texts{"2026-05-03 Constitution Day", "2026-05-04 Substitute holiday (Constitution Day)",
               "2026-05-05 Children's Day"}));
}

// --- weekends ---------------------------------------------------------------------------------

TEST(OfLaw, WeekendMayChangeFromADayOn) {
    // The United Arab Emirates: Friday and Saturday to 2021, Saturday and Sunday from 2022 on.
    HolidayLaw law{
        .rows = {row("National Day", FixedDay{12, 2})},
        .weekends = {
            {.days = {FR, SA}},
            {.days = {SA, SU}, .from = day("2022-01-01"), .decided_on = day("2021-12-07")}}};
    const WorkCalendar emirates = WorkCalendar::of_law(law, years(2020, 2023));
    EXPECT_EQ(emirates.weekend(), (std::vector<Weekday>{SA, SU}));
    EXPECT_EQ(emirates.weekend(day("2021-12-31")), (std::vector<Weekday>{FR, SA}));
    EXPECT_EQ(emirates.weekend(day("2022-01-01")), (std::vector<Weekday>{SA, SU}));
    EXPECT_TRUE(emirates.is_working_day(day("2021-12-26")));   // a Sunday
    EXPECT_FALSE(emirates.is_working_day(day("2021-12-31")));  // a Friday
    EXPECT_FALSE(emirates.is_working_day(day("2022-01-02")));
    EXPECT_TRUE(emirates.is_working_day(day("2022-01-07")));
    EXPECT_EQ(emirates.add(day("2021-12-30"), 1), day("2022-01-03"));
    EXPECT_EQ(emirates.count(day("2021-12-26"), day("2022-01-09")), 10);
    EXPECT_EQ(to_string(emirates),
              "WorkCalendar([2020-01-01, 2024-01-01), weekend FR SA, SA SU from 2022-01-01, 4 "
              "holidays)");
    // Before the change was decided the old weekend goes on.
    const WorkCalendar before = WorkCalendar::of_law(law, years(2020, 2023), day("2021-12-06"));
    EXPECT_FALSE(before.is_working_day(day("2022-01-07")));
    EXPECT_NE(before, emirates);
    // Combined, each time has its own weekend.
    const WorkCalendar both = emirates | emirates.with_weekend({MO});
    EXPECT_EQ(both.weekend(day("2021-06-01")), (std::vector<Weekday>{MO, FR, SA}));
    EXPECT_EQ(both.weekend(day("2022-06-01")), (std::vector<Weekday>{MO, SA, SU}));
    EXPECT_EQ((emirates & emirates.with_weekend({SA, SU})).weekend(day("2021-06-01")),
              std::vector<Weekday>{SA});
    EXPECT_EQ(emirates | emirates, emirates);
    EXPECT_EQ(emirates & emirates, emirates);
    EXPECT_EQ(emirates.with_weekend({FR, SA}).weekend(day("2023-06-01")),
              (std::vector<Weekday>{FR, SA}));
}

TEST(OfLaw, SubstitutesKeepClearOfTheWeekendOfTheirTime) {
    HolidayLaw law{.rows = {row("Half-year Day", FixedDay{7, 1}, SubstitutePolicy::weekend)},
                   .weekends = {{.days = {FR, SA}}, {.days = {SU}, .from = day("2023-01-01")}}};
    // A Friday in 2022: the Sunday after. A Saturday in 2023, worked by then.
    EXPECT_EQ(texts(WorkCalendar::of_law(law, years(2022, 2023)).holidays(day("2022-01-01"))),
              (Texts{"2022-07-01 Half-year Day", "2022-07-03 Substitute holiday (Half-year Day)",
                     "2023-07-01 Half-year Day"}));
}

TEST(OfLaw, SubstitutesOfDaysBeforeTheHorizonKeepTheWeekendOfTheirTime) {
    // 2021-12-31 is a Friday, lost to the weekend of its time; the substitute keeps clear of the next.
    HolidayLaw law{.rows = {row("Year's End", FixedDay{12, 31}, SubstitutePolicy::weekend)},
                   .weekends = {{.days = {FR, SA}}, {.days = {SA, SU}, .from = day("2022-01-01")}}};
    EXPECT_EQ(texts(WorkCalendar::of_law(law, years(2022, 2022)).holidays(day("2022-01-01"))),
              (Texts{"2022-01-03 Substitute holiday (Year's End)", "2022-12-31 Year's End"}));
    // What is not said of days before the horizon is not asked for.
    law.weekends = {{.days = {SA, SU}, .from = day("2022-01-01")}};
    EXPECT_EQ(texts(WorkCalendar::of_law(law, years(2022, 2022)).holidays(day("2022-01-01"))),
              (Texts{"2022-12-31 Year's End"}));
}

TEST(OfLaw, WeekendsMayChangeOnAnyDay) {
    // In the middle of a week, a day later again, and at the horizon's last day.
    const HolidayLaw law{
        .weekends = {{.days = {SU}},
                     {.days = {SA, SU}, .holidays = {SU}, .from = day("2004-07-01")},
                     {.days = {MO}, .from = day("2004-07-02")},
                     {.days = {WE, FR}, .from = day("2005-12-31")}}};
    const Interval horizon = years(2004, 2005);
    const WorkCalendar calendar = WorkCalendar::of_law(law, horizon);
    std::int64_t worked = 0;
    for (Date date = horizon.begin(); date <= horizon.last(); date = add_days(date, 1)) {
        const std::vector<Weekday> off = calendar.weekend(date);
        const bool expected = std::find(off.begin(), off.end(), weekday_of(date)) == off.end();
        EXPECT_EQ(calendar.is_working_day(date), expected) << to_string(date);
        EXPECT_FALSE(calendar.is_holiday(date)) << to_string(date);
        EXPECT_EQ(calendar.count(horizon.begin(), date), worked) << to_string(date);
        if (expected) ++worked;
    }
    EXPECT_EQ(calendar.count(horizon.begin()), worked);
    EXPECT_EQ(calendar.weekend(day("2004-07-01")), (std::vector<Weekday>{SA, SU}));
    EXPECT_EQ(calendar.weekend(day("2005-12-31")), (std::vector<Weekday>{WE, FR}));
}

TEST(OfLaw, SundaysAreHolidaysOnlyIfTheLawSaysSoAndByItsText) {
    HolidayLaw law{.rows = {row("Holiday", FixedDay{1, 1})}};
    const Date sunday = day("2026-03-22");
    EXPECT_EQ(WorkCalendar::of_law(law, years(2026, 2026)).explain(sunday),
              "2026-03-22 is a Sunday, a day off but not a public holiday.");
    EXPECT_FALSE(WorkCalendar::of_law(law, years(2026, 2026)).is_holiday(sunday));
    law.weekends = {
        {.days = {SA, SU}, .holidays = {SU}, .basis_en = "section 1 of the Sundays Act"}};
    const WorkCalendar calendar = WorkCalendar::of_law(law, years(2026, 2026));
    EXPECT_TRUE(calendar.is_holiday(sunday));
    EXPECT_FALSE(calendar.is_holiday(day("2026-03-21")));
    EXPECT_EQ(calendar.explain(sunday),
              "2026-03-22 is a Sunday and as such a public holiday, by section 1 of the Sundays "
              "Act.");
    // A weekly holiday that is no Sunday is called by its name.
    law.weekends = {{.days = {FR, SA}, .holidays = {FR}, .basis = "주간휴일법 제1조"}};
    EXPECT_EQ(
        WorkCalendar::of_law(law, years(2026, 2026)).explain(day("2026-03-20"), Language::korean),
        "2026년 3월 20일(금)은 주간휴일법 제1조에 따라 금요일로서 공휴일입니다.");
}

TEST(OfLaw, ExplanationsCiteTheLawsOwnArticlesOrNone) {
    HolidayLaw law{.rows = {row("Holiday", FixedDay{1, 1})}};
    const auto explained = [&](const char* date, Language language = Language::english) {
        return WorkCalendar::of_law(law, years(2026, 2026)).explain(day(date), language);
    };
    EXPECT_EQ(explained("2026-03-18"),
              "2026-03-18 is a Wednesday and a working day: neither in the weekend nor a holiday.");
    EXPECT_EQ(explained("2026-01-01"), "2026-01-01 is a Thursday and a public holiday: Holiday.");
    for (const char* date : {"2026-03-18", "2026-03-21", "2026-03-22", "2026-01-01"}) {
        for (const Language language : {Language::english, Language::korean}) {
            EXPECT_EQ(explained(date, language).find("관공서"), std::string::npos);
            EXPECT_EQ(explained(date, language).find("Government Offices"), std::string::npos);
        }
    }
    law.cited_as_en = "5 U.S.C. 6103";
    EXPECT_EQ(explained("2026-03-18"),
              "2026-03-18 is a Wednesday and a working day: no public holiday by 5 U.S.C. 6103.");
    EXPECT_EQ(explained("2026-03-21"),
              "2026-03-21 is a Saturday, a day off but not a public holiday: 5 U.S.C. 6103 does "
              "not list it.");
    law.weekend_cited_as_en = "5 U.S.C. 6101";
    EXPECT_EQ(explained("2026-03-21"),
              "2026-03-21 is a Saturday, a day off but not a public holiday: 5 U.S.C. 6101 does "
              "not list it.");
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
    EXPECT_EQ(substitute(holiday).name, "광복절");
    EXPECT_EQ(substitute(holiday).name_en, "");
    EXPECT_EQ(substitute(holiday).name_in(Language::english), "광복절");
    holiday.substitutes[0].title = "대체공휴일({name})";
    EXPECT_EQ(substitute(holiday).name, "대체공휴일(광복절)");
    holiday.name_en = "Liberation Day";
    EXPECT_EQ(substitute(holiday).name_en, "Substitute holiday (Liberation Day)");
    holiday.name = "";
    EXPECT_EQ(substitute(holiday).name, "");
    EXPECT_EQ(substitute(holiday).name_in(Language::korean), "Substitute holiday (Liberation Day)");
    holiday.name = "建国記念の日";
    holiday.substitutes[0].title = "振替休日";
    holiday.substitutes[0].title_en = "";
    EXPECT_EQ(substitute(holiday).name, "振替休日");
    EXPECT_EQ(substitute(holiday).name_en, "Liberation Day");
    // A title that asks for no name stands without one.
    holiday.name = holiday.name_en = "";
    EXPECT_EQ(substitute(holiday).name, "振替休日");
    EXPECT_EQ(substitute(holiday).name_in(Language::english), "振替休日");
    holiday.name = "建国記念の日";
    holiday.substitutes[0].title_en = "Substitute holiday";
    EXPECT_EQ(substitute(holiday).name_en, "Substitute holiday");
    // A row without any name.
    holiday.name = "";
    holiday.substitutes[0].title = "{name}の振替休日";
    holiday.substitutes[0].title_en = "Substitute holiday ({name})";
    EXPECT_EQ(substitute(holiday).name_in(Language::english), "");
}

TEST(OfLaw, KoreasRowsWithoutAnEnglishNameHaveNoEmptyBrackets) {
    HolidayLaw law = korea::law();
    for (HolidayRow& holiday : law.rows) {
        holiday.name_en.clear();
        holiday.substitute_name_en.clear();
    }
    for (const Holiday& holiday :
         WorkCalendar::of_law(law, years(2010, 2030)).holidays(day("2010-01-01"))) {
        EXPECT_EQ(holiday.name_in(Language::english).find("()"), std::string::npos);
        EXPECT_EQ(holiday.name_in(Language::english), holiday.name);
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
        .date = day("2026-12-24"), .name = "성탄 전야", .kind = HolidayKind::half_day};
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

}  // namespace
