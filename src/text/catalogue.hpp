// The catalogues of words: for each language the names of enumerations, the labels of fields and columns,
// and the sentences of refusals.
//
//     words_in(Section::names, Language::korean, "task_state.in_progress")   // "진행 중"
//
// They are lists of LABEL(key, words) in text/*_ko.inc and text/*_en.inc. English has the exceptions alone
// where the words are the key spelt out; every other language has all keys, and a gap fails a test.
#pragma once

#include <span>
#include <string_view>
#include <utility>

#include "probity/text/language.hpp"

namespace probity::detail {

/// What words are for.
enum class Section {
    names,     // kinds, states and outcomes: text/words_*.inc
    labels,    // fields and columns: text/labels_*.inc, text/columns_*.inc
    refusals,  // sentences of errors: text/refusals_*.inc
};

/// A key and its words.
using Entry = std::pair<std::string_view, std::string_view>;

/// The entries of a section in a language, in the order of its file.
[[nodiscard]] std::span<const Entry> entries(Section section, Language language);

/// The words of a key; empty if the language has none.
[[nodiscard]] std::string_view words_in(Section section, Language language, std::string_view key);

}  // namespace probity::detail
