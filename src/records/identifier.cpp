#include "records/identifier.hpp"

#include <algorithm>
#include <array>

#include "date/text.hpp"
#include "records/characters.hpp"

namespace probity::detail {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Letters and digits, in order.
constexpr std::array letters{
    Range{U'0', U'9'},     Range{U'A', U'Z'},     Range{U'a', U'z'},
    Range{0x00c0, 0x00d6}, Range{0x00d8, 0x00f6}, Range{0x00f8, 0x024f},  // Latin
    Range{0x0391, 0x03a1}, Range{0x03a3, 0x03ce},                         // Greek
    Range{0x0400, 0x0481}, Range{0x048a, 0x052f},                         // Cyrillic
    Range{0x3041, 0x3096}, Range{0x30a1, 0x30fa},                         // kana
    Range{0x3400, 0x4dbf}, Range{0x4e00, 0x9fff},                         // Han
    Range{0xac00, 0xd7a3},                                                // Hangul
};

constexpr bool is_letter_or_digit(char32_t c) {
    return std::any_of(letters.begin(), letters.end(),
                       [c](const Range& range) { return range.first <= c && c <= range.last; });
}

/// The same of a character of one byte, which most are.
constexpr auto plain = [] {
    std::array<bool, 0x80> out{};
    for (char32_t c = 0; c < out.size(); ++c) out[c] = is_letter_or_digit(c);
    return out;
}();

/// The character of a sequence of UTF-8 of that many bytes.
char32_t character(std::string_view bytes) {
    constexpr std::array<unsigned, 5> lead{0, 0x7f, 0x1f, 0x0f, 0x07};
    char32_t out = static_cast<unsigned char>(bytes.front()) & lead[bytes.size()];
    for (const char c : bytes.substr(1)) out = out << 6U | (static_cast<unsigned char>(c) & 0x3fU);
    return out;
}

}  // namespace

bool is_identifier(std::string_view text) {
    // A character has one byte to four.
    if (text.empty() || text.size() > 4 * longest_id) return false;
    if (text.size() > longest_id && characters_in(text) > longest_id) return false;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < plain.size() && plain[byte]) {
            ++i;
            continue;
        }
        const std::size_t bytes = utf8_length(text.substr(i));
        if (bytes == 0) return false;
        const char32_t c = character(text.substr(i, bytes));
        const bool is_sign = i > 0 && (c == U'-' || c == U'_' || c == U'.');
        if (!is_sign && !is_letter_or_digit(c)) return false;
        i += bytes;
    }
    return true;
}

}  // namespace probity::detail
