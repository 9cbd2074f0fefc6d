// A local time: a date with a time of day, to the second, as a clock on the wall shows it. It has no
// zone, and so is no instant.
//
//     LocalTime begins = make_time(2026, 3, 18, 10, 30);
//     to_string(begins);                            // "2026-03-18T10:30:00"
//     begins.date();                                // 2026-03-18
//     LocalTime::parse("2026-03-18T10:30");         // the same
//     make_time(2026, 3, 18, 24);                   // DateError: an hour is 0 to 23
//
// A day has 86,400 seconds: leap seconds are shown by no wall clock, and have no local time.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"

namespace probity {

/// A local time from 1400-01-01T00:00:00 to 9999-12-31T23:59:59; 1970-01-01T00:00:00 by default.
class LocalTime {
  public:
    constexpr LocalTime() = default;
    /// Throws DateError unless the hour is 0 to 23 and minute and second are 0 to 59, and for a
    /// special date of Boost's.
    explicit LocalTime(const Date& date, int hour = 0, int minute = 0, int second = 0);

    /// Reads "2026-03-18T10:30:00"; seconds may be left out, and a space may stand for the T. Throws
    /// DateError on anything else.
    [[nodiscard]] static LocalTime parse(std::string_view text);

    /// The local time so many seconds after 1970-01-01T00:00:00. Throws DateError out of range.
    [[nodiscard]] static LocalTime of_seconds(std::int64_t seconds);

    /// Seconds since 1970-01-01T00:00:00, days of 86,400 each.
    [[nodiscard]] constexpr std::int64_t seconds() const noexcept { return seconds_; }

    [[nodiscard]] Date date() const;
    [[nodiscard]] int hour() const noexcept { return second_of_day() / 3600; }
    [[nodiscard]] int minute() const noexcept { return second_of_day() / 60 % 60; }
    [[nodiscard]] int second() const noexcept { return second_of_day() % 60; }
    /// [0, 86399].
    [[nodiscard]] int second_of_day() const noexcept;

    friend constexpr auto operator<=>(const LocalTime&, const LocalTime&) = default;

  private:
    std::int64_t seconds_ = 0;
};

/// The first and the last local time there are, as LocalTime::seconds counts.
inline constexpr std::int64_t first_local_second = std::int64_t{first_day_number} * 86400;
inline constexpr std::int64_t last_local_second = (std::int64_t{last_day_number} + 1) * 86400 - 1;

/// The local time of a year, month (1-12), day of the month and time of day. Throws DateError if
/// there is none.
[[nodiscard]] LocalTime make_time(int year, int month, int day, int hour = 0, int minute = 0,
                                  int second = 0);

/// "2026-03-18T10:30:00".
[[nodiscard]] std::string to_string(const LocalTime& time);
std::ostream& operator<<(std::ostream& out, const LocalTime& time);

static_assert(std::regular<LocalTime> && std::totally_ordered<LocalTime>);

}  // namespace probity
