// Common to every value type in Python, said once: equality, hash, copy, pickle and repr.
//
// A type says with which arguments its class gives the value back; from those follow the repr, which
// reads back, and the pickle:
//
//     value(interval, [](const Interval& i) { return py::make_tuple("2026-03-16", "2026-03-23"); });
//     repr(x)           # Interval('2026-03-16', '2026-03-23')
#pragma once

#include <pybind11/operators.h>
#include <pybind11/pybind11.h>

#include <string>

namespace probity::python {

namespace py = pybind11;

/// "Name('a', 3)", for the arguments ('a', 3).
[[nodiscard]] inline std::string call_text(py::handle self, const py::tuple& arguments) {
    std::string text = py::str(py::type::of(self).attr("__name__"));
    text += '(';
    bool first = true;
    for (const py::handle argument : arguments) {
        if (!first) text += ", ";
        first = false;
        text += std::string(py::repr(argument));
    }
    return text + ')';
}

/// A getter that C++ overloads for temporaries: Python always keeps the owner.
template <class Owner, class Value>
auto getter(const Value& (Owner::*get)() const& noexcept) {
    return [get](const Owner& self) -> const Value& { return (self.*get)(); };
}

/// The hash of a value that has one of its own.
struct OwnHash {
    template <class T>
    py::ssize_t operator()(const T& self) const {
        return static_cast<py::ssize_t>(self.hash());
    }
};

/// For __reduce__: owner.method(arguments...), of a value or of a class. Pickles cannot name such a
/// method by itself.
template <class... Arguments>
[[nodiscard]] py::tuple method_call(const py::object& owner, const char* method,
                                    Arguments&&... arguments) {
    const py::object caller = py::module_::import("operator").attr("methodcaller");
    return py::make_tuple(caller(method, std::forward<Arguments>(arguments)...),
                          py::make_tuple(owner));
}

/// The attributes that a subclass in Python gave to a value; None if it has none.
[[nodiscard]] inline py::object own_attributes(py::handle self) {
    py::object attributes = py::getattr(self, "__dict__", py::none());
    return attributes.is_none() || py::len(attributes) == 0 ? py::none() : attributes;
}

/// For __reduce__: the class with the arguments that give the value back. A class that was derived in
/// Python may take others; its values are made by those of the class that is bound here, `cls`.
[[nodiscard]] inline py::tuple class_call(py::handle self, py::handle cls,
                                          const py::tuple& arguments) {
    const py::type own = py::type::of(self);
    if (own.is(cls)) return py::make_tuple(own, arguments, own_attributes(self));
    return py::make_tuple(py::module_::import("probity.pickles").attr("of_subclass"),
                          py::make_tuple(own, cls, arguments), own_attributes(self));
}

/// Copies of what does not change: the value itself.
template <class T, class... Options>
void copied_as_itself(py::class_<T, Options...>& cls) {
    cls.def("__copy__", [](py::object self) { return self; });
    cls.def(
        "__deepcopy__", [](py::object self, const py::object&) { return self; }, py::arg("memo"));
}

/// Stands in for the arguments of a class that defines __reduce__ itself.
struct OwnReduce {};

/// Equality, hash, copies and pickles of an immutable value.
template <class T, class... Options, class Arguments, class Hash>
void value_without_repr(py::class_<T, Options...>& cls, Arguments arguments, Hash hash) {
    cls.def(
        "__eq__", [](const T& a, const T& b) { return a == b; }, py::is_operator(), py::pos_only());
    copied_as_itself(cls);
    if constexpr (!std::is_same_v<Arguments, OwnReduce>) {
        cls.def("__reduce__", [arguments](const py::object& self) {
            return class_call(self, py::type::of<T>(), arguments(self.cast<const T&>()));
        });
    }
    cls.def("__hash__", [hash](const T& self) { return py::ssize_t{hash(self)}; });
}

/// The same, hashed by the arguments where the type has no hash of its own.
template <class T, class... Options, class Arguments>
void value_without_repr(py::class_<T, Options...>& cls, Arguments arguments) {
    if constexpr (requires(const T& t) { t.hash(); }) {
        value_without_repr(cls, arguments, OwnHash{});
    } else {
        value_without_repr(cls, arguments,
                           [arguments](const T& self) { return py::hash(arguments(self)); });
    }
}

/// The same, with a repr that calls the class with its arguments.
template <class T, class... Options, class Arguments, class... Hash>
void value(py::class_<T, Options...>& cls, Arguments arguments, Hash... hash) {
    value_without_repr(cls, arguments, hash...);
    cls.def("__repr__", [arguments](const py::object& self) {
        return call_text(self, arguments(self.cast<const T&>()));
    });
}

/// < <= > >= of a totally ordered value.
template <class T, class... Options>
void ordered(py::class_<T, Options...>& cls) {
    const auto operators = [&](const char* name, auto compare) {
        cls.def(name, compare, py::is_operator(), py::pos_only());
    };
    operators("__lt__", [](const T& a, const T& b) { return a < b; });
    operators("__le__", [](const T& a, const T& b) { return a <= b; });
    operators("__gt__", [](const T& a, const T& b) { return a > b; });
    operators("__ge__", [](const T& a, const T& b) { return a >= b; });
}

}  // namespace probity::python
