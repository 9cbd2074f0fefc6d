// The ends of the range, and the Korean calendar's horizon.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/date/lunisolar.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "reference.hpp"
#include "samples.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace recurrence_range_test {

// --- The ends of the range ------------------------------------------------------------------------

// The dates by the reference, from the start to 9999-12-31 at most, within [from, to].
std::vector<Date> reference_between(const std::string& rule, const Date& start, const Date& from,
                                    const Date& last) {
    std::vector<Date> dates;
    for (const auto& date : reference_dates(rule, to_sys_days(start), to_sys_days(from),
                                            to_sys_days(last) + std::chrono::days(1))) {
        dates.push_back(to_date(date));
    }
    return dates;
}

TEST(EndsOfTheRange, FirstYearsOfEveryRule) {
    const Date last = make_date(1402, 3, 31);
    for (const std::string& text : sample_rules()) {
        for (const Date& start : {first_date(), make_date(1400, 1, 2), make_date(1400, 1, 31)}) {
            const Recurrence r(Rule::parse(text), start);
            const std::vector<Date> expected = reference_between(text, start, first_date(), last);
            EXPECT_EQ(dates_in(r.between(first_date(), near(last, 1))), expected) << r;
            if (expected.empty()) continue;
            EXPECT_EQ(r.nth(0), expected.front()) << r;
            EXPECT_EQ(r.last_before(expected.front()), std::nullopt) << r;
            EXPECT_EQ(r.last_before(first_date()), std::nullopt) << r;
            EXPECT_EQ(r.contains(first_date()), expected.front() == first_date()) << r;
            if (expected.front() != first_date()) {
                EXPECT_EQ(r.next_after(first_date()), expected.front()) << r;
            }
            EXPECT_EQ(r.last_before(near(last, 1)), expected.back()) << r;
        }
    }
}

TEST(EndsOfTheRange, LastYearsOfEveryRule) {
    const std::vector<Date> starts = {
        last_date(),           make_date(9999, 12, 30), make_date(9999, 12, 1),
        make_date(9999, 1, 1), make_date(9998, 12, 31), make_date(9996, 2, 29)};
    for (const std::string& text : sample_rules()) {
        for (const Date& start : starts) {
            const Recurrence r(Rule::parse(text), start);
            const std::vector<Date> expected = reference_between(text, start, start, last_date());
            SCOPED_TRACE(to_string(r));
            EXPECT_EQ(dates_in(r.between(first_date())), expected);
            EXPECT_EQ(walked(r, 5000), expected);
            EXPECT_EQ(r.count(first_date()), static_cast<std::int64_t>(expected.size()));
            const auto size = static_cast<std::int64_t>(expected.size());
            EXPECT_EQ(r.nth(size), std::nullopt);
            EXPECT_EQ(r.next_after(last_date()), std::nullopt);
            EXPECT_EQ(r.contains(last_date()), !expected.empty() && expected.back() == last_date());
            if (expected.empty()) {
                EXPECT_TRUE(r.is_finite());
                EXPECT_EQ(r.next_after(first_date()), std::nullopt);
                EXPECT_EQ(r.last_before(last_date()), std::nullopt);
                continue;
            }
            EXPECT_EQ(r.nth(size - 1), expected.back());
            EXPECT_EQ(r.next_after(expected.back()), std::nullopt);
            for (std::size_t i = 1; i < expected.size(); i += 1 + expected.size() / 20) {
                EXPECT_EQ(r.next_after(expected[i - 1]), expected[i]);
                EXPECT_EQ(r.last_before(expected[i]), expected[i - 1]);
            }
        }
    }
}

TEST(EndsOfTheRange, LastDatesOfRulesThatBeganLongAgo) {
    const Date from = make_date(9993, 1, 1);
    for (const std::string& text : sample_rules()) {
        const Date start = make_date(9960, 1, 31);
        const Recurrence r(Rule::parse(text), start);
        EXPECT_EQ(dates_in(r.between(from)), reference_between(text, start, from, last_date()))
            << r;
    }
}

// --- The Korean calendar's horizon ----------------------------------------------------------------

