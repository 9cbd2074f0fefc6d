#include "sentences/korean/scanner.hpp"

#include <algorithm>

#include "sentences/code_points.hpp"
#include "sentences/korean/spelling.hpp"
#include "sentences/names.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

/// A sentence longer than this is not read.
constexpr std::size_t longest_sentence = 6000;

constexpr auto counted = std::to_array<Meaning<Said>>({{U"한", 1},
                                                       {U"두", 2},
                                                       {U"세", 3},
                                                       {U"석", 3},
                                                       {U"네", 4},
                                                       {U"넉", 4},
                                                       {U"다섯", 5},
                                                       {U"여섯", 6},
                                                       {U"여덟", 8}});
constexpr auto days_by_name = std::to_array<Meaning<Said>>({{U"하루", 1},
                                                            {U"이틀", 2},
                                                            {U"사흘", 3},
                                                            {U"나흘", 4},
                                                            {U"닷새", 5},
                                                            {U"엿새", 6},
                                                            {U"이레", 7},
                                                            {U"열흘", 10},
                                                            {U"보름", 15}});
constexpr auto length_units = std::to_array<Meaning<LengthUnit>>({{U"개월", LengthUnit::month},
                                                                  {U"달", LengthUnit::month},
                                                                  {U"주일", LengthUnit::week},
                                                                  {U"주", LengthUnit::week},
                                                                  {U"일", LengthUnit::day}});

}  // namespace

Scanner::Scanner(std::string_view given_text)
    : SentenceScanner(given_text, longest_sentence, "Korean") {
    PlacedText read = normal(given());
    normal_ = std::move(read.text);
    given_places_ = std::move(read.places);
    Unspaced unspaced = without_blanks(normal_);
    text = std::move(unspaced.text);
    places_ = std::move(unspaced.places);
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (unspaced.gaps.contains(places_[i])) words_.insert(i);
    }
    places_.push_back(normal_.size());
    if (unspaced.split) {
        refuse(sentence("rule.two_numbers_together"), given_of_normal(*unspaced.split));
    }
}

std::size_t Scanner::given_place(std::size_t place) const {
    return given_of_normal(places_[std::min(place, places_.size() - 1)]);
}

std::size_t Scanner::given_of_normal(std::size_t place) const {
    return place < given_places_.size() ? given_places_[place] : given().size();
}

std::size_t Scanner::end_of_word() const {
    const auto next = words_.upper_bound(at);
    return std::min(next == words_.end() ? text.size() : *next, text.size());
}

std::string Scanner::such(const std::string& korean, const std::string& /*english*/) const {
    return korean;
}

std::string Scanner::such_days(const SentencePlan& plan) const {
    if (plan.block != 0) {
        const std::string name = plan.block == 3 ? "분기" : "반기";
        return "" + name + " 말, " + name + " 첫째 달 15일, " + name + " 마지막 금요일";
    }
    if (!plan.months.empty()) {
        const std::string month = std::to_string(plan.months[0].month) + "월 ";
        return "" + month + "15일, " + month + "셋째 수요일, " + month + "한 달간";
    }
    if (plan.last_head_is(Frequency::yearly)) {
        return "매년 3월 18일, 매년 3월 셋째 수요일";
    }
    if (plan.last_head_is(Frequency::monthly)) {
        return "매월 15일, 매월 셋째 수요일, 매월 말일";
    }
    if (plan.last_head_is(Frequency::weekly)) return "매주 월요일";
    return "매월 15일, 매년 3월 셋째 주 수요일";
}

// Words ------------------------------------------------------------------------------------------

bool Scanner::ahead_of(Words words) const {
    return std::any_of(words.begin(), words.end(), [&](Word word) { return stands_at(word, at); });
}

bool Scanner::figure_ahead() const { return at < text.size() && is_figure(text[at]); }

Taken Scanner::take_of(Words words) {
    for (const Word word : words) {
        if (!stands_at(word, at)) continue;
        at += word.size();
        return {word};
    }
    return {};
}

std::optional<Match> Scanner::take_match(const Pattern& pattern) {
    auto found = pattern.match(text, at);
    if (found) at = found->end();
    return found;
}

std::string Scanner::rest() const {
    std::size_t last = text.size();
    for (const char32_t sign : {U')', U','}) last = std::min(last, text.find(sign, at + 1));
    const std::size_t begin = places_[std::min(at, places_.size() - 1)];
    const std::size_t end = places_[std::min({last, at + 30, places_.size() - 1})];
    const std::u32string_view found = end > begin
                                          ? std::u32string_view(normal_).substr(begin, end - begin)
                                          : std::u32string_view();
    const std::string shown_text = utf8(stripped(found));
    return shown_text.empty() ? "nothing" : shown_text;
}

std::u32string_view Scanner::between(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, text.size());
    return std::u32string_view(text).substr(begin, end > begin ? end - begin : 0);
}

std::string Scanner::shown(std::size_t begin, std::size_t end) const {
    return utf8(between(begin, end));
}

void Scanner::open_bracket_before() {
    --at;
    text[at] = U'(';
}

void Scanner::open_to_the_end() {
    if (text.ends_with(U')') && take(U"(")) drop_last();
}

std::optional<Said> Scanner::number() {
    std::size_t end = at;
    while (end < text.size() && is_figure(text[end])) ++end;
    if (end - at > 9) fail(sentence("rule.nine_places"));
    if (end > at) {
        const Said found = number_of(between(at, end));
        at = end;
        return found;
    }
    const Said* const word = take_meaning(counted);
    return word != nullptr ? std::optional(*word) : std::nullopt;
}

std::optional<Duration> Scanner::duration() {
    const std::size_t mark = at;
    if (const Said* const days = take_meaning(days_by_name))
        return Duration{*days, LengthUnit::day};
    if (take(U"일주일", U"일주간")) return Duration{1, LengthUnit::week};
    const bool of_work = bool(take_of(working_words));
    const std::optional<Said> found = number();
    if (found && *found <= 9999) {
        if (take_of(working_words)) return Duration{*found, LengthUnit::working_day};
        if (const LengthUnit* const unit = take_meaning(length_units)) {
            const bool of_days = *unit == LengthUnit::day;
            return Duration{*found, of_work && of_days ? LengthUnit::working_day : *unit};
        }
    }
    at = mark;
    return std::nullopt;
}

std::vector<Said> figures_in(std::u32string_view text) {
    std::vector<Said> found;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_figure(text[end])) ++end;
        if (end > i) found.push_back(number_of(text.substr(i, end - i)));
        i = std::max(end, i + 1);
    }
    return found;
}

}  // namespace probity::detail::korean
