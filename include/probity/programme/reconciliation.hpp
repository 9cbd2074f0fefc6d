// A reconciliation: the counts that were announced beside what is recorded.
//
//     reconcile(examples::songpa())[0].text.english;     // "bands of 2023: 11 of 11"
#pragma once

#include <concepts>
#include <optional>
#include <vector>

#include "probity/programme/programme.hpp"
#include "probity/records/declared_count.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// A count that was announced, beside what is recorded.
struct Reconciliation {
    Counted what = {};
    int year = 0;
    int declared = 0;
    /// None if nothing of that sort is recorded, for the year or without a date.
    std::optional<int> recorded = std::nullopt;
    /// How many more are recorded without a date, and so of no year.
    int undated = 0;
    /// The records that are counted: "practice tasks proposed in the year". Empty if nothing of
    /// that sort can be recorded.
    Text counts = {};
    Text text = {};

    /// Whether the two are the same; null if nothing is recorded.
    [[nodiscard]] std::optional<bool> agrees() const noexcept {
        if (!recorded) return std::nullopt;
        return *recorded == declared;
    }

    friend bool operator==(const Reconciliation&, const Reconciliation&) = default;
};

/// The counts that were announced, in order of year. Bands are those at the end of the year; tasks
/// and measures are the practice tasks and the improvement measures proposed in it, whatever became
/// of them. Those recorded without the day of their proposal belong to no year, and are told apart.
[[nodiscard]] std::vector<Reconciliation> reconcile(const Programme& programme);

static_assert(std::regular<Reconciliation>);

}  // namespace probity
