// The 42 worked examples of RFC 5545 section 3.8.5.3, at nine in New York as the standard has them.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "probity/times/timed_recurrence.hpp"
#include "tests/recurrence/rfc_examples.hpp"
#include "tests/times/zones.hpp"

namespace probity::testing {
namespace rfc_examples_test {

// The table of dates has other ends where a midnight of UTC shuts out a day's instance.
std::string original(std::string rule) {
    for (const auto& [changed, written] : {std::pair{"19971223T130000Z", "19971224T000000Z"},
                                           {"19971006T130000Z", "19971007T000000Z"}}) {
        const std::size_t at = rule.find(changed);
        if (at != std::string::npos) rule.replace(at, std::string_view(changed).size(), written);
    }
    return rule;
}

std::vector<std::string> locals(const Times& times) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < times.size(); ++i) texts.push_back(to_string(times[i].local()));
    return texts;
}

TEST(RfcExamples, OfDaysAtNineInNewYork) {
    const Zone new_york = zone_of("America/New_York");
    int examples = 0;
    for (const RfcExample& example : rfc_examples()) {
        if (example.section != "RFC 5545, 3.8.5.3") continue;
        ++examples;
        SCOPED_TRACE(example.says);
        std::vector<std::string> expected;
        for (const auto day : example.expected()) {
            expected.push_back(to_string(LocalTime(to_date(day), 9)));
        }
        const TimedRecurrence r(Rule::parse(original(example.rule)),
                                LocalTime(to_date(example.first_day()), 9), new_york);
        const LocalTime behind = LocalTime::parse(expected.back());
        const Times found = example.goes_on ? r.between(make_time(1990, 1, 1),
                                                        LocalTime::of_seconds(behind.seconds() + 1))
                                            : r.between(make_time(1990, 1, 1));
        EXPECT_EQ(locals(found), expected);
        EXPECT_EQ(r.is_finite(), !example.goes_on);
    }
    EXPECT_EQ(examples, 37);
}

std::vector<std::string> first_of_september(std::string_view rule) {
    const TimedRecurrence r(Rule::parse(rule), make_time(1997, 9, 2, 9),
                            zone_of("America/New_York"));
    std::vector<std::string> times;
    for (const std::string& local :
         locals(r.between(make_time(1997, 9, 1), make_time(1997, 9, 3)))) {
        times.push_back(local.substr(11, 5));
    }
    return times;
}

TEST(RfcExamples, EveryThreeHoursUntilSeventeenOfUtc) {
    // 17:00 UTC is 13:00 in New York. The standard lists 15:00 too, which is before 17:00 there.
    using V = std::vector<std::string>;
    EXPECT_EQ(first_of_september("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z"),
              (V{"09:00", "12:00"}));
    EXPECT_EQ(first_of_september("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z"),
              (V{"09:00", "12:00", "15:00"}));
}

TEST(RfcExamples, EveryFifteenMinutesForSix) {
    EXPECT_EQ(first_of_september("FREQ=MINUTELY;INTERVAL=15;COUNT=6"),
              (std::vector<std::string>{"09:00", "09:15", "09:30", "09:45", "10:00", "10:15"}));
}

TEST(RfcExamples, EveryHourAndAHalfForFour) {
    EXPECT_EQ(first_of_september("FREQ=MINUTELY;INTERVAL=90;COUNT=4"),
              (std::vector<std::string>{"09:00", "10:30", "12:00", "13:30"}));
}

TEST(RfcExamples, EveryTwentyMinutesFromNineToSixteenFortyInBothWritings) {
    std::vector<std::string> expected;
    for (int minute = 9 * 60; minute <= 16 * 60 + 40; minute += 20) {
        expected.push_back(
            to_string(make_time(1997, 9, 2, minute / 60, minute % 60)).substr(11, 5));
    }
    EXPECT_EQ(first_of_september("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40"),
              expected);
    EXPECT_EQ(first_of_september("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16"),
              expected);
    const Zone new_york = zone_of("America/New_York");
    const TimedRecurrence daily(
        Rule::parse("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40;UNTIL=20100101"),
        make_time(1997, 9, 2, 9), new_york);
    const TimedRecurrence minutely(
        Rule::parse("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16;UNTIL=20100101"),
        make_time(1997, 9, 2, 9), new_york);
    EXPECT_NE(daily, minutely);
    EXPECT_TRUE(daily.same_dates(minutely));
}

}  // namespace rfc_examples_test
}  // namespace probity::testing
