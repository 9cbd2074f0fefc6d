#include "sentences/rule_maker.hpp"

#include <algorithm>
#include <set>

#include "probity/date/error.hpp"
#include "sentences/code_points.hpp"
#include "sentences/names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// A period of some months in refusals: "quarter".
Text name_of_block(int months) {
    return sentence(months == 3 ? "rule.period_quarter" : "rule.period_half_year");
}

template <class Item>
std::vector<Item> sorted_once(const std::vector<Item>& items) {
    const std::set<Item> once(items.begin(), items.end());
    return {once.begin(), once.end()};
}

std::string compact(const Date& date) { return with_each(to_string(date), "-", ""); }

}  // namespace

Part part(std::string name, std::string value) { return {std::move(name), {std::move(value)}}; }
Part part(std::string name, Said value) { return {std::move(name), {std::to_string(value)}}; }
Part part(std::string name, const std::vector<Said>& values) {
    Part made{.name = std::move(name)};
    for (const Said value : values) made.values.push_back(std::to_string(value));
    return made;
}

RuleMaker::RuleMaker(SentencePlan plan, const SentenceScanner& scanner)
    : plan_(std::move(plan)), scanner_(scanner) {
    complete();
    check_that_it_says_when();
    if (plan_.block != 0 && !plan_.month_of_block) step_within_block();
    if (plan_.block != 0 && plan_.month_of_block) check_months_of_block();
    if (plan_.block != 0 && !plan_.month_of_block) choose_month_of_block();
    leave_out_months();
    std::tie(frequency_, interval_) = told_frequency();
    check_which_weekday();
}

// How often --------------------------------------------------------------------------------------

void RuleMaker::check_that_it_says_when() const {
    if (plan_.has_days()) return;
    const bool is_daily = !plan_.heads.empty() && plan_.heads.front() == Head{Frequency::daily, 1};
    if (plan_.times && (plan_.times->number != 1 || !is_daily)) {
        fail(sentence(plan_.months.empty() ? "rule.how_often" : "rule.how_often_in_months",
                      {{"times", times_in_english(plan_.times->number)},
                       {"number", plan_.times->number},
                       {"such", scanner_.such_days(plan_)},
                       {"reader", such("parse_korean_quota reads", "pb.Quota holds")}}),
             plan_.times->at);
    }
    if (!plan_.heads.empty() && plan_.heads.front().frequency == Frequency::daily) return;
    fail(sentence("rule.no_days", {{"such", scanner_.such_days(plan_)}}), scanner_.text.size());
}

/// Conclusions from the words: 월 2회 is of months, 다음 달 is the month after.
void RuleMaker::complete() {
    if (plan_.times && plan_.heads.empty() && plan_.block == 0 && plan_.feasts.empty()) {
        switch (plan_.times->period) {
            case TimesPeriod::year:
                plan_.heads = {{Frequency::yearly, 1}};
                break;
            case TimesPeriod::month:
                if (plan_.months.empty()) plan_.heads = {{Frequency::monthly, 1}};
                break;
            case TimesPeriod::week:
                plan_.heads = {{Frequency::weekly, 1}};
                break;
            case TimesPeriod::day:
                plan_.heads = {{Frequency::daily, 1}};
                break;
            default:
                break;
        }
    }
    if (!plan_.next_month) return;
    if (plan_.block != 0 && !plan_.month_of_block) {
        plan_.months.clear();
        for (const int n : plan_.block_starts) {
            plan_.months.push_back({(n + plan_.block - 1) % 12 + 1, false});
        }
        plan_.month_of_block = true;
    } else if (!plan_.months.empty()) {
        for (NamedMonth& each : plan_.months) each.month = each.month % 12 + 1;
        std::sort(plan_.months.begin(), plan_.months.end());
    } else if (plan_.heads.empty()) {
        plan_.heads = {{Frequency::monthly, 1}};
    }
}

void RuleMaker::leave_out_months() {
    if (plan_.months_out.empty()) return;
    std::vector<NamedMonth> months = plan_.months;
    if (months.empty()) {
        for (int month = 1; month <= 12; ++month) months.push_back({month, false});
    }
    std::erase_if(months, [&](const NamedMonth& each) {
        return std::find(plan_.months_out.begin(), plan_.months_out.end(), each.month) !=
               plan_.months_out.end();
    });
    plan_.months = std::move(months);
    if (plan_.months.empty()) fail(sentence("rule.months_left_out"), 0);
    if (plan_.heads.empty() && plan_.block == 0) plan_.heads = {{Frequency::monthly, 1}};
}

