// A set of days as bits, one a day from an origin on, with a running count for each word, so that
// "how many before" and "the k-th" need no walk.
//
//     bit i        is day origin + i
//     ranks_[w]    is how many bits are set in the words before w
//
// 12 bytes hold 64 days: 0.59 MB for all of 1400 to 9999, 14 KB for 200 years.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "date/popcount.hpp"
#include "probity/date/date.hpp"

namespace probity::detail {

/// Days in a word.
inline constexpr int word_bits = 64;

/// Position of the k-th set bit of a word, from 0; the word has more than k set.
[[nodiscard]] inline int select_in_word(std::uint64_t word, unsigned k) noexcept {
    // Halve the range by counts of bytes: running totals of the bytes stand in the bytes of `sums`.
    std::uint64_t s = word - ((word >> 1) & 0x5555555555555555u);
    s = (s & 0x3333333333333333u) + ((s >> 2) & 0x3333333333333333u);
    s = (s + (s >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    const std::uint64_t sums = s * 0x0101010101010101u;
    // Bytes whose running total is at most k, by a comparison in every byte at once.
    const std::uint64_t k_everywhere = (k + 1) * 0x0101010101010101u;
    const std::uint64_t below =
        (((k_everywhere - 0x0101010101010101u) | 0x8080808080808080u) - sums) & 0x8080808080808080u;
    const int byte = std::popcount(below);  // [0, 7]
    const unsigned before = byte == 0 ? 0 : static_cast<unsigned>(sums >> (byte * 8 - 8)) & 0xff;
    std::uint64_t rest = (word >> (byte * 8)) & 0xff;
    for (unsigned skip = k - before; skip != 0; --skip) rest &= rest - 1;
    return byte * 8 + std::countr_zero(rest);
}

class RankedBits {
  public:
    using Words = std::vector<std::uint64_t>;

    RankedBits() = default;
    /// Bits from `origin` on; bits past `size` must be zero.
    RankedBits(DayNumber origin, std::size_t size, Words words)
        : origin_(origin), size_(size), words_(std::move(words)), ranks_(words_.size()) {
        count_words();
    }

    [[nodiscard]] static Words words_for(std::size_t size) {
        return Words((size + word_bits - 1) / word_bits);
    }

    [[nodiscard]] DayNumber origin() const noexcept { return origin_; }
    /// How many days the bits span.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// How many are set.
    [[nodiscard]] std::uint32_t total() const noexcept { return total_; }
    [[nodiscard]] const Words& words() const noexcept { return words_; }
    [[nodiscard]] const std::vector<std::uint32_t>& ranks() const noexcept { return ranks_; }
    [[nodiscard]] std::size_t memory() const noexcept {
        return words_.capacity() * sizeof(std::uint64_t) +
               ranks_.capacity() * sizeof(std::uint32_t);
    }

    [[nodiscard]] bool contains(std::int64_t day) const noexcept {
        const auto i = static_cast<std::uint64_t>(day - origin_);
        return i < size_ && (words_[i / word_bits] >> (i % word_bits) & 1) != 0;
    }

    /// How many set days are before `day`.
    [[nodiscard]] std::uint32_t rank(std::int64_t day) const noexcept {
        const std::int64_t i = day - origin_;
        if (i <= 0) return 0;
        if (i >= static_cast<std::int64_t>(size_)) return total_;
        const auto w = static_cast<std::size_t>(i) / word_bits;
        const std::uint64_t below = words_[w] & ((std::uint64_t{1} << (i % word_bits)) - 1);
        return ranks_[w] + static_cast<std::uint32_t>(std::popcount(below));
    }

    /// The k-th set day, from 0; k < total().
    [[nodiscard]] DayNumber select(std::uint32_t k) const noexcept {
        const std::size_t w = word_with(k);
        return origin_ + static_cast<DayNumber>(w * word_bits) +
               select_in_word(words_[w], k - ranks_[w]);
    }

    /// The first set day on or after `day`; past the last, origin() + size().
    [[nodiscard]] std::int64_t next_from(std::int64_t day) const noexcept {
        const std::int64_t i = std::max<std::int64_t>(day - origin_, 0);
        if (i >= static_cast<std::int64_t>(size_)) return end_day();
        auto w = static_cast<std::size_t>(i) / word_bits;
        std::uint64_t rest = words_[w] & (~std::uint64_t{0} << (i % word_bits));
        if (rest == 0) {
            // Either near, or found by its rank: long gaps are not walked.
            for (int steps = 0; rest == 0; ++steps) {
                if (++w == words_.size()) return end_day();
                rest = words_[w];
                if (rest == 0 && steps == 4) {
                    const std::uint32_t before = ranks_[w];
                    return before == total_ ? end_day() : select(before);
                }
            }
        }
        return origin_ + static_cast<std::int64_t>(w) * word_bits + std::countr_zero(rest);
    }

    /// The last set day before `day`; before the first, origin() - 1.
    [[nodiscard]] std::int64_t last_before(std::int64_t day) const noexcept {
        const std::uint32_t before = rank(day);
        return before == 0 ? std::int64_t{origin_} - 1 : select(before - 1);
    }

    /// Calls visit(day) for each set day in [begin, end), ascending.
    template <class Visitor>
    void for_each(std::int64_t begin, std::int64_t end, Visitor visit) const {
        const auto i = static_cast<std::size_t>(std::max<std::int64_t>(begin - origin_, 0));
        const auto j = static_cast<std::size_t>(
            std::clamp<std::int64_t>(end - origin_, 0, static_cast<std::int64_t>(size_)));
        if (i >= j) return;
        for (std::size_t w = i / word_bits; w <= (j - 1) / word_bits; ++w) {
            std::uint64_t rest = words_[w];
            if (w == i / word_bits) rest &= ~std::uint64_t{0} << (i % word_bits);
            if (w == j / word_bits) rest &= (std::uint64_t{1} << (j % word_bits)) - 1;
            const DayNumber base = origin_ + static_cast<DayNumber>(w * word_bits);
            for (; rest != 0; rest &= rest - 1) visit(base + std::countr_zero(rest));
        }
    }

  private:
    [[nodiscard]] std::int64_t end_day() const noexcept {
        return origin_ + static_cast<std::int64_t>(size_);
    }

    /// The word that has the k-th set bit.
    [[nodiscard]] std::size_t word_with(std::uint32_t k) const noexcept {
        // Days are spread evenly enough for a guess by proportion to fall within a few words; the
        // search then doubles its steps away from the guess and halves back.
        const std::size_t last = ranks_.size() - 1;
        std::size_t low = static_cast<std::size_t>(std::uint64_t{k} * words_.size() / total_);
        std::size_t step = 1;
        std::size_t high;
        if (ranks_[low] <= k) {
            high = low + 1;
            while (high <= last && ranks_[high] <= k) {
                low = high;
                high = std::min(high + step, last + 1);
                step *= 2;
            }
        } else {
            high = low;
            while (ranks_[low] > k) {
                high = low;
                low = low > step ? low - step : 0;
                step *= 2;
            }
        }
        while (high - low > 1) {
            const std::size_t middle = low + (high - low) / 2;
            if (ranks_[middle] <= k) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void count_words() noexcept;

    DayNumber origin_ = 0;
    std::size_t size_ = 0;
    Words words_;
    std::vector<std::uint32_t> ranks_;
    std::uint32_t total_ = 0;
};

/// Ors the first `size` bits of `source` into `target`, from bit `position` of the target on.
inline void or_bits(std::uint64_t* target, std::size_t position, const std::uint64_t* source,
                    std::size_t size) noexcept {
    const std::size_t shift = position % word_bits;
    std::uint64_t* out = target + position / word_bits;
    for (std::size_t w = 0; w * word_bits < size; ++w) {
        std::uint64_t bits = source[w];
        const std::size_t rest = size - w * word_bits;
        if (rest < word_bits) bits &= (std::uint64_t{1} << rest) - 1;
        out[w] |= bits << shift;
        // The next word is touched only where bits reach it: it may lie past the target's end.
        if (shift != 0 && bits >> (word_bits - shift) != 0)
            out[w + 1] |= bits >> (word_bits - shift);
    }
}

}  // namespace probity::detail
