// The name of the Korean regulation on public holidays, as grounds and explanations cite it.
#pragma once

namespace probity::detail {

inline constexpr const char* regulation_ko = "「관공서의 공휴일에 관한 규정」";
inline constexpr const char* regulation_en =
    "the Regulation on Public Holidays of Government Offices";

}  // namespace probity::detail
