// Series of calendar files: what exceptions and changes do to the days of each hour.
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "probity/exchange/ics.hpp"
#include "src/exchange/ics/values.hpp"

namespace probity::ics {
namespace series_test {

using detail::a_day;
using std::chrono::hours;
using std::chrono::local_seconds;
using std::chrono::seconds;
using std::chrono::sys_days;

std::string event(const std::vector<std::string>& lines) {
    std::string text = "BEGIN:VEVENT\nUID:a\n";
    for (const std::string& line : lines) text += line + "\n";
    return text + "END:VEVENT\n";
}

IcsContent read_events(const std::vector<std::vector<std::string>>& events,
                       const ReadOptions& options = {}) {
    std::string text = "BEGIN:VCALENDAR\nVERSION:2.0\n";
    for (const std::vector<std::string>& lines : events) text += event(lines);
    return read(text + "END:VCALENDAR\n", options);
}

/// The days of a series in a year from the first of 2026, as "03-02 03-05".
std::string days(const Series& series) {
    std::string text;
    for (const Date& date : std::get<Recurrence>(series.recurrence)
                                .between(make_date(2026, 1, 1), make_date(2027, 1, 1))) {
        text += (text.empty() ? "" : " ") + probity::to_string(date).substr(5);
    }
    return text;
}

std::string reasons(const std::vector<Refusal>& refusals) {
    std::string text;
    for (const Refusal& each : refusals) text += each.reason.english + "; ";
    return text;
}

TEST(IcsSeries, ChangedFromAnHourOnMovesEachHourByTheSame) {
    // 09:00 becomes 11:00, so that 22:00 becomes the midnight after.
    const IcsContent content = read_events({
        {"DTSTART:20260302T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,22;COUNT=6"},
        {"RECURRENCE-ID;RANGE=THISANDFUTURE:20260309T090000", "DTSTART:20260309T110000"},
    });
    ASSERT_EQ(content.recurrences.size(), 2U) << reasons(content.refused);
    EXPECT_EQ(days(content.recurrences[0]), "03-02");
    EXPECT_EQ(days(content.recurrences[1]), "03-09 03-10 03-16 03-17");
    EXPECT_EQ(content.recurrences[1].begins, hours{11});
}

TEST(IcsSeries, ChangedFromTheLaterHourOfADayOnLeavesTheEarlier) {
    const IcsContent content = read_events({
        {"DTSTART:20260302T090000", "RRULE:FREQ=DAILY;BYHOUR=9,22;COUNT=6"},
        {"RECURRENCE-ID;RANGE=THISANDFUTURE:20260303T220000", "DTSTART:20260304T080000"},
    });
    ASSERT_EQ(content.recurrences.size(), 2U);
    EXPECT_EQ(days(content.recurrences[0]), "03-02 03-03");
    // 22:00 of the 3rd at 08:00 of the 4th; 09:00 of the 4th at 19:00, and 22:00 at 08:00 of the 5th.
    EXPECT_EQ(days(content.recurrences[1]), "03-04 03-05");
}

TEST(IcsSeries, ChangedByWholeDaysMovesAllHoursAlike) {
    const IcsContent content = read_events({
        {"DTSTART:20260302T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,22;COUNT=4"},
        {"RECURRENCE-ID;RANGE=THISANDFUTURE:20260309T090000", "DTSTART;VALUE=DATE:20260311"},
    });
    ASSERT_EQ(content.recurrences.size(), 2U);
    EXPECT_EQ(days(content.recurrences[1]), "03-11");
}

TEST(IcsSeries, OfTooManyTimesIsNotMovedByPartOfADay) {
    const std::vector<std::string> series{"DTSTART:20260302T000000",
                                          "RRULE:FREQ=MINUTELY;INTERVAL=10;UNTIL=20260304T235959"};
    const IcsContent by_hours = read_events({
        series,
        {"RECURRENCE-ID;RANGE=THISANDFUTURE:20260303T000000", "DTSTART:20260303T010000"},
    });
    EXPECT_EQ(reasons(by_hours.refused),
              "the times of its days cannot be told apart, to move them by part of a day; ");
    const IcsContent by_days = read_events({
        series,
        {"RECURRENCE-ID;RANGE=THISANDFUTURE:20260303T000000", "DTSTART:20260305T000000"},
    });
    ASSERT_EQ(by_days.recurrences.size(), 2U);
    EXPECT_EQ(days(by_days.recurrences[0]), "03-02");
    EXPECT_EQ(days(by_days.recurrences[1]), "03-05 03-06");
}

TEST(IcsSeries, InUtcShowsEachHourOnTheDayThatItHasInTheCalendarsZone) {
    // 02:00 UTC is 11:00 in Seoul, 22:00 UTC the morning after.
    const std::vector<std::string> series{"SUMMARY:회의", "DTSTART:20260302T020000Z",
                                          "RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=2,22;COUNT=4"};
    const ReadOptions seoul{.zone_name = "Asia/Seoul"};
    const IcsContent content = read_events({series}, seoul);
    ASSERT_EQ(content.recurrences.size(), 1U);
    EXPECT_EQ(days(content.recurrences[0]), "03-02 03-03 03-09 03-10");
    EXPECT_EQ(content.recurrences[0].begins, hours{11});
    const IcsContent changed = read_events(
        {series, {"RECURRENCE-ID:20260302T220000Z", "DTSTART:20260305T010000Z"}}, seoul);
    ASSERT_EQ(changed.recurrences.size(), 1U);
    EXPECT_EQ(days(changed.recurrences[0]), "03-02 03-05 03-09 03-10");
    EXPECT_EQ(to_string(Moment{.day = changed.recurrences[0].moved.at(0).nominal}), "2026-03-03");
}

TEST(IcsSeries, InUtcIsMovedOverMidnightInSummerAlone) {
    // 03:30 UTC is 22:30 of the day before in New York's winter, and 23:30 in its summer.
    const ReadOptions york{.zone_name = "America/New_York"};
    const IcsContent content = read_events(
        {{"DTSTART:20260105T033000Z", "RRULE:FREQ=MONTHLY;BYMONTHDAY=5;COUNT=8"},
         {"RECURRENCE-ID;RANGE=THISANDFUTURE:20260205T033000Z", "DTSTART:20260205T043000Z"}},
        york);
    ASSERT_EQ(content.recurrences.size(), 2U);
    EXPECT_EQ(days(content.recurrences[0]), "01-04");
    EXPECT_EQ(days(content.recurrences[1]), "02-04 03-04 04-05 05-05 06-05 07-05 08-05");
}

TEST(IcsSeries, KeepsItsOtherDaysIfADateLiesBeyondThoseThatThereAre) {
    const IcsContent days_of_year_1300 = read_events({{
        "DTSTART;VALUE=DATE:20260302",
        "RRULE:FREQ=WEEKLY;COUNT=2",
        "EXDATE;VALUE=DATE:13000101",
        "RDATE;VALUE=DATE:13000101",
    }});
    ASSERT_EQ(days_of_year_1300.recurrences.size(), 1U) << reasons(days_of_year_1300.refused);
    EXPECT_EQ(days(days_of_year_1300.recurrences[0]), "03-02 03-09");
    EXPECT_EQ(reasons(days_of_year_1300.refused),
              "EXDATE 1300-01-01 lies beyond the dates that there are; "
              "RDATE 1300-01-01 lies beyond the dates that there are; ");
    const IcsContent change = read_events({
        {"DTSTART:20260302T090000", "RRULE:FREQ=WEEKLY;COUNT=2"},
        {"RECURRENCE-ID:13000101T090000", "DTSTART:20260303T090000"},
    });
    ASSERT_EQ(change.recurrences.size(), 1U);
    EXPECT_EQ(days(change.recurrences[0]), "03-02 03-09");
    EXPECT_EQ(reasons(change.refused),
              "RECURRENCE-ID 1300-01-01 09:00:00 lies beyond the dates that there are; ");
}

TEST(IcsSeries, HasNoOtherHourOnADayThatDtstartAloneGives) {
    // The rule gives the third Wednesday at 10:30: of the second of March there is 09:30 alone.
    const std::string rule = "RRULE:FREQ=MONTHLY;BYDAY=3WE;BYHOUR=10;COUNT=3";
    const IcsContent excepted =
        read_events({{"DTSTART:20260302T093000", rule, "EXDATE:20260302T093000"}});
    ASSERT_EQ(excepted.recurrences.size(), 1U);
    EXPECT_EQ(days(excepted.recurrences[0]), "03-18 04-15");
    const IcsContent changed = read_events({
        {"DTSTART:20260302T093000", rule},
        {"RECURRENCE-ID:20260302T103000", "DTSTART:20260305T103000"},
    });
    EXPECT_EQ(reasons(changed.refused),
              "RECURRENCE-ID 2026-03-02 10:30 is no date of the series: it changes nothing; ");
}

/// "20260302T090000".
std::string written(seconds point) {
    const auto day = std::chrono::floor<std::chrono::days>(sys_days{} + point);
    return detail::basic_text(day) + "T" + detail::basic_clock_text(sys_days{} + point - day);
}

TEST(IcsSeries, ChangedFromAnyOccurrenceOnHasTheDaysOfEachMovedOccurrence) {
    std::mt19937 random(11);
    const auto below = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most));
    };
    const sys_days begin = std::chrono::year{2026} / 3 / 2;
    for (int round = 0; round < 200; ++round) {
        const std::set<int> at{below(24), below(24), below(24)};
        const int interval = 1 + below(3);
        std::string rule = "RRULE:FREQ=DAILY;INTERVAL=" + std::to_string(interval) + ";BYHOUR=";
        for (const int hour : at) rule += std::to_string(hour) + (hour == *at.rbegin() ? "" : ",");
        std::vector<seconds> occurrences;
        for (int day = 0; day < 40; day += interval) {
            for (const int hour : at) {
                occurrences.push_back(begin.time_since_epoch() + day * a_day + hours{hour});
            }
        }
        const seconds out = occurrences[static_cast<std::size_t>(1 + below(20))];
        const auto place = static_cast<std::size_t>(1 + below(20));
        const seconds from = occurrences[place];
        if (from == out) continue;
        const seconds by = hours{below(72) - 36};
        std::set<sys_days> before;
        std::set<sys_days> behind;
        for (const seconds each : occurrences) {
            if (each == out) continue;
            const seconds now = each < from ? each : each + by;
            (each < from ? before : behind)
                .insert(std::chrono::floor<std::chrono::days>(sys_days{} + now));
        }
        const IcsContent content = read_events({
            {"DTSTART:" + written(occurrences.front()),
             rule + ";UNTIL=" + written(occurrences.back()), "EXDATE:" + written(out)},
            {"RECURRENCE-ID;RANGE=THISANDFUTURE:" + written(from), "DTSTART:" + written(from + by)},
        });
        ASSERT_TRUE(content.refused.empty()) << reasons(content.refused);
        std::vector<std::set<sys_days>> found;
        for (const Series& series : content.recurrences) {
            found.emplace_back();
            for (const Date& date : std::get<Recurrence>(series.recurrence).between(first_date())) {
                found.back().insert(to_sys_days(date));
            }
        }
        if (before.empty()) found.insert(found.begin(), std::set<sys_days>());
        ASSERT_EQ(found, (std::vector{before, behind})) << rule << " from " << written(from);
    }
}

}  // namespace series_test
}  // namespace probity::ics
