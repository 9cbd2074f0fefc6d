#include "recurrence/forms/bits_form.hpp"

#include <algorithm>
#include <utility>

namespace probity::detail {

BitsForm::BitsForm(std::int64_t begin, std::int64_t known_end, Draw draw)
    : begin_(begin), end_(std::max(begin, known_end)), draw_(std::move(draw)) {}

const RankedBits& BitsForm::bits() const {
    return bits_.get([this] {
        const auto size = static_cast<std::size_t>(end_ - begin_);
        Words words = RankedBits::words_for(size);
        draw_(begin_, end_, words);
        return RankedBits(static_cast<DayNumber>(begin_), size, std::move(words));
    });
}

bool BitsForm::contains(std::int64_t day) const { return bits().contains(day); }

std::int64_t BitsForm::rank(std::int64_t day) const { return bits().rank(day); }

std::int64_t BitsForm::select(std::int64_t k) const {
    const RankedBits& set = bits();
    return k < set.total() ? set.select(static_cast<std::uint32_t>(k)) : no_later_day;
}

std::int64_t BitsForm::next_from(std::int64_t day) const {
    const std::int64_t next = bits().next_from(day);
    return next < end_ ? next : no_later_day;
}

std::int64_t BitsForm::last_before(std::int64_t day) const {
    const std::int64_t last = bits().last_before(day);
    return last >= begin_ ? last : no_earlier_day;
}

std::size_t BitsForm::emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                           std::size_t room) const {
    return emit_bits(bits(), begin, end, out, room);
}

void BitsForm::fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const {
    copy_bits(bits(), begin, end, words);
}

std::size_t emit_bits(const RankedBits& bits, std::int64_t begin, std::int64_t end, DayNumber* out,
                      std::size_t room) {
    const std::uint32_t from = bits.rank(begin);
    const std::uint32_t to = bits.rank(std::max(begin, end));
    if (to - from > room) end = bits.select(from + static_cast<std::uint32_t>(room));
    DayNumber* next = out;
    bits.for_each(begin, end, [&](DayNumber day) { *next++ = day; });
    return static_cast<std::size_t>(next - out);
}

void copy_bits(const RankedBits& bits, std::int64_t begin, std::int64_t end, std::uint64_t* words) {
    copy_bits(bits.origin(), bits.size(), bits.words(), begin, end, words);
}

void copy_bits(std::int64_t origin, std::size_t size, const RankedBits::Words& source,
               std::int64_t begin, std::int64_t end, std::uint64_t* words) {
    const std::int64_t from = std::max(begin, origin);
    const std::int64_t to = std::min(end, origin + static_cast<std::int64_t>(size));
    if (from >= to) return;
    // Whole words of the source, shifted to where their days lie in the target.
    const auto first = static_cast<std::size_t>(from - origin) / word_bits;
    const auto last = static_cast<std::size_t>(to - 1 - origin) / word_bits;
    const auto target_size = static_cast<std::size_t>(end - begin);
    for (std::size_t w = first; w <= last; ++w) {
        std::uint64_t word = source[w];
        if (word == 0) continue;
        const std::int64_t day = origin + static_cast<std::int64_t>(w) * word_bits;
        if (day < from) word &= ~std::uint64_t{0} << (from - day);
        if (to - day < word_bits) word &= (std::uint64_t{1} << (to - day)) - 1;
        std::int64_t position = day - begin;
        if (position < 0) {
            word >>= -position;
            position = 0;
        }
        or_bits(words, static_cast<std::size_t>(position), &word,
                std::min<std::size_t>(word_bits, target_size - static_cast<std::size_t>(position)));
    }
}

}  // namespace probity::detail
