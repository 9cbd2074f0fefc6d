// The constructors of described records, from their descriptions: each field that a call gives is an
// argument, in its place or by its name (records/description.hpp, Given). One that is left out stays as in a
// fresh record; one in its place that a document has to have is needed.
//
//     Unit("tax-1", "Taxation Division 1", begin="2026-01-01")
//
// pybind11 sees an ordinary function: it matches arguments, writes the signature and refuses what does not
// fit. A record that commands take keeps which of them a call named (named_arguments.hpp).
#pragma once

#include <pybind11/pybind11.h>

#include <functional>
#include <map>
#include <string>
#include <typeinfo>
#include <utility>
#include <vector>

#include "records/description.hpp"

namespace probity::python {

namespace py = pybind11;

/// The type of an argument, and the field that it sets.
struct ArgumentType {
    /// As pybind11 writes signatures: "%" stands for the next of the types.
    std::string signature;
    std::vector<const std::type_info*> types;
    /// The same in the stub.
    std::string hint;
    /// Puts a value into a record; returns false for a value of another type.
    std::function<bool(void* record, py::handle value)> put;
};

/// An argument that C++ has as a T, which `set` puts into a record.
template <class T, class Set>
[[nodiscard]] ArgumentType taking(std::string hint, Set set) {
    using Caster = py::detail::make_caster<T>;
    const auto types = std::decay_t<decltype(Caster::name)>::types();
    return {.signature = Caster::name.text,
            .types = {types.begin(), types.end() - 1},
            .hint = std::move(hint),
            .put = [set](void* record, py::handle value) {
                Caster caster;
                if (!caster.load(value, true)) return false;
                set(record, py::detail::cast_op<T>(std::move(caster)));
                return true;
            }};
}

/// The constructor of a class.
struct Construction {
    const detail::RecordDescription* description;
    /// The fields as the class has them, in its order.
    std::vector<std::string> names;
    /// The lists of records among the fields that a call gives, too.
    std::vector<std::string> lists;
    /// Arguments that are no plain values of their fields.
    std::map<std::string, ArgumentType> own;
    /// A record of which nothing is said, as Python has it.
    py::object fresh;
    /// Whether a record keeps what its call named; None then stands for what is left out.
    bool remembers;
    /// Judges a record that was made.
    std::function<void(const void* record)> check;
    /// Makes a value of the class of a record.
    void* (*own_copy)(const void* record);
};

/// Defines the constructor.
void define_constructor(py::handle cls, Construction construction);

/// Whether a call that makes a record gives a field.
[[nodiscard]] bool is_given(const detail::Field& field);

}  // namespace probity::python
