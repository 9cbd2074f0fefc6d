// Common to the bindings of cadences, quotas and proposals.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <string>
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

/// The number of a week, Spans, or a sentence that says either in words.
using WeekLike = std::variant<Number, Spans, std::string>;

/// A week of the month, or a weekday in it, as arguments say it: the number of the week with a
/// weekday, months and a convention, or Spans, or a sentence by its usual reading. Throws ProbityError
/// for Spans or a sentence with more beside them.
[[nodiscard]] ObservanceRule rule_of_week(const WeekLike& week,
                                          const std::optional<Weekday>& weekday,
                                          const py::object& months, WeekConvention convention);

/// The rule of an observance: a sentence by its usual reading, what was read of one, a Rule or its text,
/// Spans, a ByWeek, or what a document has. Throws TypeError for another type, RuleError for a
/// sentence that says no single rule.
[[nodiscard]] ObservanceRule observance_rule_of(py::handle rule);
/// The same as a document has it, {"week": 3, "convention": "ISO"}.
[[nodiscard]] py::object rule_to_python(const ObservanceRule& rule);

}  // namespace probity::python
