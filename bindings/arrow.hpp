// Arrays, and streams of one, for Arrow, by its C data interface (https://arrow.apache.org/docs/format/
// CDataInterface.html) in the capsules of its PyCapsule interface. pyarrow, Polars and DuckDB read
// them; none of them is needed here.
#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "probity/date/date_set.hpp"

namespace probity::python {

namespace py = pybind11;

/// An array or a field with its name, in memory as Arrow lays it out; a table is a struct of its
/// columns. The owner of the memory is shared: a reader may hold a column longer than its table.
struct ArrowColumn {
    std::string name = {};
    /// "U" texts, "tdD" dates, "+s" a struct, ...
    std::string format = {};
    std::int64_t length = 0;
    std::int64_t nulls = 0;
    std::vector<const void*> buffers = {};
    std::shared_ptr<const void> keep = {};
    std::vector<ArrowColumn> children = {};
    /// The values of which this has the codes; null for a column of values.
    std::shared_ptr<const ArrowColumn> dictionary = {};
};

[[nodiscard]] py::capsule arrow_schema(const ArrowColumn& column);
/// (schema, array).
[[nodiscard]] py::tuple arrow_array(const ArrowColumn& column);
/// A stream of that one array.
[[nodiscard]] py::capsule arrow_stream(const ArrowColumn& column);

/// The schema of an array of date32.
[[nodiscard]] py::capsule date32_schema();

/// (schema, array) of the dates as date32. A set that holds its dates as numbers is not copied: the
/// array reads what the set holds, and keeps it alive.
[[nodiscard]] py::tuple date32_array(const DateSet& dates);

/// A stream of that one array.
[[nodiscard]] py::capsule date32_stream(const DateSet& dates);

}  // namespace probity::python
