// Small pieces of text that the library's messages and notations share.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace probity::detail {

/// "2026-03-18"; years of other lengths and impossible dates are written too, for error messages.
[[nodiscard]] std::string iso_text(std::int64_t year, int month, int day);

/// "2026. 3. 18.", as Korean offices write dates: without leading zeros, with the last full stop.
[[nodiscard]] std::string korean_text(std::int64_t year, int month, int day);

/// "10000-01-01" for a day number, also of one that is no Date, for error messages. The Gregorian
/// calendar is taken both ways without end, with a year 0 before year 1 as in ISO 8601.
[[nodiscard]] std::string day_text(std::int64_t day);

/// A number of one to nine decimal digits, nothing else; none for any other text.
[[nodiscard]] std::optional<int> digits(std::string_view text) noexcept;

/// The characters that steer what shows a text instead of standing in it, [first, last]: control
/// characters (C0, DEL, C1 with U+0085), the separators of lines and paragraphs, and what turns the
/// direction of writing (Unicode's Bidi_Control). A text that is printed carries none of them.
struct CharacterRange {
    std::uint32_t first;
    std::uint32_t last;
};
inline constexpr auto steering_characters = std::to_array<CharacterRange>({
    {0x00, 0x1f},
    {0x7f, 0x9f},
    {0x61c, 0x61c},
    {0x200e, 0x200f},
    {0x2028, 0x202e},
    {0x2066, 0x2069},
});
[[nodiscard]] bool is_steering(std::uint32_t character) noexcept;

/// The character at the start of `text`, of which utf8_length says that it is well-formed.
[[nodiscard]] std::uint32_t character_at(std::string_view text) noexcept;

/// Foreign text as it may stand in a message: a steering character becomes \xNN or \uNNNN, a byte
/// that is not UTF-8 \xNN, and past `limit` bytes it is cut with "...".
[[nodiscard]] std::string printable(std::string_view text, std::size_t limit = 60);

/// The same of whole printed text, whose line feeds and tabs are its own: they stay.
[[nodiscard]] std::string printed(std::string_view text);

/// The length of the well-formed UTF-8 character (RFC 3629) at the start of `text`; 0 if none.
[[nodiscard]] std::size_t utf8_length(std::string_view text) noexcept;

}  // namespace probity::detail
