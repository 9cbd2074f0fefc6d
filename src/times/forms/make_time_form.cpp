// Which form computes a rule with times.

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include "date/civil.hpp"
#include "times/forms/cycle_form.hpp"
#include "times/forms/day_times_form.hpp"
#include "times/forms/time_form.hpp"

namespace probity::detail {
namespace {

using Numbers = std::vector<std::int32_t>;

// --- Parts ----------------------------------------------------------------------------------------

Numbers numbers_in(std::uint64_t bits) {
    Numbers numbers;
    for (; bits != 0; bits &= bits - 1) numbers.push_back(std::countr_zero(bits));
    return numbers;
}

// BYSECOND, in which 60, a leap second that no clock shows, is the last second of its minute.
std::uint64_t seconds_of(const Rule& rule) {
    constexpr std::uint64_t leap = std::uint64_t{1} << 60;
    const std::uint64_t seconds = rule.by_second();
    return (seconds & leap) != 0 ? (seconds & ~leap) | leap >> 1 : seconds;
}

// A part of time of day as it expands a longer period: its numbers, or the start's.
Numbers expanded(std::uint64_t part, std::int64_t of_start) {
    return part != 0 ? numbers_in(part) : Numbers{static_cast<std::int32_t>(of_start)};
}

// The parts of a rule that say days, with those of time of day, beside which BYSETPOS may stand.
RuleParts parts_of(const Rule& rule) {
    RuleParts parts;
    parts.frequency = rule.frequency();
    parts.interval = rule.interval();
    parts.by_month = numbers_in(rule.by_month());
    parts.by_leap_month = numbers_in(rule.by_leap_month());
    rule.by_week_no().for_each([&](int n) { parts.by_week_no.push_back(n); });
    rule.by_year_day().for_each([&](int n) { parts.by_year_day.push_back(n); });
    rule.by_month_day().for_each([&](int n) { parts.by_month_day.push_back(n); });
    for (int i = 0; i < 7; ++i) {
        const Weekday weekday = Weekday::from_index(i);
        if ((rule.by_weekday() >> i & 1) != 0) parts.by_weekday.push_back(weekday);
        rule.by_day(weekday).for_each([&](int n) { parts.by_day.push_back(weekday(n)); });
    }
    parts.by_hour = numbers_in(rule.by_hour());
    parts.by_minute = numbers_in(rule.by_minute());
    parts.by_second = numbers_in(rule.by_second());
    parts.week_start = rule.week_start();
    parts.scale = rule.scale();
    parts.skip = rule.skip();
    return parts;
}

DayNumber day_of(std::int64_t time) { return static_cast<DayNumber>(floor_div(time, day_seconds)); }

// --- Days and longer ------------------------------------------------------------------------------

// The times of day of a rule of days, each of which has all of them.
Numbers times_of_day(const Rule& rule, std::int64_t start) {
    const std::int64_t second = floor_mod(start, day_seconds);
    const Numbers hours = expanded(rule.by_hour(), second / 3600);
    const Numbers minutes = expanded(rule.by_minute(), second / 60 % 60);
    const Numbers seconds = expanded(seconds_of(rule), second % 60);
    Numbers times;
    times.reserve(hours.size() * minutes.size() * seconds.size());
    for (const std::int32_t hour : hours) {
        for (const std::int32_t minute : minutes) {
            for (const std::int32_t s : seconds) times.push_back((hour * 60 + minute) * 60 + s);
        }
    }
    return times;
}

// A period with m days has the times of day of the first, then those of the second. So the p-th of its
// n times a day falls on day (p - 1) / n and has the time (p - 1) mod n; the p-th from the end on the
// same day from the end, with the times in reverse. Of each time of day the positions are then
// positions among days.
std::unique_ptr<const TimeForm> positions_form(const Rule& rule, std::int64_t start,
                                               const Numbers& times) {
    const auto n = static_cast<int>(times.size());
    std::vector<std::vector<int>> days_of_time(times.size());
    rule.by_set_pos().for_each_ascending([&](int position) {
        const int k = (position > 0 ? position : -position) - 1;
        const int time = position > 0 ? k % n : n - 1 - k % n;
        const int day = k / n + 1;
        days_of_time[static_cast<std::size_t>(time)].push_back(position > 0 ? day : -day);
    });
    std::map<std::vector<int>, Numbers> times_by_days;
    for (std::size_t i = 0; i < times.size(); ++i) {
        std::vector<int>& days = days_of_time[i];
        if (days.empty()) continue;
        std::sort(days.begin(), days.end());
        times_by_days[std::move(days)].push_back(times[i]);
    }
    RuleParts parts = parts_of(rule);
    std::vector<std::unique_ptr<const DayTimesForm>> forms;
    for (auto& [days, of_days] : times_by_days) {
        parts.by_set_pos = days;
        forms.push_back(std::make_unique<const DayTimesForm>(make_form(Rule(parts), day_of(start)),
                                                             std::move(of_days)));
    }
    if (forms.size() == 1) return std::move(forms.front());
    return std::make_unique<const UnionForm>(start, std::move(forms));
}

std::unique_ptr<const TimeForm> days_form(const Rule& rule, std::int64_t start) {
    Numbers times = times_of_day(rule, start);
    if (!rule.by_set_pos().empty()) return positions_form(rule, start, times);
    return std::make_unique<const DayTimesForm>(make_form(rule, day_of(start)), std::move(times));
}

// --- Hours, minutes and seconds -------------------------------------------------------------------

bool limits_days(const Rule& rule) {
    return rule.by_month() != 0 || rule.by_leap_month() != 0 || !rule.by_year_day().empty() ||
           !rule.by_month_day().empty() || rule.has_by_day();
}

// The days on which the steps of a rule may fall, as a rule of their own.
std::unique_ptr<const Form> days_filter(const Rule& rule, std::int64_t start) {
    RuleParts parts = parts_of(rule);
    parts.frequency = parts.by_year_day.empty() ? Frequency::daily : Frequency::yearly;
    parts.interval = 1;
    parts.skip = Skip::omit;  // it moves what a part generates, and here the parts limit
    return make_form(Rule(parts), day_of(start));
}

std::int64_t unit_of(Frequency frequency) {
    if (frequency == Frequency::hourly) return 3600;
    return frequency == Frequency::minutely ? 60 : 1;
}

// The times within a step, in seconds since it, of which BYSETPOS leaves some.
Numbers times_in_step(const Rule& rule, std::int64_t start) {
    const std::int64_t second = floor_mod(start, day_seconds);
    Numbers times;
    if (rule.frequency() == Frequency::secondly) {
        times = {0};
    } else if (rule.frequency() == Frequency::minutely) {
        times = expanded(seconds_of(rule), second % 60);
    } else {
        for (const std::int32_t minute : expanded(rule.by_minute(), second / 60 % 60)) {
            for (const std::int32_t s : expanded(seconds_of(rule), second % 60)) {
                times.push_back(minute * 60 + s);
            }
        }
    }
    if (rule.by_set_pos().empty()) return times;
    const auto n = static_cast<int>(times.size());
    Numbers kept;
    for (int i = 0; i < n; ++i) {
        if (rule.by_set_pos().contains(i + 1) || rule.by_set_pos().contains(i - n)) {
            kept.push_back(times[static_cast<std::size_t>(i)]);
        }
    }
    return kept;
}

// Whether a step at a second of the day passes the parts that limit it.
bool passes(const Rule& rule, std::int64_t second) {
    const auto has = [](std::uint64_t part, std::int64_t number) {
        return part == 0 || (part >> number & 1) != 0;
    };
    return has(rule.by_hour(), second / 3600) &&
           (rule.frequency() >= Frequency::hourly || has(rule.by_minute(), second / 60 % 60)) &&
           (rule.frequency() >= Frequency::minutely || has(seconds_of(rule), second % 60));
}

std::unique_ptr<const TimeForm> steps_form(const Rule& rule, std::int64_t start) {
    const std::int64_t unit = unit_of(rule.frequency());
    const std::int64_t step = rule.interval() * unit;
    const std::int64_t origin = start - floor_mod(start, unit);
    const Numbers within = times_in_step(rule, start);

    const std::int64_t cycle = day_seconds / std::gcd(step, day_seconds);  // [1, 86400]
    RankedBits::Words passing = RankedBits::words_for(static_cast<std::size_t>(cycle));
    Numbers times;  // of day, if each day has the same
    for (std::int64_t i = 0; i < cycle; ++i) {
        const std::int64_t second = floor_mod(origin + i * (step % day_seconds), day_seconds);
        if (!passes(rule, second)) continue;
        passing[static_cast<std::size_t>(i / word_bits)] |= std::uint64_t{1} << (i % word_bits);
        for (const std::int32_t s : within) times.push_back(static_cast<std::int32_t>(second) + s);
    }
    const bool is_same_every_day = day_seconds % step == 0;
    if (limits_days(rule) && is_same_every_day && !times.empty()) {
        std::sort(times.begin(), times.end());
        return std::make_unique<const DayTimesForm>(days_filter(rule, start), std::move(times));
    }
    CycleForm steps(origin, step, std::move(passing), static_cast<std::size_t>(cycle), within);
    if (!limits_days(rule) || times.empty()) {
        return std::make_unique<const CycleForm>(std::move(steps));
    }
    return std::make_unique<const DaysCycleForm>(start, std::move(steps), days_filter(rule, start));
}

}  // namespace

std::unique_ptr<const TimeForm> make_time_form(const Rule& rule, std::int64_t start) {
    return rule.frequency() >= Frequency::daily ? days_form(rule, start) : steps_form(rule, start);
}

}  // namespace probity::detail
