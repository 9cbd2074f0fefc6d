// A date is a day of the proleptic Gregorian calendar, from 1400-01-01 to 9999-12-31.
//
// Date is Boost's: a program that already speaks boost::gregorian speaks to this library. Cases
// that Boost leaves open are closed here: a date that does not exist, or falls outside the range,
// is an error and never another date.
//
//     Date d = make_date(2026, 3, 18);
//     to_string(d);                              // "2026-03-18"
//     to_string(add_days(d, 14));                // "2026-04-01"
//     add_days(make_date(9999, 12, 31), 1);      // DateError
//
// An Interval is a run of days, [begin, end): its end is the first day no longer in it.
//
//     Interval week{make_date(2026, 3, 16), make_date(2026, 3, 23)};
//     week.days();                               // 7
//     to_string(week.last());                    // "2026-03-22"
//
// An interval without an end goes on to 9999-12-31, the last date there is; reaching that day and
// having no end are the same thing.
#pragma once

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <chrono>
#include <compare>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/error.hpp"

namespace probity {

/// A day of the proleptic Gregorian calendar.
using Date = boost::gregorian::date;

/// A day as a number: days since 1970-01-01, as std::chrono and NumPy's datetime64[D] count them.
using DayNumber = std::int32_t;

/// The first and the last year that a Date can have.
inline constexpr int first_year = 1400;
inline constexpr int last_year = 9999;

/// The day numbers of 1400-01-01 and 9999-12-31.
inline constexpr DayNumber first_day_number = -208188;
inline constexpr DayNumber last_day_number = 2932896;

namespace detail {
// Boost counts days so that 1970-01-01 is 2440588.
inline constexpr std::int64_t boost_day_of_1970 = 2440588;

[[noreturn]] void throw_day_number_out_of_range(std::int64_t day);
[[noreturn]] void throw_special_date();

// For day numbers already known to be in range.
[[nodiscard]] inline Date unchecked_date(std::int64_t day) {
    return Date(static_cast<Date::date_int_type>(day + boost_day_of_1970));
}
}  // namespace detail

/// 1400-01-01, the first date there is.
[[nodiscard]] inline Date first_date() { return detail::unchecked_date(first_day_number); }

/// 9999-12-31, the last date there is.
[[nodiscard]] inline Date last_date() { return detail::unchecked_date(last_day_number); }

/// The date of a year, month (1-12) and day of the month. Throws DateError if there is none.
[[nodiscard]] Date make_date(int year, int month, int day);

/// Reads an ISO 8601 calendar date, "2026-03-18". Throws DateError on anything else.
[[nodiscard]] Date parse_date(std::string_view text);

/// "2026-03-18".
[[nodiscard]] std::string to_string(const Date& date);

/// Days since 1970-01-01. Throws DateError for Boost's special values (not_a_date_time, infinities).
[[nodiscard]] inline DayNumber day_number(const Date& date) {
    const auto day = static_cast<std::int64_t>(date.day_number()) - detail::boost_day_of_1970;
    if (day < first_day_number || day > last_day_number) detail::throw_special_date();
    return static_cast<DayNumber>(day);
}

/// The date of a day number. Throws DateError outside 1400-01-01 to 9999-12-31.
[[nodiscard]] inline Date date_of(std::int64_t day) {
    if (day < first_day_number || day > last_day_number) {
        detail::throw_day_number_out_of_range(day);
    }
    return detail::unchecked_date(day);
}

/// The date so many days later, or earlier if negative. Throws DateError outside the range.
[[nodiscard]] Date add_days(const Date& date, std::int64_t days);

/// The same day for std::chrono.
[[nodiscard]] inline std::chrono::sys_days to_sys_days(const Date& date) {
    return std::chrono::sys_days{std::chrono::days{day_number(date)}};
}

/// The same day from std::chrono. Throws DateError outside the range, or where year_month_day is
/// not ok().
[[nodiscard]] Date to_date(std::chrono::sys_days day);
[[nodiscard]] Date to_date(const std::chrono::year_month_day& day);

/// A run of at least one day, [begin, end).
class Interval {
  public:
    /// Throws DateError unless begin < end. Without an end it goes on to 9999-12-31.
    explicit Interval(const Date& begin, const std::optional<Date>& end = std::nullopt);

    /// The interval from first to last, both in it. Throws DateError unless first <= last.
    [[nodiscard]] static Interval closed(const Date& first, const Date& last);

    /// The `days` days from begin on, cut at 9999-12-31. Throws DateError unless days >= 1.
    [[nodiscard]] static Interval of_days(const Date& begin, std::int64_t days);

    [[nodiscard]] Date begin() const { return detail::unchecked_date(first_); }
    /// The first day after it; none if the interval reaches 9999-12-31.
    [[nodiscard]] std::optional<Date> end() const;
    [[nodiscard]] Date last() const { return detail::unchecked_date(last_); }
    /// How many days it has, at least 1.
    [[nodiscard]] std::int32_t days() const { return last_ - first_ + 1; }
    [[nodiscard]] bool contains(const Date& date) const;

    /// The days in both; none if they do not meet.
    [[nodiscard]] std::optional<Interval> meet(const Interval& other) const;

    /// By first day, then by last.
    friend std::strong_ordering operator<=>(const Interval&, const Interval&) = default;

  private:
    Interval(DayNumber first, DayNumber last) : first_(first), last_(last) {}

    DayNumber first_;
    DayNumber last_;
};

/// "[2026-03-16, 2026-03-23)", or "[2026-03-16, )" without an end.
[[nodiscard]] std::string to_string(const Interval& interval);
std::ostream& operator<<(std::ostream& out, const Interval& interval);

static_assert(std::copyable<Interval> && std::totally_ordered<Interval>);

}  // namespace probity
