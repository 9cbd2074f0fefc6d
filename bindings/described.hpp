// The members of described records (records/description.hpp) as Python and its pickles have them.
//
// Python has a kind by its name, a part of a majority and a date of which the day is not known by their
// texts, and an id as a str; records within a record are those of their own classes.
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <vector>

#include "records/description.hpp"

namespace probity::python {

namespace py = pybind11;

/// How the records of one class go to Python and come back.
struct RecordClass {
    /// The record as it stands in its owner, which it keeps alive.
    py::object (*show)(const void* record, py::handle owner);
    /// A copy of its own.
    py::object (*copy)(const void* record);
    /// Puts what Python has into a record; returns false for another value.
    bool (*take)(void* record, py::handle value);
};

/// Says which class a described record has. It is said once, when the class is made.
void know_class(const detail::RecordDescription& description, RecordClass record_class);

/// A member of a record, which `owner` is in Python.
[[nodiscard]] py::object member_to_python(const detail::Field& field, const void* record,
                                          py::handle owner);
/// The same as a pickle has it.
[[nodiscard]] py::object member_to_pickle(const detail::Field& field, const void* record);
/// Sets a member to what a pickle has; returns false for what it cannot be.
[[nodiscard]] bool member_from_pickle(const detail::RecordDescription& description,
                                      const detail::Field& field, void* record, py::handle kept);

/// Puts what Python has into a record of a description; returns false for another value.
[[nodiscard]] bool record_from_python(const detail::RecordDescription& description, void* record,
                                      py::handle value);
/// A described record as the text of its JSON object; empty for another value.
[[nodiscard]] std::string record_text(py::handle value);

/// Whether a record has to have a field of which a fresh one has nothing: a day, a year.
[[nodiscard]] bool has_no_default(const detail::RecordDescription& description,
                                  const detail::Field& field);

/// Says which fields of a record show as described; others have a form of their own. `type` is the class
/// that shows them.
void remember_described(const detail::RecordDescription& description, const std::string& type,
                        const std::vector<std::string>& fields);
/// Sets a kind or state by its name. Throws ProbityError, naming those there are, for another.
void set_name(const detail::Field& field, void* record, const std::string& name);
/// The names of a kind or state as a type: Literal["week", "day"].
[[nodiscard]] std::string literal_of(const detail::Field& field);
/// The docstring of a member: its sentence, and the names that it can have.
[[nodiscard]] std::string docstring_of(const detail::Field& field);

}  // namespace probity::python
