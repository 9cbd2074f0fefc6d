// Observances and activities, with what is recorded of them.
#include "probity/planning/observance.hpp"

#include "command.hpp"
#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "occurrence_status.hpp"
#include "planning.hpp"
#include "probity/planning/activity.hpp"
#include "probity/programme/commands.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

template <>
ObservanceKind value_named(const std::string& name) {
    return value_up_to(name, ObservanceKind::day);
}
/// Occurrences have days, so that none is empty.
template <>
Occurrence with_defaults() {
    return {.period = {}, .observed = days_to_fill(), .nominal = {}};
}

namespace {

using ProgrammeObservance = InProgramme<Observance>;
using ProgrammeActivity = InProgramme<Activity>;

/// The rule of a version as the cadence that has it: no class of Python is an ObservanceRule.
py::object rule_in_pickle(const RuleVersion& version) {
    return py::cast(ByWeek{version.rule, version.begin.value_or(first_date())});
}
bool set_rule(RuleVersion& version, py::handle kept) {
    if (!py::isinstance<ByWeek>(kept)) return false;
    version.rule = kept.cast<const ByWeek&>().rule;
    return true;
}

/// Rules as they are given: RuleVersions, or one rule.
void set_rules(Observance& observance, const py::object& given) {
    observance.rules.clear();
    const bool is_one = !py::isinstance<py::list>(given) && !py::isinstance<py::tuple>(given);
    if (is_one && !py::isinstance<RuleVersion>(given)) {
        observance.rules.push_back({.rule = observance_rule_of(given)});
        return;
    }
    if (is_one) throw py::type_error("rules is a list of RuleVersions, or a rule itself");
    for (const py::handle each : given) {
        observance.rules.push_back(each.cast<const RuleVersion&>());
    }
}

/// A status that the days say already is left to them, so that a record is equal to what its repr makes.
void set_status(RecordedOccurrence& record, const std::string& status) {
    const OccurrenceStatus given = parse_occurrence_status(status);
    record.status = std::nullopt;
    if (record.says() != given) record.status = given;
}

void bind_observance_records(py::module_& m) {
    Record<RuleVersion>(m, R"(A rule of an observance with the days on which it is in force.

A sentence stands for the usual of its readings:

>>> version = RuleVersion("매월 둘째 주", begin="2026-01-01")
>>> version.rule, str(version.spans().nth(0).begin)
({'week': 2, 'convention': 'ISO'}, '2026-01-05')

It may be what parse_korean or parse_english read of one, a Rule or its text, Spans, a ByWeek, or what
a document has.)")
        .kept("rule", &rule_in_pickle, &set_rule)
        .first({"rule"})
        .member(
            "rule", [](const RuleVersion& self) { return rule_to_python(self.rule); },
            "The rule as a document has it.")
        .argument<py::object>(
            "rule", "ObservanceRuleLike",
            [](RuleVersion& self, const py::object& rule) { self.rule = observance_rule_of(rule); })
        .made()
        .def(
            "describe",
            [](const RuleVersion& self, Language lang) { return describe(self.rule, lang); },
            py::arg("lang") = Language::english, "The rule in words.")
        .def(
            "spans", [](const RuleVersion& self) { return spans(self); },
            "The days that the rule gives from its begin on, as Spans.");
    Record<RecordedOccurrence>(m, R"(The record of one occurrence of an observance.

Several records of one nominal date are changes one after the other; the last one holds.

>>> RecordedOccurrence("2026-04-20", nominal="2026-04-06", reason="지역축제").status
'moved')")
        .first({"observed", "nominal", "days", "on", "reason", "source", "evidence"})
        .given({"evidence"})
        .argument<std::string>("status", "OccurrenceStatus", &set_status)
        .member("status", &RecordedOccurrence::says,
                "\"held\", \"not_held\", \"cancelled\" or \"moved\"; None if it says no more than "
                "the day on which it is to be.")
        .made();
    Record<Occurrence>(m, "Occurrence", "One occurrence, by rule, by record or by both.")
        .member("period", &Occurrence::period)
        .member("observed", &Occurrence::observed,
                "The days on which it is observed, or was to be.")
        .member("nominal", &Occurrence::nominal, "The days that the rule gives, or None.")
        .member("changes", &Occurrence::changes)
        .member("status", &Occurrence::status,
                "Its last record: \"held\", \"not_held\", \"cancelled\" or \"moved\"; None if "
                "nothing is recorded of it.")
        .member("held_on_record", &Occurrence::held_on_record,
                "Whether a record says that it was held, and was not made before its first day.")
        .kept("rule", &Occurrence::rule)
        .kept("record", &Occurrence::record)
        .done();
    py::class_<Observance> observance =
        Record<Observance>(m, R"(A recurring week or day, with its rules and what is recorded of it.

>>> Observance("integrity-day", "청렴데이", kind="day", rules="매년 3월 셋째 수요일").rules
[RuleVersion(rule={'rrule': 'FREQ=YEARLY;BYMONTH=3;BYDAY=3WE'})]

`rules` are RuleVersions, or one rule that always was in force, as RuleVersion takes it.)")
            .first({"id", "title"})
            .given({"rules"})
            .argument<py::object>("rules", "Iterable[RuleVersion] | ObservanceRuleLike", &set_rules)
            .made();
    shown_as_html(observance, "observance");
    observance.def(
        "occurrences",
        [](const Observance& self, const Date& begin, const std::optional<Date>& end) {
            return self.occurrences(Interval(begin, end));
        },
        py::arg("begin"), py::arg("end"),
        "The occurrences of which at least one observed day lies in [begin, end).");
    Record<ActivityDate>(m).made();
    Record<Activity>(m).made();
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
2026-03-18 -> 2026-03-25

Once it was held, that is recorded too; until then it is presumed:

>>> held = songpa.observance("integrity-day").record(
...     "2026-03-18", status="held", on="2026-03-18", by="integrity-team")
>>> songpa.apply(held).view("2026-04-01").quota("integrity-days").state
'met')");
    command(
        observance, "record",
        +[](const ProgrammeObservance& self, const Said& said, const std::optional<Date>& nominal,
            const std::optional<Date>& observed, const std::optional<Number>& days,
            const std::optional<OccurrenceStatus>& status, const std::string& source,
            const std::vector<Evidence>& evidence) {
            return record_occurrence(self.programme, self.id,
                                     {.nominal = nominal,
                                      .observed = observed,
                                      .days = days,
                                      .status = status,
                                      .reason = said.why,
                                      .source = source,
                                      .evidence = evidence},
                                     said);
        },
        R"(The outcome of the occurrence of a nominal first day, which is None if no rule gave it.

`status` is "held", "not_held", "cancelled" or "moved"; the middle two need a `reason`. `observed`
is the first day on which it was held, or is to be; without one its day does not change. Without a
status it was held there, or is to be: what is recorded before the first day does not say that it
was held. `days` is its length if that differs from the rule's, `source` the id of a source,
`evidence` a list of Evidence. `reason` is kept in the record.)",
        py::arg("nominal"), py::arg("observed") = py::none(), py::arg("days") = py::none(),
        py::kw_only(), py::arg("status") = py::none(), py::arg("source") = "",
        py::arg("evidence") = std::vector<Evidence>{});
    command(
        observance, "change_rule",
        +[](const ProgrammeObservance& self, const Said& said, const WeekLike& week,
            const std::optional<Weekday>& weekday, const py::object& months,
            WeekConvention convention, const std::optional<Date>& begin, const std::string& source,
            const Text& note) {
            return change_rule(self.programme, self.id,
                               {.rule = rule_of_week(week, weekday, months, convention),
                                .begin = begin,
                                .source = source,
                                .note = note},
                               said);
        },
        "Another rule from `begin` on, the day `on` if none is given: a sentence, \"매월 셋째 "
        "주\", "
        "the n-th week, a weekday of it, or Spans, as ByWeek takes them. The rule before it ends "
        "there; past dates stay.",
        py::arg("week"), py::arg("weekday") = py::none(), py::arg("months") = py::none(),
        py::arg("convention") = WeekConvention::iso(), py::kw_only(), py::arg("begin") = py::none(),
        py::arg("source") = "", py::arg("note") = "");

    pickled_by_id(observance, "observance");

    py::class_<ProgrammeActivity, Activity> activity(
        m, "ProgrammeActivity", "An activity that knows its programme; see ProgrammeTask.");
    command(
        activity, "date",
        +[](const ProgrammeActivity& self, const Said& said, const Date& date, const Text& note,
            const std::string& source) {
            return date_activity(self.programme, self.id, {date, note, source}, said);
        },
        "A day on which it took place, or is to.", py::arg("date"), py::kw_only(),
        py::arg("note") = "", py::arg("source") = "");
    pickled_by_id(activity, "activity");
}

}  // namespace

void bind_observance(py::module_& m) {
    bind_observance_records(m);
    bind_observance_commands(m);
}

}  // namespace probity::python
