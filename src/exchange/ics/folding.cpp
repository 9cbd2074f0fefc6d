#include "exchange/ics/folding.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "exchange/ics/charset.hpp"
#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

using namespace std::string_view_literals;

struct Utf16 {
    std::string_view mark;
    std::string_view begin;
    bool is_little_endian;
};
constexpr auto utf16 = std::to_array<Utf16>({
    {"\xFF\xFE"sv, "B\0E\0G\0"sv, true},
    {"\xFE\xFF"sv, "\0B\0E\0G"sv, false},
});

/// Whether some letter takes three octets or more in UTF-8, which no older encoding gives by chance.
/// One that stands for what could not be read is none.
bool has_long_letter(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = probity::detail::utf8_length(text.substr(at));
        if (length >= 3 && text.substr(at, length) != replacement_character) return true;
        at += std::max<std::size_t>(length, 1);
    }
    return false;
}

/// A line in UTF-8; one with letters of three octets and more in UTF-8 is one with a fault, any
/// other is of an older encoding.
std::string decoded(std::string_view line, int number, std::vector<Note>& notes) {
    if (!has_long_letter(line)) {
        for (const char* charset : {"CP949", "CP1252"}) {
            std::optional<std::string> text = from_charset(line, charset);
            if (!text.has_value()) continue;
            notes.push_back({.what = "encoding",
                             .line = number,
                             .reason = sentence("ics.read_as", {{"charset", charset}})});
            return *std::move(text);
        }
    }
    notes.push_back({.what = "encoding", .line = number, .reason = sentence("ics.replaced")});
    return as_utf8(line);
}

/// Whether the value is quoted-printable and goes on in the next line (vCalendar 1.0).
bool goes_on_softly(std::string_view text) noexcept {
    if (!text.ends_with('=')) return false;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string_view name = text.substr(0, colon);
    const std::size_t semicolon = name.find(';');
    return semicolon != std::string_view::npos &&
           contains_alike(name.substr(semicolon), "QUOTED-PRINTABLE");
}

/// Lines whose quoted-printable value goes on behind "=" at the end, joined.
std::vector<ContentLine> joined_softly(const std::vector<ContentLine>& lines, Texts& texts) {
    std::vector<ContentLine> joined;
    joined.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!goes_on_softly(lines[i].text)) {
            joined.push_back(lines[i]);
            continue;
        }
        std::string text;
        const int number = lines[i].number;
        while (lines[i].text.ends_with('=')) {
            text += lines[i].text.substr(0, lines[i].text.size() - 1);
            if (++i == lines.size()) break;
        }
        if (i < lines.size()) text += lines[i].text;
        joined.push_back({number, texts.keep(std::move(text))});
    }
    return joined;
}

/// The unfolded lines, as octets: folds within a character are undone before decoding.
std::vector<ContentLine> unfolded(std::string_view data, Texts& texts) {
    std::vector<ContentLine> lines;
    std::string folded;
    int number = 0;
    const auto end_fold = [&] {
        if (!folded.empty()) lines.back().text = texts.keep(std::exchange(folded, {}));
    };
    while (const std::optional<PhysicalLine> line = take_line(data)) {
        ++number;
        probity::detail::interruption_point(static_cast<std::size_t>(number));
        const std::string_view text = line->text;
        if (text.empty()) continue;
        if ((text.front() == ' ' || text.front() == '\t') && !lines.empty()) {
            if (folded.empty()) folded = lines.back().text;
            folded += text.substr(1);
            continue;
        }
        end_fold();
        lines.push_back({number, text});
    }
    end_fold();
    return lines;
}

}  // namespace

std::string_view Texts::capitals(std::string_view text) {
    const auto is_small = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    return std::ranges::any_of(text, is_small) ? keep(upper(text)) : text;
}

std::optional<PhysicalLine> take_line(std::string_view& bytes) noexcept {
    if (bytes.empty()) return std::nullopt;
    const auto ends = [](char byte) { return byte == '\n' || byte == '\r'; };
    const auto end = static_cast<std::size_t>(std::ranges::find_if(bytes, ends) - bytes.begin());
    if (end == bytes.size()) return PhysicalLine{std::exchange(bytes, {}), {}};
    const bool is_pair = bytes.substr(end, 2) == "\r\n";
    const PhysicalLine line{bytes.substr(0, end), bytes.substr(end, is_pair ? 2 : 1)};
    bytes.remove_prefix(end + line.end.size());
    return line;
}

std::string_view in_octets(std::string_view data, Texts& texts, std::vector<Note>& notes) {
    for (const Utf16& form : utf16) {
        const bool has_mark = data.starts_with(form.mark);
        if (!has_mark && !data.starts_with(form.begin)) continue;
        notes.push_back({.what = "encoding", .line = 1, .reason = sentence("ics.utf16")});
        if (has_mark) data.remove_prefix(form.mark.size());
        return texts.keep(from_utf16(data, form.is_little_endian));
    }
    return data;
}

std::vector<ContentLine> content_lines(std::string_view data, Texts& texts,
                                       std::vector<Note>& notes) {
    if (data.starts_with(utf8_mark)) {
        notes.push_back(
            {.what = "byte-order-mark", .line = 1, .reason = sentence("ics.mark_first")});
        data.remove_prefix(utf8_mark.size());
    }
    std::vector<ContentLine> lines = unfolded(data, texts);
    if (!is_utf8(data)) {
        for (ContentLine& line : lines) {
            if (is_utf8(line.text)) continue;
            line.text = texts.keep(decoded(line.text, line.number, notes));
            probity::detail::interruption_point();
        }
    }
    return contains_alike(data, "QUOTED-PRINTABLE") ? joined_softly(lines, texts) : lines;
}

}  // namespace probity::ics::detail
