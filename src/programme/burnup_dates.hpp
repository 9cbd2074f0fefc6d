// The dates of a burn-up.
#pragma once

#include <vector>

#include "probity/programme/burnup.hpp"

namespace probity::detail {

/// The first day of a window, then every day, week or month later, and its last day. Throws
/// ProbityError for a window without an end.
[[nodiscard]] std::vector<Date> burnup_dates(const Interval& window, BurnupStep step);

}  // namespace probity::detail
