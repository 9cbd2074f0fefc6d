// Numbers and lists of numbers in English: "the 1st and 15th", "the third-last day".
#pragma once

#include <string>
#include <string_view>

#include "recurrence/words/describe.hpp"

namespace probity::detail::english {

/// "1st", "2nd", "3rd", "11th", "21st".
[[nodiscard]] std::string ordinal(int n);
/// "first" to "tenth", then "11th".
[[nodiscard]] std::string ordinal_word(int n);
/// The place of a negative number: "last", "second-last".
[[nodiscard]] std::string from_end(int n);
/// "third", "third-last".
[[nodiscard]] std::string place(int n);

/// "Monday", "Monday and Tuesday", "Monday, Tuesday and Friday".
[[nodiscard]] std::string join(const Items& items, std::string_view word);
/// "first and last Monday", "first to fourth Monday".
[[nodiscard]] std::string places(const Numbers& numbers, std::string_view noun,
                                 std::string_view explanation = "");
/// "0, 15 and 30", "9 to 17".
[[nodiscard]] std::string plain_numbers(const Numbers& numbers);

/// Whether a set is told as "the last 7 days".
[[nodiscard]] bool is_last_few(const Numbers& numbers);
/// "the 1st and 15th": followed by a noun, if one is given, in the number that the list asks for.
[[nodiscard]] std::string days_from_start(const Numbers& days, std::string_view word,
                                          std::string_view noun);
/// "the 1st and the last day": some days are counted from the end, and the noun stands beside each.
[[nodiscard]] std::string days_to_the_end(const Numbers& days, std::string_view word);
/// "the last 7 days", "the third-last to second-last day".
[[nodiscard]] std::string run_from_end(const Run& run, const std::string& noun);

}  // namespace probity::detail::english
