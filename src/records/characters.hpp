// The length of text as people and JSON schemas count it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace probity::detail {

/// How many characters (code points) there are in text that is UTF-8: 어린이날 has 4, in 12 bytes.
[[nodiscard]] inline std::size_t characters_in(std::string_view utf8) noexcept {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

}  // namespace probity::detail
