// Codes of weekdays, and words of titles and messages.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "date/names.hpp"
#include "probity/recurrence/rule.hpp"
#include "probity/text/text.hpp"
#include "sentences/plan.hpp"

namespace probity::detail {

/// RFC 5545's two letters.
inline constexpr std::array<std::string_view, 7> weekday_codes{"MO", "TU", "WE", "TH",
                                                               "FR", "SA", "SU"};

[[nodiscard]] inline std::string code(int weekday) {
    return std::string(weekday_codes[static_cast<std::size_t>(weekday)]);
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
