#include "sentences/plan.hpp"

#include <algorithm>
#include <initializer_list>

namespace probity::detail {
namespace {

/// Parts other than a list that say which days are meant.
enum Kind : std::uint32_t {
    weekdays_kind = 1,
    ordinals_kind = 2,
    month_days_kind = 4,
    year_days_kind = 8,
    week_numbers_kind = 16,
    positions_kind = 32,
    weeks_kind = 64,
    feasts_kind = 128,
    part_days_kind = 256,
    /// The lists of days, of which one rule may have several items.
    all_lists = 511,
    working_kind = 512,
    containing_kind = 1024,
    week_run_kind = 2048,
    part_run_kind = 4096,
    week_edge_kind = 8192,
    holidays_kind = 16384,
    shift_kind = 32768,
    working_shift_kind = 65536,
    around_kind = 131072,
    lasts_kind = 262144,
    to_kind = 524288,
    others_kind = 1048576,
};

template <class Item>
void add_new(std::vector<Item>& mine, const std::vector<Item>& theirs) {
    const auto before = mine;
    for (const Item& each : theirs) {
        if (std::find(before.begin(), before.end(), each) == before.end()) mine.push_back(each);
    }
}

}  // namespace

bool are(const std::vector<int>& weekdays, std::initializer_list<int> run) {
    return std::equal(weekdays.begin(), weekdays.end(), run.begin(), run.end());
}

void add_kinds(std::vector<DayOff>& kinds, const std::vector<DayOff>& more) {
    for (const DayOff kind : more) {
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
    }
}

SentencePlan SentencePlan::beside() const {
    SentencePlan further = *this;
    further.others.clear();
    further.weekdays.clear();
    further.ordinals.clear();
    further.month_days.clear();
    further.year_days.clear();
    further.week_numbers.clear();
    further.positions.clear();
    further.weeks.clear();
    further.feasts.clear();
    further.part_days.clear();
    further.working.reset();
    further.containing = false;
    further.week_run.reset();
    further.part_run.reset();
    further.week_edge.reset();
    further.holidays_around = false;
    further.shift = 0;
    further.working_shift = 0;
    further.around.reset();
    further.lasts.reset();
    further.to.clear();
    further.is_beside = true;
    return further;
}

std::uint32_t SentencePlan::kinds() const {
    std::uint32_t found = 0;
    const auto add = [&](bool is_said, std::uint32_t kind) { found |= is_said ? kind : 0; };
    add(!weekdays.empty(), weekdays_kind);
    add(!ordinals.empty(), ordinals_kind);
    add(!month_days.empty(), month_days_kind);
    add(!year_days.empty(), year_days_kind);
    add(!week_numbers.empty(), week_numbers_kind);
    add(!positions.empty(), positions_kind);
    add(!weeks.empty(), weeks_kind);
    add(!feasts.empty(), feasts_kind);
    add(!part_days.empty(), part_days_kind);
    add(working.has_value(), working_kind);
    add(containing, containing_kind);
    add(week_run.has_value(), week_run_kind);
    add(part_run.has_value(), part_run_kind);
    add(week_edge.has_value(), week_edge_kind);
    add(holidays_around, holidays_kind);
    add(shift != 0, shift_kind);
    add(working_shift != 0, working_shift_kind);
    add(around.has_value(), around_kind);
    add(lasts.has_value(), lasts_kind);
    add(!to.empty(), to_kind);
    add(!others.empty(), others_kind);
    return found;
}

void SentencePlan::join(SentencePlan other) {
    const auto take_others = [&] {
        std::move(other.others.begin(), other.others.end(), std::back_inserter(others));
        other.others.clear();
    };
    if (!other.has_days()) {
        take_others();
        return;
    }
    const std::uint32_t mine = kinds();
    const std::uint32_t theirs = other.kinds();
    const auto only_of = [](std::uint32_t kind, std::uint32_t allowed) {
        return (kind & ~allowed) == 0;
    };
    const bool one_kind = mine != 0 && (mine & (mine - 1)) == 0;
    const bool same = mine == theirs && one_kind && only_of(mine, all_lists);
    // 둘째 주, 넷째 주 수요일: the last says of both what they are.
    const bool last_says = mine == weeks_kind && theirs == (weeks_kind | weekdays_kind);
    const bool same_weekdays =
        mine == theirs && mine == (weeks_kind | weekdays_kind) && weekdays == other.weekdays;
    // Tuesday of the second week, and Thursday.
    const bool another_weekday = mine == (weeks_kind | weekdays_kind) && theirs == weekdays_kind;
    // Wednesday, third week.
    const bool week_behind = mine == weekdays_kind && theirs == weeks_kind && !each_week;
    constexpr std::uint32_t of_weekdays = weekdays_kind | ordinals_kind;
    const bool alike = same_weekdays || another_weekday || week_behind || same || last_says ||
                       (only_of(mine, of_weekdays) && only_of(theirs, of_weekdays));
    bool same_periods = months == other.months && block == other.block;
    if (!other.feasts.empty() && feasts.empty()) {
        // 1월 1일, 설날: a feast comes once a year, in whatever month.
        other.months.clear();
        same_periods = false;
    }
    if (mine == ordinals_kind && theirs == weekdays_kind && !other.each_week) {
        // The first Monday and Tuesday: the first of either.
        const int last = ordinals.back().weekday;
        for (const int weekday : other.weekdays) {
            for (const NthDay& each : ordinals) {
                if (each.weekday == last) other.ordinals.push_back({each.n, weekday});
            }
        }
        other.weekdays.clear();
    }
    if (!alike || !same_periods) {
        other.of_same_periods = same_periods;
        std::vector<SentencePlan> more;
        more.swap(other.others);
        others.push_back(std::move(other));
        std::move(more.begin(), more.end(), std::back_inserter(others));
        return;
    }
    add_new(weekdays, other.weekdays);
    add_new(ordinals, other.ordinals);
    add_new(month_days, other.month_days);
    add_new(year_days, other.year_days);
    add_new(week_numbers, other.week_numbers);
    add_new(positions, other.positions);
    add_new(weeks, other.weeks);
    add_new(feasts, other.feasts);
    add_new(part_days, other.part_days);
    each_week = each_week || other.each_week;
    by_name = by_name || other.by_name;
    in_year = in_year || other.in_year;
}

void SentencePlan::share() {
    for (SentencePlan& other : others) {
        if (other.is_beside) {
            other.months_out = months_out;
            other.out = out;
        }
        if (!other.of_same_periods) continue;
        other.months = months;
        other.lunar = lunar;
        other.block = block;
        other.block_starts = block_starts;
        other.month_of_block = month_of_block;
        other.next_month = next_month;
        other.in_year = in_year;
        other.months_out = months_out;
        other.times = times;
        other.heads = heads;
    }
    if (block != 0 && months.empty()) part_edges();
}

void SentencePlan::part_edges() {
    // 첫째 월요일과 마지막 금요일 of a quarter are in its first month and its last.
    SentencePlan first;
    SentencePlan last;
    for (const NthDay& each : ordinals) {
        if (each.n != 0) (each.n > 0 ? first : last).ordinals.push_back(each);
    }
    for (const Said n : month_days) {
        if (n != 0) (n > 0 ? first : last).month_days.push_back(n);
    }
    const auto has_any = [](const SentencePlan& plan) {
        return !plan.ordinals.empty() || !plan.month_days.empty();
    };
    if (!has_any(first) || !has_any(last)) return;
    SentencePlan other = beside();
    ordinals = std::move(first.ordinals);
    month_days = std::move(first.month_days);
    other.ordinals = std::move(last.ordinals);
    other.month_days = std::move(last.month_days);
    others.push_back(std::move(other));
}

bool SentencePlan::has_days() const {
    return !weekdays.empty() || !ordinals.empty() || !month_days.empty() || !year_days.empty() ||
           !week_numbers.empty() || !weeks.empty() || working.has_value() || !feasts.empty() ||
           whole_months || after_period.has_value();
}

}  // namespace probity::detail
