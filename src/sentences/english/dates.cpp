#include "sentences/english/dates.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "sentences/code_points.hpp"
#include "sentences/english/days.hpp"
#include "sentences/english/heads.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {

const Pattern day_figures(U"([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9a-z:.])");

namespace {

/// March; June to August.
std::vector<int> run_of_months(Scanner& s, SentencePlan& plan) {
    const auto first = s.month();
    if (!first) return {};
    const std::size_t mark = s.at;
    const auto last = s.take_any(range_words) ? s.month() : std::nullopt;
    if (!last) {
        s.at = mark;
        return {*first};
    }
    plan.month_run = std::pair(*first, *last);
    std::vector<int> months;
    for (int i = 0; i <= (*last - *first + 12) % 12; ++i) {
        months.push_back((*first + i - 1) % 12 + 1);
    }
    return months;
}

/// The day in figures that stands here.
std::optional<Said> day_here(Scanner& s) {
    const auto found = s.match(day_figures);
    return found ? std::optional(number_of((*found)[1])) : std::nullopt;
}

SentencePlan one_day(const DayOfMonth& date) {
    return {.months = {{date.month, false}}, .month_days = {date.day}};
}

void add_date(SentencePlan& plan, const DayOfMonth& date, std::optional<DayOfMonth> to) {
    plan.month_of_block = plan.block != 0;
    const bool is_first = plan.months.empty() && !plan.has_days();
    SentencePlan further = one_day(date);
    SentencePlan& dated = is_first ? plan : plan.others.emplace_back(std::move(further));
    if (is_first) {
        plan.months = {{date.month, false}};
        plan.month_days = {date.day};
    }
    dated.to.clear();
    if (to) dated.to.push_back(one_day(*to));
    add_head(dated, Frequency::yearly, 1);
}

/// 12 to 18 March, the 12th to the 18th of March.
bool read_days_of_one_month(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    const bool between = !s.take(U"from") && s.take(U"between");
    s.take(U"the");
    const auto first = day_here(s);
    if (!first || !(between ? s.take(U"and") : s.take_any(range_words))) return s.back(mark);
    s.take(U"the");
    const auto last = day_here(s);
    s.take(U"of");
    const auto month = last ? s.month() : std::nullopt;
    if (!month) return s.back(mark);
    const int begin = s.checked_day(*first, mark), end = s.checked_day(*last, mark);
    if (end <= begin) s.fail(sentence("rule.range_reversed"), mark);
    add_date(plan, {*month, begin}, DayOfMonth{*month, end});
    return true;
}

/// To 15 December, to 15: the last day of a range that begins in `month`.
std::optional<DayOfMonth> read_end_of_range(Scanner& s, int month, bool between) {
    const std::size_t mark = s.at;
    if (!s.take_any(range_words) && !(between && s.take(U"and"))) return std::nullopt;
    auto end = day_of_month(s);
    if (!end) {
        if (const auto day = day_here(s)) end = DayOfMonth{month, s.checked_day(*day, mark)};
    }
    if (end) {
        s.take(U"of the following year", U"of the next year", U"the following year");
    } else {
        s.at = mark;
    }
    return end;
}

/// The 15th of March, June and September: the months after the first.
void add_further_months(Scanner& s, SentencePlan& plan) {
    while (true) {
        const std::size_t mark = s.at;
        const auto month = s.separator() ? s.month() : std::nullopt;
        if (!month || s.match(day_figures)) {
            s.at = mark;
            return;
        }
        plan.months.push_back({*month, false});
    }
}

}  // namespace

bool read_months(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    s.take(U"the months of", U"the months", U"the month of", U"months", U"month of");
    auto months = s.listed([&] { return run_of_months(s, plan); });
    if (months.empty() || s.match(day_figures)) {
        if (plan.months.empty()) plan.month_run.reset();
        return s.back(mark);
    }
    if (!plan.months.empty()) s.fail(sentence("rule.months_twice"), mark);
    const std::size_t listed = months.size();
    std::ranges::sort(months);
    months.erase(std::unique(months.begin(), months.end()), months.end());
    for (const int month : months) plan.months.push_back({month, false});
    plan.month_of_block = plan.block != 0;
    if (listed < 2 || months.size() != listed) plan.month_run.reset();
    return true;
}

bool read_whole_months(Scanner& s, SentencePlan& plan) {
    if (!s.take(U"throughout", U"all of", U"the whole of", U"the whole month of",
                U"the entire month of") ||
        !read_months(s, plan)) {
        return false;
    }
    plan.whole_months = true;
    return true;
}

bool read_lunar_months(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    s.take(U"the");
    auto months = s.listed([&] {
        s.take(U"the");
        const bool is_leap = s.take(U"leap");
        std::vector<NamedMonth> named;
        for (const Said n : ordinals(s)) {
            if (n >= 1 && n <= 12) named.push_back({static_cast<int>(n), is_leap});
        }
        return named;
    });
    if (months.empty() || !plan.months.empty() || !s.take(U"lunar months", U"lunar month")) {
        return s.back(mark);
    }
    plan.months = std::move(months);
    plan.lunar = true;
    return true;
}

bool read_date(Scanner& s, SentencePlan& plan) {
    if (read_days_of_one_month(s, plan)) return true;
    std::size_t mark = s.at;
    const bool between = !s.take(U"from") && s.take(U"between");
    const auto date = day_of_month(s);
    if (!date) return s.back(mark);
    mark = s.at;
    const auto to = read_end_of_range(s, date->month, between);
    if (between && !to) s.fail(sentence("rule.between"), mark);
    add_date(plan, *date, to);
    if (!to && plan.others.empty()) add_further_months(s, plan);
    return true;
}

std::optional<DayOfMonth> day_of_month(Scanner& s) {
    const std::size_t mark = s.at;
    s.take(U"the");
    if (const auto day = day_here(s)) {
        s.take(U"day of", U"of");
        if (const auto month = s.month()) return DayOfMonth{*month, s.checked_day(*day, mark)};
    }
    s.at = mark;
    if (const auto month = s.month()) {
        s.take(U"the");
        if (const auto day = day_here(s)) return DayOfMonth{*month, s.checked_day(*day, mark)};
    }
    s.at = mark;
    return std::nullopt;
}

}  // namespace probity::detail::english
