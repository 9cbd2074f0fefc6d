// The characters of a sentence: it comes and goes as UTF-8, and is read as code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace probity::detail {

/// The code points of a text. Throws RuleError naming the first byte that is no UTF-8, and its place.
[[nodiscard]] std::u32string decoded(std::string_view text);

[[nodiscard]] std::string utf8(std::u32string_view text);

/// Whether a character is white space: blanks of any width, tabs, ends of lines.
[[nodiscard]] bool is_blank(char32_t character) noexcept;

[[nodiscard]] constexpr bool is_figure(char32_t character) noexcept {
    return character >= U'0' && character <= U'9';
}

/// A letter or a figure of any script that a sentence may be in.
[[nodiscard]] bool is_letter_or_figure(char32_t character) noexcept;

/// A text in quotation marks, as it stands in a message: what cannot be seen stands as its number.
[[nodiscard]] std::string quoted(std::u32string_view text);
[[nodiscard]] std::string quoted(std::string_view text);

/// A text in which each character stands for one of another text, by its place there.
struct PlacedText {
    std::u32string text = {};
    std::vector<std::size_t> places = {};
};

/// The text with each compatibility character as Unicode's form KC has it (date/compatibility.hpp),
/// a syllable of Hangul that came in letters as one character, and without what cannot be seen.
[[nodiscard]] PlacedText without_width(std::u32string_view text);

/// The number that figures make; the largest number there is if it is larger.
[[nodiscard]] std::int64_t number_of(std::u32string_view figures) noexcept;

/// The text without blanks at its ends.
[[nodiscard]] std::u32string_view stripped(std::u32string_view text) noexcept;

/// The parts of a text between separators; the whole if there is none.
[[nodiscard]] std::vector<std::u32string_view> split(std::u32string_view text,
                                                     std::u32string_view separator);

}  // namespace probity::detail
