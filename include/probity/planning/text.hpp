// A text in Korean and in English, as every title and remark of an integrity programme has it.
//
//     Text title{.korean = "청렴주간", .english = "Integrity Week"};
//     title.in(Language::korean);        // "청렴주간"
//
// A text is absent where both are empty; a document never gives one language without the other.
#pragma once

#include <concepts>
#include <string>
#include <utility>

#include "probity/recurrence/rule.hpp"

namespace probity {

/// The same words in two languages.
struct Text {
    std::string korean = {};
    std::string english = {};

    [[nodiscard]] const std::string& in(Language language) const& {
        return language == Language::korean ? korean : english;
    }
    /// By value of a text that is about to go.
    [[nodiscard]] std::string in(Language language) && { return std::as_const(*this).in(language); }
    [[nodiscard]] bool empty() const { return korean.empty() && english.empty(); }

    friend bool operator==(const Text&, const Text&) = default;
};

static_assert(std::regular<Text>);

}  // namespace probity
