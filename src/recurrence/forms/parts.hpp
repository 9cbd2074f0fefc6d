// A rule's parts as bits over the days of a month and of a year.
//
// In RFC 5545's table parts expand or limit, the dates of a period are those that satisfy every
// part, the parts that the rule leaves to the start among them. So a month is a mask of its days
// for BYMONTHDAY and one for BYDAY, a year is its months side by side, and BYSETPOS picks among the
// bits that are left.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "date/civil.hpp"
#include "probity/recurrence/rule.hpp"

namespace probity::detail {

/// Settles what FREQ and the start leave open: which months, days and weekdays a rule admits.
struct ImpliedParts {
    std::uint16_t months;  // bit m for month m; all twelve where none is named
    Rule::MonthDays month_days;
    std::uint8_t weekdays;  // plain BYDAY
};

[[nodiscard]] ImpliedParts implied_parts(const Rule& rule, DayNumber start);

/// Whether the ordinals of BYDAY count within the month: with MONTHLY, or YEARLY with BYMONTH
/// (RFC 5545 section 3.3.10, notes 1 and 2). Else they count within the year.
[[nodiscard]] bool counts_in_month(const Rule& rule);

/// BYSETPOS within a month or a week, which have at most 64 days.
class ShortPositions {
  public:
    ShortPositions() = default;
    explicit ShortPositions(const Rule::YearDays& positions);

    /// The bits of `set` at the positions, 1 the first and -1 the last.
    [[nodiscard]] std::uint64_t keep(std::uint64_t set) const noexcept;

  private:
    // Bit k for the k-th from the first, from 0, and for the k-th from the last.
    std::uint64_t from_first_ = 0;
    std::uint64_t from_last_ = 0;
};

/// SKIP as it bears on days. A day that does not exist is moved if one part alone names it: where
/// BYWEEKNO, or BYYEARDAY beside BYMONTH or BYMONTHDAY, must name it too, it is in no week and in
/// no month, and there is nothing to move. DAILY and WEEKLY look at days that exist.
[[nodiscard]] Skip skip_of_days(const Rule& rule);

/// A month as its days bear on BYMONTHDAY and BYDAY.
struct MonthShape {
    int length;
    int first_weekday;
    // The lengths of the months beside it, for a day that SKIP moves there and an ordinal counts.
    int length_before;
    int length_after;
};

/// The days of one month that satisfy BYMONTHDAY, BYDAY and, by the month, BYSETPOS.
class MonthParts {
  public:
    MonthParts(const Rule& rule, const ImpliedParts& implied);

    /// Bit d is day d, [1, length]. With SKIP a day may fall on bit 0, the last of the month
    /// before, or on bit length + 1, the first of the next.
    [[nodiscard]] std::uint64_t days(const MonthShape& month) const;

    /// Whether days can fall outside their month: BYMONTHDAY=31 with SKIP=FORWARD, say.
    [[nodiscard]] bool can_leave_month() const noexcept { return can_leave_month_; }

  private:
    [[nodiscard]] std::uint64_t month_day_bits(int length) const;
    [[nodiscard]] std::uint64_t weekday_bits(const MonthShape& month) const;
    void add_ordinals(const Rule& rule);

    bool has_month_days_;
    bool has_weekdays_;
    bool can_leave_month_ = false;
    Skip skip_;
    std::uint8_t weekdays_;
    std::uint32_t from_start_ = 0;  // bit d for BYMONTHDAY=d
    std::uint32_t from_end_ = 0;    // bit 32 - n for BYMONTHDAY=-n: the last day is bit 31
    // Ordinals of BYDAY: for which weekdays there are any, and for each weekday bit k for the k-th
    // in the month, from 0, and for the k-th from its end. A month has no sixth.
    std::uint8_t ordinal_weekdays_ = 0;
    std::array<std::uint8_t, 7> from_first_{};
    std::array<std::uint8_t, 7> from_last_{};
    bool has_positions_ = false;
    ShortPositions positions_;  // BYSETPOS within the month
};

/// The days of a year as six words: bit d is its d-th day. As in a month, SKIP may put a day on bit
/// 0, the last of the year before, or on the bit after the last, the first of the next.
using YearBits = std::array<std::uint64_t, 6>;

/// The days of one year that satisfy every part of a rule.
class YearParts {
  public:
    /// `months`: the months that the rule admits, bit m for month m. BYSETPOS counts in the year
    /// where FREQ=YEARLY, but in the week-year, and so not here, beside BYWEEKNO.
    YearParts(const Rule& rule, const ImpliedParts& implied, std::uint16_t months);

    /// `first_weekday` is that of 1 January.
    [[nodiscard]] YearBits days(bool leap, int first_weekday) const;

    /// Whether the year's days are its months' days, and none can leave its month.
    [[nodiscard]] bool is_of_months() const noexcept {
        return goes_by_months_ && !has_year_days_ && !has_year_weekdays_ && !has_positions_ &&
               !month_parts_.can_leave_month();
    }
    [[nodiscard]] const MonthParts& month_parts() const noexcept { return month_parts_; }
    [[nodiscard]] std::uint16_t months() const noexcept { return months_; }

    /// Whether days can fall outside their year: BYYEARDAY=366 with SKIP=FORWARD, say.
    [[nodiscard]] bool can_leave_year() const noexcept {
        return (skip_ == Skip::forward && year_days_.contains(366)) ||
               (skip_ == Skip::backward && year_days_.contains(-366));
    }

  private:
    struct Ordinal {
        std::int8_t weekday;
        std::int8_t n;
    };

    [[nodiscard]] YearBits year_day_bits(int length) const;
    [[nodiscard]] YearBits year_weekday_bits(int length, int first_weekday) const;

    MonthParts month_parts_;
    std::uint16_t months_;
    bool has_year_days_;
    bool goes_by_months_;
    bool has_year_weekdays_;
    Skip skip_;
    std::uint8_t weekdays_;
    Rule::YearDays year_days_;
    std::vector<Ordinal> ordinals_;
    Rule::YearDays positions_;  // BYSETPOS within the year; empty where there is none
    bool has_positions_ = false;
};

/// Keeps the bits at the given positions, 1 the first and -1 the last.
void keep_positions(YearBits& set, const Rule::YearDays& positions);

/// Ors the 64 bits of `bits`, bit 0 at bit `position` of the year; what lies past its words is
/// dropped.
void or_into_year(YearBits& year, std::uint64_t bits, int position);

/// The kinds of year: whether it is a leap year, and the weekday of its 1 January.
inline constexpr int year_kinds = 14;
[[nodiscard]] constexpr int year_kind(bool leap, int first_weekday) noexcept {
    return (leap ? 7 : 0) + first_weekday;
}

}  // namespace probity::detail
