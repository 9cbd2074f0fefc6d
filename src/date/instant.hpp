// Instants of UTC as documents and calendar files write them.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"

namespace probity::detail {

/// Reads "2026-11-21T09:30:00Z". Throws DateError on anything else.
[[nodiscard]] std::chrono::sys_seconds parse_instant(std::string_view text);

/// "2026-11-21T09:30:00Z".
[[nodiscard]] std::string instant_text(std::chrono::sys_seconds instant);

/// The day of an instant in Seoul, which has had no summer time since 1988.
[[nodiscard]] Date day_in_seoul(std::chrono::sys_seconds instant);

/// "20261121T093000Z", as RFC 5545 section 3.3.5 writes it.
[[nodiscard]] std::string basic_instant_text(std::chrono::sys_seconds instant);

}  // namespace probity::detail
