// Random legal rules with times of day, with starts that are often near a change of clocks.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace probity::testing {

struct TimedCase {
    std::string rule;
    std::string zone;    // empty: it floats
    std::int64_t start;  // local seconds
    std::int64_t last;   // up to which it is looked at
};

TimedCase random_timed_rule(std::mt19937_64& random);

}  // namespace probity::testing
