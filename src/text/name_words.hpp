// The words in which people read the names of kinds, states and outcomes that records have.
//
//     word("task_state", "in_progress", Language::korean)     // "진행 중"
//     word("task_state", "in_progress", Language::english)    // "In progress"
//     spaced("risk_area"), with_article("official")           // "risk area", "an official"
//
// Each language has one catalogue, text/words_*.inc. The English word is the name in words, so that its
// catalogue has the exceptions alone; another language has a word for each name, and a gap fails a test.
// Python takes its words from here (labels.py).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "probity/text/language.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// A name in a sentence: "risk area" of "risk_area".
[[nodiscard]] std::string spaced(std::string_view name);
/// A name that begins a line: "Depends on" of "depends_on".
[[nodiscard]] std::string spelt_out(std::string_view name);
/// A name in a sentence, with its article: "an official".
[[nodiscard]] std::string with_article(std::string_view name);

/// The words for a name of an enumeration. Korean: empty if the catalogue has none.
[[nodiscard]] std::string word(std::string_view enumeration, std::string_view name,
                               Language language);
/// The same in both languages.
[[nodiscard]] Text words_for(std::string_view enumeration, std::string_view name);
/// The names of an enumeration that the catalogue has, in its order; none of one that it does not have.
[[nodiscard]] std::vector<std::string_view> names_with_words(std::string_view enumeration);
/// The enumerations that the catalogue has, in its order.
[[nodiscard]] std::vector<std::string_view> enumerations_with_words();

}  // namespace probity::detail
