// The number of a week of the month, as several functions take it.
#pragma once

namespace probity::detail {

/// Throws ProbityError unless n is 1 to 5, or -1 to -5 from the month's end.
void require_week(int n);

}  // namespace probity::detail
