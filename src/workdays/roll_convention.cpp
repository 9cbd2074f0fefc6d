#include <array>
#include <ostream>
#include <string>
#include <utility>

#include "date/text.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

constexpr std::array<std::pair<RollConvention, std::string_view>, 6> conventions{{
    {RollConvention::following, "following"},
    {RollConvention::modified_following, "modified_following"},
    {RollConvention::preceding, "preceding"},
    {RollConvention::modified_preceding, "modified_preceding"},
    {RollConvention::nearest, "nearest"},
    {RollConvention::none, "none"},
}};

}  // namespace

std::string_view to_string(RollConvention convention) noexcept {
    return conventions[static_cast<std::size_t>(convention)].second;
}

RollConvention parse_roll_convention(std::string_view text) {
    std::string known;
    for (const auto& [convention, name] : conventions) {
        if (name == text) return convention;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw ProbityError(
        detail::sentence("holiday.roll", {{"text", detail::printable(text)}, {"known", known}}));
}

std::ostream& operator<<(std::ostream& out, RollConvention convention) {
    return out << to_string(convention);
}

}  // namespace probity
