// The computable form of a rule: its dates without the bounds of start, UNTIL and COUNT.
//
//     StrideForm      DAILY, WEEKLY with BYDAY at most        arithmetic, no table
//     PeriodForm      YEARLY, MONTHLY, BYWEEKNO, and          patterns by kind of year or month,
//                     DAILY and WEEKLY filtered, INTERVAL=1   counts over the calendar's cycle
//     FilteredForm    DAILY and WEEKLY filtered, INTERVAL>1   a StrideForm on another form's dates
//     BitsForm        what none of these can say              one ranked bit a day
//
// Recurrence::nth asks select, and count asks rank. Neither walks the dates: once a table is made, a
// later date costs no more than an earlier one.
//
// Days are given as wide numbers, so that one past the last date can be said. A form may be asked
// about days from its rule's start on only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "probity/date/date.hpp"
#include "probity/recurrence/rule.hpp"

namespace probity::detail {

/// The answer of next_from past the last date, and of last_before before the first.
inline constexpr std::int64_t no_later_day = std::int64_t{last_day_number} + 1;
inline constexpr std::int64_t no_earlier_day = std::int64_t{first_day_number} - 1;

class Form {
  public:
    virtual ~Form() = default;

    [[nodiscard]] virtual bool contains(std::int64_t day) const = 0;
    /// How many dates are before `day`, up to a constant that is the same for all days.
    [[nodiscard]] virtual std::int64_t rank(std::int64_t day) const = 0;
    /// The date that has `k` before it in the sense of rank; past the last, no_later_day.
    [[nodiscard]] virtual std::int64_t select(std::int64_t k) const = 0;
    /// The first date on or after `day`; past the last, no_later_day.
    [[nodiscard]] virtual std::int64_t next_from(std::int64_t day) const = 0;
    /// The last date before `day`; one before the rule's start is as good as none.
    [[nodiscard]] virtual std::int64_t last_before(std::int64_t day) const = 0;
    /// Whether rank and select would have to build a table first.
    [[nodiscard]] virtual bool is_cold() const { return false; }
    /// Writes the dates in [begin, end), at most `room`, and says how many.
    virtual std::size_t emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                             std::size_t room) const = 0;
    /// Sets bit (day - begin) for each date in [begin, end); all bits are clear on entry.
    virtual void fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const = 0;

    /// The first day of which nothing is known; no_later_day where all is.
    [[nodiscard]] virtual std::int64_t known_end() const { return no_later_day; }
};

/// The form of a rule that counts from a start. Throws RuleError for a rule of hours, minutes or
/// seconds, and HorizonError for a lunisolar rule whose start lies outside what is known.
[[nodiscard]] std::unique_ptr<const Form> make_form(const Rule& rule, DayNumber start);

}  // namespace probity::detail
