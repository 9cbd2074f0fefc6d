#include "sentences/english/description_parts.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "sentences/code_points.hpp"

namespace probity::detail::english {
namespace {

const Pattern place_pattern(
    U"(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|([0-9]+)(?:st|nd|rd|th))"
    U"(-last)?(?![a-z-])");
const Pattern ordinal_pattern(U"([0-9]+)(?:st|nd|rd|th)(?![a-z-])");
const Pattern described_figures(U"[0-9]+(?![0-9]| times)");
const Pattern described_clock(U"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?![0-9:])");
const Pattern day_pattern(U"[0-9]{1,2}(?![0-9])");
const Pattern described_year(U"[0-9]{4}(?![0-9])");

/// A number of which nine places are read: no part of a rule takes a longer one.
int as_int(std::u32string_view figures) {
    return static_cast<int>(number_of(figures.substr(0, 9)));
}

std::vector<Weekday> as_weekdays(const Numbers& numbers) {
    std::vector<Weekday> found;
    for (const int n : numbers) found.push_back(Weekday::from_index(n));
    return found;
}

std::vector<NthWeekday> as_nth_weekdays(const std::vector<std::pair<int, int>>& ordinals) {
    std::vector<NthWeekday> found;
    for (const auto& [n, weekday] : ordinals) {
        found.emplace_back(Weekday::from_index(weekday), n);
    }
    return found;
}

}  // namespace

Numbers run(int first, int last) {
    Numbers found(static_cast<std::size_t>(std::max(last - first + 1, 0)));
    std::iota(found.begin(), found.end(), first);
    return found;
}

Rule Parts::rule() const {
    std::optional<Scale> scale;
    if (skip != Skip::omit) scale = Scale::gregorian;
    if (lunar) scale = Scale::dangi;
    return Rule(RuleParts{
        .frequency = frequency,
        .interval = interval,
        .count = count,
        .until = until,
        .by_month = months,
        .by_leap_month = leap_months,
        .by_week_no = week_numbers,
        .by_year_day = year_days,
        .by_month_day = month_days,
        .by_weekday = as_weekdays(weekdays),
        .by_day = as_nth_weekdays(ordinals),
        .by_hour = hours,
        .by_minute = minutes,
        .by_second = seconds,
        .by_set_pos = positions,
        .week_start = week_start ? Weekday::from_index(*week_start) : MO,
        .scale = scale,
        .skip = skip,
    });
}

// ---------------------------------------------------------------------- lists

void PartReader::make_distinct(Numbers& numbers) {
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

std::optional<int> PartReader::weekday_name() {
    const auto found = s.take_place(weekday_names);
    return found ? std::optional(static_cast<int>(*found)) : std::nullopt;
}

std::optional<Numbers> PartReader::run_of_weekdays() {
    const auto first = weekday_name();
    const auto last = first && s.take(U"to") ? weekday_name() : first;
    return first && last ? std::optional(run(*first, *last)) : std::nullopt;
}

std::optional<Numbers> PartReader::named_weekdays() {
    if (s.take(weekday_in_full)) return run(0, 4);
    return list_of_numbers([&]() -> std::optional<Numbers> {
        const auto found = weekday_name();
        return found ? std::optional(Numbers{*found}) : std::nullopt;
    });
}

std::optional<Numbers> PartReader::weekdays_or_day() {
    return s.take(U"day") ? run(0, 6) : named_weekdays();
}

std::optional<int> PartReader::place() {
    if (s.take(U"last")) return -1;
    const auto found = s.match(place_pattern);
    if (!found) return std::nullopt;
    const auto name = std::ranges::find(ordinal_names, (*found)[1]);
    const int n = name != ordinal_names.end() ? static_cast<int>(name - ordinal_names.begin()) + 1
                                              : as_int((*found)[2]);
    return found->has(3) ? -n : n;
}

std::optional<Numbers> PartReader::places() {
    return list_of_numbers([&] { return span(place(), [&] { return place(); }); });
}

std::optional<int> PartReader::numbered() {
    const auto found = s.match(ordinal_pattern);
    return found ? std::optional(as_int((*found)[1])) : std::nullopt;
}

std::optional<std::int64_t> PartReader::figures() {
    const auto found = s.match(described_figures);
    return found ? std::optional(number_of((*found)[0].substr(0, 10))) : std::nullopt;
}

std::optional<int> PartReader::plain_number() {
    constexpr std::int64_t most = 999'999'999;
    const auto number = figures();
    return number ? std::optional(static_cast<int>(std::min(*number, most))) : std::nullopt;
}

std::optional<Numbers> PartReader::days() {
    if (!s.ahead(U"the")) return std::nullopt;
    return list_of_numbers([&] { return days_item(U"day", U"days"); });
}

std::optional<Numbers> PartReader::days_item(std::u32string_view noun, std::u32string_view nouns) {
    s.take(U"the");
    if (const auto first = numbered()) return span(first, [&] { return numbered(); });
    const std::size_t mark = s.at;
    const auto number = s.take(U"last") ? plain_number() : std::nullopt;
    if (number && s.take(nouns)) {
        return *number <= 366 ? std::optional(run(-*number, -1)) : std::nullopt;
    }
    s.at = mark;
    auto found = span(place(), [&] { return place(); });
    return found && found->front() < 0 && s.take(noun) ? found : std::nullopt;
}

// ---------------------------------------------------------------------- months

bool PartReader::in_months() {
    const std::size_t mark = s.at;
    if (s.take(U"from")) {
        const auto first = s.take_place(month_names);
        if (first && s.take(U"to") && months_from(first)) return true;
    } else if (s.take(U"in") && attempt([&] { return named_months(); })) {
        return true;
    }
    s.at = mark;
    return false;
}

bool PartReader::months_from(std::optional<std::int64_t> first) {
    const auto last = first ? s.take_place(month_names) : std::nullopt;
    if (!last) return false;
    parts.months = run(static_cast<int>(*first) + 1, static_cast<int>(*last) + 1);
    parts.leap_months.clear();
    return true;
}

bool PartReader::named_months() {
    if (s.take(U"the months")) {
        const auto first = s.take_place(month_names);
        return first && s.take(U"to") && months_from(first);
    }
    if (s.take(U"the")) return lunar_months();
    auto found = list_of_numbers([&]() -> std::optional<Numbers> {
        const auto name = s.take_place(month_names);
        return name ? std::optional(Numbers{static_cast<int>(*name) + 1}) : std::nullopt;
    });
    parts.leap_months.clear();
    return put(parts.months, std::move(found));
}

bool PartReader::lunar_months() {
    Numbers plain, leap;
    const auto found = list([&]() -> std::optional<Numbers> {
        const bool is_leap = s.take(U"leap");
        const auto numbers = span(numbered(), [&] { return numbered(); });
        if (numbers) {
            Numbers& kind = is_leap ? leap : plain;
            kind.insert(kind.end(), numbers->begin(), numbers->end());
        }
        return numbers;
    });
    if (!found || !s.take(U"lunar months", U"lunar month")) return false;
    make_distinct(plain);
    make_distinct(leap);
    parts.months = plain;
    parts.leap_months = leap;
    parts.lunar = true;
    return true;
}

// ---------------------------------------------------------------------- times

bool PartReader::times() {
    if (s.take(U", hourly from")) {
        const auto first = clock();
        const auto last = first && s.take(U"to") ? clock() : std::nullopt;
        if (!last) return false;
        std::vector<ToldClock> told;
        for (const int hour : run(first->hour, last->hour)) {
            told.push_back({hour, first->minute, first->second});
        }
        set_times(told);
        return true;
    }
    return attempt([&] { return clock_times(); }) || times_by_unit();
}

bool PartReader::times_by_unit() {
    struct LengthUnit {
        std::u32string_view name, names;
        Numbers Parts::*numbers;
    };
    constexpr auto units = std::to_array<LengthUnit>({{U"second", U"seconds", &Parts::seconds},
                                                      {U"minute", U"minutes", &Parts::minutes},
                                                      {U"hour", U"hours", &Parts::hours}});
    bool linked = false;
    for (const LengthUnit& unit : units) {
        const std::size_t mark = s.at;
        const bool link = linked ? s.take(U"of") : s.take(U"at", U"in");
        if (!link || !s.take(unit.names, unit.name)) {
            s.at = mark;
            continue;
        }
        auto found =
            list_of_numbers([&] { return span(plain_number(), [&] { return plain_number(); }); });
        if (!put(parts.*unit.numbers, std::move(found))) return false;
        linked = true;
    }
    return true;
}

bool PartReader::clock_times() {
    if (!s.take(U"at")) return false;
    const auto told = list([&]() -> std::optional<std::vector<ToldClock>> {
        const auto found = clock();
        return found ? std::optional(std::vector{*found}) : std::nullopt;
    });
    if (told) set_times(*told);
    return told.has_value();
}

void PartReader::set_times(const std::vector<ToldClock>& told) {
    parts.hours = parts.minutes = parts.seconds = {};
    for (const ToldClock& each : told) {
        parts.hours.push_back(each.hour);
        parts.minutes.push_back(each.minute);
        if (each.second) parts.seconds.push_back(*each.second);
    }
    make_distinct(parts.hours);
    make_distinct(parts.minutes);
    make_distinct(parts.seconds);
}

std::optional<ToldClock> PartReader::clock() {
    const auto found = s.match(described_clock);
    if (!found) return std::nullopt;
    const auto second = found->has(3) ? std::optional(as_int((*found)[3])) : std::nullopt;
    return ToldClock{as_int((*found)[1]), as_int((*found)[2]), second};
}

// ---------------------------------------------------------------------- notes and end

bool PartReader::notes() {
    if (!s.take(U"(")) return true;
    while (!s.take(U")")) {
        s.take(U";");
        if (!note()) return false;
    }
    return true;
}

bool PartReader::note() {
    if (s.take(U"weeks start on")) {
        parts.week_start = weekday_name();
        return parts.week_start.has_value();
    }
    if (s.take(U"in years without that leap month, in the month before it")) {
        parts.skip = Skip::backward;
        return true;
    }
    if (s.take(U"in years without that leap month, in the month after it")) {
        parts.skip = Skip::forward;
        return true;
    }
    if (!s.take(U"where that day is missing, moved")) return false;
    const bool back = s.take(U"back to the last day of the");
    if (!back && !s.take(U"forward to the first day of the")) return false;
    parts.skip = back ? Skip::backward : Skip::forward;
    s.take(U"next");
    if (!s.take(U"month", U"year")) return false;
    s.take(U"before");
    return true;
}

bool PartReader::end() {
    if (s.take(U", until")) {
        const auto day = s.match(day_pattern);
        const auto month = day ? s.take_place(month_names) : std::nullopt;
        const auto year = month ? s.match(described_year) : std::nullopt;
        if (!year) return false;
        parts.until =
            make_date(as_int((*year)[0]), static_cast<int>(*month) + 1, as_int((*day)[0]));
    } else if (s.take(U", once")) {
        parts.count = 1;
    } else if (s.take(U", twice")) {
        parts.count = 2;
    } else if (s.take(U",")) {
        parts.count = s.number();
        return parts.count && s.take(U"times");
    }
    return true;
}

}  // namespace probity::detail::english
