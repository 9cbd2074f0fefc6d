#include "planning/names.hpp"

#include <algorithm>
#include <string>

#include "date/text.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity {

std::string_view to_string(ActivityCategory category) noexcept { return detail::name_of(category); }
std::string_view to_string(OccurrenceStatus status) noexcept { return detail::name_of(status); }

OccurrenceStatus parse_occurrence_status(std::string_view text) {
    constexpr auto& names = detail::names<OccurrenceStatus>;
    const auto* const found = std::find(names.begin(), names.end(), text);
    if (found != names.end()) return static_cast<OccurrenceStatus>(found - names.begin());
    throw ProbityError(detail::sentence("occurrence.status", {{"text", detail::printable(text)}}));
}

}  // namespace probity
