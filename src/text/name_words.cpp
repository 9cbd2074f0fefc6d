#include "text/name_words.hpp"

#include <algorithm>

#include "text/catalogue.hpp"

namespace probity::detail {
namespace {

/// "task_state" of "task_state.in_progress".
std::string_view enumeration_of(std::string_view key) { return key.substr(0, key.find('.')); }

}  // namespace

std::string spaced(std::string_view name) {
    std::string words(name);
    std::replace_if(words.begin(), words.end(), [](char c) { return c == '_' || c == '.'; }, ' ');
    return words;
}

std::string spelt_out(std::string_view name) {
    std::string words = spaced(name);
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    }
    return words;
}

std::string with_article(std::string_view name) {
    // "a unit" is spoken with a consonant.
    constexpr std::string_view vowels = "aeio";
    const bool an = !name.empty() && vowels.find(name.front()) != std::string_view::npos;
    return (an ? "an " : "a ") + spaced(name);
}

std::string word(std::string_view enumeration, std::string_view name, Language language) {
    const std::string key = std::string(enumeration) + "." + std::string(name);
    const std::string_view found = words_in(Section::names, language, key);
    if (!found.empty()) return std::string(found);
    return language == Language::english ? spelt_out(name) : "";
}

Text words_for(std::string_view enumeration, std::string_view name) {
    Text words;
    for (const Language each : languages) words.given(each) = word(enumeration, name, each);
    return words;
}

std::vector<std::string_view> names_with_words(std::string_view enumeration) {
    std::vector<std::string_view> names;
    for (const auto& [key, words] : entries(Section::names, Language::korean)) {
        if (enumeration_of(key) != enumeration) continue;
        names.push_back(key.substr(enumeration.size() + 1));
    }
    return names;
}

std::vector<std::string_view> enumerations_with_words() {
    std::vector<std::string_view> found;
    for (const auto& [key, words] : entries(Section::names, Language::korean)) {
        const std::string_view enumeration = enumeration_of(key);
        if (found.empty() || found.back() != enumeration) found.push_back(enumeration);
    }
    return found;
}

}  // namespace probity::detail
