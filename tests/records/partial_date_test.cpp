#include "probity/records/partial_date.hpp"

#include <gtest/gtest.h>

#include <concepts>

#include "tests/expect_error.hpp"

namespace probity {
namespace partial_date_test {

TEST(PartialDate, ReadsWhatItPrints) {
    for (const char* text : {"2025", "2025-06", "2025-06-18", "1400-01", "9999-12-31"}) {
        EXPECT_EQ(to_string(PartialDate::parse(text)), text);
    }
}

// No year stands for one that is not known.
static_assert(!std::default_initializable<PartialDate>);

TEST(PartialDate, HasTheDaysThatItCanBe) {
    EXPECT_EQ(to_string(PartialDate(2025, 6).days()), "[2025-06-01, 2025-07-01)");
    EXPECT_EQ(to_string(PartialDate(2024, 2).days()), "[2024-02-01, 2024-03-01)");
    EXPECT_EQ(PartialDate(2025).days().days(), 365);
    EXPECT_EQ(PartialDate(2025, 7, 25).days().days(), 1);
}

TEST(PartialDate, RefusesWhatDoesNotExist) {
    for (const std::string text : {"", "25", "2025-6", "2025-06-", "12026", "2025/06", "2025-xx",
                                   "20x5", "2025-0x", "20x5-06", "xxxx"}) {
        EXPECT_MESSAGE(PartialDate::parse(text), DateError,
                       "'" + text +
                           "' is no date, whole or in part: write 2025, 2025-06 or "
                           "2025-06-18, from 1400 to 9999");
    }
    for (const std::string text :
         {"2025-13", "2025-00", "2025-02-30", "1399-12", "0000", "2025-06-1a"}) {
        EXPECT_ERROR(PartialDate::parse(text), DateError);
    }
    EXPECT_MESSAGE(PartialDate(2025, std::nullopt, 3), DateError,
                   "a partial date of year 2025 and day 3: a day needs its month");
}

}  // namespace partial_date_test
}  // namespace probity