/// 매월 금요일: which of them?
void RuleMaker::check_which_weekday() const {
    const bool counted = !plan_.month_days.empty() || !plan_.year_days.empty() ||
                         !plan_.week_numbers.empty() || !plan_.positions.empty();
    const bool each = plan_.each_week || counted || !plan_.ordinals.empty() ||
                      !plan_.weeks.empty() || plan_.containing;
    const bool steps = std::any_of(plan_.heads.begin(), plan_.heads.end(), [](const Head& head) {
        return head.frequency == Frequency::weekly || head.frequency == Frequency::daily;
    });
    const bool of_months = frequency_ == Frequency::monthly || frequency_ == Frequency::yearly;
    if (!of_months || plan_.weekdays.empty() || each || steps) return;
    std::vector<std::string> letters;
    std::vector<std::string> names;
    for (const int weekday : plan_.weekdays) {
        letters.push_back(korean_weekday(weekday));
        names.push_back(english_weekday(weekday) + "s");
    }
    const std::string name = joined(letters, "·") + "요일";
    const std::string english = joined(names, " and ");
    const Said number = plan_.times ? plan_.times->number : 1;
    const std::string_view kind = number > 2   ? "rule.which_weekdays"
                                  : number > 1 ? "rule.which_two_weekdays"
                                               : "rule.which_weekday";
    const std::string nth = number == 2 ? "첫째·셋째" : number == 3 ? "첫째·셋째·다섯째" : "첫째";
    const std::string first = english_weekday(plan_.weekdays[0]);
    const std::string example = such("매월 " + nth + " " + name + ", or 매주 " + name,
                                     "the first " + first + " of each month, or every " + first);
    const std::u32string day = decoded(korean_weekday(plan_.weekdays[0]) + "요일");
    const std::size_t at = scanner_.text.find(day);
    fail(sentence(kind,
                  {{"weekdays", english}, {"korean", name}, {"number", number}, {"such", example}}),
         at == std::u32string::npos ? 0 : at);
}

/// 상반기 매월 15일, 하반기 매주 수요일: in each of its months; 매월 반기별 is refused.
void RuleMaker::step_within_block() {
    const auto shorter = std::find_if(plan_.heads.begin(), plan_.heads.end(), [](const Head& head) {
        return head.frequency != Frequency::yearly;
    });
    const bool has_shorter = shorter != plan_.heads.end();
    if (!(has_shorter || plan_.each_week) || plan_.times || plan_.next_month) return;
    std::vector<NamedMonth> months;
    for (const int start : plan_.block_starts) {
        for (int i = 0; i < plan_.block; ++i) months.push_back({start + i, false});
    }
    if (months.size() == 12) {
        if (!has_shorter || shorter->frequency == Frequency::monthly) {
            fail(sentence("rule.how_often_twice"), 0);
        }
        return;
    }
    plan_.months = std::move(months);
    plan_.block = 0;
    plan_.block_starts.clear();
}

/// 상반기 9월 15일, 분기별 3월 15일: months that are not in the periods that are named.
void RuleMaker::check_months_of_block() const {
    if (plan_.next_month) return;
    const Text period = name_of_block(plan_.block);
    const auto holds = [&](int start, int month) {
        return start <= month && month < start + plan_.block;
    };
    std::vector<int> months;
    for (const NamedMonth& each : plan_.months) {
        months.push_back(each.month);
        const bool is_in_one = std::any_of(plan_.block_starts.begin(), plan_.block_starts.end(),
                                           [&](int start) { return holds(start, each.month); });
        if (is_in_one) continue;
        fail(
            sentence("rule.not_in_period",
                     {{"month", such(std::to_string(each.month) + "월", english_month(each.month))},
                      {"period", period}}),
            0);
    }
    for (const SentencePlan& other : plan_.others) {
        for (const NamedMonth& each : other.months) months.push_back(each.month);
    }
    const bool all_have_one =
        std::all_of(plan_.block_starts.begin(), plan_.block_starts.end(), [&](int start) {
            return std::any_of(months.begin(), months.end(),
                               [&](int month) { return holds(start, month); });
        });
    if (!plan_.times && !all_have_one) {
        fail(sentence("rule.not_each", {{"period", period}}), 0);
    }
}

