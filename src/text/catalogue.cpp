#include "text/catalogue.hpp"

#include <array>
#include <cstddef>
#include <unordered_map>
#include <vector>

namespace probity::detail {
namespace {

#define LABEL(key, words) Entry{key, words},
// clang-format off
constexpr auto names_en = std::to_array<Entry>({
#include "text/words_en.inc"
});
constexpr auto names_ko = std::to_array<Entry>({
#include "text/words_ko.inc"
});
constexpr auto labels_en = std::to_array<Entry>({
#include "text/labels_en.inc"
#include "text/columns_en.inc"
});
constexpr auto labels_ko = std::to_array<Entry>({
#include "text/labels_ko.inc"
#include "text/columns_ko.inc"
});
constexpr auto refusals_en = std::to_array<Entry>({
#include "text/refusals_en.inc"
});
constexpr auto refusals_ko = std::to_array<Entry>({
#include "text/refusals_ko.inc"
});
// clang-format on
#undef LABEL

using Sections = std::array<std::span<const Entry>, 3>;

/// The sections of each language, in the order of Section.
constexpr std::array<Sections, languages.size()> catalogues{
    Sections{names_en, labels_en, refusals_en},
    Sections{names_ko, labels_ko, refusals_ko},
};

using Index = std::unordered_map<std::string_view, std::string_view>;

std::size_t place_of(Section section, Language language) {
    constexpr std::size_t sections = std::tuple_size_v<Sections>;
    return static_cast<std::size_t>(language) * sections + static_cast<std::size_t>(section);
}

std::vector<Index> indexed() {
    std::vector<Index> indexes;
    for (const Sections& sections : catalogues) {
        for (const auto& each : sections) indexes.emplace_back(each.begin(), each.end());
    }
    return indexes;
}

}  // namespace

std::span<const Entry> entries(Section section, Language language) {
    return catalogues[static_cast<std::size_t>(language)][static_cast<std::size_t>(section)];
}

std::string_view words_in(Section section, Language language, std::string_view key) {
    static const std::vector<Index> indexes = indexed();
    const Index& index = indexes[place_of(section, language)];
    const auto found = index.find(key);
    return found == index.end() ? std::string_view{} : found->second;
}

}  // namespace probity::detail
