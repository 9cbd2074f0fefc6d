// Day numbers to year, month and day, and back, in closed arithmetic.
//
// The year is taken to begin in March, so that the leap day is its last; the Gregorian calendar
// then repeats every 400 years, 146,097 days (Neri and Schneider, "Euclidean affine functions and
// their application to calendar algorithms", 2023, give the multiplications used here).
#pragma once

#include <array>
#include <cstdint>

#include "probity/date/date.hpp"

namespace probity::detail {

inline constexpr std::int32_t days_in_400_years = 146097;
inline constexpr std::int64_t day_seconds = 86400;

struct YearMonthDay {
    int year;
    int month;  // 1-12
    int day;    // 1-31
};

[[nodiscard]] constexpr bool is_leap(int year) noexcept {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

[[nodiscard]] constexpr int days_in_month(int year, int month) noexcept {
    constexpr std::array<signed char, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap(year) ? 1 : 0);
}

/// Days before each month of the year: [leap][month - 1], and the year's length at [12].
inline constexpr std::array<std::array<std::int16_t, 13>, 2> days_before_month{{
    {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
    {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366},
}};

/// The day number of 1 January. For years from 0 to 32767.
[[nodiscard]] constexpr DayNumber year_start(int year) noexcept {
    const int before = year - 1;
    return before * 365 + before / 4 - before / 100 + before / 400 - 719162;
}

[[nodiscard]] constexpr DayNumber day_number_of(int year, int month, int day) noexcept {
    return year_start(year) +
           days_before_month[is_leap(year)][static_cast<std::size_t>(month - 1)] + day - 1;
}

// Moves day numbers into the non-negative range for unsigned arithmetic: a whole number of
// 400-year cycles before 1970, counted from 1 March.
inline constexpr std::uint32_t civil_cycles = 14;
inline constexpr std::uint32_t civil_shift = 719468 + days_in_400_years * civil_cycles;

struct YearDay {
    int year;
    int day;  // 0 is 1 January
};

[[nodiscard]] constexpr YearMonthDay year_month_day(DayNumber day) noexcept {
    const auto n = static_cast<std::uint32_t>(day) + civil_shift;
    const std::uint32_t n1 = 4 * n + 3;
    const std::uint32_t century = n1 / 146097;
    const std::uint32_t day_of_century = n1 % 146097 / 4;  // [0, 36524]
    const std::uint32_t n2 = 4 * day_of_century + 3;
    const std::uint64_t p2 = std::uint64_t{2939745} * n2;
    const auto year_of_century = static_cast<std::uint32_t>(p2 >> 32);
    const auto day_of_year = static_cast<std::uint32_t>(p2) / 2939745 / 4;  // from 1 March
    const std::uint32_t n3 = 2141 * day_of_year + 197913;
    const std::uint32_t month = n3 >> 16;  // [3, 14]
    const std::uint32_t day_of_month = (n3 & 0xffff) / 2141;
    const bool january_or_february = day_of_year >= 306;
    const std::uint32_t year = 100 * century + year_of_century + (january_or_february ? 1 : 0);
    return {static_cast<int>(year) - static_cast<int>(400 * civil_cycles),
            static_cast<int>(january_or_february ? month - 12 : month),
            static_cast<int>(day_of_month + 1)};
}

[[nodiscard]] constexpr YearDay year_day(DayNumber day) noexcept {
    const auto n = static_cast<std::uint32_t>(day) + civil_shift;
    const std::uint32_t n1 = 4 * n + 3;
    const std::uint32_t century = n1 / 146097;
    const std::uint32_t n2 = 4 * (n1 % 146097 / 4) + 3;
    const std::uint64_t p2 = std::uint64_t{2939745} * n2;
    const auto march_year = static_cast<int>(100 * century + static_cast<std::uint32_t>(p2 >> 32)) -
                            static_cast<int>(400 * civil_cycles);
    const auto from_march = static_cast<int>(static_cast<std::uint32_t>(p2) / 2939745 / 4);
    if (from_march >= 306) return {march_year + 1, from_march - 306};
    return {march_year, from_march + 59 + (is_leap(march_year) ? 1 : 0)};
}

/// 0 for Monday to 6 for Sunday. Day 0, 1970-01-01, was a Thursday.
[[nodiscard]] constexpr int weekday_index(DayNumber day) noexcept {
    return static_cast<int>((static_cast<std::uint32_t>(day - first_day_number) + 2) % 7);
}

static_assert(year_start(1970) == 0 && year_start(1400) == first_day_number);
static_assert(day_number_of(9999, 12, 31) == last_day_number);
static_assert(weekday_index(0) == 3);

/// Floor division and its remainder, for b > 0.
[[nodiscard]] constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) noexcept {
    return a / b - (a % b < 0 ? 1 : 0);
}
[[nodiscard]] constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t b) noexcept {
    const std::int64_t r = a % b;
    return r < 0 ? r + b : r;
}

}  // namespace probity::detail
