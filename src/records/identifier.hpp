// Rules for the name of a record.
//
//     is_identifier("T-07");          // true
//     is_identifier("감사과");        // true
//     is_identifier("감사 과");       // false: a blank
//
// Two ids that look the same have to be the same bytes. So letters are written composed, as Unicode's
// form NFC has them (UAX 15), and no character combines with another: the letters of Latin, Greek,
// Cyrillic, kana, Han and Hangul, each a single code point that NFC leaves as it is.
#pragma once

#include <cstddef>
#include <string_view>

namespace probity::detail {

/// In characters.
inline constexpr std::size_t longest_id = 64;

/// Whether a text is an id: 1 to 64 letters, digits and - _ . with a letter or digit first.
[[nodiscard]] bool is_identifier(std::string_view text);

}  // namespace probity::detail
