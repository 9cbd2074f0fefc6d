#include "date/compatibility.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "date/text.hpp"

namespace probity::detail {
namespace {

struct Compatible {
    char32_t code;
    std::string_view plain;
};

// In order of their codes.
constexpr auto table = std::to_array<Compatible>({
#include "date/compatibility_table.inc"
});

/// A syllable of Hangul from its letters (The Unicode Standard, section 3.12): the syllable that has
/// one letter more; none if they make none.
std::optional<char32_t> composed(char32_t before, char32_t letter) {
    constexpr char32_t first_syllable = 0xac00, first_lead = 0x1100, first_vowel = 0x1161,
                       no_tail = 0x11a7;
    constexpr char32_t leads = 19, vowels = 21, tails = 28;
    if (letter >= first_vowel && letter < first_vowel + vowels && before >= first_lead &&
        before < first_lead + leads) {
        return first_syllable + ((before - first_lead) * vowels + (letter - first_vowel)) * tails;
    }
    const bool has_room = before >= first_syllable &&
                          before < first_syllable + leads * vowels * tails &&
                          (before - first_syllable) % tails == 0;
    if (has_room && letter > no_tail && letter < no_tail + tails) {
        return before + (letter - no_tail);
    }
    return std::nullopt;
}

/// A syllable of Hangul in UTF-8, which has three bytes.
std::string syllable_text(char32_t syllable) {
    return {static_cast<char>(0xe0 | (syllable >> 12)),
            static_cast<char>(0x80 | ((syllable >> 6) & 0x3f)),
            static_cast<char>(0x80 | (syllable & 0x3f))};
}

}  // namespace

bool is_invisible(std::string_view character) noexcept {
    const char32_t c = character_at(character);
    return c == 0xad || c == 0x115f || c == 0x1160 || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0x3164 ||
           (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff || c == 0xffa0;
}

std::string without_width(std::string_view text) {
    constexpr char32_t first_full = 0xff01, last_full = 0xff5e, first_plain = 0x21;
    std::string out;
    out.reserve(text.size());
    // The last character, which a letter of Hangul may go on; it has three bytes if so.
    char32_t last = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = std::max(utf8_length(text.substr(i)), std::size_t{1});
        const std::string_view character = text.substr(i, length);
        i += length;
        if (length == 1) {
            out += character;
            last = 0;
            continue;
        }
        if (is_invisible(character)) continue;
        const char32_t c = character_at(character);
        if (const auto syllable = composed(last, c)) {
            out.replace(out.size() - 3, 3, syllable_text(*syllable));
            last = *syllable;
            continue;
        }
        last = c;
        if (c >= first_full && c <= last_full) {
            out += static_cast<char>(c - first_full + first_plain);
            continue;
        }
        const auto found = std::lower_bound(
            table.begin(), table.end(), c,
            [](const Compatible& entry, char32_t code) { return entry.code < code; });
        out += found != table.end() && found->code == c ? found->plain : character;
    }
    return out;
}

}  // namespace probity::detail