TEST(Horizon, WhatLiesBeyondIsUnknownRatherThanAbsent) {
    const Recurrence seollal =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2026-01-01");
    EXPECT_EQ(seollal.next_after(make_date(2026, 2, 17)), make_date(2027, 2, 7));
    EXPECT_EQ(seollal.next_after(make_date(2100, 1, 1)), lunar_new_year(2100));
    EXPECT_EQ(seollal.nth(74), lunar_new_year(2100));
    EXPECT_EQ(seollal.count(first_date(), make_date(2100, 12, 31)), 75);

    EXPECT_ERROR(seollal.next_after(lunar_new_year(2100)), HorizonError);
    EXPECT_ERROR(seollal.next_after(last_date()), HorizonError);
    EXPECT_ERROR(seollal.nth(75), HorizonError);
    EXPECT_ERROR(seollal.count(first_date()), HorizonError);
    EXPECT_ERROR(seollal.count(first_date(), make_date(2101, 3, 1)), HorizonError);
    EXPECT_ERROR(seollal.count(make_date(2200, 1, 1), make_date(2200, 1, 2)), HorizonError);
    EXPECT_ERROR(seollal.between(first_date()), HorizonError);
    EXPECT_ERROR(seollal.contains(make_date(2101, 2, 1)), HorizonError);
    EXPECT_ERROR(seollal.last_before(make_date(2150, 1, 1)), HorizonError);
    std::array<DayNumber, 100> days{};
    EXPECT_ERROR(seollal.write(first_date(), std::nullopt, days), HorizonError);
    EXPECT_EQ(seollal.write(first_date(), std::nullopt, std::span(days).first(75)), 75U);
    EXPECT_FALSE(seollal.is_finite());

    // Before the start there is nothing to know.
    EXPECT_EQ(seollal.last_before(make_date(2026, 1, 1)), std::nullopt);
    EXPECT_EQ(seollal.next_after(first_date()), make_date(2026, 2, 17));

    // Walking ends with the error, not in silence.
    std::vector<Date> walked_dates;
    EXPECT_ERROR(
        [&] {
            for (const Date& date : seollal) walked_dates.push_back(date);
            return 0;
        }(),
        HorizonError);
    EXPECT_EQ(walked_dates.size(), 75U);
}

TEST(Horizon, ARuleThatEndedBeforeItIsKnownToTheEnd) {
    for (const char* end :
         {"COUNT=3", "UNTIL=20281231", "COUNT=75;BYMONTHDAY=1", "UNTIL=21000301"}) {
        const Recurrence r =
            recurrence(std::string("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;") + end, "2026-02-17");
        EXPECT_EQ(r.next_after(last_date()), std::nullopt) << r;
        EXPECT_EQ(r.nth(100), std::nullopt) << r;
        EXPECT_FALSE(r.contains(last_date())) << r;
        EXPECT_GE(r.count(first_date()), 3) << r;
        EXPECT_TRUE(r.last_before(last_date()).has_value()) << r;
        EXPECT_TRUE(r.is_finite()) << r;
        EXPECT_FALSE(r.between(first_date()).empty()) << r;
        EXPECT_GE(walked(r, 1000).size(), 3U) << r;
    }
    for (const char* end : {"COUNT=76", "UNTIL=22000101"}) {
        const Recurrence beyond =
            recurrence(std::string("RSCALE=DANGI;FREQ=YEARLY;") + end, "2026-02-17");
        EXPECT_EQ(beyond.nth(74), lunar_new_year(2100));
        EXPECT_ERROR(beyond.nth(75), HorizonError);
        EXPECT_ERROR(beyond.next_after(lunar_new_year(2100)), HorizonError);
        EXPECT_TRUE(beyond.is_finite());
    }
}

TEST(Horizon, PastItsEndARuleIsKnownAgain) {
    const Recurrence until = recurrence("RSCALE=DANGI;FREQ=YEARLY;UNTIL=22000101", "2026-02-17");
    EXPECT_FALSE(until.contains(make_date(2200, 1, 2)));
    EXPECT_EQ(until.next_after(make_date(2200, 1, 1)), std::nullopt);
    EXPECT_EQ(until.count(make_date(2200, 1, 2)), 0);
    EXPECT_TRUE(until.between(make_date(2250, 1, 1), make_date(2260, 1, 1)).empty());
    EXPECT_ERROR(until.contains(make_date(2200, 1, 1)), HorizonError);
    EXPECT_ERROR(until.next_after(make_date(2199, 12, 31)), HorizonError);
    EXPECT_ERROR(until.count(make_date(2199, 1, 1), make_date(2250, 1, 1)), HorizonError);
    EXPECT_ERROR(until.last_before(make_date(2300, 1, 1)), HorizonError);
    // In combinations too.
    const Recurrence fridays = recurrence("FREQ=WEEKLY;BYDAY=FR", "2026-01-01");
    EXPECT_EQ((until & fridays).next_after(make_date(2200, 1, 1)), std::nullopt);
    EXPECT_ERROR((until | fridays).contains(make_date(2150, 1, 1)), HorizonError);

    const Recurrence counted = recurrence("RSCALE=DANGI;FREQ=YEARLY;COUNT=76", "2026-02-17");
    EXPECT_EQ(counted.nth(76), std::nullopt);
    EXPECT_ERROR(counted.nth(75), HorizonError);
    const Recurrence with_extra(Rule::parse("RSCALE=DANGI;FREQ=YEARLY;COUNT=76"),
                                make_date(2026, 2, 17), {make_date(2027, 1, 1)});
    EXPECT_EQ(with_extra.nth(77), std::nullopt);
    EXPECT_ERROR(with_extra.nth(76), HorizonError);
}

