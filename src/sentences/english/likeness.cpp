#include "sentences/english/likeness.hpp"

#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace probity::detail::english {
namespace {

struct Run {
    std::size_t in_first = 0;
    std::size_t in_second = 0;
    std::size_t length = 0;
};

/// The longest run of letters that both have; of several the first that ends.
Run longest_run(std::u32string_view first, std::u32string_view second) {
    Run best;
    // The length of the run that ends with the letter before in the first, and here in the second.
    std::vector<std::size_t> before(second.size() + 1), here(second.size() + 1);
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t j = 0; j < second.size(); ++j) {
            here[j + 1] = first[i] == second[j] ? before[j] + 1 : 0;
            if (here[j + 1] > best.length) {
                best = {i + 1 - here[j + 1], j + 1 - here[j + 1], here[j + 1]};
            }
        }
        std::swap(before, here);
    }
    return best;
}

/// The letters of the longest run, and of those on its left and its right. Words are short.
std::size_t alike(std::u32string_view first, std::u32string_view second) {
    const Run run = longest_run(first, second);
    if (run.length == 0) return 0;
    return run.length + alike(first.substr(0, run.in_first), second.substr(0, run.in_second)) +
           alike(first.substr(run.in_first + run.length),
                 second.substr(run.in_second + run.length));
}

}  // namespace

std::u32string_view nearest_word(std::u32string_view word,
                                 std::span<const std::u32string_view> words) {
    constexpr double least = 0.7;
    double likeness = 0;
    std::u32string_view nearest;
    for (const std::u32string_view each : words) {
        const double ratio = 2.0 * static_cast<double>(alike(each, word)) /
                             static_cast<double>(each.size() + word.size());
        if (ratio < least) continue;
        if (std::tie(ratio, each) > std::tie(likeness, nearest)) {
            likeness = ratio;
            nearest = each;
        }
    }
    return nearest;
}

}  // namespace probity::detail::english
