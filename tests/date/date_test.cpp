#include "probity/date/date.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>

#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace date_test {

using namespace probity;

// --- what a date is ---------------------------------------------------------------------------

TEST(Date, IsBoosts) { EXPECT_EQ(make_date(2026, 3, 18), boost::gregorian::date(2026, 3, 18)); }

TEST(Date, LastDayOfFebruaryInLeapYears) {
    EXPECT_EQ(to_string(make_date(2024, 2, 29)), "2024-02-29");
    EXPECT_EQ(to_string(make_date(2000, 2, 29)), "2000-02-29");
    EXPECT_MESSAGE(make_date(2026, 2, 29), DateError, "2026-02-29: February 2026 has days 1 to 28");
    EXPECT_MESSAGE(make_date(2100, 2, 29), DateError, "2100-02-29: February 2100 has days 1 to 28");
}

TEST(Date, ImpossibleDatesAreRefusedWithWhatThereIs) {
    EXPECT_MESSAGE(make_date(2026, 2, 31), DateError, "2026-02-31: February 2026 has days 1 to 28");
    EXPECT_MESSAGE(make_date(2026, 4, 31), DateError, "2026-04-31: April 2026 has days 1 to 30");
    EXPECT_MESSAGE(make_date(2026, 13, 1), DateError,
                   "2026-13-01: the month 13 is not one of 1 to 12");
    EXPECT_MESSAGE(make_date(12026, 1, 1), DateError,
                   "12026-01-01: the year 12026 is out of range: dates go from 1400-01-01 to "
                   "9999-12-31");
    EXPECT_ERROR(make_date(1399, 12, 31), DateError);
    EXPECT_ERROR(make_date(10000, 1, 1), DateError);
    EXPECT_ERROR(make_date(-2026, 1, 1), DateError);
    EXPECT_ERROR(make_date(2026, 0, 1), DateError);
    EXPECT_ERROR(make_date(2026, -1, 1), DateError);
    EXPECT_ERROR(make_date(2026, 1, 0), DateError);
    EXPECT_ERROR(make_date(2026, 1, -1), DateError);
    // Values that a narrower integer would wrap into a real date.
    EXPECT_ERROR(make_date(2026 + 65536, 1, 1), DateError);
    EXPECT_ERROR(make_date(2026, 1 + 256, 1), DateError);
    EXPECT_ERROR(make_date(2026, 1, 1 + 65536), DateError);
}

TEST(Date, SpecialValuesOfBoostAreRefused) {
    for (const Date& special :
         {Date(), Date(boost::date_time::not_a_date_time), Date(boost::date_time::pos_infin),
          Date(boost::date_time::neg_infin)}) {
        EXPECT_MESSAGE(day_number(special), DateError,
                       "not a date (Boost's not_a_date_time or an infinity): dates go from "
                       "1400-01-01 to 9999-12-31");
        EXPECT_ERROR(to_string(special), DateError);
        EXPECT_ERROR(add_days(special, 1), DateError);
        EXPECT_ERROR(to_sys_days(special), DateError);
    }
    // Boost's own extremes are ordinary dates.
    EXPECT_EQ(Date(boost::date_time::min_date_time), first_date());
    EXPECT_EQ(Date(boost::date_time::max_date_time), last_date());
}

// --- text -------------------------------------------------------------------------------------

TEST(DateText, ReadsWhatItWrites) {
    for (const char* text : {"1400-01-01", "2026-03-18", "2024-02-29", "9999-12-31"}) {
        EXPECT_EQ(to_string(parse_date(text)), text);
    }
}

TEST(DateText, AnythingElseIsRefusedWithItself) {
    for (const char* text : {"",           " ",           "2026",        "2026-03",
                             "2026-3-18",  "2026-03-8",   "2026/03/18",  "20260318",
                             "26-03-18",   "2026-03-18 ", " 2026-03-18", "2026-03-18T00:00",
                             "+026-03-18", "2026-+3-18",  "2026-03--1",  "2026-W12-3",
                             "18-03-2026", "2026-ab-18",  "2026-03-1a",  "２０２６-03-18"}) {
        EXPECT_ERROR(parse_date(text), DateError) << text;
    }
    EXPECT_MESSAGE(parse_date("18/03/2026"), DateError,
                   "\"18/03/2026\" is not a date: write it as year-month-day, \"2026-03-18\"");
}

TEST(DateText, AWellFormedDateThatDoesNotExistIsRefusedForWhatItLacks) {
    EXPECT_MESSAGE(parse_date("2026-02-31"), DateError,
                   "2026-02-31: February 2026 has days 1 to 28");
    EXPECT_MESSAGE(parse_date("12026-01-01"), DateError,
                   "12026-01-01: the year 12026 is out of range: dates go from 1400-01-01 to "
                   "9999-12-31");
    EXPECT_ERROR(parse_date("0000-01-01"), DateError);
}