TEST(Horizon, ExtraDatesBeyondItDoNotHideWhatIsUnknown) {
    const Recurrence r(Rule::parse("RSCALE=DANGI;FREQ=YEARLY"), make_date(2026, 2, 17),
                       {make_date(2027, 1, 1), make_date(2150, 1, 1)});
    EXPECT_EQ(r.next_after(make_date(2026, 2, 17)), make_date(2027, 1, 1));
    EXPECT_EQ(r.nth(75), lunar_new_year(2100));
    // Dates of the rule between 2101 and 2150 are not known, so 2150-01-01 is not known to be next.
    EXPECT_ERROR(r.next_after(lunar_new_year(2100)), HorizonError);
    EXPECT_ERROR(r.nth(76), HorizonError);
    std::array<DayNumber, 77> days{};
    EXPECT_ERROR(r.write(first_date(), std::nullopt, days), HorizonError);
    EXPECT_ERROR(walked(r, 1000), HorizonError);
}

TEST(Horizon, ARuleWithoutKnownDatesMayHaveSomeBeyond) {
    // Lunar 2026-01-01 is before the start; the next that counts is in 2326.
    const Recurrence r =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;INTERVAL=300;BYMONTH=1;BYMONTHDAY=1", "2026-03-01");
    EXPECT_EQ(r.count(first_date(), make_date(2100, 12, 31)), 0);
    EXPECT_ERROR(r.next_after(first_date()), HorizonError);
    EXPECT_ERROR(r.nth(0), HorizonError);
    EXPECT_ERROR(r.is_finite(), HorizonError);
}

TEST(Horizon, StartsOutsideAreRefused) {
    EXPECT_ERROR(recurrence("RSCALE=DANGI;FREQ=YEARLY", "1900-01-30"), HorizonError);
    EXPECT_ERROR(recurrence("RSCALE=DANGI;FREQ=YEARLY", "2101-01-29"), HorizonError);
    EXPECT_EQ(recurrence("RSCALE=DANGI;FREQ=YEARLY", "1900-01-31").nth(0), make_date(1900, 1, 31));
    EXPECT_EQ(recurrence("RSCALE=DANGI;FREQ=DAILY", "2101-01-28").nth(0), make_date(2101, 1, 28));
    EXPECT_ERROR(recurrence("RSCALE=DANGI;FREQ=DAILY", "2101-01-28").nth(1), HorizonError);
}

TEST(Horizon, TheLastWeekIsHalfKnownIfPositionsInItAreAskedFor) {
    // Lunar 2100 ends on Friday 2101-01-28, in the week from Monday 24 January on.
    const Recurrence last =
        recurrence("RSCALE=DANGI;FREQ=WEEKLY;BYDAY=MO,TU,FR;BYSETPOS=-1", "2101-01-03");
    EXPECT_TRUE(last.contains(make_date(2101, 1, 21)));
    EXPECT_EQ(last.next_after(make_date(2101, 1, 20)), make_date(2101, 1, 21));
    EXPECT_FALSE(last.contains(make_date(2101, 1, 23)));
    for (const int day : {24, 25, 28}) {
        EXPECT_ERROR(last.contains(make_date(2101, 1, day)), HorizonError) << day;
    }
    EXPECT_ERROR(last.next_after(make_date(2101, 1, 21)), HorizonError);
    // From Sundays on, the half-known week begins a day earlier.
    const Recurrence sundays =
        recurrence("RSCALE=DANGI;FREQ=WEEKLY;BYDAY=MO,TU,FR;BYSETPOS=-1;WKST=SU", "2101-01-03");
    EXPECT_ERROR(sundays.contains(make_date(2101, 1, 23)), HorizonError);
    EXPECT_FALSE(sundays.contains(make_date(2101, 1, 22)));
    // Without positions every known day is known.
    const Recurrence all = recurrence("RSCALE=DANGI;FREQ=WEEKLY;BYDAY=MO,TU,FR", "2101-01-03");
    EXPECT_TRUE(all.contains(make_date(2101, 1, 28)));
    EXPECT_ERROR(all.contains(make_date(2101, 1, 29)), HorizonError);
}

