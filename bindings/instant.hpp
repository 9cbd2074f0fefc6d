// Instants of UTC: a datetime.datetime with a zone, or its text, "2026-03-02T00:30:00Z".
//
// The fraction of a second of an instant is dropped: histories record by the second.
#pragma once

#include <pybind11/pybind11.h>

#include <chrono>

#include "convert.hpp"

namespace probity::python {

using Instant = std::chrono::sys_seconds;

/// Reads an instant argument. Throws ProbityError for one without a zone and for a text that is
/// none, TypeError for another type.
[[nodiscard]] Instant instant_from_python(py::handle value);

/// A datetime.datetime in UTC.
[[nodiscard]] py::object instant_to_python(Instant instant);

}  // namespace probity::python

namespace pybind11::detail {

template <>
struct type_caster<probity::python::Instant> {
    PYBIND11_TYPE_CASTER(probity::python::Instant, io_name("InstantLike", "datetime.datetime"));

    bool load(handle source, bool) {
        value = probity::python::instant_from_python(source);
        return true;
    }
    static handle cast(const probity::python::Instant& instant, return_value_policy, handle) {
        return probity::python::instant_to_python(instant).release();
    }
};

}  // namespace pybind11::detail
