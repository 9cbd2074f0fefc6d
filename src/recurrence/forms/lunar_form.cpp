// Rules of the Korean lunisolar calendar (RFC 7529, RSCALE=DANGI).
//
// Its years follow no cycle that a table could use, and 201 of them are known: the dates of all of
// them are drawn as bits, 9 KB and as much again for their counts.

#include <algorithm>
#include <bit>
#include <optional>
#include <vector>

#include "date/civil.hpp"
#include "probity/date/lunisolar.hpp"
#include "recurrence/forms/bits_form.hpp"
#include "recurrence/forms/parts.hpp"

namespace probity::detail {
namespace {

using Days = std::vector<DayNumber>;

// All lunar months that are known, in order.
const std::vector<LunarMonth>& known_months() {
    static const std::vector<LunarMonth> months = [] {
        std::vector<LunarMonth> all;
        for (int year = first_lunar_year; year <= last_lunar_year; ++year) {
            for (const LunarMonth& month : lunar_months(year)) all.push_back(month);
        }
        return all;
    }();
    return months;
}

std::size_t month_index_of(DayNumber day) {
    const auto& months = known_months();
    const auto after = std::upper_bound(
        months.begin(), months.end(), day,
        [](DayNumber value, const LunarMonth& month) { return value < month.first; });
    return static_cast<std::size_t>(after - months.begin()) - 1;
}

void keep_days(Days& days, const Days& admitted) {
    Days kept;
    std::set_intersection(days.begin(), days.end(), admitted.begin(), admitted.end(),
                          std::back_inserter(kept));
    days = std::move(kept);
}

void sort_once(Days& days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

void keep_positions(Days& days, const Rule::YearDays& positions) {
    if (positions.empty()) return;
    const auto n = static_cast<int>(days.size());
    Days kept;
    positions.for_each_ascending([&](int position) {
        const int k = position > 0 ? position - 1 : n + position;
        if (k >= 0 && k < n) kept.push_back(days[static_cast<std::size_t>(k)]);
    });
    sort_once(kept);
    days = std::move(kept);
}

void append_bits(Days& days, DayNumber origin, std::uint64_t bits) {
    for (; bits != 0; bits &= bits - 1) days.push_back(origin + std::countr_zero(bits));
}

// The values that the start settles, in the lunar calendar.
ImpliedParts lunar_implied_parts(const Rule& rule, DayNumber start, const LunarDate& start_date) {
    // Of the Gregorian calendar only the start's weekday holds here.
    ImpliedParts parts = implied_parts(rule, start);
    parts.month_days = rule.by_month_day();
    parts.months = rule.by_month();
    const bool no_day =
        rule.by_month_day().empty() && rule.by_year_day().empty() && !rule.has_by_day();
    const bool by_month_day = rule.frequency() == Frequency::monthly ||
                              (rule.frequency() == Frequency::yearly && rule.by_week_no().empty());
    if (no_day && by_month_day) parts.month_days.insert(start_date.day());
    return parts;
}

class LunarRule {
  public:
    LunarRule(const Rule& rule, DayNumber start)
        : rule_(rule),
          start_(start),
          start_date_(LunarDate::of(date_of(start))),
          implied_(lunar_implied_parts(rule, start, start_date_)),
          month_parts_(rule, implied_),
          leap_months_(rule.by_leap_month()),
          limits_months_(rule.by_month() != 0 || rule.by_leap_month() != 0) {
        const bool from_start = rule.frequency() == Frequency::yearly && !limits_months_ &&
                                rule.by_month_day().empty() && !implied_.month_days.empty();
        if (from_start) {
            const auto month = static_cast<std::uint16_t>(1u << start_date_.month());
            (start_date_.leap_month() ? leap_months_ : implied_.months) = month;
            limits_months_ = true;
        }
    }

    /// The first day of which it is not known whether it is a date.
    [[nodiscard]] std::int64_t known_end() const {
        const std::int64_t end = std::int64_t{last_lunar_day} + 1;
        if (rule_.frequency() == Frequency::yearly && !rule_.by_week_no().empty()) {
            return std::min<std::int64_t>(end, week_year_start(last_lunar_year + 1));
        }
        if (rule_.frequency() == Frequency::weekly && !rule_.by_set_pos().empty()) {
            return end - weekday_from_week_start(static_cast<DayNumber>(end));
        }
        return end;
    }

    [[nodiscard]] Days dates() const {
        Days days;
        switch (rule_.frequency()) {
            case Frequency::daily:
                days = daily();
                break;
            case Frequency::weekly:
                days = weekly();
                break;
            case Frequency::monthly:
                days = monthly();
                break;
            default:
                days = rule_.by_week_no().empty() ? yearly() : by_week_number();
                break;
        }
        sort_once(days);
        return days;
    }

  private:
    [[nodiscard]] bool admits_month(const LunarMonth& month) const {
        if (!limits_months_) return true;
        const std::uint16_t months = month.leap ? leap_months_ : implied_.months;
        return (months >> month.month & 1) != 0;
    }

    [[nodiscard]] int weekday_from_week_start(DayNumber day) const {
        return (weekday_index(day) - rule_.week_start().index() + 7) % 7;
    }

    // Whether a day satisfies BYMONTH, BYMONTHDAY, BYYEARDAY and plain BYDAY, as limits.
    [[nodiscard]] bool admits(DayNumber day) const {
        const LunarMonth& month = known_months()[month_index_of(day)];
        return admits_month(month) && admits_in_month(day, month);
    }

    [[nodiscard]] bool admits_in_month(DayNumber day, const LunarMonth& month) const {
        if (implied_.weekdays != 0 && (implied_.weekdays >> weekday_index(day) & 1) == 0) {
            return false;
        }
        const int day_of_month = day - month.first + 1;
        const auto& month_days = implied_.month_days;
        if (!month_days.empty() && !month_days.contains(day_of_month) &&
            !month_days.contains(day_of_month - month.length - 1)) {
            return false;
        }
        const auto& year_days = rule_.by_year_day();
        if (year_days.empty()) return true;
        const int day_of_year = day - unchecked_lunar_new_year(month.year) + 1;
        const int length =
            unchecked_lunar_new_year(month.year + 1) - unchecked_lunar_new_year(month.year);
        return year_days.contains(day_of_year) || year_days.contains(day_of_year - length - 1);
    }

    // --- DAILY, WEEKLY ---------------------------------------------------------------------------

    [[nodiscard]] Days daily() const {
        const auto& positions = rule_.by_set_pos();
        if (!positions.empty() && !positions.contains(1) && !positions.contains(-1)) return {};
        Days days;
        for (std::int64_t day = start_; day <= last_lunar_day; day += rule_.interval()) {
            if (admits(static_cast<DayNumber>(day))) days.push_back(static_cast<DayNumber>(day));
        }
        return days;
    }

    [[nodiscard]] Days weekly() const {
        Days days;
        const std::int64_t first = start_ - weekday_from_week_start(start_);
        for (std::int64_t week = first; week <= last_lunar_day;
             week += std::int64_t{7} * rule_.interval()) {
            Days in_week;
            for (std::int64_t day = std::max<std::int64_t>(week, first_lunar_day);
                 day < week + 7 && day <= last_lunar_day; ++day) {
                if (admits(static_cast<DayNumber>(day))) {
                    in_week.push_back(static_cast<DayNumber>(day));
                }
            }
            keep_positions(in_week, rule_.by_set_pos());
            days.insert(days.end(), in_week.begin(), in_week.end());
        }
        return days;
    }

    // --- MONTHLY, YEARLY -------------------------------------------------------------------------

    // The days of a month by BYMONTHDAY and BYDAY, those that SKIP moves out of it among them.
    void append_month(Days& days, const LunarMonth& month) const {
        // Months beside it have 29 or 30 days, either of which holds five of some weekday.
        append_bits(days, month.first - 1,
                    month_parts_.days({month.length, weekday_index(month.first), 29, 29}));
    }

    // Leap months are months like others: INTERVAL counts them (RFC 7529 section 4.1).
    [[nodiscard]] Days monthly() const {
        Days days;
        const auto& months = known_months();
        for (std::uint64_t i = month_index_of(start_); i < months.size();
             i += static_cast<std::uint64_t>(rule_.interval())) {
            if (admits_month(months[i])) append_month(days, months[i]);
        }
        return days;
    }

    // The months of a year that BYMONTH names; SKIP replaces a leap month that the year has not.
    [[nodiscard]] std::vector<LunarMonth> months_of(int year) const {
        std::vector<LunarMonth> named;
        const LunarMonths months = lunar_months(year);
        for (const LunarMonth& month : months) {
            if (admits_month(month)) named.push_back(month);
        }
        if (!limits_months_ || rule_.skip() == Skip::omit) return named;
        for (std::uint32_t rest = leap_months_; rest != 0; rest &= rest - 1) {
            const int number = std::countr_zero(rest);
            const auto leap = std::find_if(months.begin(), months.end(), [&](const auto& month) {
                return month.leap && month.month == number;
            });
            if (leap != months.end()) continue;
            if (const auto month = replacement(months, number)) named.push_back(*month);
        }
        return named;
    }

    [[nodiscard]] std::optional<LunarMonth> replacement(const LunarMonths& months,
                                                        int number) const {
        const auto ordinary = std::find_if(months.begin(), months.end(), [&](const auto& month) {
            return !month.leap && month.month == number;
        });
        if (rule_.skip() == Skip::backward) return *ordinary;
        if (ordinary + 1 != months.end()) return *(ordinary + 1);
        const int next_year = ordinary->year + 1;
        if (next_year > last_lunar_year) return std::nullopt;
        return lunar_months(next_year)[0];
    }

    [[nodiscard]] Days year_day_dates(DayNumber new_year, int length) const {
        const Skip skip = skip_of_days(rule_);
        Days days;
        rule_.by_year_day().for_each_ascending([&](int n) {
            const int day = n > 0 ? n : length + 1 + n;
            if (day >= 1 && day <= length) {
                days.push_back(new_year + day - 1);
            } else if (skip == Skip::backward) {
                days.push_back(new_year + (n > 0 ? length : 0) - 1);
            } else if (skip == Skip::forward) {
                days.push_back(new_year + (n > 0 ? length : 0));
            }
        });
        sort_once(days);
        return days;
    }

    // Whether a day satisfies BYDAY with ordinals counted in the year, in which it lies: SKIP may
    // have moved it there from another.
    [[nodiscard]] bool is_year_weekday(DayNumber day) const {
        if (day < first_lunar_day || day > last_lunar_day) return false;
        const int weekday = weekday_index(day);
        if ((implied_.weekdays >> weekday & 1) != 0) return true;
        const int year = unchecked_lunar_date(day).year();
        const int from_start = (day - unchecked_lunar_new_year(year)) / 7 + 1;
        const int from_end = (unchecked_lunar_new_year(year + 1) - 1 - day) / 7 + 1;
        const auto& ordinals = rule_.by_day(Weekday::from_index(weekday));
        return ordinals.contains(from_start) || ordinals.contains(-from_end);
    }

    [[nodiscard]] Days year_dates(int year) const {
        const DayNumber new_year = unchecked_lunar_new_year(year);
        const int length = unchecked_lunar_new_year(year + 1) - new_year;
        const bool goes_by_months =
            rule_.by_year_day().empty() || limits_months_ || !implied_.month_days.empty();
        Days days;
        if (goes_by_months) {
            for (const LunarMonth& month : months_of(year)) append_month(days, month);
            sort_once(days);
            if (!rule_.by_year_day().empty()) keep_days(days, year_day_dates(new_year, length));
        } else {
            days = year_day_dates(new_year, length);
        }
        const bool year_weekdays = rule_.ordinal_weekdays() != 0
                                       ? !counts_in_month(rule_)
                                       : !goes_by_months && implied_.weekdays != 0;
        if (year_weekdays) {
            std::erase_if(days, [this](DayNumber day) { return !is_year_weekday(day); });
        }
        keep_positions(days, rule_.by_set_pos());
        return days;
    }

    [[nodiscard]] Days yearly() const {
        Days days;
        for (std::int64_t year = start_date_.year(); year <= last_lunar_year;
             year += rule_.interval()) {
            const Days in_year = year_dates(static_cast<int>(year));
            days.insert(days.end(), in_year.begin(), in_year.end());
        }
        return days;
    }

    // --- BYWEEKNO --------------------------------------------------------------------------------

    // The first day of the first week that has at least four days in the lunar year.
    [[nodiscard]] DayNumber week_year_start(int year) const {
        const DayNumber new_year = unchecked_lunar_new_year(year);
        const int into_week = weekday_from_week_start(new_year);
        return new_year - (into_week <= 3 ? into_week : into_week - 7);
    }

    [[nodiscard]] Days by_week_number() const {
        Days days;
        int year = start_date_.year();
        if (start_ < week_year_start(year)) {
            --year;
        } else if (start_ >= week_year_start(year + 1)) {
            ++year;
        }
        for (std::int64_t y = year; y <= last_lunar_year; y += rule_.interval()) {
            if (y < first_lunar_year) continue;
            Days in_year = week_year_dates(static_cast<int>(y));
            keep_positions(in_year, rule_.by_set_pos());
            days.insert(days.end(), in_year.begin(), in_year.end());
        }
        return days;
    }

    [[nodiscard]] Days week_year_dates(int year) const {
        const DayNumber first = week_year_start(year);
        const int weeks = (week_year_start(year + 1) - first) / 7;
        // The days of a week-year lie in three calendar years at most.
        std::vector<LunarMonth> months;
        for (int y = std::max(year - 1, first_lunar_year); y <= std::min(year + 1, last_lunar_year);
             ++y) {
            const std::vector<LunarMonth> named = months_of(y);
            months.insert(months.end(), named.begin(), named.end());
        }
        const auto is_admitted = [&](DayNumber day) {
            const LunarMonth& month = known_months()[month_index_of(day)];
            return std::find(months.begin(), months.end(), month) != months.end() &&
                   admits_in_month(day, month);
        };
        Days days;
        rule_.by_week_no().for_each_ascending([&](int n) {
            const int week = n > 0 ? n - 1 : weeks + n;
            if (week < 0 || week >= weeks) return;
            for (DayNumber day = first + 7 * week; day < first + 7 * week + 7; ++day) {
                if (day >= first_lunar_day && day <= last_lunar_day && is_admitted(day)) {
                    days.push_back(day);
                }
            }
        });
        sort_once(days);
        return days;
    }

    Rule rule_;
    DayNumber start_;
    LunarDate start_date_;
    ImpliedParts implied_;
    MonthParts month_parts_;
    std::uint16_t leap_months_;
    bool limits_months_;
};

}  // namespace

std::unique_ptr<const Form> make_lunar_form(const Rule& rule, DayNumber start) {
    const LunarRule lunar(rule, start);
    return std::make_unique<BitsForm>(
        start, lunar.known_end(),
        [lunar](std::int64_t begin, std::int64_t end, BitsForm::Words& words) {
            for (const DayNumber day : lunar.dates()) {
                if (day < begin || day >= end) continue;
                const auto i = static_cast<std::size_t>(day - begin);
                words[i / word_bits] |= std::uint64_t{1} << (i % word_bits);
            }
        });
}

}  // namespace probity::detail
