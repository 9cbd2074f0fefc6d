// Progress: how far the tasks of a group have come.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>

#include "probity/text/text.hpp"

namespace probity {

/// The part of a weight that is done, 0 to 1; 0 if there is no weight.
[[nodiscard]] constexpr double part_done(std::int64_t done_weight,
                                         std::int64_t total_weight) noexcept {
    return total_weight == 0 ? 0
                             : static_cast<double>(done_weight) / static_cast<double>(total_weight);
}

/// How far the tasks of a group have come. Rejected, withdrawn and superseded ones do not count.
struct Progress {
    std::string id = {};
    Text title = {};
    int total = 0;
    int done = 0;
    int overdue = 0;
    int blocked = 0;
    std::int64_t total_weight = 0;
    std::int64_t done_weight = 0;

    /// The part that is done by weight, 0 to 1; 0 if there is none.
    [[nodiscard]] double fraction() const noexcept { return part_done(done_weight, total_weight); }

    friend bool operator==(const Progress&, const Progress&) = default;
};

static_assert(std::regular<Progress>);

}  // namespace probity
