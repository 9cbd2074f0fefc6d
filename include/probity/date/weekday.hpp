// A weekday, and the n-th one of a month.
//
//     nth_weekday(2026, 3, WE(3));    // 2026-03-18, the third Wednesday
//     nth_weekday(2026, 3, FR(-1));   // 2026-03-27, the last Friday
//     nth_weekday(2026, 2, MO(5));    // none: February 2026 has four Mondays
//
// Weekdays have no order of their own: whether Sunday comes before Monday depends on where the week
// begins, which is a WeekConvention's matter (week_of_month.hpp).
#pragma once

#include <concepts>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"

namespace probity {

class NthWeekday;

/// A day of the week.
class Weekday {
  public:
    /// Monday.
    constexpr Weekday() noexcept = default;

    /// 0 for Monday to 6 for Sunday. Throws ProbityError on another number.
    [[nodiscard]] static constexpr Weekday from_index(int index) {
        if (index < 0 || index > 6) throw_bad_index(index);
        return Weekday(index);
    }

    /// Reads RFC 5545's two letters, "MO" to "SU". Throws ProbityError on anything else.
    [[nodiscard]] static Weekday parse(std::string_view text);

    /// 0 for Monday to 6 for Sunday.
    [[nodiscard]] constexpr int index() const noexcept { return index_; }

    /// The n-th of a period, 1 the first, -1 the last: WE(3). Throws ProbityError for 0 and
    /// beyond 53 either way.
    [[nodiscard]] constexpr NthWeekday operator()(int n) const;
    /// The same, for the notation of recurrence/every.hpp: every_month / Wednesday[3].
    [[nodiscard]] constexpr NthWeekday operator[](int n) const;

    friend constexpr bool operator==(Weekday, Weekday) noexcept = default;
    // Does Sunday come first or last? Without a convention there is no single answer.
    friend bool operator<(Weekday, Weekday) = delete;
    friend bool operator>(Weekday, Weekday) = delete;
    friend bool operator<=(Weekday, Weekday) = delete;
    friend bool operator>=(Weekday, Weekday) = delete;

  private:
    explicit constexpr Weekday(int index) noexcept : index_(static_cast<signed char>(index)) {}
    [[noreturn]] static void throw_bad_index(int index);

    signed char index_ = 0;
};

/// A weekday with its ordinal within a period: the third Wednesday, the last Friday.
class NthWeekday {
  public:
    /// Throws ProbityError unless n is in -53..-1 or 1..53.
    constexpr NthWeekday(Weekday weekday, int n)
        : weekday_(weekday), n_(static_cast<signed char>(n)) {
        if (n == 0 || n < -53 || n > 53) throw_bad_ordinal(n);
    }

    [[nodiscard]] constexpr Weekday weekday() const noexcept { return weekday_; }
    /// 1 is the first, -1 the last.
    [[nodiscard]] constexpr int n() const noexcept { return n_; }

    friend constexpr bool operator==(NthWeekday, NthWeekday) noexcept = default;

  private:
    [[noreturn]] static void throw_bad_ordinal(int n);

    Weekday weekday_;
    signed char n_;
};

constexpr NthWeekday Weekday::operator()(int n) const { return NthWeekday(*this, n); }
constexpr NthWeekday Weekday::operator[](int n) const { return NthWeekday(*this, n); }

inline constexpr Weekday MO = Weekday::from_index(0);
inline constexpr Weekday TU = Weekday::from_index(1);
inline constexpr Weekday WE = Weekday::from_index(2);
inline constexpr Weekday TH = Weekday::from_index(3);
inline constexpr Weekday FR = Weekday::from_index(4);
inline constexpr Weekday SA = Weekday::from_index(5);
inline constexpr Weekday SU = Weekday::from_index(6);

/// The weekday of a date.
[[nodiscard]] Weekday weekday_of(const Date& date);

/// The n-th such weekday of a month; none if the month has no such day, as with a fifth Wednesday
/// in most. Throws DateError for a year or month that does not exist.
[[nodiscard]] std::optional<Date> nth_weekday(int year, int month, NthWeekday which);

/// "WE".
[[nodiscard]] std::string to_string(Weekday weekday);
/// "3WE", "-1FR".
[[nodiscard]] std::string to_string(NthWeekday which);
std::ostream& operator<<(std::ostream& out, Weekday weekday);
std::ostream& operator<<(std::ostream& out, NthWeekday which);

static_assert(std::regular<Weekday> && std::copyable<NthWeekday>);

}  // namespace probity
