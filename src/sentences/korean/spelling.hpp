// How a sentence was typed: widths, signs and the usual misspellings.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sentences/code_points.hpp"

namespace probity::detail::korean {

/// The text with every sign in its usual form: one width, one kind of brackets, dashes and points, and
/// Hangul for the Chinese characters of dates.
[[nodiscard]] PlacedText normal(std::u32string_view text);

/// A text without its white space and misspellings: officials set blanks as they like.
struct Unspaced {
    std::u32string text = {};
    /// The place of each of its characters in the original.
    std::vector<std::size_t> places = {};
    /// Places in the original before which a blank stood.
    std::set<std::size_t> gaps = {};
    /// The place of a number that a blank cuts in two.
    std::optional<std::size_t> split = std::nullopt;
};
[[nodiscard]] Unspaced without_blanks(std::u32string_view text);

}  // namespace probity::detail::korean
