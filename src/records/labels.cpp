#include "records/labels.hpp"

#include <unordered_map>

#include "planning/name_words.hpp"

namespace probity::detail {
namespace {

using Catalogue = std::unordered_map<std::string_view, std::string_view>;

const Catalogue& catalogue_of(Language language) {
#define LABEL(key, words) {key, words},
    // clang-format off
    static const Catalogue korean{
#include "records/labels_ko.inc"
#include "records/columns_ko.inc"
    };
    static const Catalogue english{
#include "records/labels_en.inc"
#include "records/columns_en.inc"
    };
    // clang-format on
#undef LABEL
    return language == Language::korean ? korean : english;
}

}  // namespace

std::string label(std::string_view record, std::string_view key, Language language) {
    std::string place(record);
    if (!key.empty()) (place += '.') += key;
    const Catalogue& labels = catalogue_of(language);
    const auto found = labels.find(place);
    if (found != labels.end()) return std::string(found->second);
    return language == Language::english ? spelt_out(key.empty() ? record : key) : "";
}

}  // namespace probity::detail
