// The parts of the illustrative Songpa-gu.
#pragma once

#include <string>
#include <vector>

#include "tests/tools/illustrative/year.hpp"

namespace probity::illustrative {

inline constexpr const char* band_council = "band-council";

/// The published facts with made-up units, seats, council, officials and areas.
[[nodiscard]] ProgrammeParts songpa_founding();
/// The head of a unit, as a seat.
[[nodiscard]] Seat head_of(const ProgrammeParts& parts, const std::string& id,
                           const std::string& unit);
/// The 39 practice tasks.
[[nodiscard]] const std::vector<TaskPlan>& songpa_tasks();

}  // namespace probity::illustrative
