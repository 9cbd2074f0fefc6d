// How alike two words are, for asking whether another one was meant.
//
//     nearest_word("marhc", {"march", "may"})   // "march"
//
// Likeness is that of Ratcliff and Obershelp (Dr. Dobb's Journal, July 1988): the letters in the
// longest run that both words have, and so again on its left and its right, over all letters.
#pragma once

#include <span>
#include <string_view>

namespace probity::detail::english {

/// The word that is most like `word`, if at least 0.7 of both is alike; of equals the last in the
/// order of letters. Empty if none is.
[[nodiscard]] std::u32string_view nearest_word(std::u32string_view word,
                                               std::span<const std::u32string_view> words);

}  // namespace probity::detail::english
