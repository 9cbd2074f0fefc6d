// The table of a PeriodForm: the patterns of all kinds of period, and the dates before each period of a
// cycle.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "probity/date/date.hpp"
#include "recurrence/forms/patterns.hpp"

namespace probity::detail {

template <class Grid>
struct PeriodTable {
    using Pattern = typename Grid::Pattern;
    // Kinds with more dates than this are emitted from their bits, which are then dense.
    static constexpr std::size_t widest_replay = 64;
    // Dates are replayed so many at a time, which makes one vector addition of baseline x86-64.
    static constexpr std::size_t lanes = 4;

    std::array<Pattern, Grid::kinds> patterns;
    // How many bits are set before each word of a pattern.
    std::array<std::array<std::uint16_t, Grid::words>, Grid::kinds> ranks;
    std::array<std::uint16_t, Grid::kinds> counts;
    // Dates before the j-th visited period; the last entry is a cycle's total.
    std::vector<std::uint32_t> before;
    std::uint32_t periods;  // visited in a cycle, or to the end of time if that is fewer
    std::uint32_t total;
    // The bits of each kind as numbers, `width` a kind, a multiple of `lanes`; none if they are
    // too many.
    std::vector<DayNumber> offsets;
    std::size_t width;

    /// Adds a kind of period by its pattern.
    void add_kind(int kind, const Pattern& pattern) {
        const auto k = static_cast<std::size_t>(kind);
        std::uint16_t count = 0;
        for (std::size_t w = 0; w < Grid::words; ++w) {
            ranks[k][w] = count;
            count = static_cast<std::uint16_t>(count + std::popcount(pattern[w]));
        }
        patterns[k] = pattern;
        counts[k] = count;
    }

    /// Adds the offsets, once all kinds are known.
    void add_offsets() {
        const std::size_t most = *std::max_element(counts.begin(), counts.end());
        if (most == 0 || most > widest_replay) return;
        width = (most + lanes - 1) / lanes * lanes;
        offsets.resize(width * Grid::kinds);
        for (std::size_t kind = 0; kind < Grid::kinds; ++kind) {
            DayNumber* next = offsets.data() + kind * width;
            for_each_bit(patterns[kind], [&](int bit) { *next++ = bit; });
        }
    }

    /// How many dates are in the visited periods before one of them, which may be in a later cycle.
    [[nodiscard]] std::int64_t count_before(int steps) const noexcept {
        const auto j = static_cast<std::uint32_t>(steps);
        if (j < periods) return before[j];
        // Division by a constant, if it is one, is a multiplication.
        const std::uint32_t cycles =
            periods == Grid::cycle ? j / std::uint32_t{Grid::cycle} : j / periods;
        return std::int64_t{cycles} * total + before[j - cycles * periods];
    }

    /// The visited period of the cycle that has its n-th date, n < total.
    [[nodiscard]] std::uint32_t period_with(std::uint32_t n) const noexcept {
        // Dates are spread evenly enough for a guess by proportion to be near.
        auto j = static_cast<std::uint32_t>(std::uint64_t{n} * periods / total);
        if (before[j] <= n) {
            for (int tries = 0; tries < 8; ++tries, ++j) {
                if (n < before[j + 1]) return j;
            }
            const auto it = std::upper_bound(before.begin() + j, before.end(), n);
            return static_cast<std::uint32_t>(it - before.begin()) - 1;
        }
        for (int tries = 0; tries < 8; ++tries) {
            if (before[--j] <= n) return j;
        }
        const auto it = std::upper_bound(before.begin(), before.begin() + j, n);
        return static_cast<std::uint32_t>(it - before.begin()) - 1;
    }
};

}  // namespace probity::detail
