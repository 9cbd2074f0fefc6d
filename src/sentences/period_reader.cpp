#include "sentences/period_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "probity/date/date.hpp"
#include "sentences/code_points.hpp"
#include "sentences/feasts.hpp"
#include "sentences/names.hpp"
#include "sentences/readings.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// The longest span that is read.
constexpr Said longest = 366;

/// How many days the spans of a reading have; 1 of days.
std::set<int> lengths(const Reading& reading) {
    std::set<int> found;
    for (const DayOrSpan& each : reading.between(make_date(2001, 1, 1), make_date(2029, 1, 1))) {
        if (const Interval* span = std::get_if<Interval>(&each)) found.insert(span->days());
    }
    return found.empty() ? std::set<int>{1} : found;
}

/// A reading whose spans turn out to have one length has that length.
Reading settled(Reading reading) {
    const std::set<int> found = lengths(reading);
    if (found.size() > 1) return reading;
    for (Term& term : reading.terms) term.last = nullptr;
    reading.length = *found.begin();
    const bool is_one = reading.terms.size() == 1 && reading.terms[0].offset == 0;
    reading.rule = is_one ? std::optional(reading.terms[0].anchors) : std::nullopt;
    return reading;
}

/// The words for Monday to Friday, said of working days.
Text working_title(const Rule& rule) {
    const Text words = described(rule);
    const std::string english =
        with_each(with_each(words.english, " (Monday to Friday)", ""), "weekday", "working day");
    return noted({with_each(words.korean, "평일(월~금요일)", "근무일"), english},
                 {"공휴일 제외", "no public holiday"});
}

std::shared_ptr<const Term> shared(Term term) {
    return std::make_shared<const Term>(std::move(term));
}

void move_terms(Reading& reading, Said days) {
    for (Term& term : reading.terms) term.offset += static_cast<std::int32_t>(days);
}

}  // namespace

std::vector<Reading> PeriodReader::working() {
    if (!plan_.working || plan_.lunar || plan_.count) {
        fail(sentence("rule.solar_working_days"), 0);
    }
    const Said n = *plan_.working;
    const Part weekdays{"BYDAY", {"MO", "TU", "WE", "TH", "FR"}};
    const auto readings = [](const Rule& rule, const Rule& anchors, Said place, CountedIn within) {
        Reading by_weekday = of_rule(rule);
        by_weekday.names = {"WEEKDAYS"};
        return std::vector<Reading>{{.title = working_title(rule),
                                     .names = {"WORKING_DAYS"},
                                     .terms = {{anchors}},
                                     .working_day = place,
                                     .within = within},
                                    std::move(by_weekday)};
    };
    if (n == 0) {
        const Rule found = rule({weekdays});
        return readings(found, found, 0, CountedIn::month);
    }
    const bool in_week = plan_.within == CountedIn::week;
    const Said most = in_week ? 5 : 20;
    if (n > most || n < -most) {
        fail(sentence(in_week ? "rule.of_week" : "rule.of_month", {{"number", n}}), 0);
    }
    if (frequency() == Frequency::yearly && plan_.months.empty()) {
        // 매년 마지막 근무일: the year's.
        plan_.months = {{n < 0 ? 12 : 1, false}};
    }
    const Rule found = rule({weekdays, part("BYSETPOS", n)});
    if (in_week) {
        return readings(found, rule({part("BYDAY", code(n > 0 ? 0 : 6))}), n, CountedIn::week);
    }
    if (frequency() == Frequency::weekly) {
        fail(sentence("rule.working_days_of_months",
                      {{"such", such("매월 마지막 근무일", "the last working day of each month")}}),
             0);
    }
    return readings(found, rule({part("BYMONTHDAY", Said{n > 0 ? 1 : -1})}), n, CountedIn::month);
}

// Days with a name -------------------------------------------------------------------------------

