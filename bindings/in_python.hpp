// What a class has that is written in Python: pages, tables, pictures. The module that holds it is
// imported at the first call, so that `import probity` stays light.
//
//     shown_as_html(set, "date_set");     // _repr_html_ calls probity.display.date_set
#pragma once

#include <pybind11/pybind11.h>

#include <utility>
#include <vector>

#include "convert.hpp"

namespace probity::python {

namespace py = pybind11;

/// Calls a function of a module of the package.
template <class... Arguments>
py::object call_python(const char* module, const char* function, Arguments&&... arguments) {
    return py::module_::import(module).attr(function)(std::forward<Arguments>(arguments)...);
}

/// How notebooks show a value: `function` of probity.display makes HTML of it.
template <class T, class... Options>
void shown_as_html(py::class_<T, Options...>& cls, const char* function) {
    cls.def(
        "_repr_html_",
        [function](const py::object& self) {
            return py::str(call_python("probity.display", function, self));
        },
        "The value as HTML, as notebooks show it.");
}

/// A list of records that can become a frame or a file (python/probity/tables.py).
template <class Record>
py::object table_of(const std::vector<Record>& records) {
    return call_python("probity.tables", "Table", py::cast(records), py::type::of<Record>());
}

}  // namespace probity::python
