// Common to the bindings of cadences, quotas and proposals.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <variant>

#include "convert.hpp"
#include "probity/planning/cadence.hpp"
#include "probity/planning/observance.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "workdays/or_korea.hpp"

namespace probity::python {

namespace py = pybind11;

using detail::or_korea;

/// Days given as an Interval, or as a year.
using Period = std::variant<Number, Interval>;
[[nodiscard]] inline Interval days_of(const Period& period) {
    const auto* year = std::get_if<Number>(&period);
    return year != nullptr ? year_of(*year) : std::get<Interval>(period);
}

/// A week of the month, or a weekday in it, as arguments say it: the number of the week with a
/// weekday, months and a convention, or Spans. Throws ProbityError for Spans with more beside them.
[[nodiscard]] ObservanceRule rule_of_week(const std::variant<Number, Spans>& week,
                                          const std::optional<Weekday>& weekday,
                                          const py::object& months, WeekConvention convention);

}  // namespace probity::python
