#include "date/text.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>

#include "date/civil.hpp"

namespace probity::detail {
namespace {

void append_padded(std::string& out, std::int64_t number, std::size_t width) {
    const std::string text = std::to_string(std::abs(number));
    if (number < 0) out += '-';
    if (text.size() < width) out.append(width - text.size(), '0');
    out += text;
}

}  // namespace

std::string iso_text(std::int64_t year, int month, int day) {
    std::string out;
    append_padded(out, year, 4);
    out += '-';
    append_padded(out, month, 2);
    out += '-';
    append_padded(out, day, 2);
    return out;
}

std::string korean_text(std::int64_t year, int month, int day) {
    return std::to_string(year) + ". " + std::to_string(month) + ". " + std::to_string(day) + ".";
}

std::string day_text(std::int64_t day) {
    const std::int64_t cycle = floor_div(day, std::int64_t{days_in_400_years});
    const auto within = static_cast<DayNumber>(floor_mod(day, std::int64_t{days_in_400_years}));
    const auto [year, month, day_of_month] = year_month_day(within);
    return iso_text(cycle * 400 + year, month, day_of_month);
}

std::optional<int> digits(std::string_view text) noexcept {
    if (text.empty() || text.size() > 9) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::size_t utf8_length(std::string_view text) noexcept {
    if (text.empty()) return 0;
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xc0u) == 0x80u; };
    const unsigned b = byte(0);
    if (b < 0x80) return 1;
    if (b >= 0xc2 && b <= 0xdf) return continues(1) ? 2 : 0;
    if (b >= 0xe0 && b <= 0xef) {
        const bool overlong = b == 0xe0 && byte(1) < 0xa0;
        const bool surrogate = b == 0xed && byte(1) >= 0xa0;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (b >= 0xf0 && b <= 0xf4) {
        const bool overlong = b == 0xf0 && byte(1) < 0x90;
        const bool beyond = b == 0xf4 && byte(1) >= 0x90;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

bool is_steering(std::uint32_t character) noexcept {
    for (const auto& [first, last] : steering_characters) {
        if (first <= character && character <= last) return true;
    }
    return false;
}

std::uint32_t character_at(std::string_view text) noexcept {
    const std::size_t length = utf8_length(text);
    if (length == 0) return 0;
    constexpr std::array<unsigned, 5> lead_bits{0, 0x7f, 0x1f, 0x0f, 0x07};
    std::uint32_t character = static_cast<unsigned char>(text[0]) & lead_bits.at(length);
    for (std::size_t i = 1; i < length; ++i) {
        character = character << 6U | (static_cast<unsigned char>(text[i]) & 0x3fU);
    }
    return character;
}

namespace {

/// Appends the first character of a text, or what stands for it; the bytes taken.
std::size_t append_shown(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    const std::size_t length = utf8_length(text);
    const std::uint32_t character =
        length == 0 ? static_cast<unsigned char>(text[0]) : character_at(text);
    if (length != 0 && !is_steering(character)) {
        out += text.substr(0, length);
        return length;
    }
    const bool byte = length == 0 || character < 0x20;
    out += byte ? "\\x" : "\\u";
    for (int shift = byte ? 4 : 12; shift >= 0; shift -= 4) {
        out += hex[character >> static_cast<unsigned>(shift) & 0xfU];
    }
    return length == 0 ? 1 : length;
}

}  // namespace

std::string printable(std::string_view text, std::size_t limit) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (i >= limit) return out + "...";
        i += append_shown(out, text.substr(i));
    }
    return out;
}

std::string printed(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\n' || text[i] == '\t') {
            out += text[i++];
        } else {
            i += append_shown(out, text.substr(i));
        }
    }
    return out;
}

}  // namespace probity::detail
