// Burn-up: how many tasks there were, and how many were done, as time went on.
//
// It follows from the history alone: the state of each task on each day. Nothing of it is stored.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/programme/programme.hpp"

namespace probity {

enum class BurnupStep : std::uint8_t { day, week, month };

/// The tasks on one date, with their weights.
struct BurnupPoint {
    Date date{};
    /// Those proposed by then, without the rejected, withdrawn and superseded.
    int total = 0;
    /// Those of them verified or closed.
    int done = 0;
    std::int64_t total_weight = 0;
    std::int64_t done_weight = 0;

    friend bool operator==(const BurnupPoint&, const BurnupPoint&) = default;
};

/// The points of a window: its first day, then every day, week or month later, and its last day.
/// Throws ProbityError for a window without an end.
[[nodiscard]] std::vector<BurnupPoint> burnup(const Programme& programme, const Interval& window,
                                              BurnupStep step = BurnupStep::week);

/// "day", "week", "month".
[[nodiscard]] std::string_view to_string(BurnupStep step) noexcept;
/// Reads what to_string writes. Throws ProbityError on anything else.
[[nodiscard]] BurnupStep parse_burnup_step(std::string_view text);

static_assert(std::regular<BurnupPoint>);

}  // namespace probity
