// How events and histories show in Python.
#pragma once

#include <pybind11/pybind11.h>

#include <optional>

#include "probity/history/history.hpp"
#include "probity/programme/programme.hpp"

namespace probity::python {

namespace py = pybind11;

/// A history by the programme that it is of, which is shared and not copied.
struct HistoryOf {
    Programme programme;

    [[nodiscard]] const History& events() const { return programme.history(); }
};

/// The record that an event says; None if it says nothing more.
[[nodiscard]] py::object body_to_python(const EventBody& body);
/// The body that such a record, or None, is; nothing for what is none.
[[nodiscard]] std::optional<EventBody> body_from_python(py::handle record);

}  // namespace probity::python
