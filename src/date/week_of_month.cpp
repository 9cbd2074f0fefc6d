#include "probity/date/week_of_month.hpp"

#include <algorithm>
#include <ostream>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "date/week_number.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace detail {

void require_week(int n) {
    if (n == 0 || n < -5 || n > 5) {
        throw ProbityError(sentence("observance.week", {{"week", n}}));
    }
}

}  // namespace detail

void WeekConvention::throw_bad_minimum(int minimum_days) {
    throw ProbityError(detail::sentence("week.minimum", {{"days", minimum_days}}));
}

std::optional<Interval> WeekConvention::week(int year, int month, int n) const {
    detail::require_week(n);
    const auto anchor_date = nth_weekday(year, month, anchor()(n));
    if (!anchor_date) return std::nullopt;
    const DayNumber begin = day_number(*anchor_date) - days_before_anchor();
    const DayNumber last = begin + 6;
    if (begin < first_day_number || last > last_day_number) {
        throw DateError(detail::sentence("week.out_of_range",
                                         {{"week", n},
                                          {"month", detail::iso_text(year, month, 1).substr(0, 7)},
                                          {"first", detail::day_text(begin)},
                                          {"last", detail::day_text(last)},
                                          {"range", detail::sentence("date.range")}}));
    }
    return Interval::closed(detail::unchecked_date(begin), detail::unchecked_date(last));
}

WeekOfMonth WeekConvention::locate(const Date& date) const {
    const DayNumber day = day_number(date);
    const int into_week = (detail::weekday_index(day) - first_day_.index() + 7) % 7;
    const std::int64_t anchor_day = std::int64_t{day} - into_week + days_before_anchor();
    const auto [year, month, day_of_month] =
        detail::year_month_day(day_number(date_of(anchor_day)));
    return {year, month, (day_of_month - 1) / 7 + 1};
}

int WeekConvention::weeks_in(int year, int month) const {
    return nth_weekday(year, month, anchor()(5)) ? 5 : 4;
}

std::vector<WeekConvention::Difference> WeekConvention::compare(int year, int n) {
    detail::require_week(n);
    std::vector<Difference> differences;
    for (int month = 1; month <= 12; ++month) {
        Difference row{month, {}};
        for (std::size_t i = 0; i < named_conventions.size(); ++i) {
            row.weeks[i] = named_conventions[i].convention.week(year, month, n);
        }
        const bool alike = std::all_of(row.weeks.begin(), row.weeks.end(),
                                       [&](const auto& week) { return week == row.weeks[0]; });
        if (!alike) differences.push_back(row);
    }
    return differences;
}

std::string to_string(WeekConvention convention) {
    return "(" + to_string(convention.first_day()) + ", " +
           std::to_string(convention.minimum_days()) + ")";
}

std::string to_string(const WeekOfMonth& week) {
    return detail::iso_text(week.year, week.month, 1).substr(0, 7) + " week " +
           std::to_string(week.week);
}

std::ostream& operator<<(std::ostream& out, WeekConvention convention) {
    return out << to_string(convention);
}
std::ostream& operator<<(std::ostream& out, const WeekOfMonth& week) {
    return out << to_string(week);
}

}  // namespace probity
