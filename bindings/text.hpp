// Texts in two languages: in Python a str, the English one, with the Korean beside it
// (python/probity/text.py).
#pragma once

#include <pybind11/pybind11.h>

#include "convert.hpp"
#include "probity/planning/agenda.hpp"
#include "probity/planning/text.hpp"

namespace probity::python {

namespace py = pybind11;

[[nodiscard]] py::object text_to_python(const Text& text);

/// A datetime.time of a time of day.
[[nodiscard]] py::object time_to_python(const std::optional<TimeOfDay>& time);

}  // namespace probity::python

namespace pybind11::detail {

template <>
struct type_caster<probity::Text> {
    PYBIND11_TYPE_CASTER(probity::Text, const_name("Text"));

    bool load(handle, bool) { return false; }  // texts only go out
    static handle cast(const probity::Text& text, return_value_policy, handle) {
        return probity::python::text_to_python(text).release();
    }
};

}  // namespace pybind11::detail