std::vector<Reading> PeriodReader::feasts() const {
    if (frequency() != Frequency::yearly || !plan_.months.empty() || plan_.skip != Skip::omit ||
        plan_.block != 0) {
        fail(sentence("rule.once_a_year",
                      {{"such", such("매년 " + utf8(plan_.feasts.front()), "name it alone")}}),
             0);
    }
    if (plan_.count && plan_.feasts.size() > 1) {
        fail(sentence("rule.times_of_several_rules", {{"number", *plan_.count}}), 0);
    }
    std::vector<Rule> rules;
    std::vector<std::string> korean;
    std::vector<std::string> english;
    for (const std::u32string_view name : plan_.feasts) {
        rules.push_back(feast_rule(name));
        korean.push_back(utf8(name));
        english.push_back(described(rules.back()).english);
    }
    const std::string each = interval() == 1 ? "매년 " : std::to_string(interval()) + "년마다 ";
    Text title{each + joined(korean, "·"), joined(english, " and ")};
    if (plan_.holidays_around) {
        title = {title.korean + " 연휴", title.english + ", its holidays"};
    }
    if (plan_.containing) return weeks_around(rules, title);
    Reading found{.title = title, .names = {"FEAST"}};
    for (const Rule& rule : rules) found.terms.push_back({rule});
    if (plan_.holidays_around && !plan_.around && plan_.shift == 0 && plan_.working_shift == 0) {
        move_terms(found, -1);
        found.title =
            noted(title, {"전날부터 다음 날까지", "from the day before to the day after"});
        found.length = 3;
        return {found};
    }
    if (rules.size() == 1) found.rule = rules.front();
    return {found};
}

std::vector<Reading> PeriodReader::weeks_around(const std::vector<Rule>& rules,
                                                const Text& title) const {
    std::vector<Reading> found;
    for (const int first : {0, 6}) {
        const Text week{title.korean + "이 있는 주", "the week that holds: " + title.english};
        Reading whole{
            .title = noted(week, first == 0 ? Text{"월요일에 시작하는 주", "weeks from Monday"}
                                            : Text{"일요일에 시작하는 주", "weeks from Sunday"}),
            .names = {"WEEK_FROM_" + code(first)},
            .length = 7};
        for (const Rule& rule : rules) {
            whole.terms.push_back({rule, 0, Weekday::from_index(first)});
        }
        const std::vector<Reading> parts = part_of_week(whole, first);
        found.insert(found.end(), parts.begin(), parts.end());
    }
    return found;
}

Rule PeriodReader::feast_rule(std::u32string_view name) const {
    const Feast& day = feast(name);
    std::string text = day.lunar ? "RSCALE=DANGI;" : "";
    text += "FREQ=YEARLY;BYMONTH=" + std::to_string(day.month) +
            ";BYMONTHDAY=" + std::to_string(day.day);
    if (interval() > 1) text += ";INTERVAL=" + std::to_string(interval());
    return made(std::move(text));
}

// Periods ----------------------------------------------------------------------------------------

/// The last months of the periods that are named; every month if they are months.
std::vector<int> PeriodReader::last_months() const {
    std::vector<int> found;
    if (plan_.block != 0) {
        for (const int start : plan_.block_starts) found.push_back(start + plan_.block - 1);
    } else if (!plan_.months.empty()) {
        for (const NamedMonth& each : plan_.months) found.push_back(each.month);
    } else if (frequency() == Frequency::yearly) {
        found = {12};
    } else {
        for (int month = 1; month <= 12; ++month) found.push_back(month);
    }
    return found;
}

Rule PeriodReader::in_months(std::vector<int> months, Said day) const {
    const std::string text = "BYMONTHDAY=" + std::to_string(day);
    if (months.size() == 12) return made("FREQ=MONTHLY;" + text);
    std::sort(months.begin(), months.end());
    return made("FREQ=YEARLY;BYMONTH=" + listed({months.begin(), months.end()}) + ";" + text);
}

std::vector<Reading> PeriodReader::after_period() const {
    const auto [number, unit] = plan_.after_period.value_or(Duration{});
    if (interval() > 1 || plan_.lunar) {
        fail(sentence("rule.periods_meant"), 0);
    }
    const std::vector<int> last = last_months();
    std::vector<int> after;
    for (const int month : last) after.push_back(month % 12 + 1);
    if (number < 1 || number > (unit == LengthUnit::day ? longest : 52)) {
        fail(sentence("rule.after_period_at_most", {{"number", number}}), 0);
    }
    if (unit == LengthUnit::working_day) {
        const Rule first = in_months(after, 1);
        const std::string n = std::to_string(number);
        return {
            {.title = noted(described(first), {n + "근무일째", "working day " + n + " from it"}),
             .names = {"WORKING_DAYS"},
             .terms = {{first}},
             .working_day = number,
             .within = CountedIn::anything}};
    }
    if (unit == LengthUnit::month) {
        std::vector<int> ends;
        for (const int month : last) {
            ends.push_back(static_cast<int>((month + number - 1) % 12) + 1);
        }
        return {of_rule(in_months(std::move(ends), -1))};
    }
    const Said days = number * (unit == LengthUnit::week ? 7 : 1);
    if (days <= 28) return {of_rule(in_months(after, days))};
    const Rule end = in_months(last, -1);
    const Text words = described(end);
    const std::string n = std::to_string(days);
    return {{.title = {words.korean + " 후 " + n + "일", n + " days after: " + words.english},
             .names = {"RULE"},
             .terms = {{end, static_cast<std::int32_t>(days)}}}};
}

