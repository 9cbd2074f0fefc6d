#include "sentences/english/days.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "sentences/code_points.hpp"
#include "sentences/english/heads.hpp"
#include "sentences/english/weekdays.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

void add(std::vector<Said>& days, const std::vector<Said>& more) {
    days.insert(days.end(), more.begin(), more.end());
}

bool any(const std::vector<Said>& numbers, auto is_such) {
    return std::ranges::any_of(numbers, is_such);
}

bool is_of_the_year_ahead(Scanner& s) {
    return s.ahead(U"of the year", U"of each year", U"of every year");
}

void add_weeks(Scanner& s, SentencePlan& plan, const std::vector<Said>& numbers,
               std::size_t start) {
    const bool beyond = any(numbers, [](Said n) { return n == 0 || n > 5 || n < -5; });
    if (beyond && !s.ahead(U"of the year")) {
        s.fail(sentence("rule.week_of_month"), start);
    }
    add(plan.weeks, numbers);
}

/// (Week) 3, (weeks) 20 and 40 of the year.
bool numbered_weeks(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    const auto weeks = s.listed([&] { return s.number(); });
    if (is_of_the_year_ahead(s) || any(weeks, [](Said n) { return n > 5; })) {
        if (weeks.empty() || any(weeks, [](Said n) { return n < 1 || n > 53; })) {
            s.fail(sentence("rule.week_of_year"), start);
        }
        add_head(plan, Frequency::yearly, 1);
        plan.in_year = true;
        plan.week_numbers = weeks;
        return true;
    }
    add_weeks(s, plan, weeks, start);
    return !weeks.empty();
}

/// Day 15, days 1 and 15; week 3, week 20 of the year.
bool bare_numbers(Scanner& s, SentencePlan& plan) {
    if (s.take(U"weeks", U"week")) return numbered_weeks(s, plan);
    if (!s.take(U"days", U"day")) return false;
    const auto days = s.listed([&] { return s.number(); });
    for (const Said day : days) s.checked_day(day, s.at);
    add(plan.month_days, days);
    return !days.empty();
}

/// The third week Wednesday, the third week, Monday to Friday.
void read_part_of_week(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    const bool bracket = s.take(U"(");
    plan.week_run = read_run(s);
    auto weekdays = plan.week_run ? std::vector<int>() : listed_weekdays(s);
    const bool has_part = plan.week_run || !weekdays.empty();
    if (bracket && !(has_part && s.take(U")"))) {
        plan.week_run.reset();
        weekdays.clear();
        s.at = mark;
    }
    add_weekdays(plan, weekdays);
}

/// The first of the month, the fifteenth of March: a day, as words that count nothing else.
bool of_month_ahead(Scanner& s) {
    const std::size_t mark = s.at;
    const bool is_of = s.take(U"of", U"in");
    take_each(s);
    const bool found =
        is_of && (s.take(U"following month", U"next month", U"month") || s.month().has_value());
    s.at = mark;
    return found;
}

/// The third Wednesday; the last Friday but one; the 15th and the third Wednesday.
void add_nth_weekdays(Scanner& s, SentencePlan& plan, std::vector<Said> numbers, int weekday,
                      std::size_t start) {
    if (numbers == std::vector<Said>{-1}) {
        if (s.take(U"but one")) {
            numbers = {-2};
        } else if (s.take(U"but two")) {
            numbers = {-3};
        }
    }
    const auto is_beyond_month = [](Said n) { return n > 5 || n < -5; };
    if (any(numbers, [](Said n) { return n > 53 || n < -53; })) {
        s.fail(sentence("rule.weekdays_of_year"), start);
    }
    if (numbers.size() > 1 && any(numbers, is_beyond_month) && !s.ahead(U"of the year")) {
        // The 15th and the third Wednesday: days, then a weekday.
        const Said last = numbers.back();
        numbers.pop_back();
        if (is_beyond_month(last) || any(numbers, [](Said n) { return n <= 5 || n > 31; })) {
            s.fail(sentence("rule.days_and_weekdays"), start);
        }
        SentencePlan other = plan.beside();
        other.month_days = numbers;
        other.of_same_periods = true;
        plan.others.push_back(std::move(other));
        numbers = {last};
    }
    for (const Said n : numbers) plan.ordinals.push_back({n, weekday});
}

/// The unit that is counted, behind the ordinals.
bool read_what_is_counted(Scanner& s, SentencePlan& plan, const std::vector<Said>& numbers,
                          bool figures, std::size_t start) {
    s.take(U"calendar");
    if (s.take(U"full", U"whole", U"complete")) {
        if (!s.ahead(U"week", U"weeks")) return false;
        plan.convention = WeekConvention::full_weeks();
    }
    if (s.take(U"weeks", U"week", U"-weeks", U"-week")) {
        add_weeks(s, plan, numbers, start);
        s.take(U"'s");
        read_part_of_week(s, plan);
        return true;
    }
    if (s.take_any(working_days)) {
        if (numbers.size() != 1) s.fail(sentence("rule.one_working_day"), start);
        plan.working = numbers.front();
        return true;
    }
    if (s.take(U"weekdays", U"weekday")) {
        plan.by_name = s.take(U"(monday to friday)");
        add_monday_to_friday(plan);
        add(plan.positions, numbers);
        return true;
    }
    if (s.take(U"weekend days", U"weekend day")) {
        add_weekend(plan);
        add(plan.positions, numbers);
        return true;
    }
    if (s.take(U"days", U"day")) {
        add(plan.month_days, numbers);
        return true;
    }
    if (s.ahead(U"weekend", U"weekends")) {
        s.fail(sentence("rule.weekend_en"), start);
    }
    if (s.ahead(U"month", U"quarter", U"half", U"half-year")) return false;
    if (const auto weekday = s.weekday()) {
        add_nth_weekdays(s, plan, numbers, *weekday, start);
        return true;
    }
    if (any(numbers, [](Said n) { return n < 0; }) || !(figures || of_month_ahead(s))) {
        return false;
    }
    if (any(numbers, [](Said n) { return n > 31; })) {
        s.checked_day(std::ranges::max(numbers), start);
    }
    add(plan.month_days, numbers);
    return true;
}

}  // namespace

