#include "exchange/ics/written_lines.hpp"

#include <algorithm>

#include "date/text.hpp"

namespace probity::detail {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without CRLF

/// The octets at the start of `text` that a fold must not part.
std::size_t unit_length(std::string_view text) {
    const std::size_t first = std::max<std::size_t>(utf8_length(text), 1);
    if (text[0] != '\\' || text.size() == 1) return first;
    return 1 + std::max<std::size_t>(utf8_length(text.substr(1)), 1);
}

/// Line feed, next line, the separators of lines and paragraphs: readers may part a line at each.
bool ends_line(std::uint32_t character) {
    return character == '\n' || character == 0x85 || character == 0x2028 || character == 0x2029;
}

}  // namespace

std::string escaped_text(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(text.substr(i));
        const std::uint32_t character = character_at(text.substr(i));
        if (ends_line(character)) {
            out += "\\n";
        } else if (length == 0 || is_steering(character)) {
            out += ' ';
        } else {
            if (text[i] == '\\' || text[i] == ';' || text[i] == ',') out += '\\';
            out += text.substr(i, length);
        }
        i += std::max<std::size_t>(length, 1);
    }
    return out;
}

std::string folded(std::string_view line) {
    std::string out;
    std::size_t used = 0;  // octets of the part begun, with the space that opens a continuation
    while (!line.empty()) {
        const std::size_t length = unit_length(line);
        if (used + length > longest_line) {
            out += "\r\n ";
            used = 1;
        }
        out += line.substr(0, length);
        used += length;
        line.remove_prefix(length);
    }
    return out;
}

std::string basic_date(const Date& date) {
    std::string text = to_string(date);
    std::erase(text, '-');
    return text;
}

void IcsLines::line(std::string_view name, std::string_view value) {
    std::string whole(name);
    whole += ':';
    whole += value;
    out_ += folded(whole) + "\r\n";
}

void IcsLines::date(std::string_view name, const Date& date) {
    line(std::string(name) + ";VALUE=DATE", basic_date(date));
}

}  // namespace probity::detail
