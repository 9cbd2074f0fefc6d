// Expressions that are made of others, which several of them may share: their order, their comparison
// and their end, each by a loop, so that neither time nor stack depends on how often or how deep a part
// stands.
//
// An expression E has parts(), written(), hash() and same_itself(), as expression.hpp says of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_set>
#include <utility>
#include <vector>

#include "date/hash.hpp"

namespace probity::detail {

/// Each distinct expression that a whole is made of, its parts before it and the whole last. Those
/// written with more come first, so that few are at hand while a whole is made in this order.
template <class E>
[[nodiscard]] std::vector<const std::shared_ptr<const E>*> in_order(
    const std::shared_ptr<const E>& whole) {
    std::vector<const std::shared_ptr<const E>*> order;
    std::unordered_set<const E*> placed;
    std::vector<const std::shared_ptr<const E>*> waiting{&whole};
    while (!waiting.empty()) {
        const std::shared_ptr<const E>* const next = waiting.back();
        const std::size_t size = waiting.size();
        if (!placed.contains(next->get())) {
            for (const std::shared_ptr<const E>& part : (*next)->parts()) {
                if (!placed.contains(part.get())) waiting.push_back(&part);
            }
            if (waiting.size() != size) {
                // The last is taken up first.
                const bool swap = waiting.size() == size + 2 &&
                                  (*waiting[size])->written() > (*waiting[size + 1])->written();
                if (swap) std::swap(waiting[size], waiting[size + 1]);
                continue;
            }
            placed.insert(next->get());
            order.push_back(next);
        }
        waiting.pop_back();
    }
    return order;
}

/// Whether two expressions are the same combination of the same rules.
template <class E>
[[nodiscard]] bool same(const E& a, const E& b) {
    using Pair = std::pair<const E*, const E*>;
    struct PairHash {
        std::size_t operator()(const Pair& pair) const noexcept {
            return hash_of(reinterpret_cast<std::uintptr_t>(pair.first),
                           reinterpret_cast<std::uintptr_t>(pair.second));
        }
    };
    std::unordered_set<Pair, PairHash> compared;
    std::vector<Pair> waiting{{&a, &b}};
    while (!waiting.empty()) {
        const auto [one, other] = waiting.back();
        waiting.pop_back();
        if (one == other) continue;
        if (!one->parts().empty()) {
            if (one->hash() != other->hash()) return false;
            if (!compared.insert({one, other}).second) continue;
        }
        if (!one->same_itself(*other)) return false;
        for (std::size_t p = 0; p < one->parts().size(); ++p) {
            waiting.emplace_back(one->parts()[p].get(), other->parts()[p].get());
        }
    }
    return true;
}

/// Lets go the parts of an expression that is destroyed, one after another and not each within the
/// destruction of the one before.
template <class Parts>
void let_go(Parts& parts) {
    using Pointer = typename Parts::value_type;
    // Null while nothing is destroyed in this thread.
    thread_local std::vector<Pointer>* released = nullptr;
    std::vector<Pointer> mine;
    const bool is_first = released == nullptr;
    if (is_first) released = &mine;
    for (Pointer& part : parts) {
        if (part) released->push_back(std::move(part));
    }
    if (!is_first) return;
    while (!mine.empty()) {
        const Pointer next = std::move(mine.back());
        mine.pop_back();
    }
    released = nullptr;
}

}  // namespace probity::detail
