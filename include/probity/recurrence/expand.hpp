// Many recurrences at once: their dates in two flat arrays, written on several threads.
//
//     const std::vector<std::string_view> rules = {"FREQ=MONTHLY;BYDAY=3WE", "FREQ=YEARLY"};
//     const std::vector<Date> starts = {make_date(2026, 1, 1)};          // one for all
//     const Expansion dates = expand(rules, starts, make_date(2026, 1, 1), make_date(2026, 3, 1));
//     dates.offsets;                                                     // {0, 2, 3}
//     dates.days;                   // the numbers of 2026-01-21, 2026-02-18 and then 2026-01-01
//
// Rules are read from text, expanded once and dropped: nothing is kept that would serve a second
// question. Those that are asked again are better given as recurrences, which keep their tables.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"

namespace probity {

class Recurrence;
class Rule;

/// Numbers in one block from malloc, which nobody has filled with zeros first.
template <class Number>
class FlatArray {
  public:
    using value_type = Number;
    using iterator = const Number*;
    using const_iterator = const Number*;

    FlatArray() = default;
    FlatArray(FlatArray&& other) noexcept
        : numbers_(std::move(other.numbers_)), size_(std::exchange(other.size_, 0)) {}
    FlatArray& operator=(FlatArray&& other) noexcept {
        numbers_ = std::move(other.numbers_);
        size_ = std::exchange(other.size_, 0);
        return *this;
    }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] const Number* data() const noexcept { return numbers_.get(); }
    [[nodiscard]] Number* data() noexcept { return numbers_.get(); }
    [[nodiscard]] const Number* begin() const noexcept { return data(); }
    [[nodiscard]] const Number* end() const noexcept { return data() + size_; }
    [[nodiscard]] Number operator[](std::size_t i) const noexcept { return data()[i]; }
    [[nodiscard]] Number front() const noexcept { return data()[0]; }
    [[nodiscard]] Number back() const noexcept { return data()[size_ - 1]; }

    /// Makes room for so many numbers, those there among them; new ones are left as they come.
    /// Throws std::bad_alloc.
    void resize(std::size_t size);
    /// Hands the block over, to be freed by std::free; null if there is none.
    [[nodiscard]] Number* release() noexcept {
        size_ = 0;
        return numbers_.release();
    }

    friend bool operator==(const FlatArray& a, const FlatArray& b) noexcept {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
    friend bool operator==(const FlatArray& a, const std::vector<Number>& b) noexcept {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

  private:
    struct Free {
        void operator()(Number* numbers) const noexcept { std::free(numbers); }
    };

    std::unique_ptr<Number[], Free> numbers_;
    std::size_t size_ = 0;
};

/// Dates of many recurrences in two flat arrays: those of recurrence i are
/// days[offsets[i]] .. days[offsets[i + 1]].
template <class Day>
struct ExpansionIn {
    std::vector<std::int64_t> offsets;
    FlatArray<Day> days;
};
using Expansion = ExpansionIn<DayNumber>;

/// The dates in [begin, end) of many rules, each read from its text, on so many threads (0: as many
/// as the machine has processors). `starts` has one date for each rule, or one for all. Days are
/// written as DayNumber, or as std::int64_t if that is asked for.
///
/// Throws RuleError naming by its index the first rule that cannot be read, and HorizonError or
/// DateError if its dates cannot be told; nothing is returned then.
template <class Day = DayNumber>
[[nodiscard]] ExpansionIn<Day> expand(std::span<const std::string_view> rules,
                                      std::span<const Date> starts, const Date& begin,
                                      const std::optional<Date>& end, unsigned threads = 0);

/// The same for rules that have been read.
template <class Day = DayNumber>
[[nodiscard]] ExpansionIn<Day> expand(std::span<const Rule> rules, std::span<const Date> starts,
                                      const Date& begin, const std::optional<Date>& end,
                                      unsigned threads = 0);

/// The same for recurrences of any kind, with their extra and excepted dates.
template <class Day = DayNumber>
[[nodiscard]] ExpansionIn<Day> expand(std::span<const Recurrence> recurrences, const Date& begin,
                                      const std::optional<Date>& end, unsigned threads = 0);

}  // namespace probity
