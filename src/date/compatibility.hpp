// Text by what it says rather than by how wide it is: full-width digits, circled numbers, blanks that
// look like blanks.
//
//     without_width("２０２６．　３．１８");   // "2026. 3.18"
//     without_width("㈜ ①");                   // "(주) 1"
//
// It is for comparing and reading: what people wrote is kept as they wrote it.
#pragma once

#include <string>
#include <string_view>

namespace probity::detail {

/// The text with each compatibility character as Unicode's form KC has it (UAX 15), for the blocks
/// that office files have. Characters that cannot be seen (blanks of no width, marks of direction,
/// soft hyphens) are left out. Bytes that are no UTF-8 stay.
[[nodiscard]] std::string without_width(std::string_view text);

/// Whether a character of UTF-8 takes no room and says nothing: U+200B to U+200F, U+202A to U+202E,
/// U+2060 to U+2069, U+FE00 to U+FE0F, U+FEFF, U+00AD, the fillers of Hangul.
[[nodiscard]] bool is_invisible(std::string_view character) noexcept;

}  // namespace probity::detail
