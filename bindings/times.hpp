// Recurrence in time: its parts in Python, and how local times, instants and zones come in and go out.
//
// Where a time is asked for, these all do: a datetime with a zone is an instant; one without is a local
// time; so is the text of either, "2026-03-18T10:00" or "2026-03-18T10:00+09:00", a numpy.datetime64, and
// a date, which is its midnight. A zone is a Zone, its name, a zoneinfo.ZoneInfo or datetime.timezone.utc.
#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <optional>

#include "probity/times/timed_recurrence.hpp"

namespace probity::python {

namespace py = pybind11;

/// Zones (zone.cpp).
void bind_zone(py::module_& m);
/// Recurrences in time and their times (timed_recurrence.cpp).
void bind_timed_recurrence(py::module_& m);

/// Throws DateError for a value that is no time, or not one of whole seconds, TypeError for a type that
/// cannot be one.
[[nodiscard]] GivenTime moment_from_python(py::handle value);
/// The same for what must be a local time.
[[nodiscard]] LocalTime local_time_from_python(py::handle value);

/// As positions are counted: seconds since 1970 in UTC, or local ones without a zone. Throws ProbityError
/// for an instant without a zone.
[[nodiscard]] std::int64_t seconds_of(const GivenTime& time, const std::optional<Zone>& zone);

/// A datetime of the zone, or without one if it floats.
[[nodiscard]] py::object moment_to_python(const ZonedTime& time);
/// A datetime without a zone.
[[nodiscard]] py::object local_time_to_python(const LocalTime& time);

/// Throws ZoneError for a zone that is not known, TypeError for a type that cannot be one.
[[nodiscard]] Zone zone_from_python(py::handle value);
/// The zone of an aware datetime; none of anything else.
[[nodiscard]] std::optional<Zone> zone_of_datetime(py::handle value);

}  // namespace probity::python
