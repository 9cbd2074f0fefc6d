// Where recurrences end, and rules that have hardly any dates or none.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "answers.hpp"
#include "probity/date/error.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "samples.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace recurrence_ends_test {

// --- Ends -----------------------------------------------------------------------------------------

TEST(RecurrenceEnd, UntilBeforeTheStartLeavesNothing) {
    for (const std::string& text : sample_rules()) {
        for (const char* until : {"14000101", "20260130"}) {
            const Recurrence r = recurrence(text + ";UNTIL=" + until, "2026-01-31");
            EXPECT_EQ(r.nth(0), std::nullopt) << r;
            EXPECT_EQ(r.count(first_date()), 0) << r;
            EXPECT_EQ(r.next_after(first_date()), std::nullopt) << r;
            EXPECT_EQ(r.last_before(last_date()), std::nullopt) << r;
            EXPECT_TRUE(r.between(first_date()).empty()) << r;
            EXPECT_TRUE(walked(r, 1).empty()) << r;
            EXPECT_TRUE(r.is_finite()) << r;
            EXPECT_TRUE(r.same_dates(recurrence("FREQ=DAILY;UNTIL=20250101", "2026-01-01"))) << r;
            expect_same_membership(r, std::vector<std::int64_t>(100, 20484));
        }
    }
}

TEST(RecurrenceEnd, UntilIsTheLastDayAllowed) {
    for (const std::string& text : sample_rules()) {
        const Recurrence endless = recurrence(text, "2026-01-31");
        const Date last = *endless.nth(5);
        const Rule rule = Rule::parse(text);
        const Recurrence to_it(rule.with_until(last), make_date(2026, 1, 31));
        const Recurrence before_it(rule.with_until(near(last, -1)), make_date(2026, 1, 31));
        EXPECT_EQ(to_it.count(first_date()), 6) << text;
        EXPECT_EQ(before_it.count(first_date()), 5) << text;
        EXPECT_EQ(to_it.last_before(last_date()), last) << text;
        EXPECT_EQ(to_it.next_after(last), std::nullopt) << text;
        EXPECT_EQ(to_it.between(first_date()), endless.between(first_date(), near(last, 1)));
        const Recurrence counted(rule.with_count(6), make_date(2026, 1, 31));
        EXPECT_TRUE(counted.same_dates(to_it)) << text;
        EXPECT_FALSE(counted.same_dates(before_it)) << text;
        EXPECT_EQ(counted.last_before(last_date()), last) << text;
        EXPECT_EQ(counted.next_after(last), std::nullopt) << text;
        EXPECT_TRUE(counted.is_finite());
        EXPECT_FALSE(endless.is_finite()) << text;
    }
}

TEST(RecurrenceEnd, CountsThatReachFarOrFurtherThanThereAreDates) {
    for (const std::string& text : sample_rules()) {
        const Recurrence endless = recurrence(text, "2026-01-31");
        const std::int64_t total = endless.count(first_date());
        ASSERT_GT(total, 100) << text;
        const Rule rule = Rule::parse(text);
        for (const std::int64_t count : {total - 1, total, total + 1, std::int64_t{2147483647}}) {
            const Recurrence r(rule.with_count(count), make_date(2026, 1, 31));
            const std::int64_t has = std::min(count, total);
            EXPECT_EQ(r.count(first_date()), has) << r;
            EXPECT_EQ(r.nth(has - 1), endless.nth(has - 1)) << r;
            EXPECT_EQ(r.nth(has), std::nullopt) << r;
            EXPECT_EQ(r.next_after(*r.nth(has - 1)), std::nullopt) << r;
            EXPECT_EQ(r.same_dates(endless), count >= total) << r;
        }
    }
}

TEST(RecurrenceEnd, NegativeIndexIsRefused) {
    const Recurrence r = recurrence("FREQ=DAILY", "2026-01-01");
    EXPECT_MESSAGE(r.nth(-1), ProbityError,
                   "date -1 of a recurrence: its dates are counted from 0");
    EXPECT_ERROR(r.nth(std::numeric_limits<std::int64_t>::min()), ProbityError);
}

TEST(RecurrenceEnd, WindowsThatAreEmptyOrTurnedRound) {
    const Recurrence r = recurrence("FREQ=DAILY", "2026-01-01");
    EXPECT_TRUE(r.between(make_date(2026, 5, 1), make_date(2026, 5, 1)).empty());
    EXPECT_TRUE(r.between(make_date(2026, 5, 2), make_date(2026, 5, 1)).empty());
    EXPECT_EQ(r.count(make_date(2026, 5, 2), make_date(2026, 5, 1)), 0);
    EXPECT_EQ(r.between(last_date()).size(), 1U);
    EXPECT_TRUE(r.between(last_date(), last_date()).empty());
}

TEST(RecurrenceEnd, TimesOfDayHaveNoRecurrenceOfDates) {
    for (const char* text : {"FREQ=HOURLY", "FREQ=MINUTELY;INTERVAL=2", "FREQ=SECONDLY"}) {
        EXPECT_ERROR(recurrence(text, "2026-01-01"), RuleError);
    }
    EXPECT_TRUE(recurrence("FREQ=WEEKLY;BYHOUR=9,17", "2026-01-01")
                    .same_dates(recurrence("FREQ=WEEKLY", "2026-01-01")));
}

