// Rules as calendar files write them, and the days and times that they give.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "src/exchange/ics/hours.hpp"
#include "src/exchange/ics/rules.hpp"
#include "tests/interrupted.hpp"

namespace probity::ics::detail {
namespace rules_test {

/// What is mended of a rule, in one line.
std::string mended(const std::string& text) {
    std::string found;
    for (const Repair& each : parse_rule(text).mended) found += each.reason.english + "; ";
    return found;
}

std::string lost(const std::string& text) {
    try {
        (void)parse_rule(text);
    } catch (const RuleLost& error) {
        return error.what();
    }
    return "not lost";
}

TEST(IcsRule, IsReadByItsParts) {
    const Parsed rule = parse_rule("INTERVAL=2;FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5;WKST=SU");
    EXPECT_EQ(to_text(rule.parts), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=SU");
    EXPECT_EQ(rule.count, 5);
    EXPECT_TRUE(rule.mended.empty());
    EXPECT_FALSE(rule.has_times());
    EXPECT_TRUE(parse_rule("FREQ=HOURLY").has_times());
    EXPECT_EQ(to_text(without_times(parse_rule("FREQ=DAILY;BYHOUR=9;BYDAY=MO").parts)),
              "FREQ=DAILY;BYDAY=MO");
}

TEST(IcsRule, IsMendedIfItsMeaningIsPlain) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"rrule:FREQ=DAILY", "it names its property twice; "},
        {"FREQ=DAILY;", "it has a stray semicolon; "},
        {" FREQ = DAILY\\;COUNT=1", "it has stray blanks or backslashes; "},
        {"FREQ=DAILY;X-NOTE=1", "X-NOTE is no part of RFC 5545 and was passed over; "},
        {"FREQ=DAILY;BYHOUR=,9,", "BYHOUR has an empty element; "},
        {"FREQ=DAILY;BYDAY=,",
         "BYDAY has an empty element; BYDAY has no value and was passed over; "},
        {"FREQ=DAILY;FREQ=DAILY", "it names FREQ twice; "},
        {"FREQ=DAILY;COUNT=-1", "COUNT=-1 was read as no end; "},
        {"FREQ=DAILY;COUNT=12345678901", "COUNT=12345678901 was read as no end; "},
        {"FREQ=DAILY;INTERVAL=0", "INTERVAL=0 was read as 1; "},
        {"FREQ=WEEKLY;BYDAY=1MO,+2TU",
         "BYDAY=1MO,+2TU has numbers, which mean nothing in a WEEKLY rule; "},
        {"FREQ=MONTHLY;BYDAY=3WED,Fri", "BYDAY=3WED,FRI names weekdays at length; "},
        {"FREQ=DAILY;UNTIL=2026-05-01", "UNTIL=2026-05-01 is not written as RFC 5545 has it; "},
        {"FREQ=DAILY;COUNT=2;UNTIL=20260501",
         "COUNT stands beside UNTIL; the first to be reached ends it; "},
    };
    for (const auto& [text, what] : cases) EXPECT_EQ(mended(text), what) << text;
    EXPECT_EQ(to_text(parse_rule("FREQ=WEEKLY;BYDAY=1MO,+2TU").parts), "FREQ=WEEKLY;BYDAY=MO,TU");
    EXPECT_EQ(to_text(parse_rule("FREQ=MONTHLY;BYDAY=3WED,Fri").parts),
              "FREQ=MONTHLY;BYDAY=3WE,FR");
    EXPECT_EQ(to_text(parse_rule("FREQ=MONTHLY;BYDAY=+3WE").parts), "FREQ=MONTHLY;BYDAY=3WE");
}

TEST(IcsRule, IsLostIfItNamesWhatNoRuleHas) {
    EXPECT_EQ(lost(""), "it has no FREQ");
    EXPECT_EQ(lost("FREQ=DAILY;BOGUS=1"), "'BOGUS=1' is no part of a rule");
    EXPECT_EQ(lost("FREQ=DAILY;COUNT"), "'COUNT' is no part of a rule");
    EXPECT_EQ(lost("FREQ=DAILY;BYDAY=MO;BYDAY=TU"), "it has two values of BYDAY");
    EXPECT_EQ(lost("FREQ=DAILY;COUNT=0"), "COUNT=0 is no number from 1 to 999999999");
    EXPECT_EQ(lost("FREQ=DAILY;UNTIL=soon"), "UNTIL=SOON is no date or time");
}