TEST(DateText, BytesThatAreNotTextAreShownAsSuch) {
    EXPECT_MESSAGE(parse_date("2026-03-\xff\n"), DateError,
                   "\"2026-03-\\xff\\x0a\" is not a date: write it as year-month-day, "
                   "\"2026-03-18\"");
    EXPECT_MESSAGE(parse_date("3월 18일"), DateError,
                   "\"3월 18일\" is not a date: write it as year-month-day, \"2026-03-18\"");
    const std::string message = probity_tests::message_of<DateError>(
        [] { static_cast<void>(parse_date(std::string(100'000, 'x'))); });
    EXPECT_LT(message.size(), 200u);
}

// --- days -------------------------------------------------------------------------------------

TEST(AddDays, GoesBothWaysOverTheLeapDay) {
    EXPECT_EQ(add_days(make_date(2024, 2, 28), 2), make_date(2024, 3, 1));
    EXPECT_EQ(add_days(make_date(2024, 3, 1), -1), make_date(2024, 2, 29));
    EXPECT_EQ(add_days(first_date(), last_day_number - first_day_number), last_date());
}

TEST(AddDays, PastTheEndsIsAnErrorAndNeverAnotherDate) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_MESSAGE(add_days(make_date(9999, 12, 31), 1), DateError,
                   "9999-12-31 and 1 days is out of range: dates go from 1400-01-01 to 9999-12-31");
    EXPECT_ERROR(add_days(make_date(1400, 1, 1), -1), DateError);
    for (const std::int64_t days :
         {most, -most - 1, std::int64_t{1} << 32, -(std::int64_t{1} << 32)}) {
        EXPECT_ERROR(add_days(make_date(2026, 3, 18), days), DateError) << days;
        EXPECT_ERROR(add_days(first_date(), days), DateError) << days;
        EXPECT_ERROR(add_days(last_date(), days), DateError) << days;
    }
}

TEST(DayNumber, CountsFrom1970) {
    EXPECT_EQ(day_number(make_date(1970, 1, 1)), 0);
    EXPECT_EQ(day_number(make_date(1969, 12, 31)), -1);
    EXPECT_EQ(date_of(0), make_date(1970, 1, 1));
    EXPECT_EQ(day_number(first_date()), first_day_number);
    EXPECT_EQ(day_number(last_date()), last_day_number);
    EXPECT_EQ(first_date(), make_date(1400, 1, 1));
    EXPECT_EQ(last_date(), make_date(9999, 12, 31));
}

TEST(DayNumber, OutOfRangeIsAnError) {
    EXPECT_MESSAGE(date_of(last_day_number + 1), DateError,
                   "10000-01-01 is out of range: dates go from 1400-01-01 to 9999-12-31");
    EXPECT_MESSAGE(date_of(first_day_number - 1), DateError,
                   "1399-12-31 is out of range: dates go from 1400-01-01 to 9999-12-31");
    EXPECT_MESSAGE(date_of(-719529), DateError,
                   "-0001-12-31 is out of range: dates go from 1400-01-01 to 9999-12-31");
    EXPECT_ERROR(date_of(std::int64_t{1} << 32), DateError);
    EXPECT_ERROR(date_of(std::numeric_limits<std::int64_t>::min()), DateError);
}

// --- std::chrono ------------------------------------------------------------------------------

TEST(Chrono, OutOfRangeOrNotADayIsAnError) {
    using namespace std::chrono;
    EXPECT_EQ(to_date(2026y / March / 18), make_date(2026, 3, 18));
    EXPECT_EQ(to_date(year_month_day{2024y / February / last}), make_date(2024, 2, 29));
    EXPECT_ERROR(to_date(2026y / February / 31), DateError);
    EXPECT_ERROR(to_date(year{12026} / 1 / 1), DateError);
    EXPECT_ERROR(to_date(year{1399} / 12 / 31), DateError);
    EXPECT_ERROR(to_date(sys_days{year{10000} / 1 / 1}), DateError);
    EXPECT_ERROR(to_date(sys_days::max()), DateError);
    EXPECT_ERROR(to_date(sys_days::min()), DateError);
}

// Every day that there is, once: the library's day numbers, Boost's calendar, std::chrono's, and
// the text of each.
TEST(Chrono, EveryDayFrom1400To9999) {
    using namespace std::chrono;
    Date boosts(1400, 1, 1);
    for (DayNumber day = first_day_number; day <= last_day_number; ++day) {
        const sys_days sys{days{day}};
        const year_month_day ymd{sys};
        const Date date = date_of(day);
        const auto fields = date.year_month_day();
        ASSERT_EQ(static_cast<int>(fields.year), static_cast<int>(ymd.year()));
        ASSERT_EQ(unsigned{fields.month}, unsigned{ymd.month()});
        ASSERT_EQ(unsigned{fields.day}, unsigned{ymd.day()});
        ASSERT_EQ(date, boosts);
        ASSERT_EQ(day_number(date), day);
        ASSERT_EQ(to_sys_days(date), sys);
        ASSERT_EQ(to_date(sys), date);
        ASSERT_EQ(to_date(ymd), date);
        if (day < last_day_number) boosts += boost::gregorian::days(1);
    }
    EXPECT_EQ(boosts, last_date());
}

}  // namespace date_test
