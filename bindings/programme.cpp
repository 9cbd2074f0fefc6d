#include "probity/programme/programme.hpp"

#include <pybind11/stl/filesystem.h>

#include "agenda.hpp"
#include "convert.hpp"
#include "module.hpp"
#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

template <class T>
auto text_member(Text T::*member) {
    return [member](const T& self) { return self.*member; };
}

template <class T>
auto texts_member(std::vector<Text> T::*member) {
    return [member](const T& self) { return self.*member; };
}

void bind_institution(py::module_& m) {
    Record<Source>(m, "Source", "A document that stands behind a fact.")
        .member("id", &Source::id)
        .member("title", text_member(&Source::title))
        .member("date", &Source::date, "None where its day is not known.")
        .done();
    Record<Head>(m, "Head", "The head of an institution, as an announcement names them.")
        .member("post", text_member(&Head::post))
        .member("name", text_member(&Head::name))
        .member("term", text_member(&Head::term))
        .done();
    Record<Institution>(m, "Institution", "A district office, an agency, a public corporation.")
        .member("name", text_member(&Institution::name))
        .member("head", &Institution::head)
        .done();
}

void bind_observance(py::module_& m) {
    Record<RuleVersion>(m, "RuleVersion", "A rule with the days on which it is in force.")
        .member("begin", &RuleVersion::begin)
        .member("end", &RuleVersion::end, "None while it is in force.")
        .member("source", &RuleVersion::source)
        .member("note", text_member(&RuleVersion::note))
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
        .member("reason", text_member(&RecordedOccurrence::reason))
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
        .member("title", text_member(&Observance::title))
        .member("rules", &Observance::rules)
        .member("records", &Observance::records)
        .member("short_below", &Observance::short_below,
                "A week with fewer working days than this is short.")
        .member("note", text_member(&Observance::note))
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
        .member("note", text_member(&ActivityDate::note))
        .member("source", &ActivityDate::source)
        .done();
    Record<Activity>(m, "Activity", "Something done for integrity: a campaign, a training course.")
        .member("id", &Activity::id)
        .member("category",
                [](const Activity& self) { return std::string(to_string(self.category)); })
        .member("title", text_member(&Activity::title))
        .member("observance", &Activity::observance,
                "The id of the observance in which it is held; empty where it belongs to none.")
        .member("audience", text_member(&Activity::audience))
        .member("dates", &Activity::dates)
        .member("begin", &Activity::begin)
        .member("note", text_member(&Activity::note))
        .member("source", &Activity::source)
        .done();
}

void bind_council(py::module_& m) {
    Record<EarlierDate>(m, "EarlierDate", "A date that a meeting had before it was moved.")
        .member("date", &EarlierDate::date)
        .member("reason", text_member(&EarlierDate::reason))
        .done();
    Record<Meeting>(m, "Meeting", "One meeting, named by year, kind and ordinal.")
        .member("year", &Meeting::year)
        .member("kind", [](const Meeting& self) { return std::string(to_string(self.kind)); })
        .member("ordinal", &Meeting::ordinal)
        .member("state", [](const Meeting& self) { return std::string(to_string(self.state)); })
        .member("date", &Meeting::date, "None where it is not known, or not set yet.")
        .member("begins", [](const Meeting& self) { return time_to_python(self.begins); })
        .member("ends", [](const Meeting& self) { return time_to_python(self.ends); })
        .member("earlier_dates", &Meeting::earlier_dates)
        .member("title", text_member(&Meeting::title))
        .member("place", text_member(&Meeting::place))
        .member("presiding", text_member(&Meeting::presiding))
        .member("attended", texts_member(&Meeting::attended))
        .member("note", text_member(&Meeting::note))
        .member("inference", text_member(&Meeting::inference),
                "What of this record is concluded and not stated, and from what.")
        .member("source", &Meeting::source)
        .done();
    Record<Council>(m, "Council", "A standing body with its meetings.")
        .member("id", &Council::id)
        .member("name", text_member(&Council::name))
        .member(
            "established",
            [](const Council& self) -> std::optional<std::string> {
                if (!self.established) return std::nullopt;
                return to_string(*self.established);
            },
            "As much of the date as is known: \"2025-06\".")
        .member("reports_to", text_member(&Council::reports_to))
        .member("purposes", texts_member(&Council::purposes))
        .member("members", texts_member(&Council::members))
        .member("meetings", &Council::meetings)
        .member("note", text_member(&Council::note))
        .member("source", &Council::source)
        .done();
    Record<Band>(m, "Band", "One group of an institution's units that work on integrity together.")
        .member("id", &Band::id)
        .member("title", text_member(&Band::title), "Empty where it is not published.")
        .done();
    Record<Banding>(m, "Banding", "The parting of an institution's units into bands.")
        .member("title", text_member(&Banding::title))
        .member("inaugurated", &Banding::inaugurated)
        .member("units", text_member(&Banding::units))
        .member("character", text_member(&Banding::character))
        .member("purposes", texts_member(&Banding::purposes))
        .member("bands", &Banding::bands)
        .member("note", text_member(&Banding::note))
        .member("source", &Banding::source)
        .done();
}

