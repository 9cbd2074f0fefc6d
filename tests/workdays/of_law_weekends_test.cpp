// Weekends in laws other than Korea's.
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

namespace of_law_weekends_test {

using namespace probity;
using namespace probity_tests;

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

}  // namespace of_law_weekends_test
