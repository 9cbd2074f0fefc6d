// Dates, times and durations as calendar files write them (RFC 5545 section 3.3).
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"
#include "probity/exchange/ics_moment.hpp"

namespace probity::ics::detail {

using Day = std::chrono::sys_days;
using std::chrono::seconds;

/// A date or time outside the years 1 to 9999, which calendar files can name.
class BeyondDates : public std::range_error {
  public:
    BeyondDates() : std::range_error("date value out of range") {}
};

inline constexpr Day first_day{std::chrono::year{1} / 1 / 1};
inline constexpr Day last_day{std::chrono::year{9999} / 12 / 31};
inline constexpr seconds a_day{86400};
inline constexpr seconds midnight{0};

/// A day, checked. Throws BeyondDates outside the years 1 to 9999.
Day checked(Day day);
/// The day so many days later. Throws BeyondDates.
[[nodiscard]] inline Day later(Day day, std::int64_t count) {
    if (count < -4'000'000 || count > 4'000'000) throw BeyondDates();
    return checked(day + std::chrono::days{count});
}
/// As a Date. Throws DateError outside 1400 to 9999.
[[nodiscard]] Date date_of(Day day);
/// A Date as a day.
[[nodiscard]] inline Day day_of(const Date& date) { return to_sys_days(date); }
/// "2026-03-18".
[[nodiscard]] std::string iso_text(Day day);
/// "20260318".
[[nodiscard]] std::string basic_text(Day day);
/// "152000".
[[nodiscard]] std::string basic_clock_text(seconds time);
/// "15:20".
[[nodiscard]] std::string clock_text(seconds time);

/// The wall time of clocks at an instant.
[[nodiscard]] std::chrono::local_seconds wall(const Moment& moment);
/// A time by what clocks show. Throws BeyondDates.
[[nodiscard]] Moment at(std::chrono::local_seconds wall, ZonePointer zone, bool again = false);
/// The instant of a time in a zone. Throws BeyondDates if it is none of the years 1 to 9999.
[[nodiscard]] std::chrono::sys_seconds instant(const Moment& moment);
/// A time in a zone, in another. Throws BeyondDates.
[[nodiscard]] Moment in_zone(const Moment& moment, const ZonePointer& zone);
/// An instant in a zone. Throws BeyondDates.
[[nodiscard]] Moment in_zone(std::chrono::sys_seconds instant, const ZonePointer& zone);
/// The time a duration later, in the same zone; none if there is none.
[[nodiscard]] std::optional<Moment> after(const Moment& start, seconds duration);

/// A hash for equal moments.
struct MomentHash {
    std::size_t operator()(const Moment& moment) const;
};

struct DayHash {
    std::size_t operator()(Day day) const noexcept {
        return static_cast<std::size_t>(day.time_since_epoch().count());
    }
};

/// A date or time as it is written.
struct Written {
    /// Without a zone.
    Moment moment{};
    /// The distance from UTC that it names.
    std::optional<seconds> offset = std::nullopt;
    /// Whether RFC 5545 writes it like this.
    bool is_form = true;
};

/// A date or a time; none if the text is none.
[[nodiscard]] std::optional<Written> parse_moment(std::string_view text);
/// A distance from UTC, "+0900", "-05:00", "+090030"; none if the text is none.
[[nodiscard]] std::optional<seconds> parse_offset(std::string_view text);
/// A duration, "P1DT2H"; none if the text is none.
[[nodiscard]] std::optional<seconds> parse_duration(std::string_view text);

}  // namespace probity::ics::detail
