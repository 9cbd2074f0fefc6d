// Deadlines in a Korean sentence that follow a period: 분기 종료 후 10일 이내.

#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

const Pattern after(
    U"(?:(?:종료일이속하는|종료일이속한|끝나는)달의말일(?=로?부터)"
    U"|(?:말일?|말월|마지막달)?(?:의)?(?:종료|경과|만료|마감|종결|끝난|끝나는|지난))"
    U"(?:일|월|된날|한날|날)?(?:로)?(?:부터|한후|된후|후|뒤|이후|한때부터)");
// 3월 이내 is three months in older laws.
const Pattern old_months(U"([0-9]{1,2})월(이내|내|안)");
const Pattern without_days_off(
    U"[(](?:(?P<holidays>공휴일)"
    U"|(?:토요일·공휴일|토·일·공휴일|토·일요일·공휴일|토·공휴일|주말·공휴일|토요일및공휴일"
    U"|토·일요일및공휴일|주말및공휴일|휴일|휴무일|비근무일|토요일과공휴일|토요일,공휴일|토,일,"
    U"공휴일))"
    U"(?:은|을|는)?제외[)]"
    U"|[(](?:근무일|영업일|업무일|집무일|워킹데이)(?:수)?(?:기준)?[)]");

/// 10일(토요일·공휴일 제외), 10일(근무일 기준): days off do not count.
void count_working_days(Scanner& s, SentencePlan& plan) {
    const Duration length = plan.after_period.value_or(Duration{});
    if (length.unit != LengthUnit::day) return;
    const auto match = without_days_off.match(s.text, s.at);
    if (!match) return;
    if (match->has("holidays")) {
        s.fail(
            sentence("rule.saturdays", {{"words", utf8((*match)[0])}, {"number", length.number}}));
    }
    s.at = match->end();
    plan.after_period = Duration{length.number, LengthUnit::working_day};
}

}  // namespace

bool read_after_period(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (plan.block == 0 && plan.heads.empty()) {
        const Taken period = s.take(U"월", U"년", U"연도");
        if (!period || !s.ahead(U"종료", U"경과", U"말일부터")) return s.back(mark);
        plan.heads.push_back({period == U"월" ? Frequency::monthly : Frequency::yearly, 1});
    }
    s.take(U"이", U"가", U"의");
    if (!s.take_match(after)) return s.back(mark);
    if (s.ahead_of(next_month_words)) return true;
    if (const auto months = old_months.match(s.text, s.at)) {
        s.at = months->begin(2);
        plan.after_period = Duration{number_of((*months)[1]), LengthUnit::month};
    } else {
        plan.after_period = s.duration();
    }
    if (!plan.after_period) {
        s.fail(sentence("rule.no_time_after", {{"words", s.rest()}}), s.at);
    }
    count_working_days(s, plan);
    if (s.take(U"이내에", U"이내", U"안에", U"내에", U"내", U"까지", U"이전에")) {
        plan.deadline = true;
    } else if (!s.take(U"되는날", U"째되는날", U"째", U"후", U"에")) {
        s.fail(sentence("rule.by_or_on", {{"words", s.rest()}}), s.at);
    }
    count_working_days(s, plan);
    return true;
}

bool read_edge(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if ((plan.block == 0 && plan.heads.empty()) || !plan.months.empty()) return false;
    const bool begins = bool(s.take(U"시작일", U"개시일", U"시작", U"개시"));
    const bool ends = !begins && s.take(U"종료일", U"만료일", U"마감일", U"종료", U"만료", U"마감");
    const std::size_t at = s.at;
    if (!(begins || ends) || !s.duration() || !s.ahead(U"전", U"이전")) return s.back(mark);
    s.at = at;
    if (plan.last_head_is(Frequency::yearly) && plan.block == 0) {
        plan.months = {{begins ? 1 : 12, false}};
    }
    plan.month_days = {begins ? 1 : -1};
    return true;
}

}  // namespace probity::detail::korean
