// Records of plain data, as they show in Python: named members to read, equality and hash by content,
// and a repr that lists the members which say something. They do not change, so that a copy is the
// record itself.
//
//     Record<Task>(m, "Task", "Something to be done for integrity.")
//         .member("id", &Task::id)
//         .member("kind", [](const Task& task) { return name_of(task.kind); });
//
// A record that names its C++ members, all of them and in their order, can be pickled:
//
//     Record<IcsSeries>(m, "IcsSeries", "...").member("id", &IcsSeries::id)...
//         .pickled(&IcsSeries::id, &IcsSeries::rrule, &IcsSeries::events, &IcsSeries::reason)
//
//     repr(task)        # Task(id='T-01', kind='practice_task', proposed=datetime.date(2023, 3, 2))
#pragma once

#include <pybind11/pybind11.h>

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "text.hpp"
#include "value.hpp"

namespace probity::python {

template <class T>
class Record {
  public:
    Record(py::module_& m, const char* name, const char* doc) : cls_(m, name, doc), name_(name) {
        cls_.def(
            "__eq__", [](const T& a, const T& b) { return a == b; }, py::is_operator(),
            py::pos_only());
    }

    template <class Getter>
    Record& member(const char* name, Getter getter, const char* doc = "") {
        if constexpr (std::is_member_object_pointer_v<Getter>) {
            cls_.def_readonly(name, getter, doc);
        } else {
            cls_.def_property_readonly(name, getter, doc);
        }
        names_.emplace_back(name);
        return *this;
    }

    /// The members that make the record, in the order in which T has them.
    template <class... Members>
    Record& pickled(Members T::*... members) {
        cls_.def("__reduce__", [members...](const py::object& self) {
            const T& record = self.cast<const T&>();
            return static_call(py::type::of(self), "_made",
                               py::make_tuple(state_of(record.*members)...));
        });
        cls_.def_static("_made", [](const py::tuple& state) {
            if (state.size() != sizeof...(Members)) {
                throw ProbityError("a pickle of " + std::to_string(state.size()) +
                                   " parts, where this version has " +
                                   std::to_string(sizeof...(Members)));
            }
            return [&]<std::size_t... I>(std::index_sequence<I...>) {
                return T{of_state<Members>(state[I])...};
            }(std::index_sequence_for<Members...>{});
        });
        return *this;
    }

    /// To be called last: the repr lists the members named before, and the hash is made of them.
    py::class_<T>& done() {
        cls_.def("__copy__", [](py::object self) { return self; });
        cls_.def(
            "__deepcopy__", [](py::object self, const py::object&) { return self; },
            py::arg("memo"));
        cls_.def("__hash__", [names = names_](const py::object& self) {
            py::list content;
            for (const std::string& name : names) content.append(hashable(self.attr(name.c_str())));
            return py::hash(py::tuple(content));
        });
        cls_.def("__repr__", [title = name_, names = std::move(names_)](const py::object& self) {
            std::string text = title + "(";
            bool first = true;
            for (const std::string& name : names) {
                const py::object value = self.attr(name.c_str());
                if (value.is_none() || is_empty(value)) continue;
                if (!first) text += ", ";
                first = false;
                text += name + "=" + std::string(py::repr(value));
            }
            return text + ")";
        });
        return cls_;
    }

  private:
    static bool is_empty(const py::object& value) {
        return py::hasattr(value, "__len__") && py::len(value) == 0;
    }

    /// A list among the members stands for its content.
    static py::object hashable(const py::object& value) {
        if (!py::isinstance<py::list>(value)) return value;
        py::list items;
        for (const py::handle item : value)
            items.append(hashable(py::reinterpret_borrow<py::object>(item)));
        return py::tuple(items);
    }

    template <class Member>
    static py::object state_of(const Member& member) {
        if constexpr (std::is_enum_v<Member>) {
            return py::int_(static_cast<int>(member));
        } else {
            return py::cast(member);
        }
    }
    template <class Member>
    static Member of_state(const py::object& state) {
        if constexpr (std::is_enum_v<Member>) {
            return static_cast<Member>(state.cast<int>());
        } else {
            return state.cast<Member>();
        }
    }

    py::class_<T> cls_;
    std::string name_;
    std::vector<std::string> names_;
};

}  // namespace probity::python