// Days and times ------------------------------------------------------------------------------------

const Moment start{.day = std::chrono::year{2026} / 3 / 2, .time = seconds{9 * 3600 + 30 * 60}};

std::string reason(const std::string& rule, const Moment& from = start) {
    Steps steps;
    try {
        (void)expand(parse_rule(rule), from, steps);
    } catch (const RuleLost& error) {
        return error.what();
    }
    return "not lost";
}

/// "03-02 03-05".
std::string days(const std::string& rule, bool with_start = false) {
    Steps steps;
    const Expansion found = expand(parse_rule(rule), start, steps, {.with_start = with_start});
    std::string text;
    for (const Date& date : found.days.between(first_date(), make_date(2027, 3, 2))) {
        text += (text.empty() ? "" : " ") + probity::to_string(date).substr(5);
    }
    return text;
}

TEST(IcsHours, LeaveTheDaysThatTheyLeaveInRfc5545) {
    // 09:30 is DTSTART; 08:00 of the first day lies before it.
    EXPECT_EQ(days("FREQ=DAILY;BYHOUR=8,14;BYMINUTE=0;COUNT=3"), "03-02 03-03");
    EXPECT_EQ(days("FREQ=DAILY;BYHOUR=9,14;BYMINUTE=30;COUNT=4"), "03-02 03-03");
    EXPECT_EQ(days("FREQ=DAILY;BYHOUR=9;BYMINUTE=30;UNTIL=20260304T093000"), "03-02 03-03 03-04");
    EXPECT_EQ(days("FREQ=DAILY;BYHOUR=9;BYMINUTE=30;UNTIL=20260304T092959"), "03-02 03-03");
    EXPECT_EQ(days("FREQ=HOURLY;INTERVAL=36;COUNT=3"), "03-02 03-03 03-05");
    EXPECT_EQ(days("FREQ=MINUTELY;INTERVAL=2160;COUNT=3"), "03-02 03-03 03-05");
    // Four times a week, the last of which is Friday 14:30.
    EXPECT_EQ(days("FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=9,14;BYMINUTE=30;BYSETPOS=-1;COUNT=2"),
              "03-06 03-13");
    EXPECT_EQ(days("FREQ=MONTHLY;BYDAY=MO;BYHOUR=9,14;BYMINUTE=30;BYSETPOS=1,3;COUNT=3"),
              "03-02 03-09 04-06");
    // 09:30 and 14:00 of the first day, 14:00 of the next.
    EXPECT_EQ(days("FREQ=DAILY;BYHOUR=14;BYMINUTE=0;COUNT=3", true), "03-02 03-03");
    EXPECT_EQ(days("FREQ=DAILY;BYHOUR=14;BYMINUTE=0;COUNT=3"), "03-02 03-03 03-04");
}

TEST(IcsHours, ThatCannotBeCountedAreLost) {
    EXPECT_EQ(reason("FREQ=HOURLY;BYWEEKNO=3"), "BYWEEKNO has no meaning in a rule of HOURLY");
    EXPECT_EQ(reason("FREQ=DAILY;BYHOUR=24"), "BYHOUR=24 is not from 0 to 23");
    EXPECT_EQ(reason("FREQ=DAILY;BYMINUTE=-1"), "BYMINUTE=-1 is not from 0 to 59");
    EXPECT_EQ(reason("FREQ=MONTHLY;BYDAY=MO;BYHOUR=1,2;BYSETPOS=0"),
              "BYSETPOS=0 is not from 1 to 366");
    EXPECT_EQ(reason("FREQ=HOURLY;BYMINUTE=1,2;BYSETPOS=0"), "BYSETPOS=0 is not from 1 to 366");
    EXPECT_EQ(reason("FREQ=SECONDLY;INTERVAL=86401;BYHOUR=9"),
              "its steps fall on too many different days to be kept");
    EXPECT_EQ(reason("FREQ=SECONDLY;BYSECOND=59;COUNT=999999999"),
              "the rule takes too many steps to count through");
    EXPECT_EQ(reason("FREQ=HOURLY", {.day = start.day}),
              "FREQ=HOURLY has no meaning for whole days");
    // A year is written with four digits, whatever it is.
    EXPECT_NE(reason("FREQ=DAILY;UNTIL=03000101").find("0300-01-01: the year 300 is out of range"),
              std::string::npos);
}