void bind_task(py::module_& m) {
    Record<Task>(m, "Task", "Something to be done for integrity.")
        .member("id", &Task::id)
        .member("kind", [](const Task& self) { return std::string(to_string(self.kind)); })
        .member("title", text_member(&Task::title), "Empty where it is not published.")
        .member("proposed", &Task::proposed)
        .member("risk_area", &Task::risk_area, "An id; empty where it is not published.")
        .member("source", &Task::source)
        .done();
    Record<RiskArea>(m, "RiskArea", "A corruption-prone area of work.")
        .member("id", &RiskArea::id)
        .member("title", text_member(&RiskArea::title))
        .member("source", &RiskArea::source)
        .done();
    Record<DeclaredCount>(m, "DeclaredCount",
                          "A count that an institution announced, to be held against the record.")
        .member("what", &DeclaredCount::what)
        .member("count", &DeclaredCount::count)
        .member("year", &DeclaredCount::year)
        .member("note", text_member(&DeclaredCount::note))
        .member("source", &DeclaredCount::source)
        .done();
    Record<Occasion>(m, "Occasion", "A single occasion, such as an inauguration ceremony.")
        .member("id", &Occasion::id)
        .member("title", text_member(&Occasion::title))
        .member("date", &Occasion::date)
        .member("note", text_member(&Occasion::note))
        .member("source", &Occasion::source)
        .done();
}

std::vector<Text> unpublished(const Programme& programme) {
    std::vector<Text> facts;
    for (const UnpublishedFact& fact : programme.parts().not_published) facts.push_back(fact.what);
    return facts;
}

template <class Part>
auto part(Part ProgrammeParts::*member) {
    return [member](const Programme& self) { return self.parts().*member; };
}

void bind_parts(py::class_<Programme>& programme) {
    programme.def_property_readonly("id", &Programme::id)
        .def_property_readonly("title", &Programme::title)
        .def_property_readonly("institution", &Programme::institution)
        .def_property_readonly("sources", part(&ProgrammeParts::sources))
        .def_property_readonly("goals", part(&ProgrammeParts::goals))
        .def_property_readonly("prompted_by", part(&ProgrammeParts::prompted_by),
                               "What set the programme off.")
        .def_property_readonly("observances", &Programme::observances)
        .def_property_readonly("activities", &Programme::activities)
        .def_property_readonly("councils", &Programme::councils)
        .def_property_readonly("quotas", &Programme::quotas)
        .def_property_readonly("banding", part(&ProgrammeParts::banding),
                               "None where the institution has none.")
        .def_property_readonly("bands", &Programme::bands)
        .def_property_readonly("risk_areas", &Programme::risk_areas)
        .def_property_readonly("tasks", &Programme::tasks)
        .def_property_readonly("occasions", part(&ProgrammeParts::occasions))
        .def_property_readonly("declared", &Programme::declared,
                               "The counts that the institution announced.")
        .def_property_readonly("not_published", &unpublished,
                               "The facts that its sources leave open.")
        .def_property_readonly("notes", part(&ProgrammeParts::notes));
}

