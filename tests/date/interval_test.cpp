#include <gtest/gtest.h>

#include <limits>
#include <sstream>

#include "probity/date/date.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace interval_test {

using namespace probity;

Interval interval(const char* begin, const char* end) {
    return Interval(parse_date(begin), parse_date(end));
}

const Interval third_week = interval("2026-03-16", "2026-03-23");

TEST(Interval, IsHalfOpen) {
    EXPECT_EQ(third_week.begin(), make_date(2026, 3, 16));
    EXPECT_EQ(third_week.last(), make_date(2026, 3, 22));
    EXPECT_EQ(third_week.end(), make_date(2026, 3, 23));
    EXPECT_EQ(third_week.days(), 7);
    EXPECT_TRUE(third_week.contains(make_date(2026, 3, 16)));
    EXPECT_TRUE(third_week.contains(make_date(2026, 3, 22)));
    EXPECT_FALSE(third_week.contains(make_date(2026, 3, 15)));
    EXPECT_FALSE(third_week.contains(make_date(2026, 3, 23)));
}

TEST(Interval, WithoutADayIsRefused) {
    const Date day = make_date(2026, 3, 18);
    EXPECT_MESSAGE(Interval(day, day), DateError,
                   "an interval from 2026-03-18 to before 2026-03-18 has no day: its end must be "
                   "after its begin");
    EXPECT_MESSAGE(Interval(day, make_date(2026, 3, 1)), DateError,
                   "an interval from 2026-03-18 to before 2026-03-01 has no day: its end must be "
                   "after its begin");
    EXPECT_MESSAGE(Interval::closed(day, make_date(2026, 3, 17)), DateError,
                   "an interval from 2026-03-18 to 2026-03-17 has no day: its last must not be "
                   "before its first");
    EXPECT_MESSAGE(Interval::of_days(day, 0), DateError,
                   "an interval of 0 days from 2026-03-18: it must have at least 1");
    EXPECT_ERROR(Interval::of_days(day, -7), DateError);
    EXPECT_ERROR(Interval(first_date(), first_date()), DateError);
}

TEST(Interval, OfSpecialDatesIsRefused) {
    const Date day = make_date(2026, 3, 18);
    const Date none;
    EXPECT_ERROR(Interval{none}, DateError);
    EXPECT_ERROR(Interval(day, none), DateError);
    EXPECT_ERROR(Interval(day, Date(boost::date_time::pos_infin)), DateError);
    EXPECT_ERROR(Interval::closed(none, day), DateError);
    EXPECT_ERROR(Interval::of_days(none, 7), DateError);
    EXPECT_ERROR(third_week.contains(none), DateError);
}

TEST(Interval, ThreeWaysToSayTheSameWeek) {
    EXPECT_EQ(Interval::closed(make_date(2026, 3, 16), make_date(2026, 3, 22)), third_week);
    EXPECT_EQ(Interval::of_days(make_date(2026, 3, 16), 7), third_week);
}

TEST(Interval, OfOneDay) {
    const Interval day = interval("2026-03-18", "2026-03-19");
    EXPECT_EQ(day.days(), 1);
    EXPECT_EQ(day.begin(), day.last());
    EXPECT_EQ(Interval::closed(day.begin(), day.begin()), day);
}

TEST(Interval, WithoutAnEndReachesTheLastDate) {
    const Interval open(make_date(2026, 1, 1));
    EXPECT_EQ(open.end(), std::nullopt);
    EXPECT_EQ(open.last(), last_date());
    EXPECT_TRUE(open.contains(last_date()));
    EXPECT_EQ(Interval::closed(make_date(2026, 1, 1), last_date()), open);
    EXPECT_NE(interval("2026-01-01", "9999-12-31"), open);  // that one stops a day before
    EXPECT_EQ(Interval(last_date()).days(), 1);
    EXPECT_EQ(Interval(first_date()).days(), last_day_number - first_day_number + 1);
}

TEST(Interval, OfDaysIsCutAtTheLastDate) {
    EXPECT_EQ(Interval::of_days(make_date(9999, 12, 27), 7).days(), 5);
    EXPECT_EQ(Interval::of_days(first_date(), std::numeric_limits<std::int64_t>::max()),
              Interval(first_date()));
}

TEST(Interval, MeetIsTheDaysInBoth) {
    EXPECT_EQ(third_week.meet(interval("2026-03-20", "2026-04-01")),
              interval("2026-03-20", "2026-03-23"));
    EXPECT_EQ(third_week.meet(interval("2026-03-17", "2026-03-19")),
              interval("2026-03-17", "2026-03-19"));
    EXPECT_EQ(third_week.meet(third_week), third_week);
    EXPECT_EQ(third_week.meet(Interval(first_date())), third_week);
}

TEST(Interval, MeetsNothingWhereItOnlyTouches) {
    const Interval fourth_week = interval("2026-03-23", "2026-03-30");
    EXPECT_EQ(third_week.meet(fourth_week), std::nullopt);
    EXPECT_EQ(fourth_week.meet(third_week), std::nullopt);
    EXPECT_EQ(third_week.meet(interval("2026-05-01", "2026-06-01")), std::nullopt);
}

// meet() against the definition, day by day, for all intervals within a fortnight.
TEST(Interval, MeetHoldsExactlyTheDaysThatBothHold) {
    const Date origin = make_date(2024, 2, 23);
    constexpr int span = 9;
    const auto between = [&](int i, int j) {
        return Interval(add_days(origin, i), add_days(origin, j));
    };
    for (int i = 0; i < span; ++i) {
        for (int j = i + 1; j <= span; ++j) {
            for (int k = 0; k < span; ++k) {
                for (int l = k + 1; l <= span; ++l) {
                    const auto both = between(i, j).meet(between(k, l));
                    for (int day = 0; day < span; ++day) {
                        const bool expected = i <= day && day < j && k <= day && day < l;
                        ASSERT_EQ(both && both->contains(add_days(origin, day)), expected)
                            << i << ' ' << j << ' ' << k << ' ' << l << ' ' << day;
                    }
                }
            }
        }
    }
}

TEST(Interval, OrderIsByFirstDayThenByLast) {
    EXPECT_LT(third_week, interval("2026-03-17", "2026-03-18"));
    EXPECT_LT(interval("2026-03-16", "2026-03-17"), third_week);
    EXPECT_GT(Interval(make_date(2026, 3, 16)), third_week);
}

TEST(Interval, TextIsItsNotation) {
    EXPECT_EQ(to_string(third_week), "[2026-03-16, 2026-03-23)");
    EXPECT_EQ(to_string(Interval(make_date(2026, 3, 16))), "[2026-03-16, )");
    std::ostringstream out;
    out << third_week;
    EXPECT_EQ(out.str(), "[2026-03-16, 2026-03-23)");
}

}  // namespace interval_test
