#include "recurrence/forms/stride_form.hpp"

#include <algorithm>
#include <bit>

#include "date/ranked_bits.hpp"

namespace probity::detail {
namespace {

// All dates span fewer days than this: a longer period never comes round.
constexpr std::int64_t never_round = 4'000'000;
constexpr std::size_t block_dates = 32;

}  // namespace

StrideForm::StrideForm(DayNumber origin, std::int64_t period, std::uint8_t offsets)
    : origin_(origin),
      period_(static_cast<std::uint32_t>(std::min(period, never_round))),
      mask_(offsets),
      per_period_(static_cast<std::uint8_t>(std::popcount(offsets))) {
    for (std::size_t i = 0; i < 7; ++i) {
        before_[i + 1] = static_cast<std::uint8_t>(before_[i] + (mask_ >> i & 1));
        if ((mask_ >> i & 1) != 0) offsets_[before_[i]] = static_cast<std::uint8_t>(i);
    }
}

bool StrideForm::contains(std::int64_t day) const {
    const auto in_period = static_cast<std::uint32_t>(day - origin_) % period_;
    return in_period < 7 && (mask_ >> in_period & 1) != 0;
}

std::int64_t StrideForm::rank(std::int64_t day) const {
    const auto since = static_cast<std::uint32_t>(day - origin_);
    const std::uint32_t periods = since / period_;
    const std::uint32_t in_period = since - periods * period_;
    return std::int64_t{periods} * per_period_ + before_[std::min<std::uint32_t>(in_period, 7)];
}

std::int64_t StrideForm::select(std::int64_t k) const {
    // Dates are at most one a day: a larger k is past the last.
    if (per_period_ == 0 || k >= never_round) return no_later_day;
    const auto n = static_cast<std::uint32_t>(k);
    const std::uint32_t periods = n / per_period_;
    const std::int64_t day =
        origin_ + std::int64_t{periods} * period_ + offsets_[n - periods * per_period_];
    return std::min(day, no_later_day);
}

std::int64_t StrideForm::next_from(std::int64_t day) const { return select(rank(day)); }

std::int64_t StrideForm::last_before(std::int64_t day) const {
    const std::int64_t before = rank(day);
    return before == 0 ? no_earlier_day : select(before - 1);
}

std::size_t StrideForm::emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                             std::size_t room) const {
    if (begin >= end || per_period_ == 0) return 0;
    const std::int64_t first = rank(begin);
    const auto n = std::min(static_cast<std::size_t>(rank(end) - first), room);
    std::size_t written = 0;
    // Whole periods are replayed from a block, so that a date costs one addition.
    std::array<DayNumber, block_dates + 7> block;
    const std::size_t periods_in_block = block_dates / per_period_;
    const std::size_t in_block = periods_in_block * per_period_;
    auto index = static_cast<std::uint32_t>(first);
    while (written < n && index % per_period_ != 0) {
        out[written++] = static_cast<DayNumber>(select(index++));
    }
    if (n - written >= 2 * in_block) {
        for (std::size_t i = 0; i < in_block; ++i) {
            block[i] =
                static_cast<DayNumber>(i / per_period_ * period_ + offsets_[i % per_period_]);
        }
        const auto block_days = static_cast<DayNumber>(periods_in_block * period_);
        auto base = origin_ + static_cast<DayNumber>(index / per_period_ * period_);
        for (; n - written >= in_block; written += in_block, base += block_days) {
            for (std::size_t i = 0; i < in_block; ++i) out[written + i] = base + block[i];
            index += static_cast<std::uint32_t>(in_block);
        }
    }
    std::uint32_t periods = index / per_period_;
    std::uint32_t i = index % per_period_;
    for (DayNumber base = origin_ + static_cast<DayNumber>(periods * period_); written < n;) {
        out[written++] = base + offsets_[i];
        if (++i == per_period_) {
            i = 0;
            base += static_cast<DayNumber>(period_);
        }
    }
    return written;
}

void StrideForm::fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const {
    if (begin >= end || per_period_ == 0) return;
    const auto size = static_cast<std::size_t>(end - begin);
    const std::size_t n_words = (size + word_bits - 1) / word_bits;
    // After `period` words the bits repeat: 64 periods have gone by.
    const std::size_t drawn = std::min<std::size_t>(n_words, period_);
    const std::int64_t drawn_end =
        std::min<std::int64_t>(end, begin + std::int64_t(drawn) * word_bits);
    const std::int64_t from_origin = begin - origin_;
    for (std::int64_t base = begin - from_origin % period_; base < drawn_end; base += period_) {
        for (std::size_t i = 0; i < per_period_; ++i) {
            const std::int64_t day = base + offsets_[i];
            if (day < begin || day >= drawn_end) continue;
            const auto bit = static_cast<std::size_t>(day - begin);
            words[bit / word_bits] |= std::uint64_t{1} << (bit % word_bits);
        }
    }
    for (std::size_t w = drawn; w < n_words; ++w) words[w] = words[w - drawn];
    if (size % word_bits != 0) words[n_words - 1] &= (std::uint64_t{1} << (size % word_bits)) - 1;
}

}  // namespace probity::detail
