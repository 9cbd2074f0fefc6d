// A set of small numbers, as the parts of a recurrence rule list them: BYMONTHDAY=1,15,-1.
//
// Numbers run from -Bound to Bound, without 0; -1 is the last of a period. A set is a few words of
// bits, so that however long the list in a rule's text, the rule takes the same memory, and two
// rules that list the same numbers in another order are equal.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace probity {

/// A set of numbers from -Bound..-1 and 1..Bound.
template <int Bound>
class NumberSet {
  public:
    static constexpr int bound = Bound;

    constexpr NumberSet() noexcept = default;
    /// The caller keeps to the bound: a Rule checks before it inserts.
    constexpr NumberSet(std::initializer_list<int> numbers) {
        for (const int number : numbers) insert(number);
    }

    constexpr void insert(int number) noexcept {
        words_[word(number)] |= std::uint64_t{1} << bit(number);
    }
    [[nodiscard]] constexpr bool contains(int number) const noexcept {
        return number >= -Bound && number <= Bound &&
               (words_[word(number)] >> bit(number) & 1) != 0;
    }
    [[nodiscard]] constexpr bool empty() const noexcept {
        for (const std::uint64_t w : words_) {
            if (w != 0) return false;
        }
        return true;
    }
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        std::size_t n = 0;
        for (const std::uint64_t w : words_) n += static_cast<std::size_t>(std::popcount(w));
        return n;
    }

    /// Calls visit(number) for each, 1 upwards, then -1 downwards: the order in which rules list
    /// them, "1,15,-1".
    template <std::invocable<int> Visitor>
    constexpr void for_each(Visitor visit) const {
        for_each_ascending([&](int number) {
            if (number > 0) visit(number);
        });
        for (int number = -1; number >= -Bound; --number) {
            if (contains(number)) visit(number);
        }
    }

    /// Calls visit(number) for each from -Bound to Bound.
    template <std::invocable<int> Visitor>
    constexpr void for_each_ascending(Visitor visit) const {
        for (std::size_t w = 0; w < words_.size(); ++w) {
            for (std::uint64_t rest = words_[w]; rest != 0; rest &= rest - 1) {
                visit(static_cast<int>(w * 64) + std::countr_zero(rest) - Bound);
            }
        }
    }

    /// The least number; the set must not be empty.
    [[nodiscard]] constexpr int front() const noexcept {
        std::size_t w = 0;
        while (words_[w] == 0) ++w;
        return static_cast<int>(w * 64) + std::countr_zero(words_[w]) - Bound;
    }

    friend constexpr bool operator==(const NumberSet&, const NumberSet&) noexcept = default;

  private:
    // Number n is bit n + Bound.
    static constexpr std::size_t word(int number) noexcept {
        return static_cast<std::size_t>(number + Bound) / 64;
    }
    static constexpr int bit(int number) noexcept { return (number + Bound) % 64; }

    std::array<std::uint64_t, static_cast<std::size_t>(2 * Bound) / 64 + 1> words_{};
};

static_assert(std::regular<NumberSet<31>>);

}  // namespace probity
