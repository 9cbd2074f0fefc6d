#include "probity/programme/view.hpp"
#include "probity/programme/changes.hpp"
#include "probity/programme/propose_meetings.hpp"
#include "probity/programme/reconciliation.hpp"

#include <memory>

#include "brief.hpp"
#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "planning.hpp"
#include "probity/programme/burnup.hpp"
#include "probity/programme/coverage.hpp"
#include "probity/programme/impact.hpp"
#include "probity/programme/year_progress.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

TaskGroup group_of(const std::optional<std::string>& by) {
    return by ? parse_task_group(*by) : TaskGroup::all;
}

py::object quotas_of(const View& view) {
    const py::object out = call_python("probity.tables", "Verdicts");
    for (const auto& [quota, verdict] : view.quotas()) out[py::str(quota.id)] = verdict;
    return out;
}

py::object obligations_of(const View& view, const std::optional<Number>& year,
                          const std::optional<std::string>& state,
                          const std::optional<std::string>& owner) {
    std::vector<ObligationStanding> found =
        view.obligations(year ? std::optional<int>(*year) : std::nullopt);
    if (state) {
        const ObligationState wanted = parse_obligation_state(*state);
        std::erase_if(found, [&](const auto& each) { return each.state != wanted; });
    }
    if (owner) std::erase_if(found, [&](const auto& each) { return each.owner != *owner; });
    return table_of(std::move(found));
}

void bind_view_class(py::module_& m) {
    py::class_<View> view(m, "View", R"(A programme asked about on a day.

>>> from probity import examples
>>> view = examples.yongsan().view(on="2025-08-15")
>>> verdict = view.quota("council-meetings")
>>> verdict.state, verdict.held, verdict.required, verdict.latest_feasible
('on_track', 2, 3, datetime.date(2025, 12, 31))

Overdue, blocked and missed work is never stored: it follows from the history, the day and the
working days.)");
    view.def_property_readonly("on", getter(&View::on))
        .def_property_readonly("programme", getter(&View::programme),
                               "The programme as it was true on the day.")
        .def_property_readonly("workdays", getter(&View::workdays))
        .def(
            "quota",
            [](const View& self, const std::string& id, const std::optional<Number>& year) {
                return self.quota(id, year ? std::optional<int>(*year) : std::nullopt);
            },
            py::arg("id"), py::arg("year") = py::none(),
            R"(How a quota stands, as a Verdict.

Without a year it is asked for the period of the view's day; but in January and February, when the
results of a year are reported, for the year before as long as nothing of the new one is on record.
Raises ProbityError for a quota that there is not, and for a period in which it is not in force.)")
        .def("missed", &View::missed, py::arg("id"),
             R"(How a quota stood in the period that ended last, if it was missed there; None else.

None too if that was in another year, whose results are reported already, which they are from March
on. Raises ProbityError for a quota that there is not.)")
        .def("quotas", &quotas_of, "The quotas in force: Verdicts by their ids.")
        .def(
            "overdue",
            [](const View& self, const std::optional<std::string>& by) {
                return table_of(self.overdue(group_of(by)));
            },
            py::arg("by") = py::none(),
            R"(The tasks that are open after the day on which they were due, as a Table of
OverdueGroups.

In its frame each task has a row, with its group. `by` is "band", "owner", "risk_area" or "kind";
without it they are one group. A task that was handed in by its day waits for others and is not
overdue.)")
        .def(
            "progress",
            [](const View& self, const std::optional<std::string>& by,
               const std::optional<Number>& year) {
                if (!year) return table_of(self.progress(group_of(by)));
                return table_of(progress_of_year(self, *year, group_of(by)));
            },
            py::arg("by") = py::none(), py::arg("year") = py::none(),
            R"(How far the tasks have come, in groups as overdue() has, as a Table of Progress.

With a year it is that of the year's tasks: those proposed by its end and not done before it began.
Raises DateError for a year out of range.)")
        .def("blocked_by", &View::blocked_by, py::arg("task"),
             "The ids of undone tasks that have to be done before a task.")
        .def(
            "duty",
            [](const View& self, const std::string& id, const std::optional<Number>& year) {
                return self.duty(id, year ? std::optional<int>(*year) : std::nullopt);
            },
            py::arg("id"), py::arg("year") = py::none(),
            "How a duty of education stands in a year, that of the view's day without one.")
        .def(
            "obligations",
            [](const View& self, const std::optional<Number>& year,
               const std::optional<std::string>& state, const std::optional<std::string>& owner) {
                return obligations_of(self, year, state, owner);
            },
            py::arg("year") = py::none(), py::kw_only(), py::arg("state") = py::none(),
            py::arg("owner") = py::none(),
            R"(The instances of obligations that fall due in a year, as a Table of ObligationStandings.

Without a year it is that of the view's day, with those of earlier years that are still owed, as far
as their obligation says since when it is in force. `state` is "open", "done", "late" or "waived",
`owner` the unit that sees to it.

>>> from probity import Programme
>>> office = Programme.new("mapo", "Mapo-gu", on="2026-01-05", by="audit-office")
>>> office = office.apply(office.add_obligation("education-report", title="Report of education",
...                                             rule="매년 2월 말일", on="2026-01-05",
...                                             by="audit-office"))
>>> (report,) = office.view("2026-02-20").obligations()
>>> report.period, report.state, str(report.text)
('2026', 'open', 'due by 2026-03-03, plan for 2026-02-27')

Raises ProbityError for a state that there is not, HorizonError where the work calendar has no legal
days.)")
        .def(
            "evidence", [](const View& self, Number year) { return table_of(self.evidence(year)); },
            py::arg("year"),
            "Indicator by indicator the tasks with their evidence, and what is missing, as a Table "
            "of EvidenceRows.")
        .def("conflicts", table_method(&View::conflicts),
             "The conflicts from the view's day to the end of its year, as a Table of Conflicts.")
        .def(
            "brief",
            [](const View& self) {
                return ViewBrief{self.brief(), std::make_shared<const View>(self)};
            },
            "One page for the head: brief().to_html(path) writes it.")
        .def("__repr__", [](const View& self) {
            return "<View of " + self.programme().id() + " on " + to_string(self.on()) + ">";
        });
    shown_as_html(view, "view");
    copied_as_itself(view);
    pickled_by_call(view, [](const View& self) {
        return method_call(shared_in_python(self.programme()), "view", self.on(), self.workdays());
    });
}

