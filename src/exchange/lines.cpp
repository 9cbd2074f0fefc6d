#include "exchange/lines.hpp"

#include <algorithm>

#include "exchange/json/text.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

constexpr std::string_view blanks = " \t\r";

/// How many bytes the object at the beginning of a text takes; npos if it has no end.
std::size_t length_of_object(std::string_view text) {
    if (!text.starts_with('{')) return std::string_view::npos;
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            if (c == '"') quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> Lines::next_text() {
    while (!rest_.empty()) {
        const std::size_t end = rest_.find('\n');
        std::string_view line = rest_.substr(0, end);
        ended_ = end != std::string_view::npos;
        rest_.remove_prefix(ended_ ? end + 1 : rest_.size());
        ++number_;
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
            reading_.say(Oddity::carriage_returns, number_);
        }
        if (line.find_first_not_of(blanks) != std::string_view::npos) return line;
        reading_.say(Oddity::blank_line, number_);
    }
    return std::nullopt;
}

std::optional<Line> Lines::spread(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(blanks);
    const std::string_view text(
        line.data() + begin,
        static_cast<std::size_t>(rest_.data() + rest_.size() - (line.data() + begin)));
    if (unclosed_) return std::nullopt;
    const std::size_t length = length_of_object(text);
    unclosed_ = length == std::string_view::npos && text.starts_with('{');
    if (length == std::string_view::npos || length <= line.size() - begin) return std::nullopt;
    Line out{.number = number_, .text = text.substr(0, length), .value = {}};
    // Past the object, whatever is wrong with it: its other lines are no lines of their own.
    number_ += static_cast<std::size_t>(std::count(out.text.begin(), out.text.end(), '\n'));
    rest_ = text.substr(length);
    const std::size_t end = rest_.find_first_not_of(blanks);
    ended_ = end != std::string_view::npos && rest_[end] == '\n';
    rest_.remove_prefix(ended_ ? end + 1 : std::min(end, rest_.size()));
    out.value = parse_json(out.text);
    return out;
}

std::optional<Line> Lines::next() {
    const std::optional<std::string_view> text = next_text();
    if (!text) return std::nullopt;
    std::optional<Line> line;
    const std::size_t number = number_;
    const bool ended = ended_;
    try {
        line = Line{.number = number, .text = *text, .value = parse_json(*text)};
    } catch (const DocumentError& error) {
        try {
            line = spread(*text);
        } catch (const DocumentError&) {  // the first one says better what is wrong
        }
        if (!line) {
            throw DocumentError(sentence(ended ? "json.line" : "json.line_cut",
                                         {{"number", number}, {"message", error.text()}}),
                                "/" + std::to_string(number));
        }
    }
    if (!ended_) reading_.say(Oddity::no_last_line_end, number_);
    return line;
}

}  // namespace probity::detail
