#include "date/ranked_bits.hpp"

#include <bit>

namespace probity::detail {
namespace {

PROBITY_POPCNT std::uint32_t running_counts(const std::uint64_t* words, std::uint32_t* ranks,
                                            std::size_t n) {
    std::uint32_t total = 0;
    for (std::size_t w = 0; w < n; ++w) {
        ranks[w] = total;
        total += static_cast<std::uint32_t>(std::popcount(words[w]));
    }
    return total;
}

}  // namespace

void RankedBits::count_words() noexcept {
    total_ = running_counts(words_.data(), ranks_.data(), words_.size());
}

}  // namespace probity::detail
