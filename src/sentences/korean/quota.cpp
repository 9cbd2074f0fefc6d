// Korean sentences that say how often, not when: 연 3회, 분기별 1회 이상.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/sentences/parse.hpp"
#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "sentences/korean/scanner.hpp"
#include "sentences/pattern.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

constexpr auto quota_periods = std::to_array<Meaning<QuotaPeriod>>({
    {U"매년도", QuotaPeriod::year},
    {U"매년", QuotaPeriod::year},
    {U"연간", QuotaPeriod::year},
    {U"연", QuotaPeriod::year},
    {U"년", QuotaPeriod::year},
    {U"해마다", QuotaPeriod::year},
    {U"매해", QuotaPeriod::year},
    {U"한해", QuotaPeriod::year},
    {U"일년", QuotaPeriod::year},
    {U"1년", QuotaPeriod::year},
    {U"연도별", QuotaPeriod::year},
    {U"매회계연도", QuotaPeriod::year},
    {U"회계연도", QuotaPeriod::year},
    {U"해당연도", QuotaPeriod::year},
    {U"연중", QuotaPeriod::year},
    {U"매반기", QuotaPeriod::half_year},
    {U"각반기", QuotaPeriod::half_year},
    {U"반기별", QuotaPeriod::half_year},
    {U"반기마다", QuotaPeriod::half_year},
    {U"반기", QuotaPeriod::half_year},
    {U"상·하반기", QuotaPeriod::half_year},
    {U"상하반기", QuotaPeriod::half_year},
    {U"상반기·하반기", QuotaPeriod::half_year},
    {U"상,하반기", QuotaPeriod::half_year},
    {U"상·하반기별", QuotaPeriod::half_year},
    {U"6개월", QuotaPeriod::half_year},
    {U"상반기와하반기", QuotaPeriod::half_year},
    {U"상반기및하반기", QuotaPeriod::half_year},
    {U"매분기", QuotaPeriod::quarter},
    {U"각분기", QuotaPeriod::quarter},
    {U"분기별", QuotaPeriod::quarter},
    {U"분기마다", QuotaPeriod::quarter},
    {U"분기", QuotaPeriod::quarter},
    {U"3개월", QuotaPeriod::quarter},
    {U"석달", QuotaPeriod::quarter},
    {U"매월", QuotaPeriod::month},
    {U"매달", QuotaPeriod::month},
    {U"월간", QuotaPeriod::month},
    {U"월별", QuotaPeriod::month},
    {U"월", QuotaPeriod::month},
    {U"달마다", QuotaPeriod::month},
    {U"다달이", QuotaPeriod::month},
    {U"한달", QuotaPeriod::month},
    {U"1개월", QuotaPeriod::month},
    {U"일개월", QuotaPeriod::month},
});
/// Periods that no quota has.
constexpr auto other_periods = std::to_array<Meaning<std::string_view>>({
    {U"매주", "a week"},       {U"주간", "a week"},      {U"주별", "a week"},
    {U"주", "a week"},         {U"일주일", "a week"},    {U"1주일", "a week"},
    {U"1주", "a week"},        {U"매일", "a day"},       {U"하루", "a day"},
    {U"1일", "a day"},         {U"일", "a day"},         {U"격년", "some years"},
    {U"2년", "some years"},    {U"3년", "some years"},   {U"4년", "some years"},
    {U"5년", "some years"},    {U"격월", "some months"}, {U"2개월", "some months"},
    {U"4개월", "some months"}, {U"두달", "some months"},
});
constexpr auto native_times = std::to_array<Meaning<int>>({
    {U"한", 1},
    {U"두", 2},
    {U"세", 3},
    {U"네", 4},
    {U"다섯", 5},
    {U"여섯", 6},
    {U"일곱", 7},
    {U"여덟", 8},
    {U"아홉", 9},
    {U"열두", 12},
    {U"열", 10},
});
constexpr auto bounds = std::to_array<Meaning<Bound>>({
    {U"이상", Bound::at_least},
    {U"이상씩", Bound::at_least},
    {U"이내", Bound::at_most},
    {U"이하", Bound::at_most},
    {U"까지", Bound::at_most},
});

const Pattern reversed_pattern(U"([0-9]{1,6}회)/(연|년|반기|분기|월)");
const Pattern times_of_quota(U"(?:[0-9]{1,6}|한|두|세|네|다섯|여섯) ?(?:회|번|차례)");
const Pattern figures_of_quota(U"[0-9]{1,6}");

