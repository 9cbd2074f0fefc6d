#include "text/labels.hpp"

#include "text/catalogue.hpp"
#include "text/name_words.hpp"

namespace probity::detail {

std::string label(std::string_view record, std::string_view key, Language language) {
    std::string place(record);
    if (!key.empty()) (place += '.') += key;
    const std::string_view found = words_in(Section::labels, language, place);
    if (!found.empty()) return std::string(found);
    return language == Language::english ? spelt_out(key.empty() ? record : key) : "";
}

Text labels_for(std::string_view record, std::string_view key) {
    Text labels;
    for (const Language each : languages) labels.given(each) = label(record, key, each);
    return labels;
}

}  // namespace probity::detail
