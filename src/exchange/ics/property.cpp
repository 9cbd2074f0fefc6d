// A content line as a property: "DTSTART;TZID=Asia/Seoul:20260318T152000".
#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/ics/charset.hpp"
#include "exchange/ics/lines.hpp"
#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

constexpr std::size_t longest_name = 100;

constexpr auto texts_by_name = std::to_array<std::string_view>({
    "CATEGORIES",
    "COMMENT",
    "CONTACT",
    "DESCRIPTION",
    "LOCATION",
    "NAME",
    "RESOURCES",
    "SUMMARY",
    "X-ALT-DESC",
    "X-WR-CALDESC",
    "X-WR-CALNAME",
});
constexpr auto other_names = std::to_array<std::string_view>({
    "AALARM",
    "ACTION",
    "ATTACH",
    "ATTENDEE",
    "BEGIN",
    "CALSCALE",
    "CLASS",
    "COLOR",
    "COMPLETED",
    "CONFERENCE",
    "CREATED",
    "DALARM",
    "DAYLIGHT",
    "DCREATED",
    "DTEND",
    "DTSTAMP",
    "DTSTART",
    "DUE",
    "DURATION",
    "END",
    "EXDATE",
    "EXRULE",
    "FREEBUSY",
    "GEO",
    "IMAGE",
    "LAST-MODIFIED",
    "MALARM",
    "METHOD",
    "ORGANIZER",
    "PALARM",
    "PERCENT-COMPLETE",
    "PRIORITY",
    "PRODID",
    "RDATE",
    "RECURRENCE-ID",
    "REFRESH-INTERVAL",
    "RELATED-TO",
    "REPEAT",
    "REQUEST-STATUS",
    "RNUM",
    "RRULE",
    "SEQUENCE",
    "SOURCE",
    "STATUS",
    "TRANSP",
    "TRIGGER",
    "TZ",
    "TZID",
    "TZNAME",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "TZURL",
    "UID",
    "URL",
    "VERSION",
    "XRULE",
});
static_assert(std::ranges::is_sorted(texts_by_name) && std::ranges::is_sorted(other_names));

bool is_blank_of_line(char letter) noexcept { return letter == ' ' || letter == '\t'; }

/// Where the name at the start ends; 0 if there is none, or it is too long to be one.
std::size_t end_of_name(std::string_view text) noexcept {
    std::size_t end = 0;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '-')) {
        ++end;
    }
    return end <= longest_name ? end : 0;
}

/// Where a parameter ends: at a semicolon or colon that is not in quotes.
std::size_t end_of_parameter(std::string_view text, std::size_t at) noexcept {
    bool is_quoted = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '"') is_quoted = !is_quoted;
        if (!is_quoted && (text[at] == ';' || text[at] == ':')) break;
    }
    return at;
}

std::string_view without_quotes(std::string_view text) noexcept {
    while (text.starts_with('"')) text.remove_prefix(1);
    while (text.ends_with('"')) text.remove_suffix(1);
    return text;
}

void take_parameter(std::string_view piece, Property& found, Texts& texts) {
    const std::string_view key = texts.capitals(stripped(before(piece, '=')));
    const std::size_t equals = piece.find('=');
    const std::string_view value =
        equals != std::string_view::npos ? piece.substr(equals + 1) : std::string_view{};
    if (!found.has_parameter(key)) {
        found.parameters.emplace_back(key, without_quotes(stripped(value)));
    }
}

// Transfer encodings ------------------------------------------------------------------------------

std::optional<int> hexadecimal(char letter) noexcept {
    if (is_digit(letter)) return letter - '0';
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    return std::nullopt;
}

/// Octets of quoted-printable (RFC 2045 section 6.7), with the ends of lines as line feeds.
std::string from_quoted_printable(std::string_view value) {
    std::string data;
    data.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '=') {
            data += value[i];
            continue;
        }
        // Unfolding leaves the "=" of a soft break before the "=" of the next letter; one that ends
        // the value breaks off there.
        if (i + 1 == value.size() || value[i + 1] == '=') continue;
        const std::optional<int> high = hexadecimal(value[i + 1]);
        const std::optional<int> low =
            i + 2 < value.size() ? hexadecimal(value[i + 2]) : std::optional<int>{};
        if (high.has_value() && low.has_value()) {
            data += static_cast<char>(*high * 16 + *low);
            i += 2;
        } else {
            data += '=';
        }
    }
    const auto is_pair = [&data](const char& letter) {
        const char* next = &letter + 1;
        return letter == '\r' && next != data.data() + data.size() && *next == '\n';
    };
    std::string text;
    text.reserve(data.size());
    std::ranges::copy_if(data, std::back_inserter(text), std::not_fn(is_pair));
    return text;
}

