#include "planning/name_words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace probity::detail {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

#define LABEL(key, words) Entry{key, words},
constexpr auto korean_words = std::to_array<Entry>({
#include "planning/words_ko.inc"
});
constexpr auto english_words = std::to_array<Entry>({
#include "planning/words_en.inc"
});
#undef LABEL

using Catalogue = std::unordered_map<std::string_view, std::string_view>;

const Catalogue& catalogue_of(Language language) {
    static const Catalogue korean(korean_words.begin(), korean_words.end());
    static const Catalogue english(english_words.begin(), english_words.end());
    return language == Language::korean ? korean : english;
}

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
    const Catalogue& words = catalogue_of(language);
    const auto found = words.find(std::string(enumeration) + "." + std::string(name));
    if (found != words.end()) return std::string(found->second);
    return language == Language::english ? spelt_out(name) : "";
}

Text words_for(std::string_view enumeration, std::string_view name) {
    return {.korean = word(enumeration, name, Language::korean),
            .english = word(enumeration, name, Language::english)};
}

std::vector<std::string_view> names_with_words(std::string_view enumeration) {
    std::vector<std::string_view> names;
    for (const auto& [key, words] : korean_words) {
        if (enumeration_of(key) != enumeration) continue;
        names.push_back(key.substr(enumeration.size() + 1));
    }
    return names;
}

std::vector<std::string_view> enumerations_with_words() {
    std::vector<std::string_view> found;
    for (const auto& [key, words] : korean_words) {
        const std::string_view enumeration = enumeration_of(key);
        if (found.empty() || found.back() != enumeration) found.push_back(enumeration);
    }
    return found;
}

}  // namespace probity::detail
