#include "journal/anchor.hpp"

#include <charconv>
#include <vector>

#include "date/instant.hpp"
#include "date/text.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

[[noreturn]] void refuse_anchor(std::string_view text) {
    throw ProbityError(sentence("journal.no_anchor", {{"text", printable(text)}}));
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (!is_blank(c)) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// Hexadecimal digits in lower case, without the dashes between them; null if it has anything else.
std::optional<std::string> digits_of(std::string_view text) {
    std::string digits;
    for (char c : text) {
        if (c == '-') continue;
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
        if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return std::nullopt;
        digits += c;
    }
    return digits;
}

}  // namespace

std::string anchor_text(const std::optional<std::chrono::sys_seconds>& recorded,
                        const JournalHead& head) {
    constexpr std::size_t half = anchor_digits / 2;
    const std::string day = recorded ? to_string(day_in_seoul(*recorded)) + " " : "";
    return day + std::to_string(head.number) + " " + head.digest.substr(0, half) + "-" +
           head.digest.substr(half, half);
}

Anchor parse_anchor(std::string_view text) {
    std::vector<std::string> words = words_of(text);
    // A dash that was broken at the end of a line.
    while (words.size() > 1 &&
           (words.back().starts_with('-') || words[words.size() - 2].ends_with('-'))) {
        words[words.size() - 2] += words.back();
        words.pop_back();
    }
    if (words.empty() || words.size() > 3) refuse_anchor(text);
    const auto digits = digits_of(words.back());
    if (!digits || digits->size() < anchor_digits || digits->size() > 64) refuse_anchor(text);
    if (words.size() == 1) return {.number = 0, .digits = *digits};
    const std::string& number = words[words.size() - 2];
    Anchor anchor{.number = 0, .digits = *digits};
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), anchor.number);
    if (error != std::errc() || end != number.data() + number.size()) refuse_anchor(text);
    if (words.size() == 3) {
        try {
            static_cast<void>(parse_date(words.front()));
        } catch (const ProbityError&) {
            refuse_anchor(text);
        }
    }
    return anchor;
}

}  // namespace probity::detail
