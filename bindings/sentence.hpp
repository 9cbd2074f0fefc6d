// Parts that the bindings of sentences and of their readings share.
#pragma once

#include <pybind11/pybind11.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text.hpp"
#include "value.hpp"

namespace probity::python {

void bind_reading(py::module_& m);
void bind_sentences(py::module_& m);

/// A datetime.time of the seconds since midnight, and back. Throws ProbityError for a time that is not on
/// the second or has a zone, TypeError for another type.
[[nodiscard]] py::object clock_to_python(const std::optional<std::chrono::seconds>& time);
[[nodiscard]] std::optional<std::chrono::seconds> clock_from_python(py::handle value);

/// Equality, hash, copies and pickles of an immutable value by the arguments of its class, and a repr that
/// names them: "HowOften(text='연 3회', times=3, per='year', bound='exactly')".
template <class T, class... Options, class Arguments>
void value_by_names(py::class_<T, Options...>& cls, const std::vector<std::string>& names,
                    Arguments arguments) {
    value_without_repr(cls, arguments);
    cls.attr("__match_args__") = py::tuple(py::cast(names));
    cls.def("__repr__", [names, arguments](const py::object& self) {
        const py::tuple values = arguments(self.cast<const T&>());
        std::string text = py::str(py::type::of(self).attr("__name__"));
        text += '(';
        for (std::size_t i = 0; i < names.size(); ++i) {
            text += (i > 0 ? ", " : "") + names[i] + "=" + std::string(py::repr(values[i]));
        }
        return text + ')';
    });
}

/// A tuple of what a list has.
template <class Value>
[[nodiscard]] py::tuple tuple_of(const std::vector<Value>& values) {
    return py::tuple(py::cast(values));
}

}  // namespace probity::python
