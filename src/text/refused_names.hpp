// Names of states and of kinds of records in refusals.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "probity/text/text.hpp"
#include "text/labels.hpp"
#include "text/name_words.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

/// A name that refusals have in English as it stands in documents, "in_progress", and in other languages
/// in their words.
[[nodiscard]] inline Text name_in_refusals(std::string_view enumeration, std::string_view name) {
    Text words = words_for(enumeration, name);
    words.english = name;
    return words;
}

/// "a or b", "a, b"; of none "" in all languages.
[[nodiscard]] inline Text alternatives(const std::vector<Text>& names) {
    Text list;
    for (const Text& name : names) {
        list = list.empty() ? name : sentence("alternatives", {{"list", list}, {"name", name}});
    }
    return list;
}

/// A kind of record in refusals: "risk area", "부패취약분야".
[[nodiscard]] inline Text record_in_refusals(std::string_view kind) {
    std::string name(kind);
    std::replace(name.begin(), name.end(), ' ', '_');
    Text words = labels_for(name, "");
    words.english = spaced(name);
    return words;
}

}  // namespace probity::detail
