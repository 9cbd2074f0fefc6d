#include "exchange/json_append.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "date/text.hpp"
#include "exchange/json/leaves.hpp"

namespace probity::detail {
namespace {

/// How many of eight bytes, from the first on, are of ASCII and need no escape.
std::size_t plain_among(const char* eight) noexcept {
    constexpr std::uint64_t ones = 0x0101010101010101;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, eight, sizeof(bytes));
    // The highest bit of a byte says that the byte is another, or that a lower one of the number is.
    const auto is_zero = [](std::uint64_t each) { return (each - ones) & ~each; };
    const std::uint64_t found = bytes | ((bytes - 0x20 * ones) & ~bytes) |
                                is_zero(bytes ^ ('"' * ones)) | is_zero(bytes ^ ('\\' * ones));
    const std::uint64_t others = found & (0x80 * ones);
    if (others == 0) return sizeof(bytes);
    if constexpr (std::endian::native == std::endian::little) {
        return static_cast<std::size_t>(std::countr_zero(others)) / 8;
    }
    return 0;
}

}  // namespace

std::size_t plain_length(std::string_view text) noexcept {
    std::size_t i = 0;
    while (i < text.size()) {
        if (text.size() - i >= 8) {
            const std::size_t plain = plain_among(text.data() + i);
            i += plain;
            if (plain == 8) continue;
        }
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 || byte == '"' || byte == '\\') break;
        if (byte < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = utf8_length(text.substr(i));
        if (length == 0) break;
        i += length;
    }
    return i;
}

void append_string(std::string& out, std::string_view text) {
    if (plain_length(text) != text.size()) {
        out += json(text).dump();
        return;
    }
    out += '"';
    out += text;
    out += '"';
}

void append_integer(std::string& out, std::int64_t number) {
    std::array<char, 20> digits;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end);
}

void append_leaf(std::string& out, const Field& field, const void* value) {
    switch (field.leaf) {
        case Leaf::date:
            append_string(out, to_string(*static_cast<const Date*>(value)));
            return;
        case Leaf::name:
            append_string(out, field.names[*static_cast<const std::uint8_t*>(value)]);
            return;
        default:
            out += written_leaf(field, value).dump();
    }
}

}  // namespace probity::detail
