#include "sentences/english/scanner.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "sentences/code_points.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

constexpr auto number_names = std::to_array<std::u32string_view>(
    {U"one", U"two", U"three", U"four", U"five", U"six", U"seven", U"eight", U"nine", U"ten",
     U"eleven", U"twelve", U"thirteen", U"fourteen", U"fifteen", U"sixteen", U"seventeen",
     U"eighteen", U"nineteen"});
constexpr auto tens_names = std::to_array<std::u32string_view>(
    {U"twenty", U"thirty", U"forty", U"fifty", U"sixty", U"seventy", U"eighty", U"ninety"});

/// Ordinals in words behind the tenth, to the thirty-first.
constexpr auto later_ordinals = std::to_array<Word<int>>({
    {U"eleventh", 11},     {U"twelfth", 12},       {U"twentieth", 20},      {U"thirtieth", 30},
    {U"thirty-first", 31}, {U"thirteenth", 13},    {U"fourteenth", 14},     {U"fifteenth", 15},
    {U"sixteenth", 16},    {U"seventeenth", 17},   {U"eighteenth", 18},     {U"nineteenth", 19},
    {U"twenty-first", 21}, {U"twenty-second", 22}, {U"twenty-third", 23},   {U"twenty-fourth", 24},
    {U"twenty-fifth", 25}, {U"twenty-sixth", 26},  {U"twenty-seventh", 27}, {U"twenty-eighth", 28},
    {U"twenty-ninth", 29},
});

const Pattern weekday_pattern(
    U"(mon|tues|tue|wednes|weds|wed|thurs|thur|thu|fri|satur|sat|sun)(?:days?)?(?![a-z])[.]?");
const Pattern month_pattern(
    U"(january|february|march|april|may|june|july|august|september|october|november|december"
    U"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])[.]?");
const Pattern ordinal_figures(U"([0-9]+)(st|nd|rd|th)(?![a-z])");
const Pattern number_pattern(U"[0-9]+");

/// The place of the name that begins with the first three letters of a short one.
int index_of(Phrases names, std::u32string_view word) {
    const auto found = std::ranges::find_if(
        names, [&](std::u32string_view name) { return name.starts_with(word.substr(0, 3)); });
    return static_cast<int>(found - names.begin());
}

/// A capital as a small letter, for Latin, Greek and Cyrillic.
char32_t lower_case(char32_t c) noexcept {
    if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
    constexpr char32_t beside = 32;  // a capital and its small letter lie so far apart
    const bool latin = c >= 0xc0 && c <= 0xde && c != 0xd7;
    const bool greek = c >= 0x391 && c <= 0x3ab && c != 0x3a2;
    const bool cyrillic = c >= 0x410 && c <= 0x42f;
    if (latin || greek || cyrillic) return c + beside;
    if (c >= 0x400 && c <= 0x40f) return c + 80;
    // Capitals at even codes, then at odd ones, each followed by its small letter.
    const bool even = (c >= 0x100 && c <= 0x12f) || (c >= 0x132 && c <= 0x137) ||
                      (c >= 0x14a && c <= 0x177) || (c >= 0x1e00 && c <= 0x1e95) ||
                      (c >= 0x1ea0 && c <= 0x1eff);
    const bool odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e);
    if ((even && c % 2 == 0) || (odd && c % 2 == 1)) return c + 1;
    if (c == 0x178) return 0xff;  // Y with two dots
    return c;
}

/// People type for what a keyboard has.
char32_t on_a_keyboard(char32_t c) {
    constexpr std::u32string_view apostrophes = U"\u2018\u2019",
                                  hyphens = U"\u2013\u2014\u2010\u2011\u2212~";
    if (apostrophes.find(c) != apostrophes.npos) return U'\'';
    return hyphens.find(c) != hyphens.npos ? U'-' : c;
}

std::u32string_view ending(std::int64_t number) {
    const std::int64_t tens = number % 100;
    if (tens >= 11 && tens <= 13) return U"th";
    switch (number % 10) {
        case 1:
            return U"st";
        case 2:
            return U"nd";
        case 3:
            return U"rd";
        default:
            return U"th";
    }
}

}  // namespace

Scanner::Scanner(std::string_view given_text, std::size_t longest)
    : SentenceScanner(given_text, longest, "English") {
    const PlacedText plain = without_width(given());
    for (std::size_t i = 0; i < plain.text.size(); ++i) {
        const char32_t c = is_blank(plain.text[i]) ? U' ' : plain.text[i];
        if (c == U' ' && (text.empty() || text.back() == U' ')) continue;
        text += on_a_keyboard(lower_case(c));
        places_.push_back(plain.places[i]);
    }
    while (text.ends_with(U' ')) text.pop_back();
    places_.resize(text.size());
    places_.push_back(text.empty() ? given().size() : places_.back() + 1);
}

std::size_t Scanner::given_place(std::size_t place) const {
    const std::size_t in_text = std::min(place, text.size());
    const bool is_white = in_text < text.size() && text[in_text] == U' ';
    return places_[in_text + (is_white ? 1 : 0)];
}

// ---------------------------------------------------------------------- phrases

std::size_t Scanner::behind_blank() const {
    return at < text.size() && text[at] == U' ' ? at + 1 : at;
}

