// Observances and activities, with what is recorded of them.
#include "probity/planning/observance.hpp"

#include "command.hpp"
#include "convert.hpp"
#include "module.hpp"
#include "planning.hpp"
#include "probity/planning/activity.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

using ProgrammeObservance = InProgramme<Observance>;
using ProgrammeActivity = InProgramme<Activity>;

void bind_observance_records(py::module_& m) {
    Record<RuleVersion>(m, "RuleVersion", "A rule with the days on which it is in force.")
        .member("begin", &RuleVersion::begin)
        .member("end", &RuleVersion::end, "None while it is in force.")
        .member("source", &RuleVersion::source)
        .member("note", &RuleVersion::note)
        .done()
        .def(
            "describe",
            [](const RuleVersion& self, Language lang) { return describe(self.rule, lang); },
            py::arg("lang") = Language::english, "The rule in words.")
        .def(
            "spans", [](const RuleVersion& self) { return spans(self.rule, self.begin); },
            "The days that the rule gives from its begin on, as Spans.");
    Record<RecordedOccurrence>(m, "RecordedOccurrence",
                               "What is recorded of one occurrence of an observance.")
        .member("nominal", &RecordedOccurrence::nominal,
                "The first day by the rule; None where no rule gave it.")
        .member("observed", &RecordedOccurrence::observed, "The first day in fact.")
        .member("days", &RecordedOccurrence::days,
                "The length in days where it differs from the rule's.")
        .member("reason", &RecordedOccurrence::reason)
        .member("source", &RecordedOccurrence::source)
        .done();
    Record<Occurrence>(m, "Occurrence", "One occurrence, by rule, by record or by both.")
        .member("period", &Occurrence::period)
        .member("observed", &Occurrence::observed, "The days on which it is observed.")
        .member("nominal", &Occurrence::nominal, "The days that the rule gives, or None.")
        .member("changes", &Occurrence::changes)
        .done();
    Record<Observance>(m, "Observance",
                       "A recurring week or day, with its rules and what is recorded of it.")
        .member("id", &Observance::id)
        .member("kind", [](const Observance& self) { return std::string(to_string(self.kind)); })
        .member("title", &Observance::title)
        .member("rules", &Observance::rules)
        .member("records", &Observance::records)
        .member("short_below", &Observance::short_below,
                "A week with fewer working days than this is short.")
        .member("note", &Observance::note)
        .done()
        .def(
            "occurrences",
            [](const Observance& self, const Date& begin, const std::optional<Date>& end) {
                return self.occurrences(Interval(begin, end));
            },
            py::arg("begin"), py::arg("end"),
            "The occurrences of which at least one observed day lies in [begin, end).");
    Record<ActivityDate>(m, "ActivityDate", "A day on which an activity took place, or is to.")
        .member("date", &ActivityDate::date)
        .member("note", &ActivityDate::note)
        .member("source", &ActivityDate::source)
        .done();
    Record<Activity>(m, "Activity", "Something done for integrity: a campaign, a training course.")
        .member("id", &Activity::id)
        .member("category",
                [](const Activity& self) { return std::string(to_string(self.category)); })
        .member("title", &Activity::title)
        .member("observance", &Activity::observance,
                "The id of the observance in which it is held; empty where it belongs to none.")
        .member("audience", &Activity::audience)
        .member("dates", &Activity::dates)
        .member("begin", &Activity::begin)
        .member("note", &Activity::note)
        .member("source", &Activity::source)
        .beyond_the_call("category", "other")
        .beyond_the_call("dates")
        .done()
        .def(py::init([](const std::string& id, const Text& title, const std::string& observance,
                         const Text& audience, const std::optional<Date>& begin, const Text& note,
                         const std::string& source) {
                 return Activity{.id = id,
                                 .title = title,
                                 .observance = observance,
                                 .audience = audience,
                                 .begin = begin,
                                 .note = note,
                                 .source = source};
             }),
             py::arg("id"), py::arg("title"), py::kw_only(), py::arg("observance") = "",
             py::arg("audience") = "", py::arg("begin") = py::none(), py::arg("note") = "",
             py::arg("source") = "");
}

void bind_observance_commands(py::module_& m) {
    py::class_<ProgrammeObservance, Observance> observance(
        m, "ProgrammeObservance", R"(An observance that knows its programme; see ProgrammeTask.

A date that is moved keeps the one that the rule gives, with the reason and the source:

>>> from probity import examples
>>> songpa = examples.songpa()
>>> moved = songpa.observance("integrity-day").record(
...     "2026-03-18", "2026-03-25", on="2026-02-10", by="integrity-team", reason="local event")
>>> day = songpa.apply(moved).observance("integrity-day").occurrences("2026-01-01", "2027-01-01")[0]
>>> print(day.nominal.begin, "->", day.observed.begin)
2026-03-18 -> 2026-03-25)");
    command(
        observance, "record",
        +[](const ProgrammeObservance& self, const Said& said, const std::optional<Date>& nominal,
            const Date& observed, const std::optional<Number>& days, const std::string& source) {
            return record(self.programme, EventKind::occurrence_recorded, self.id,
                          Held(RecordedOccurrence{.nominal = nominal,
                                                  .observed = observed,
                                                  .days = days,
                                                  .reason = said.why,
                                                  .source = source}),
                          said);
        },
        "The first day on which the occurrence of a nominal first day is observed, or is to be; "
        "its length in days where that differs from the rule's; the id of a source. `nominal` is "
        "None where no rule gave it. `reason` is kept in the record.",
        py::arg("nominal"), py::arg("observed"), py::arg("days") = py::none(), py::kw_only(),
        py::arg("source") = "");
    command(
        observance, "change_rule",
        +[](const ProgrammeObservance& self, const Said& said,
            const std::variant<Number, Spans>& week, const std::optional<Weekday>& weekday,
            const py::object& months, WeekConvention convention, const std::optional<Date>& begin,
            const std::string& source, const Text& note) {
            const Date first = begin.value_or(said.on);
            return record(
                self.programme, EventKind::rule_changed, self.id,
                Held(RuleVersion{.begin = first,
                                 .rule = by_week(week, first, weekday, months, convention).rule,
                                 .source = source,
                                 .note = note}),
                said);
        },
        "Another rule from `begin` on, the day `on` where none is given: the n-th week, a weekday "
        "of it, or Spans, as ByWeek takes them. The rule before it ends there; past dates stay.",
        py::arg("week"), py::arg("weekday") = py::none(), py::arg("months") = py::none(),
        py::arg("convention") = WeekConvention::iso(), py::kw_only(), py::arg("begin") = py::none(),
        py::arg("source") = "", py::arg("note") = "");

    py::class_<ProgrammeActivity, Activity> activity(
        m, "ProgrammeActivity", "An activity that knows its programme; see ProgrammeTask.");
    command(
        activity, "date",
        +[](const ProgrammeActivity& self, const Said& said, const Date& date, const Text& note,
            const std::string& source) {
            return record(self.programme, EventKind::activity_dated, self.id,
                          Held(ActivityDate{date, note, source}), said);
        },
        "A day on which it took place, or is to.", py::arg("date"), py::kw_only(),
        py::arg("note") = "", py::arg("source") = "");
}

}  // namespace

void bind_observance(py::module_& m) {
    bind_observance_records(m);
    bind_observance_commands(m);
}

}  // namespace probity::python
