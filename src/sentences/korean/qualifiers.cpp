// The limits of a Korean sentence to some of its days: 중 수요일, (금요일인 경우), (주 기준 ISO).

#include <algorithm>

#include "probity/date/week_of_month.hpp"
#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

const Pattern weeks_of(
    U"주기준(?:(?P<name>[A-Z_]+)|[(](?P<first>MO|TU|WE|TH|FR|SA|SU),(?P<least>[1-7])[)])");

bool are_of_weekend(const std::vector<int>& weekdays) {
    return !weekdays.empty() &&
           std::all_of(weekdays.begin(), weekdays.end(), [](int weekday) { return weekday >= 5; });
}

/// (금요일인 경우), (1일이나 2일인 경우), (4월인 경우).
bool read_case(Scanner& s, SentencePlan& plan, bool bracket) {
    const std::size_t mark = s.at;
    SentencePlan inner = plan.beside();
    inner.months = s.months();
    if (inner.months.empty() && bracket) read_days(s, inner);
    if (!bracket || !inner.others.empty() || !s.take(U"인경우", U"일경우", U"이면")) {
        return s.back(mark);
    }
    const bool moves =
        s.ahead(U"다음", U"그", U"익", U"전", U"직전", U",", U"이전", U"에는", U"는") ||
        (are_of_weekend(inner.weekdays) && s.ahead(U"월요일", U"금요일"));
    if (moves || left_out_words.match(s.text, s.at)) return s.back(mark);
    if (plan.months.empty()) plan.months = inner.months;
    append(plan.weekdays, inner.weekdays);
    append(plan.month_days, inner.month_days);
    append(plan.year_days, inner.year_days);
    append(plan.ordinals, inner.ordinals);
    return true;
}

/// 주 기준 CLDR_KR, 주 기준 (MO, 5): how weeks are counted.
bool read_convention(Scanner& s, SentencePlan& plan) {
    const auto match = weeks_of.match(s.text, s.at);
    if (!match) return false;
    if (match->has("name")) {
        const std::string name = utf8((*match)["name"]);
        const auto* const known =
            std::find_if(named_conventions.begin(), named_conventions.end(),
                         [&](const NamedConvention& each) { return each.name == name; });
        if (known == named_conventions.end()) {
            s.fail(sentence("rule.convention"));
        }
        plan.convention = known->convention;
    } else {
        plan.convention = WeekConvention(Weekday::parse(utf8((*match)["first"])),
                                         static_cast<int>(number_of((*match)["least"])));
    }
    s.at = match->end();
    return true;
}

/// (한 주의 시작은 일요일), (그날이 없는 달은 말일).
bool read_notes(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    while (true) {
        const std::size_t mark = s.at;
        if (s.take(U"한주의시작은")) {
            const std::vector<int> days = s.weekdays(false);
            if (days.size() != 1) s.fail(sentence("rule.one_weekday_begins"));
            plan.week_start = days[0];
        } else if (s.take(U"그날이없는달은", U"그날이없는해는", U"그윤달이없는해는")) {
            const bool before =
                bool(s.take(U"말일", U"마지막날", U"전달말일", U"전년도마지막날", U"앞달"));
            const bool after =
                bool(s.take(U"다음달1일", U"다음해첫날", U"1일", U"첫날", U"다음달"));
            if (!before && !after) s.fail(sentence("rule.missing_day_ko"));
            plan.skip = before ? Skip::backward : Skip::forward;
        } else {
            s.at = mark;
            return s.at > start;
        }
        s.take(U",");
    }
}

}  // namespace

bool read_qualifier(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (s.take(U"중")) {
        if (read_among(s, plan)) return true;
        s.at = mark;
    }
    const bool bracket = bool(s.take(U"("));
    const bool found =
        read_case(s, plan, bracket) || read_move(s, plan) ||
        (bracket && (read_convention(s, plan) || read_notes(s, plan) || read_clock(s, plan)));
    if (found) {
        if (bracket && !s.take(U")")) {
            if (!s.take(U",", U"·", U"/")) s.fail(sentence("rule.closing_bracket"));
            s.open_bracket_before();
        }
        return true;
    }
    s.at = mark;
    if (s.take(U"마다")) {
        plan.each_week = true;
        return true;
    }
    s.take(U",");
    return read_clock(s, plan) || s.back(mark);
}

bool read_among(Scanner& s, SentencePlan& plan) {
    if (s.take(U"연중")) plan.in_year = true;
    const std::vector<Said> ordinals = s.ordinals();
    if (!ordinals.empty() && !plan.positions.empty()) {
        s.fail(sentence("rule.chosen_twice"));
    }
    if (!ordinals.empty() && s.take(U"날")) {
        append(plan.positions, ordinals);
        return true;
    }
    if (!ordinals.empty() && read_group_of_weekdays(s, plan, &ordinals)) return true;
    if (s.take(U"평일")) {
        plan.by_name = bool(s.take(U"(월~금요일)", U"(월~금)"));
        append(plan.weekdays, {monday_to_friday.begin(), monday_to_friday.end()});
        return ordinals.empty();
    }
    const std::vector<int> weekdays = s.weekdays(false);
    append(plan.weekdays, weekdays);
    if (!weekdays.empty()) append(plan.positions, ordinals);
    if (!weekdays.empty() || !ordinals.empty()) return !weekdays.empty();
    const std::vector<Said> days = s.month_days();
    append(plan.month_days, days);
    return !days.empty();
}

}  // namespace probity::detail::korean
