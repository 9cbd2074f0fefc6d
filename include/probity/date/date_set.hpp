// A finite, ordered set of dates: what a rule gives between two dates, or a list that somebody typed.
//
//     DateSet s{make_date(2026, 3, 18), make_date(2026, 1, 5)};
//     s.size();                                  // 2
//     to_string(s[0]);                           // "2026-01-05"
//     s | DateSet::of(week);                     // union; & intersection, - difference, ^ either
//     s.next_after(make_date(2026, 1, 5));       // 2026-03-18
//
// A set is immutable and cheap to copy. Where dates lie close together it is held as ranked bits
// (one bit a day with running counts: 12 bytes for 64 days), else as sorted day numbers of 4 bytes
// each; which of the two shows nowhere but in speed.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
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

namespace probity {

namespace detail {
class RankedBits;
}

/// A finite, ordered, immutable set of dates.
class DateSet {
  public:
    class Iterator;
    using value_type = Date;

    /// The empty set.
    DateSet();
    /// The set of these dates, in any order, repeated or not. Throws DateError for special values.
    explicit DateSet(std::span<const Date> dates);
    DateSet(std::initializer_list<Date> dates);

    /// All days of an interval.
    [[nodiscard]] static DateSet of(const Interval& interval);
    /// The set of these day numbers, in any order. Throws DateError for one out of range.
    [[nodiscard]] static DateSet of_day_numbers(std::vector<DayNumber> days);

    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    [[nodiscard]] bool contains(const Date& date) const;

    /// The i-th date, from 0. Throws ProbityError if i >= size().
    [[nodiscard]] Date operator[](std::size_t i) const;
    /// The dates from the i-th up to, not including, the j-th; both are cut at size().
    [[nodiscard]] DateSet slice(std::size_t i, std::size_t j) const;

    /// How many dates lie in [begin, end).
    [[nodiscard]] std::size_t count(const Date& begin,
                                    const std::optional<Date>& end = std::nullopt) const;
    /// The first date after this one, if any.
    [[nodiscard]] std::optional<Date> next_after(const Date& date) const;
    /// The last date before this one, if any.
    [[nodiscard]] std::optional<Date> last_before(const Date& date) const;
    /// The dates in [begin, end).
    [[nodiscard]] DateSet between(const Date& begin,
                                  const std::optional<Date>& end = std::nullopt) const;
    /// Every date moved by so many days. Throws DateError if one would leave 1400 to 9999.
    [[nodiscard]] DateSet shift(std::int64_t days) const;

    /// The dates as day numbers, ascending.
    [[nodiscard]] std::vector<DayNumber> day_numbers() const;
    /// The day numbers where the set holds them as such, for as long as any copy of it is there;
    /// empty if it holds them as bits.
    [[nodiscard]] std::span<const DayNumber> flat_day_numbers() const& noexcept;
    /// Deleted: a set that is about to go takes its day numbers with it.
    std::span<const DayNumber> flat_day_numbers() && = delete;
    /// Writes the day numbers, ascending; `out` must have room for size() of them.
    void write(std::span<std::int64_t> out) const;

    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

    [[nodiscard]] std::size_t hash() const noexcept;
    /// The bytes that the dates take in memory.
    [[nodiscard]] std::size_t memory() const noexcept;

    friend DateSet operator|(const DateSet& a, const DateSet& b);
    friend DateSet operator&(const DateSet& a, const DateSet& b);
    friend DateSet operator-(const DateSet& a, const DateSet& b);
    friend DateSet operator^(const DateSet& a, const DateSet& b);
    friend bool operator==(const DateSet& a, const DateSet& b);

  private:
    friend class Iterator;
    using Sorted = std::vector<DayNumber>;

    /// Ascending, each once.
    static DateSet of_sorted(Sorted days);
    static DateSet of_bits(detail::RankedBits bits);

    // Exactly one of the two is held; neither for the empty set.
    std::shared_ptr<const Sorted> sorted_;
    std::shared_ptr<const detail::RankedBits> bits_;
};

/// A place in a set, by random access. It holds on to the shared dates: it stays right when the set
/// that gave it is moved from, assigned to or gone. Compare only iterators of one set.
class DateSet::Iterator {
  public:
    using iterator_concept = std::random_access_iterator_tag;
    // Dates are made as they are asked for, so that C++17 sees an input iterator.
    using iterator_category = std::input_iterator_tag;
    using value_type = Date;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Date;

    Iterator() = default;
    Date operator*() const { return detail::unchecked_date(day_); }
    Date operator[](difference_type n) const { return *(*this + n); }

    Iterator& operator++();
    Iterator& operator--();
    Iterator& operator+=(difference_type n);
    Iterator& operator-=(difference_type n) { return *this += -n; }
    Iterator operator++(int) {
        Iterator before = *this;
        ++*this;
        return before;
    }
    Iterator operator--(int) {
        Iterator before = *this;
        --*this;
        return before;
    }

    friend Iterator operator+(const Iterator& it, difference_type n) { return it.at(n); }
    friend Iterator operator+(difference_type n, const Iterator& it) { return it.at(n); }
    friend Iterator operator-(const Iterator& it, difference_type n) { return it.at(-n); }
    friend difference_type operator-(const Iterator& a, const Iterator& b) noexcept {
        return static_cast<difference_type>(a.index_) - static_cast<difference_type>(b.index_);
    }
    friend bool operator==(const Iterator& a, const Iterator& b) noexcept {
        return a.index_ == b.index_;
    }
    friend std::strong_ordering operator<=>(const Iterator& a, const Iterator& b) noexcept {
        return a.index_ <=> b.index_;
    }

  private:
    friend class DateSet;
    Iterator(DateSet set, std::size_t index) : set_(std::move(set)) { move_to(index); }
    void move_to(std::size_t index);
    /// The place so many dates further on.
    [[nodiscard]] Iterator at(difference_type n) const {
        Iterator moved = *this;
        moved += n;
        return moved;
    }

    DateSet set_;
    std::size_t index_ = 0;
    // The day number at index_; of no meaning past the last.
    DayNumber day_ = 0;
};

/// "{2026-01-05, 2026-03-18}"; a long set shows its first and last dates and its size.
[[nodiscard]] std::string to_string(const DateSet& set);
std::ostream& operator<<(std::ostream& out, const DateSet& set);

static_assert(std::regular<DateSet> && std::random_access_iterator<DateSet::Iterator>);

}  // namespace probity

// Iterators keep the shared dates, so that they outlive the set.
/// @cond
template <>
inline constexpr bool std::ranges::enable_borrowed_range<probity::DateSet> = true;
/// @endcond
