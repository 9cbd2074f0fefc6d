#include "exchange/ics/written_rule.hpp"

#include <bit>
#include <numeric>

#include "date/civil.hpp"

namespace probity::detail {
namespace {

int how_many(unsigned bits) { return std::popcount(bits); }

bool has_times_of_day(const Rule& rule) {
    return std::popcount(rule.by_hour()) > 1 || std::popcount(rule.by_minute()) > 1 ||
           rule.by_second() != 0;
}

/// Nothing but months, weekdays, days of the month, their places and a time of day are asked for.
bool is_plain(const Rule& rule) {
    return rule.by_week_no().empty() && rule.by_year_day().empty() && rule.by_leap_month() == 0 &&
           !rule.scale() && rule.skip() == Skip::omit && !has_times_of_day(rule);
}

/// The one ordinal weekday of BYDAY; none if there are more or others.
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

/// The n-th weekdays of months, moved by some days; none if they may leave their month.
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

/// One day of the month that is in each of them; the last is reported to be rejected.
OutlookTemplate on_day(int day, int longest) {
    if (day == -1) return OutlookTemplate::rejected_on_import;
    return day >= 1 && day <= longest ? OutlookTemplate::taken : OutlookTemplate::none;
}

/// One ordinal weekday, or some weekdays by BYSETPOS.
OutlookTemplate on_weekday(const Rule& rule) {
    const auto allowed = [](int n) { return n >= -1 && n <= 4 && n != 0; };
    if (!rule.by_month_day().empty()) return OutlookTemplate::none;
    if (rule.by_set_pos().empty()) {
        const auto weekday = only_ordinal_weekday(rule);
        return weekday && allowed(weekday->n()) ? OutlookTemplate::taken : OutlookTemplate::none;
    }
    const bool is_one_of_some = rule.ordinal_weekdays() == 0 && rule.by_weekday() != 0 &&
                                rule.by_set_pos().size() == 1 && allowed(rule.by_set_pos().front());
    return is_one_of_some ? OutlookTemplate::rejected_on_import : OutlookTemplate::none;
}

OutlookTemplate in_months(const Rule& rule, int day, int longest) {
    if (rule.has_by_day()) return on_weekday(rule);
    if (!rule.by_set_pos().empty() || rule.by_month_day().size() > 1) return OutlookTemplate::none;
    return on_day(rule.by_month_day().empty() ? day : rule.by_month_day().front(), longest);
}

OutlookTemplate yearly(const Rule& rule, const Date& start) {
    const auto begin = year_month_day(day_number(start));
    const bool names_days = rule.has_by_day() || !rule.by_month_day().empty();
    if (how_many(rule.by_month()) > 1 || (rule.by_month() == 0 && names_days)) {
        return OutlookTemplate::none;
    }
    const int month = rule.by_month() == 0 ? begin.month : months_of(rule).front();
    return in_months(rule, begin.day, days_in_month(2023, month));  // 2023: no leap year
}

}  // namespace

std::optional<Rule> first_day_rule(const SpanRule& spans) {
    if (spans.offset == 0) return spans.anchors;
    const Rule& rule = spans.anchors;
    const bool by_months = rule.frequency() == Frequency::monthly ||
                           (rule.frequency() == Frequency::yearly && rule.by_month() != 0);
    const auto anchor = only_ordinal_weekday(rule);
    if (!by_months || !is_plain(rule) || !rule.by_set_pos().empty() ||
        !rule.by_month_day().empty() || !anchor) {
        return std::nullopt;
    }
    return moved(rule, *anchor, spans.offset);
}

OutlookTemplate outlook_template(const Rule& rule, const Date& start) {
    if (!is_plain(rule) || rule.count().value_or(0) > 999) return OutlookTemplate::none;
    const bool names_nothing = rule.by_month() == 0 && rule.by_month_day().empty() &&
                               rule.by_set_pos().empty() && rule.ordinal_weekdays() == 0;
    switch (rule.frequency()) {
        case Frequency::daily:
            return names_nothing && !rule.has_by_day() ? OutlookTemplate::taken
                                                       : OutlookTemplate::none;
        case Frequency::weekly:
            return names_nothing ? OutlookTemplate::taken : OutlookTemplate::none;
        case Frequency::monthly:
            if (rule.by_month() != 0) return OutlookTemplate::none;
            return in_months(rule, year_month_day(day_number(start)).day, 28);
        case Frequency::yearly:
            return yearly(rule, start);
        default:
            return OutlookTemplate::none;
    }
}

bool fits_outlook(const Rule& rule, const Date& start) {
    return outlook_template(rule, start) == OutlookTemplate::taken;
}

}  // namespace probity::detail