std::vector<Reading> PeriodReader::whole_months() const {
    if (plan_.lunar || interval() > 1 || plan_.months.empty()) {
        fail(sentence("rule.whole_months", {{"such", such("매년 6월 한 달간", "throughout June")}}),
             0);
    }
    std::vector<std::pair<int, int>> runs;
    if (plan_.month_run) {
        runs = {*plan_.month_run};
    } else {
        for (const NamedMonth& each : plan_.months) runs.emplace_back(each.month, each.month);
    }
    Reading found{.names = {"MONTHS"}, .length = 0};
    std::vector<std::string> korean;
    std::vector<std::string> english;
    for (const auto& [first, last] : runs) {
        const std::string begin = std::to_string(first);
        const std::string end = std::to_string(last);
        const Rule days = made("FREQ=YEARLY;BYMONTH=" + begin + ";BYMONTHDAY=1");
        const Rule ends = Rule::parse("FREQ=YEARLY;BYMONTH=" + end + ";BYMONTHDAY=-1");
        found.terms.push_back({.anchors = days, .last = shared({ends})});
        korean.push_back(first == last ? begin + "월 한 달간" : begin + "월부터 " + end + "월까지");
        english.push_back(described(days).english);
    }
    found.title = {"매년 " + joined(korean, ", "), "whole months: " + joined(english, " / ")};
    return {settled(std::move(found))};
}

// Spans and moves --------------------------------------------------------------------------------

Reading PeriodReader::shifted(Reading reading) const {
    if (reading.needs_workdays() || plan_.whole_months) {
        fail(sentence("rule.named_day_moved"), 0);
    }
    const bool by_working_days = plan_.working_shift != 0;
    const Said n = by_working_days ? plan_.working_shift : plan_.shift;
    constexpr Said farthest = 9999;
    if (n > farthest || n < -farthest) {
        fail(sentence("rule.moved_at_most", {{"number", std::abs(n)}}), 0);
    }
    Said edge = 0;
    if (plan_.holidays_around) edge = plan_.shift + plan_.working_shift < 0 ? -1 : 1;
    move_terms(reading, edge + (by_working_days ? (n > 0 ? 1 : -1) : n));
    const std::string number = std::to_string(std::abs(n));
    const std::string away = number + (by_working_days ? "근무일 " : "일 ");
    const std::string english = number + (by_working_days ? " working days " : " days ");
    reading.title = noted(reading.title,
                          {away + (n < 0 ? "전" : "후"), english + (n < 0 ? "before" : "after")});
    reading.rule.reset();
    if (by_working_days) {
        reading.working_day = n;
        reading.within = CountedIn::anything;
    }
    return reading;
}

Reading PeriodReader::around(Reading reading) const {
    if (reading.of_spans() || reading.needs_workdays()) {
        fail(sentence("rule.around",
                      {{"such", such("추석 전 2주간", "the two weeks before Chuseok")}}),
             0);
    }
    const auto [before, after] = plan_.around.value_or(DaysAround{});
    const bool both = before != 0 && after != 0;
    const Said edge = plan_.holidays_around ? 1 : 0;
    const Said length = before + after + (both ? 1 + 2 * edge : 0);
    check_length(length);
    move_terms(reading, before != 0 ? -before - edge : 1 + edge);
    reading.length = static_cast<std::int32_t>(length);
    const std::string days = std::to_string(before != 0 ? before : after);
    reading.title = noted(reading.title, {(both          ? "전후 "
                                           : before != 0 ? "전 "
                                                         : "후 ") +
                                              days + "일간",
                                          "the " + days + " days " +
                                              (both          ? "before and after"
                                               : before != 0 ? "before"
                                                             : "after")});
    reading.rule.reset();
    return reading;
}

