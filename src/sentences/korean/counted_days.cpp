// The days of a Korean sentence that are counted: 셋째 주 수요일, 첫째 월요일, 3주차, 평일.

#include <algorithm>

#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

const Pattern weeks(
    U"(?:제?[0-9](?:주차|주)?[·,/과와및]){0,5}제?[0-9]주(?:차|간|째)?"
    U"(?!마다|간격|에한|일|요일|전|후|이내)");
const Pattern weeks_of_year(U"제?[0-9]{1,2}(?:[·,]제?[0-9]{1,2})*주(?:차|째)?(?!간|일|요일)");

void append_monday_to_friday(std::vector<int>& weekdays) {
    weekdays.insert(weekdays.end(), monday_to_friday.begin(), monday_to_friday.end());
}

Said distance(Said n) { return n < 0 ? -n : n; }

bool any_beyond(const std::vector<Said>& ordinals, Said most) {
    return std::any_of(ordinals.begin(), ordinals.end(),
                       [&](Said n) { return distance(n) > most; });
}

/// 셋째 주 첫 근무일, 셋째 주(월~금), 셋째 주 마지막 날: what is meant of the weeks.
void read_weeks_of_month(Scanner& s, SentencePlan& plan, const std::vector<Said>& found,
                         std::size_t start) {
    if (any_beyond(found, 5) || std::find(found.begin(), found.end(), 0) != found.end()) {
        s.fail(sentence("rule.week_of_month"), start);
    }
    append(plan.weeks, found);
    s.take(U"의", U"중", U"간");
    const bool bracket = bool(s.take(U"("));
    const std::size_t mark = s.at;
    const std::optional<Said> first = s.ordinal();
    if (first && s.take_of(working_words)) {
        plan.working = first;
        plan.within = CountedIn::week;
        return;
    }
    s.at = mark;
    if (s.take(U"평일", U"주중")) {
        s.take(U"(월~금요일)", U"(월~금)");
        append_monday_to_friday(plan.weekdays);
    } else if (s.take(U"첫날", U"첫째날")) {
        plan.week_edge = 0;
    } else if (s.take(U"마지막날")) {
        plan.week_edge = 6;
    } else if (s.take(U"주말")) {
        append(plan.weekdays, {5, 6});
    } else {
        const std::vector<int> weekdays = s.weekdays(true);
        if (s.run_of_weekdays) {
            plan.week_run = s.run_of_weekdays;
        } else {
            append(plan.weekdays, weekdays);
        }
    }
    if (bracket && !(s.at > mark && s.take(U")"))) {
        s.at = mark - 1;
        plan.week_run.reset();
        plan.weekdays.clear();
    } else if (!plan.weekdays.empty()) {
        read_holding(s, plan);
    }
}

}  // namespace

bool read_week_by_number(Scanner& s, SentencePlan& plan) {
    if (plan.in_year) {
        if (const auto in_year = s.take_match(weeks_of_year)) {
            append(plan.week_numbers, figures_in((*in_year)[0]));
            append(plan.weekdays, s.weekdays(true));
            return true;
        }
    }
    const auto match = weeks.match(s.text, s.at);
    if (!match) return false;
    const std::u32string_view found = (*match)[0];
    // 2주간 is how long
    if (found.ends_with(U'간') && found.find(U'제') == std::u32string_view::npos) return false;
    const std::size_t start = s.at;
    s.at = match->end();
    std::vector<Said> numbers;
    for (const char32_t c : found) {
        if (is_figure(c)) numbers.push_back(c - U'0');
    }
    read_weeks_of_month(s, plan, numbers, start);
    return true;
}

bool read_counted(Scanner& s, SentencePlan& plan, const std::vector<Said>& ordinals) {
    const std::size_t start = s.at;
    if (s.ahead(U"주말") && !s.begins_word(s.at + 1)) {
        s.fail(sentence("rule.weekend_ko"), start);
    }
    if (s.take(U"주차", U"주간", U"주째", U"주")) {
        if (!plan.in_year) {
            read_weeks_of_month(s, plan, ordinals, start);
            return true;
        }
        append(plan.week_numbers, ordinals);
        if (s.take(U"매일")) {
            plan.weekdays.assign(every_day.begin(), every_day.end());
        } else {
            append(plan.weekdays, s.weekdays(true));
        }
        return true;
    }
    if (s.take_of(working_words)) {
        if (ordinals.size() != 1) s.fail(sentence("rule.one_working_day"), start);
        plan.working = ordinals[0];
        if (plan.last_head_is(Frequency::weekly)) plan.within = CountedIn::week;
        return true;
    }
    if (read_group_of_weekdays(s, plan, &ordinals)) return true;
    if (s.take(U"날")) {
        append(plan.in_year || is_of_the_year(plan) ? plan.year_days : plan.month_days, ordinals);
        return true;
    }
    const std::vector<int> weekdays = s.weekdays(false);
    if (weekdays.empty()) return false;
    if (s.run_of_weekdays && ordinals.size() == 1) {
        // 첫째 월요일부터 금요일까지: from that Monday to the Friday after it.
        plan.ordinals = {{ordinals[0], s.run_of_weekdays->first}};
        plan.lasts = Duration{s.run_of_weekdays->days(), LengthUnit::day};
        return true;
    }
    if (plan.together) {
        append(plan.weekdays, weekdays);
        append(plan.positions, ordinals);
        return true;
    }
    if (!plan.in_year && any_beyond(ordinals, 5)) {
        s.fail(sentence("rule.weekdays_of_month"), start);
    }
    if (any_beyond(ordinals, 53)) s.fail(sentence("rule.weekdays_of_year"), start);
    for (const int weekday : weekdays) {
        for (const Said n : ordinals) plan.ordinals.push_back({n, weekday});
    }
    read_holding(s, plan);
    return true;
}

bool read_group_of_weekdays(Scanner& s, SentencePlan& plan, const std::vector<Said>* ordinals) {
    const auto take_working = [&] {
        const std::size_t mark = s.at;
        if (s.take(U"매") && s.take_of(working_words)) return true;
        s.at = mark;
        return bool(s.take_of(working_words));
    };
    if (ordinals == nullptr && take_working()) {
        plan.working = 0;
        s.take(U"마다");
        return true;
    }
    if (s.take(U"매평일", U"평일", U"주중")) {
        plan.by_name = bool(s.take(U"(월~금요일)", U"(월~금)", U"(월요일~금요일)"));
        append_monday_to_friday(plan.weekdays);
    } else if (s.take(U"매주말", U"주말")) {
        append(plan.weekdays, {5, 6});
    } else {
        return false;
    }
    s.take(U"마다");
    plan.each_week = true;
    if (ordinals != nullptr) append(plan.positions, *ordinals);
    return true;
}

}  // namespace probity::detail::korean
