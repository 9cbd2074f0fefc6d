// A time of day, to the minute and without a zone: when a meeting begins.
//
//     TimeOfDay begins{15, 20};
//     to_string(begins);                    // "15:20"
//     TimeOfDay::parse("09:05").hour();     // 9
//     TimeOfDay::parse("24:00");            // ProbityError: a day ends with 23:59
#pragma once

#include <compare>
#include <concepts>
#include <iosfwd>
#include <string>
#include <string_view>

namespace probity {

/// A time from 00:00 to 23:59; midnight by default.
class TimeOfDay {
  public:
    constexpr TimeOfDay() = default;
    /// Throws ProbityError unless the hour is 0 to 23 and the minute 0 to 59.
    TimeOfDay(int hour, int minute);

    /// Reads "15:20". Throws ProbityError on anything else.
    [[nodiscard]] static TimeOfDay parse(std::string_view text);

    [[nodiscard]] constexpr int hour() const noexcept { return minutes_ / 60; }
    [[nodiscard]] constexpr int minute() const noexcept { return minutes_ % 60; }

    friend constexpr auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;

  private:
    /// Since midnight.
    int minutes_ = 0;
};

/// "15:20".
[[nodiscard]] std::string to_string(TimeOfDay time);
std::ostream& operator<<(std::ostream& out, TimeOfDay time);

static_assert(std::regular<TimeOfDay> && std::totally_ordered<TimeOfDay>);

}  // namespace probity
