// How often a Korean sentence says that something recurs: 매년, 격주, 연 3회, 다음 달.

#include <algorithm>

#include "date/civil.hpp"
#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

constexpr auto frequency_units = std::to_array<Meaning<Frequency>>({{U"년", Frequency::yearly},
                                                                    {U"해", Frequency::yearly},
                                                                    {U"개월", Frequency::monthly},
                                                                    {U"달", Frequency::monthly},
                                                                    {U"주일", Frequency::weekly},
                                                                    {U"주", Frequency::weekly},
                                                                    {U"일", Frequency::daily}});
constexpr auto heads = std::to_array<Meaning<Head>>({
    {U"매년도", {Frequency::yearly, 1}},       {U"매년", {Frequency::yearly, 1}},
    {U"해마다", {Frequency::yearly, 1}},       {U"매해", {Frequency::yearly, 1}},
    {U"매회계연도", {Frequency::yearly, 1}},   {U"해당회계연도", {Frequency::yearly, 1}},
    {U"당해회계연도", {Frequency::yearly, 1}}, {U"회계연도", {Frequency::yearly, 1}},
    {U"매사업연도", {Frequency::yearly, 1}},   {U"해당사업연도", {Frequency::yearly, 1}},
    {U"사업연도", {Frequency::yearly, 1}},     {U"매연도", {Frequency::yearly, 1}},
    {U"당해연도", {Frequency::yearly, 1}},     {U"해당연도", {Frequency::yearly, 1}},
    {U"당해년도", {Frequency::yearly, 1}},     {U"격년", {Frequency::yearly, 2}},
    {U"매월", {Frequency::monthly, 1}},        {U"매달", {Frequency::monthly, 1}},
    {U"달마다", {Frequency::monthly, 1}},      {U"다달이", {Frequency::monthly, 1}},
    {U"월별", {Frequency::monthly, 1}},        {U"해당월", {Frequency::monthly, 1}},
    {U"당해월", {Frequency::monthly, 1}},      {U"해당달", {Frequency::monthly, 1}},
    {U"당월", {Frequency::monthly, 1}},        {U"격월", {Frequency::monthly, 2}},
    {U"격달", {Frequency::monthly, 2}},        {U"매주", {Frequency::weekly, 1}},
    {U"주마다", {Frequency::weekly, 1}},       {U"주별", {Frequency::weekly, 1}},
    {U"격주", {Frequency::weekly, 2}},         {U"매일", {Frequency::daily, 1}},
    {U"날마다", {Frequency::daily, 1}},        {U"격일", {Frequency::daily, 2}},
    {U"이틀마다", {Frequency::daily, 2}},      {U"사흘마다", {Frequency::daily, 3}},
});
const Pattern one_year(U"[0-9]{4}(?:년|[./-][0-9]{1,2}[./-]?)(?!부터)|['`][0-9]{2}[.년]");
const Pattern from_date(
    U"([0-9]{4})(?:년도?|[.])(?:([0-9]{1,2})(?:월|[.])(?:([0-9]{1,2})(?:일|[.])?)?)?부터");
const Pattern to_date(
    U"(?:([0-9]{4})(?:년|[.]))?([0-9]{1,2})(?:월|[.])(?:([0-9]{1,2})(?:일|[.])|말일?)?까지");
constexpr auto native_numbers = std::to_array<Meaning<Said>>(
    {{U"한", 1}, {U"두", 2}, {U"세", 3}, {U"네", 4}, {U"다섯", 5}, {U"여섯", 6}, {U"열두", 12}});
