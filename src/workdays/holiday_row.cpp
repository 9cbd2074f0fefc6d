#include "probity/workdays/holiday_row.hpp"

#include <array>

#include "date/text.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

constexpr std::array<std::string_view, 5> policies{"none", "sunday", "weekend", "next_day",
                                                   "nearest_weekday"};

}  // namespace

std::string_view to_string(SubstitutePolicy policy) noexcept {
    return policies[static_cast<std::size_t>(policy)];
}

SubstitutePolicy parse_substitute_policy(std::string_view text) {
    std::string known;
    for (std::size_t i = 0; i < policies.size(); ++i) {
        if (policies[i] == text) return static_cast<SubstitutePolicy>(i);
        known += (known.empty() ? "" : ", ") + std::string(policies[i]);
    }
    throw ProbityError(
        detail::sentence("holiday.policy", {{"text", detail::printable(text)}, {"known", known}}));
}

}  // namespace probity
