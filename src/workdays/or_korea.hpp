// The working days of whoever names none.
#pragma once

#include <optional>

#include "probity/workdays/work_calendar.hpp"

namespace probity::detail {

/// The work calendar given, else Korea's.
[[nodiscard]] inline WorkCalendar or_korea(const std::optional<WorkCalendar>& workdays) {
    return workdays ? *workdays : WorkCalendar::korea();
}

}  // namespace probity::detail
