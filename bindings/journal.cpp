// Journals: the record of an office, to which several people write.
#include "probity/journal/journal.hpp"

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include "command.hpp"
#include "convert.hpp"
#include "history.hpp"
#include "in_python.hpp"
#include "instant.hpp"
#include "journal/meanwhile.hpp"
#include "module.hpp"
#include "record.hpp"
#include "text.hpp"
#include "text/sentence.hpp"

namespace probity::python {

template <>
struct Kept<Event> {
    static py::object out(const Event& event) {
        return py::cast(NumberedEvent{event, std::nullopt});
    }
    static std::optional<Event> in(py::handle kept) {
        if (!py::isinstance<NumberedEvent>(kept)) return std::nullopt;
        return kept.cast<const NumberedEvent&>();
    }
};

namespace {

namespace fs = std::filesystem;

/// An open journal with the clock that Python gave, which lives as long.
struct PythonJournal {
    std::shared_ptr<py::object> clock;
    Journal journal;
};

/// A reference that may be let go of in any thread.
std::shared_ptr<py::object> kept(const py::object& object) {
    return {new py::object(object), [](py::object* held) {
                const py::gil_scoped_acquire acquire;
                delete held;
            }};
}

JournalOptions options_of(bool read_only, double patience,
                          const std::shared_ptr<py::object>& clock) {
    if (!(patience >= 0 && patience <= 86'400)) {
        throw ProbityError(
            detail::sentence("python.patience", {{"seconds", std::to_string(patience)}}));
    }
    JournalOptions options{
        .read_only = read_only,
        .patience = std::chrono::milliseconds(static_cast<std::int64_t>(patience * 1000))};
    if (!clock->is_none()) {
        options.clock = [clock] {
            const py::gil_scoped_acquire acquire;
            return instant_from_python((*clock)());
        };
    }
    return options;
}

/// Makes or opens a journal without the interpreter lock: another thread may hold the file's.
template <class Make>
std::unique_ptr<PythonJournal> opened(const py::object& clock, bool read_only, double patience,
                                      Make make) {
    const auto held = kept(clock);
    const JournalOptions options = options_of(read_only, patience, held);
    const py::gil_scoped_release release;
    return std::make_unique<PythonJournal>(PythonJournal{held, make(options)});
}

/// The events of one, or of several in whatever order they can be taken from.
std::vector<Event> events_of(const py::object& given) {
    const auto refuse = [&]() -> std::vector<Event> {
        throw py::type_error("an event, or a list of events, is needed here, not " +
                             std::string(py::str(py::type::of(given).attr("__name__"))));
    };
    if (py::isinstance<NumberedEvent>(given)) return {given.cast<const NumberedEvent&>()};
    if (!py::isinstance<py::iterable>(given) || py::isinstance<py::str>(given)) return refuse();
    std::vector<Event> events;
    for (const py::handle each : given) {
        if (!py::isinstance<NumberedEvent>(each)) return refuse();
        events.push_back(each.cast<const NumberedEvent&>());
    }
    return events;
}

/// A ProbityError that Python raised, with what was recorded meanwhile behind its message, in each
/// language.
void add_meanwhile(const py::error_already_set& error, const Text& meanwhile) {
    const py::object value = error.value();
    const py::tuple arguments = value.attr("args");
    if (arguments.empty() || !py::isinstance<py::str>(arguments[0])) return;
    std::optional<Text> message = text_from_python(value.attr("text"));
    if (!message) message = Text::in_any_language(text_of(arguments[0]));
    const Text whole =
        detail::sentence("meanwhile", {{"message", *message}, {"meanwhile", meanwhile}});
    py::list changed(arguments);
    changed[0] = py::str(whole.in(Language::english));
    value.attr("args") = py::tuple(changed);
    value.attr("text") = text_to_python(whole);
}

JournalHead recorded(PythonJournal& self, const py::function& change) {
    const auto probity_error = py::module_::import("probity").attr("ProbityError");
    const auto change_of = [&](const Programme& now, const std::vector<Event>& meanwhile) {
        const py::gil_scoped_acquire acquire;
        try {
            return events_of(change(now));
        } catch (const py::error_already_set& error) {
            if (!meanwhile.empty() && error.matches(probity_error)) {
                const std::size_t first = now.history().size() - meanwhile.size() + 1;
                add_meanwhile(error, detail::meanwhile_words(first, meanwhile));
            }
            throw;
        }
    };
    const py::gil_scoped_release release;
    return self.journal.record(change_of);
}

py::object sql_rows(const SqlRows& found) {
    py::list rows;
    for (const auto& row : found.rows) {
        py::dict named;
        for (std::size_t i = 0; i < row.size(); ++i) {
            named[py::str(found.columns[i])] = std::visit(
                [](const auto& value) -> py::object {
                    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
                        return py::none();
                    } else {
                        return py::cast(value);
                    }
                },
                row[i]);
        }
        rows.append(named);
    }
    return rows;
}

void bind_records(py::module_& m) {
    Record<JournalHead>(m, "JournalHead",
                        "Where a journal stands: its last event and the digest of that line.")
        .member("number", &JournalHead::number,
                "The number of the last event; 0 if there is none yet.")
        .member("digest", &JournalHead::digest, "64 hexadecimal digits.")
        .done();
    Record<JournalEntry>(m, "JournalEntry", "An event with what the journal says of it.")
        .member("number", &JournalEntry::number, "From 1.")
        .kept("event", &JournalEntry::event)
        .member(
            "event",
            [](const JournalEntry& self) {
                return NumberedEvent{self.event, static_cast<int>(self.number)};
            },
            "The Event.")
        .member("imported", &JournalEntry::imported,
                "Whether it was taken over from another record, with the stamp that it had "
                "there.")
        .member("days_late", &JournalEntry::days_late,
                "By how many days it was recorded after the day from which it is true, as days "
                "are counted in Seoul; 0 if it was not.")
        .done();
    Record<Recovery>(m, "Recovery",
                     "The events that Journal.recover saved of a damaged journal, and the losses.")
        .member("events", &Recovery::events, "How many events the new journal has.")
        .member("unattached", &Recovery::unattached,
                "The numbers of events that are whole and stand behind one that is lost.")
        .member("unattached_path", &Recovery::unattached_path,
                "The file that has the lines of those; None if there are none.")
        .member("first_lost", &Recovery::first_lost,
                "The number of the first event that is lost; None if none is known to be.")
        .member("notes", &Recovery::notes, "The findings, in words.")
        .done();
}

}  // namespace

void bind_journal(py::module_& m) {
    bind_records(m);
    py::class_<PythonJournal> journal(
        m, "Journal",
        R"(The record of an office: one file to which several people write.

>>> import probity as pb
>>> with pb.Journal.create("songpa.probity", pb.examples.songpa()) as journal:
...     head = journal.record(lambda p: p.task("T-07").adopt(on="2023-04-03", by="team"))
...     head.number, journal.programme.task("T-07").state
(1, 'adopted')

The file is an SQLite database; its events are only ever added, and each is sealed by a digest of
its line and of the line before. The guide says what is promised, against whom. Its methods may be
called by several threads; the interpreter lock is released while they wait. In a process that was
forked the journal has to be opened anew.)");
    journal.def_static(
        "create",
        [](const fs::path& path, const Programme& programme, double patience,
           const py::object& clock) {
            return opened(clock, false, patience, [&](const JournalOptions& options) {
                return Journal::create(path, programme, options);
            });
        },
        py::arg("path"), py::arg("programme"), py::kw_only(), py::arg("patience") = 30.0,
        py::arg("clock") = py::none(),
        R"(Makes a new file with a programme and its history.

Events without a stamp are stamped; those with one keep it, and count as imported. `patience` is how
many seconds to wait while others write; `clock` gives the instant by which events are stamped, by
default the system's.

Raises JournalError if there is a file of that name, or it cannot be made; nothing is left then.)");
    journal.def_static(
        "open",
        [](const fs::path& path, bool read_only, double patience, const py::object& clock) {
            return opened(clock, read_only, patience, [&](const JournalOptions& options) {
                return Journal::open(path, options);
            });
        },
        py::arg("path"), py::kw_only(), py::arg("read_only") = false, py::arg("patience") = 30.0,
        py::arg("clock") = py::none(),
        R"(Opens a journal. One that cannot be written to is opened for reading; is_read_only says
so.

Raises JournalError if it is no journal, is damaged, or was made by a newer version.)");
    journal.def_static(
        "import_jsonl",
        [](const fs::path& source, const fs::path& path, double patience, const py::object& clock) {
            return opened(clock, false, patience, [&](const JournalOptions& options) {
                return Journal::import_jsonl(source, path, options);
            });
        },
        py::arg("source"), py::arg("path"), py::kw_only(), py::arg("patience") = 30.0,
        py::arg("clock") = py::none(),
        "Makes a new journal of a history or document, with the same lines, stamps and digests. "
        "Its "
        "events are marked as imported. Raises what load and create raise.");
    journal.def_static(
        "recover",
        [](const fs::path& path, const fs::path& to) {
            const py::gil_scoped_release release;
            return Journal::recover(path, to);
        },
        py::arg("path"), py::arg("to"),
        "Saves all that is whole of a damaged journal into a new one, and gives a Recovery that "
        "says "
        "what is lost. The damaged file is only read. Raises JournalError if `to` is there "
        "already, or "
        "if not even the founding document can be read.");
    journal.def("__enter__", [](py::object self) { return self; })
        .def("__exit__",
             [](PythonJournal& self, const py::args&) {
                 const py::gil_scoped_release release;
                 self.journal.close();
             })
        .def(
            "close",
            [](PythonJournal& self) {
                const py::gil_scoped_release release;
                self.journal.close();
            },
            "Ends the use of the file. Other methods raise JournalError then.")
        .def_property_readonly(
            "path", [](const PythonJournal& self) { return self.journal.path(); },
            "The file, a pathlib.Path.")
        .def_property_readonly(
            "is_open", [](const PythonJournal& self) { return self.journal.is_open(); },
            "Whether it was not closed.")
        .def_property_readonly(
            "is_read_only", [](const PythonJournal& self) { return self.journal.is_read_only(); },
            "Whether nothing can be recorded, because it was asked for or the file cannot be "
            "written.")
        .def_property_readonly(
            "programme",
            [](const PythonJournal& self) {
                const py::gil_scoped_release release;
                return self.journal.programme();
            },
            "The Programme after all events that are in the file now. Raises JournalError, naming "
            "the "
            "line, if the chain does not hold.")
        .def_property_readonly(
            "head",
            [](const PythonJournal& self) {
                const py::gil_scoped_release release;
                return self.journal.head();
            },
            "Where it stands now, a JournalHead.")
        .def(
            "as_of",
            [](const PythonJournal& self, const std::optional<Date>& effective,
               const std::optional<Instant>& recorded) {
                const py::gil_scoped_release release;
                return self.journal.as_of(effective, recorded);
            },
            py::arg("effective") = py::none(), py::arg("recorded") = py::none(),
            "The programme as it was true on a day, as far as it was known at an instant: see "
            "Programme.as_of.")
        .def(
            "append",
            [](PythonJournal& self, const py::object& events,
               const std::optional<JournalHead>& expected) {
                const std::vector<Event> taken = events_of(events);
                const py::gil_scoped_release release;
                return self.journal.append(taken, expected);
            },
            py::arg("events"), py::kw_only(), py::arg("expected") = py::none(),
            R"(Adds an event or several, all or none, and returns where the journal stands then.

Each is checked against the programme as it is in the file, and stamped by the journal's clock. If
that stands behind the last stamp, the event is stamped a second after it and keeps what the clock
said.

Raises JournalConflict if the journal does not stand at `expected`; JournalError if the file cannot
be written, which says whether the events stand; ProbityError for an event with a stamp of its own,
and for one that is not legal.)")
        .def("record", &recorded, py::arg("change"),
             R"(Adds the event, or the events, that `change` makes of the programme as it is in the
file.

`change` runs while nothing is locked. If somebody else was faster, it runs again on the newer
programme; what it raises then names what was recorded meanwhile.

Raises JournalConflict, with both values, if an event says otherwise what a colleague's event of the
same kind and subject said meanwhile; else what append raises.)")
        .def(
            "log",
            [](const PythonJournal& self, const std::optional<int>& backdated, bool clock,
               const std::string& subject, const std::string& actor) {
                std::vector<JournalEntry> entries;
                {
                    const py::gil_scoped_release release;
                    entries = self.journal.log(
                        {.late_by = backdated, .clock = clock, .subject = subject, .actor = actor});
                }
                return table_of(entries);
            },
            py::kw_only(), py::arg("backdated") = py::none(), py::arg("clock") = false,
            py::arg("subject") = "", py::arg("actor") = "",
            "A Table of JournalEntries, by number. `backdated` asks for those that were recorded "
            "at "
            "least so many days after they took effect, `clock` for those at which the clock stood "
            "behind the last stamp, `subject` and `actor` for those of a task or person.")
        .def(
            "verify",
            [](const PythonJournal& self, const std::optional<std::string>& anchor) {
                const py::gil_scoped_release release;
                return self.journal.verify(anchor);
            },
            py::arg("anchor") = py::none(),
            "A Verification: every line and the file around them were looked at. With an `anchor` "
            "that "
            "was kept elsewhere, it also finds that the journal was cut off or written anew since. "
            "Raises ProbityError for a text that is no anchor.")
        .def(
            "anchor",
            [](const PythonJournal& self) {
                const py::gil_scoped_release release;
                return self.journal.anchor();
            },
            "A short line of the day of the last stamp, the number of the last event and half its "
            "digest, to be printed in approved minutes.")
        .def(
            "export_jsonl",
            [](const PythonJournal& self, const fs::path& path) {
                const py::gil_scoped_release release;
                self.journal.export_jsonl(path);
            },
            py::arg("path"),
            "Writes the journal as JSON Lines, with the same digests. Raises DocumentError if the "
            "file cannot be written, or holds anything but the beginning of the same history.")
        .def(
            "sql",
            [](const PythonJournal& self, const std::string& query) {
                SqlRows rows;
                {
                    const py::gil_scoped_release release;
                    rows = self.journal.sql(query);
                }
                return sql_rows(rows);
            },
            py::arg("query"),
            "The rows of a SELECT, each a dict by column. The views are `events`, and `tasks`, "
            "`meetings`, `units` and others as they are after the last event. Nothing can be "
            "changed. "
            "Raises JournalError for a query that SQLite refuses.")
        .def("__repr__", [](const PythonJournal& self) {
            return "<Journal " + self.journal.path().string() +
                   (self.journal.is_open() ? ">" : ", closed>");
        });
}

}  // namespace probity::python
