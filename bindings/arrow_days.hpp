// Days from whatever speaks Arrow: an array of pyarrow, a Series of Polars, or anything else that has
// __arrow_c_array__ or __arrow_c_stream__ (the PyCapsule interface).
//
//     arrow_days(polars_series);      // {20454, not_a_time, 20456} for two dates and a null
//
// date32, date64, timestamps of any unit without a zone, and texts are read.
#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace probity::python {

namespace py = pybind11;

/// The days of an object that speaks Arrow, as numbers since 1970-01-01, with INT64_MIN for nulls;
/// nothing for one that does not, and for those of pandas, which NumPy reads unless they hold Arrow's
/// own types.
///
/// Throws TypeError for arrays that hold no dates, and DateError, with the index, for a time of day, a
/// text that is no date, and timestamps with a zone: which day those are depends on where.
[[nodiscard]] std::optional<std::vector<std::int64_t>> arrow_days(py::handle values);

}  // namespace probity::python