TEST(RecurrenceEnd, SeveralTimesADayMayNotChangeItsDates) {
    EXPECT_MESSAGE(recurrence("FREQ=DAILY;BYHOUR=9,14;COUNT=3", "2026-01-01"), RuleError,
                   "\"FREQ=DAILY;COUNT=3;BYHOUR=9,14\": 2 times a day change which dates COUNT "
                   "counts: a TimedRecurrence takes them, a recurrence of dates takes one");
    for (const char* text :
         {"FREQ=MONTHLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0,30;BYSETPOS=2",
          "FREQ=WEEKLY;BYHOUR=9,14;UNTIL=20260301T100000", "FREQ=YEARLY;BYSECOND=0,1;COUNT=2"}) {
        EXPECT_ERROR(recurrence(text, "2026-01-01"), RuleError);
    }
    for (const auto& [timed, dates] :
         {std::pair{"FREQ=DAILY;BYHOUR=9;COUNT=3", "FREQ=DAILY;COUNT=3"},
          {"FREQ=MONTHLY;BYDAY=MO;BYHOUR=9;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2"},
          {"FREQ=WEEKLY;BYHOUR=9,14;UNTIL=20260301", "FREQ=WEEKLY;UNTIL=20260301"},
          {"FREQ=WEEKLY;BYHOUR=9;UNTIL=20260301T080000", "FREQ=WEEKLY;UNTIL=20260301"}}) {
        EXPECT_TRUE(recurrence(timed, "2026-01-01").same_dates(recurrence(dates, "2026-01-01")));
    }
}

// --- Rules that match nothing, or hardly anything -------------------------------------------------

TEST(EmptyRule, SaysSoToEveryQuestion) {
    const std::vector<std::string> rules = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30,31",
        "FREQ=MONTHLY;INTERVAL=5;BYMONTH=2,4;BYMONTHDAY=31",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=2147483647;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",  // the start is a Saturday
        "FREQ=DAILY;INTERVAL=14;BYDAY=MO,FR",
        "FREQ=DAILY;BYDAY=MO;BYSETPOS=2",
        "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3",
        "FREQ=WEEKLY;BYDAY=MO,TU;BYMONTH=5;BYSETPOS=-8",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=5",  // from January
        "FREQ=MONTHLY;INTERVAL=24;BYMONTH=2,3,4",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTH=2,4,6,8,10,12",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYDAY=2MO;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=11",
        "FREQ=YEARLY;INTERVAL=4;BYYEARDAY=366",  // from 2026: no leap year
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;INTERVAL=400;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYDAY=53MO;BYMONTHDAY=15",
        "FREQ=YEARLY;BYWEEKNO=53;INTERVAL=400;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTH=6",
        "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=3",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;BYSETPOS=2",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31;BYDAY=MO;BYSETPOS=2",
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;SKIP=OMIT",
    };
    for (const std::string& text : rules) {
        const Recurrence r = recurrence(text, "2026-01-31");
        EXPECT_EQ(r.nth(0), std::nullopt) << text;
        EXPECT_EQ(r.next_after(first_date()), std::nullopt) << text;
        EXPECT_EQ(r.last_before(last_date()), std::nullopt) << text;
        EXPECT_EQ(r.count(first_date()), 0) << text;
        EXPECT_TRUE(r.between(first_date()).empty()) << text;
        EXPECT_FALSE(r.contains(make_date(2028, 2, 29))) << text;
        EXPECT_TRUE(walked(r, 1).empty()) << text;
        EXPECT_TRUE(r.is_finite()) << text;
        // With an end too.
        EXPECT_EQ(recurrence(text + ";COUNT=3", "2026-01-31").next_after(first_date()),
                  std::nullopt)
            << text;
        EXPECT_EQ(recurrence(text + ";COUNT=3", "2026-01-31").last_before(last_date()),
                  std::nullopt)
            << text;
    }
}

TEST(LargestInterval, GivesTheStartAlone) {
    const Date start = make_date(2026, 1, 31);  // a Saturday
    for (const char* text :
         {"FREQ=DAILY", "FREQ=DAILY;BYDAY=SA", "FREQ=DAILY;BYMONTH=1", "FREQ=WEEKLY",
          "FREQ=WEEKLY;BYMONTH=1", "FREQ=WEEKLY;BYDAY=SA;BYMONTH=1;BYSETPOS=1", "FREQ=MONTHLY",
          "FREQ=MONTHLY;BYDAY=-1SA", "FREQ=YEARLY", "FREQ=YEARLY;BYYEARDAY=31",
          "FREQ=YEARLY;BYWEEKNO=5", "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD",
          "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=1;SKIP=BACKWARD",
          "RSCALE=GREGORIAN;FREQ=YEARLY;BYYEARDAY=31;SKIP=FORWARD"}) {
        for (const char* interval : {"2147483647", "2147483646", "1000000000", "357913942"}) {
            const Recurrence r =
                recurrence(std::string(text) + ";INTERVAL=" + interval, "2026-01-31");
            EXPECT_EQ(walked(r, 3), std::vector<Date>{start}) << r;
            EXPECT_EQ(r.count(first_date()), 1) << r;
            EXPECT_EQ(r.nth(0), start) << r;
            EXPECT_EQ(r.nth(1), std::nullopt) << r;
            EXPECT_EQ(r.next_after(first_date()), start) << r;
            EXPECT_EQ(r.next_after(start), std::nullopt) << r;
            EXPECT_EQ(r.last_before(last_date()), start) << r;
            EXPECT_EQ(r.last_before(start), std::nullopt) << r;
            EXPECT_TRUE(r.contains(start)) << r;
            EXPECT_FALSE(r.contains(last_date())) << r;
        }
    }
    const Recurrence korean =
        recurrence("RSCALE=DANGI;FREQ=MONTHLY;INTERVAL=2147483647", "2026-02-17");
    EXPECT_EQ(korean.nth(0), make_date(2026, 2, 17));
    EXPECT_EQ(korean.count(first_date(), korean_end), 1);
}

}  // namespace recurrence_ends_test
}  // namespace probity::testing
