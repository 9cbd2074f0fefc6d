#include "records/labels.hpp"

#include <algorithm>
#include <unordered_map>

namespace probity::detail {
namespace {

using Catalogue = std::unordered_map<std::string_view, std::string_view>;

const Catalogue& catalogue_of(Language language) {
#define LABEL(key, words) {key, words},
    static const Catalogue korean{
#include "records/labels_ko.inc"
    };
    static const Catalogue english{
#include "records/labels_en.inc"
    };
#undef LABEL
    return language == Language::korean ? korean : english;
}

/// "Depends on" of "depends_on".
std::string in_words(std::string_view key) {
    std::string words(key);
    std::replace(words.begin(), words.end(), '_', ' ');
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    }
    return words;
}

}  // namespace

std::string label(std::string_view record, std::string_view key, Language language) {
    std::string place(record);
    if (!key.empty()) (place += '.') += key;
    const Catalogue& labels = catalogue_of(language);
    const auto found = labels.find(place);
    if (found != labels.end()) return std::string(found->second);
    return language == Language::english ? in_words(key.empty() ? record : key) : "";
}

}  // namespace probity::detail
