// A recurrence: a rule with the date from which it counts, as an infinite ordered set of dates.
//
//     Recurrence r{Rule::parse("FREQ=MONTHLY;BYDAY=3WE"), make_date(2026, 1, 1)};
//     r.next_after(make_date(2026, 3, 18));                          // 2026-04-15
//     r.nth(0);                                                      // 2026-01-21
//     r.count(make_date(2026, 1, 1), make_date(2027, 1, 1));         // 12
//     r.between(make_date(2026, 1, 1), make_date(2026, 3, 1));       // {2026-01-21, 2026-02-18}
//
// Nothing is walked: the Gregorian calendar repeats every 146,097 days, so that the n-th date, the
// number of dates between two days and the next one cost the same in 2027 and in 9027. "Infinite"
// ends at 9999-12-31, the last date there is.
//
// Recurrences combine as sets do, and a combination answers the same questions:
//
//     Recurrence either = a | b, both = a & b, first_only = a - b;
//
// Many are expanded at once by expand.hpp.
//
// The start is a date of the recurrence only if the rule matches it (design readings of RFC 5545
// are in docs). Extra dates (RDATE) are added and excepted dates (EXDATE) taken out after COUNT has
// been counted; an excepted date also removes an extra one.
//
// The first question that needs it builds a table, once, safely among threads, and keeps it: none
// for plain steps of days and weeks; up to 8 KB by years, 11 KB by week numbers and 25 KB by stepped
// months; 14 KB for rules of the lunisolar calendar; up to 0.6 MB for filtered steps of days and
// weeks and for combinations.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <iterator>
#include <memory>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/date_set.hpp"
#include "probity/recurrence/expand.hpp"
#include "probity/recurrence/rule.hpp"

namespace probity {

namespace detail {
class Expression;
}

/// An ordered set of dates given by a rule and its start, or by a combination of such sets.
class Recurrence {
  public:
    class Iterator;
    struct Step;

    /// Throws RuleError for a rule of hours or finer, or whose times of day would change its dates,
    /// DateError for special dates, HorizonError for a lunisolar start outside 1900-2100.
    Recurrence(const Rule& rule, const Date& start, std::vector<Date> extra_dates = {},
               std::vector<Date> excepted_dates = {});

    /// The rule; none for a combination.
    [[nodiscard]] const Rule* rule() const& noexcept;
    /// By value of a recurrence that is about to go.
    [[nodiscard]] std::optional<Rule> rule() &&;
    /// The date from which the rule counts; none for a combination.
    [[nodiscard]] std::optional<Date> start() const;
    /// RDATE, ascending.
    [[nodiscard]] std::vector<Date> extra_dates() const;
    /// EXDATE, ascending.
    [[nodiscard]] std::vector<Date> excepted_dates() const;
    /// How it was made: each distinct part once, a part's own parts before it, the whole last.
    [[nodiscard]] std::vector<Step> steps() const;

    /// The dates in [begin, end).
    [[nodiscard]] DateSet between(const Date& begin,
                                  const std::optional<Date>& end = std::nullopt) const;
    /// The first date after this one; none past the end. Throws HorizonError if the answer lies
    /// beyond what is known of the lunisolar calendar; so do the other questions.
    [[nodiscard]] std::optional<Date> next_after(const Date& date) const;
    /// The last date before this one; none before the start.
    [[nodiscard]] std::optional<Date> last_before(const Date& date) const;
    /// The k-th date, from 0; none past the end. Throws ProbityError for a negative k.
    [[nodiscard]] std::optional<Date> nth(std::int64_t k) const;
    /// How many dates lie in [begin, end). Zero where end is not after begin.
    [[nodiscard]] std::int64_t count(const Date& begin,
                                     const std::optional<Date>& end = std::nullopt) const;
    [[nodiscard]] bool contains(const Date& date) const;
    /// Whether it ends before 9999-12-31 by COUNT, by UNTIL or because the rule matches nothing.
    [[nodiscard]] bool is_finite() const;

    /// For each day number whether it is a date of the recurrence; one out of range is not.
    void contains(std::span<const std::int64_t> days, std::span<bool> answers) const;
    /// Writes the day numbers of the dates in [begin, end), as many as there is room for, and
    /// returns how many were written.
    std::size_t write(const Date& begin, const std::optional<Date>& end,
                      std::span<DayNumber> out) const;

    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

    /// Every date moved by so many days; dates that leave 1400 to 9999 are dropped.
    [[nodiscard]] Recurrence shift(std::int32_t days) const;

    /// Whether two recurrences, however made, have the same dates.
    [[nodiscard]] bool same_dates(const Recurrence& other) const;

    [[nodiscard]] std::size_t hash() const noexcept;

    friend Recurrence operator|(const Recurrence& a, const Recurrence& b);
    friend Recurrence operator&(const Recurrence& a, const Recurrence& b);
    friend Recurrence operator-(const Recurrence& a, const Recurrence& b);
    /// Structural: the same rule, start and exceptions, or the same combination of equal parts.
    friend bool operator==(const Recurrence& a, const Recurrence& b);
    friend std::string to_string(const Recurrence& recurrence);

  private:
    friend class Spans;
    explicit Recurrence(std::shared_ptr<const detail::Expression> expression)
        : expression_(std::move(expression)) {}

    std::shared_ptr<const detail::Expression> expression_;
};

/// A step in which a recurrence was made, for those who write it down: a rule, or of earlier steps
/// a | b, a & b, a - b, a shifted by so many days, or the days of spans so many days long that begin
/// on the dates of a.
struct Recurrence::Step {
    enum class Operation : std::uint8_t { rule, unite, intersect, subtract, shift, days_of_spans };

    Operation operation = Operation::rule;
    /// The rule with its start and exceptions; none of a combination.
    std::optional<Recurrence> rule = std::nullopt;
    /// Places among the steps; b is of |, & and -.
    std::size_t a = 0;
    std::size_t b = 0;
    std::int32_t days = 0;
};

/// Walks a recurrence in order, without end if it has none.
class Recurrence::Iterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Date;
    using difference_type = std::ptrdiff_t;
    using pointer = const Date*;
    using reference = Date;

    Date operator*() const { return detail::unchecked_date(block_[position_]); }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& it, std::default_sentinel_t) { return it.done_; }

  private:
    friend class Recurrence;
    explicit Iterator(std::shared_ptr<const detail::Expression> expression);
    void refill(std::int64_t from);

    std::shared_ptr<const detail::Expression> expression_;
    std::vector<DayNumber> block_;
    std::size_t position_ = 0;
    bool done_ = false;
};

/// "Recurrence(FREQ=MONTHLY;BYDAY=3WE, 2026-01-01)"; a combination as "(a | b)", and one that would
/// be written with more than 1000 rules and combinations as "<Recurrence of 2047 parts>".
[[nodiscard]] std::string to_string(const Recurrence& recurrence);
std::ostream& operator<<(std::ostream& out, const Recurrence& recurrence);

static_assert(std::copyable<Recurrence> && std::equality_comparable<Recurrence>);

}  // namespace probity

// Iterators keep the rule, so that they outlive the recurrence.
/// @cond
template <>
inline constexpr bool std::ranges::enable_borrowed_range<probity::Recurrence> = true;
/// @endcond
