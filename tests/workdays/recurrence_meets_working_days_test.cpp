// Recurring dates and working days together, each question in one line.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "probity/recurrence/recurrence.hpp"
#include "probity/recurrence/spans.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/workdays/dates.hpp"

namespace recurrence_meets_working_days_test {

using namespace probity;
using probity_tests::day;
using probity_tests::Texts;
using probity_tests::texts;

const WorkCalendar& kr() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

TEST(RecurrenceOnWorkingDays, LastWorkingDayOfEveryMonth) {
    const Recurrence month_ends(Rule::parse("FREQ=MONTHLY;BYMONTHDAY=-1"), day("2026-01-01"));
    Texts adjusted;
    for (const auto [nominal, working] : kr().roll(month_ends, RollConvention::preceding)) {
        if (nominal >= day("2027-01-01")) break;
        adjusted.push_back(to_string(working));
    }
    Texts expected;
    for (int month = 1; month <= 12; ++month) {
        expected.push_back(to_string(kr().last_working_day(2026, month)));
    }
    EXPECT_EQ(adjusted, expected);
    EXPECT_EQ(adjusted.at(4), "2026-05-29");
}

TEST(RecurrenceOnWorkingDays, FirstWorkingDayAfterTheThirdWednesday) {
    EXPECT_EQ(kr().add(*nth_weekday(2026, 3, WE(3)), 1), day("2026-03-19"));
    // The third Wednesday of February 2026 is the day after Seollal.
    EXPECT_EQ(kr().add(*nth_weekday(2026, 2, WE(3)), 1), day("2026-02-19"));
}

TEST(RecurrenceOnWorkingDays, WorkingDaysOfTheThirdWeek) {
    EXPECT_EQ(texts(kr().working_days(*third_week().covering(day("2026-02-18")))),
              (Texts{"2026-02-19", "2026-02-20"}));
}

TEST(RecurrenceOnWorkingDays, WorkingDaysOfAllThirdWeeksOfAYear) {
    const DateSet days = kr().working_days_of(third_week(), day("2026-01-01"), day("2027-01-01"));
    std::int64_t counted = 0;
    std::vector<std::int64_t> per_week;
    for (const Interval& week : third_week().between(day("2026-01-01"), day("2027-01-01"))) {
        per_week.push_back(kr().count(week.begin(), *week.end()));
        counted += per_week.back();
    }
    EXPECT_EQ(static_cast<std::int64_t>(days.size()), counted);
    EXPECT_EQ(per_week, (std::vector<std::int64_t>{5, 2, 5, 5, 5, 5, 4, 4, 5, 5, 5, 5}));
}

TEST(RecurrenceOnWorkingDays, NominalAndAdjustedAreBothKept) {
    const Recurrence first_days(Rule::parse("FREQ=MONTHLY;BYMONTHDAY=1"), day("2026-01-01"));
    const std::vector<RolledDate> rolled = kr().roll(first_days, RollConvention::following)
                                               .between(day("2026-01-01"), day("2026-05-01"));
    EXPECT_EQ(rolled, (std::vector<RolledDate>{{day("2026-01-01"), day("2026-01-02")},
                                               {day("2026-02-01"), day("2026-02-02")},
                                               {day("2026-03-01"), day("2026-03-03")},
                                               {day("2026-04-01"), day("2026-04-01")}}));
}

TEST(RecurrenceOnWorkingDays, IsLazy) {
    // The rule has no end; only what is asked for is rolled, up to the horizon.
    const Recurrence daily(Rule::parse("FREQ=DAILY"), day("2100-12-30"));
    const RolledDates rolled = kr().roll(daily, RollConvention::none);
    auto it = rolled.begin();
    EXPECT_EQ((*it).adjusted, day("2100-12-30"));
    ++it;
    EXPECT_EQ((*it).adjusted, day("2100-12-31"));
    ++it;
    EXPECT_ERROR(*it, HorizonError);
}

TEST(RecurrenceOnWorkingDays, ARuleThatMatchesNothingGivesNothing) {
    const Recurrence never(Rule::parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), day("2026-01-01"));
    const RolledDates rolled = kr().roll(never, RollConvention::following);
    EXPECT_TRUE(rolled.begin() == rolled.end());
}

}  // namespace recurrence_meets_working_days_test
