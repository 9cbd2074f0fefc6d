#include "probity/sentences/reading.hpp"

#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <vector>

#include "convert.hpp"
#include "module.hpp"
#include "pickle.hpp"
#include "recurrence.hpp"
#include "sentence.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

// Names -------------------------------------------------------------------------------------------

std::vector<DayOff> kinds_of(const std::vector<std::string>& names) {
    std::vector<DayOff> kinds;
    for (const std::string& name : names) kinds.push_back(value_up_to(name, DayOff::holiday));
    return kinds;
}

py::tuple names_of(const std::vector<DayOff>& kinds) {
    std::vector<std::string> names;
    for (const DayOff kind : kinds) names.emplace_back(to_string(kind));
    return tuple_of(names);
}

std::optional<RollConvention> roll_of(const std::string& name) {
    if (name.empty()) return std::nullopt;
    const RollConvention roll = parse_roll_convention(name);
    if (roll == RollConvention::following || roll == RollConvention::preceding) return roll;
    throw ProbityError(detail::sentence("python.reading_roll", {{"name", name}}));
}

std::string name_of(const std::optional<RollConvention>& roll) {
    return roll ? std::string(to_string(*roll)) : std::string();
}

// Terms -------------------------------------------------------------------------------------------

py::object last_of(const Term& self) {
    return self.last == nullptr ? py::none() : py::cast(*self.last);
}

py::object week_from_of(const Term& self) {
    return self.week_from ? py::cast(self.week_from->index()) : py::none();
}

void bind_term(py::module_& m) {
    py::class_<Term> term(m, "Term", R"(Days, or the first days of spans.

Each is `offset` days from a date of the anchors' rule; with `week_from` (0 Monday to 6 Sunday) it
is `offset` days from the first day of the week that holds such a date.)");
    term.def(py::init([](const py::object& anchors, Number offset,
                         const std::optional<Number>& week_from, const std::optional<Term>& last) {
                 Term made{.anchors = rule_of(anchors), .offset = offset};
                 if (week_from) made.week_from = Weekday::from_index(*week_from);
                 if (last) made.last = std::make_shared<const Term>(*last);
                 return made;
             }),
             py::arg("anchors"), py::arg("offset") = 0, py::arg("week_from") = py::none(),
             py::arg("last") = py::none())
        .def_readonly("anchors", &Term::anchors, "The rule of the dates from which days follow.")
        .def_readonly("offset", &Term::offset, "Days from an anchor; negative before it.")
        .def_property_readonly("week_from", &week_from_of,
                               "The weekday on which weeks begin, 0 Monday to 6 Sunday.")
        .def_property_readonly(
            "last", &last_of,
            "A span ends with the first date of this term on or after its first day.")
        .def("recurrence", &Term::recurrence, py::arg("start"),
             "The days themselves, from a start that bounds them.")
        .def("from_anchors", &Term::from_anchors, py::arg("start"),
             "The days whose anchors, not they themselves, are bounded by a start.");
    value_by_names(term, {"anchors", "offset", "week_from", "last"}, [](const Term& self) {
        return py::make_tuple(self.anchors, self.offset, week_from_of(self), last_of(self));
    });
}

// Readings ----------------------------------------------------------------------------------------

Reading made_reading(const Text& title, const std::vector<std::string>& names,
                     const std::optional<WeekConvention>& convention,
                     const std::vector<Term>& terms, Number length, const std::string& roll,
                     const std::optional<LongNumber>& working_day, const py::object& rule,
                     const std::vector<std::string>& moves, const std::string& to,
                     const std::string& within, const std::vector<std::string>& omits,
                     const std::vector<Term>& without, const std::optional<Date>& begins) {
    if (names.empty()) throw ProbityError(detail::sentence("python.reading_names"));
    if (terms.empty()) throw ProbityError(detail::sentence("python.reading_terms"));
    Reading made{.title = title,
                 .names = names,
                 .convention = convention,
                 .terms = terms,
                 .length = length,
                 .roll = roll_of(roll),
                 .moves = kinds_of(moves),
                 .to = value_up_to(to, MovedTo::week),
                 .within = value_up_to(within, CountedIn::anything),
                 .omits = kinds_of(omits),
                 .without = without,
                 .begins = begins};
    if (working_day) made.working_day = *working_day;
    if (!rule.is_none()) made.rule = rule_of(rule);
    return made;
}

py::tuple arguments_of(const Reading& self) {
    return py::make_tuple(self.title, tuple_of(self.names), self.convention, tuple_of(self.terms),
                          self.length, name_of(self.roll), self.working_day, self.rule,
                          names_of(self.moves), std::string(to_string(self.to)),
                          std::string(to_string(self.within)), names_of(self.omits),
                          tuple_of(self.without), self.begins);
}

