#include "date/compatibility.hpp"

#include <algorithm>
#include <array>

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

}  // namespace

char32_t code_point(std::string_view character) noexcept {
    const auto at = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(character[i]));
    };
    if (character.size() == 1) return at(0);
    char32_t out = at(0) & (0xffU >> (character.size() + 1));
    for (std::size_t i = 1; i < character.size(); ++i) out = (out << 6) | (at(i) & 0x3f);
    return out;
}

bool is_invisible(std::string_view character) noexcept {
    const char32_t c = code_point(character);
    return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
}

std::string without_width(std::string_view text) {
    constexpr char32_t first_full = 0xff01, last_full = 0xff5e, first_plain = 0x21;
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = std::max(utf8_length(text.substr(i)), std::size_t{1});
        const std::string_view character = text.substr(i, length);
        i += length;
        if (length == 1) {
            out += character;
            continue;
        }
        if (is_invisible(character)) continue;
        const char32_t c = code_point(character);
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
