// Writing dates: a recurrence does it one way when it is new and others once its tables stand, and
// all give the same dates.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "probity/date/weekday.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "random_rule.hpp"
#include "tests/print_date.hpp"

namespace emit_test {

using namespace probity;

std::vector<DayNumber> written(const Recurrence& recurrence, const Date& begin, const Date& end,
                               std::size_t room) {
    std::vector<DayNumber> days(room);
    days.resize(recurrence.write(begin, end, days));
    return days;
}

std::vector<DayNumber> walked(const Recurrence& recurrence, const Date& begin, const Date& end,
                              std::size_t room) {
    std::vector<DayNumber> days;
    std::optional<Date> date = begin;
    if (!recurrence.contains(begin)) date = recurrence.next_after(begin);
    for (; date && *date < end && days.size() < room; date = recurrence.next_after(*date)) {
        days.push_back(day_number(*date));
    }
    return days;
}

TEST(Write, GivesTheSameDatesNewAndWarm) {
    probity::testing::RandomRules rules(2026);
    for (int i = 0; i < 400; ++i) {
        const probity::testing::RandomRule drawn = rules.next();
        const Rule rule = Rule::parse(drawn.text);
        const Date start = to_date(drawn.start);
        SCOPED_TRACE(drawn.text + " from " + to_string(start));
        const auto day = std::clamp<std::int64_t>(
            day_number(start) + rules.number(-2000, 900 * 365), first_day_number, last_day_number);
        const Date begin = date_of(day);
        for (const std::int64_t length :
             {std::int64_t{1}, std::int64_t{4000}, rules.number(0, 900 * 365)}) {
            const Date end = date_of(std::min<std::int64_t>(day + length, last_day_number));
            constexpr std::size_t room = 700;
            const Recurrence recurrence(rule, start);
            const std::vector<DayNumber> fresh = written(recurrence, begin, end, room);
            static_cast<void>(recurrence.count(start));  // which builds the tables
            EXPECT_EQ(written(recurrence, begin, end, room), fresh);
            EXPECT_EQ(walked(recurrence, begin, end, room), fresh);
        }
    }
}

// One date a year, over the end of the calendar's cycle of 400 years more than once.
TEST(Write, OverSeveralCycles) {
    const Recurrence recurrence(Rule::parse("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"),
                                make_date(1990, 6, 1));
    ASSERT_EQ(recurrence.count(make_date(1400, 1, 1)), 8009);
    const auto dates = written(recurrence, make_date(1990, 1, 1), last_date(), 9000);
    ASSERT_EQ(dates.size(), 8009U);
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const int year = 1991 + static_cast<int>(i);
        ASSERT_EQ(date_of(dates[i]), *nth_weekday(year, 3, WE(3)));
    }
}

}  // namespace emit_test
