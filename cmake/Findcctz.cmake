# Finds cctz, which reads the tz database, and gives the target cctz::cctz. Debian's package libcctz-dev
# has no configuration for CMake of its own; if there is one, it counts.
find_package(cctz CONFIG QUIET)
if(NOT TARGET cctz::cctz)
    find_path(cctz_INCLUDE_DIR cctz/time_zone.h)
    find_library(cctz_LIBRARY cctz)
    mark_as_advanced(cctz_INCLUDE_DIR cctz_LIBRARY)
    include(FindPackageHandleStandardArgs)
    find_package_handle_standard_args(
        cctz REQUIRED_VARS cctz_LIBRARY cctz_INCLUDE_DIR
        REASON_FAILURE_MESSAGE "on Debian it is the package libcctz-dev, elsewhere -Dcctz_INCLUDE_DIR and -Dcctz_LIBRARY, or -Dcctz_DIR, say where it is")
    if(cctz_FOUND)
        add_library(cctz::cctz UNKNOWN IMPORTED)
        set_target_properties(cctz::cctz PROPERTIES IMPORTED_LOCATION ${cctz_LIBRARY}
                              INTERFACE_INCLUDE_DIRECTORIES ${cctz_INCLUDE_DIR})
    endif()
endif()
