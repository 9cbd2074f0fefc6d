// Events, and the history of a programme as a sequence of them.
#include "history.hpp"

#include "command.hpp"
#include "convert.hpp"
#include "history/body.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "pickle.hpp"
#include "text/sentence.hpp"

namespace probity::python {

template <>
EventKind value_named(const std::string& name) {
    return parse_event_kind(name);
}

namespace {

std::string event_text(const NumberedEvent& event) {
    std::ostringstream out;
    if (event.number) out << *event.number << ": ";
    out << static_cast<const Event&>(event);
    return out.str();
}

NumberedEvent event_at(const HistoryOf& self, std::size_t i) {
    return {self.events()[i], static_cast<int>(i) + 1};
}

py::object item(const HistoryOf& self, const py::object& index) {
    const auto size = static_cast<py::ssize_t>(self.events().size());
    if (py::isinstance<py::slice>(index)) {
        py::ssize_t start = 0, stop = 0, step = 0, length = 0;
        if (!py::reinterpret_borrow<py::slice>(index).compute(size, &start, &stop, &step,
                                                              &length)) {
            throw py::error_already_set();
        }
        std::vector<NumberedEvent> events;
        for (py::ssize_t i = 0; i < length; ++i, start += step) {
            events.push_back(event_at(self, static_cast<std::size_t>(start)));
        }
        return table_of(events);
    }
    py::ssize_t i = PyNumber_AsSsize_t(index.ptr(), PyExc_IndexError);
    if (i == -1 && PyErr_Occurred() != nullptr) throw py::error_already_set();
    if (i < 0) i += size;
    if (i < 0 || i >= size)
        throw py::index_error("the history has " + std::to_string(size) + " events");
    return py::cast(event_at(self, static_cast<std::size_t>(i)));
}

void bind_event(py::module_& m) {
    py::class_<NumberedEvent> event(m, "Event", R"(One thing that happened to a programme.

Commands make events (see ProgrammeTask); programme.apply(event) gives the programme after it.

>>> from probity import examples
>>> event = examples.songpa().task("T-07").adopt(
...     on="2023-04-03", by="integrity-team", recorded="2027-01-04T09:30:00+09:00")
>>> event
<Event 2023-04-03 task.adopted T-07 by integrity-team>
>>> event.recorded
datetime.datetime(2027, 1, 4, 0, 30, tzinfo=datetime.timezone.utc))");
    event.def_readonly("effective", &NumberedEvent::effective, "The day from which it is true.")
        .def_readonly("recorded", &NumberedEvent::recorded,
                      "When it was recorded, in UTC; None before it is, which saving does.")
        .def_readonly(
            "clock", &NumberedEvent::clock,
            "The time that the clock of a Journal said, if it stood behind the last stamp; "
            "None otherwise.")
        .def_readonly("actor", &NumberedEvent::actor, "The post or account that recorded it.")
        .def_property_readonly(
            "kind", [](const NumberedEvent& self) { return std::string(to_string(self.kind)); },
            "The kind of event: \"task.started\".")
        .def_readonly("subject", &NumberedEvent::subject,
                      "The id of what it happened to: \"T-07\"; \"council/2026-1\" for a meeting.")
        .def_property_readonly(
            "body", [](const NumberedEvent& self) { return body_to_python(self.body); },
            "The record that it says beyond that: the Task that was proposed, the EvidenceGiven; "
            "None for most steps.")
        .def_readonly("reason", &NumberedEvent::reason, "The reason; empty if none was given.")
        .def_readonly("corrects", &NumberedEvent::corrects,
                      "The number of the event that it replaces; 0 if it replaces none.")
        .def_readonly("rules", &NumberedEvent::rules,
                      "The version of the rules under which it was recorded, and is replayed.")
        .def_readonly("number", &NumberedEvent::number,
                      "Its place in the history, from 1; None before it is applied.")
        .def(
            "__eq__",
            [](const NumberedEvent& a, const NumberedEvent& b) {
                return static_cast<const Event&>(a) == static_cast<const Event&>(b);
            },
            py::is_operator(), py::pos_only())
        .def("__str__", &event_text)
        .def("__repr__",
             [](const NumberedEvent& self) { return "<Event " + event_text(self) + ">"; });
    copied_as_itself(event);
    KeptMembers<NumberedEvent>()
        .add("effective", &Event::effective)
        .add("recorded", &Event::recorded)
        .add("clock", &Event::clock)
        .add("actor", &Event::actor)
        .add("kind", &Event::kind)
        .add("subject", &Event::subject)
        .add(
            "body", [](const NumberedEvent& self) { return body_to_python(self.body); },
            [](NumberedEvent& self, py::handle kept) {
                auto body = body_from_python(kept);
                if (body) self.body = *std::move(body);
                return body.has_value();
            })
        .add("reason", &Event::reason)
        .add("corrects", &Event::corrects)
        .add("rules", &Event::rules)
        .add("number", &NumberedEvent::number)
        .pickles(event, "Event", [](const NumberedEvent& self) {
            if (detail::has_body_of(self.kind, self.body)) return;
            throw ProbityError(
                detail::sentence("python.pickle_of_event", {{"kind", to_string(self.kind)}}));
        });
}

}  // namespace

void bind_history(py::module_& m) {
    bind_event(m);
    py::class_<HistoryOf> history(m, "History",
                                  R"(The events of a programme in the order of their recording.

Event number n is history[n - 1].

>>> from probity import examples
>>> len(examples.songpa().history)
0

history[i:j] is a Table.)");
    history.def("__len__", [](const HistoryOf& self) { return self.events().size(); })
        .def("__getitem__", &item, py::arg("index"))
        .def("__iter__",
             [](const py::object& self) {
                 return py::reinterpret_steal<py::iterator>(PySeqIter_New(self.ptr()));
             })
        .def(
            "__eq__",
            [](const HistoryOf& a, const HistoryOf& b) { return a.events() == b.events(); },
            py::is_operator(), py::pos_only())
        .def("__repr__", [](const HistoryOf& self) {
            const std::size_t events = self.events().size();
            return "<History of " + self.programme.id() + ": " + std::to_string(events) +
                   (events == 1 ? " event>" : " events>");
        });
    copied_as_itself(history);
    history.def("__reduce__", [](const HistoryOf& self) {
        const py::object getter = py::module_::import("operator").attr("attrgetter");
        return py::make_tuple(getter("history"), py::make_tuple(shared_in_python(self.programme)));
    });
    shown_as_table(history, "The events");
    shown_as_html(history, "report");
}

}  // namespace probity::python
