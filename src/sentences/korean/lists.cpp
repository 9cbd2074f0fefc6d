// The lists of a Korean sentence: 첫째·셋째, 월·수·금요일, 3·6·9월, 11~17일.

#include <algorithm>
#include <set>

#include "sentences/code_points.hpp"
#include "sentences/korean/scanner.hpp"
#include "sentences/korean/weekday_letters.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

constexpr auto ordinal_words = std::to_array<Meaning<Said>>({
    {U"첫번째", 1},   {U"첫째", 1},     {U"첫", 1},       {U"두번째", 2},   {U"둘째", 2},
    {U"세번째", 3},   {U"셋째", 3},     {U"네번째", 4},   {U"넷째", 4},     {U"다섯번째", 5},
    {U"다섯째", 5},   {U"여섯번째", 6}, {U"여섯째", 6},   {U"일곱번째", 7}, {U"일곱째", 7},
    {U"여덟번째", 8}, {U"여덟째", 8},   {U"아홉번째", 9}, {U"아홉째", 9},   {U"열번째", 10},
    {U"열째", 10},
});
constexpr std::array<Word, 5> from_the_end{U"끝에서", U"뒤에서", U"마지막에서", U"맨끝에서",
                                           U"맨뒤에서"};

// Bounded: no sentence lists more than thirty numbers, and no text is gone over twice.
const Pattern month_list(
    U"(?:윤?[0-9]{1,2}월?(?:(?:그리고|이나|[·,/과와및])|부터|[~-])){0,30}윤?[0-9]{1,2}월(?!요일)"
    U"(?:까지)?");
// Days are listed or run as 11~17일; 11일부터 17일까지 is a span, and no list.
const Pattern day_list(
    U"(?:[0-9]{1,2}(?:일?(?:그리고|이나|[·,/과와및])|[~-])){0,40}[0-9]{1,2}일"
    U"(?!요일|마다|간|째|에한|이내에한)");
const Pattern ordinal_figures(
    U"제?[0-9]{1,2}(?:[·,/과와및]제?[0-9]{1,2}){1,9}(?:번째|째)"
    U"|제[0-9]{1,2}(?:[·,/과와및]제?[0-9]{1,2}){1,9}(?=주|[월화수목금토일]요일)");
const Pattern numbered_item(U"(윤?)([0-9]{1,2})[월일]?|(부터|[~-])|.");

}  // namespace

std::optional<Said> Scanner::ordinal() {
    const std::size_t start = at;
    if (take_of(from_the_end)) {
        const std::optional<Said> n = ahead_of(from_the_end) ? std::nullopt : ordinal();
        if (!n || *n < 0) fail(sentence("rule.ordinal_ko"));
        return -*n;
    }
    if (take(U"마지막", U"맨끝", U"맨마지막", U"최종")) return -1;
    if (const Said* const n = take_meaning(ordinal_words)) return *n;
    const bool with_je = bool(take(U"제"));
    if (figure_ahead()) {
        const std::optional<Said> n = number();
        if (take(U"번째", U"째") || with_je) return n;
    }
    at = start;
    return std::nullopt;
}

std::vector<Said> Scanner::ordinals() {
    if (const auto listed = take_match(ordinal_figures)) {
        // 2·4번째: the last says of all what they are.
        return figures_in((*listed)[0]);
    }
    const std::optional<Said> first = ordinal();
    if (!first) return {};
    std::vector<Said> found{*first};
    while (true) {
        const std::size_t mark = at;
        if (range_sign()) {
            std::optional<Said> last = ordinal();
            if (!last) {
                at = mark;
                return found;
            }
            if (found.back() < 0 && 0 < *last) last = -*last;
            if (*last <= found.back() || *last - found.back() > 366) {
                fail(sentence("rule.range_reversed"), mark);
            }
            for (Said n = found.back() + 1; n <= *last; ++n) found.push_back(n);
        } else if (separator() || begins_word(at)) {
            // 둘째, 넷째; 둘째 넷째
            const std::optional<Said> n = ordinal();
            if (!n) {
                at = mark;
                return found;
            }
            found.push_back(*n);
        } else {
            return found;
        }
    }
}

std::vector<int> Scanner::weekdays(bool loose) {
    const std::size_t mark = at;
    std::vector<int> found;
    bool whole = false;
    run_of_weekdays.reset();
    while (true) {
        const std::size_t before = at;
        const bool is_run = !found.empty() && range_sign();
        if (!found.empty() && !is_run && !separator() && whole) break;
        const Taken name = take_of(weekday_words);
        if (!name) {
            at = before;
            break;
        }
        const int weekday = static_cast<int>(weekday_letters.find(name.word));
        if (is_run) {
            const WeekdayRun run{found.back(), weekday};
            run_of_weekdays = found.size() == 1 ? std::optional(run) : std::nullopt;
            for (int i = 1; i < run.days(); ++i) found.push_back((run.first + i) % 7);
        } else {
            run_of_weekdays.reset();
            found.push_back(weekday);
        }
        whole = bool(take(U"요일"));
        if (whole) {
            const std::u32string letter(name.word);
            take(U"(" + letter + U")", U"(" + letter + U"요일)");
        }
        if (is_run) take(U"까지");
    }
    const std::set<int> once(found.begin(), found.end());
    const bool several = found.size() > 1 && once.size() == found.size();
    const bool listed = several && (done() || begins_word(at) || ahead(U"(", U")", U",", U"~"));
    if (found.empty() || !(whole || loose || listed)) {
        at = mark;
        return {};
    }
    return {once.begin(), once.end()};
}

std::vector<NamedMonth> Scanner::months() {
    ranged = false;
    if (const Taken word = take(U"홀수달", U"홀수월", U"짝수달", U"짝수월")) {
        std::vector<NamedMonth> found;
        for (int month = word.word[0] == U'홀' ? 1 : 2; month < 13; month += 2) {
            found.push_back({month, false});
        }
        return found;
    }
    return numbered(month_list, 12, "rule.month_number");
}

std::vector<Said> Scanner::month_days() {
    std::vector<Said> found;
    for (const NamedMonth& each : numbered(day_list, 31, "rule.day_of_month")) {
        found.push_back(each.month);
    }
    return found;
}

std::vector<NamedMonth> Scanner::numbered(const Pattern& pattern, Said most,
                                          std::string_view kind) {
    ranged = false;
    const auto match = pattern.match(text, at);
    if (!match) return {};
    std::vector<NamedMonth> found;
    bool is_run = false;
    for (const Match& part : numbered_item.all((*match)[0])) {
        if (part.has(3)) is_run = ranged = true;
        if (!part.has(2)) continue;
        const auto number = static_cast<int>(number_of(part[2]));
        if (number < 1 || number > most) {
            fail(sentence(kind, {{"number", number}}), at + part.begin(2));
        }
        if (is_run) {
            // 11월부터 2월까지 goes over the end of the year.
            const int begin = found.back().month;
            if (most == 31 && number <= begin) {
                fail(sentence("rule.range_reversed"));
            }
            const int last = static_cast<int>(most);
            const int steps = ((number - begin) % last + last) % last;
            for (int i = 1; i <= steps; ++i) found.push_back({(begin + i - 1) % last + 1, false});
        } else {
            found.push_back({number, !part[1].empty()});
        }
        is_run = false;
    }
    at = match->end();
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace probity::detail::korean
