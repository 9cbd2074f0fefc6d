// Until when, how many times and in which months a Korean sentence recurs: 10회, 2026. 12. 31.까지.

#include <limits>

#include "date/civil.hpp"
#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

const Pattern until_date(
    U"(~)?([0-9]{4})(?:[.-]|년)([0-9]{1,2})(?:[.-]|월)([0-9]{1,2})(?:[.]|일)?(까지)?");
const Pattern year_end(U"([0-9]{4})년(?:말|도)?까지");

/// Whether what limits a sentence ends here.
bool ends_here(const Scanner& s) { return s.done() || s.ahead(U")", U",", U"."); }

bool read_until(Scanner& s, SentencePlan& plan) {
    const auto year = year_end.match(s.text, s.at);
    if (year && number_of((*year)[1]) > 0) {
        const auto last = static_cast<int>(number_of((*year)[1]));
        if (last < first_year) s.fail(sentence("rule.years", {{"words", utf8((*year)[0])}}));
        plan.until = make_date(last, 12, 31);
        s.at = year->end();
        return true;
    }
    const auto match = until_date.match(s.text, s.at);
    if (!match || !(match->has(1) || match->has(5))) return false;
    // Behind "~" the 까지 stays in its place.
    const std::size_t end = match->has(1) && match->has(5) ? match->begin(5) : match->end();
    const auto number = [&](std::size_t group) {
        return static_cast<int>(number_of((*match)[group]));
    };
    const std::string text = s.shown(s.at, end);
    const int month = number(3);
    if (month < 1 || month > 12 || number(4) < 1 || number(4) > days_in_month(number(2), month)) {
        s.fail(sentence("rule.words_no_such_date", {{"words", text}}));
    }
    if (number(2) < first_year) s.fail(sentence("rule.years", {{"words", text}}));
    plan.until = make_date(number(2), month, number(4));
    s.at = end;
    return true;
}

/// 6~8월에만, 월·수요일에만, 매월 13일 중 금요일에만.
bool read_only(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    SentencePlan inner;
    inner.lunar = bool(s.take(U"음력"));
    s.take(U"매월");
    inner.months = s.months();
    if (!s.ahead(U"에만")) {
        read_days(s, inner);
        if (s.take(U"중") && !read_among(s, inner)) return s.back(mark);
    }
    if (!s.take(U"에만")) return s.back(mark);
    plan.lunar = plan.lunar || inner.lunar;
    if (plan.months.empty()) plan.months = inner.months;
    append(plan.weekdays, inner.weekdays);
    append(plan.month_days, inner.month_days);
    return true;
}

/// 셋째 수요일(3~11월), 셋째 수요일, 3월부터 11월까지: in which months.
bool read_limit_of_months(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (!plan.months.empty() || plan.block != 0 || plan.lunar || !plan.has_days() ||
        !plan.feasts.empty()) {
        return false;
    }
    const std::vector<NamedMonth> months = s.months();
    const bool begins = months.size() == 1 && !s.ranged && s.take(U"부터");
    s.take(U"중", U"에", U"에만", U"에한함", U"에한하여");
    if (months.empty() || !ends_here(s)) return s.back(mark);
    plan.months = months;
    if (begins) {
        for (int month = months[0].month + 1; month < 13; ++month) {
            plan.months.push_back({month, false});
        }
        plan.months[0].is_leap = false;
    }
    return true;
}

/// 3월 셋째 수요일(매년), 셋째 수요일, 매월: how often, behind the days.
bool read_head_again(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    s.take(U",");
    const bool yearly = bool(s.take(U"매년", U"해마다"));
    if (!yearly && !s.take(U"매월", U"매달")) return s.back(mark);
    const Head head{yearly ? Frequency::yearly : Frequency::monthly, 1};
    const bool fits = yearly ? !plan.months.empty() || !plan.feasts.empty() : plan.months.empty();
    const bool said = plan.heads.empty() || plan.heads == std::vector<Head>{head};
    if (!fits || !said || !plan.has_days() || !ends_here(s)) return s.back(mark);
    plan.heads = {head};
    return true;
}

/// , 10회; 총 10회: an end after so many days.
bool read_count(Scanner& s, SentencePlan& plan, bool parted) {
    const std::size_t mark = s.at;
    parted = s.take(U"총") || parted;
    const std::optional<Said> number = s.number();
    if (!number || !s.take(U"회", U"번") || s.ahead(U"째")) return s.back(mark);
    if (!parted) {
        const std::string n = std::to_string(*number);
        s.fail(sentence("rule.end_times_ko", {{"number", n}}), mark);
    }
    if (*number < 1 || *number > std::numeric_limits<std::int32_t>::max()) {
        s.fail(sentence("rule.once_or_more"), mark);
    }
    plan.count = number;
    return true;
}

}  // namespace

bool read_limit(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    const bool parted = bool(s.take(U","));
    if (read_until(s, plan) || read_only(s, plan) || read_limit_of_months(s, plan)) return true;
    if (s.take(U"(")) {
        const bool found = read_until(s, plan) || read_count(s, plan, false) ||
                           read_limit_of_months(s, plan) || read_begin(s, plan) ||
                           (!plan.times && read_times(s, plan)) || read_head_again(s, plan);
        return (found && s.take(U")")) || s.back(mark);
    }
    s.at = mark;
    if (read_head_again(s, plan)) return true;
    s.at = mark;
    s.take(U",");
    return read_count(s, plan, parted) || s.back(mark);
}

}  // namespace probity::detail::korean
