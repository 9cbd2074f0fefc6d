// Rules of RFC 7529: those of the Korean lunisolar calendar, and SKIP.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <optional>

#include "probity/date/lunisolar.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "samples.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace rfc_7529_test {

TEST(KoreanRule, HolidaysOfAllKnownYears) {
    const Recurrence seollal =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "1900-01-31");
    const Recurrence chuseok = recurrence("RSCALE=DANGI;FREQ=YEARLY", "1900-09-08");
    const Recurrence eve = recurrence("RSCALE=DANGI;FREQ=YEARLY;BYYEARDAY=-1", "1900-01-31");
    for (int year = 1900; year <= 2100; ++year) {
        EXPECT_EQ(seollal.nth(year - 1900), lunar_new_year(year));
        EXPECT_EQ(chuseok.nth(year - 1900), LunarDate(year, 8, 15).to_date());
        if (year < 2100) {
            EXPECT_EQ(eve.nth(year - 1900), add_days(lunar_new_year(year + 1), -1));
        }
    }
}

TEST(KoreanRule, LeapMonthByEverySkip) {
    const Recurrence omit =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1", "1900-01-31");
    const Recurrence back =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1;SKIP=BACKWARD", "1900-01-31");
    const Recurrence on =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1;SKIP=FORWARD", "1900-01-31");
    std::int64_t leaps = 0;
    for (int year = 1900; year <= 2099; ++year) {
        if (lunar_leap_month(year) == 6) {
            const Date date = LunarDate(year, 6, 1, true).to_date();
            EXPECT_EQ(omit.nth(leaps++), date);
            EXPECT_EQ(back.nth(year - 1900), date);
            EXPECT_EQ(on.nth(year - 1900), date);
        } else {
            EXPECT_EQ(back.nth(year - 1900), LunarDate(year, 6, 1).to_date());
            EXPECT_EQ(on.nth(year - 1900), LunarDate(year, 7, 1).to_date());
        }
    }
    EXPECT_GT(leaps, 10);
}

TEST(KoreanRule, ThirtiethOfEveryMonthBySkip) {
    const Recurrence omit = recurrence("RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=30", "2020-01-25");
    const Recurrence back =
        recurrence("RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=BACKWARD", "2020-01-25");
    const Recurrence on =
        recurrence("RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=FORWARD", "2020-01-25");
    std::int64_t months = 0;
    std::int64_t long_months = 0;
    for (int year = 2020; year < 2060; ++year) {
        for (const LunarMonth& month : lunar_months(year)) {
            if (month.length == 30) {
                EXPECT_EQ(omit.nth(long_months++), date_of(month.first + 29));
            }
            EXPECT_EQ(back.nth(months), date_of(month.first + month.length - 1));
            EXPECT_EQ(on.nth(months++), date_of(month.first + 29));
        }
    }
}

TEST(SkipRule, LeapDayOfEveryYear) {
    const Recurrence back = recurrence(
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=BACKWARD", "1400-01-01");
    const Recurrence on = recurrence(
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=FORWARD", "1400-01-01");
    for (int year = 1400; year <= 9999; ++year) {
        const bool leap = std::chrono::year(year).is_leap();
        ASSERT_EQ(back.nth(year - 1400), make_date(year, 2, leap ? 29 : 28));
        ASSERT_EQ(on.nth(year - 1400), leap ? make_date(year, 2, 29) : make_date(year, 3, 1));
    }
    EXPECT_EQ(on.nth(8600), std::nullopt);
}

}  // namespace rfc_7529_test
}  // namespace probity::testing