/// 매분기 마지막 금요일 is in the quarter's last month, 매분기 첫째 주 in its first.
void RuleMaker::choose_month_of_block() {
    std::vector<Said> counted;
    for (const NthDay& each : plan_.ordinals) counted.push_back(each.n);
    counted.insert(counted.end(), plan_.weeks.begin(), plan_.weeks.end());
    counted.insert(counted.end(), plan_.positions.begin(), plan_.positions.end());
    if (plan_.working.value_or(0) != 0) counted.push_back(*plan_.working);
    for (const Said n : plan_.month_days) {
        if (n < 0) counted.push_back(n);
    }
    if (plan_.after_period || !plan_.feasts.empty()) return;
    const bool in_a_month =
        std::any_of(plan_.month_days.begin(), plan_.month_days.end(), [](Said n) { return n > 1; });
    const bool is_first = plan_.month_days == std::vector<Said>{1};
    if (in_a_month || (counted.empty() && !is_first)) {
        fail(sentence("rule.which_month",
                      {{"period", name_of_block(plan_.block)},
                       {"such", such("매분기 첫째 달 15일, 매반기 마지막 달 15일",
                                     "such as the 15th of the first month of each quarter")}}),
             scanner_.text.size());
    }
    const bool is_far = std::any_of(counted.begin(), counted.end(), [](Said n) { return n > 4; });
    const auto forward =
        std::count_if(counted.begin(), counted.end(), [](Said n) { return n > 0; });
    const bool both_ways = forward > 0 && forward < std::ssize(counted);
    if (is_far || both_ways) {
        fail(sentence("rule.no_day_in_period"), 0);
    }
    const bool is_last = !counted.empty() && counted.front() < 0;
    plan_.months.clear();
    for (const int start : plan_.block_starts) {
        plan_.months.push_back({start + (is_last ? plan_.block - 1 : 0), false});
    }
}

std::pair<Frequency, Said> RuleMaker::told_frequency() {
    std::vector<Head> heads = plan_.heads;
    if (plan_.block != 0) heads = {{Frequency::yearly, 1}};
    const auto steps_inside = [&] {
        return heads.size() > 1 && std::any_of(heads.begin() + 1, heads.end(),
                                               [](const Head& head) { return head.interval > 1; });
    };
    // 매년 3월부터 11월까지 격월: the shorter period steps.
    if (steps_inside() && heads[0].interval == 1 && heads[0].frequency != heads[1].frequency) {
        heads.erase(heads.begin());
    }
    if (steps_inside()) {
        fail(sentence("rule.steps",
                      {{"such", such("격주, 격월 and 2년마다", "every other week and month")}}),
             0);
    }
    if (heads.empty()) heads = {{implied(), 1}};
    auto [freq, interval] = heads[0];
    const auto inner = [&](Frequency frequency) {
        return std::any_of(heads.begin() + 1, heads.end(),
                           [&](const Head& head) { return head.frequency == frequency; });
    };
    if (inner(Frequency::daily) && plan_.weekdays.empty()) {
        plan_.weekdays.assign(every_day.begin(), every_day.end());
    }
    if (freq == Frequency::yearly && inner(Frequency::monthly) && plan_.months.empty()) {
        if (interval == 1 && !plan_.in_year) {
            freq = Frequency::monthly;
        } else {
            for (int month = 1; month <= 12; ++month) plan_.months.push_back({month, false});
        }
    }
    if (freq == Frequency::yearly && plan_.months.empty() && !plan_.in_year && !is_of_the_year()) {
        const bool is_plain = has_only_plain_weekdays() && (plan_.each_week || plan_.heads.empty());
        if ((interval == 1 && inner(Frequency::weekly)) || is_plain) {
            freq = interval == 1 ? Frequency::weekly : freq;
        } else if (!plan_.working && plan_.feasts.empty() && !plan_.after_period) {
            fail(sentence("rule.months_needed",
                          {{"such", such("1월, 3·6·9월, 6~8월, 3월부터 11월까지",
                                         "March, June to August")}}),
                 scanner_.text.size());
        }
    }
    if (freq == Frequency::monthly && interval == 1 && !plan_.months.empty() &&
        plan_.positions.empty()) {
        freq = Frequency::yearly;
    }
    if (freq == Frequency::weekly && plan_.weekdays.empty() && !plan_.working &&
        plan_.feasts.empty()) {
        fail(sentence("rule.weekday_needed", {{"such", such("매주 월요일, 격주 금요일",
                                                            "every Monday, every other Friday")}}),
             scanner_.text.size());
    }
    if (freq == Frequency::weekly &&
        (!plan_.ordinals.empty() || !plan_.weeks.empty() || !plan_.month_days.empty())) {
        fail(sentence("rule.no_day_in_week"), scanner_.text.size());
    }
    return {freq, interval};
}

