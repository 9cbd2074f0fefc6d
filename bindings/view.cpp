#include "probity/programme/view.hpp"

#include <memory>

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "planning.hpp"
#include "probity/programme/burnup.hpp"
#include "probity/programme/coverage.hpp"
#include "probity/programme/impact.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

template <>
MoveKind value_named(const std::string& name) {
    return value_up_to(name, MoveKind::notice);
}
template <>
ConflictKind value_named(const std::string& name) {
    return value_up_to(name, ConflictKind::closed_owner);
}
template <>
Missing value_named(const std::string& name) {
    return value_up_to(name, Missing::area);
}
template <>
DateReasonKind value_named(const std::string& name) {
    return value_up_to(name, DateReasonKind::day_off);
}

namespace {

std::optional<std::string> record_of(const DateReason& reason) {
    if (!reason.record) return std::nullopt;
    return std::string(to_string(*reason.record));
}

std::vector<std::string> records_of(const Conflict& conflict) {
    std::vector<std::string> names;
    for (const RecordKind record : conflict.records) names.emplace_back(to_string(record));
    return names;
}

TaskGroup group_of(const std::optional<std::string>& by) {
    return by ? parse_task_group(*by) : TaskGroup::all;
}

void bind_task_answers(py::module_& m) {
    Record<OverdueTask>(m, "OverdueTask", "A task that should have been handed in.")
        .member("task", &OverdueTask::task, "The id of the Task.")
        .member("title", &OverdueTask::title)
        .member("band", &OverdueTask::band)
        .member("owner", &OverdueTask::owner)
        .member("due", &OverdueTask::due, "As it was set.")
        .member("due_day", &OverdueTask::due_day, "The working day on which that falls.")
        .member("working_days_late", &OverdueTask::working_days_late)
        .member("state", &OverdueTask::state)
        .member("blocked_by", &OverdueTask::blocked_by,
                "The ids of tasks that have to be done before it and are not.")
        .done();
    Record<OverdueGroup>(m, "OverdueGroup", "The overdue tasks of a band, an owner, an area.")
        .member("id", &OverdueGroup::id, "Empty for tasks that belong to none.")
        .member("title", &OverdueGroup::title)
        .member("tasks", &OverdueGroup::tasks, "The latest first.")
        .done();
    Record<Progress>(m, "Progress", "How far the tasks of a group have come.")
        .member("id", &Progress::id)
        .member("title", &Progress::title)
        .member("total", &Progress::total,
                "The tasks, without the rejected, withdrawn and superseded.")
        .member("done", &Progress::done, "Those verified or closed.")
        .member("overdue", &Progress::overdue)
        .member("blocked", &Progress::blocked)
        .member("total_weight", &Progress::total_weight)
        .member("done_weight", &Progress::done_weight)
        .member("fraction", &Progress::fraction, "The part done by weight, 0 to 1.")
        .done();
    Record<BurnupPoint>(m, "BurnupPoint", "The tasks on one date, with their weights.")
        .member("date", &BurnupPoint::date)
        .member("total", &BurnupPoint::total)
        .member("done", &BurnupPoint::done)
        .member("total_weight", &BurnupPoint::total_weight)
        .member("done_weight", &BurnupPoint::done_weight)
        .done();
    auto changes =
        Record<Changes>(m, "Changes", "The fate of the tasks of an earlier programme, by id.")
            .member("added", &Changes::added)
            .member("dropped", &Changes::dropped,
                    "Rejected, withdrawn, superseded, or not there any more.")
            .member("carried_over", &Changes::carried_over, "Open then and open now.")
            .member("reopened", &Changes::reopened, "Done then and open again now.")
            .member("done", &Changes::done, "Open then and done now.")
            .done();
    shown_as_table(changes, "Each task with what became of it");
    shown_as_html(changes, "report");
}

void bind_coverage(py::module_& m) {
    Record<CoverageRow>(m, "CoverageRow", "A risk area with what is done for it and who owns it.")
        .member("area", &CoverageRow::area)
        .member("title", &CoverageRow::title)
        .member("measures", &CoverageRow::measures, "The ids of its tasks.")
        .member("owners", &CoverageRow::owners, "The ids of the units that own it.")
        .member("is_covered", &CoverageRow::is_covered, "Whether it has both.")
        .done();
    Record<CoverageGap>(m, "CoverageGap",
                        "A gap: something that a risk area lacks, a measure without an area, or an "
                        "open task whose owner is closed.")
        .member("subject", &CoverageGap::subject, "The id of the risk area, or of the task.")
        .member("record", &CoverageGap::record, "\"risk_area\" or \"task\".")
        .member(
            "missing", &CoverageGap::missing,
            "\"measure\": no measure is recorded for a risk area; \"owner\": it has none, or it or "
            "an open task has one that is closed; \"area\": a measure belongs to no risk area.")
        .member("text", &CoverageGap::text)
        .done();
    auto coverage =
        Record<Coverage>(m, "Coverage", "The matrix of risk areas, measures and owners.")
            .table("rows", &Coverage::rows)
            .table("gaps", &Coverage::gaps)
            .done();
    shown_as_table(coverage, "The matrix, a row for each risk area");
    shown_as_html(coverage, "report");
    Record<Reconciliation>(m, "Reconciliation", "An announced count beside what is recorded.")
        .kept("what", &Reconciliation::what)
        .member(
            "what", [](const Reconciliation& self) { return to_string(self.what); },
            "\"bands\", \"tasks\", \"measures\" or \"projects\"; another thing by its word.")
        .member("year", &Reconciliation::year)
        .member("declared", &Reconciliation::declared)
        .member("recorded", &Reconciliation::recorded,
                "None if nothing of that sort is recorded, for the year or without a date.")
        .member("undated", &Reconciliation::undated,
                "How many more are recorded without a date, and so of no year.")
        .member("counts", &Reconciliation::counts,
                "The records that are counted, in words; empty if nothing of that sort can be "
                "recorded.")
        .member("agrees", &Reconciliation::agrees, "None if nothing is recorded.")
        .member("text", &Reconciliation::text)
        .done();
}

/// A brief as Python has it: with the view that it sums up, of which its page says more.
struct ViewBrief : Brief {
    std::shared_ptr<const View> view;
};

/// The brief as a page, which is written in Python.
void bind_brief_page(py::class_<ViewBrief>& brief) {
    brief
        .def_property_readonly(
            "view", [](const ViewBrief& self) { return py::cast(*self.view); },
            "The View that it sums up.")
        .def(
            "to_html",
            [](const py::object& self, const py::object& path, Language lang,
               const std::string& paper) {
                call_python("probity.pages.brief", "save", self, path, lang, paper);
            },
            py::arg("path"), py::arg("lang") = Language::english, py::arg("paper") = "A4",
            R"(Writes the brief as one page to print, in Korean or English.

The page needs no other file. It has what is to be decided and what is late, with dates, owners and
working days, how the quotas stand, the risk areas without a measure or an owner, what was done this
year, and what comes. Entries that do not fit are counted. `paper` is "A4", "A3" or "Letter", in
portrait. The file is replaced as a whole.

Raises ProbityError for another paper; DocumentError if the file cannot be written.)")
        .def(
            "html_text",
            [](const py::object& self, Language lang, const std::string& paper) {
                return py::str(call_python("probity.pages.brief", "page", self, lang, paper));
            },
            py::kw_only(), py::arg("lang") = Language::english, py::arg("paper") = "A4",
            "The text of the brief's page.");
}

void bind_duty(py::module_& m) {
    Record<DutyShortfall>(m, "DutyShortfall", "The rest that one official still owes of a duty.")
        .member("official", &DutyShortfall::official)
        .member("unit", &DutyShortfall::unit)
        .member("sessions", &DutyShortfall::sessions)
        .member("minutes", &DutyShortfall::minutes)
        .member("had_face_to_face", &DutyShortfall::had_face_to_face)
        .member("missing_minutes", &DutyShortfall::missing_minutes)
        .member("missing_sessions", &DutyShortfall::missing_sessions)
        .member("lacks_face_to_face", &DutyShortfall::lacks_face_to_face)
        .member("text", &DutyShortfall::text)
        .done();
    auto standing =
        Record<DutyStanding>(m, "DutyStanding", "How a duty of education stands in a year.")
            .member("id", &DutyStanding::id)
            .member("title", &DutyStanding::title)
            .member("year", &DutyStanding::year)
            .member("owed_by", &DutyStanding::owed_by, "How many officials owe it.")
            .member("done_by", &DutyStanding::done_by, "How many have done all of it.")
            .member(
                "report_by", &DutyStanding::report_by,
                "The last day on which the results are reported: the last of February of the next "
                "year, or the next day that is neither a Saturday nor a public holiday.")
            .member("report_day", &DutyStanding::report_day,
                    "The last working day of that February, by which to plan. Advice, never the "
                    "deadline.")
            .member("report", &DutyStanding::report, "How `report_by` was found, a Deadline.")
            .kept("lacking", &DutyStanding::lacking)
            .done()
            .def(
                "shortfall", [](const DutyStanding& self) { return table_of(self.lacking); },
                "The officials who lack something, and what, as a Table of DutyShortfalls.");
    shown_as_html(standing, "duty_standing");
    Record<EvidenceRow>(m, "EvidenceRow", "Of one indicator one task, with its evidence.")
        .member("indicator", &EvidenceRow::indicator)
        .member("indicator_title", &EvidenceRow::indicator_title)
        .member("task", &EvidenceRow::task, "Empty if no task serves the indicator.")
        .member("task_title", &EvidenceRow::task_title)
        .member("evidence", &EvidenceRow::evidence)
        .member("missing", &EvidenceRow::missing, "Empty if nothing is.")
        .done();
    Record<Conflict>(m, "Conflict", "Things that do not go together, or cannot be as planned.")
        .member("date", &Conflict::date)
        .member(
            "kind", &Conflict::kind,
            "\"day_off\": a meeting or day lies on one; \"short_week\": a week has too few working "
            "days; \"overlap\": two meetings share hours and a member; \"notice\": its last day "
            "has "
            "gone by; \"order\": a task is due before one that it waits for; \"closed_owner\": the "
            "owner of a task or risk area is closed.")
        .member("subjects", &Conflict::subjects, "The ids of what is in conflict.")
        .kept("records", &Conflict::records)
        .member("records", &records_of,
                "Which kinds of records these are, in the same order: \"meeting\", \"observance\", "
                "\"task\", \"risk_area\" or \"unit\".")
        .member("text", &Conflict::text)
        .done();
    Record<BriefLine>(m, "BriefLine", "A line of a brief.")
        .member("id", &BriefLine::id)
        .member("record", &BriefLine::record,
                "Which kind of record that is: \"task\", \"quota\", \"meeting\", \"observance\", "
                "\"activity\", \"council\" or \"occasion\".")
        .member("date", &BriefLine::date)
        .member("text", &BriefLine::text,
                "In words: what it is about, and what is to be said of it.")
        .member("title", &BriefLine::title, "Its subject.")
        .member("what", &BriefLine::what,
                "The remark about it, which many lines may have in common; empty if it only names "
                "something.")
        .member("owner", &BriefLine::owner,
                "The title of the unit that owns it; empty if none is recorded.")
        .done();
    py::class_<ViewBrief> brief =
        Record<ViewBrief>(m, "Brief",
                          "One page for the head: done, late, to be decided, and coming.")
            .member("on", &Brief::on)
            .member("title", &ViewBrief::title)
            .member("progress", &Brief::progress)
            .member("done", &Brief::done, "The tasks done this year.")
            .member("late", &Brief::late, "Tasks, those late by the most working days first.")
            .member(
                "decisions", &Brief::decisions,
                "The worst first: quotas that are missed or at risk, late tasks that wait for a "
                "decision, then what else waits for one; quotas that only lack a record last.")
            .member("coming", &Brief::coming, "In the next four weeks.")
            .pickled_by(
                [](const ViewBrief& self) { return method_call(py::cast(*self.view), "brief"); })
            .done();
    shown_as_table(brief, "Each line with the part in which it stands");
    shown_as_html(brief, "brief");
    bind_brief_page(brief);
}

void bind_impact(py::module_& m) {
    Record<DateReason>(m, "DateReason", "One thing that lies on a date, and by which rule.")
        .member("kind", &DateReason::kind,
                "Of what lies on the date, \"week\", \"day\", \"activity\", \"meeting\" or "
                "\"event\", or \"task\" if one is due; of what lay on it before, \"moved_away\", "
                "\"cancelled\" or \"corrected\"; of the work calendar, \"working_day\" or "
                "\"day_off\".")
        .member("id", &DateReason::id, "Empty of the work calendar's.")
        .kept("record", &DateReason::record)
        .member("record", &record_of,
                "Which kind of record that is: \"observance\", \"activity\", \"council\", "
                "\"meeting\", \"occasion\" or \"task\"; None of the work calendar.")
        .member("title", &DateReason::title)
        .member("reason", &DateReason::reason)
        .member("source", &DateReason::source)
        .done();
    Record<Move>(m, "Move", "Something that a changed calendar moves or makes shorter.")
        .member("kind", &Move::kind)
        .member("id", &Move::id)
        .member("period", &Move::period)
        .member("title", &Move::title)
        .member("before", &Move::before)
        .member("after", &Move::after)
        .member("days_before", &Move::days_before, "Of a week, its working days.")
        .member("days_after", &Move::days_after)
        .member("why", &Move::why, "The day that changed, and its holiday.")
        .member("consequence", &Move::consequence)
        .done();
}

py::object quotas_of(const View& view) {
    const py::object out = call_python("probity.tables", "Verdicts");
    for (const auto& [quota, verdict] : view.quotas()) out[py::str(quota.id)] = verdict;
    return out;
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
            [](const View& self, const std::optional<std::string>& by) {
                return table_of(self.progress(group_of(by)));
            },
            py::arg("by") = py::none(),
            "How far the tasks have come, in groups as overdue() has, as a Table of Progress.")
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
    bind_task_answers(m);
    bind_coverage(m);
    bind_duty(m);
    bind_impact(m);
    bind_view_class(m);
    auto programme = py::reinterpret_borrow<py::class_<Programme>>(m.attr("Programme"));
    bind_questions(programme);
}

}  // namespace probity::python
