// The names by which files of calendars call the time zones of Windows.
#pragma once

#include <string_view>

namespace probity::ics::detail {

/// The name that the tz database has for a zone of Windows, by the zone's name ("Korea Standard Time")
/// or as Windows shows it to people ("Seoul", "Eastern Time (US & Canada)"), in any capitals. Empty if
/// it is none of these.
[[nodiscard]] std::string_view database_name(std::string_view name);

}  // namespace probity::ics::detail
