// The days of a described rule: 3월 14~20일 중 수요일, 연중 20번째 주 월요일.
#pragma once

#include <string_view>
#include <vector>

#include "sentences/korean/described_lists.hpp"

namespace probity::detail::korean {

/// The ways in which the days of a sentence may be meant. Months are read if none were read yet.
[[nodiscard]] std::vector<RuleValues> described_days(std::u32string_view text, bool has_months);

}  // namespace probity::detail::korean
