// "The third week of March": which days are they?
//
// It depends on a convention: on which weekday a week begins, and how many of its days must lie in
// the month for it to count as the month's first. Said once: **week n is the week that contains the
// n-th occurrence in the month of one weekday, the anchor**, the weekday F + 7 - m for weeks that
// begin on F with at least m days in the month. For ISO weeks (Monday, 4) the anchor is Thursday.
//
//     March 2026                     ISO: the anchor is Thursday
//     Mo Tu We Th Fr Sa Su
//                        1           week 4 of February (its Thursday is 26 February)
//      2  3  4  5  6  7  8           week 1
//      9 10 11 12 13 14 15           week 2
//     16 17 18 19 20 21 22           week 3   <- WeekConvention::iso().week(2026, 3, 3)
//     23 24 25 26 27 28 29           week 4
//     30 31                          week 1 of April (its Thursday is 2 April)
//
// On the rows of a wall calendar that begins on Sunday (Sunday, 1) the third week of that month is
// 15 to 21. The date that tells the conventions apart for Songpa's "Wednesday of the third week of
// March" is 2024-03-20: the third week by ISO, the fourth row of the wall calendar that begins on
// Monday.
//
// ISO 8601's own weeks are of years; reading its majority rule for months is Korea's recommended
// practice (KS X ISO 8601), and the default everywhere in the library.
#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/weekday.hpp"

namespace probity {

/// A week by its place: week 3 of March 2026, under some convention.
struct WeekOfMonth {
    int year;
    int month;
    /// 1 to 5.
    int week;

    friend std::strong_ordering operator<=>(const WeekOfMonth&, const WeekOfMonth&) = default;
};

/// A convention of what a week of the month is: its first day and the least number of its days in
/// the month.
class WeekConvention {
  public:
    /// Throws ProbityError unless 1 <= minimum_days <= 7.
    constexpr WeekConvention(Weekday first_day, int minimum_days)
        : first_day_(first_day), minimum_days_(static_cast<signed char>(minimum_days)) {
        if (minimum_days < 1 || minimum_days > 7) throw_bad_minimum(minimum_days);
    }

    /// (Monday, 4): ISO 8601's majority rule applied to months; the default everywhere.
    [[nodiscard]] static constexpr WeekConvention iso() { return {MO, 4}; }
    /// (Sunday, 1): the Unicode CLDR data for Korea; the rows of a Korean wall calendar.
    [[nodiscard]] static constexpr WeekConvention cldr_kr() { return {SU, 1}; }
    /// (Monday, 1): the rows of a calendar whose weeks begin on Monday.
    [[nodiscard]] static constexpr WeekConvention monday_rows() { return {MO, 1}; }
    /// (Sunday, 4).
    [[nodiscard]] static constexpr WeekConvention sunday_majority() { return {SU, 4}; }
    /// (Monday, 7): week 1 is the first whole one.
    [[nodiscard]] static constexpr WeekConvention full_weeks() { return {MO, 7}; }

    [[nodiscard]] constexpr Weekday first_day() const noexcept { return first_day_; }
    [[nodiscard]] constexpr int minimum_days() const noexcept { return minimum_days_; }
    /// The weekday whose n-th occurrence in the month lies in week n.
    [[nodiscard]] constexpr Weekday anchor() const noexcept {
        return Weekday::from_index((first_day_.index() + 7 - minimum_days_) % 7);
    }
    /// How many days a week's first day lies before its anchor, 0 to 6.
    [[nodiscard]] constexpr int days_before_anchor() const noexcept { return 7 - minimum_days_; }

    /// Week n of a month: 1 to 5 from its start, -1 to -5 from its end. None if the month has no
    /// such week. Throws DateError for a year or month that does not exist or a week that begins
    /// outside 1400-01-01 to 9999-12-31, and ProbityError for n = 0 or beyond 5 either way.
    [[nodiscard]] std::optional<Interval> week(int year, int month, int n) const;

    /// The week in which a date lies; it may be one of the month before or after. Throws DateError
    /// if that month lies outside the years 1400 to 9999.
    [[nodiscard]] WeekOfMonth locate(const Date& date) const;

    /// How many weeks a month has: 4 or 5.
    [[nodiscard]] int weeks_in(int year, int month) const;

    /// A month in which the named conventions do not agree about week n.
    struct Difference;
    /// The months of a year in which the named conventions differ about week n.
    [[nodiscard]] static std::vector<Difference> compare(int year, int n);

    friend constexpr bool operator==(WeekConvention, WeekConvention) noexcept = default;

  private:
    [[noreturn]] static void throw_bad_minimum(int minimum_days);

    Weekday first_day_;
    signed char minimum_days_;
};

/// A convention with the name under which it is known.
struct NamedConvention {
    std::string_view name;
    WeekConvention convention;
};

/// The conventions that have a name: ISO, CLDR_KR, MONDAY_ROWS, SUNDAY_MAJORITY, FULL_WEEKS.
inline constexpr std::array<NamedConvention, 5> named_conventions{{
    {"ISO", WeekConvention::iso()},
    {"CLDR_KR", WeekConvention::cldr_kr()},
    {"MONDAY_ROWS", WeekConvention::monday_rows()},
    {"SUNDAY_MAJORITY", WeekConvention::sunday_majority()},
    {"FULL_WEEKS", WeekConvention::full_weeks()},
}};

struct WeekConvention::Difference {
    int month;
    /// Week n of that month under each of named_conventions, in their order.
    std::array<std::optional<Interval>, named_conventions.size()> weeks;

    friend bool operator==(const Difference&, const Difference&) = default;
};

/// "(MO, 4)".
[[nodiscard]] std::string to_string(WeekConvention convention);
/// "2026-03 week 3".
[[nodiscard]] std::string to_string(const WeekOfMonth& week);
std::ostream& operator<<(std::ostream& out, WeekConvention convention);
std::ostream& operator<<(std::ostream& out, const WeekOfMonth& week);

static_assert(std::copyable<WeekConvention> && std::totally_ordered<WeekOfMonth>);

}  // namespace probity
