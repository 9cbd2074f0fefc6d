// The working days of a horizon, numbered.
//
// A cell stands for 32 days: their bits, and how many working days come before them. So that the
// number of a day is one load, one mask and one population count, and the n-th working day is one
// load from the list of all of them:
//
//     cell    63..32: working days before the cell's first day      31..0: one bit a day, 1 is
//     worked days[k] the k-th working day, counted from the horizon's first day
//
// 100 years are 9 KB of cells and 104 KB of days.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "probity/date/date.hpp"

namespace probity::detail {

class WorkDays {
  public:
    static constexpr unsigned cell_bits = 32;

    WorkDays() = default;

    /// Of `size` days from `first` on, those are worked whose bits in `off`, 64 days a word, are clear.
    WorkDays(DayNumber first, std::size_t size, const std::vector<std::uint64_t>& off)
        : first_(first), size_(size), cells_(size / cell_bits + 1) {
        days_.reserve(size);
        for (std::size_t begin = 0; begin < size; begin += cell_bits) {
            auto worked = static_cast<std::uint32_t>(~(off[begin / 64] >> (begin % 64)));
            if (size - begin < cell_bits) worked &= (std::uint32_t{1} << (size - begin)) - 1;
            cells_[begin / cell_bits] = std::uint64_t{days_.size()} << cell_bits | worked;
            for (; worked != 0; worked &= worked - 1) {
                const std::size_t place =
                    begin + static_cast<std::size_t>(std::countr_zero(worked));
                days_.push_back(first + static_cast<DayNumber>(place));
            }
        }
        if (size % cell_bits == 0) cells_.back() = std::uint64_t{days_.size()} << cell_bits;
    }

    [[nodiscard]] DayNumber first() const noexcept { return first_; }
    /// How many days, worked or not.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// The worked ones, ascending.
    [[nodiscard]] const std::vector<DayNumber>& days() const noexcept { return days_; }
    [[nodiscard]] const std::uint64_t* cells() const noexcept { return cells_.data(); }

    /// The place of a day from the first on; not less than size() for a day outside, NaT included.
    [[nodiscard]] std::uint64_t place(std::int64_t day) const noexcept {
        return static_cast<std::uint64_t>(day) - static_cast<std::uint64_t>(std::int64_t{first_});
    }

    /// Whether the day at a place is worked; 0 or 1.
    [[nodiscard]] static std::uint64_t worked(const std::uint64_t* cells,
                                              std::uint64_t place) noexcept {
        return cells[place / cell_bits] >> (place % cell_bits) & 1;
    }

    /// How many days before a place are worked; the place is at most size(). For loops that are
    /// compiled for processors with a population count.
    [[nodiscard]] static std::uint64_t rank(const std::uint64_t* cells,
                                            std::uint64_t place) noexcept {
        const std::uint64_t cell = cells[place / cell_bits];
        const std::uint64_t before = cell & ((std::uint64_t{1} << (place % cell_bits)) - 1);
        return (cell >> cell_bits) + static_cast<std::uint64_t>(std::popcount(before));
    }

    /// The same for a single question, if no population count can be relied upon: by sums of
    /// neighbouring bits, which a call to the compiler's own function costs several times over.
    [[nodiscard]] std::uint64_t rank(std::uint64_t place) const noexcept {
        const std::uint64_t cell = cells_[place / cell_bits];
        auto bits =
            static_cast<std::uint32_t>(cell & ((std::uint64_t{1} << (place % cell_bits)) - 1));
        bits -= bits >> 1 & 0x55555555u;
        bits = (bits & 0x33333333u) + (bits >> 2 & 0x33333333u);
        bits = ((bits + (bits >> 4)) & 0x0f0f0f0fu) * 0x01010101u >> 24;
        return (cell >> cell_bits) + bits;
    }

  private:
    DayNumber first_ = 0;
    std::size_t size_ = 0;
    std::vector<std::uint64_t> cells_;
    std::vector<DayNumber> days_;
};

}  // namespace probity::detail
