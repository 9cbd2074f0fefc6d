// The lists of a described rule: 3·6~8월, 첫째~셋째, 1일·말일, 월·화~목요일.
//
// Each reads a whole text, and gives the value of a part of a rule as RFC 5545 writes it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace probity::detail::korean {

/// Parts of a rule by their names in RFC 5545.
using RuleValues = std::map<std::string_view, std::string>;

/// The first, with what the second says; of a part that both name it is the second's.
[[nodiscard]] RuleValues joined(RuleValues values, const RuleValues& more);

/// "1,3,5": in order, each once.
[[nodiscard]] std::string listed(std::vector<int> numbers);
/// "MO,TU,WE,TH,FR,SA,SU"
[[nodiscard]] const std::string& all_weekdays();
/// "MO" for 월.
[[nodiscard]] std::string weekday_code(char32_t letter);

/// Numbers and runs of them, and places and runs of them, as they stand in a pattern.
inline constexpr std::u32string_view numbers_in_pattern =
    U"[0-9]+(?:~[0-9]+)?(?:·[0-9]+(?:~[0-9]+)?)*";
[[nodiscard]] std::u32string places_in_pattern();

/// 3·6~8; none for a number of more than three figures.
[[nodiscard]] std::vector<int> runs(std::u32string_view text);
/// 첫째~셋째, 마지막; none for anything else.
[[nodiscard]] std::optional<std::vector<int>> places_of(std::u32string_view text);

/// 15일, 1~3일·말일, 마지막 7일; empty for anything else.
[[nodiscard]] std::string month_days(std::u32string_view text);
/// 월·화~목요일, 평일(월~금요일); empty for anything else.
[[nodiscard]] std::string listed_weekdays(std::u32string_view text);
/// 매주 월요일과 첫째 금요일; 첫째·셋째 월요일, 둘째 화요일; empty for anything else.
[[nodiscard]] std::string nth_weekdays(std::u32string_view text);
/// 매월, 3·6~8월, 음력 5월·윤5월; none for anything else.
[[nodiscard]] std::optional<RuleValues> months_of(std::u32string_view text);

}  // namespace probity::detail::korean
