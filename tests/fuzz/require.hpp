// What a fuzzer holds to be true: an assertion that stays in every build type, and says what it
// found before libFuzzer writes the input to a file.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace probity::fuzz {

inline void require(bool holds, std::string_view claim, std::string_view input) {
    if (holds) return;
    std::cerr << "Not so: " << claim << "\nfor: " << input << '\n';
    std::abort();
}

}  // namespace probity::fuzz