bool read_every(Scanner& s, SentencePlan& plan) {
    if (!s.take_any(each_words)) return false;
    const std::size_t mark = s.at;
    if (s.take(U"other", U"alternate")) {
        const auto weekdays = s.listed([&] { return s.weekday(); });
        if (weekdays.empty()) return false;
        add_weekdays(plan, weekdays);
        add_head(plan, Frequency::weekly, 2);
        return true;
    }
    if (s.take_any(working_days)) {
        plan.working = 0;
        return true;
    }
    if (s.take(U"weekday")) {
        add_monday_to_friday(plan);
        plan.each_week = true;
        return true;
    }
    if (s.take(U"weekend")) {
        add_weekend(plan);
        plan.each_week = true;
        return true;
    }
    if (const auto weekdays = listed_weekdays(s); !weekdays.empty()) {
        add_weekdays(plan, weekdays);
        plan.each_week = true;
        add_head(plan, Frequency::weekly, 1);
        return true;
    }
    s.at = mark;
    if (!read_counted(s, plan)) return false;
    if (plan.ordinals.size() == 1) plan.every_nth = plan.ordinals.front();
    const bool says_of_what = !plan.months.empty() || !plan.heads.empty() || s.ahead(U"of", U"in");
    if (!plan.weeks.empty() && plan.weeks.front() > 1 && !says_of_what) {
        s.fail(sentence("rule.every_or_each"), mark);
    }
    return true;
}

bool read_last_days(Scanner& s, SentencePlan& plan) {
    s.take(U"the");
    const bool first = s.take(U"first");
    if (!first && !s.take(U"last")) return false;
    const auto number = s.number();
    if (!number || *number > 31 || !s.take(U"days")) return false;
    for (Said n = 1; n <= *number; ++n) plan.month_days.push_back(first ? n : n - *number - 1);
    return true;
}

bool read_counted(Scanner& s, SentencePlan& plan) {
    s.take(U"on");
    s.take(U"the");
    const std::size_t start = s.at;
    const std::u32string_view rest = stripped(s.rest_of_text());
    const bool figures = !rest.empty() && is_figure(rest.front());
    const auto numbers = s.listed([&] {
        s.take(U"the");
        return ordinals(s);
    });
    if (numbers.empty()) return bare_numbers(s, plan);
    return read_what_is_counted(s, plan, numbers, figures, start);
}

bool read_weekdays(Scanner& s, SentencePlan& plan) {
    s.take(U"on", U"from");
    s.take(U"the");
    if (s.take(U"weekdays")) {
        add_monday_to_friday(plan);
        plan.each_week = true;
        return true;
    }
    if (s.take(U"alternate")) {
        add_weekdays(plan, listed_weekdays(s));
        add_head(plan, Frequency::weekly, 2);
        return !plan.weekdays.empty();
    }
    if (s.take(U"weekends")) {
        add_weekend(plan);
        plan.each_week = true;
        return true;
    }
    if (s.take_any(working_days)) {
        plan.working = 0;
        return true;
    }
    const std::size_t start = s.at;
    const auto run = read_run(s);
    const std::size_t inner = s.at;
    SentencePlan week;
    if (run && s.take(U"of", U"in") && read_of_week(s, week)) {
        s.at = inner;
        plan.week_run = run;
        return true;
    }
    s.at = start;
    const auto weekdays = listed_weekdays(s);
    add_weekdays(plan, weekdays);
    return !weekdays.empty();
}

bool read_of_week(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    take_each(s);
    if (s.take(U"week", U"weeks")) return numbered_weeks(s, plan) || s.back(mark);
    const auto numbers = s.listed([&] { return s.ordinal(); });
    if (numbers.empty() || !s.take(U"weeks", U"week")) return s.back(mark);
    add_weeks(s, plan, numbers, mark);
    return true;
}

std::vector<Said> ordinals(Scanner& s) {
    const auto first = s.ordinal();
    if (!first) return {};
    const std::size_t mark = s.at;
    if (s.take_any(range_words)) {
        s.take(U"the");
        const auto last = s.ordinal();
        const bool is_run =
            last && (*first > 0) == (*last > 0) && *last > *first && *last - *first <= 366;
        if (is_run) {
            std::vector<Said> run;
            for (Said n = *first; n <= *last; ++n) run.push_back(n);
            return run;
        }
        s.at = mark;
    }
    return {*first};
}

}  // namespace probity::detail::english
