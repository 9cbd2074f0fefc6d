#include "probity/planning/quota.hpp"
#include "probity/planning/verdict.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "planning.hpp"
#include "record.hpp"
#include "text.hpp"
#include "text/sentence.hpp"

namespace probity::python {

template <>
QuotaSubject value_named(const std::string& name) {
    return parse_quota_subject(name);
}
template <>
QuotaPeriod value_named(const std::string& name) {
    return parse_quota_period(name);
}
template <>
QuotaState value_named(const std::string& name) {
    return parse_quota_state(name);
}

/// Verdicts have days, so that none is empty.
template <>
Verdict with_defaults() {
    return {.period = days_to_fill()};
}

namespace {

QuotaPredicate predicate_of(const std::vector<std::string>& names) {
    QuotaPredicate counts{.held = false};
    for (const std::string& name : names) {
        if (name == "regular") {
            counts.regular = true;
        } else if (name == "held") {
            counts.held = true;
        } else if (name == "quorate") {
            counts.quorate = true;
        } else {
            throw ProbityError(detail::sentence("python.quota_counts", {{"name", name}}));
        }
    }
    return counts;
}

std::vector<std::string> names_of(const QuotaPredicate& counts) {
    std::vector<std::string> names;
    if (counts.regular) names.emplace_back("regular");
    if (counts.held) names.emplace_back("held");
    if (counts.quorate) names.emplace_back("quorate");
    return names;
}

/// Throws ProbityError for a quota that cannot be asked.
void check_quota(const Quota& quota) { static_cast<void>(in_force(quota, year_of(first_year))); }

Verdict judged(const Quota& self, const Period& period, const std::vector<QuotaFact>& facts,
               const Date& on, const std::vector<Slot>& slots,
               const std::optional<WorkCalendar>& workdays, Number notice_days,
               Number min_days_between, const std::optional<bool>& on_slots_only,
               bool clear_notice) {
    return judge(self, days_of(period), facts, slots, on, or_korea(workdays),
                 {.notice_days = notice_days,
                  .clear_notice = clear_notice,
                  .min_days_between = min_days_between,
                  .on_slots_only = on_slots_only});
}

void bind_quota_class(py::module_& m) {
    Record<Quota>(m, R"(How often something must have happened in a period.

Yongsan's council meets three times a year; in 2025 first on an unknown day, then on 25 July:

>>> meetings = Quota("council-meetings", 3, "2025-01-01", counts=["regular", "held"])
>>> facts = [
...     QuotaFact("2025-1", possible=Interval("2025-06-01", "2025-07-25"), regular=True, held=True),
...     QuotaFact("2025-2", "2025-07-25", regular=True, held=True),
... ]
>>> verdict = meetings.judge(2025, facts, on="2025-08-15")
>>> verdict.state, verdict.held, verdict.required, verdict.latest_feasible
('on_track', 2, 3, datetime.date(2025, 12, 31))
>>> verdict = meetings.judge(2025, facts, on="2026-01-10")
>>> verdict.state, verdict.shortfall
('missed', 1)

`subject` is "meetings" (of a council) or "occurrences" (of an observance), `of` its id; `per` is
"year", "half_year", "quarter" or "month"; `counts` lists what a fact must be: "regular", "held",
"quorate". In force on [begin, end).)")
        .first({"id", "times", "begin", "end"})
        .member(
            "counts", [](const Quota& self) { return names_of(self.counts); },
            "The condition that a fact must meet to count.")
        .kept(
            "counts", [](const Quota& self) { return py::cast(names_of(self.counts)); },
            [](Quota& self, py::handle kept) {
                const auto names = Kept<std::vector<std::string>>::in(kept);
                if (names) self.counts = predicate_of(*names);
                return names.has_value();
            })
        .checked(&check_quota)
        .argument(
            "counts", "Iterable[QuotaPredicate]",
            +[](Quota& quota, const std::vector<std::string>& names) {
                quota.counts = predicate_of(names);
            })
        .made()
        .def("period_of", &period_of, py::arg("date"),
             "The whole period in which a date lies, as an Interval.")
        .def(
            "in_force",
            [](const Quota& self, const Period& period) { return in_force(self, days_of(period)); },
            py::arg("period"), "The days of a period on which the quota is in force, or None.")
        .def(
            "required_in",
            [](const Quota& self, const Period& period) {
                return required_in(self, days_of(period));
            },
            py::arg("period"),
            R"(Returns the number that a period demands: a part year is prorated, to the nearest,
halves up.

>>> Quota("integrity-week", 12, "2023-03-01").required_in(2023)
10)")
        .def("judge", &judged, py::arg("period"), py::arg("facts"), py::arg("on"),
             py::arg("slots") = std::vector<Slot>{}, py::arg("workdays") = py::none(),
             py::kw_only(), py::arg("notice_days") = 0, py::arg("min_days_between") = 1,
             py::arg("on_slots_only") = py::none(), py::arg("clear_notice") = true,
             R"(How the quota stands in a period, by what has happened up to a date, as a Verdict.

`period` is an Interval or a year. A fact counts from its date on; one of an unknown date once the
last possible day has gone by. A slot has gone by on the day after its adjusted date; without slots
the period is cut into as many equal parts as are required, and a slot goes by with each.

The ones still missing can be held on working days (Korea's if no calendar is given), `notice_days`
clear days after the date on (WorkCalendar.notice_by), `min_days_between` apart. With `on_slots_only` it can be held on
slots alone; by default that is so of occurrences and not of meetings.

Raises ProbityError for a period in which the quota is not in force, and for a fact that was held
neither on a date nor on possible days; HorizonError beyond the work calendar.)");
}

}  // namespace

void bind_quota(py::module_& m) {
    Record<QuotaFact>(m, "QuotaFact",
                      "Something that may count: a meeting, or an occurrence of an observance.")
        .member("id", &QuotaFact::id, "\"2025-2\", \"2026-03\".")
        .member("date", &QuotaFact::date, "None if it is not known, or not set yet.")
        .member("possible", &QuotaFact::possible,
                "The days on which it may have been, where its date is not known.")
        .member("regular", &QuotaFact::regular)
        .member("held", &QuotaFact::held)
        .member("quorate", &QuotaFact::quorate)
        .member("presumed", &QuotaFact::presumed,
                "Whether its day has gone by without a record that says whether it was held.")
        .member("title", &QuotaFact::title)
        .member("reason", &QuotaFact::reason, "Why it does not count, or from what it is inferred.")
        .done()
        .def(py::init([](const std::string& id, const std::optional<Date>& date,
                         const std::optional<Interval>& possible, bool regular, bool held,
                         bool quorate, bool presumed, const Text& title, const Text& reason) {
                 return QuotaFact{id,   title,   date,     possible, regular,
                                  held, quorate, presumed, reason};
             }),
             py::arg("id"), py::arg("date") = py::none(), py::kw_only(),
             py::arg("possible") = py::none(), py::arg("regular") = false, py::arg("held") = false,
             py::arg("quorate") = false, py::arg("presumed") = false, py::arg("title") = "",
             py::arg("reason") = "");

    auto verdict =
        Record<Verdict>(m, "Verdict", "How a quota stands in a period, on a date.")
            .member("state", &Verdict::state,
                    R"("met"; "presumed", if only what is presumed would make it met; "on_track" or
"at_risk" (fewer counted than slots have gone by), while enough can still be held; "infeasible";
"missed", once the period is over.)")
            .member("held", &Verdict::held, "How many count that are on record.")
            .member("presumed", &Verdict::presumed,
                    "How many would count that went by without a record.")
            .member("required", &Verdict::required, "The number that the period demands, prorated.")
            .member(
                "shortfall", &Verdict::shortfall,
                "How many the record lacks: required less held. Presumption makes it no smaller.")
            .member("still_to_hold", &Verdict::still_to_hold,
                    "How many still have to be held, if all that is presumed was.")
            .member(
                "on_record", [](const Verdict& self) { return on_record(self); },
                "\"12 presumed, 0 on record\".")
            .table("counted", &Verdict::counted, "The facts that count, by date.")
            .table("presumably_counted", &Verdict::presumably_counted,
                   "The facts that are presumed to count, by date.")
            .table("possibly_counted", &Verdict::possibly_counted,
                   "Held on an unknown day that may lie after the date or outside the period.")
            .member(
                "latest_feasible", &Verdict::latest_feasible,
                "The last day on which the next one can be held so that the rest still fit; None "
                "if none is needed, or if it is too late.")
            .member("latest_notice", &Verdict::latest_notice,
                    "The last day on which to give notice of it.")
            .member("period", &Verdict::period, "The days of the period on which it is in force.")
            .member("slots_gone_by", &Verdict::slots_gone_by)
            .member("reason", &Verdict::reason)
            .done();
    shown_as_html(verdict, "verdict");
    shown_as_table(verdict, "The verdict");

    // Last, so that its signatures have the names of these in Python.
    bind_quota_class(m);
}

}  // namespace probity::python
