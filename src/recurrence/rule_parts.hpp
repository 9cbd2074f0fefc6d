// The parts of a rule: their names, and the words for the numbers that they take.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "probity/text/text.hpp"
#include "text/sentence.hpp"

namespace probity {

/// The parts of RFC 5545 section 3.3.10 and of RFC 7529 section 4.1.
enum class Part : std::uint8_t {
    frequency,
    until,
    count,
    interval,
    by_second,
    by_minute,
    by_hour,
    by_day,
    by_month_day,
    by_year_day,
    by_week_no,
    by_month,
    by_set_pos,
    week_start,
    scale,
    skip,
};
inline constexpr std::size_t part_count = 16;

/// The values of FREQ, in the order of Frequency.
inline constexpr std::array<std::string_view, 7> frequency_names{
    "SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"};

/// COUNT and INTERVAL go so far.
inline constexpr std::int64_t largest_number = 2147483647;

/// The names of the parts, by Part.
inline constexpr std::array<std::string_view, part_count> part_names{
    "FREQ",       "UNTIL",     "COUNT",    "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY",
    "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH",  "BYSETPOS", "WKST",     "RSCALE", "SKIP"};

[[nodiscard]] inline std::string name_of(Part part) {
    return std::string(part_names[static_cast<std::size_t>(part)]);
}

/// "a number from 0 to 23".
[[nodiscard]] inline Text range_text(std::int64_t low, std::int64_t high) {
    return detail::sentence("rrule.number", {{"low", low}, {"high", high}});
}

/// "numbers from 1 to 31 or -31 to -1".
[[nodiscard]] inline Text signed_range_text(int limit) {
    return detail::sentence("rrule.signed", {{"limit", limit}});
}

}  // namespace probity
