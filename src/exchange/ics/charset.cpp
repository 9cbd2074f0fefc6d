#include "exchange/ics/charset.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "date/text.hpp"
#include "exchange/ics/text.hpp"
#include "probity/date/error.hpp"

namespace probity::ics::detail {
namespace {

using probity::detail::utf8_length;

/// Those that lines in quoted-printable may name, and what iconv calls them. Files that name
/// Shift_JIS or EUC-KR are written with the letters of Windows.
constexpr auto charsets = std::to_array<std::pair<std::string_view, const char*>>({
    {"utf-8", "UTF-8"},
    {"us-ascii", "US-ASCII"},
    {"iso-8859-1", "ISO-8859-1"},
    {"iso-8859-2", "ISO-8859-2"},
    {"iso-8859-15", "ISO-8859-15"},
    {"windows-1252", "CP1252"},
    {"euc-kr", "CP949"},
    {"ks_c_5601-1987", "CP949"},
    {"cp949", "CP949"},
    {"shift_jis", "CP932"},
    {"euc-jp", "EUC-JP"},
    {"iso-2022-kr", "ISO-2022-KR"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"gb2312", "GB2312"},
    {"gbk", "GBK"},
    {"big5", "BIG5"},
    {"koi8-r", "KOI8-R"},
    {"windows-1251", "CP1251"},
});

/// How many bytes at the start are the beginning of a character that then breaks off; at least one.
std::size_t broken_length(std::string_view bytes) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first >= 0xF0 && first <= 0xF4  ? 4
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xC2 && first < 0xE0 ? 2
                                                               : 1;
    std::size_t taken = 1;
    while (taken < length && taken < bytes.size()) {
        unsigned char least = 0x80;
        unsigned char most = 0xBF;
        if (taken == 1) {
            if (first == 0xE0) least = 0xA0;
            if (first == 0xED) most = 0x9F;
            if (first == 0xF0) least = 0x90;
            if (first == 0xF4) most = 0x8F;
        }
        if (byte(taken) < least || byte(taken) > most) break;
        ++taken;
    }
    return taken;
}

void append_utf8(std::string& text, std::uint32_t character) {
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0U | character >> 6U);
        put(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        put(0xE0U | character >> 12U);
        put(0x80U | (character >> 6U & 0x3FU));
        put(0x80U | (character & 0x3FU));
    } else {
        put(0xF0U | character >> 18U);
        put(0x80U | (character >> 12U & 0x3FU));
        put(0x80U | (character >> 6U & 0x3FU));
        put(0x80U | (character & 0x3FU));
    }
}

/// A converter of iconv, closed at the end.
class Converter {
  public:
    explicit Converter(const char* charset) : handle_(iconv_open("UTF-8", charset)) {
        // NOLINTNEXTLINE: the value that iconv_open gives for an error
        if (handle_ == reinterpret_cast<iconv_t>(-1)) {
            throw ProbityError(sentence("ics.no_converter", {{"charset", charset}}));
        }
    }
    ~Converter() { iconv_close(handle_); }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    /// The text; none if the bytes are not in the encoding, or break off within a character.
    std::optional<std::string> convert(std::string_view bytes) {
        std::string given(bytes);
        // No character of these encodings is longer in UTF-8 than three times its bytes.
        std::string text(bytes.size() * 4 + 16, '\0');
        char* in = given.data();
        std::size_t in_left = given.size();
        char* out = text.data();
        std::size_t out_left = text.size();
        constexpr auto failed = static_cast<std::size_t>(-1);
        if (iconv(handle_, &in, &in_left, &out, &out_left) == failed || in_left > 0 ||
            iconv(handle_, nullptr, nullptr, &out, &out_left) == failed) {
            return std::nullopt;
        }
        text.resize(text.size() - out_left);
        return text;
    }

  private:
    iconv_t handle_;
};

}  // namespace

bool is_utf8(std::string_view bytes) noexcept {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = utf8_length(bytes.substr(at));
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::string as_utf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        std::size_t length = utf8_length(bytes);
        if (length > 0) {
            text += bytes.substr(0, length);
        } else {
            length = broken_length(bytes);
            text += replacement_character;
        }
        bytes.remove_prefix(length);
    }
    return text;
}

std::string from_utf16(std::string_view bytes, bool is_little_endian) {
    const auto unit = [&](std::size_t at) {
        const std::uint32_t first = static_cast<unsigned char>(bytes[at]);
        const std::uint32_t second = static_cast<unsigned char>(bytes[at + 1]);
        return is_little_endian ? first | second << 8U : first << 8U | second;
    };
    const auto is_in = [](std::uint32_t value, std::uint32_t first) {
        return value >= first && value < first + 0x400;
    };
    std::string text;
    text.reserve(bytes.size());
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const std::uint32_t first = unit(at);
        const bool is_high = is_in(first, 0xD800);
        at += 2;
        if (is_high && at + 1 < bytes.size() && is_in(unit(at), 0xDC00)) {
            append_utf8(text, 0x10000 + ((first - 0xD800) << 10U) + (unit(at) - 0xDC00));
            at += 2;
        } else if (is_high && at + 1 >= bytes.size()) {
            return text += replacement_character;  // the file ends within a character
        } else if (is_high || is_in(first, 0xDC00)) {
            text += replacement_character;
        } else {
            append_utf8(text, first);
        }
    }
    if (at < bytes.size()) text += replacement_character;
    return text;
}

std::optional<std::string> from_charset(std::string_view bytes, const char* charset) {
    return Converter(charset).convert(bytes);
}

const char* charset_named(std::string_view name) {
    const std::string small = lower(name);
    const auto found = std::ranges::find(charsets, std::string_view(small),
                                         &decltype(charsets)::value_type::first);
    return found != charsets.end() ? found->second : nullptr;
}

}  // namespace probity::ics::detail