constexpr auto periods = std::to_array<Meaning<TimesPeriod>>({
    {U"연간", TimesPeriod::year},
    {U"연", TimesPeriod::year},
    {U"년", TimesPeriod::year},
    {U"한해", TimesPeriod::year},
    {U"일년", TimesPeriod::year},
    {U"1년", TimesPeriod::year},
    {U"반기", TimesPeriod::half_year},
    {U"분기", TimesPeriod::quarter},
    {U"월간", TimesPeriod::month},
    {U"월", TimesPeriod::month},
    {U"한달", TimesPeriod::month},
    {U"1개월", TimesPeriod::month},
    {U"주간", TimesPeriod::week},
    {U"주", TimesPeriod::week},
    {U"일주일", TimesPeriod::week},
    {U"1주", TimesPeriod::week},
    {U"일", TimesPeriod::day},
    {U"하루", TimesPeriod::day},
});
const Pattern times(+[] {
    std::vector<Word> words;
    for (const auto& each : periods) words.push_back(each.word);
    return U"(" + any_of(std::move(words)) +
           U")?(?:당|중|별|동안)?(?:에)?(?:총|각|최소|적어도|최대)?"
           U"([0-9]{1,3}|한|두|세|네|다섯|여섯|열두)(?:회|번|차례)(?!째)";
});
constexpr std::array<Word, 11> next_year_words{U"그다음해",     U"다음해", U"다음연도", U"다음년도",
                                               U"다음회계연도", U"익년도", U"익년",     U"차년도",
                                               U"차년",         U"이듬해", U"다음년"};

template <class Value, std::size_t size>
const Value* meaning_of(const std::array<Meaning<Value>, size>& meanings, Word word) {
    for (const Meaning<Value>& each : meanings) {
        if (each.word == word) return &each.value;
    }
    return nullptr;
}

/// The date of a year, month and day; none if there is no such date.
std::optional<Date> date_or_none(Said year, Said month, Said day) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(static_cast<int>(year), static_cast<int>(month))) {
        return std::nullopt;
    }
    return make_date(static_cast<int>(year), static_cast<int>(month), static_cast<int>(day));
}

/// The number of a group, or another if it took no part.
Said number_or(const Match& match, std::size_t group, Said other) {
    return match.has(group) ? number_of(match[group]) : other;
}

void set_head_if_none(SentencePlan& plan, Frequency frequency) {
    if (plan.heads.empty()) plan.heads = {{frequency, 1}};
}

/// 다음 달, 익월, 다음 해, 다음 분기.
bool read_next(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    const bool is_behind = bool(s.take(U"종료월의", U"종료월", U"말월의", U"종료", U"마지막달의",
                                       U"말의", U"말일", U"말", U"가끝나는달의", U"이끝나는달의"));
    if (is_behind && !s.ahead_of(next_month_words)) s.at = mark;
    if (s.take_of(next_month_words)) {
        plan.next_month = true;
    } else if (s.take_of(next_year_words)) {
        set_head_if_none(plan, Frequency::yearly);
    } else if (s.take(U"다음주", U"차주")) {
        set_head_if_none(plan, Frequency::weekly);
    } else if (!s.take(U"다음", U"차", U"익")) {
        return false;
    } else if (!s.ahead(U"분기", U"반기")) {
        return s.back(mark);
    }
    return s.at > mark;
}

/// 매년, 격주, 매 2주, 3개월마다, 2주 1회.
bool read_each(Scanner& s, SentencePlan& plan) {
    if (const Head* const head = s.take_meaning(heads)) {
        plan.heads.push_back(*head);
        if (head->frequency != Frequency::yearly) plan.in_year = false;  // 연중 매월: all the year
        s.take(U"마다", U"로", U"에");
        return true;
    }
    const std::size_t mark = s.at;
    const bool each = bool(s.take(U"매"));
    const Said number = s.number().value_or(0);
    const Frequency* const unit = number != 0 ? s.take_meaning(frequency_units) : nullptr;
    if (unit == nullptr) return s.back(mark);
    bool found = bool(s.take(U"마다", U"간격으로", U"간격", U"단위로", U"에한번", U"에1회",
                             U"에1번", U"당1회", U"당한번"));
    if (!found && number > 1 && *unit != Frequency::daily) {
        // 매 2주 금요일, 2주 1회 금요일; 매 2일 names a day of the month
        found = each && !s.ahead(U"차", U"째");
        found = (s.take(U"1회", U"한번") && !s.ahead(U"째")) || found;
    }
    if (!found) return s.back(mark);
    plan.heads.push_back({*unit, number});
    return true;
}

