// Lists what today's rules would refuse of a history that was legal under its own.
#pragma once

#include <cstddef>

#include <vector>

#include "probity/history/history.hpp"
#include "probity/records/parts.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

struct RefusedToday {
    /// From 1; 0 for the founding document.
    std::size_t event;
    Text message;
};

/// The events, in the order of their numbers, that today's rules refuse in the state that they met.
/// The history is legal under its own rules.
[[nodiscard]] std::vector<RefusedToday> refused_today(const ProgrammeParts& founding,
                                                      const History& history);

}  // namespace probity::detail
