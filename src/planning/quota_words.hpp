// A verdict on a quota in words.
#pragma once

#include "probity/planning/quota.hpp"
#include "probity/planning/verdict.hpp"

namespace probity::detail {

/// The grounds of a verdict, beyond what it says itself.
struct QuotaGrounds {
    const Quota& quota;
    Interval whole_period;
    Date on;
    /// None if no cadence is published.
    std::optional<int> slots = std::nullopt;
    /// How many more can be held, as far as they are needed.
    int still_possible = 0;
};

/// Why a fact is presumed.
[[nodiscard]] Text presumed_without_record();

[[nodiscard]] Text reason_of(const Verdict& verdict, const QuotaGrounds& grounds);

}  // namespace probity::detail
