// A calendar as a grid of periods: years, months or week-years.
//
// There are few kinds of period (14 of years: leap or not, and the weekday of 1 January). A kind has
// a pattern, the days that a rule gives in such a period, as bits; and the kinds themselves come
// round every 400 years, the cycle of the Gregorian calendar.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "date/civil.hpp"
#include "probity/recurrence/rule.hpp"
#include "recurrence/forms/parts.hpp"

namespace probity::detail {

/// A day as its period and its bit in the period's pattern.
struct Place {
    int period;
    int bit;
};

inline constexpr int years_in_cycle = 400;
inline constexpr int months_in_cycle = years_in_cycle * 12;

/// The periods of one cycle of the calendar: the kind of each, and how many days after the cycle's
/// first it begins.
template <int Periods>
struct Cycle {
    std::array<std::int8_t, Periods> kinds;
    std::array<std::int32_t, Periods> starts;
};

/// Years of the cycle that begins in 1600, by year mod 400.
inline constexpr auto cycle_of_years = [] {
    Cycle<years_in_cycle> cycle{};
    for (int i = 0; i < years_in_cycle; ++i) {
        const DayNumber start = year_start(1600 + i);
        cycle.kinds[static_cast<std::size_t>(i)] =
            static_cast<std::int8_t>(year_kind(is_leap(1600 + i), weekday_index(start)));
        cycle.starts[static_cast<std::size_t>(i)] = start - year_start(1600);
    }
    return cycle;
}();

/// Months of the same cycle: four lengths by seven weekdays of the first.
inline constexpr auto cycle_of_months = [] {
    Cycle<months_in_cycle> cycle{};
    for (int i = 0; i < months_in_cycle; ++i) {
        const int year = 1600 + i / 12;
        const int month = i % 12 + 1;
        const DayNumber start = day_number_of(year, month, 1);
        cycle.kinds[static_cast<std::size_t>(i)] =
            static_cast<std::int8_t>((days_in_month(year, month) - 28) * 7 + weekday_index(start));
        cycle.starts[static_cast<std::size_t>(i)] = start - year_start(1600);
    }
    return cycle;
}();

/// The day number of the first day of the cycle that holds a period.
[[nodiscard]] constexpr DayNumber cycle_start(int period, int periods_in_cycle) noexcept {
    return year_start(1600) +
           (period / periods_in_cycle - 1600 / years_in_cycle) * days_in_400_years;
}

/// The days of months of each kind, found once for a walk too short for a table.
class MonthPatterns {
  public:
    /// No day leaves its month.
    explicit MonthPatterns(const MonthParts& parts) : parts_(parts) {}

    /// Of the cycle's i-th month, bit d for day d.
    [[nodiscard]] std::uint64_t of_month(std::size_t i) {
        const auto kind = static_cast<std::size_t>(cycle_of_months.kinds[i]);
        if ((known_ >> kind & 1) == 0) {
            known_ |= 1u << kind;
            // Its neighbours do not matter.
            patterns_[kind] =
                parts_.days({28 + static_cast<int>(kind / 7), static_cast<int>(kind % 7), 31, 31});
        }
        return patterns_[kind];
    }

  private:
    const MonthParts& parts_;
    std::uint32_t known_ = 0;
    // By kind, as far as they are known.
    std::array<std::uint64_t, 28> patterns_;
};

/// Years from 1 January.
class YearGrid {
  public:
    static constexpr int cycle = years_in_cycle;
    static constexpr int kinds = year_kinds;
    static constexpr int words = 6;
    static constexpr int first_bit = 1;
    using Pattern = YearBits;

    explicit YearGrid(const YearParts& parts) : parts_(parts) {}

    [[nodiscard]] static Place locate(DayNumber day) noexcept {
        const YearDay at = year_day(day);
        return {at.year, at.day + 1};
    }
    /// The day of bit 0, in days from the start of the cycle; `i` is the year's place in it.
    [[nodiscard]] static int origin_in_cycle(std::size_t i) noexcept {
        return cycle_of_years.starts[i] - 1;
    }
    [[nodiscard]] static int kind_in_cycle(std::size_t i) noexcept {
        return cycle_of_years.kinds[i];
    }
    [[nodiscard]] Pattern pattern(int kind) const { return parts_.days(kind >= 7, kind % 7); }

