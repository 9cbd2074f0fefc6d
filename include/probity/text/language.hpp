// The languages in which the library writes names and sentences.
//
//     code(Language::korean);            // "ko", as documents and the command line name it
//     parse_language("ko");              // Language::korean; null for a language that is not known
//     languages.size();                  // 2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace probity {

/// A language of names, sentences and titles.
enum class Language : std::uint8_t { english, korean };

/// All languages. A text that lacks one is read in the first of these that it has.
inline constexpr std::array languages{Language::english, Language::korean};

/// "en", "ko".
[[nodiscard]] constexpr std::string_view code(Language language) noexcept {
    constexpr std::array<std::string_view, languages.size()> codes{"en", "ko"};
    return codes[static_cast<std::size_t>(language)];
}

/// The language of a code; null if there is none.
[[nodiscard]] constexpr std::optional<Language> parse_language(std::string_view text) noexcept {
    for (const Language language : languages) {
        if (code(language) == text) return language;
    }
    return std::nullopt;
}

}  // namespace probity