bool Scanner::take_phrase(std::u32string_view phrase) {
    const std::size_t begin = behind_blank(), end = begin + phrase.size();
    if (!stands_at(phrase, begin)) return false;
    const bool goes_on = end < text.size() && is_letter_or_figure(text[end]);
    if (goes_on && is_letter_or_figure(phrase.back())) return false;
    at = end;
    return true;
}

bool Scanner::take_any(Phrases phrases) {
    return std::ranges::any_of(phrases, [&](auto phrase) { return take_phrase(phrase); });
}

std::optional<std::int64_t> Scanner::take_place(Phrases phrases) {
    const auto found = std::ranges::find_if(phrases, [&](auto each) { return take_phrase(each); });
    if (found == phrases.end()) return std::nullopt;
    return found - phrases.begin();
}

std::optional<Match> Scanner::match(const Pattern& pattern) {
    const std::size_t begin = behind_blank();
    const auto found = pattern.match(text, begin);
    if (!found || found->end() <= begin) return std::nullopt;
    at = found->end();
    return found;
}

bool Scanner::any_of(SentencePlan& plan, std::span<const Reader> ways) {
    const std::size_t mark = at;
    return std::ranges::any_of(ways, [&](Reader read) { return read(*this, plan) || back(mark); });
}

// ---------------------------------------------------------------------- items

std::int64_t Scanner::value_of(std::u32string_view digits, std::size_t place) const {
    if (digits.size() > 10) fail(sentence("rule.ten_places"), place);
    std::int64_t value = 0;
    for (const char32_t c : digits) value = 10 * value + static_cast<std::int64_t>(c - U'0');
    return value;
}

std::optional<std::int64_t> Scanner::number() {
    const std::size_t mark = at;
    if (const auto found = match(number_pattern)) {
        const bool goes_on = at < text.size() && is_letter_or_figure(text[at]);
        if (goes_on) {
            at = mark;
            return std::nullopt;
        }
        return value_of((*found)[0], mark);
    }
    const auto tens = take_place(tens_names);
    if (!tens) {
        const auto name = take_place(number_names);
        return name ? std::optional(*name + 1) : std::nullopt;
    }
    if (at < text.size() && text[at] == U'-') ++at;
    const auto ones = take_place(Phrases(number_names).first(9));
    return 10 * (*tens + 2) + (ones ? *ones + 1 : 0);
}

std::optional<int> Scanner::weekday() {
    const auto found = match(weekday_pattern);
    return found ? std::optional(index_of(weekday_names, (*found)[1])) : std::nullopt;
}

std::optional<int> Scanner::month() {
    const auto found = match(month_pattern);
    return found ? std::optional(index_of(month_names, (*found)[1]) + 1) : std::nullopt;
}

std::optional<std::int64_t> Scanner::figures() {
    const std::size_t mark = at;
    const auto found = match(ordinal_figures);
    if (!found) return std::nullopt;
    const std::int64_t number = value_of((*found)[1], mark);
    if ((*found)[2] != ending(number)) {
        at = mark;
        fail(sentence("rule.no_ordinal", {{"word", utf8((*found)[0])}}), mark);
    }
    return number;
}

std::optional<std::int64_t> Scanner::ordinal() {
    if (take(U"last but one", U"penultimate", U"next to last", U"next-to-last")) return -2;
    if (take(U"last")) return -1;
    const std::size_t mark = at;
    if (const int* const later = take_word(later_ordinals)) return *later;
    const auto name = take_place(ordinal_names);
    const auto number = name ? std::optional(*name + 1) : figures();
    if (!number) return std::nullopt;
    if (stands_at(U"-last", at)) {
        at += std::u32string_view(U"-last").size();
        return -*number;
    }
    if (take(U"last", U"to last", U"to the last", U"-to-last", U"from last", U"from the end")) {
        return -*number;
    }
    if (*number == 0) fail(sentence("rule.from_first"), mark);
    return number;
}

int Scanner::checked_day(std::int64_t day, std::size_t place) const {
    if (day < 1 || day > 31) {
        fail(sentence("rule.day_of_month", {{"number", day}}), place);
    }
    return static_cast<int>(day);
}

std::string capitalized(std::u32string_view name) {
    std::string word = utf8(name);
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

bool Scanner::separator() {
    if (take(U",")) {
        take(U"and", U"&");
        return true;
    }
    return take(U"and", U"&", U"/");
}

// ---------------------------------------------------------------------- messages

std::string Scanner::such_days(const SentencePlan& plan) const {
    if (plan.block != 0) {
        const std::string name = plan.block == 3 ? "quarter" : "half-year";
        return "end of " + name + ", the last Friday of each " + name;
    }
    if (!plan.months.empty()) {
        const std::string month =
            capitalized(month_names.at(static_cast<std::size_t>(plan.months.front().month - 1)));
        return "15 " + month + ", the third Wednesday of " + month + ", throughout " + month;
    }
    const auto frequency = plan.heads.empty() ? Frequency::daily : plan.heads.back().frequency;
    switch (frequency) {
        case Frequency::yearly:
            return "18 March, the third Wednesday of March";
        case Frequency::monthly:
            return "the 15th, the third Wednesday, the last day of each month";
        case Frequency::weekly:
            return "every Monday";
        default:
            return "the 15th of each month, third Wednesday of March every year, every "
                   "Monday";
    }
}

}  // namespace probity::detail::english