    /// Whether a year is its months side by side, which a short walk may then take one by one.
    [[nodiscard]] bool is_of_months() const noexcept { return parts_.is_of_months(); }
    [[nodiscard]] const MonthParts& month_parts() const noexcept { return parts_.month_parts(); }
    /// Calls visit(days before the month from the cycle's start, days as bits) for the months of the
    /// cycle's i-th year.
    template <class Visitor>
    void for_each_month(std::size_t i, MonthPatterns& patterns, Visitor visit) const {
        for (std::uint32_t rest = parts_.months(); rest != 0; rest &= rest - 1) {
            const std::size_t month = i * 12 + static_cast<std::size_t>(std::countr_zero(rest)) - 1;
            visit(cycle_of_months.starts[month] - 1, patterns.of_month(month));
        }
    }

  private:
    YearParts parts_;
};

/// Months; a period is its year * 12 + month - 1.
class MonthGrid {
  public:
    static constexpr int cycle = months_in_cycle;
    /// Those of cycle_of_months, and one for months that the rule leaves out.
    static constexpr int kinds = 29;
    static constexpr int words = 1;
    static constexpr int first_bit = 1;
    using Pattern = std::array<std::uint64_t, 1>;

    MonthGrid(const MonthParts& parts, std::uint16_t months) : parts_(parts), months_(months) {}

    [[nodiscard]] static Place locate(DayNumber day) noexcept {
        const YearMonthDay at = year_month_day(day);
        return {at.year * 12 + at.month - 1, at.day};
    }
    [[nodiscard]] static int origin_in_cycle(std::size_t i) noexcept {
        return cycle_of_months.starts[i] - 1;
    }
    [[nodiscard]] int kind_in_cycle(std::size_t i) const noexcept {
        return (months_ >> (i % 12 + 1) & 1) != 0 ? cycle_of_months.kinds[i] : left_out;
    }
    [[nodiscard]] Pattern pattern(int kind) const {
        if (kind == left_out) return {0};
        // No day leaves its month here, so that its neighbours do not matter.
        return {parts_.days({28 + kind / 7, kind % 7, 31, 31})};
    }

  private:
    static constexpr int left_out = 28;

    MonthParts parts_;
    std::uint16_t months_;
};

/// Week-years: whole weeks, the first of which has at least four days in the calendar year
/// (RFC 5545 section 3.3.10, BYWEEKNO).
class WeekYearGrid {
  public:
    static constexpr int cycle = years_in_cycle;
    /// Seven places of 1 January by which of the three years around are leap years.
    static constexpr int kinds = 28;
    static constexpr int words = 6;
    static constexpr int first_bit = 0;
    using Pattern = YearBits;

    WeekYearGrid(const Rule& rule, const ImpliedParts& implied);

    [[nodiscard]] Place locate(DayNumber day) const noexcept {
        // The year by proportion is the right one or beside it.
        constexpr int first_year_of_cycles = 1200;
        const auto since = static_cast<std::uint32_t>(day - year_start(first_year_of_cycles));
        const std::uint32_t cycles = since / days_in_400_years;
        const auto in_cycle = static_cast<int>(since - cycles * days_in_400_years);
        int i = in_cycle * cycle / days_in_400_years;  // [0, 399]
        int bit = in_cycle - origin_in_cycle(static_cast<std::size_t>(i));
        const int next = i + 1 == cycle ? days_in_400_years + origin_in_cycle(0)
                                        : origin_in_cycle(static_cast<std::size_t>(i + 1));
        if (bit < 0) {
            bit = in_cycle - (i == 0 ? origin_in_cycle(cycle - 1) - days_in_400_years
                                     : origin_in_cycle(static_cast<std::size_t>(i - 1)));
            --i;
        } else if (in_cycle >= next) {
            bit = in_cycle - next;
            ++i;
        }
        return {first_year_of_cycles + static_cast<int>(cycles) * cycle + i, bit};
    }
    [[nodiscard]] int origin_in_cycle(std::size_t i) const noexcept {
        return cycle_of_years.starts[i] -
               days_before_[static_cast<std::size_t>(cycle_of_years.kinds[i])];
    }
    [[nodiscard]] static int kind_in_cycle(std::size_t i) noexcept;
    [[nodiscard]] Pattern pattern(int kind) const;

  private:
    /// Keeps the days that the rest of the rule admits in their calendar years.
    void keep_admitted(YearBits& days, int leap, int new_year) const;

    int week_start_;
    // Days of week 1 before 1 January, [-3, 3], by the kind of year.
    std::array<std::int8_t, year_kinds> days_before_{};
    Rule::WeekNumbers weeks_;
    std::uint8_t weekdays_;
    Rule::YearDays positions_;
    // The rest of the rule over a calendar year; needed only if it has such parts.
    std::optional<YearParts> filter_;
};

}  // namespace probity::detail