TEST(IcsHours, ReachTheLastDateThatThereIs) {
    const Moment late{.day = std::chrono::year{9999} / 12 / 1, .time = seconds{9 * 3600}};
    Steps steps;
    const auto last_of = [&](const std::string& rule) {
        const Expansion found = expand(parse_rule(rule), late, steps);
        return probity::to_string(found.days.last_before(last_date()).value_or(first_date())) +
               (found.days.contains(last_date()) ? " and the last" : "");
    };
    // 9999-12-31 is a Friday, and the last of its month and year.
    EXPECT_EQ(last_of("FREQ=MONTHLY;BYDAY=FR;BYHOUR=9,10;BYSETPOS=-1;UNTIL=99991231T235959"),
              "1400-01-01 and the last");
    EXPECT_EQ(
        last_of("FREQ=YEARLY;BYMONTH=12;BYDAY=FR;BYHOUR=9,10;BYSETPOS=-1;UNTIL=99991231T235959"),
        "1400-01-01 and the last");
    EXPECT_EQ(last_of("FREQ=WEEKLY;BYDAY=FR;BYHOUR=9,10;BYSETPOS=-1;UNTIL=99991231T235959"),
              "9999-12-24 and the last");
    // Every 721 hours: the second of them in 30 days, the third beyond the last date.
    EXPECT_EQ(last_of("FREQ=HOURLY;INTERVAL=721"), "9999-12-01 and the last");
    const Expansion far = expand(parse_rule("FREQ=HOURLY;INTERVAL=721"), late, steps);
    EXPECT_TRUE(far.at(seconds{10 * 3600})->contains(last_date()));
    EXPECT_FALSE(far.at(seconds{11 * 3600}).has_value());
}

TEST(IcsHours, AreThoseThatAWalkThroughTheStepsMeets) {
    std::mt19937 random(7);
    const auto below = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most));
    };
    const std::vector<std::pair<std::string, int>> units{{"HOURLY", 3600}, {"MINUTELY", 60}};
    for (int round = 0; round < 200; ++round) {
        const auto& [unit, length] = units[static_cast<std::size_t>(below(2))];
        const std::vector<int> intervals =
            unit == "HOURLY" ? std::vector{1, 5, 7, 24, 36, 50} : std::vector{45, 90, 1440, 2000};
        const int interval =
            intervals[static_cast<std::size_t>(below(static_cast<int>(intervals.size())))];
        const std::set<int> hours{below(24), below(24), below(24), 9};
        std::string rule = "FREQ=" + unit + ";INTERVAL=" + std::to_string(interval) + ";BYHOUR=";
        for (const int hour : hours)
            rule += std::to_string(hour) + (hour == *hours.rbegin() ? "" : ",");

        Steps steps(10'000'000);
        const Expansion found = expand(parse_rule(rule), start, steps);
        std::set<std::pair<Day, seconds>> walked;
        const Day end = start.day + std::chrono::days{60};
        for (std::int64_t step = 0;; ++step) {
            const auto at = start.day + *start.time + seconds{step * interval * length};
            const Day day = std::chrono::floor<std::chrono::days>(at);
            if (day >= end) break;
            const auto hour = (at - day).count() / 3600;
            if (hours.contains(static_cast<int>(hour))) walked.emplace(day, at - day);
        }
        std::set<std::pair<Day, seconds>> given;
        for (const Date& date : found.days.between(date_of(start.day), date_of(end))) {
            for (const Time& time : found.times(day_of(date))) given.emplace(day_of(date), *time);
        }
        ASSERT_EQ(given, walked) << rule;
        for (const Time& time : found.clock()) {
            const std::optional<Recurrence> at = found.at(time);
            for (Day day = start.day; day < end; day += std::chrono::days{1}) {
                ASSERT_EQ(at && at->contains(date_of(day)), walked.contains({day, *time})) << rule;
            }
        }
    }
}

TEST(IcsHours, ThatAreCountedForLongCanBeInterrupted) {
    expect_interruptible(
        [] { return reason("FREQ=HOURLY;INTERVAL=7;BYHOUR=9;BYDAY=MO;COUNT=999999999"); });
}

}  // namespace rules_test
}  // namespace probity::ics::detail
