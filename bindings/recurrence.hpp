// What the bindings of recurrences, spans and working days share.
#pragma once

#include <pybind11/pybind11.h>

#include "probity/recurrence/recurrence.hpp"

namespace probity::python {

namespace py = pybind11;

/// A rule given as a Rule or as its text.
[[nodiscard]] Rule rule_of(py::handle rule);

/// Walks a recurrence; it holds what it walks.
struct RecurrenceIterator {
    explicit RecurrenceIterator(const Recurrence& recurrence) : next(recurrence.begin()) {}

    Recurrence::Iterator next;
};

}  // namespace probity::python
