// A day of a reading once its working days are asked for: counted, left out or moved.
#pragma once

#include <optional>

#include "probity/date/date.hpp"
#include "probity/sentences/reading.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity::detail {

/// The day that a reading has for a nominal one; none if it leaves that out. Throws HorizonError beyond
/// the calendar.
[[nodiscard]] std::optional<Date> worked_day(const Reading& reading, const Date& nominal,
                                             const WorkCalendar& calendar);

}  // namespace probity::detail
