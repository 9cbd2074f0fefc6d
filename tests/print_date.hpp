// How GoogleTest shows a Date in a failure. Include it in every test file that compares dates.
#pragma once

#include <ostream>

#include "probity/date/date.hpp"

namespace boost::gregorian {

// Found by argument-dependent lookup, and so in Boost's namespace.
inline void PrintTo(const date& value, std::ostream* out) {
    *out << (value.is_special() ? "a special date" : probity::to_string(value));
}

}  // namespace boost::gregorian
