// A text in Korean and in English, as titles and remarks of an integrity programme have it. It may lack
// a language; then it is read in the other.
//
//     const Text title{.korean = "청렴주간", .english = "Integrity Week"};
//     title.in(Language::korean);                       // "청렴주간"
//
//     const Text office{.korean = "감사담당관"};
//     office.in(Language::english);                     // "감사담당관"
//     office.given(Language::english);                  // "", for it was not given
//
// A text whose language nobody said is plain. A document has it as a string, and keeps it so:
//
//     Text::in_any_language("Mapo").in(Language::korean);  // "Mapo"
#pragma once

#include <algorithm>
#include <concepts>
#include <string>
#include <utility>

#include "probity/text/language.hpp"

namespace probity {

/// The same words in the languages in which they are known. Absent if all are empty.
struct Text {
    std::string korean = {};
    std::string english = {};
    /// Whether the words, which stand under each language, were given without one.
    bool plain = false;

    /// A plain text.
    [[nodiscard]] static Text in_any_language(std::string words) {
        Text text{.plain = !words.empty()};
        for (const Language language : languages) text.given(language) = words;
        return text;
    }

    /// The words as they were given in a language; empty if they were not.
    [[nodiscard]] const std::string& given(Language language) const& noexcept {
        switch (language) {
            case Language::korean:
                return korean;
            case Language::english:
                break;
        }
        return english;
    }
    [[nodiscard]] std::string& given(Language language) & noexcept {
        return const_cast<std::string&>(std::as_const(*this).given(language));
    }

    /// The words for readers of a language: those in another if they were not given in it.
    [[nodiscard]] const std::string& in(Language language) const& noexcept {
        const std::string& own = given(language);
        if (!own.empty()) return own;
        const auto* const first =
            std::find_if(languages.begin(), languages.end(),
                         [this](Language each) { return !given(each).empty(); });
        return first == languages.end() ? own : given(*first);
    }
    /// By value of a text that is about to go.
    [[nodiscard]] std::string in(Language language) && { return std::as_const(*this).in(language); }
    [[nodiscard]] bool empty() const noexcept {
        return std::all_of(languages.begin(), languages.end(),
                           [this](Language each) { return given(each).empty(); });
    }

    /// One text after another, in each language.
    [[nodiscard]] friend Text operator+(const Text& a, const Text& b) {
        Text sum;
        for (const Language language : languages) {
            sum.given(language) = a.in(language) + b.in(language);
        }
        return sum;
    }
    friend bool operator==(const Text&, const Text&) = default;
};

static_assert(std::regular<Text>);

}  // namespace probity
