// Days and instants of lines that follow one another, of which most are those of the line before: that
// one is kept, and neither written nor read anew.
#pragma once

#include <chrono>
#include <string_view>

#include "probity/date/date.hpp"

namespace probity::detail {

/// "2026-11-21". The words hold until this thread asks for those of another day.
[[nodiscard]] std::string_view date_words(const Date& date);
/// "2026-11-21T09:30:00Z". The words hold until this thread asks for those of another instant.
[[nodiscard]] std::string_view instant_words(std::chrono::sys_seconds instant);

/// As parse_date and parse_instant read them. Throws DateError.
[[nodiscard]] Date read_date_words(std::string_view words);
[[nodiscard]] std::chrono::sys_seconds read_instant_words(std::string_view words);

}  // namespace probity::detail
