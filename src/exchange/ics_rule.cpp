#include "exchange/ics_rule.hpp"

#include <bit>
#include <numeric>

#include "date/civil.hpp"

namespace probity::detail {
namespace {

int how_many(unsigned bits) { return std::popcount(bits); }

bool has_time_of_day(const Rule& rule) {
    return rule.by_hour() != 0 || rule.by_minute() != 0 || rule.by_second() != 0;
}

/// Nothing but months, weekdays and days of the month are asked for.
bool is_plain(const Rule& rule) {
    return rule.by_week_no().empty() && rule.by_year_day().empty() && rule.by_set_pos().empty() &&
           rule.by_leap_month() == 0 && !rule.scale() && rule.skip() == Skip::omit &&
           !has_time_of_day(rule);
}

/// The one ordinal weekday of BYDAY; none where there are more or others.
std::optional<NthWeekday> only_ordinal_weekday(const Rule& rule) {
    if (rule.by_weekday() != 0 || how_many(rule.ordinal_weekdays()) != 1) return std::nullopt;
    const Weekday weekday = Weekday::from_index(std::countr_zero(rule.ordinal_weekdays()));
    if (rule.by_day(weekday).size() != 1) return std::nullopt;
    return weekday(rule.by_day(weekday).front());
}

std::vector<int> months_of(const Rule& rule) {
    std::vector<int> months;
    for (int month = 1; month <= 12; ++month) {
        if ((rule.by_month() >> month & 1) != 0) months.push_back(month);
    }
    return months;
}

/// A rule of the same months as `rule`, for days to be added.
RuleParts same_months(const Rule& rule) {
    RuleParts parts{.frequency = rule.frequency(), .interval = rule.interval()};
    parts.by_month = months_of(rule);
    parts.week_start = rule.week_start();
    return parts;
}

/// The n-th weekdays of months, moved by some days; none where they may leave their month.
std::optional<Rule> moved(const Rule& rule, NthWeekday anchor, int offset) {
    const int n = anchor.n();
    // The days of the month on which the moved weekday can fall, counted from the month's end where
    // n is negative.
    const int first = (n > 0 ? 7 * n - 6 : 7 * n) + offset;
    const int last = first + 6;
    const bool in_every_month = n > 0 ? first >= 1 && last <= 28 : first >= -28 && last <= -1;
    if (!in_every_month) return std::nullopt;
    const int index = static_cast<int>(floor_mod(anchor.weekday().index() + offset, 7));
    const Weekday weekday = Weekday::from_index(index);
    RuleParts parts = same_months(rule);
    if (offset % 7 == 0) {
        parts.by_day = {weekday(n + offset / 7)};
    } else {
        parts.by_weekday = {weekday};
        parts.by_month_day.resize(7);
        std::iota(parts.by_month_day.begin(), parts.by_month_day.end(), first);
    }
    return Rule(parts);
}

bool monthly_fits(const Rule& rule, const Date& start) {
    if (rule.by_month() != 0) return false;
    if (const auto weekday = only_ordinal_weekday(rule)) {
        return rule.by_month_day().empty() && weekday->n() >= -1 && weekday->n() <= 4;
    }
    if (rule.has_by_day() || rule.by_month_day().size() > 1) return false;
    const int day = rule.by_month_day().empty() ? year_month_day(day_number(start)).day
                                                : rule.by_month_day().front();
    return day >= 1 && day <= 28;
}

bool yearly_fits(const Rule& rule, const Date& start) {
    if (rule.interval() != 1) return false;
    const auto begin = year_month_day(day_number(start));
    const bool nothing_named =
        rule.by_month() == 0 && !rule.has_by_day() && rule.by_month_day().empty();
    if (nothing_named) return !(begin.month == 2 && begin.day == 29);
    if (how_many(rule.by_month()) != 1) return false;
    if (const auto weekday = only_ordinal_weekday(rule)) {
        return rule.by_month_day().empty() && weekday->n() >= -1 && weekday->n() <= 4;
    }
    if (rule.has_by_day() || rule.by_month_day().size() != 1) return false;
    const int day = rule.by_month_day().front();
    const int month = months_of(rule).front();
    return day >= 1 && day <= days_in_month(2023, month);  // 2023: no leap year
}

}  // namespace

std::optional<Rule> first_day_rule(const SpanRule& spans) {
    if (spans.offset == 0) return spans.anchors;
    const Rule& rule = spans.anchors;
    const bool by_months = rule.frequency() == Frequency::monthly ||
                           (rule.frequency() == Frequency::yearly && rule.by_month() != 0);
    const auto anchor = only_ordinal_weekday(rule);
    if (!by_months || !is_plain(rule) || !rule.by_month_day().empty() || !anchor) {
        return std::nullopt;
    }
    return moved(rule, *anchor, spans.offset);
}

bool fits_outlook(const Rule& rule, const Date& start) {
    if (!is_plain(rule)) return false;
    switch (rule.frequency()) {
        case Frequency::daily:
            return rule.by_month() == 0 && !rule.has_by_day() && rule.by_month_day().empty();
        case Frequency::weekly:
            return rule.by_month() == 0 && rule.ordinal_weekdays() == 0;
        case Frequency::monthly:
            return monthly_fits(rule, start);
        case Frequency::yearly:
            return yearly_fits(rule, start);
        default:
            return false;
    }
}

}  // namespace probity::detail
