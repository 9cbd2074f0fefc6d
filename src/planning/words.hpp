// The parts that sentences share: texts that are joined, weekdays by name, and visitors of
// variants.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "probity/date/date.hpp"
#include "probity/date/language.hpp"
#include "probity/date/weekday.hpp"
#include "probity/planning/text.hpp"

namespace probity {

[[nodiscard]] inline Text operator+(const Text& a, const Text& b) {
    return {a.korean + b.korean, a.english + b.english};
}

namespace detail {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// "2026. 3. 18." in Korean, "2026-03-18" in English.
[[nodiscard]] inline Text written(const Date& date) {
    const YearMonthDay parts = year_month_day(day_number(date));
    return {.korean = korean_text(parts.year, parts.month, parts.day), .english = to_string(date)};
}

/// "Wednesday", "수요일".
[[nodiscard]] inline std::string name_of(Weekday weekday, Language language) {
    constexpr std::array<std::string_view, 7> english{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
    constexpr std::array<std::string_view, 7> korean{"월요일", "화요일", "수요일", "목요일",
                                                     "금요일", "토요일", "일요일"};
    const auto index = static_cast<std::size_t>(weekday.index());
    return std::string(language == Language::korean ? korean.at(index) : english.at(index));
}

}  // namespace detail
}  // namespace probity
