// Patterns: the days of a year, month or week-year as bits, 64 to a word (calendar_grid.hpp).
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "date/ranked_bits.hpp"
#include "probity/date/date.hpp"

namespace probity::detail {

/// Whether a bit is set.
template <std::size_t Words>
[[nodiscard]] bool has_bit(const std::array<std::uint64_t, Words>& pattern, int bit) noexcept {
    return (pattern[static_cast<std::size_t>(bit / word_bits)] >> (bit % word_bits) & 1) != 0;
}

/// The first set bit from `bit` on; -1 if there is none.
template <std::size_t Words>
[[nodiscard]] int next_bit(const std::array<std::uint64_t, Words>& pattern, int bit) noexcept {
    auto w = static_cast<std::size_t>(bit / word_bits);
    std::uint64_t rest = pattern[w] & (~std::uint64_t{0} << (bit % word_bits));
    while (rest == 0) {
        if (++w == Words) return -1;
        rest = pattern[w];
    }
    return static_cast<int>(w) * word_bits + std::countr_zero(rest);
}

/// Calls visit(bit) for each bit that is set, in order.
template <std::size_t Words, class Visitor>
void for_each_bit(const std::array<std::uint64_t, Words>& pattern, Visitor visit) {
    for (std::size_t w = 0; w < Words; ++w) {
        for (std::uint64_t rest = pattern[w]; rest != 0; rest &= rest - 1) {
            visit(static_cast<int>(w) * word_bits + std::countr_zero(rest));
        }
    }
}

/// Clears the bits outside [from, to).
template <std::size_t Words>
void clip(std::array<std::uint64_t, Words>& pattern, int from, int to) noexcept {
    for (std::size_t w = 0; w < Words; ++w) {
        const int low = static_cast<int>(w) * word_bits;
        if (from >= low + word_bits || to <= low) {
            pattern[w] = 0;
            continue;
        }
        if (from > low) pattern[w] &= ~std::uint64_t{0} << (from - low);
        if (to < low + word_bits) pattern[w] &= (std::uint64_t{1} << (to - low)) - 1;
    }
}

/// Writes the days of the bits in [from, to), at most `room`, and returns how many; bit 0 is `origin`.
template <std::size_t Words>
std::size_t emit_bits(std::array<std::uint64_t, Words> pattern, DayNumber origin, int from, int to,
                      DayNumber* out, std::size_t room) noexcept {
    clip(pattern, from, to);
    std::size_t n = 0;
    for (std::size_t w = 0; w < Words; ++w) {
        const DayNumber base = origin + static_cast<DayNumber>(w) * word_bits;
        for (std::uint64_t rest = pattern[w]; rest != 0; rest &= rest - 1) {
            if (n == room) return n;
            out[n++] = base + std::countr_zero(rest);
        }
    }
    return n;
}

/// Moves all bits down by a number of places; those that fall below 0 are lost.
template <std::size_t Words>
void shift_down(std::array<std::uint64_t, Words>& pattern, int by) noexcept {
    const auto skip = static_cast<std::size_t>(by / word_bits);
    const int shift = by % word_bits;
    for (std::size_t w = 0; w < Words; ++w) {
        const std::uint64_t low = w + skip < Words ? pattern[w + skip] : 0;
        const std::uint64_t high = w + skip + 1 < Words ? pattern[w + skip + 1] : 0;
        pattern[w] = low >> shift;
        if (shift != 0) pattern[w] |= high << (word_bits - shift);
    }
}

/// Ors a pattern whose bit 0 lies at `position`, possibly before the first bit of the words;
/// no bit that is set lies outside them.
template <std::size_t Words>
void or_at(std::uint64_t* words, std::size_t size, std::int64_t position,
           std::array<std::uint64_t, Words> pattern) noexcept {
    if (position < 0) {
        shift_down(pattern, static_cast<int>(-position));
        position = 0;
    }
    const std::size_t room = size - static_cast<std::size_t>(position);
    or_bits(words, static_cast<std::size_t>(position), pattern.data(),
            std::min<std::size_t>(room, Words * word_bits));
}

}  // namespace probity::detail
