// Small pieces of text that the reader of calendar files needs: blanks, capitals, quotes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace probity::ics::detail {

/// The text without the blanks (Unicode's White_Space and the separators of ASCII) at its ends.
[[nodiscard]] std::string_view stripped(std::string_view text) noexcept;

/// Whether it is empty or blanks alone.
[[nodiscard]] bool is_blank(std::string_view text) noexcept;

/// The words between blanks.
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);

/// ASCII letters as capitals; names of RFC 5545 are the same in both (section 1.2).
[[nodiscard]] std::string upper(std::string_view text);
[[nodiscard]] std::string lower(std::string_view text);

/// Whether two texts are the same but for capitals of ASCII.
[[nodiscard]] bool same_letters(std::string_view a, std::string_view b) noexcept;
[[nodiscard]] bool begins_alike(std::string_view text, std::string_view head) noexcept;
[[nodiscard]] bool contains_alike(std::string_view text, std::string_view part) noexcept;

/// The first so many characters.
[[nodiscard]] std::string_view head(std::string_view text, std::size_t characters) noexcept;

/// The pieces between a separator; at least one.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// Returns the text before a separator; the whole text without one.
[[nodiscard]] std::string_view before(std::string_view text, char separator) noexcept;

/// Whether it is one to `most` decimal digits of ASCII.
[[nodiscard]] bool is_number(std::string_view text, std::size_t most = 9) noexcept;

/// A text for messages: quoted as Python quotes it, and cut if it is longer than `most` characters.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most = 60);
/// A text in quotes: what steers the screen or cannot be seen stands as its number.
[[nodiscard]] std::string quoted(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char letter) noexcept {
    return letter >= '0' && letter <= '9';
}
[[nodiscard]] constexpr bool is_letter(char letter) noexcept {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
}

}  // namespace probity::ics::detail
