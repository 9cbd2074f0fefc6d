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

/// A Text of Python's, or a plain str, which stands for both languages.
[[nodiscard]] Text text_from_python(py::handle str);

/// A datetime.time of a time of day.
[[nodiscard]] py::object time_to_python(const std::optional<TimeOfDay>& time);

}  // namespace probity::python

namespace pybind11::detail {

template <>
struct type_caster<probity::TimeOfDay> {
    PYBIND11_TYPE_CASTER(probity::TimeOfDay, const_name("datetime.time"));

    bool load(handle source, bool) {
        if (!hasattr(source, "hour") || !hasattr(source, "minute")) return false;
        value =
            probity::TimeOfDay(source.attr("hour").cast<int>(), source.attr("minute").cast<int>());
        return true;
    }
    static handle cast(probity::TimeOfDay time, return_value_policy, handle) {
        return probity::python::time_to_python(time).release();
    }
};

template <>
struct type_caster<probity::Text> {
    PYBIND11_TYPE_CASTER(probity::Text, io_name("str", "Text"));

    bool load(handle source, bool) {
        if (!isinstance<str>(source)) return false;
        value = probity::python::text_from_python(source);
        return true;
    }
    static handle cast(const probity::Text& text, return_value_policy, handle) {
        return probity::python::text_to_python(text).release();
    }
};

}  // namespace pybind11::detail
