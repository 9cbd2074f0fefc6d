#include "probity/records/record_kind.hpp"

#include <array>

namespace probity {

std::string_view to_string(RecordKind kind) noexcept {
    constexpr std::array<std::string_view, 16> names{
        "observance", "risk_area", "unit",      "seat",     "band",    "task",
        "indicator",  "duty",      "official",  "activity", "council", "source",
        "occasion",   "quota",     "year_goal", "meeting"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace probity
