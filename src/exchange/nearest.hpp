// The name that was probably meant: the allowed one that is nearest to one that is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace probity::detail {

/// The name that comes from the text by the fewest changes, where these are few: adding, dropping or
/// changing a letter, or swapping two neighbours. Hangul counts by its letters (jamo), so that 세무1가
/// is one change from 세무1과; capitals do not count. Empty if none is near.
[[nodiscard]] std::string nearest(std::string_view text, const std::vector<std::string>& names);

}  // namespace probity::detail