void bind_programme_class(py::module_& m) {
    py::class_<Programme> programme(m, "Programme", R"(All that an institution does for integrity.

>>> from probity import examples
>>> songpa = examples.songpa()
>>> print(songpa.institution.name, len(songpa.bands), len(songpa.tasks))
Songpa-gu, Seoul 11 39
>>> songpa.calendar(2026).select(kind="day")[0].begin
datetime.date(2026, 3, 18)

It is made of a document: load(path), Programme.parse(text).)");
    bind_parts(programme);
    programme
        .def_static(
            "parse", [](const py::str& text) { return read_programme(text_of(text)); },
            py::arg("text"),
            "Reads the text of a document. Raises DocumentError, with the `place` of the fault.")
        .def("to_json", &write_programme, "The programme's document, canonical.")
        .def(
            "save",
            [](const Programme& self, const std::filesystem::path& path) { save(self, path); },
            py::arg("path"), "Writes the document to a file, which is replaced as a whole.")
        .def(
            "observance",
            [](const Programme& self, const std::string& id) { return self.observance(id); },
            py::arg("id"), "Raises ProbityError, naming those there are, for an unknown id.")
        .def(
            "council",
            [](const Programme& self, const std::string& id) { return self.council(id); },
            py::arg("id"))
        .def(
            "task", [](const Programme& self, const std::string& id) { return self.task(id); },
            py::arg("id"))
        .def(
            "calendar",
            [](const py::object& self, Number year, const std::optional<WorkCalendar>& workdays) {
                const py::object agenda = py::cast(self.cast<const Programme&>().calendar(
                    year, workdays ? *workdays : WorkCalendar::korea()));
                note_origin(agenda, self, year);
                return agenda;
            },
            py::arg("year"), py::arg("workdays") = py::none(),
            R"(The agenda of a calendar year, with the working days of a calendar, Korea's without one.

Raises HorizonError for a year that the work calendar does not cover.)")
        .def(
            "__eq__", [](const Programme& a, const Programme& b) { return a == b; },
            py::is_operator(), py::pos_only())
        .def("__copy__", [](py::object self) { return self; })
        .def(
            "__deepcopy__", [](py::object self, const py::object&) { return self; },
            py::arg("memo"))
        .def("__reduce__",
             [](const py::object& self) {
                 return static_call(py::type::of(self), "parse",
                                    write_programme(self.cast<const Programme&>()));
             })
        .def("__repr__", [](const Programme& self) {
            return "<Programme " + self.id() + ": " + self.title().english + ">";
        });
}

}  // namespace

void bind_programme(py::module_& m) {
    bind_institution(m);
    bind_observance(m);
    bind_council(m);
    bind_task(m);
    bind_programme_class(m);

    m.def("load", &load, py::arg("path"),
          "Reads a programme from the file of its document. Raises DocumentError, with the `place` "
          "of "
          "the fault, also where the file cannot be read.");
    m.def("programme_schema", &programme_schema,
          "The JSON schema (2020-12) of a programme's document, as text.");
    m.def(
        "_songpa",
        [](bool illustrative) {
            return illustrative ? examples::songpa_illustrative() : examples::songpa();
        },
        py::arg("illustrative"));
    m.def(
        "_yongsan",
        [](bool illustrative) {
            return illustrative ? examples::yongsan_illustrative() : examples::yongsan();
        },
        py::arg("illustrative"));
}

}  // namespace probity::python
