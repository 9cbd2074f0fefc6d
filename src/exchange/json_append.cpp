#include "exchange/json_append.hpp"

#include <array>
#include <charconv>
#include <cstddef>

#include "date/text.hpp"
#include "exchange/json/leaves.hpp"

namespace probity::detail {
std::size_t plain_length(std::string_view text) noexcept {
    std::size_t i = 0;
    while (i < text.size()) {
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