/// A number in each period.
struct Often {
    int times = 1;
    QuotaPeriod per = QuotaPeriod::year;
    Bound bound = Bound::exactly;
};

int months_in(QuotaPeriod per) {
    switch (per) {
        case QuotaPeriod::year:
            return 12;
        case QuotaPeriod::half_year:
            return 6;
        case QuotaPeriod::quarter:
            return 3;
        case QuotaPeriod::month:
            return 1;
    }
    return 0;
}

/// The words of both tables, the longer before the shorter.
const std::vector<Word>& period_words() {
    static const std::vector<Word> words = [] {
        std::vector<Word> all;
        for (const auto& each : quota_periods) all.push_back(each.word);
        for (const auto& each : other_periods) all.push_back(each.word);
        std::ranges::stable_sort(all, std::ranges::greater(), &Word::size);
        return all;
    }();
    return words;
}

/// The words between a period and a number.
void pass_link(Scanner& s) {
    s.take(U"마다", U"별로", U"별", U"에는", U"에", U"당", U"중", U"동안", U"간", U"로", U",");
}

bool take_least(Scanner& s) { return bool(s.take(U"최소한", U"최소", U"적어도")); }
bool take_most(Scanner& s) { return bool(s.take(U"최대한", U"최대", U"많아야")); }

std::optional<int> read_number(Scanner& s) {
    if (const auto figures = s.take_match(figures_of_quota)) {
        return static_cast<int>(number_of((*figures)[0]));
    }
    const int* const native = s.take_meaning(native_times);
    return native != nullptr ? std::optional(*native) : std::nullopt;
}

/// Whether a period stands here at the beginning of a word, and a number behind it.
bool starts(Scanner& s) {
    constexpr Word before = U"은는이가을를:(,";
    const bool begins_word =
        s.at == 0 || s.begins_word(s.at) || before.find(s.text[s.at - 1]) != Word::npos;
    if (!begins_word) return false;
    const std::size_t mark = s.at;
    const bool has_period = bool(s.take_of(period_words()));
    pass_link(s);
    if (!take_least(s)) take_most(s);
    s.take(U"총", U"각각", U"각");
    const bool found = has_period && read_number(s);
    s.at = mark;
    return found;
}

QuotaPeriod read_period(Scanner& s) {
    const std::size_t start = s.at;
    const Taken taken = s.take_of(period_words());
    const auto found = std::ranges::find(quota_periods, taken.word, &Meaning<QuotaPeriod>::word);
    if (found != quota_periods.end()) return found->value;
    const auto other =
        std::ranges::find(other_periods, taken.word, &Meaning<std::string_view>::word);
    if (other == other_periods.end()) {
        s.fail(sentence("rule.no_period_of_quota", {{"words", utf8(taken.word)}}), start);
    }
    s.fail(sentence("rule.other_period_of_quota",
                    {{"words", utf8(taken.word)}, {"meant", other->value}}),
           start);
}

/// 이상, 이내: whether the number is the least or the most.
Bound read_bound(Scanner& s, bool least, bool most) {
    const Bound* const bound = s.take_meaning(bounds);
    if (bound == nullptr) {
        if (const auto word = s.take(U"초과", U"미만")) {
            s.fail(sentence("rule.bound_ko", {{"word", utf8(word.word)}}), s.at - word.word.size());
        }
    }
    if (least) return Bound::at_least;
    if (most) return Bound::at_most;
    return bound != nullptr ? *bound : Bound::exactly;
}

/// 연 3회, 분기별 1회 이상.
Often read_often(Scanner& s, bool least_before = false) {
    const QuotaPeriod per = read_period(s);
    pass_link(s);
    const bool least = take_least(s) || least_before;
    const bool most = !least && take_most(s);
    s.take(U"총", U"각각", U"각");
    const std::size_t start = s.at;
    const auto number = read_number(s);
    if (!number) s.fail(sentence("rule.times_ko"));
    if (s.take(U"~", U"-", U"·", U",", U"내지")) {
        s.fail(sentence("rule.two_numbers"), start);
    }
    const std::string figures = std::to_string(*number);
    if (!s.take(U"회", U"차례", U"번씩", U"번")) {
        s.fail(sentence("rule.no_number_of_times",
                        {{"words", figures + s.shown(s.at, std::min(s.at + 2, s.text.size()))},
                         {"number", figures}}),
               start);
    }
    if (*number == 0) s.fail(sentence("rule.quota_once"), start);
    s.take(U"씩");
    const Bound bound = read_bound(s, least, most);
    if (s.ahead(U"째")) s.fail(sentence("rule.row_of_days"), start);
    return {*number, per, bound};
}

