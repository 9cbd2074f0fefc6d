// The parts of the binding of WorkCalendar, each in a file of its own:
//
//     work_calendar.cpp          the class: its methods, with their docstrings
//     work_calendar_making.cpp   calendars from holidays, from law, and changed ones
//     work_calendar_pickle.cpp   calendars written down and made again
//     work_calendar_days.cpp     questions for one date or an array of them; NumPy's and pandas' own
//     work_calendar_results.cpp  what it answers with: Due, DayState, DayChange, RolledDates
//     deadline.cpp               periods of law and notice, with their answers
#pragma once

#include <pybind11/pybind11.h>

#include "probity/workdays/work_calendar.hpp"

namespace probity::python {

namespace py = pybind11;

void bind_making(py::class_<WorkCalendar>& calendar);
void bind_pickle(py::class_<WorkCalendar>& calendar);
void bind_due(py::module_& m);
void bind_rolled_dates(py::module_& m);
void bind_deadline(py::module_& m);
void bind_deadlines(py::class_<WorkCalendar>& calendar);

/// One weekday, or a list of them; each may be its two letters.
[[nodiscard]] std::vector<Weekday> weekdays_of(py::handle given);

// One date gives one answer, an array of them an array of its shape.

[[nodiscard]] py::object is_working_day(const WorkCalendar& self, const py::object& dates);
[[nodiscard]] py::object is_holiday(const WorkCalendar& self, const py::object& dates);
[[nodiscard]] py::object roll(const WorkCalendar& self, const py::object& dates,
                              const py::str& how);
[[nodiscard]] py::object add(const WorkCalendar& self, const py::object& dates,
                             const py::object& n);
[[nodiscard]] py::object count(const WorkCalendar& self, const py::object& begin,
                               const py::object& end);

[[nodiscard]] py::object to_busdaycalendar(const WorkCalendar& self,
                                           const std::optional<Date>& begin,
                                           const std::optional<Date>& end);
[[nodiscard]] py::object to_pandas_offset(const WorkCalendar& self,
                                          const std::optional<Date>& begin,
                                          const std::optional<Date>& end);

/// The dates of a recurrence with the working days that they go to, as an iterator.
[[nodiscard]] py::object rolled_dates(const WorkCalendar& self, const Recurrence& recurrence,
                                      RollConvention convention);

}  // namespace probity::python
