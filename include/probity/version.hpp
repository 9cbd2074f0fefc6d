// Which version of the library a program is compiled against.
//
//     #include "probity/version.hpp"
//
//     #if PROBITY_VERSION_NUMBER >= 100      // 0.1.0 or newer
//     std::cout << probity::version_string;  // 0.1.0
//
// The number is 10,000 times the major, 100 times the minor, and the patch version.
#pragma once

#include <string_view>

// The build, the Python package and the release script read the three numbers here.
#define PROBITY_VERSION_MAJOR 0
#define PROBITY_VERSION_MINOR 1
#define PROBITY_VERSION_PATCH 0

#define PROBITY_VERSION_NUMBER \
    (PROBITY_VERSION_MAJOR * 10000 + PROBITY_VERSION_MINOR * 100 + PROBITY_VERSION_PATCH)

#define PROBITY_DETAIL_QUOTED(number) #number
#define PROBITY_DETAIL_DOTTED(major, minor, patch) \
    PROBITY_DETAIL_QUOTED(major) "." PROBITY_DETAIL_QUOTED(minor) "." PROBITY_DETAIL_QUOTED(patch)
#define PROBITY_VERSION_STRING \
    PROBITY_DETAIL_DOTTED(PROBITY_VERSION_MAJOR, PROBITY_VERSION_MINOR, PROBITY_VERSION_PATCH)

namespace probity {

/// The version as text, such as "0.1.0".
inline constexpr std::string_view version_string = PROBITY_VERSION_STRING;

}  // namespace probity