Frequency RuleMaker::implied() const {
    if (!plan_.months.empty() || plan_.in_year || !plan_.feasts.empty()) return Frequency::yearly;
    const bool counted = !plan_.ordinals.empty() || !plan_.weeks.empty() ||
                         !plan_.month_days.empty() || !plan_.positions.empty() ||
                         plan_.working.value_or(0) != 0;
    return counted ? Frequency::monthly : Frequency::weekly;
}

bool RuleMaker::is_of_the_year() const {
    return !plan_.week_numbers.empty() || !plan_.year_days.empty();
}

bool RuleMaker::has_only_plain_weekdays() const {
    return !plan_.weekdays.empty() && plan_.ordinals.empty() && plan_.weeks.empty() &&
           plan_.month_days.empty() && plan_.positions.empty();
}

// Rules ------------------------------------------------------------------------------------------

Rule RuleMaker::rule(const Parts& parts) const { return rule_of(frequency_, parts); }

Rule RuleMaker::rule_of(Frequency frequency, const Parts& parts) const {
    const bool in_months =
        frequency == Frequency::yearly && plan_.months.size() > 1 && !plan_.in_year;
    const bool has_positions = std::any_of(parts.begin(), parts.end(), [](const Part& each) {
        return each.name == "BYSETPOS" && !each.values.empty();
    });
    if (has_positions && in_months && !plan_.together && interval_ == 1) {
        frequency = Frequency::monthly;
    }
    std::string text = plan_.lunar                ? "RSCALE=DANGI;"
                       : plan_.skip != Skip::omit ? "RSCALE=GREGORIAN;"
                                                  : "";
    text += "FREQ=" + std::string(name_of(frequency));
    if (interval_ > 1) text += ";INTERVAL=" + std::to_string(interval_);
    std::vector<std::string> months;
    for (const NamedMonth& each : plan_.months) {
        months.push_back(std::to_string(each.month) + (each.is_leap ? "L" : ""));
    }
    if (!months.empty()) text += ";BYMONTH=" + joined(months, ",");
    for (const Part& each : parts) {
        if (!each.values.empty()) text += ";" + each.name + "=" + joined(each.values, ",");
    }
    if (plan_.week_start) text += ";WKST=" + code(*plan_.week_start);
    if (plan_.skip != Skip::omit) {
        text += plan_.skip == Skip::backward ? ";SKIP=BACKWARD" : ";SKIP=FORWARD";
    }
    return made(std::move(text));
}

Rule RuleMaker::made(std::string text) const {
    if (plan_.count) text += ";COUNT=" + std::to_string(*plan_.count);
    if (plan_.until) text += ";UNTIL=" + compact(*plan_.until);
    try {
        return Rule::parse(text);
    } catch (const ProbityError& error) {
        fail(sentence("rule.read_as", {{"rule", text}, {"message", error.text()}}), 0);
    }
}

Parts RuleMaker::plain_parts() const {
    Part by_day{.name = "BYDAY"};
    for (const int weekday : sorted_once(plan_.weekdays)) by_day.values.push_back(code(weekday));
    for (const NthDay& each : plan_.ordinals) {
        by_day.values.push_back(std::to_string(each.n) + code(each.weekday));
    }
    return {part("BYWEEKNO", sorted_once(plan_.week_numbers)),
            part("BYYEARDAY", sorted_once(plan_.year_days)),
            part("BYMONTHDAY", sorted_once(plan_.month_days)), std::move(by_day),
            part("BYSETPOS", plan_.positions)};
}

Rule RuleMaker::plain() const { return rule(plain_parts()); }

Rule RuleMaker::plain_on(const std::string& by_day) const {
    Parts parts = plain_parts();
    parts[3].values = {by_day};
    return rule(parts);
}

}  // namespace probity::detail
