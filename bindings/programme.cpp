#include "probity/programme/programme.hpp"

#include <pybind11/stl/filesystem.h>

#include "agenda.hpp"
#include "command.hpp"
#include "convert.hpp"
#include "date/text.hpp"
#include "described.hpp"
#include "history.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "planning.hpp"
#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "probity/journal/journal_file.hpp"
#include "programme.hpp"
#include "text.hpp"
#include "text/sentence.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

std::vector<Text> unpublished(const Programme& programme) {
    std::vector<Text> facts;
    for (const UnpublishedFact& fact : programme.parts().not_published) facts.push_back(fact.what);
    return facts;
}

/// Records as a Table.
template <class Records>
auto table(Records ProgrammeParts::*member) {
    return [member](const Programme& self) { return table_of(self.parts().*member); };
}

/// Records that know their programme.
template <class Records>
auto knowing(Records ProgrammeParts::*member) {
    return [member](const Programme& self) { return in_programme(self.parts().*member, self); };
}

/// The record of an id. Throws ProbityError, naming those there are, for an unknown one.
template <class Record>
auto named(const Record& (Programme::*find)(std::string_view) const&) {
    return [find](const Programme& self, const std::string& id) {
        return InProgramme<Record>((self.*find)(id), self);
    };
}

InProgramme<Activity> activity_named(const Programme& self, const std::string& id) {
    std::string known;
    for (const Activity& each : self.activities()) {
        if (each.id == id) return {each, self};
        known += (known.empty() ? "" : ", ") + each.id;
    }
    throw ProbityError(detail::sentence(
        "python.no_activity",
        {{"id", detail::printable(id)},
         {"known", known.empty() ? detail::sentence("none") : Text::in_any_language(known)}}));
}

/// The parts that show in a form of their own.
void bind_own_parts(py::class_<Programme>& programme) {
    programme.def_property_readonly("observances", knowing(&ProgrammeParts::observances))
        .def_property_readonly("activities", knowing(&ProgrammeParts::activities))
        .def_property_readonly("councils", knowing(&ProgrammeParts::councils))
        .def_property_readonly(
            "bands", [](const Programme& self) { return table_of(self.bands()); }, "A Table.")
        .def_property_readonly("risk_areas", table(&ProgrammeParts::risk_areas), "A Table.")
        .def("_tasks", knowing(&ProgrammeParts::tasks))
        .def_property_readonly(
            "tasks",
            [](const py::object& self) {
                return call_python("probity.tables.table", "tasks_of", self);
            },
            "A Table of ProgrammeTasks. They are made when one is looked at: a frame or an Arrow "
            "stream needs none.")
        .def_property_readonly("officials", table(&ProgrammeParts::officials), "A Table.")
        .def_property_readonly("attendances", table(&ProgrammeParts::attendances), "A Table.")
        .def_property_readonly("indicators", table(&ProgrammeParts::indicators), "A Table.")
        .def_property_readonly("not_published", &unpublished,
                               "The facts that its sources leave open.");
}

/// All other parts, as they are described. When it was recorded is asked by `last_recorded`.
void bind_described_parts(py::class_<Programme>& programme) {
    const detail::RecordDescription& parts = detail::description_of<ProgrammeParts>();
    std::vector<std::string> shown;
    for (const detail::Field& field : parts.fields) {
        if (!field.is_written() || field.leaf == detail::Leaf::instant ||
            py::hasattr(programme, field.key)) {
            continue;
        }
        programme.def_property_readonly(
            field.key,
            [&field](const py::object& self) {
                return member_to_python(field, &self.cast<const Programme&>().parts(), self);
            },
            docstring_of(field).c_str());
        shown.emplace_back(field.key);
    }
    remember_described(parts, "Programme", shown);
}

using Events = std::variant<NumberedEvent, std::vector<NumberedEvent>>;

Programme applied(const Programme& self, const Events& events) {
    if (const auto* one = std::get_if<NumberedEvent>(&events)) return self.apply(*one);
    const auto& several = std::get<std::vector<NumberedEvent>>(events);
    return self.apply(std::vector<Event>(several.begin(), several.end()));
}

/// The whole programme by its JSON Lines, asked again for the day on which it stands.
py::tuple reduced(const Programme& self) {
    if (self.stands_on()) {
        const Programme whole(self.founding(), self.history());
        return method_call(py::cast(whole), "as_of", *self.stands_on());
    }
    return method_call(py::type::of<Programme>(), "parse", write_history(self));
}

