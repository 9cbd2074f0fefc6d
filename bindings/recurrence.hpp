// Common to the bindings of recurrences, spans and working days.
#pragma once

#include <pybind11/pybind11.h>

#include "probity/recurrence/recurrence.hpp"

namespace probity::python {

namespace py = pybind11;

/// A rule given as a Rule or as its text.
[[nodiscard]] Rule rule_of(py::handle rule);
/// The same; a sentence of days stands for the rule of its usual reading.
[[nodiscard]] Rule rule_or_sentence(py::handle rule);

/// Walks in order, for Python's __next__: it goes on to a date when that is asked for and no sooner,
/// so that the last date before a horizon is given before the HorizonError.
template <class Iterator>
struct Walk {
    Iterator next;
    bool begun = false;

    /// To the first date the first time, to the next one ever after, and not past the end.
    void advance() {
        if (begun && next != std::default_sentinel) ++next;
        begun = true;
    }
};
using RecurrenceIterator = Walk<Recurrence::Iterator>;

}  // namespace probity::python
