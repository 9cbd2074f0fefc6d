// The zones of the tests, from the tz data that lies beside them: 2025b.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "probity/times/zone.hpp"

namespace probity::testing {

inline const std::vector<std::filesystem::path>& zone_folders() {
    static const std::vector<std::filesystem::path> folders{
        std::filesystem::path(PROBITY_TEST_DATA) / "zoneinfo"};
    return folders;
}

inline Zone zone_of(std::string_view name) { return Zone::find(name, zone_folders()); }

}  // namespace probity::testing
