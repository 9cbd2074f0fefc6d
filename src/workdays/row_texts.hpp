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

/// The name of a substitute: the title with the holiday's name in it, or that name without a title.
/// Nothing in a language in which the title asks for a name that the holiday does not have.
inline std::string substitute_name(const std::string& title, const std::string& holiday) {
    if (title.empty()) return holiday;
    if (title.find("{name}") == std::string::npos) return title;
    return holiday.empty() ? holiday : filled(title, "{name}", holiday);
}

/// A list of texts with one more.
inline std::string joined(std::string list, const std::string& more) {
    if (!list.empty() && !more.empty()) list += ", ";
    return list + more;
}

}  // namespace probity::detail
