// Single cells: texts, lists and days.
#include "exchange/import/cells.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "date/compatibility.hpp"
#include "date/names.hpp"
#include "date/text.hpp"
#include "date/written_date.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

using namespace std::string_view_literals;

/// The length of the blank or line end at the start of a text; 0 if it begins otherwise. Word
/// processors leave no-break blanks (U+00A0, U+202F), Korean input ones of full width (U+3000).
std::size_t blank_length(std::string_view text) {
    if (text.empty()) return 0;
    if (" \t\r\n"sv.find(text.front()) != std::string_view::npos) return 1;
    const std::size_t length = utf8_length(text);
    if (length < 2) return 0;
    const char32_t c = character_at(text.substr(0, length));
    const bool blank = c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
                       c == 0x2029 || c == 0x202f || c == 0x205f;
    return blank ? length : 0;
}

/// The length of a blank of no width at the start of a text: spreadsheets and web pages leave
/// U+200B, U+2060 and U+FEFF, which nobody sees.
std::size_t nothing_length(std::string_view text) {
    for (const std::string_view nothing : {"\u200b"sv, "\u2060"sv, "\ufeff"sv}) {
        if (text.starts_with(nothing)) return nothing.size();
    }
    return 0;
}

/// The fault of a date, and what is allowed.
std::pair<Text, Text> date_fault(const WrittenDate& written) {
    switch (written.problem) {
        case DateProblem::no_such_day: {
            Text allowed = written.reason;
            for (const Language language : languages) {
                std::string& reason = allowed.given(language);
                const std::size_t colon = reason.find(": ");
                if (colon != std::string::npos) reason.erase(0, colon + 2);
            }
            return {sentence("import.no_day"), allowed};
        }
        case DateProblem::other_weekday: {
            const Weekday real = weekday_of(*written.date);
            const std::string day = to_string(*written.date);
            const std::string letter = korean_weekday(real.index());
            const Text weekday{letter + "요일",
                               std::string(english_weekday(real.index())) + " (" + letter + ")"};
            return {sentence("import.other_weekday", {{"day", day}, {"weekday", weekday}}),
                    sentence("import.that_weekday", {{"letter", letter}})};
        }
        default:
            return {why(written.problem), sentence("import.a_date")};
    }
}

}  // namespace

std::string clean(std::string_view text) {
    std::string out;
    bool pending = false;
    while (!text.empty()) {
        if (const std::size_t nothing = nothing_length(text); nothing > 0) {
            text.remove_prefix(nothing);
            continue;
        }
        const std::size_t blank = blank_length(text);
        if (blank > 0) {
            pending = !out.empty();
            text.remove_prefix(blank);
            continue;
        }
        if (pending) out += ' ';
        pending = false;
        out += text.front();
        text.remove_prefix(1);
    }
    return out;
}

std::string plain(std::string_view text) { return clean(without_width(text)); }

bool says_nothing(std::string_view cell) {
    // The first character of most cells is seen.
    const std::size_t length = utf8_length(cell);
    const bool is_seen =
        length > 0 && blank_length(cell) == 0 && !is_invisible(cell.substr(0, length));
    return !is_seen && plain(cell).empty();
}

std::string name_key(std::string_view name) {
    // Signs that Korean input and word processors have for the middle dot.
    constexpr std::array dots{"\u119e"sv, "\u318d"sv, "\u2022"sv, "\u2027"sv,
                              "\u2219"sv, "\u22c5"sv, "\u30fb"sv};
    std::string out;
    const std::string wide = plain(name);
    for (std::string_view text = wide; !text.empty();) {
        const auto dot = std::find_if(dots.begin(), dots.end(), [&](std::string_view each) {
            return text.starts_with(each);
        });
        if (dot != dots.end()) {
            out += "\u00b7";
            text.remove_prefix(dot->size());
            continue;
        }
        const char c = text.front();
        if (c != ' ') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        text.remove_prefix(1);
    }
    return out;
}

bool says_none(std::string_view text) {
    static const std::set<std::string, std::less<>> words{
        "-",        "--",           "---",      "\u2010",   "\u2012",   "\u2013",
        "\u2014",   "\u2015",       "\u2212",   "\u2500",   "\u2501",   "\u1173",
        "\u3161",   "없음",         "무",       "미정",     "미확정",   "미지정",
        "해당없음", "해당사항없음", "추후결정", "추후확정", "추후협의", "추후통보",
        "별도통보", "n/a",          "none",     "null",     "tbd"};
    return words.contains(name_key(text));
}

std::optional<Date> day_of(const std::string& text, const CellPlace& place, Faults& faults) {
    const WrittenDate written = written_date(text);
    if (written.problem != DateProblem::none) {
        auto [problem, allowed] = date_fault(written);
        faults.add(place, text, std::move(problem), std::move(allowed));
        return std::nullopt;
    }
    const Interval meant = days_of_tables();
    if (meant.contains(*written.date)) return written.date;
    const std::string first = to_string(meant.begin()), last = to_string(meant.last());
    faults.add(place, text, sentence("import.not_meant"),
               sentence("import.from_to", {{"first", first}, {"last", last}}));
    return std::nullopt;
}

}  // namespace probity::detail

namespace probity {

Interval days_of_tables() { return Interval(make_date(1954, 10, 3), make_date(2119, 1, 11)); }

}  // namespace probity
