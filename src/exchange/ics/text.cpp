#include "exchange/ics/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "date/text.hpp"

namespace probity::ics::detail {
namespace {

using probity::detail::character_at;
using probity::detail::CharacterRange;
using probity::detail::utf8_length;

/// Unicode's White_Space, and the four separators of ASCII.
constexpr auto blanks = std::to_array<CharacterRange>({
    {0x09, 0x0d},
    {0x1c, 0x20},
    {0x85, 0x85},
    {0xa0, 0xa0},
    {0x1680, 0x1680},
    {0x2000, 0x200a},
    {0x2028, 0x2029},
    {0x202f, 0x202f},
    {0x205f, 0x205f},
    {0x3000, 0x3000},
});

/// Characters that cannot be seen, but for the space: Unicode's categories Z, Cc, Cf and Co.
constexpr auto unseen = std::to_array<CharacterRange>({
    {0x0, 0x1f},        {0x7f, 0xa0},       {0xad, 0xad},       {0x600, 0x605},
    {0x61c, 0x61c},     {0x6dd, 0x6dd},     {0x70f, 0x70f},     {0x890, 0x891},
    {0x8e2, 0x8e2},     {0x1680, 0x1680},   {0x180e, 0x180e},   {0x2000, 0x200f},
    {0x2028, 0x202f},   {0x205f, 0x2064},   {0x2066, 0x206f},   {0x3000, 0x3000},
    {0xe000, 0xf8ff},   {0xfeff, 0xfeff},   {0xfff9, 0xfffb},   {0x110bd, 0x110bd},
    {0x110cd, 0x110cd}, {0x13430, 0x13438}, {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a},
    {0xe0001, 0xe0001}, {0xe0020, 0xe007f}, {0xf0000, 0xffffd}, {0x100000, 0x10fffd},
});

template <std::size_t Count>
bool is_in(const std::array<CharacterRange, Count>& ranges, std::uint32_t character) noexcept {
    const auto after = std::ranges::upper_bound(ranges, character, {}, &CharacterRange::first);
    return after != ranges.begin() && character <= std::prev(after)->last;
}

/// The length of the blank at the start; 0 if it begins with none.
std::size_t blank_length(std::string_view text) noexcept {
    if (text.empty()) return 0;
    const auto first = static_cast<unsigned char>(text.front());
    if (first > 0x20 && first < 0x80) return 0;
    if (first < 0x80) return is_in(blanks, first) ? 1 : 0;
    const std::size_t length = utf8_length(text);
    return length > 0 && is_in(blanks, character_at(text)) ? length : 0;
}

bool goes_on(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The length of the blank at the end; 0 if it ends with none.
std::size_t blank_length_at_end(std::string_view text) noexcept {
    if (text.empty() || (text.back() > 0x20 && text.back() < 0x7f)) return 0;
    std::size_t start = text.size() - 1;
    while (start > 0 && goes_on(text[start]) && text.size() - start < 4) --start;
    const std::size_t length = blank_length(text.substr(start));
    return start + length == text.size() ? length : 0;
}

char upper_letter(char letter) noexcept {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

char lower_letter(char letter) noexcept {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

std::string_view stripped(std::string_view text) noexcept {
    while (const std::size_t length = blank_length(text)) text.remove_prefix(length);
    while (const std::size_t length = blank_length_at_end(text)) text.remove_suffix(length);
    return text;
}

bool is_blank(std::string_view text) noexcept {
    while (const std::size_t length = blank_length(text)) text.remove_prefix(length);
    return text.empty();
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    while (true) {
        while (const std::size_t length = blank_length(text)) text.remove_prefix(length);
        if (text.empty()) return found;
        std::size_t end = 0;
        while (end < text.size() && blank_length(text.substr(end)) == 0) {
            end += std::max<std::size_t>(1, utf8_length(text.substr(end)));
        }
        found.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

std::string upper(std::string_view text) {
    std::string capitals(text);
    std::ranges::transform(capitals, capitals.begin(), upper_letter);
    return capitals;
}

std::string lower(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(), lower_letter);
    return small;
}

bool same_letters(std::string_view a, std::string_view b) noexcept {
    return std::ranges::equal(a, b, {}, upper_letter, upper_letter);
}

bool begins_alike(std::string_view text, std::string_view head) noexcept {
    return text.size() >= head.size() && same_letters(text.substr(0, head.size()), head);
}

bool contains_alike(std::string_view text, std::string_view part) noexcept {
    const auto alike = [](char a, char b) { return upper_letter(a) == upper_letter(b); };
    return std::search(text.begin(), text.end(), part.begin(), part.end(), alike) != text.end() ||
           part.empty();
}

std::string_view head(std::string_view text, std::size_t characters) noexcept {
    std::size_t end = 0;
    for (; characters > 0 && end < text.size(); --characters) {
        ++end;
        while (end < text.size() && goes_on(text[end])) ++end;
    }
    return text.substr(0, end);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t end = text.find(separator);
        pieces.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

std::string_view before(std::string_view text, char separator) noexcept {
    return text.substr(0, text.find(separator));
}

bool is_number(std::string_view text, std::size_t most) noexcept {
    return !text.empty() && text.size() <= most && std::ranges::all_of(text, is_digit);
}

std::string shortened(std::string_view text, std::size_t most) {
    const std::string_view shown = head(text, most);
    if (shown.size() == text.size()) return quoted(text);
    // Named in full, since a string would find std::quoted as well.
    return detail::quoted(std::string(shown) + "...");
}

std::string quoted(std::string_view text) {
    const bool is_double =
        text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    const char quote = is_double ? '"' : '\'';
    std::string shown(1, quote);
    while (!text.empty()) {
        const std::size_t length = std::max<std::size_t>(1, utf8_length(text));
        const char letter = text.front();
        const std::uint32_t character =
            length > 1 ? character_at(text) : static_cast<unsigned char>(letter);
        std::array<char, 12> number{};
        if (letter == quote || letter == '\\') {
            shown.append({'\\', letter});
        } else if (letter == '\n' || letter == '\r' || letter == '\t') {
            shown.append({'\\', letter == '\n' ? 'n' : letter == '\r' ? 'r' : 't'});
        } else if (letter != ' ' &&
                   (is_in(unseen, character) || (length == 1 && character > 0x7f))) {
            const char* form = character > 0xffff ? "\\U%08x"
                               : character > 0xff ? "\\u%04x"
                                                  : "\\x%02x";
            std::snprintf(number.data(), number.size(), form, character);
            shown += number.data();
        } else {
            shown += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return shown += quote;
}

}  // namespace probity::ics::detail
