#include "probity/records/record_kind.hpp"

#include <algorithm>
#include <array>

namespace probity {

std::string_view to_string(RecordKind kind) noexcept {
    constexpr std::array<std::string_view, 16> names{
        "observance", "risk_area", "unit",    "seat",   "band",     "task",  "indicator", "duty",
        "official",   "activity",  "council", "source", "occasion", "quota", "year_goal", "meeting"};
    return names[static_cast<std::size_t>(kind)];
}

namespace detail {

std::string spaced(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string with_article(RecordKind kind) {
    const std::string_view name = to_string(kind);
    constexpr std::string_view vowels = "aeio";
    // "a unit" is spoken with a consonant.
    const bool an = vowels.find(name.front()) != std::string_view::npos;
    return (an ? "an " : "a ") + spaced(name);
}

}  // namespace detail
}  // namespace probity
