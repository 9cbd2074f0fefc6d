// The reference against the examples of the standards, and against itself: tested day by day and
// generated part by part, it must give the same dates.
#include "reference.hpp"

#include <gtest/gtest.h>

#include <string>

#include "random_rule.hpp"
#include "rfc_examples.hpp"

namespace probity::testing {
namespace reference_test {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

const sys_days end_of_dates = year(10000) / 1 / 1;

std::string text_of(const std::vector<sys_days>& dates) {
    std::string text;
    for (sys_days date : dates) {
        const std::chrono::year_month_day day(date);
        char buffer[16];
        std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u ", static_cast<int>(day.year()),
                      static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
        text += buffer;
    }
    return text;
}

std::string dates(const std::string& rule, const std::string& start, const std::string& from,
                  const std::string& to) {
    return text_of(reference_dates(rule, RfcExample::read_day(start), RfcExample::read_day(from),
                                   RfcExample::read_day(to)));
}

TEST(Reference, GivesTheExamplesOfTheStandards) {
    for (const RfcExample& example : rfc_examples()) {
        const std::vector<sys_days> expected = example.expected();
        const sys_days to = example.goes_on ? expected.back() + days(1) : end_of_dates;
        EXPECT_EQ(
            text_of(reference_dates(example.rule, example.first_day(), example.first_day(), to)),
            text_of(expected))
            << example.section << ": " << example.says << "\n"
            << example.rule << " from " << example.start;
    }
}

TEST(Reference, StartsWithTheFirstMatchNotWithTheStart) {
    EXPECT_EQ(dates("FREQ=MONTHLY;BYDAY=3WE;COUNT=2", "2026-03-19", "2026-01-01", "2027-01-01"),
              "2026-04-15 2026-05-20 ");
}

TEST(Reference, MonthDayOfAYearlyRuleIsThatOfEveryMonth) {
    EXPECT_EQ(dates("FREQ=YEARLY;BYMONTHDAY=29", "2026-01-01", "2026-01-01", "2026-05-01"),
              "2026-01-29 2026-03-29 2026-04-29 ");
}

TEST(Reference, WeekNumberReachesOverTheEdgeOfTheYear) {
    // 1 January 2011, a Saturday, is in week 52 of 2010.
    EXPECT_EQ(dates("FREQ=YEARLY;BYWEEKNO=52;BYDAY=SA", "2010-01-01", "2010-06-01", "2011-06-01"),
              "2011-01-01 ");
    // From 1 January 2011 every other week-year counts from 2010.
    EXPECT_EQ(dates("FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO", "2011-01-01", "2011-01-01",
                    "2015-01-01"),
              "2012-01-02 2013-12-30 ");
}

TEST(Reference, WeekNumberAloneTakesItsWeekdayFromTheStart) {
    EXPECT_EQ(dates("FREQ=YEARLY;BYWEEKNO=20", "2026-01-01", "2026-01-01", "2028-01-01"),
              "2026-05-14 2027-05-20 ");
}

TEST(Reference, PositionsInAWeekCountFromItsFirstDayEvenBeforeTheStart) {
    // Thursday 1 January 2026: of Monday, Wednesday and Friday that week's second is past.
    EXPECT_EQ(
        dates("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2", "2026-01-01", "2026-01-01", "2026-01-15"),
        "2026-01-07 2026-01-14 ");
}

TEST(Reference, PositionsOfTheLastWeekOfAllCountDaysThatAreNotGivenOut) {
    // 31 December 9999 is a Friday; the week's last day off is the Sunday after the end.
    EXPECT_EQ(
        dates("FREQ=WEEKLY;BYDAY=FR,SU;BYSETPOS=-1", "9999-12-20", "9999-12-20", "9999-12-31"),
        "9999-12-26 ");
    EXPECT_EQ(text_of(reference_dates("FREQ=WEEKLY;BYDAY=FR,SU;BYSETPOS=-1", year(9999) / 12 / 27,
                                      year(9999) / 12 / 27, end_of_dates)),
              "");
}

TEST(Reference, LeapMonthThatTheYearLacks) {
    // 2025 has a leap month 6, 2023 a leap month 2; 2026 has none.
    EXPECT_EQ(dates("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1", "2025-01-29", "2025-01-29",
                    "2027-01-01"),
              "2025-07-25 ");
    EXPECT_EQ(dates("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1;SKIP=BACKWARD", "2025-01-29",
                    "2025-01-29", "2027-01-01"),
              "2025-07-25 2026-07-14 ");
    EXPECT_EQ(dates("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1;SKIP=FORWARD", "2025-01-29",
                    "2025-01-29", "2027-01-01"),
              "2025-07-25 2026-08-13 ");
}

TEST(Reference, KoreanHolidays) {
    // Seollal of 2028 is a day later than the Chinese new year; Chuseok of 2028.
    EXPECT_EQ(dates("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2026-01-01", "2026-01-01",
                    "2029-01-01"),
              "2026-02-17 2027-02-07 2028-01-27 ");
    EXPECT_EQ(dates("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15", "2026-01-01", "2026-01-01",
                    "2029-01-01"),
              "2026-09-25 2027-09-15 2028-10-03 ");
}

TEST(Reference, TestedAndGeneratedDatesAgree) {
    RandomRules random(7529);
    for (int i = 0; i < 1500; ++i) {
        const RandomRule rule = i % 5 == 0 ? random.next_korean() : random.next();
        if (rule.text.find("WARD") != std::string::npos) continue;
        const sys_days to = rule.start + days(3000);
        EXPECT_EQ(text_of(reference_dates(rule.text, rule.start, rule.start, to)),
                  text_of(reference_dates_by_generation(rule.text, rule.start, rule.start, to)))
            << rule.text << " from " << text_of({rule.start});
    }
}

TEST(Reference, RefusesWhatItCannotRead) {
    const sys_days day = year(2026) / 1 / 1;
    for (const char* text : {"", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYDAY=XX",
                             "RSCALE=HEBREW;FREQ=YEARLY", "BYDAY=MO"}) {
        EXPECT_THROW(reference_dates(text, day, day, day + days(9)), std::invalid_argument) << text;
    }
}

}  // namespace reference_test
}  // namespace probity::testing
