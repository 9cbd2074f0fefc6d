#include "probity/times/local_time.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace local_time_test {

TEST(LocalTime, HasItsFields) {
    const LocalTime time = make_time(2026, 3, 18, 10, 30, 5);
    EXPECT_EQ(time.date(), make_date(2026, 3, 18));
    EXPECT_EQ(time.hour(), 10);
    EXPECT_EQ(time.minute(), 30);
    EXPECT_EQ(time.second(), 5);
    EXPECT_EQ(to_string(time), "2026-03-18T10:30:05");
    EXPECT_EQ(LocalTime(), make_time(1970, 1, 1));
}

TEST(LocalTime, BeforeTheEpochCountsFromMidnight) {
    const LocalTime time = make_time(1400, 1, 1, 0, 0, 1);
    EXPECT_EQ(time.seconds(), first_local_second + 1);
    EXPECT_EQ(time.date(), make_date(1400, 1, 1));
    EXPECT_EQ(time.second_of_day(), 1);
    EXPECT_EQ(make_time(9999, 12, 31, 23, 59, 59).seconds(), last_local_second);
}

TEST(LocalTime, ReadsWhatItPrints) {
    for (const std::string text :
         {"1400-01-01T00:00:00", "2026-03-18T10:30:05", "9999-12-31T23:59:59"}) {
        EXPECT_EQ(to_string(LocalTime::parse(text)), text);
    }
    EXPECT_EQ(LocalTime::parse("2026-03-18 10:30"), make_time(2026, 3, 18, 10, 30));
}

TEST(LocalTime, RefusesWhatIsNone) {
    for (const std::string text :
         {"", "2026-03-18", "2026-03-18T24:00", "2026-02-30T10:00", "2026-03-18T10:30:60",
          "2026-03-18t10:30", "2026-03-18T10:3a", "2026-03-18T10:30:5", "2026-03-18T10:30Z"}) {
        EXPECT_ERROR(LocalTime::parse(text), DateError);
    }
    EXPECT_MESSAGE(make_time(2026, 3, 18, 24), DateError,
                   "time of day 24:0:0: an hour is 0 to 23, a minute and a second 0 to 59");
    EXPECT_ERROR(LocalTime::of_seconds(first_local_second - 1), DateError);
    EXPECT_ERROR(LocalTime::of_seconds(last_local_second + 1), DateError);
}

}  // namespace local_time_test
}  // namespace probity::testing
