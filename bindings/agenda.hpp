// The part of the binding of agendas that the binding of programmes needs.
#pragma once

#include <pybind11/pybind11.h>

namespace probity::python {

namespace py = pybind11;

/// Notes on an agenda of which programme and year it is, for its pickle.
void note_origin(const py::object& agenda, const py::object& programme, int year);

}  // namespace probity::python
