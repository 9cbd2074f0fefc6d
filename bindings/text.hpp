// Texts in several languages: in Python a str, the English one, with the others beside it
// (python/probity/text.py).
#pragma once

#include <pybind11/pybind11.h>

#include <optional>
#include <utility>

#include "convert.hpp"
#include "probity/planning/agenda.hpp"
#include "probity/text/text.hpp"

namespace probity::python {

namespace py = pybind11;

[[nodiscard]] py::object text_to_python(const Text& text);

/// A text as a pickle keeps it: a str if it is plain, else a dict of the words that were given, by language.
[[nodiscard]] py::object text_to_kept(const Text& text);

/// A Text of Python's, or a plain str, whose language nobody said, or a pair of Korean and English, of which
/// one may be empty, or a dict of words by language; nothing for what is none of these.
[[nodiscard]] std::optional<Text> text_from_python(py::handle value);

/// A datetime.time of a time of day.
[[nodiscard]] py::object time_to_python(const std::optional<TimeOfDay>& time);

/// A time of day of a datetime.time, on the minute and without a zone, or of "15:20". Throws
/// ProbityError for another value, TypeError for another type.
[[nodiscard]] TimeOfDay time_from_python(py::handle value);

}  // namespace probity::python

namespace pybind11::detail {

template <>
struct type_caster<probity::Text> {
    PYBIND11_TYPE_CASTER(probity::Text, io_name("TextLike", "Text"));

    bool load(handle source, bool) {
        auto text = probity::python::text_from_python(source);
        if (!text) return false;
        value = std::move(*text);
        return true;
    }
    static handle cast(const probity::Text& text, return_value_policy, handle) {
        return probity::python::text_to_python(text).release();
    }
};

template <>
struct type_caster<probity::TimeOfDay> {
    PYBIND11_TYPE_CASTER(probity::TimeOfDay, io_name("TimeLike", "datetime.time"));

    bool load(handle source, bool) {
        value = probity::python::time_from_python(source);
        return true;
    }
    static handle cast(const probity::TimeOfDay& time, return_value_policy, handle) {
        return probity::python::time_to_python(time).release();
    }
};

}  // namespace pybind11::detail
