#include "probity/programme/partial_date.hpp"

#include <gtest/gtest.h>

namespace probity {
namespace {

TEST(PartialDate, ReadsWhatItPrints) {
    for (const char* text : {"2025", "2025-06", "2025-06-18", "1400-01", "9999-12-31"}) {
        EXPECT_EQ(to_string(PartialDate::parse(text)), text);
    }
}

TEST(PartialDate, HasTheDaysThatItCanBe) {
    EXPECT_EQ(to_string(PartialDate(2025, 6).days()), "[2025-06-01, 2025-07-01)");
    EXPECT_EQ(to_string(PartialDate(2024, 2).days()), "[2024-02-01, 2024-03-01)");
    EXPECT_EQ(PartialDate(2025).days().days(), 365);
    EXPECT_EQ(PartialDate(2025, 7, 25).days().days(), 1);
}

TEST(PartialDate, RefusesWhatDoesNotExist) {
    for (const char* text : {"", "25", "2025-13", "2025-6", "2025-02-30", "12026", "2025-06-",
                             "1399-12", "2025/06", "2025-06-1a"}) {
        EXPECT_THROW(static_cast<void>(PartialDate::parse(text)), DateError) << text;
    }
    EXPECT_THROW(PartialDate(2025, std::nullopt, 3), DateError);
}

}  // namespace
}  // namespace probity
