// What the sentences of this layer share: weekdays by name, and visitors of variants.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "probity/date/language.hpp"
#include "probity/date/weekday.hpp"

namespace probity::detail {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// "Wednesday", "수요일".
[[nodiscard]] inline std::string name_of(Weekday weekday, Language language) {
    constexpr std::array<std::string_view, 7> english{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
    constexpr std::array<std::string_view, 7> korean{"월요일", "화요일", "수요일", "목요일",
                                                     "금요일", "토요일", "일요일"};
    const auto index = static_cast<std::size_t>(weekday.index());
    return std::string(language == Language::korean ? korean.at(index) : english.at(index));
}

}  // namespace probity::detail