Reading PeriodReader::lasting(Reading reading) const {
    const auto [number, unit] = plan_.lasts.value_or(Duration{});
    if (reading.needs_workdays() || unit == LengthUnit::working_day || number == 0) {
        fail(sentence("rule.lasting", {{"such", such("부터 10일간", "for 10 days")}}), 0);
    }
    if (unit == LengthUnit::month) return lasting_months(std::move(reading), number);
    const Said length = number * (unit == LengthUnit::week ? 7 : 1);
    check_length(length);
    const Said period = frequency() == Frequency::weekly  ? 7
                        : frequency() == Frequency::daily ? 1
                                                          : longest;
    if (length > period * interval()) {
        fail(sentence("rule.begins_before",
                      {{"such", such("매주 금요일, 10회", "every Friday for 10 times")}}),
             0);
    }
    const std::string days = std::to_string(length);
    reading.title = noted(reading.title, {"부터 " + days + "일간", "for " + days + " days"});
    reading.length = static_cast<std::int32_t>(length);
    return reading;
}

Reading PeriodReader::lasting_months(Reading reading, Said number) const {
    if (plan_.month_days.size() != 1 || plan_.months.empty() || number < 1 || number > 12) {
        fail(sentence("rule.months_from_day",
                      {{"such", such("3월 1일부터 2개월간", "two months from 1 March")}}),
             0);
    }
    const Said day = plan_.month_days[0];
    const Said shift = day == 1 ? number - 1 : number;
    std::vector<Said> months;
    for (const NamedMonth& each : plan_.months) {
        months.push_back((each.month + shift - 1) % 12 + 1);
    }
    const Rule last = Rule::parse("FREQ=YEARLY;BYMONTH=" + listed(months) +
                                  ";BYMONTHDAY=" + std::to_string(day > 1 ? day - 1 : -1));
    for (Term& term : reading.terms) term.last = shared({last});
    const std::string n = std::to_string(number);
    reading.title = noted(reading.title, {"부터 " + n + "개월간", "for " + n + " months"});
    reading.length = 0;
    return settled(std::move(reading));
}

std::vector<Reading> PeriodReader::running(const std::vector<Reading>& begins,
                                           const std::vector<Reading>& ends) const {
    check_order();
    const bool is_short = frequency() == Frequency::weekly || frequency() == Frequency::daily;
    if (is_short && !plan_.to.empty() && plan_.to[0].weekdays.empty()) {
        fail(sentence("rule.begins_often"), 0);
    }
    std::vector<Reading> found;
    for (const Reading& begin : begins) {
        const auto same_name = std::find_if(ends.begin(), ends.end(), [&](const Reading& each) {
            return each.names.front() == begin.names.front();
        });
        const Reading& end = same_name == ends.end() ? ends.front() : *same_name;
        if (begin.needs_workdays() || end.needs_workdays() || plan_.to.empty() || end.length == 0) {
            fail(sentence("rule.named_days_span"), 0);
        }
        std::vector<Term> lasts = end.terms;
        if (lasts.size() != begin.terms.size()) lasts.resize(1);
        if (end.length > 1) {
            for (Term& term : lasts) term.offset += end.length - 1;
        }
        Reading span = begin;
        for (std::size_t i = 0; i < span.terms.size(); ++i) {
            span.terms[i].last = shared(lasts[std::min(i, lasts.size() - 1)]);
        }
        span.title = {begin.title.korean + "부터 " + end.title.korean + "까지",
                      "from: " + begin.title.english + "; to: " + end.title.english};
        span.length = 0;
        span.rule.reset();
        found.push_back(settled(std::move(span)));
        check_length(*lengths(found.back()).rbegin());
    }
    return found;
}

void PeriodReader::check_order() const {
    if (plan_.to.empty()) return;
    const SentencePlan& to = plan_.to[0];
    if (to.next_month || plan_.month_days.size() != 1 || to.month_days.size() != 1) return;
    const Said begin = plan_.month_days[0];
    const Said end = to.month_days[0];
    if (plan_.months == to.months && 0 < end && end < begin) {
        const std::string first = std::to_string(begin);
        const std::string last = std::to_string(end);
        fail(sentence("rule.ends_before_such",
                      {{"such",
                        such(first + "일부터 " + last + "일까지; 다음 달 " + last + "일 is said so",
                             "from " + first + " to " + last)}}),
             0);
    }
}

void PeriodReader::check_length(Said days) const {
    if (1 <= days && days <= longest) return;
    fail(sentence("rule.span_length", {{"days", days}, {"most", longest}}), 0);
}

}  // namespace probity::detail
