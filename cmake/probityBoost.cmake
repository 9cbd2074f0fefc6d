# Finds the headers of Boost as Boost::headers: by Boost's own configuration for CMake, or, if a Boost has
# none, such as one that was unpacked and never built, by its headers (-DBoost_INCLUDE_DIR).
# CMake's own FindBoost is not asked: CMake 3.30 and later warn of it (policy CMP0167).
if(NOT TARGET Boost::headers)
    find_package(Boost 1.74 CONFIG QUIET)
endif()
if(NOT TARGET Boost::headers)
    find_path(Boost_INCLUDE_DIR boost/date_time/gregorian/gregorian_types.hpp
              HINTS ${BOOST_ROOT} ENV BOOST_ROOT PATH_SUFFIXES include)
    mark_as_advanced(Boost_INCLUDE_DIR)
    set(Boost_FOUND FALSE)
    if(Boost_INCLUDE_DIR AND EXISTS ${Boost_INCLUDE_DIR}/boost/version.hpp)
        file(STRINGS ${Boost_INCLUDE_DIR}/boost/version.hpp probity_boost_version
             REGEX "^#define BOOST_VERSION [0-9]+")
        string(REGEX REPLACE "[^0-9]" "" probity_boost_version "${probity_boost_version}")
        if(probity_boost_version GREATER_EQUAL 107400)
            set(Boost_FOUND TRUE)
            add_library(Boost::headers INTERFACE IMPORTED)
            target_include_directories(Boost::headers INTERFACE ${Boost_INCLUDE_DIR})
        endif()
        unset(probity_boost_version)
    endif()
endif()