void bind_history_of(py::class_<Programme>& programme) {
    programme
        .def_property_readonly(
            "history", [](const Programme& self) { return HistoryOf{self}; },
            "The events, in the order of recording.")
        .def_property_readonly("history_digest", &history_digest,
                               "The digest of the last line of its JSON Lines, 64 hexadecimal "
                               "digits. Kept elsewhere, it shows whether lines are missing: see "
                               "verify. It is that of a file once all events are stamped, as "
                               "those of what save returns are.")
        .def_property_readonly("last_recorded", &Programme::last_recorded,
                               "The last stamp, in UTC; None if nothing has one.")
        .def_property_readonly("stands_on", getter(&Programme::stands_on),
                               "The day for which as_of was asked; None for a programme with all "
                               "that happened to it.")
        .def("apply", &applied, py::arg("events"),
             R"(The programme after one event more, or several in order.

Raises TransitionError for a step that a state does not allow, ProbityError for anything else that
is not legal, now or for what happened after it; also for a programme as it stood on a past day,
which does not change.)")
        .def("as_of", &Programme::as_of, py::arg("effective") = py::none(),
             py::arg("recorded") = py::none(),
             R"(The programme as it was true on a day, as far as it was known at an instant.

Today's truth or knowledge if none is given:

>>> from probity import examples
>>> songpa = examples.songpa()
>>> later = songpa.apply(songpa.task("T-07").adopt(on="2023-04-03", by="integrity-team"))
>>> [later.as_of(day).task("T-07").state for day in ("2023-04-02", "2023-04-03")]
['proposed', 'adopted']

An event without a stamp is known now, and was at no instant. Raises ProbityError for an instant
before anything was recorded.)");
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
    bind_own_parts(programme);
    bind_described_parts(programme);
    bind_history_of(programme);
    bind_programme_commands(programme);
    bind_record_commands(programme);
    bind_saving_of(programme);
    copied_as_itself(programme);
    programme
        .def_static(
            "parse", [](const py::str& text) { return read_programme(text_of(text)); },
            py::arg("text"),
            "Reads the text of a document, or of a history in JSON Lines. Raises DocumentError, "
            "with "
            "the `place` of the fault.")
        .def("to_json", &write_programme, "The programme's document, canonical.")
        .def("to_json_lines", &write_history,
             "The programme's history, canonical: the founding, then one event a line, each with a "
             "digest of itself and of the line before it.")
        .def("observance", named(&Programme::observance), py::arg("id"),
             "Raises ProbityError, naming those there are, for an unknown id.")
        .def("activity", &activity_named, py::arg("id"))
        .def("council", named(&Programme::council), py::arg("id"))
        .def("task", named(&Programme::task), py::arg("id"))
        .def(
            "quota", [](const Programme& self, const std::string& id) { return self.quota(id); },
            py::arg("id"))
        .def(
            "calendar",
            [](const py::object& self, Number year, const std::optional<WorkCalendar>& workdays) {
                const py::object agenda =
                    py::cast(self.cast<const Programme&>().calendar(year, workdays));
                note_origin(agenda, self, year);
                return agenda;
            },
            py::arg("year"), py::arg("workdays") = py::none(),
            R"(The agenda of a calendar year, with the working days of a calendar, Korea's without
one.

Raises HorizonError for a year that the work calendar does not cover.)")
        .def(
            "__eq__", [](const Programme& a, const Programme& b) { return a == b; },
            py::is_operator(), py::pos_only())
        .def("__reduce__", &reduced)
        .def("__repr__", [](const Programme& self) {
            return "<Programme " + self.id() + ": " +
                   detail::printed(self.title().in(Language::english)) + ">";
        });
    shown_as_html(programme, "programme");
}

}  // namespace

void bind_programme(py::module_& m) {
    bind_programme_class(m);

    m.def(
        "load",
        [](const std::filesystem::path& path) {
            const py::gil_scoped_release release;
            return load_any(path);
        },
        py::arg("path"),
        "Reads a programme from the file of its document, of its history in JSON Lines, or of a "
        "Journal. Raises DocumentError, with the `place` of the fault, also where the file cannot "
        "be "
        "read, and JournalError for a journal that cannot.");
    m.def("programme_schema", &programme_schema,
          "The JSON schema (2020-12) of a programme's document, as text.");
    m.def(
        "_songpa",
        [](bool illustrative) {
            return illustrative ? examples::songpa_illustrative() : examples::songpa();
        },
        py::arg("illustrative"));
    m.def("_statutory_year", &examples::statutory_year);
    m.def(
        "_yongsan",
        [](bool illustrative) {
            return illustrative ? examples::yongsan_illustrative() : examples::yongsan();
        },
        py::arg("illustrative"));
}

}  // namespace probity::python
