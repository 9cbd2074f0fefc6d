#include "sentences/code_points.hpp"

#include <limits>

#include "date/compatibility.hpp"
#include "date/text.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

void append_utf8(std::string& out, char32_t c) {
    const auto byte = [&](char32_t bits) { out += static_cast<char>(bits); };
    if (c < 0x80) {
        byte(c);
        return;
    }
    if (c < 0x800) {
        byte(0xc0 | (c >> 6));
    } else {
        if (c < 0x10000) {
            byte(0xe0 | (c >> 12));
        } else {
            byte(0xf0 | (c >> 18));
            byte(0x80 | ((c >> 12) & 0x3f));
        }
        byte(0x80 | ((c >> 6) & 0x3f));
    }
    byte(0x80 | (c & 0x3f));
}

/// Whether a character shows as itself. One of private use shows nothing that others would see.
bool is_shown(char32_t c) noexcept {
    if (c == U' ') return true;
    if (is_blank(c) || is_steering(c)) return false;
    const bool is_format = c == 0xad || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
                           (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
    const bool is_private = (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000;
    const bool is_none = (c >= 0xfff0 && c <= 0xfffb) || (c & 0xfffe) == 0xfffe;
    return !(is_format || is_private || is_none);
}

void append_number(std::string& out, char32_t c) {
    constexpr std::string_view hex = "0123456789abcdef";
    const int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    out += digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U";
    for (int i = digits - 1; i >= 0; --i) out += hex[(c >> (4 * i)) & 0xf];
}

/// A syllable of Hangul from a syllable or letter and the letter behind it; 0 if they make none.
char32_t composed(char32_t before, char32_t letter) {
    if (letter < 0x1161 || letter > 0x11c2) return 0;
    std::string both;
    append_utf8(both, before);
    append_utf8(both, letter);
    const std::u32string together = decoded(without_width(std::string_view(both)));
    return together.size() == 1 && together[0] != before ? together[0] : 0;
}

}  // namespace

std::u32string decoded(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(text.substr(i));
        if (length == 0) {
            throw RuleError(sentence("rule.not_utf8",
                                     {{"byte", printable(text.substr(i, 1))}, {"position", i}}),
                            out.size());
        }
        out += static_cast<char32_t>(character_at(text.substr(i)));
        i += length;
    }
    return out;
}

std::string utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

bool is_blank(char32_t c) noexcept {
    return (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x20) || c == 0x85 || c == 0xa0 ||
           c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
           c == 0x202f || c == 0x205f || c == 0x3000;
}

bool is_letter_or_figure(char32_t c) noexcept {
    if (c < 0x80) return is_figure(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    const bool is_latin_sign = c < 0xc0 && c != 0xaa && c != 0xb5 && c != 0xba;
    const bool is_sign = c == 0xd7 || c == 0xf7 || (c >= 0x2000 && c <= 0x2bff) ||
                         (c >= 0x3000 && c <= 0x3030 && c != 0x3005);
    const bool is_private = (c >= 0xe000 && c <= 0xf8ff) || c >= 0xfff0;
    return !is_latin_sign && !is_sign && !is_private;
}

std::string quoted(std::u32string_view text) {
    const bool has_single = text.find(U'\'') != std::u32string_view::npos;
    const bool has_double = text.find(U'"') != std::u32string_view::npos;
    const char32_t mark = has_single && !has_double ? U'"' : U'\'';
    std::string out;
    append_utf8(out, mark);
    for (const char32_t c : text) {
        if (c == mark || c == U'\\') {
            out += '\\';
            append_utf8(out, c);
        } else if (c == U'\n') {
            out += "\\n";
        } else if (c == U'\r') {
            out += "\\r";
        } else if (c == U'\t') {
            out += "\\t";
        } else if (is_shown(c)) {
            append_utf8(out, c);
        } else {
            append_number(out, c);
        }
    }
    append_utf8(out, mark);
    return out;
}

std::string quoted(std::string_view text) { return quoted(decoded(text)); }

PlacedText without_width(std::u32string_view text) {
    PlacedText out;
    out.text.reserve(text.size());
    out.places.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (const char32_t syllable = out.text.empty() ? 0 : composed(out.text.back(), c)) {
            out.text.back() = syllable;
            continue;
        }
        if (c < 0x80 || (c >= 0xac00 && c <= 0xd7a3)) {
            out.text += c;
            out.places.push_back(i);
            continue;
        }
        std::string one;
        append_utf8(one, c);
        for (const char32_t plain : decoded(without_width(std::string_view(one)))) {
            out.text += plain;
            out.places.push_back(i);
        }
    }
    return out;
}

std::int64_t number_of(std::u32string_view figures) noexcept {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::int64_t number = 0;
    for (const char32_t c : figures) {
        const auto digit = static_cast<std::int64_t>(c - U'0');
        if (number > (most - digit) / 10) return most;
        number = number * 10 + digit;
    }
    return number;
}

std::u32string_view stripped(std::u32string_view text) noexcept {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::u32string_view> split(std::u32string_view text, std::u32string_view separator) {
    std::vector<std::u32string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::u32string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

}  // namespace probity::detail
