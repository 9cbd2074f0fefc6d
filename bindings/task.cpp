// Tasks as they are recorded; task_commands.cpp has the steps of their lives.
#include "probity/records/task.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "named.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

/// No call can give the members that the steps of a task's life made: such a task shows in short.
void show_in_short(py::class_<Task>& cls) {
    const py::object as_call = cls.attr("__repr__");
    const auto shown = [as_call](const py::object& self) {
        const std::string text = py::str(as_call(self));
        if (text.front() != '<') return text;
        const Task& task = self.cast<const Task&>();
        return "<Task " + std::string(py::repr(py::str(task.id))) + " " +
               std::string(to_string(task.state)) +
               (task.due ? " due " + to_string(*task.due) : "") + ">";
    };
    // Set rather than defined, which would add a form that is tried after the one that is there.
    cls.attr("__repr__") = py::cpp_function(shown, py::name("__repr__"), py::is_method(cls));
}

/// Takeovers as tuples: no class of Python is one.
py::object takeovers_in_pickle(const Task& task) {
    py::list list;
    for (const Takeover& each : task.takeovers) {
        list.append(py::make_tuple(each.on, each.owner, each.band, each.event));
    }
    return list;
}
bool set_takeovers(Task& task, py::handle kept) {
    using Parts = std::tuple<Date, std::string, std::string, int>;
    const auto takeovers = Kept<std::vector<Parts>>::in(kept);
    if (!takeovers) return false;
    for (const auto& [on, owner, band, event] : *takeovers) {
        task.takeovers.push_back({on, owner, band, event});
    }
    return true;
}

}  // namespace

void bind_task(py::module_& m) {
    Record<TaskChange>(m, R"(A step of a task's life. The event says by whom it was taken and why.

>>> TaskChange("2026-03-02", "in_progress", event=7).state
'in_progress')")
        .made();
    auto task =
        Record<Task>(m, R"(Something to be done for integrity, with its owner and its due date.

>>> task = Task("T-40", ("계약 공개 점검", "Review of published contracts"), owner="finance",
...             due="2026-06-30", weight=2)
>>> task.state, task.due
('proposed', datetime.date(2026, 6, 30))

`kind` is "practice_task", "improvement_measure" or "action_item". Whether it is overdue is never
stored: it follows from the date asked about.)")
            .first({"id", "title", "kind", "state"})
            .kept("takeovers", &takeovers_in_pickle, &set_takeovers)
            .made();
    shown_as_html(task, "task");
    show_in_short(task);
}

}  // namespace probity::python
