// Obligations with their deadlines, the matters from which these run, and what was done.
#include "probity/planning/obligation.hpp"

#include "command.hpp"
#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "planning.hpp"
#include "probity/programme/commands.hpp"
#include "probity/programme/view.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

template <>
ObligationState value_named(const std::string& name) {
    return parse_obligation_state(name);
}

namespace {

/// The rule as the cadence that has it: no class of Python is an ObservanceRule.
py::object obligation_rule_in_pickle(const Obligation& obligation) {
    if (!obligation.rule) return py::none();
    return py::cast(ByWeek{*obligation.rule, first_date()});
}
bool set_obligation_rule(Obligation& obligation, py::handle kept) {
    obligation.rule.reset();
    if (kept.is_none()) return true;
    if (!py::isinstance<ByWeek>(kept)) return false;
    obligation.rule = kept.cast<const ByWeek&>().rule;
    return true;
}

void bind_obligation_records(py::module_& m) {
    Record<Obligation>(
        m,
        R"(A duty with a deadline, which recurs by a rule or follows from something that happened.

>>> report = Obligation("education-report", "Report of education", rule="매년 2월 말일")
>>> print(report.deadline("2026-02-28").date, report.deadline("2026-02-28").advised)
2026-03-03 2026-02-27

The deadline is the legal day: a last day that is a Saturday or a public holiday is put off. The
working day before it is advice. `rule` is a sentence, a Rule or its text, Spans, a ByWeek, or what a
document has; for what follows from something, `within` so many of `unit`:

>>> record = Obligation("private-record", "Record of private work", per="official",
...                     audience="senior", follows="appointment", within=30)
>>> print(record.deadline("2026-01-19").date)
2026-02-19

The fields that decide its instances never change: a law that sets another deadline ends it, and another
begins.)")
        .kept("rule", &obligation_rule_in_pickle, &set_obligation_rule)
        .member(
            "rule",
            [](const Obligation& self) {
                return self.rule ? rule_to_python(*self.rule) : py::object(py::none());
            },
            "The rule as a document has it, or None.")
        .argument<py::object>("rule", "ObservanceRuleLike",
                              [](Obligation& self, const py::object& rule) {
                                  if (rule.is_none()) return;
                                  self.rule = observance_rule_of(rule);
                              })
        .made()
        .def(
            "deadline",
            [](const Obligation& self, const Date& start,
               const std::optional<WorkCalendar>& workdays) {
                return deadline_of(self, or_korea(workdays), start);
            },
            py::arg("start"), py::arg("workdays") = py::none(),
            R"(The Deadline of the instance that runs from a day, with its clause.

Before Seollal and Chuseok the day is the holiday itself. Raises HorizonError as
WorkCalendar.deadline does.)");
    Record<Matter>(m, R"(Something that came to the office and from which a deadline runs.

It has its kind, the day and the post concerned; never names, and nothing of its content.

>>> Matter("2026-014", "outside-lecture", "2026-05-20").known
datetime.date(2026, 5, 20))")
        .made();
    Record<Fulfilment>(m).made();
}

void bind_obligation_standing(py::module_& m) {
    Record<ObligationStanding>(m, "ObligationStanding",
                               "One instance of an obligation, as it stands on a day.")
        .member("obligation", &ObligationStanding::obligation)
        .member("period", &ObligationStanding::period, "The period that names it: \"2026\".")
        .member("unit", &ObligationStanding::unit, "The unit that owes it; empty if none does.")
        .member("official", &ObligationStanding::official,
                "The official who owes it; empty if none does.")
        .member("title", &ObligationStanding::title)
        .member("owner", &ObligationStanding::owner, "The unit that sees to it.")
        .member("state", &ObligationStanding::state, "\"open\", \"done\", \"late\" or \"waived\".")
        .member("start", &ObligationStanding::start, "The day from which it runs.")
        .member("due", &ObligationStanding::due, "The legal day.")
        .member("nominal", &ObligationStanding::nominal,
                "The day before it was put off for being a day off.")
        .member("advised", &ObligationStanding::advised,
                "The working day by which to plan. Advice, never the deadline.")
        .member("done", &ObligationStanding::done,
                "The day on which it was done or waived; None if neither.")
        .member("days_late", &ObligationStanding::days_late,
                "The days after its deadline, up to the day on which it was done or else to the "
                "day asked about.")
        .member("proved", &ObligationStanding::proved,
                "Whether it was done and has the proof that is asked for, or none is.")
        .member("proof", &ObligationStanding::proof, "What proves it.")
        .member("basis", &ObligationStanding::basis, "The article on which it rests.")
        .member("optional", &ObligationStanding::optional,
                "Whether the law leaves it to the institution.")
        .member("lead_days", &ObligationStanding::lead_days)
        .member("evidence", &ObligationStanding::evidence)
        .member("reason", &ObligationStanding::reason, "Why it was waived, or a remark.")
        .member("text", &ObligationStanding::text, "In a sentence.")
        .done();
}

void bind_settling(py::class_<Programme>& programme) {
    command(
        programme, "fulfil_obligation",
        +[](const Programme& self, const Said& said, const std::string& obligation,
            const std::string& period, const std::string& unit, const std::string& official,
            const std::optional<Date>& date, const std::vector<Evidence>& evidence) {
            return fulfil_obligation(self, obligation,
                                     {period, unit, official, date, evidence, said.why}, said);
        },
        R"(An instance of an obligation was done: on the day `on` if no date is given.

`unit` or `official` names who owed it, if not the institution. Without a period it is the earliest
that is neither done nor waived, of those that run from the first day of the year before on. Raises
ProbityError if there is no such instance, or it is settled.)",
        py::arg("obligation"), py::arg("period") = "", py::kw_only(), py::arg("unit") = "",
        py::arg("official") = "", py::arg("date") = py::none(),
        py::arg("evidence") = std::vector<Evidence>{});
    command(
        programme, "waive_obligation",
        +[](const Programme& self, const Said& said, const std::string& obligation,
            const std::string& period, const std::string& unit, const std::string& official) {
            return waive_obligation(self, obligation,
                                    {period, unit, official, std::nullopt, {}, said.why}, said);
        },
        "An instance of an obligation is waived. Needs a reason.", py::arg("obligation"),
        py::arg("period") = "", py::kw_only(), py::arg("unit") = "", py::arg("official") = "");
    programme.def(
        "take_obligations",
        [](const Programme& self, const Programme& pack, const Date& on, const std::string& by,
           const std::vector<std::string>& without) {
            std::vector<NumberedEvent> events;
            for (Event& each : take_obligations(self, pack, without, {.on = on, .by = by})) {
                events.push_back(NumberedEvent{std::move(each)});
            }
            return events;
        },
        py::arg("pack"), py::kw_only(), py::arg("on"), py::arg("by"),
        py::arg("without") = std::vector<std::string>{},
        R"(The events that add the obligations of a pack, from the day `on`, and the sources they name.

`without` are the ids of those that do not concern the office. A record that the programme has
under the same id stays its own.

>>> from probity import Programme, examples
>>> office = Programme.new("mapo", "Mapo-gu", on="2026-01-05", by="audit-office")
>>> office = office.apply(office.take_obligations(
...     examples.statutory_year(), without=["employment-check"], on="2026-01-05", by="audit-office"))
>>> str(office.view("2026-02-20").obligations(state="open")[0].due)
'2026-03-03'

Raises ProbityError for an id that the pack does not have, and as apply does.)");
}

}  // namespace

void bind_obligation(py::module_& m) {
    bind_obligation_records(m);
    bind_obligation_standing(m);
}

void bind_obligation_commands(py::module_& m) {
    auto programme = py::reinterpret_borrow<py::class_<Programme>>(m.attr("Programme"));
    bind_settling(programme);
}

}  // namespace probity::python
