// The letters of the Korean weekdays, from Monday, as code points.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "date/names.hpp"

namespace probity::detail::korean {

/// Each letter of the names has three bytes in UTF-8.
inline constexpr auto weekday_code_points = [] {
    std::array<char32_t, korean_weekdays.size()> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        for (const char byte : korean_weekdays[i]) {
            const auto bits = static_cast<unsigned char>(byte);
            out[i] = out[i] << 6 | (bits >= 0xe0 ? bits & 0x0fU : bits & 0x3fU);
        }
    }
    return out;
}();
inline constexpr std::u32string_view weekday_letters(weekday_code_points.data(),
                                                     weekday_code_points.size());
static_assert(weekday_letters == U"월화수목금토일");

/// Each letter as a word.
inline constexpr auto weekday_words = [] {
    std::array<std::u32string_view, weekday_letters.size()> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = weekday_letters.substr(i, 1);
    return out;
}();

}  // namespace probity::detail::korean
