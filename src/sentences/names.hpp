// The names of weekdays and months, and words of titles and messages.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "probity/planning/text.hpp"
#include "probity/recurrence/rule.hpp"
#include "sentences/plan.hpp"

namespace probity::detail {

/// From Monday, as they stand in brackets behind a date; with 요일 they are whole.
inline constexpr std::array<std::u32string_view, 7> korean_weekdays{U"월", U"화", U"수", U"목",
                                                                    U"금", U"토", U"일"};
inline constexpr std::array<std::string_view, 7> english_weekdays{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
inline constexpr std::array<std::string_view, 12> english_months{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
/// RFC 5545's two letters.
inline constexpr std::array<std::string_view, 7> weekday_codes{"MO", "TU", "WE", "TH",
                                                               "FR", "SA", "SU"};

[[nodiscard]] inline std::string code(int weekday) {
    return std::string(weekday_codes[static_cast<std::size_t>(weekday)]);
}
[[nodiscard]] std::string korean_weekday(int weekday);
[[nodiscard]] inline std::string english_weekday(int weekday) {
    return std::string(english_weekdays[static_cast<std::size_t>(weekday)]);
}

/// "YEARLY".
[[nodiscard]] std::string_view name_of(Frequency frequency) noexcept;

/// "once", "twice", "3 times".
[[nodiscard]] std::string times_in_english(Said n);

/// A title with a note in brackets behind it.
[[nodiscard]] Text noted(const Text& title, const Text& note);

/// The items with a sign between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& items, std::string_view between);
[[nodiscard]] std::string listed(const std::vector<Said>& numbers);

/// The text with the first occurrence of a word replaced, or each of them.
[[nodiscard]] std::string with_first(std::string text, std::string_view word,
                                     std::string_view other);
[[nodiscard]] std::string with_each(std::string text, std::string_view word,
                                    std::string_view other);

}  // namespace probity::detail
