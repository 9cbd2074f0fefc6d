// Extra and excepted dates of a rule, or times, sorted out against what the rule gives: RDATE and EXDATE.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace probity::detail {

template <class Number>
void sort_once(std::vector<Number>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

template <class Number>
[[nodiscard]] bool has(const std::vector<Number>& numbers, std::int64_t at) {
    return std::binary_search(numbers.begin(), numbers.end(), at);
}

template <class Number>
[[nodiscard]] std::int64_t count_below(const std::vector<Number>& numbers, std::int64_t at) {
    return std::lower_bound(numbers.begin(), numbers.end(), at) - numbers.begin();
}

/// Numbers are days or seconds. The rule's own are asked for by functions.
template <class Number>
struct Exceptions {
    std::vector<Number> added;               // extra ones that the rule does not give
    std::vector<Number> removed;             // those of the rule that are excepted
    std::vector<std::int64_t> added_rank;    // how many of the whole are before each
    std::vector<std::int64_t> removed_rank;  // how many remaining ones of the rule are before

    /// `extra` and `excepted` ascend. From `known` on nothing is known of the rule's own, and an extra
    /// one cannot be told to be the next.
    template <class Contains, class Rank>
    Exceptions(const std::vector<Number>& extra, const std::vector<Number>& excepted,
               std::int64_t known, Contains rule_contains, Rank rule_rank) {
        for (const Number at : extra) {
            if (at >= known) break;
            if (!has(excepted, at) && !rule_contains(at)) added.push_back(at);
        }
        for (const Number at : excepted) {
            if (rule_contains(at)) removed.push_back(at);
        }
        for (std::size_t i = 0; i < removed.size(); ++i) {
            removed_rank.push_back(rule_rank(removed[i]) - static_cast<std::int64_t>(i));
        }
        for (std::size_t i = 0; i < added.size(); ++i) {
            added_rank.push_back(rule_rank(added[i]) - count_below(removed, added[i]) +
                                 static_cast<std::int64_t>(i));
        }
    }

    /// How many of the whole are before `at`, of which the rule has so many.
    [[nodiscard]] std::int64_t rank(std::int64_t at, std::int64_t rule_rank) const {
        return rule_rank - count_below(removed, at) + count_below(added, at);
    }

    /// The k-th of the whole.
    template <class Select>
    [[nodiscard]] std::int64_t select(std::int64_t k, Select rule_select) const {
        const auto found = std::lower_bound(added_rank.begin(), added_rank.end(), k);
        const auto i = static_cast<std::size_t>(found - added_rank.begin());
        if (found != added_rank.end() && *found == k) return added[i];
        // Among the rule's remaining ones it is the one after those that were not added.
        const std::int64_t remaining = k - static_cast<std::int64_t>(i);
        const auto skipped = std::upper_bound(removed_rank.begin(), removed_rank.end(), remaining) -
                             removed_rank.begin();
        return rule_select(remaining + skipped);
    }

    /// The first of the whole from `at` on; the greatest there is if there is `none`.
    template <class Next>
    [[nodiscard]] std::int64_t next_from(std::int64_t at, std::int64_t none, Next rule_next) const {
        std::int64_t next = rule_next(at);
        while (next != none && has(removed, next)) next = rule_next(next + 1);
        const auto extra = std::lower_bound(added.begin(), added.end(), at);
        return extra == added.end() ? next : std::min<std::int64_t>(next, *extra);
    }

    /// The last of the whole before `at`; the least there is if there is `none`.
    template <class Last>
    [[nodiscard]] std::int64_t last_before(std::int64_t at, std::int64_t none,
                                           Last rule_last) const {
        std::int64_t last = rule_last(at);
        while (last != none && has(removed, last)) last = rule_last(last);
        const auto extra = std::lower_bound(added.begin(), added.end(), at);
        return extra == added.begin() ? last : std::max<std::int64_t>(last, *(extra - 1));
    }
};

}  // namespace probity::detail
