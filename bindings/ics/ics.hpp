// The parts of the bindings of calendar files.
#pragma once

#include <pybind11/pybind11.h>

namespace probity::python {

/// Calendar files of others (ics.cpp).
void bind_ics(pybind11::module_& m);
/// Zones that a file defines (zone.cpp).
void bind_ics_zone(pybind11::module_& m);

}  // namespace probity::python
