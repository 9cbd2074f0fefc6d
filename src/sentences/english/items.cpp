#include "sentences/english/items.hpp"

#include <array>
#include <string>

#include "sentences/english/dates.hpp"
#include "sentences/english/days.hpp"
#include "sentences/english/heads.hpp"
#include "sentences/english/periods.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

constexpr auto items = std::to_array<Reader>({
    read_after_period,
    read_week_around,
    read_containing,
    read_moved,
    read_weekday_beside,
    read_feast,
    read_end_of_period,
    read_date,
    read_every,
    read_last_days,
    read_whole_months,
    read_counted,
    read_weekdays,
});

constexpr auto next_month = std::to_array<std::u32string_view>(
    {U"of the following month", U"of the next month", U"of the month after", U"next month",
     U"following month", U"in the following month", U"in the next month",
     U"of the month that follows", U"the following month"});

/// The 100th day of the year, the last Friday of the year.
void count_in_year(SentencePlan& plan) {
    add_head(plan, Frequency::yearly, 1);
    plan.in_year = true;
    const auto move = [](std::vector<Said>& from, std::vector<Said>& to) {
        to.insert(to.end(), from.begin(), from.end());
        from.clear();
    };
    move(plan.month_days, plan.year_days);
    move(plan.weeks, plan.week_numbers);
}

/// Of the first month of each quarter.
bool read_month_of_block(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    s.take(U"the");
    const auto n = s.ordinal();
    if (!n || !s.take(U"month")) return s.back(mark);
    if (s.take(U"of", U"in")) {
        take_each(s);
        read_period(s, plan);
    }
    if (plan.block == 0) return s.back(mark);
    if (*n == 0 || *n > plan.block || *n < -plan.block) {
        s.fail(sentence("rule.month_of_block", {{"most", plan.block}}), mark);
    }
    const int offset = static_cast<int>(*n > 0 ? *n - 1 : plan.block + *n);
    plan.months.clear();
    for (const int start : plan.block_starts) plan.months.push_back({start + offset, false});
    plan.month_of_block = true;
    return true;
}

/// Of the month following each quarter.
bool read_month_behind(Scanner& s, SentencePlan& plan, std::size_t mark) {
    s.take(U"the end of");
    if (!read_period_or_block(s, plan, take_each(s))) {
        s.fail(sentence("rule.month_following"), mark);
    }
    plan.next_month = true;
    return true;
}

}  // namespace

bool read_item(Scanner& s, SentencePlan& plan) { return s.any_of(plan, items); }

bool read_context(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (s.take_any(next_month)) {
        plan.next_month = true;
        return true;
    }
    if (s.take(U"of the following year", U"of the next year", U"the following year",
               U"next year")) {
        add_head(plan, Frequency::yearly, 1);
        return true;
    }
    if (s.take(U"of the month following", U"of the month after", U"of the first month after")) {
        return read_month_behind(s, plan, mark);
    }
    if (s.take(U"of the month", U"in the month", U"of month")) {
        add_head(plan, Frequency::monthly, 1);
        return true;
    }
    if (s.take(U"of the quarter", U"in the quarter")) {
        set_quarters(plan);
        return true;
    }
    if (s.take(U"of the year", U"in the year", U"of each year", U"of every year")) {
        if (plan.months.empty()) {
            count_in_year(plan);
        } else {
            add_head(plan, Frequency::yearly, 1);
        }
        return true;
    }
    if (s.take(U"of", U"in", U"during") &&
        (read_of_week(s, plan) || read_month_of_block(s, plan) || read_lunar_months(s, plan))) {
        return true;
    }
    s.at = mark;
    s.take(U"of", U"in", U"during", U"for", U"only in");
    s.take(U"each", U"every");
    return read_months(s, plan) || s.back(mark);
}

}  // namespace probity::detail::english
