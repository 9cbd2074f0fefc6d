// Files of the tz database (RFC 9636), as cctz reads them.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace cctz {
class time_zone;
}

namespace probity::detail {

/// Whether a name may be a zone's: parts of letters, digits, "_", "+" and "-", with "/" between them,
/// so that none leads out of its folder.
[[nodiscard]] bool is_zone_name(std::string_view name) noexcept;

/// The folders in which systems keep the database, /usr/share/zoneinfo first.
[[nodiscard]] const std::vector<std::filesystem::path>& system_zone_folders();

/// The zone of a file; none if it is no zone's, is damaged, or has a last rule that cctz does not read.
[[nodiscard]] std::optional<cctz::time_zone> read_zone_file(const std::filesystem::path& path);

}  // namespace probity::detail
