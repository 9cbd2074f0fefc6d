// A date of the Korean lunisolar calendar (dangi, 음력), by which Seollal, Buddha's Birthday and
// Chuseok are kept.
//
// A lunar month begins on the day of a new moon in Korean time and has 29 or 30 days. Twelve months
// make 353 to 355 days, so seven times in nineteen years a year has a thirteenth: a leap month,
// which repeats the number of the month before it and is written with an L, as RFC 7529 writes it.
//
//     LunarDate(2026, 1, 1).to_date();                   // 2026-02-17, Seollal
//     LunarDate::of(make_date(2026, 9, 25));             // lunar 2026-08-15, Chuseok
//     LunarDate(2025, 6, 1, true).to_date();             // 2025-07-25, the first of the leap month
//     LunarDate(2026, 6, 1, true);                       // DateError: lunar 2026 has no leap month
//     LunarDate(2101, 1, 1);                             // HorizonError
//
// It is not the Chinese calendar: a new moon shortly before midnight in Beijing falls on the next
// day in Seoul. Seollal of 2028 is 2028-01-27 in Korea and the day before in China.
//
// The lunar years 1900 to 2100 are known, whole: the days 1900-01-31 to 2101-01-28. They are one
// word of 32 bits a year: to 2050 the months of the official almanac of the Korea Astronomy and Space
// Science Institute, from 2051 on those of ICU's dangi calendar. docs/lunisolar.md says where other
// sources differ.
//
//     LunarDate(2017, 2, 1).to_date();                   // 2017-02-26; ICU has the 27th
#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"

namespace probity {

/// The first and the last lunar year that are known. Lunar year y begins in January or February of
/// the Gregorian year y and ends in the next.
inline constexpr int first_lunar_year = 1900;
inline constexpr int last_lunar_year = 2100;

/// The day numbers of 1900-01-31 and 2101-01-28: the first and the last day that have a lunar date.
inline constexpr DayNumber first_lunar_day = -25537;
inline constexpr DayNumber last_lunar_day = 47874;

class LunarDate;

namespace detail {
/// The lunar date of a day in [first_lunar_day, last_lunar_day], which is not checked.
[[nodiscard]] LunarDate unchecked_lunar_date(DayNumber day) noexcept;

/// The day number of the first day of a lunar year in [1900, 2101], which is not checked.
[[nodiscard]] DayNumber unchecked_lunar_new_year(int year) noexcept;
}  // namespace detail

/// A date of the Korean lunisolar calendar.
class LunarDate {
  public:
    /// Month 1-12 and its day; `leap_month` for the leap month of that number. Throws HorizonError
    /// outside the lunar years 1900 to 2100, and DateError if that year has no such month or day.
    LunarDate(int year, int month, int day, bool leap_month = false);

    /// The lunar date of a day. Throws HorizonError outside 1900-01-31 to 2101-01-28.
    [[nodiscard]] static LunarDate of(const Date& date);

    /// Reads "lunar 2025-06L-01", the notation of to_string. Throws DateError on anything else, and
    /// as the constructor does.
    [[nodiscard]] static LunarDate parse(std::string_view text);

    [[nodiscard]] int year() const noexcept { return year_; }
    [[nodiscard]] int month() const noexcept { return month_; }
    [[nodiscard]] bool leap_month() const noexcept { return leap_month_; }
    [[nodiscard]] int day() const noexcept { return day_; }

    /// The same day of the Gregorian calendar.
    [[nodiscard]] Date to_date() const;

    /// As the days follow one another: a leap month comes after the ordinary one of its number.
    friend std::strong_ordering operator<=>(const LunarDate&, const LunarDate&) = default;

    // A day later is a matter of days, not of a lunar month's number: go by to_date(). How many
    // days lie between two lunar dates: subtract their dates.
    friend LunarDate operator+(const LunarDate&, int) = delete;
    friend int operator-(const LunarDate&, const LunarDate&) = delete;

  private:
    friend LunarDate detail::unchecked_lunar_date(DayNumber day) noexcept;
    struct Unchecked {};
    LunarDate(Unchecked, int year, int month, bool leap_month, int day) noexcept
        : year_(static_cast<std::int16_t>(year)),
          month_(static_cast<std::int8_t>(month)),
          leap_month_(leap_month),
          day_(static_cast<std::int8_t>(day)) {}

    // In the order of comparison.
    std::int16_t year_;
    std::int8_t month_;
    bool leap_month_;
    std::int8_t day_;
};

/// A month of a lunar year, with the days that it covers.
struct LunarMonth {
    int year;
    /// 1 to 12; a leap month bears the number of the month before it.
    int month;
    bool leap;
    /// The day number of its first day.
    DayNumber first;
    /// 29 or 30.
    int length;

    friend bool operator==(const LunarMonth&, const LunarMonth&) = default;
};

/// The months of one lunar year in order: twelve, or thirteen with a leap month.
class LunarMonths {
  public:
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] LunarMonth operator[](std::size_t i) const noexcept { return months_[i]; }
    [[nodiscard]] const LunarMonth* begin() const noexcept { return months_.data(); }
    [[nodiscard]] const LunarMonth* end() const noexcept { return months_.data() + size_; }

  private:
    friend LunarMonths lunar_months(int year);
    LunarMonths() = default;

    std::array<LunarMonth, 13> months_{};
    std::size_t size_ = 0;
};

/// The months of a lunar year. Throws HorizonError outside 1900 to 2100, as do the next four.
[[nodiscard]] LunarMonths lunar_months(int year);

/// The number of a lunar year's leap month; none if it has none.
[[nodiscard]] std::optional<int> lunar_leap_month(int year);

/// How many days a month of a lunar year has, 29 or 30. Throws DateError if the year has no such
/// month.
[[nodiscard]] int lunar_days_in_month(int year, int month, bool leap_month = false);

/// How many days a lunar year has, 353 to 385.
[[nodiscard]] int lunar_days_in_year(int year);

/// The first day of a lunar year, Seollal: between 21 January and 20 February.
[[nodiscard]] Date lunar_new_year(int year);

/// "lunar 2026-08-15", "lunar 2025-06L-01" in a leap month.
[[nodiscard]] std::string to_string(const LunarDate& date);
std::ostream& operator<<(std::ostream& out, const LunarDate& date);

static_assert(std::copyable<LunarDate> && std::totally_ordered<LunarDate>);

}  // namespace probity
