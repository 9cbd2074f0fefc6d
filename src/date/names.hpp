// The names of weekdays and months, and dates as each language writes them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "probity/date/date.hpp"
#include "probity/date/weekday.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// From Monday.
inline constexpr std::array<std::string_view, 7> english_weekdays{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
/// As they stand in brackets behind a date; with 요일 they are whole.
inline constexpr std::array<std::string_view, 7> korean_weekdays{"월", "화", "수", "목",
                                                                 "금", "토", "일"};
inline constexpr std::array<std::string_view, 12> english_months{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// "Monday" for 0.
[[nodiscard]] inline std::string english_weekday(int index) {
    return std::string(english_weekdays.at(static_cast<std::size_t>(index)));
}
/// "월" for 0.
[[nodiscard]] inline std::string korean_weekday(int index) {
    return std::string(korean_weekdays.at(static_cast<std::size_t>(index)));
}
/// "January" for 1.
[[nodiscard]] inline std::string english_month(int month) {
    return std::string(english_months.at(static_cast<std::size_t>(month - 1)));
}

/// "Wednesday", "수요일".
[[nodiscard]] inline std::string name_of(Weekday weekday, Language language) {
    return language == Language::korean ? korean_weekday(weekday.index()) + "요일"
                                        : english_weekday(weekday.index());
}

/// "2026. 3. 18." in Korean, "2026-03-18" in English.
[[nodiscard]] inline Text written(const Date& date) {
    const YearMonthDay parts = year_month_day(day_number(date));
    return {.korean = korean_text(parts.year, parts.month, parts.day), .english = to_string(date)};
}

}  // namespace probity::detail
