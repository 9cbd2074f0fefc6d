#include "probity/date/date.hpp"

#include <algorithm>
#include <ostream>

#include "date/civil.hpp"
#include "date/names.hpp"
#include "date/text.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

Text range_text() { return detail::sentence("date.range"); }

}  // namespace

namespace detail {

void throw_day_number_out_of_range(std::int64_t day) {
    throw DateError(
        sentence("date.out_of_range", {{"date", day_text(day)}, {"range", range_text()}}));
}

void throw_special_date() { throw DateError(sentence("date.special", {{"range", range_text()}})); }

}  // namespace detail

Date make_date(int year, int month, int day) {
    const auto text = [&] { return detail::iso_text(year, month, day); };
    if (year < first_year || year > last_year) {
        throw DateError(detail::sentence(
            "date.year", {{"date", text()}, {"year", year}, {"range", range_text()}}));
    }
    if (month < 1 || month > 12) {
        throw DateError(detail::sentence("date.month", {{"date", text()}, {"month", month}}));
    }
    const int length = detail::days_in_month(year, month);
    if (day < 1 || day > length) {
        throw DateError(detail::sentence("date.day", {{"date", text()},
                                                      {"month_name", detail::english_month(month)},
                                                      {"month", month},
                                                      {"year", year},
                                                      {"length", length}}));
    }
    return detail::unchecked_date(detail::day_number_of(year, month, day));
}

Date parse_date(std::string_view text) {
    const auto refuse = [&]() -> Date {
        throw DateError(detail::sentence("date.iso", {{"text", detail::printable(text)}}));
    };
    // A year of five digits is read, so that it is refused for its range and not for its form.
    const std::size_t dash = text.find('-');
    if (dash != 4 && dash != 5) return refuse();
    if (text.size() != dash + 6 || text[dash + 3] != '-') return refuse();
    const auto year = detail::digits(text.substr(0, dash));
    const auto month = detail::digits(text.substr(dash + 1, 2));
    const auto day = detail::digits(text.substr(dash + 4, 2));
    if (!year || !month || !day) return refuse();
    return make_date(*year, *month, *day);
}

std::string to_string(const Date& date) {
    const auto [year, month, day] = detail::year_month_day(day_number(date));
    return detail::iso_text(year, month, day);
}

Date add_days(const Date& date, std::int64_t days) {
    const std::int64_t from = day_number(date);
    // Compared before adding: the sum itself could overflow.
    if (days < first_day_number - from || days > last_day_number - from) {
        throw DateError(detail::sentence(
            "date.sum", {{"date", to_string(date)}, {"days", days}, {"range", range_text()}}));
    }
    return detail::unchecked_date(from + days);
}

Date to_date(std::chrono::sys_days day) { return date_of(day.time_since_epoch().count()); }

Date to_date(const std::chrono::year_month_day& day) {
    return make_date(static_cast<int>(day.year()), static_cast<int>(unsigned{day.month()}),
                     static_cast<int>(unsigned{day.day()}));
}

Interval::Interval(const Date& begin, const std::optional<Date>& end)
    : first_(day_number(begin)), last_(end ? day_number(*end) - 1 : last_day_number) {
    if (first_ > last_) {
        throw DateError(detail::sentence("interval.no_day",
                                         {{"begin", to_string(begin)}, {"end", to_string(*end)}}));
    }
}

Interval Interval::closed(const Date& first, const Date& last) {
    const DayNumber from = day_number(first);
    const DayNumber to = day_number(last);
    if (from > to) {
        throw DateError(detail::sentence("interval.reversed",
                                         {{"first", to_string(first)}, {"last", to_string(last)}}));
    }
    return Interval(from, to);
}

Interval Interval::of_days(const Date& begin, std::int64_t days) {
    if (days < 1) {
        throw DateError(
            detail::sentence("interval.too_short", {{"days", days}, {"begin", to_string(begin)}}));
    }
    const DayNumber from = day_number(begin);
    const std::int64_t room = last_day_number - from + std::int64_t{1};
    return Interval(from, from + static_cast<DayNumber>(std::min(days, room)) - 1);
}

std::optional<Date> Interval::end() const {
    if (last_ == last_day_number) return std::nullopt;
    return detail::unchecked_date(std::int64_t{last_} + 1);
}

bool Interval::contains(const Date& date) const {
    const DayNumber day = day_number(date);
    return first_ <= day && day <= last_;
}

std::optional<Interval> Interval::meet(const Interval& other) const {
    const DayNumber first = std::max(first_, other.first_);
    const DayNumber last = std::min(last_, other.last_);
    if (first > last) return std::nullopt;
    return Interval(first, last);
}

std::string to_string(const Interval& interval) {
    const auto end = interval.end();
    return "[" + to_string(interval.begin()) + ", " + (end ? to_string(*end) : "") + ")";
}

std::ostream& operator<<(std::ostream& out, const Interval& interval) {
    return out << to_string(interval);
}

}  // namespace probity
