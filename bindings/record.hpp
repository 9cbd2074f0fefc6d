// Records of plain data, as they show in Python: named members to read, equality by content, and a
// repr that lists the members which say something.
//
//     Record<Task>(m, "Task", "Something to be done for integrity.")
//         .member("id", &Task::id)
//         .member("kind", [](const Task& task) { return name_of(task.kind); });
//
//     repr(task)        # Task(id='T-01', kind='practice_task', proposed=datetime.date(2023, 3, 2))
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <vector>

#include "convert.hpp"
#include "text.hpp"
#include "value.hpp"

namespace probity::python {

template <class T>
class Record {
  public:
    Record(py::module_& m, const char* name, const char* doc) : cls_(m, name, doc) {
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

    /// To be called last: the repr lists the members named before.
    py::class_<T>& done() {
        cls_.def("__repr__", [names = std::move(names_)](const py::object& self) {
            std::string text = std::string(py::str(py::type::of(self).attr("__name__"))) + "(";
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

    py::class_<T> cls_;
    std::vector<std::string> names_;
};

}  // namespace probity::python
