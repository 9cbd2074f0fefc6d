#include "probity/planning/agenda.hpp"

#include <pybind11/stl/filesystem.h>

#include "agenda.hpp"
#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "occurrence_status.hpp"
#include "probity/exchange/icalendar.hpp"
#include "record.hpp"
#include "text.hpp"
#include "text/sentence.hpp"

namespace probity::python {

template <>
EntryKind value_named(const std::string& name) {
    return parse_entry_kind(name);
}
/// Entries have days, so that none is empty.
template <>
AgendaEntry with_defaults() {
    return {.kind = {}, .id = {}, .period = {}, .days = days_to_fill(), .title = {}};
}

namespace {

/// DTSTAMP from an aware datetime, or from text such as "2026-01-05T00:00:00Z".
std::chrono::sys_seconds instant_of(const py::object& given) {
    const py::object type = py::module_::import("datetime").attr("datetime");
    const py::object time =
        py::isinstance<py::str>(given) ? type.attr("fromisoformat")(given) : given;
    if (!py::isinstance(time, type)) {
        throw py::type_error(
            "a stamp is a datetime with a zone, or text such as "
            "\"2026-01-05T00:00:00Z\", not " +
            text_of(py::repr(given)));
    }
    if (time.attr("tzinfo").is_none()) {
        throw ProbityError(detail::sentence("python.stamp", {{"value", text_of(py::str(given))}}));
    }
    const auto seconds = time.attr("timestamp")().attr("__floor__")().cast<std::int64_t>();
    return std::chrono::sys_seconds{std::chrono::seconds{seconds}};
}

IcsRecurring recurring_of(const std::string& name) {
    if (name == "auto") return IcsRecurring::automatic;
    if (name == "rule") return IcsRecurring::rule;
    throw ProbityError(detail::sentence("python.recurring", {{"value", name}}));
}

std::optional<std::pair<int, int>> years_of(const py::object& given) {
    if (given.is_none()) return std::nullopt;
    if (PyIndex_Check(given.ptr()) != 0) {
        const int year = number_from_python(given.ptr());
        return std::pair{year, year};
    }
    std::vector<int> years;
    for (const py::handle year : given) years.push_back(number_from_python(year.ptr()));
    if (years.empty()) throw ProbityError(detail::sentence("python.years"));
    const auto [first, last] = std::minmax_element(years.begin(), years.end());
    return std::pair{*first, *last};
}

void check_tasks(const std::string& name) {
    if (name == "events" || name == "todo" || name == "none") return;
    throw ProbityError(detail::sentence("python.tasks", {{"value", name}}));
}

/// The tasks of the programme of an agenda: (id, title, due, note, changes) each.
std::vector<IcsTask> tasks_of(const py::object& agenda, const std::optional<std::string>& owner) {
    std::vector<IcsTask> tasks;
    for (const py::handle each : call_python("probity.ics.tasks", "due_tasks", agenda, owner)) {
        const auto row = py::reinterpret_borrow<py::tuple>(each);
        tasks.push_back({.id = row[0].cast<std::string>(),
                         .title = row[1].cast<Text>(),
                         .due = row[2].cast<Date>(),
                         .note = row[3].cast<Text>(),
                         .changes = row[4].cast<int>()});
    }
    return tasks;
}

IcsOptions ics_options(const py::object& agenda, const std::string& recurring,
                       const std::string& tasks, Language lang, const py::object& years,
                       const py::object& stamp, const std::optional<Number>& remind,
                       const std::optional<std::string>& owner) {
    check_tasks(tasks);
    IcsOptions options{
        .recurring = recurring_of(recurring), .language = lang, .years = years_of(years)};
    if (!stamp.is_none()) options.stamp = instant_of(stamp);
    if (tasks == "todo") options.tasks_as = IcsTasks::todo;
    if (tasks != "none") options.tasks = tasks_of(agenda, owner);
    if (remind) options.remind_days = *remind;
    return options;
}

/// Several entries, by a slice, as a Table.
py::object entries_in(const Agenda& agenda, const py::slice& slice) {
    return table_of(agenda.entries())[slice];
}

AgendaEntry entry_at(const Agenda& agenda, py::ssize_t index) {
    const auto size = static_cast<py::ssize_t>(agenda.size());
    const py::ssize_t from_start = index < 0 ? index + size : index;
    if (from_start < 0 || from_start >= size) {
        throw py::index_error("index " + std::to_string(index) + ": the agenda has " +
                              std::to_string(size) + " entries");
    }
    return agenda[static_cast<std::size_t>(from_start)];
}

void bind_entries(py::module_& m) {
    Record<AgendaEntry>(m, "AgendaEntry", "One thing in an agenda, with its days.")
        .member("kind", &AgendaEntry::kind,
                "\"week\", \"day\", \"activity\", \"meeting\" or \"event\".")
        .member("id", &AgendaEntry::id, "Of the observance, activity, council or event.")
        .member("period", &AgendaEntry::period,
                "Names the occurrence among those of its id, whatever its date: \"2026-03\".")
        .member("begin", &AgendaEntry::begin, "The first day.")
        .member("end", &AgendaEntry::end, "The first day after it; None if it reaches 9999-12-31.")
        .member("title", &AgendaEntry::title)
        .member("nominal", &AgendaEntry::nominal,
                "The first day by the rule, or as first planned; None if there was none.")
        .member("reason", &AgendaEntry::reason,
                "Why it is on these days: the rule in words, or what a record says.")
        .member("source", &AgendaEntry::source, "The title of the source; empty if none is named.")
        .member("working_days", &AgendaEntry::working_days,
                "The working days among its days; None beyond the work calendar's horizon.")
        .member("short", &AgendaEntry::is_short, "Whether it is a week with too few working days.")
        .member("held_in", &AgendaEntry::held_in,
                "The id of the observance in which an activity is held; empty for all else.")
        .member("has_own_days", &AgendaEntry::has_own_days,
                "Whether its days are its own. An activity held at some time in a week has that "
                "week's.")
        .member("begins", &AgendaEntry::begins,
                "Korean standard time; None if its hours are not known.")
        .member("ends", &AgendaEntry::ends)
        .member("place", &AgendaEntry::place)
        .member("note", &AgendaEntry::note)
        .member("changes", &AgendaEntry::changes,
                "How often its days were changed, or whether it takes place.")
        .member("status", &AgendaEntry::status,
                "The record of an occurrence: \"held\", \"not_held\", \"cancelled\" or "
                "\"moved\"; None if nothing is recorded, and for all else.")
        .member("takes_place", &AgendaEntry::takes_place,
                "False if it was cancelled or is recorded as not held.")
        .kept("days", &AgendaEntry::days)
        .done()
        .def_property_readonly(
            "days", [](const AgendaEntry& self) { return self.days; }, "Its days, as an Interval.");

    Record<UndatedEntry>(
        m, "UndatedEntry",
        "An entry that belongs to a year but has no date: none is set, or it is not known.")
        .member("kind", &UndatedEntry::kind)
        .member("id", &UndatedEntry::id)
        .member("period", &UndatedEntry::period)
        .member("title", &UndatedEntry::title)
        .member("note", &UndatedEntry::note)
        .member("source", &UndatedEntry::source)
        .done();
}

/// The forms that Python code asks of an agenda: a page, a frame, a file.
void bind_outputs(py::class_<Agenda>& agenda) {
    agenda
        .def(
            "to_html",
            [](const py::object& self, const py::object& path, Language lang,
               const std::string& paper, const py::object& tasks) {
                call_python("probity.pages.planner", "save", self, path, lang, paper, tasks);
            },
            py::arg("path"), py::arg("lang") = Language::english, py::arg("paper") = "A4",
            py::kw_only(), py::arg("tasks") = py::none(),
            R"(Writes the year's planner: one page to print, in Korean or English.

The page needs no other file. It has the twelve months with the holidays, Integrity Weeks, Days and
meetings, what they are in words, what has no date, and the tasks due in the year. Those are the
programme's, as long as no kind was selected; `tasks` takes others instead, as Tasks or as pairs
(date, title). `paper` is "A4", "A3" or "Letter", in landscape. The file is replaced as a whole.

Raises ProbityError unless the agenda is that of one calendar year, for another paper, and for a
pair outside the year; DocumentError if the file cannot be written.)")
        .def(
            "html_text",
            [](const py::object& self, Language lang, const std::string& paper,
               const py::object& tasks) {
                return py::str(
                    call_python("probity.pages.planner", "page", self, lang, paper, tasks));
            },
            py::kw_only(), py::arg("lang") = Language::english, py::arg("paper") = "A4",
            py::arg("tasks") = py::none(), "The text of the planner's page.")
        .def(
            "to_docx",
            [](const py::object& self, const py::object& path, Language lang,
               const py::object& tasks) {
                call_python("probity.papers.planner", "save", self, path, lang, tasks);
            },
            py::arg("path"), py::arg("lang") = Language::english, py::kw_only(),
            py::arg("tasks") = py::none(),
            R"(Writes the lists of the year's planner as a document of Word, to be edited.

It has what the planner has in words: holidays, weeks, days, meetings and tasks. Raises ImportError
without the package python-docx (the extra probity[docx]), and what to_html does.)")
        .def(
            "to_hwpx",
            [](const py::object& self, const py::object& path, Language lang,
               const py::object& tasks) {
                call_python("probity.papers.planner", "save_hwpx", self, path, lang, tasks);
            },
            py::arg("path"), py::arg("lang") = Language::english, py::kw_only(),
            py::arg("tasks") = py::none(),
            R"(Writes the lists of the year's planner as a document of Hangul (HWPX), to be edited.

Raises ImportError without the package python-hwpx (the extra probity[hwpx]), and what to_html
does.)");
    shown_as_table(agenda, "The entries in order");
    shown_as_html(agenda, "agenda");
}

void bind_reports(py::module_& m) {
    Record<WrittenRule>(m, "WrittenRule", "How one rule of an observance was written.")
        .member("id", &WrittenRule::id, "The observance.")
        .member("rrule", &WrittenRule::rrule, "RRULE of its first days; empty if none gives them.")
        .member("events", &WrittenRule::events, "The events that stand for it.")
        .member("reason", &WrittenRule::reason, "Why it was written so.")
        .done();
    auto report =
        Record<IcsReport>(m, "IcsReport", "The contents of a calendar file.")
            .member("events", &IcsReport::events, "How many events.")
            .member("tasks", &IcsReport::tasks,
                    "How many tasks, among the events or beside them as VTODOs.")
            .member("rules", &IcsReport::rules, "The series written as rules.")
            .member("singles", &IcsReport::singles, "The series written as single events, and why.")
            .done();
    shown_as_table(report, "The rules and single events");
}

// Pickles -----------------------------------------------------------------------------------------

// An agenda is pickled as what it was asked of: the programme, the year, the kinds selected.
constexpr const char* origin_name = "_origin";

py::object origin_of(const py::object& agenda) {
    return py::getattr(agenda, origin_name, py::none());
}

/// `of` is the origin of the agenda from which a kind was selected.
void note_selection(const py::object& agenda, const py::object& of, const std::string& kind) {
    if (of.is_none()) return;
    py::list kinds(of[py::int_(2)]);
    kinds.append(kind);
    agenda.attr(origin_name) =
        py::make_tuple(of[py::int_(0)], of[py::int_(1)], py::tuple(std::move(kinds)));
}

py::object of_origin(const py::object& programme, const py::object& year,
                     const py::object& workdays, const py::tuple& kinds) {
    py::object agenda = programme.attr("calendar")(year, workdays);
    for (const py::handle kind : kinds) agenda = agenda.attr("select")(kind);
    return agenda;
}

py::tuple reduce(const py::object& self) {
    const py::object origin = origin_of(self);
    if (origin.is_none()) {
        throw py::type_error("an agenda that no programme gave cannot be pickled");
    }
    return method_call(py::type::of(self), "_of", origin[py::int_(0)], origin[py::int_(1)],
                       self.attr("workdays"), origin[py::int_(2)]);
}

py::ssize_t hash(const Agenda& self) {
    return py::hash(
        py::make_tuple(self.plan().id, self.window(), py::tuple(py::cast(self.entries()))));
}

}  // namespace

void note_origin(const py::object& agenda, const py::object& programme, int year) {
    agenda.attr(origin_name) = py::make_tuple(programme, year, py::tuple());
}

void bind_agenda(py::module_& m) {
    bind_entries(m);
    bind_reports(m);

    py::class_<Agenda> agenda(m, "Agenda", py::dynamic_attr(),
                              R"(Everything planned or recorded in a year, in order of date.

>>> from probity import examples
>>> agenda = examples.songpa().calendar(2026)
>>> len(agenda.select(kind="week"))
12
>>> agenda.select(kind="week")[1].working_days       # Seollal: the week is short
2
>>> agenda.select(kind="day")[0].begin
datetime.date(2026, 3, 18))");
    agenda
        .def_property_readonly(
            "entries", [](const Agenda& self) { return table_of(self.entries()); },
            "The entries, in order of first day, as a Table.")
        .def_property_readonly(
            "undated", [](const Agenda& self) { return table_of(self.undated()); },
            "The entries that belong to the window but have no date, as a Table.")
        .def_property_readonly("window", getter(&Agenda::window), "The days that it covers.")
        .def_property_readonly("id", [](const Agenda& self) { return self.plan().id; })
        .def_property_readonly("title", [](const Agenda& self) { return self.plan().title; })
        .def_property_readonly("workdays", getter(&Agenda::workdays),
                               "The work calendar that it was made with.")
        .def("__len__", &Agenda::size)
        .def("__getitem__", &entry_at, py::arg("index"))
        .def("__getitem__", &entries_in, py::arg("index"))
        .def("__iter__", [](const Agenda& self) { return py::iter(py::cast(self.entries())); })
        .def(
            "select",
            [](const py::object& self, const std::string& kind) {
                const py::object selected =
                    py::cast(self.cast<const Agenda&>().select(parse_entry_kind(kind)));
                note_selection(selected, origin_of(self), kind);
                return selected;
            },
            py::arg("kind"), "The entries of one kind, and what is undated of it, as an Agenda.")
        .def("on", &Agenda::on, py::arg("date"), "The entries that lie on a date, in order.")
        .def(
            "to_ics",
            [](const py::object& self, const std::filesystem::path& path,
               const std::string& recurring, const std::string& tasks, const py::object& stamp,
               Language lang, const py::object& years, const std::optional<Number>& remind,
               const std::optional<std::string>& owner) {
                return save_ics(
                    self.cast<const Agenda&>(), path,
                    ics_options(self, recurring, tasks, lang, years, stamp, remind, owner));
            },
            py::arg("path"), py::arg("recurring") = "auto", py::arg("tasks") = "events",
            py::arg("stamp") = py::none(), py::kw_only(), py::arg("lang") = Language::english,
            py::arg("years") = py::none(), py::arg("remind") = py::none(),
            py::arg("owner") = py::none(),
            R"(Writes a calendar file that Outlook, Google and Apple Calendar subscribe to.

A rule is written as RRULE only where every client understands it (recurring="auto"), or wherever
one can say it ("rule"); all else as single events, for the agenda's year and its neighbours or for
`years`, one or a range of them. The programme's open tasks are written by their due dates, unless a
kind was selected: as events of a whole day (tasks="events"), as VTODOs, which Google and iOS drop
("todo"), or not ("none"); with `owner`, the id of a unit, those of that unit alone. `remind` asks for a
reminder so many days ahead, 0 to 366: of whole days at nine o'clock. `stamp`, a datetime with a zone, is the DTSTAMP of all
events; without it the last time at which anything was recorded. The file is replaced as a whole.
Returns an IcsReport.)")
        .def(
            "ics_text",
            [](const py::object& self, const std::string& recurring, Language lang,
               const py::object& years, const py::object& stamp, const std::string& tasks,
               const std::optional<Number>& remind, const std::optional<std::string>& owner) {
                return write_ics(
                           self.cast<const Agenda&>(),
                           ics_options(self, recurring, tasks, lang, years, stamp, remind, owner))
                    .text;
            },
            py::kw_only(), py::arg("recurring") = "auto", py::arg("lang") = Language::english,
            py::arg("years") = py::none(), py::arg("stamp") = py::none(),
            py::arg("tasks") = "events", py::arg("remind") = py::none(),
            py::arg("owner") = py::none(), "The text of the calendar file.")
        .def(
            "to_ics_by_owner",
            [](const py::object& self, const py::object& folder, const py::kwargs& options) {
                return call_python("probity.ics.tasks", "save_by_owner", self, folder, options);
            },
            py::arg("folder"),
            R"(Writes a calendar file for each unit that owns an open task with a due date, into a folder.

Each has the whole agenda with the tasks of that unit alone, and is called by its title. Options are
those of to_ics. Returns the paths by the ids of the units.)")
        .def(
            "__eq__", [](const Agenda& a, const Agenda& b) { return a == b; }, py::is_operator(),
            py::pos_only())
        .def("__hash__", &hash)
        .def("__reduce__", &reduce)
        .def_static("_of", &of_origin)
        .def("__repr__", [](const Agenda& self) {
            return "<Agenda of " + self.plan().id + ", " + to_string(self.window()) + ", " +
                   std::to_string(self.size()) + (self.size() == 1 ? " entry>" : " entries>");
        });

    copied_as_itself(agenda);
    bind_outputs(agenda);
}

}  // namespace probity::python