/// 연 2회(상·하반기 각 1회), 분기별 1회(연 4회): the shorter period, if the numbers agree, as it says
/// all that the longer says.
Often with_split(Scanner& s, const Often& whole) {
    const std::size_t start = s.at;
    Often inner{1, QuotaPeriod::half_year, whole.bound};
    if (s.take(U"상·하반기)", U"상,하반기)", U"상하반기)")) {
        --s.at;
    } else if (starts(s)) {
        inner = read_often(s);
    } else {
        --s.at;
        return whole;
    }
    if (!s.take(U")")) s.fail(sentence("rule.closing_bracket"));
    const bool inner_is_longer = months_in(inner.per) > months_in(whole.per);
    const Often& longer = inner_is_longer ? inner : whole;
    const Often& shorter = inner_is_longer ? whole : inner;
    if (longer.times * months_in(shorter.per) != shorter.times * months_in(longer.per)) {
        s.fail(sentence("rule.numbers_differ"), start);
    }
    const bool one_bound = longer.bound == shorter.bound || longer.bound == Bound::exactly ||
                           shorter.bound == Bound::exactly;
    if (!one_bound) s.fail(sentence("rule.least_and_most"), start);
    const Bound bound = shorter.bound == Bound::exactly ? longer.bound : shorter.bound;
    return {shorter.times, shorter.per, bound};
}

/// Says what a sentence without a number in a period lacks.
[[noreturn]] void refuse_without_number(Scanner& s) {
    s.at = 0;
    for (const Word word : {U"필요시", U"필요할때", U"수시", U"상시", U"비정기", U"부정기"}) {
        const std::size_t place = s.text.find(word);
        if (place == s.text.npos) continue;
        s.fail(sentence("rule.no_number_ko", {{"word", utf8(word)}}), place);
    }
    if (const auto times = times_of_quota.search(s.text)) {
        const std::string told = utf8((*times)[0]);
        s.fail(sentence("rule.in_which_period", {{"times", told}}), times->begin());
    }
    s.fail(sentence("rule.no_times_ko"));
}

/// The words around it are a name or a verb; words that speak of dates make it a rule.
void check_name(Scanner& s, std::size_t begin, std::size_t end) {
    constexpr Word signs = U"().,:;·";
    Word words = s.between(begin, end);
    const std::size_t first = words.find_first_not_of(signs);
    if (first == Word::npos) return;
    words = words.substr(first, words.find_last_not_of(signs) + 1 - first);
    if (is_passed(words)) return;
    s.fail(sentence("rule.more_than_how_often", {{"words", quoted(words)}}), begin);
}

/// 1회/분기 as 분기1회.
void turn_round(Scanner& s) {
    const auto found = reversed_pattern.search(s.text);
    if (!found) return;
    const std::u32string number((*found)[1]), period((*found)[2]);
    s.text.replace(found->begin(), found->end() - found->begin(), period + number);
}

Often read_how_often(Scanner& s) {
    if (s.done()) s.fail(sentence("rule.empty_quota_ko"));
    turn_round(s);
    while (!s.done() && !starts(s)) ++s.at;
    if (s.done()) refuse_without_number(s);
    const Word before = s.between(0, s.at);
    const bool least =
        before.ends_with(U"최소한") || before.ends_with(U"최소") || before.ends_with(U"적어도");
    check_name(s, 0, s.at);
    Often found = read_often(s, least);
    if (s.take(U"(")) found = with_split(s, found);
    check_name(s, s.at, s.text.size());
    return found;
}

}  // namespace
}  // namespace probity::detail::korean

namespace probity {

HowOften parse_korean_quota(std::string_view text) {
    detail::korean::Scanner scanner(text);
    const auto found = detail::korean::read_how_often(scanner);
    return {std::string(text), found.times, found.per, found.bound};
}

}  // namespace probity
