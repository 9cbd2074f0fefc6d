// The C interface of Python's datetime.
#pragma once

#include <pybind11/pybind11.h>

#include <datetime.h>

namespace probity::python {

/// Loads the interface at its first use, in whichever thread; all find the same pointer. Each source has
/// a pointer of its own, so that it has its own function as well.
[[maybe_unused]] static void load_datetime() {
    if (PyDateTimeAPI == nullptr) {
        PyDateTime_IMPORT;
        if (PyDateTimeAPI == nullptr) throw pybind11::error_already_set();
    }
}

}  // namespace probity::python