TEST(LunarWeekNumbers, AStartMayLieInAnotherWeekYearThanItsLunarYear) {
    // Seollal 2027 is Sunday 7 February, the last day of the week-year 2026.
    const Recurrence last_sunday =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "2027-02-07");
    EXPECT_EQ(last_sunday.nth(0), make_date(2027, 2, 7));
    // With every second year counted from 2026, the next is of the week-year 2028.
    const Recurrence second =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO", "2027-02-07");
    EXPECT_EQ(second.nth(0), make_date(2028, 1, 24));
    // Seollal 2026 is a Tuesday: the Monday before begins the week-year 2026.
    const Recurrence first_monday =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2026-02-16");
    EXPECT_EQ(first_monday.nth(0), make_date(2026, 2, 16));
    EXPECT_EQ(
        recurrence("RSCALE=DANGI;FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=TU", "2026-02-16").nth(0),
        make_date(2026, 2, 17));
    // The day before is still of the week-year 2025.
    EXPECT_EQ(recurrence("RSCALE=DANGI;FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "2026-02-15").nth(0),
              make_date(2026, 2, 15));
}

TEST(MovedDays, OutOfTheYearAreCountedWhereTheyLie) {
    // Day 366 of 2026 goes to Friday 2027-01-01, the first Friday of 2027 and the 53rd from its end.
    const auto forward = [](const char* day) {
        return recurrence(std::string("RSCALE=GREGORIAN;FREQ=YEARLY;BYYEARDAY=366;BYDAY=") + day +
                              ";SKIP=FORWARD",
                          "2026-01-01")
            .contains(make_date(2027, 1, 1));
    };
    EXPECT_TRUE(forward("1FR"));
    EXPECT_TRUE(forward("-53FR"));
    EXPECT_FALSE(forward("53FR"));
    EXPECT_FALSE(forward("-1FR"));
    EXPECT_FALSE(forward("-52FR"));
    EXPECT_FALSE(forward("1TH"));
    // The 366th day from the end of 2026 goes to Wednesday 2025-12-31, the last and 53rd of 2025.
    const auto backward = [](const char* day) {
        return recurrence(std::string("RSCALE=GREGORIAN;FREQ=YEARLY;BYYEARDAY=-366;BYDAY=") + day +
                              ";SKIP=BACKWARD",
                          "2025-01-01")
            .contains(make_date(2025, 12, 31));
    };
    EXPECT_TRUE(backward("-1WE"));
    EXPECT_TRUE(backward("53WE"));
    EXPECT_FALSE(backward("-53WE"));
    EXPECT_FALSE(backward("1WE"));
    EXPECT_FALSE(backward("52WE"));
}

TEST(Combinations, HaveExtraDatesBeyondTheEndOfTheRule) {
    const Recurrence ended(Rule::parse("FREQ=DAILY;UNTIL=20260103"), make_date(2026, 1, 1),
                           {make_date(2026, 3, 18), make_date(2025, 6, 4)});
    const Recurrence wednesdays = recurrence("FREQ=WEEKLY;BYDAY=WE", "2025-01-01");
    const Recurrence once = recurrence("FREQ=DAILY;COUNT=1", "2026-01-02");
    EXPECT_EQ(walked(ended & wednesdays, 10),
              (std::vector{make_date(2025, 6, 4), make_date(2026, 3, 18)}));
    EXPECT_EQ(walked(ended | once, 10),
              (std::vector{make_date(2025, 6, 4), make_date(2026, 1, 1), make_date(2026, 1, 2),
                           make_date(2026, 1, 3), make_date(2026, 3, 18)}));
    EXPECT_EQ(walked(ended - once, 10).back(), make_date(2026, 3, 18));
    EXPECT_TRUE((once | ended).contains(make_date(2026, 3, 18)));
    EXPECT_EQ((ended | once).last_before(last_date()), make_date(2026, 3, 18));
    EXPECT_EQ((ended | once).next_after(make_date(2026, 3, 18)), std::nullopt);
}

}  // namespace recurrence_range_test
}  // namespace probity::testing
