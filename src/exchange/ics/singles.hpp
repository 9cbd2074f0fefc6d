// Makes single events: a task, a meeting, or whole days.
#pragma once

#include "exchange/ics/event.hpp"
#include "probity/exchange/ics.hpp"

namespace probity::ics::detail {

/// A task, due at its DUE, or after its DURATION, or else on the day of DTSTART. Throws BeyondDates.
[[nodiscard]] TaskRow task_of(const CalendarEvent& event);
/// The task whose due date an event of this library is, or a VTODO of it.
[[nodiscard]] TaskRow own_task_of(const CalendarEvent& event);

/// Something at a time of day, or with guests. Throws BeyondDates and DateError.
[[nodiscard]] TimedEvent meeting_of(const CalendarEvent& event);

/// Whole days without guests. Throws DateError.
[[nodiscard]] DayEvent day_of_event(const CalendarEvent& event);

}  // namespace probity::ics::detail
