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
//     repr(area)         # RiskArea(id='contracts', title=Text('계약', 'Contracts'))
//
// A record that Python code can make shows as the call that makes it, and reads back; one that only
// the library makes, or that knows of more than its call can say, stands in angle brackets:
//
//     repr(point)        # <BurnupPoint date=datetime.date(2026, 1, 1), total=39, done=0, ...>
#pragma once

#include <pybind11/pybind11.h>

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "named_arguments.hpp"
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

    /// Names a member that no call can give, with its plain value: a record whose member is anything
    /// else, or is not empty where no value is named, does not read back.
    Record& beyond_the_call(const char* name, const char* plain = nullptr) {
        beyond_.emplace_back(name, plain == nullptr ? std::nullopt : std::optional(plain));
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
        cls_.def("__repr__", [title = name_, names = std::move(names_),
                              beyond = std::move(beyond_)](const py::object& self) {
            const bool reads_back = is_made_by_call(self) && says_no_more(self, beyond);
            std::string text;
            for (const std::string& name : names) {
                const py::object value = self.attr(name.c_str());
                if (value.is_none() || is_empty(value)) continue;
                if (reads_back && is_among(beyond, name)) continue;
                text += (text.empty() ? "" : ", ") + name + "=" + std::string(py::repr(value));
            }
            if (reads_back) return title + "(" + text + ")";
            return "<" + title + (text.empty() ? "" : " ") + text + ">";
        });
        return cls_;
    }

    /// The same for a record that commands take: it remembers what the call that made it named
    /// (named_arguments.hpp).
    template <class... Given, class... Options>
    py::class_<T>& made_by(T (*make)(Given...), const Options&... options) {
        python::made_by(done(), make, options...);
        return cls_;
    }

  private:
    using Beyond = std::vector<std::pair<std::string, std::optional<std::string>>>;

    /// Whether the very class has a constructor, and not one of its bases alone.
    static bool is_made_by_call(const py::object& self) {
        const py::object dict = py::type::of(self).attr("__dict__");
        // Every class has an __init__; that of one without a constructor only refuses.
        const py::object init = dict.attr("get")("__init__");
        return !init.is_none() && !py::isinstance(init, py::type::of(slot_wrapper()));
    }
    static py::object slot_wrapper() {
        return py::module_::import("builtins").attr("object").attr("__init__");
    }
    static bool says_no_more(const py::object& self, const Beyond& beyond) {
        for (const auto& [name, plain] : beyond) {
            const py::object value = self.attr(name.c_str());
            const bool says =
                plain ? !value.equal(py::str(*plain)) : !value.is_none() && !is_empty(value);
            if (says) return false;
        }
        return true;
    }
    static bool is_among(const Beyond& beyond, const std::string& name) {
        for (const auto& each : beyond) {
            if (each.first == name) return true;
        }
        return false;
    }
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
    Beyond beyond_;
};

}  // namespace probity::python