/// The words that say how often at the head of a sentence.
bool read_head(Scanner& s, SentencePlan& plan) {
    if (s.take(U"음력으로", U"음력")) {
        plan.lunar = true;
    } else if (s.take(U"양력")) {
        plan.lunar = false;
    } else if (s.take(U"연중")) {
        plan.in_year = true;
    } else if (s.take(U"각각")) {
        plan.together = false;
    } else if (s.take(U"전체에서")) {
        plan.together = true;
    } else {
        return read_begin(s, plan) || read_after_period(s, plan) || read_edge(s, plan) ||
               read_next(s, plan) ||
               (plan.block != 0 && !plan.month_of_block && read_block_month(s, plan)) ||
               read_times(s, plan) || read_each(s, plan) || read_block(s, plan) ||
               (plan.months.empty() && read_exclusion(s, plan)) || read_months(s, plan) ||
               read_months_in_brackets(s, plan);
    }
    return true;
}

}  // namespace

void read_heads(Scanner& s, SentencePlan& plan) {
    while (true) {
        const std::size_t start = s.at;
        if (!read_head(s, plan)) {
            if (one_year.match(s.text, s.at)) {
                s.fail(sentence("rule.one_year_ko"));
            }
            return;
        }
        if (!plan.month_days.empty()) return;
        if (s.at <= start || s.ahead(U"중순")) continue;
        const std::size_t mark = s.at;
        const Taken joint =
            s.take(U"중에서", U"중에", U"중", U"에는", U"에서", U"에", U"의", U"간", U",", U":");
        if (joint == U"중" && s.done()) {
            s.at = mark;
            return;
        }
    }
}

bool read_begin(Scanner& s, SentencePlan& plan) {
    const auto match = from_date.match(s.text, s.at);
    if (!match) return false;
    const Said begin_year = number_of((*match)[1]);
    if (begin_year < first_year) s.fail(sentence("rule.years", {{"words", utf8((*match)[0])}}));
    plan.begins = date_or_none(begin_year, number_or(*match, 2, 1), number_or(*match, 3, 1));
    if (!plan.begins) s.fail(sentence("rule.words_no_such_date", {{"words", utf8((*match)[0])}}));
    s.at = match->end();
    const auto to = to_date.match(s.text, s.at);
    if (!to) return true;
    const Said year = number_or(*to, 1, begin_year);
    const Said month = number_of((*to)[2]);
    const bool is_month = 1 <= month && month <= 12 && first_year <= year && year <= last_year;
    const Said last_day =
        is_month ? days_in_month(static_cast<int>(year), static_cast<int>(month)) : 0;
    plan.until = date_or_none(year, month, number_or(*to, 3, last_day));
    if (!plan.until && to->has(3))
        s.fail(sentence("rule.words_no_such_date", {{"words", utf8((*to)[0])}}));
    if (!plan.until || *plan.until < *plan.begins) {
        s.fail(sentence("rule.words_end_before", {{"words", utf8((*to)[0])}}));
    }
    s.at = to->end();
    return true;
}

bool read_times(Scanner& s, SentencePlan& plan) {
    const auto match = times.match(s.text, s.at);
    // 매일, 10회 ends after ten days; 매월 2회 is twice a month.
    const bool behind_comma = s.at > 0 && s.text[s.at - 1] == U',';
    const bool counts = !behind_comma && (!plan.heads.empty() || plan.block != 0);
    if (!match || !(match->has(1) || counts)) return false;
    const Said* const native = meaning_of(native_numbers, (*match)[2]);
    const TimesPeriod* const named = meaning_of(periods, (*match)[1]);
    const TimesPeriod period = named != nullptr ? *named : TimesPeriod::none;
    plan.times = Times{native != nullptr ? *native : number_of((*match)[2]), period, s.at};
    s.at = match->end();
    if (plan.block == 0 && plan.months.empty()) {
        if (period == TimesPeriod::quarter) {
            plan.block = 3;
            plan.block_starts = {1, 4, 7, 10};
        } else if (period == TimesPeriod::half_year) {
            plan.block = 6;
            plan.block_starts = {1, 7};
        }
    }
    s.take(U"씩");
    if (s.take(U"이상", U"이상씩")) {
        plan.at_least = true;
    } else if (s.take(U"이내", U"이하", U"까지")) {
        plan.at_most = true;
    }
    // 분기별 1회(3월, 6월, 9월, 12월 말일): the days stand in brackets.
    s.open_to_the_end();
    return true;
}

}  // namespace probity::detail::korean
