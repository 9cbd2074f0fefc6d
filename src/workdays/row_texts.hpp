// How the names and grounds of holidays are put together.
#pragma once

#include <string>
#include <string_view>

namespace probity::detail {

/// "22nd".
inline std::string english_ordinal(int n) {
    const bool teen = n % 100 / 10 == 1;
    const char* suffix = teen          ? "th"
                         : n % 10 == 1 ? "st"
                         : n % 10 == 2 ? "nd"
                         : n % 10 == 3 ? "rd"
                                       : "th";
    return std::to_string(n) + suffix;
}

/// The text with a value in the place of "{n}" or another mark, if it has the mark.
inline std::string filled(std::string text, std::string_view mark, const std::string& value) {
    const std::size_t place = text.find(mark);
    if (place != std::string::npos) text.replace(place, mark.size(), value);
    return text;
}

/// The name of a substitute: nothing in a language in which the holiday has no name.
inline std::string substitute_name(const std::string& title, const std::string& holiday) {
    return holiday.empty() || title.empty() ? holiday : filled(title, "{name}", holiday);
}

/// A list of texts with one more.
inline std::string joined(std::string list, const std::string& more) {
    if (!list.empty() && !more.empty()) list += ", ";
    return list + more;
}

}  // namespace probity::detail
