#include "exchange/nearest.hpp"

#include <algorithm>
#include <numeric>

#include "date/text.hpp"

namespace probity::detail {
namespace {

/// The letters of a text: a Hangul syllable gives its two or three (Unicode 3.12).
std::u32string letters(std::string_view text) {
    constexpr char32_t first_syllable = 0xac00, last_syllable = 0xd7a3;
    constexpr char32_t vowels = 21, finals = 28;
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = std::max(utf8_length(text.substr(i)), std::size_t{1});
        const char32_t c = character_at(text.substr(i, length));
        i += length;
        if (c >= first_syllable && c <= last_syllable) {
            const char32_t syllable = c - first_syllable;  // [0, 11171]
            out += 0x1100 + syllable / (vowels * finals);
            out += 0x1161 + syllable / finals % vowels;
            if (syllable % finals != 0) out += 0x11a7 + syllable % finals;
        } else {
            out += c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
        }
    }
    return out;
}

/// How many letters to add, drop, change or swap with their neighbour to come from a to b.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    std::iota(d[0].begin(), d[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view text, const std::vector<std::string>& names) {
    constexpr std::size_t longest_name = 120;  // bytes; 40 syllables
    if (text.empty() || text.size() > longest_name) return "";
    const std::u32string wanted = letters(text);
    std::size_t least = wanted.size() > 3 ? 3 : 2;  // a distance of this or more is not near
    std::string found;
    for (const std::string& name : names) {
        if (name.size() > longest_name) continue;
        const std::u32string other = letters(name);
        const std::size_t longer = std::max(wanted.size(), other.size());
        const std::size_t shorter = std::min(wanted.size(), other.size());
        if (longer - shorter >= least || longer <= 1) continue;
        const std::size_t distance = edit_distance(wanted, other);
        if (distance < least) {
            least = distance;
            found = name;
        }
    }
    return found;
}

}  // namespace probity::detail
