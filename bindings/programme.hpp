// The class Programme of Python, which several files make.
#pragma once

#include <pybind11/pybind11.h>

#include "probity/programme/programme.hpp"

namespace probity::python {

namespace py = pybind11;

/// The records of institutions, tasks and training: programme_commands.cpp.
void bind_programme_commands(py::class_<Programme>& programme);
/// Binds the commands that all kinds of records have (record_commands.cpp).
void bind_record_commands(py::class_<Programme>& programme);
/// Programme.save: save.cpp.
void bind_saving_of(py::class_<Programme>& programme);

}  // namespace probity::python
