#include "probity/recurrence/every.hpp"

#include <gtest/gtest.h>

#include "probity/date/error.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace every_test {

using namespace probity::every;

std::string text_of(const Rule& rule) { return to_string(rule); }

TEST(Every, SaysWhatTheTextSays) {
    EXPECT_EQ(text_of(every_month / Wednesday[3]), "FREQ=MONTHLY;BYDAY=3WE");
    EXPECT_EQ(text_of(every_year / March / Wednesday[3]), "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE");
    EXPECT_EQ(text_of(every_year / Wednesday[3] / March), "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE");
    EXPECT_EQ(text_of(every_year / February / last_day), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");
    EXPECT_EQ(text_of(every_week / Monday / Thursday), "FREQ=WEEKLY;BYDAY=MO,TH");
    EXPECT_EQ(text_of(every_month(2) / day[15]), "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15");
    EXPECT_EQ(text_of(every_month / day[1] / day[-1]), "FREQ=MONTHLY;BYMONTHDAY=1,-1");
    EXPECT_EQ(text_of(every_month / Friday / day[13]), "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR");
    EXPECT_EQ(text_of(every_month / Friday[-1]), "FREQ=MONTHLY;BYDAY=-1FR");
    EXPECT_EQ(text_of(every_month / Friday(-1)), "FREQ=MONTHLY;BYDAY=-1FR");
    EXPECT_EQ(text_of(every_day / January / December), "FREQ=DAILY;BYMONTH=1,12");
    EXPECT_EQ(text_of(every_day(3) / Saturday / Sunday), "FREQ=DAILY;INTERVAL=3;BYDAY=SA,SU");
    EXPECT_EQ(text_of(every_year(4) / November / Tuesday),
              "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU");
}

TEST(Every, MonthsAndWeekdaysInOrder) {
    const std::vector<Month> months = {January, February, March,     April,   May,      June,
                                       July,    August,   September, October, November, December};
    for (std::size_t i = 0; i < months.size(); ++i) {
        EXPECT_EQ(months[i].number, static_cast<int>(i) + 1);
    }
    EXPECT_EQ(
        text_of(every_week / Monday / Tuesday / Wednesday / Thursday / Friday / Saturday / Sunday),
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU");
}

TEST(Every, WeeksAreSpanRules) {
    const SpanRule third = every_month / week[3];
    EXPECT_EQ(third, nth_week_rule(3));
    EXPECT_EQ(Spans(third, make_date(2026, 1, 1)), third_week(make_date(2026, 1, 1)));
    for (const NamedConvention& named : named_conventions) {
        for (const int n : {1, 2, 3, 4, 5, -1, -5}) {
            EXPECT_EQ(every_month / week(n, named.convention), nth_week_rule(n, named.convention));
        }
    }
    const Spans march(every_year / March / week[3], make_date(2026, 1, 1));
    EXPECT_EQ(march.nth(0), Interval(make_date(2026, 3, 16), make_date(2026, 3, 23)));
    EXPECT_EQ(march.nth(1), Interval(make_date(2027, 3, 15), make_date(2027, 3, 22)));
}

TEST(Every, APhraseIsARuleWhereverOneIsWanted) {
    const Recurrence meetings(every_month / Wednesday[3], make_date(2026, 1, 1));
    EXPECT_EQ(meetings.nth(0), make_date(2026, 1, 21));
    EXPECT_EQ((every_month / Wednesday[3]).parts().by_day, std::vector<NthWeekday>{WE(3)});
}

TEST(Every, WhatNoRuleSaysIsRefused) {
    EXPECT_ERROR(Rule(every_week / Wednesday[3]), RuleError);
    EXPECT_ERROR(Rule(every_day / Wednesday[3]), RuleError);
    EXPECT_ERROR(Rule(every_week / day[15]), RuleError);
    EXPECT_ERROR(Rule(every_month / day[32]), RuleError);
    EXPECT_ERROR(Rule(every_month / day[0]), RuleError);
    EXPECT_ERROR(Rule(every_month(0) / day[1]), RuleError);
    EXPECT_ERROR(Rule(every_month(-2) / day[1]), RuleError);
    EXPECT_ERROR(Rule(every_month(std::int64_t{1} << 31) / day[1]), RuleError);
    EXPECT_ERROR(Rule(every_year / Month{13}), RuleError);
    EXPECT_ERROR(every_week / week[3], RuleError);
    EXPECT_ERROR(every_month / Wednesday[0], ProbityError);
    EXPECT_ERROR(every_month / Wednesday[54], ProbityError);
    EXPECT_ERROR(every_month / week[0], ProbityError);
    EXPECT_ERROR(every_month / week[6], ProbityError);
}

}  // namespace every_test
}  // namespace probity
