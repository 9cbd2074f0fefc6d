// The parts of a class that are written in Python: pages, tables, pictures. The module that holds
// it is imported at the first call, so that `import probity` stays light.
//
//     shown_as_html(set, "date_set");     // _repr_html_ calls probity.display.date_set
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "probity/records/list.hpp"

namespace probity::python {

namespace py = pybind11;

/// Calls a function of a module of the package.
template <class... Arguments>
py::object call_python(const char* module, const char* function, Arguments&&... arguments) {
    return py::module_::import(module).attr(function)(std::forward<Arguments>(arguments)...);
}

/// How notebooks show a value: `function` of probity.display makes HTML of it, which the class names
/// for probity.show.
template <class T, class... Options>
void shown_as_html(py::class_<T, Options...>& cls, const char* function) {
    cls.attr("_shown_as") = function;
    cls.def(
        "_repr_html_",
        [function](const py::object& self) {
            return py::str(call_python("probity.display", function, self));
        },
        "The value as HTML, as notebooks show it.");
}

/// A list of records that can become a frame or a file (python/probity/tables).
template <class Record>
py::object table_of(const std::vector<Record>& records) {
    return call_python("probity.tables", "Table", py::cast(records), py::type::of<Record>());
}

template <class Record>
py::object table_of(const List<Record>& records) {
    return table_of(std::vector<Record>(records.begin(), records.end()));
}

/// A method that returns such a list.
template <class Owner, class Record, class... Arguments>
auto table_method(std::vector<Record> (Owner::*method)(Arguments...) const) {
    return [method](const Owner& self, const std::decay_t<Arguments>&... arguments) {
        return table_of((self.*method)(arguments...));
    };
}

/// A report of its own becomes a frame, a file or an Arrow stream: the table of its rows, as
/// python/probity/tables has them. `what` says what a row is.
template <class T, class... Options>
void shown_as_table(py::class_<T, Options...>& cls, const std::string& what) {
    const auto table = [](const py::object& self) {
        return call_python("probity.tables", "report", self);
    };
    cls.def(
        "to_frame",
        [table](const py::object& self, Language lang) {
            return table(self).attr("to_frame")(lang);
        },
        py::arg("lang") = Language::english,
        (what + ", as a pandas DataFrame with the texts in one language: see Table.to_frame.")
            .c_str());
    cls.def(
        "to_csv",
        [table](const py::object& self, const py::object& path, Language lang) {
            table(self).attr("to_csv")(path, lang);
        },
        py::arg("path"), py::arg("lang") = Language::english,
        (what + ", as a CSV file that spreadsheets open: see Table.to_csv.").c_str());
    cls.def(
        "to_arrow",
        [table](const py::object& self, Language lang) {
            return table(self).attr("to_arrow")(lang);
        },
        py::arg("lang") = Language::english,
        (what + ", for Polars, DuckDB and pyarrow: see Table.to_arrow.").c_str());
    cls.def(
        "__arrow_c_stream__",
        [table](const py::object& self, const py::object& requested_schema) {
            return table(self).attr("__arrow_c_stream__")(requested_schema);
        },
        py::arg("requested_schema") = py::none());
}

}  // namespace probity::python
