// The steps of the lives of tasks.
#include "command.hpp"
#include "convert.hpp"
#include "module.hpp"
#include "probity/programme/commands.hpp"
#include "probity/records/task.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

using ProgrammeTask = InProgramme<Task>;

/// A step that says nothing more.
using Verb = Event (*)(const Programme&, const std::string&, const Act&);
template <Verb Step>
Event by_verb(const ProgrammeTask& self, const Said& said) {
    return Step(self.programme, self.id, said);
}

void bind_steps(py::class_<ProgrammeTask, Task>& task) {
    command(task, "adopt", &by_verb<adopt>, "It is taken on: proposed -> adopted.");
    command(task, "reject", &by_verb<reject>,
            "It is not taken on: proposed -> rejected. Needs a reason.");
    command(task, "start", &by_verb<start>, "Work begins: adopted -> in_progress.");
    command(task, "hold", &by_verb<put_on_hold>,
            "Work pauses: in_progress -> on_hold. Needs a reason.");
    command(task, "resume", &by_verb<resume>, "Work goes on: on_hold -> in_progress.");
    command(
        task, "submit",
        +[](const ProgrammeTask& self, const Said& said, const std::vector<Evidence>& evidence) {
            return submit(self.programme, self.id, evidence, said);
        },
        "It is handed in with evidence, at least one: in_progress -> submitted.",
        py::arg("evidence"));
    command(task, "verify", &by_verb<verify>,
            "It was done: submitted -> verified. Another than its submitter verifies it.");
    command(task, "send_back", &by_verb<send_back>,
            "It was not done yet: submitted -> in_progress. Needs a reason.");
    command(task, "close", &by_verb<close>, "Nothing is left to do: verified -> closed.");
    command(task, "reopen", &by_verb<reopen>,
            "It was not done after all: verified or closed -> in_progress. Needs a reason.");
    command(task, "withdraw", &by_verb<withdraw>,
            "It is given up, from any open state. Needs a reason.");
    command(
        task, "supersede",
        +[](const ProgrammeTask& self, const Said& said, const std::string& by_task) {
            return supersede(self.programme, self.id, by_task, said);
        },
        "Another task takes its place, from any open state. Needs a reason.", py::arg("by_task"));
}

using Ids = std::optional<std::vector<std::string>>;

void bind_changes(py::class_<ProgrammeTask, Task>& task) {
    command(
        task, "assign",
        +[](const ProgrammeTask& self, const Said& said, const std::string& owner,
            const std::optional<std::string>& band) {
            return assign(self.programme, self.id, owner, band, said);
        },
        "A unit owns it from now on. Without a band it goes to that of the unit, or stays in its "
        "own if that of the unit is not recorded.",
        py::arg("owner"), py::arg("band") = py::none());
    command(
        task, "reschedule",
        +[](const ProgrammeTask& self, const Said& said, const std::optional<Date>& due) {
            return reschedule(self.programme, self.id, due, said);
        },
        "The day by which it is to be done from now on, or None. Needs a reason if one was set.",
        py::arg("due"));
    command(
        task, "weigh",
        +[](const ProgrammeTask& self, const Said& said, Number weight) {
            return weigh(self.programme, self.id, weight, said);
        },
        "Its weight in the progress of a group from now on, from 1.", py::arg("weight"));
    command(
        task, "link",
        +[](const ProgrammeTask& self, const Said& said, const Ids& depends_on,
            const Ids& indicators) {
            return link(self.programme, self.id, depends_on, indicators, said);
        },
        "The tasks that have to be done before it, and the indicators that it serves, from now on; "
        "those it has stay if none are given. A cycle is refused, and named whole.",
        py::kw_only(), py::arg("depends_on") = py::none(), py::arg("indicators") = py::none());
    command(
        task, "direct",
        +[](const ProgrammeTask& self, const Said& said, const std::string& risk_area) {
            return direct(self.programme, self.id, risk_area, said);
        },
        "The risk area for which it is meant from now on.", py::arg("risk_area"));
}

}  // namespace

void bind_task_commands(py::module_& m) {
    py::class_<ProgrammeTask, Task> task(m, "ProgrammeTask", R"(A task that knows its programme.

Each method is a command: it checks a step and gives the Event that records it. The programme
does not change until the event is applied.

>>> from probity import examples
>>> songpa = examples.songpa()
>>> adopted = songpa.task("T-07").adopt(on="2023-04-03", by="integrity-team")
>>> songpa.apply(adopted).task("T-07").state, songpa.task("T-07").state
('adopted', 'proposed')

A step that the state does not allow raises TransitionError, with the state, the one wanted, and the
condition that is not met:

>>> songpa.task("T-07").verify(on="2023-04-03", by="audit")
Traceback (most recent call last):
probity.TransitionError: 'T-07' is proposed on 2023-04-03 and cannot become verified: needed is that...

A step is true from the day `on`. `by` is the post or account that records it. `recorded` is when,
in UTC; without it the event has no stamp until the programme is saved, as nothing else reads the
clock.

`corrects` is the number of an event that this one replaces. A correction is a patch: what it does
not name stays as that event said it, its reason included, and None empties what it names:

>>> proposed = songpa.propose_task(Task("T-40", "Open data", due="2026-06-30", weight=3),
...                                on="2026-01-05", by="integrity-team")
>>> later = songpa.apply(proposed)
>>> corrected = later.propose_task(Task("T-40", "Open data of contracts", due=None),
...                                on="2026-01-05", by="integrity-team", corrects=len(later.history))
>>> task = later.apply(corrected).task("T-40")
>>> print(task.title, task.weight, task.due)
Open data of contracts 3 None)");
    bind_steps(task);
    bind_changes(task);
    pickled_by_id(task, "task");
}

}  // namespace probity::python
