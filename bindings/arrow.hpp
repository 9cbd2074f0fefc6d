// Dates and tables for Arrow, by its C data interface (https://arrow.apache.org/docs/format/
// CDataInterface.html) in the capsules of its PyCapsule interface. pyarrow, Polars and DuckDB read
// them; none of them is needed here.
#pragma once

#include <pybind11/pybind11.h>

#include "probity/date/date_set.hpp"

namespace probity::python {

namespace py = pybind11;

/// The schema of an array of date32.
[[nodiscard]] py::capsule date32_schema();

/// (schema, array) of the dates as date32. A set that holds its dates as numbers is not copied: the
/// array reads what the set holds, and keeps it alive.
[[nodiscard]] py::tuple date32_array(const DateSet& dates);

/// A stream of that one array.
[[nodiscard]] py::capsule date32_stream(const DateSet& dates);

/// A stream of one batch: each column is (name, format, values), with None where there is no value.
/// Formats are those of Arrow: "u" text, "tdD" dates, "tts" times of day, "tss:UTC" instants, "l"
/// whole numbers, "g" other numbers, "b" yes or no. Throws ProbityError for another format or columns of unequal length.
[[nodiscard]] py::capsule table_stream(const py::list& columns);

}  // namespace probity::python