std::optional<unsigned> base64_digit(char letter) noexcept {
    if (letter >= 'A' && letter <= 'Z') return letter - 'A';
    if (letter >= 'a' && letter <= 'z') return letter - 'a' + 26;
    if (is_digit(letter)) return letter - '0' + 52;
    if (letter == '+') return 62;
    if (letter == '/') return 63;
    return std::nullopt;
}

/// Octets of Base64 (RFC 4648 section 4) with its padding; none if the value is something else.
std::optional<std::string> from_base64(std::string_view value) {
    if (value.size() % 4 != 0) return std::nullopt;
    const std::size_t padding = value.ends_with("==") ? 2 : value.ends_with('=') ? 1 : 0;
    std::string data;
    unsigned bits = 0;
    unsigned known = 0;
    for (const char letter : value.substr(0, value.size() - padding)) {
        const std::optional<unsigned> digit = base64_digit(letter);
        if (!digit.has_value()) return std::nullopt;
        bits = bits << 6U | *digit;
        known += 6;
        if (known < 8) continue;
        known -= 8;
        data += static_cast<char>(bits >> known & 0xFFU);
        bits &= (1U << known) - 1;
    }
    return data;
}

/// Octets in the charset that is named, or in UTF-8 or that of Windows in Korea.
std::string in_charset(std::string_view data, std::string_view name) {
    const char* charset = charset_named(name);
    for (const char* each : {charset, static_cast<const char*>(nullptr), "CP949"}) {
        if (each == nullptr || std::string_view(each) == "UTF-8") {
            if (is_utf8(data)) return std::string(data);
        } else if (std::optional<std::string> text = from_charset(data, each)) {
            return *std::move(text);
        }
    }
    return as_utf8(data);
}

/// A value in quoted-printable, or a text in Base64, as it reads.
std::string_view transferred(const Property& found, Texts& texts) {
    const std::string encoding = found.has_parameter("ENCODING")
                                     ? upper(found.parameter("ENCODING"))
                                     : std::string("QUOTED-PRINTABLE");
    std::optional<std::string> data;
    if (encoding == "QUOTED-PRINTABLE") {
        data = from_quoted_printable(found.value);
    } else if ((encoding == "BASE64" || encoding == "B") && is_text(found.name)) {
        data = from_base64(found.value);
    }
    if (!data.has_value()) return found.value;
    return texts.keep(in_charset(*data, found.parameter("CHARSET")));
}

}  // namespace

bool is_text(std::string_view name) noexcept {
    return std::ranges::binary_search(texts_by_name, name);
}

bool is_known(std::string_view name) noexcept {
    return is_text(name) || std::ranges::binary_search(other_names, name);
}

std::optional<Property> parse_property(std::string_view text, int line, Texts& texts) {
    const std::size_t name_end = end_of_name(text);
    if (name_end == 0) return std::nullopt;
    std::size_t at = name_end;
    while (at < text.size() && is_blank_of_line(text[at])) ++at;
    Property found{.name = texts.capitals(text.substr(0, name_end)),
                   .parameters = {},
                   .value = {},
                   .line = line};
    while (at < text.size() && text[at] == ';') {
        const std::size_t end = end_of_parameter(text, at + 1);
        take_parameter(text.substr(at + 1, end - at - 1), found, texts);
        at = end;
    }
    if (at >= text.size() || text[at] != ':') return std::nullopt;
    found.value = text.substr(at + 1);
    if (!found.parameter("ENCODING").empty() || found.has_parameter("QUOTED-PRINTABLE")) {
        found.value = transferred(found, texts);
    }
    return found;
}

}  // namespace probity::ics::detail