void bind_members(py::class_<Reading>& reading) {
    const std::vector<std::string> closed{"saturday", "sunday", "holiday"};
    const std::vector<std::string> nothing;
    reading
        .def(py::init(&made_reading), py::arg("title"), py::arg("names"), py::arg("convention"),
             py::arg("terms"), py::arg("length") = 1, py::arg("roll") = "",
             py::arg("working_day") = py::none(), py::arg("rule") = py::none(),
             py::arg("moves") = tuple_of(closed), py::arg("to") = "working_day",
             py::arg("within") = "month", py::arg("omits") = tuple_of(nothing),
             py::arg("without") = tuple_of(nothing), py::arg("begins") = py::none())
        .def_readonly("title", &Reading::title, "The rule in words.")
        .def_property_readonly(
            "names", [](const Reading& self) { return tuple_of(self.names); },
            "The conventions under which it is meant, the most usual first.")
        .def_readonly("convention", &Reading::convention, "How its weeks are counted, or None.")
        .def_property_readonly(
            "terms", [](const Reading& self) { return tuple_of(self.terms); },
            "The days that it has, taken together.")
        .def_readonly("length", &Reading::length,
                      "How many days each occurrence has: 7 of whole weeks; 0 if they differ, as "
                      "whole months do.")
        .def_property_readonly(
            "roll", [](const Reading& self) { return name_of(self.roll); },
            "Where a day off goes: \"following\" or \"preceding\" of WorkCalendar.roll; \"\" "
            "leaves "
            "it.")
        .def_readonly("working_day", &Reading::working_day,
                      "The n-th working day of `within`, from its end if negative; 0 is each; None "
                      "is no such.")
        .def_readonly("rule", &Reading::rule,
                      "The one rule of the days, of whole weeks that of their first days; None if "
                      "no single rule of RFC 5545 gives them.")
        .def_property_readonly(
            "moves", [](const Reading& self) { return names_of(self.moves); },
            "Which days are moved, of \"saturday\", \"sunday\" and \"holiday\".")
        .def_property_readonly(
            "to", [](const Reading& self) { return std::string(to_string(self.to)); },
            "The place to which a day is moved: \"working_day\", \"day\" (the next or last, "
            "whatever it is), \"other_day\" (the first that is none of those that are moved), "
            "\"week\" (a week later or earlier).")
        .def_property_readonly(
            "within", [](const Reading& self) { return std::string(to_string(self.within)); },
            "The period in which a working day is counted, from its first day or its last: "
            "\"month\", \"week\", or \"\" for a count that may leave both.")
        .def_property_readonly(
            "omits", [](const Reading& self) { return names_of(self.omits); },
            "Days that are left out, of \"saturday\", \"sunday\" and \"holiday\".")
        .def_property_readonly(
            "without", [](const Reading& self) { return tuple_of(self.without); },
            "Days, or first days of spans, that are left out.")
        .def_readonly("begins", &Reading::begins,
                      "The first day of the whole, if the sentence names one.")
        .def_property_readonly(
            "needs_workdays", &Reading::needs_workdays,
            "Whether its days depend on holidays, so that a WorkCalendar must be "
            "given.")
        .def_property_readonly("of_spans", &Reading::of_spans,
                               "Whether each occurrence is a week or another run of days; else it "
                               "is a day.");
}

py::object nominal_days(const Reading& self, const Date& begin, const Date& end,
                        const std::optional<WorkCalendar>& calendar) {
    py::list found;
    for (const NominalDays& each : self.nominal_days(begin, end, calendar)) {
        found.append(py::make_tuple(each.nominal, each.days));
    }
    return py::iter(found);
}

void bind_days(py::class_<Reading>& reading) {
    reading
        .def("recurrence", &Reading::recurrence, py::arg("start"), py::arg("workdays") = py::none(),
             R"(The days from a start; of spans the first days.

A reading of working days takes them from `workdays`, and has days as far as that calendar's
horizon. Raises ProbityError if it is missing.)")
        .def("spans", &Reading::spans, py::arg("start"), py::arg("workdays") = py::none(),
             R"(The spans from a start, which bounds their anchors as that of nth_week does; or the
days, each a span of its own.

Raises ProbityError if the spans differ in length, as whole months do: `between` has them.)")
        .def("between", &Reading::between, py::arg("begin"), py::arg("end"),
             py::arg("workdays") = py::none(),
             R"(The days in [begin, end), after they were moved; or the spans that meet it, as
Intervals.

A week of a month counts from the month of `begin` on: the last week of December is not among those
of a window that opens with January. Steps of more than one period, and ends after a number of
times, are counted from `begin`.

>>> reading = parse_korean("매월 셋째 주").readings[0]
>>> reading.between("2026-03-01", "2026-04-01")
[Interval('2026-03-16', '2026-03-23')]

Raises ProbityError if it moves days or counts working days and `workdays` is missing, and
HorizonError for days beyond its horizon.)")
        .def("nominal_days", &nominal_days, py::arg("begin"), py::arg("end"),
             py::arg("calendar") = py::none(),
             R"(Returns the days in [begin, end) by the periods of the rule, each with its anchor.

The first ISO week of March, which may begin in February, is March's.)");
}

}  // namespace

void bind_reading(py::module_& m) {
    bind_term(m);
    py::class_<Reading> reading(m, "Reading", R"(One rule that a sentence may mean.

`names` are the conventions under which it is meant, the most usual first; for weeks they are those
of WeekConvention, and "BYDAY=3WE" for the third Wednesday. Readings that give the same days are
one.)");
    bind_members(reading);
    bind_days(reading);
    value_by_names(reading,
                   {"title", "names", "convention", "terms", "length", "roll", "working_day",
                    "rule", "moves", "to", "within", "omits", "without", "begins"},
                   &arguments_of);
    m.def("_known_days", &known_days, py::arg("calendar"),
          "The days of a rule for which its working days are told, as an Interval; None if there "
          "are none.");
}

}  // namespace probity::python