py::object proposed(const Programme& programme, const std::string& council, Number year,
                    const std::optional<WorkCalendar>& workdays,
                    const std::variant<Weekday, std::vector<Weekday>>& preferred,
                    bool outside_weeks, bool avoid_bridges, Number min_days_between,
                    const std::optional<Date>& on) {
    MeetingWishes wishes{.outside_weeks = outside_weeks,
                         .avoid_bridges = avoid_bridges,
                         .min_days_between = min_days_between};
    if (const auto* one = std::get_if<Weekday>(&preferred)) {
        wishes.preferred_weekdays = {*one};
    } else {
        wishes.preferred_weekdays = std::get<std::vector<Weekday>>(preferred);
    }
    return table_of(propose_meetings(programme, council, year, workdays, wishes, on));
}

void bind_questions(py::class_<Programme>& programme) {
    programme
        .def(
            "view",
            [](const Programme& self, const Date& on, const std::optional<WorkCalendar>& workdays) {
                return View(self, on, workdays);
            },
            py::arg("on"), py::arg("workdays") = py::none(),
            "The programme asked about on a day, with Korea's working days if none are given.")
        .def(
            "burnup",
            [](const Programme& self, const Date& begin, const std::optional<Date>& end,
               const std::string& every) {
                return table_of(burnup(self, Interval(begin, end), parse_burnup_step(every)));
            },
            py::arg("begin"), py::arg("end"), py::arg("every") = "week",
            R"(How many tasks there were, and how many were done, in [begin, end): a Table of
BurnupPoints.

A point for the first day, for every "day", "week" or "month" later, and for the last day.)")
        .def("coverage", &coverage, "The matrix of risk areas, measures and owners, with its gaps.")
        .def(
            "reconcile", [](const Programme& self) { return table_of(reconcile(self)); },
            R"(The counts that were announced, beside what is recorded, as a Table of
Reconciliations.

>>> from probity import examples
>>> [str(row.text) for row in examples.songpa().reconcile()][:2]
['bands of 2023: 11 of 11', 'tasks of 2023: 39 of 39'])")
        .def("changes", &changes, py::arg("since"),
             "The tasks added, dropped, carried over and done since an earlier programme.")
        .def("propose_meetings", &proposed, py::arg("council"), py::arg("year"),
             py::arg("workdays") = py::none(), py::kw_only(),
             py::arg("preferred_weekdays") = std::vector<Weekday>{},
             py::arg("outside_weeks") = false, py::arg("avoid_bridges") = false,
             py::arg("min_days_between") = 1, py::arg("on") = py::none(),
             R"(The best dates for the regular meetings that a council still has to hold in a year.

They are spread as evenly as can be, as propose() has it; `on` is the day from which on notice can
be given. Raises ProbityError if no quota prescribes meetings.)")
        .def(
            "why",
            [](const Programme& self, const Date& date,
               const std::optional<WorkCalendar>& workdays) {
                return table_of(why(self, date, workdays));
            },
            py::arg("date"), py::arg("workdays") = py::none(),
            "Says what lies on a date, by which rule or record, and whence it was moved; what "
            "was moved from it, where it went, by which event and why. A Table of DateReasons, in "
            "which the "
            "work calendar's word comes last.")
        .def(
            "impact",
            [](const Programme& self, const WorkCalendar& before, const WorkCalendar& after,
               Number year) { return table_of(impact(self, before, after, year)); },
            py::arg("before"), py::arg("after"), py::arg("year"),
            R"(Returns everything that moves in a year when one work calendar takes the place of
another: a Table of Moves.

>>> from probity import WorkCalendar, examples
>>> kr = WorkCalendar.korea()
>>> later = kr.with_holiday("2026-09-14", "임시공휴일")
>>> [(move.id, move.days_before, move.days_after)
...  for move in examples.songpa().impact(kr, later, 2026)]
[('integrity-week', 5, 4)])");
}

}  // namespace

void bind_view(py::module_& m) {
    bind_view_class(m);
    auto programme = py::reinterpret_borrow<py::class_<Programme>>(m.attr("Programme"));
    bind_questions(programme);
    m.def(
        "_is_of_year", [](const Task& task, Number year) { return is_of_year(task, year); },
        py::arg("task"), py::arg("year"),
        "Whether a task was proposed by the end of a year, and not over before it began.");
}

}  // namespace probity::python
