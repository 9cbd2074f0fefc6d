#include "probity/date/time_of_day.hpp"

#include <gtest/gtest.h>

#include "probity/date/error.hpp"
#include "tests/expect_error.hpp"

namespace time_of_day_test {

using namespace probity;

TEST(TimeOfDay, ReadsWhatItPrints) {
    for (const char* text : {"00:00", "09:05", "15:20", "23:59"}) {
        EXPECT_EQ(to_string(TimeOfDay::parse(text)), text);
    }
    EXPECT_EQ(TimeOfDay::parse("15:20"), TimeOfDay(15, 20));
    EXPECT_EQ(TimeOfDay(15, 20).hour(), 15);
    EXPECT_EQ(TimeOfDay(15, 20).minute(), 20);
    EXPECT_EQ(TimeOfDay(), TimeOfDay(0, 0));
}

TEST(TimeOfDay, IsOrderedByTheClock) {
    EXPECT_LT(TimeOfDay(9, 59), TimeOfDay(10, 0));
    EXPECT_GT(TimeOfDay(10, 1), TimeOfDay(10, 0));
}

TEST(TimeOfDay, EndsWithOneMinuteToMidnight) {
    for (const char* text : {"24:00", "9:05", "15:60", "15.20", "", "-1:00", "15:2 "}) {
        EXPECT_ERROR(TimeOfDay::parse(text), ProbityError) << text;
    }
    EXPECT_MESSAGE(TimeOfDay(24, 0), ProbityError,
                   "hour 24, minute 0: times of day go from 00:00 to 23:59");
    EXPECT_ERROR(TimeOfDay(-1, 0), ProbityError);
    EXPECT_ERROR(TimeOfDay(0, 60), ProbityError);
}

}  // namespace time_of_day_test
