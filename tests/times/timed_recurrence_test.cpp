#include "probity/times/timed_recurrence.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/expect_error.hpp"
#include "tests/times/zones.hpp"

namespace probity::testing {
namespace timed_recurrence_test {

using std::chrono::seconds;
using std::chrono::sys_seconds;
using V = std::vector<std::string>;

Zone new_york() { return zone_of("America/New_York"); }
Zone seoul() { return zone_of("Asia/Seoul"); }

TimedRecurrence in(const std::optional<Zone>& zone, std::string_view rule, std::string_view start) {
    return TimedRecurrence(Rule::parse(rule), LocalTime::parse(start), zone);
}

sys_seconds utc(std::string_view text) {
    return sys_seconds{seconds{LocalTime::parse(text).seconds()}};
}

// The first times, as clocks show them, with "+" before one that is shown for the second time.
V first(const TimedRecurrence& r, std::int64_t n) {
    V texts;
    for (std::int64_t k = 0; k < n; ++k) {
        const auto time = r.nth(k);
        if (!time) break;
        texts.push_back((time->is_second() ? "+" : "") + to_string(time->local()).substr(0, 16));
    }
    return texts;
}

// --- Readings -------------------------------------------------------------------------------------

TEST(TimedRecurrence, WeeklyMeetingInSeoul) {
    const TimedRecurrence r = in(seoul(), "FREQ=WEEKLY;BYHOUR=10,14", "2026-03-18T10:00");
    EXPECT_EQ(r.next_after(make_time(2026, 3, 18, 10))->local(), make_time(2026, 3, 18, 14));
    EXPECT_EQ(r.nth(2)->instant(), utc("2026-03-25T01:00"));
    EXPECT_EQ(r.count(make_time(2026, 1, 1), make_time(2027, 1, 1)), 84);
    EXPECT_EQ(to_string(*r.nth(0)), "2026-03-18T10:00:00+09:00[Asia/Seoul]");
}

TEST(TimedRecurrence, SkippedTimeCountsWithTheDistanceBefore) {
    const TimedRecurrence r = in(new_york(), "FREQ=DAILY;COUNT=3", "2026-03-07T02:30");
    EXPECT_EQ(first(r, 4), (V{"2026-03-07T02:30", "2026-03-08T03:30", "2026-03-09T02:30"}));
    EXPECT_EQ(r.nth(1)->instant(), utc("2026-03-08T07:30"));
}

TEST(TimedRecurrence, TimeThatComesTwiceIsTheFirst) {
    const TimedRecurrence r = in(new_york(), "FREQ=DAILY;COUNT=3", "2025-11-01T01:30");
    EXPECT_EQ(first(r, 4), (V{"2025-11-01T01:30", "2025-11-02T01:30", "2025-11-03T01:30"}));
    EXPECT_EQ(r.nth(1)->instant(), utc("2025-11-02T05:30"));
}

TEST(TimedRecurrence, EqualInstantsAreOneBeforeCountCounts) {
    const TimedRecurrence r = in(new_york(), "FREQ=DAILY;BYHOUR=2,3;COUNT=4", "2026-03-08T02:00");
    EXPECT_EQ(first(r, 5),
              (V{"2026-03-08T03:00", "2026-03-09T02:00", "2026-03-09T03:00", "2026-03-10T02:00"}));
    // Ten years with ten gaps.
    const TimedRecurrence years = in(new_york(), "FREQ=DAILY;BYHOUR=2,3", "2026-01-01T02:00");
    const LocalTime end = make_time(2036, 1, 1);
    EXPECT_EQ(years.count(make_time(2026, 1, 1), end), 7294);
    EXPECT_EQ(years.between(make_time(2026, 1, 1), end).size(), 7294u);
}

TEST(TimedRecurrence, SkippedTimesAndThoseBehindThemAreInOrderOfInstants) {
    const TimedRecurrence r =
        in(new_york(), "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=10,40;COUNT=4", "2026-03-08T02:40");
    // 02:40 is 03:40; 03:10 comes before it.
    EXPECT_EQ(first(r, 5),
              (V{"2026-03-08T03:40", "2026-03-09T02:10", "2026-03-09T02:40", "2026-03-09T03:10"}));
    const TimedRecurrence s =
        in(new_york(), "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=10,40;BYSETPOS=2,3", "2026-03-08T00:00");
    EXPECT_EQ(first(s, 2), (V{"2026-03-08T03:10", "2026-03-08T03:40"}));
}

TEST(TimedRecurrence, HourlyStepsByHoursOfTheClock) {
    const TimedRecurrence wall = in(new_york(), "FREQ=HOURLY", "2025-11-02T00:00");
    EXPECT_EQ(first(wall, 4),
              (V{"2025-11-02T00:00", "2025-11-02T01:00", "2025-11-02T02:00", "2025-11-02T03:00"}));
    EXPECT_EQ(wall.nth(2)->instant(), utc("2025-11-02T07:00"));  // two hours after the second
    const TimedRecurrence elapsed = in(Zone(), "FREQ=HOURLY", "2025-11-02T04:00");
    EXPECT_EQ(elapsed.nth(2)->instant(), utc("2025-11-02T06:00"));
}

TEST(TimedRecurrence, SixtiethSecondIsTheFiftyNinth) {
    EXPECT_EQ(in({}, "FREQ=MINUTELY;BYSECOND=59,60;COUNT=2", "2026-03-18T10:00")
                  .between(make_time(2026, 1, 1))
                  .seconds(),
              (std::vector<std::int64_t>{make_time(2026, 3, 18, 10, 0, 59).seconds(),
                                         make_time(2026, 3, 18, 10, 1, 59).seconds()}));
}

TEST(TimedRecurrence, PositionsCountTimesOfThePeriod) {
    EXPECT_EQ(
        first(in({}, "FREQ=MONTHLY;BYDAY=MO,TU;BYHOUR=9,17;BYSETPOS=2,-1", "2026-03-01T00:00"), 4),
        (V{"2026-03-02T17:00", "2026-03-31T17:00", "2026-04-06T17:00", "2026-04-28T17:00"}));
    EXPECT_EQ(first(in({}, "FREQ=HOURLY;BYMINUTE=0,20,40;BYSETPOS=-1", "2026-03-01T00:00"), 2),
              (V{"2026-03-01T00:40", "2026-03-01T01:40"}));
}

TEST(TimedRecurrence, UntilIsADayAWallTimeOrAnInstant) {
    const auto last = [](std::string_view until) {
        const TimedRecurrence r =
            in(new_york(), "FREQ=HOURLY;UNTIL=" + std::string(until), "2026-03-07T00:00");
        return to_string(r.last_before(make_time(2027, 1, 1))->local()).substr(0, 16);
    };
    EXPECT_EQ(last("20260308"), "2026-03-08T23:00");
    EXPECT_EQ(last("20260308T120000"), "2026-03-08T12:00");
    EXPECT_EQ(last("20260308T120000Z"), "2026-03-08T08:00");
    EXPECT_MESSAGE(
        in({}, "FREQ=DAILY;UNTIL=20260308T120000Z", "2026-03-07T00:00"), RuleError,
        "\"FREQ=DAILY;UNTIL=20260308T120000Z\": UNTIL is an instant of UTC, and times that "
        "float have none: give a zone, or UNTIL without the Z");
}

TEST(TimedRecurrence, NothingLiesBeforeASkippedStart) {
    // 02:40 on the day of the gap is 03:40; 03:10 would be before it.
    const TimedRecurrence r = in(new_york(), "FREQ=HOURLY;BYMINUTE=10,40", "2026-03-08T02:40");
    EXPECT_EQ(first(r, 3), (V{"2026-03-08T03:40", "2026-03-08T04:10", "2026-03-08T04:40"}));
    EXPECT_FALSE(r.last_before(utc("2026-03-08T07:40")));
    // Its written fields fill what the rule leaves open.
    EXPECT_EQ(first(in(new_york(), "FREQ=DAILY", "2026-03-08T02:40"), 2),
              (V{"2026-03-08T03:40", "2026-03-09T02:40"}));
}

TEST(TimedRecurrence, DayThatApiaSkipped) {
    const TimedRecurrence r =
        in(zone_of("Pacific/Apia"), "FREQ=DAILY;BYHOUR=10", "2011-12-28T10:00");
    // The 30th did not exist: it is the 31st, and one with it.
    EXPECT_EQ(first(r, 4),
              (V{"2011-12-28T10:00", "2011-12-29T10:00", "2011-12-31T10:00", "2012-01-01T10:00"}));
}

// --- Without walking ------------------------------------------------------------------------------

TEST(TimedRecurrence, MillionthHourAndTheLast) {
    const TimedRecurrence r = in(seoul(), "FREQ=HOURLY", "2026-03-18T10:00");
    EXPECT_EQ(r.nth(1'000'000)->local(),
              LocalTime::of_seconds(make_time(2026, 3, 18, 10).seconds() + 3'600'000'000));
    EXPECT_EQ(r.last_before(make_time(9999, 12, 31, 23, 59))->local(), make_time(9999, 12, 31, 23));
    EXPECT_FALSE(r.next_after(make_time(9999, 12, 31, 23)));
    EXPECT_FALSE(r.nth(std::numeric_limits<std::int64_t>::max()));
    EXPECT_EQ(r.count(make_time(1400, 1, 1)), r.count(make_time(2026, 1, 1)));
}

TEST(TimedRecurrence, ManyMillionsAreCollected) {
    const TimedRecurrence r = in(new_york(), "FREQ=MINUTELY", "2026-01-01T00:00");
    const Times ten_years = r.between(make_time(2026, 1, 1), make_time(2036, 1, 1));
    EXPECT_EQ(static_cast<std::int64_t>(ten_years.size()),
              r.count(make_time(2026, 1, 1), make_time(2036, 1, 1)));
    EXPECT_EQ(ten_years[ten_years.size() - 1].local(), make_time(2035, 12, 31, 23, 59));
}

TEST(TimedRecurrence, RuleThatMatchesNothingSaysSo) {
    for (const std::string_view rule :
         {"FREQ=HOURLY;INTERVAL=2;BYHOUR=11", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
          "FREQ=HOURLY;INTERVAL=168;BYDAY=TU", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=9",
          "FREQ=DAILY;BYHOUR=9,10;BYSETPOS=3", "FREQ=SECONDLY;BYSECOND=1;BYSETPOS=2",
          "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=9", "FREQ=HOURLY;INTERVAL=2147483647;BYDAY=SU"}) {
        SCOPED_TRACE(rule);
        const TimedRecurrence r = in(new_york(), rule, "2026-03-18T10:00");  // a Wednesday
        EXPECT_TRUE(r.is_finite());
        EXPECT_FALSE(r.nth(0));
        EXPECT_FALSE(r.next_after(make_time(1400, 1, 1)));
        EXPECT_FALSE(r.last_before(make_time(9999, 12, 31)));
        EXPECT_EQ(r.count(make_time(1400, 1, 1)), 0);
        EXPECT_TRUE(r.between(make_time(1400, 1, 1)).empty());
    }
}

TEST(TimedRecurrence, LongIntervalsDoNotOverflow) {
    const TimedRecurrence r =
        in({}, "FREQ=HOURLY;INTERVAL=2147483647;BYMINUTE=0,30", "2026-03-18T10:00");
    EXPECT_EQ(r.count(make_time(1400, 1, 1)), 2);
    EXPECT_FALSE(r.nth(2));
    EXPECT_FALSE(r.next_after(make_time(2026, 3, 18, 10, 30)));
    EXPECT_EQ(r.last_before(make_time(9999, 1, 1))->local(), make_time(2026, 3, 18, 10, 30));
    EXPECT_FALSE(r.is_finite());
}

TEST(TimedRecurrence, LunarRuleAnswersWithinItsCalendar) {
    // The 15th day of the 8th month, Chuseok.
    const TimedRecurrence r = in(
        seoul(), "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15;BYHOUR=9", "2026-01-01T00:00");
    EXPECT_EQ(first(r, 2), (V{"2026-09-25T09:00", "2027-09-15T09:00"}));
    EXPECT_ERROR(r.count(make_time(2026, 1, 1)), HorizonError);
    const TimedRecurrence hours = in(
        seoul(), "RSCALE=DANGI;FREQ=HOURLY;INTERVAL=6;BYMONTH=8;BYMONTHDAY=15", "2026-01-01T00:00");
    EXPECT_EQ(first(hours, 5), (V{"2026-09-25T00:00", "2026-09-25T06:00", "2026-09-25T12:00",
                                  "2026-09-25T18:00", "2027-09-15T00:00"}));
}

// --- Extra and excepted times ---------------------------------------------------------------------

TEST(TimedRecurrence, ExtraAndExceptedTimes) {
    const TimedRecurrence r(Rule::parse("FREQ=DAILY;COUNT=3"), make_time(2026, 3, 18, 10), seoul(),
                            {make_time(2026, 3, 18, 15), utc("2026-03-19T02:00")},
                            {make_time(2026, 3, 19, 10), make_time(2026, 3, 18, 15)});
    EXPECT_EQ(first(r, 9), (V{"2026-03-18T10:00", "2026-03-19T11:00", "2026-03-20T10:00"}));
    EXPECT_EQ(r.count(make_time(2026, 1, 1)), 3);
    EXPECT_TRUE(r.contains(make_time(2026, 3, 19, 11)));
    EXPECT_FALSE(r.contains(make_time(2026, 3, 19, 10)));
    EXPECT_EQ(to_string(r),
              "TimedRecurrence(FREQ=DAILY;COUNT=3, 2026-03-18T10:00:00, Asia/Seoul, "
              "rdates={2026-03-18T15:00:00, 2026-03-19T11:00:00}, "
              "exdates={2026-03-18T15:00:00, 2026-03-19T10:00:00})");
    EXPECT_ERROR(TimedRecurrence(Rule::parse("FREQ=DAILY"), make_time(2026, 3, 18), {},
                                 {utc("2026-03-19T02:00")}),
                 ProbityError);
}

TEST(TimedRecurrence, InstantsAreAskedOfZonesAlone) {
    const TimedRecurrence r = in({}, "FREQ=DAILY", "2026-03-18T10:00");
    EXPECT_EQ(to_string(*r.nth(0)), "2026-03-18T10:00:00");
    EXPECT_FALSE(r.nth(0)->instant());
    EXPECT_ERROR(r.contains(utc("2026-03-18T10:00")), ProbityError);
    EXPECT_ERROR(r.nth(-1), ProbityError);
}

// --- Combinations ---------------------------------------------------------------------------------

TEST(TimedRecurrence, CombinesByInstants) {
    const TimedRecurrence two = in(new_york(), "FREQ=DAILY;BYHOUR=2", "2026-03-07T02:00");
    const TimedRecurrence three = in(new_york(), "FREQ=DAILY;BYHOUR=3", "2026-03-07T03:00");
    // They meet on the day on which 02:00 is 03:00.
    EXPECT_EQ((two & three).between(make_time(2026, 1, 1), make_time(2027, 1, 1)).seconds(),
              std::vector<std::int64_t>{LocalTime::parse("2026-03-08T07:00").seconds()});
    EXPECT_EQ(first(two | three, 4),
              (V{"2026-03-07T02:00", "2026-03-07T03:00", "2026-03-08T03:00", "2026-03-09T02:00"}));
    EXPECT_EQ(first(two - three, 2), (V{"2026-03-07T02:00", "2026-03-09T02:00"}));
    const TimedRecurrence both = in(new_york(), "FREQ=DAILY;BYHOUR=2,3", "2026-03-07T02:00");
    const LocalTime begin = make_time(2026, 1, 1);
    const LocalTime end = make_time(2100, 1, 1);
    EXPECT_EQ((two | three).between(begin, end), both.between(begin, end));
    EXPECT_EQ((two | three).count(begin, end), both.count(begin, end));
    EXPECT_EQ((two | three).last_before(end), both.last_before(end));
    EXPECT_EQ((two & three).last_before(end)->local(), make_time(2099, 3, 8, 3));
    EXPECT_EQ((two & three).next_after(make_time(2026, 6, 1))->local(), make_time(2027, 3, 14, 3));
}

TEST(TimedRecurrence, OnlyTheSameZoneCombines) {
    const TimedRecurrence a = in(new_york(), "FREQ=DAILY", "2026-03-07T02:00");
    const TimedRecurrence b = in(seoul(), "FREQ=DAILY", "2026-03-07T02:00");
    const TimedRecurrence c = in({}, "FREQ=DAILY", "2026-03-07T02:00");
    EXPECT_MESSAGE(a | b, ProbityError,
                   "recurrences in zone America/New_York and in zone Asia/Seoul: only those in the "
                   "same zone combine");
    EXPECT_ERROR(a & c, ProbityError);
    EXPECT_FALSE(a.same_dates(c));
}

TEST(TimedRecurrence, EqualityIsStructural) {
    const TimedRecurrence a = in(seoul(), "FREQ=HOURLY;INTERVAL=24", "2026-03-07T02:00");
    const TimedRecurrence b = in(seoul(), "FREQ=DAILY", "2026-03-07T02:00");
    EXPECT_NE(a, b);
    EXPECT_TRUE(a.same_dates(b));
    EXPECT_EQ(a, in(seoul(), "INTERVAL=24;FREQ=HOURLY", "2026-03-07T02:00"));
    EXPECT_NE(a, in(Zone(), "FREQ=HOURLY;INTERVAL=24", "2026-03-07T02:00"));
    EXPECT_EQ(a | b, a | b);
    EXPECT_NE(a | b, b | a);
    EXPECT_EQ((a | b).hash(), (a | b).hash());
    EXPECT_EQ(to_string(a - b), "(" + to_string(a) + " - " + to_string(b) + ")");
    EXPECT_EQ((a - b).steps().size(), 3u);
}

TEST(TimedRecurrence, SharedAndDeepPartsCostNoMore) {
    TimedRecurrence r = in(seoul(), "FREQ=HOURLY", "2026-03-07T02:00");
    const TimedRecurrence once = r;
    for (int i = 0; i < 50; ++i) r = r | r;
    EXPECT_EQ(r.next_after(make_time(2030, 1, 1)), once.next_after(make_time(2030, 1, 1)));
    EXPECT_TRUE(r.steps().size() == 51u);
    TimedRecurrence chain = once;
    for (int i = 0; i < 20000; ++i) chain = chain | once;
    EXPECT_EQ(chain.nth(3), once.nth(3));
}

TEST(TimedRecurrence, CombinationThatMatchesNothingEnds) {
    const TimedRecurrence a = in(seoul(), "FREQ=DAILY", "2026-03-07T02:00");
    const TimedRecurrence b = in(seoul(), "FREQ=DAILY", "2026-03-07T03:00");
    EXPECT_FALSE((a & b).next_after(make_time(2026, 1, 1)));
    EXPECT_FALSE((a & b).last_before(make_time(9999, 1, 1)));
    EXPECT_EQ((a & b).count(make_time(2026, 1, 1)), 0);
    EXPECT_FALSE((a - a).nth(0));
}

}  // namespace timed_recurrence_test
}  // namespace probity::testing
