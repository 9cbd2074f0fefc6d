#include "src/exchange/ics/written_rule.hpp"

#include <gtest/gtest.h>

#include "probity/planning/observance.hpp"

namespace probity::detail {
namespace written_rule_test {

bool fits(const char* rule, const Date& start = make_date(2026, 1, 5)) {
    return fits_outlook(Rule::parse(rule), start);
}

TEST(FirstDayRule, OfTheThirdWeekIsAMondayFromTheTwelfthToTheEighteenth) {
    const auto rule = first_day_rule(span_rule(NthWeek{3}));
    ASSERT_TRUE(rule);
    EXPECT_EQ(*rule, Rule::parse("FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=12,13,14,15,16,17,18"));
}

TEST(FirstDayRule, OfIntegrityDayIsAWednesdayFromTheFourteenthToTheTwentieth) {
    const auto rule = first_day_rule(span_rule(WeekdayOfWeek{WE, 3, {3}}));
    ASSERT_TRUE(rule);
    EXPECT_EQ(*rule, Rule::parse("FREQ=YEARLY;BYMONTH=3;BYDAY=WE;BYMONTHDAY=14,15,16,17,18,19,20"));
}

TEST(FirstDayRule, OfTheThirdFullWeekIsTheThirdMonday) {
    const auto rule = first_day_rule(span_rule(NthWeek{3, {}, WeekConvention::full_weeks()}));
    ASSERT_TRUE(rule);
    EXPECT_EQ(*rule, Rule::parse("FREQ=MONTHLY;BYDAY=3MO"));
    EXPECT_TRUE(fits_outlook(*rule, make_date(2026, 1, 1)));
}

TEST(FirstDayRule, DoesNotExistForAWeekThatMayBeginInTheMonthBefore) {
    EXPECT_FALSE(first_day_rule(span_rule(NthWeek{1})));
    EXPECT_FALSE(first_day_rule(span_rule(NthWeek{5})));
}

// Wherever there is a rule, it gives the first days of the spans and no other, for twenty years.
TEST(FirstDayRule, GivesTheFirstDaysForAllConventionsWeeksAndWeekdays) {
    const Date begin = make_date(2020, 1, 1);
    const Date end = make_date(2040, 1, 1);
    int found = 0;
    for (int first_day = 0; first_day < 7; ++first_day) {
        for (int minimum = 1; minimum <= 7; ++minimum) {
            const WeekConvention convention(Weekday::from_index(first_day), minimum);
            for (const int week : {1, 2, 3, 4, 5, -1, -2, -3, -4, -5}) {
                for (int weekday = 0; weekday < 7; ++weekday) {
                    const WeekdayOfWeek day{Weekday::from_index(weekday), week, {}, convention};
                    const auto rule = first_day_rule(span_rule(day));
                    if (!rule) continue;
                    ++found;
                    EXPECT_EQ(Recurrence(*rule, make_date(2019, 1, 1)).between(begin, end),
                              spans(day, make_date(2019, 1, 1)).first_days().between(begin, end))
                        << to_string(*rule);
                }
            }
        }
    }
    EXPECT_GT(found, 49 * 2 * 7);  // weeks 2 and 3 always have one
}

TEST(OutlookTemplates, AreDaysAndWeeksByInterval) {
    EXPECT_TRUE(fits("FREQ=DAILY"));
    EXPECT_TRUE(fits("FREQ=DAILY;INTERVAL=3;UNTIL=20261231"));
    EXPECT_TRUE(fits("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"));
    EXPECT_FALSE(fits("FREQ=DAILY;BYDAY=MO"));
    EXPECT_FALSE(fits("FREQ=WEEKLY;BYMONTH=3"));
}

TEST(OutlookTemplates, AreOneDayOrOneOrdinalWeekdayOfTheMonth) {
    EXPECT_TRUE(fits("FREQ=MONTHLY;BYDAY=3WE"));
    EXPECT_TRUE(fits("FREQ=MONTHLY;BYDAY=-1TH"));
    EXPECT_TRUE(fits("FREQ=MONTHLY;BYMONTHDAY=15"));
    EXPECT_TRUE(fits("FREQ=MONTHLY"));
    EXPECT_FALSE(fits("FREQ=MONTHLY", make_date(2026, 1, 31)));
    EXPECT_FALSE(fits("FREQ=MONTHLY;BYDAY=5MO"));
    EXPECT_FALSE(fits("FREQ=MONTHLY;BYDAY=-2TH"));
    EXPECT_FALSE(fits("FREQ=MONTHLY;BYMONTHDAY=31"));
    EXPECT_FALSE(fits("FREQ=MONTHLY;BYMONTHDAY=1,15"));
    EXPECT_FALSE(fits("FREQ=MONTHLY;BYDAY=1WE,3WE"));
    EXPECT_FALSE(fits("FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=12,13,14,15,16,17,18"));
    EXPECT_FALSE(fits("FREQ=MONTHLY;BYMONTH=3;BYDAY=3WE"));
}

TEST(OutlookTemplates, AreReportedToBeRejectedForPositionsAndTheLastDay) {
    const auto found = [](const char* rule) {
        return outlook_template(Rule::parse(rule), make_date(2026, 1, 5));
    };
    for (const char* rule :
         {"FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
          "FREQ=MONTHLY;BYDAY=SU;BYSETPOS=3", "FREQ=YEARLY;BYMONTH=6;BYDAY=SU;BYSETPOS=3"}) {
        EXPECT_EQ(found(rule), OutlookTemplate::rejected_on_import) << rule;
        EXPECT_FALSE(fits(rule)) << rule;
    }
    for (const char* rule :
         {"FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=5", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1,2",
          "FREQ=MONTHLY;BYMONTHDAY=-2", "FREQ=MONTHLY;BYDAY=1MO,2TU;BYSETPOS=1",
          "FREQ=DAILY;BYDAY=MO;BYSETPOS=1", "FREQ=YEARLY;BYDAY=SU;BYSETPOS=3"}) {
        EXPECT_EQ(found(rule), OutlookTemplate::none) << rule;
    }
}

TEST(OutlookTemplates, HaveOneTimeOfDayAndThreeDigitsOfCount) {
    EXPECT_TRUE(fits("FREQ=MONTHLY;BYMONTHDAY=10;BYHOUR=15;BYMINUTE=30"));
    EXPECT_FALSE(fits("FREQ=DAILY;BYHOUR=9,14"));
    EXPECT_TRUE(fits("FREQ=DAILY;COUNT=999"));
    EXPECT_FALSE(fits("FREQ=DAILY;COUNT=1000"));
}

TEST(OutlookTemplates, AreOneDayOrOneOrdinalWeekdayOfTheYear) {
    EXPECT_TRUE(fits("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"));
    EXPECT_TRUE(fits("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"));
    EXPECT_TRUE(fits("FREQ=YEARLY"));
    EXPECT_TRUE(fits("FREQ=YEARLY;INTERVAL=3;BYMONTH=12;BYMONTHDAY=31"));
    EXPECT_FALSE(fits("FREQ=YEARLY", make_date(2024, 2, 29)));
    EXPECT_FALSE(fits("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"));
    EXPECT_FALSE(fits("FREQ=YEARLY;BYDAY=20MO"));
    EXPECT_FALSE(fits("FREQ=YEARLY;BYMONTH=3,9;BYDAY=3WE"));
    EXPECT_FALSE(fits("FREQ=YEARLY;BYWEEKNO=12;BYDAY=WE"));
    EXPECT_FALSE(fits("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"));
}

}  // namespace written_rule_test
}  // namespace probity::detail
