// The names that Windows gives to time zones.
#pragma once

#include <string_view>

namespace probity::detail {

/// The name that the tz database has for a zone of Windows: "Asia/Seoul" for "Korea Standard Time", in
/// any capitals. Empty if Windows has no such zone.
[[nodiscard]] std::string_view zone_of_windows(std::string_view name) noexcept;

}  // namespace probity::detail
