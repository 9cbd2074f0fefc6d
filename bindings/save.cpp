// Files of programmes: saving, recording under a lock, verifying.
#include "exchange/saving.hpp"

#include <pybind11/stl/filesystem.h>

#include "command.hpp"
#include "convert.hpp"
#include "in_python.hpp"
#include "instant.hpp"
#include "module.hpp"
#include "probity/exchange/verify.hpp"
#include "probity/journal/journal.hpp"
#include "probity/journal/journal_file.hpp"
#include "programme.hpp"
#include "record.hpp"
#include "text.hpp"
#include "text/sentence.hpp"

namespace probity::python {

template <>
FindingKind value_named(const std::string& name) {
    return value_up_to(name, static_cast<FindingKind>(finding_kinds - 1));
}

namespace {

namespace fs = std::filesystem;

/// While a file is waited for and written, other threads run: one of them may hold its lock.
detail::SaveRequest request_of(bool replace, const py::object& clock,
                               detail::FileFormat format = detail::FileFormat::by_name) {
    detail::SaveRequest request{.options = {.replace = replace}, .format = format};
    if (!clock.is_none()) {
        // A reference that outlives the call; counting it needs the interpreter lock.
        request.options.clock = [handle = py::handle(clock)] {
            const py::gil_scoped_acquire acquire;
            return instant_from_python(handle());
        };
    }
    return request;
}

detail::FileFormat format_of(const std::string& name) {
    return name == "document" ? detail::FileFormat::document
           : name == "lines"  ? detail::FileFormat::lines
                              : detail::FileFormat::by_name;
}

/// The programme as it was written, and where the old file is if one was replaced.
py::tuple result_of(const detail::Saved& saved) {
    return py::make_tuple(saved.programme,
                          saved.kept ? py::cast(saved.kept->string()) : py::none());
}

detail::Saved saved(const Programme& programme, const fs::path& path,
                    const detail::SaveRequest& request) {
    const py::gil_scoped_release release;
    if (!is_journal(path)) return detail::save(programme, path, request);
    if (request.format != detail::FileFormat::by_name) {
        throw JournalError(detail::sentence("python.save_journal", {{"path", path.string()}}));
    }
    return {save_any(programme, path, request.options)};
}

/// The programme that a change gave, or that its events give.
Programme changed(const Programme& programme, const py::object& given) {
    if (py::isinstance<Programme>(given)) return given.cast<Programme>();
    const bool is_iterable = py::isinstance<py::iterable>(given) && !py::isinstance<py::str>(given);
    py::list events;
    if (py::hasattr(given, "effective") || !is_iterable) {
        events.append(given);
    } else {
        events = py::list(given);
    }
    const py::object event = py::module_::import("probity").attr("Event");
    for (const py::handle each : events) {
        if (py::isinstance(each, event)) continue;
        const std::string found =
            each.is_none()
                ? "None"
                : "a value of " + std::string(py::str(py::type::of(each).attr("__name__")));
        throw py::type_error("update(): `change` gave " + found +
                             (is_iterable ? " in a list" : "") +
                             "; it returns the changed programme, an event or a list of events");
    }
    return py::cast(programme).attr("apply")(events).cast<Programme>();
}

detail::Saved updated(const fs::path& path, const py::function& change,
                      const detail::SaveRequest& request) {
    const auto change_of = [handle = py::handle(change)](const Programme& programme) {
        const py::gil_scoped_acquire acquire;
        return changed(programme, handle(programme));
    };
    const py::gil_scoped_release release;
    if (is_journal(path)) return {update_any(path, change_of, request.options)};
    return detail::update(path, change_of, request);
}

void bind_saving(py::module_& m) {
    m.def(
        "update",
        [](const fs::path& path, const py::function& change, bool replace,
           const py::object& clock) {
            return updated(path, change, request_of(replace, clock)).programme;
        },
        py::arg("path"), py::arg("change"), py::kw_only(), py::arg("replace") = false,
        py::arg("clock") = py::none(),
        R"(Reads a programme from a file, changes it and saves it, under one lock.

`change` is given the programme as the file has it, and gives the one to be saved, or the events to
be applied. Of several processes that record at once, each sees what the others recorded, and
nothing is lost. Returns the programme as it was written.

>>> from probity import examples
>>> _ = examples.songpa().save("office.jsonl")
>>> later = update("office.jsonl", lambda p: p.task("T-07").adopt(on="2023-04-03", by="team"))
>>> later.task("T-07").state, len(load("office.jsonl").history)
('adopted', 1)

A journal gets the events by which the programme was changed; if a colleague was faster, `change`
runs again on the newer programme (Journal.record).

Raises what load and Programme.save raise, what `change` raises, and TypeError if it gives nothing
of that; the file then stays as it was. `change` must not save to the same file.)");
    m.def(
        "_save",
        [](const Programme& programme, const fs::path& path, bool replace, const py::object& clock,
           const std::string& format) {
            return result_of(saved(programme, path, request_of(replace, clock, format_of(format))));
        },
        py::arg("programme"), py::arg("path"), py::kw_only(), py::arg("replace") = false,
        py::arg("clock") = py::none(), py::arg("format") = "");
    m.def(
        "_update",
        [](const fs::path& path, const py::function& change, bool replace,
           const py::object& clock) {
            return result_of(updated(path, change, request_of(replace, clock)));
        },
        py::arg("path"), py::arg("change"), py::kw_only(), py::arg("replace") = false,
        py::arg("clock") = py::none());
}

void bind_verifying(py::module_& m) {
    auto finding =
        Record<Finding>(m, "Finding", "A finding of `verify` about an event, a line or a file.")
            .member(
                "kind", &Finding::kind,
                "\"chain\", a line is not as it was recorded, or not where; \"anchor\", no line "
                "has the digest "
                "that was kept elsewhere; \"rules\", today's rules would refuse it; "
                "\"unstamped\"; \"backdated\", it was recorded after the day from which it is "
                "true, as days are counted in Seoul; \"form\", the form of the file was changed, "
                "and nothing that was recorded.")
            .member("event", &Finding::event,
                    "The number of the event; None if it is about the founding document or the "
                    "file.")
            .member("text", &Finding::text)
            .done();
    auto verification =
        Record<Verification>(m, "Verification", "The findings of `verify` about a file.")
            .member("events", &Verification::events, "How many there are.")
            .member("rules", &Verification::rules,
                    "The version of the rules under which the programme was set up.")
            .member("digest", &Verification::digest, "That of the last line, to be kept elsewhere.")
            .table("findings", &Verification::findings,
                   "A Table of Findings, in the order of the events.")
            .member("is_whole", &Verification::is_whole,
                    "Whether the chain holds, and has the anchor if one was given.")
            .member("is_clear", &Verification::is_clear,
                    "Whether nothing was found but what was recorded late and the form of the "
                    "file.")
            .done();
    shown_as_table(verification, "What was found");
    shown_as_html(verification, "report");
    m.def(
        "verify",
        [](const fs::path& path, const std::optional<std::string>& anchor) {
            const py::gil_scoped_release release;
            return verify_any(path, anchor);
        },
        py::arg("path"), py::arg("anchor") = py::none(),
        R"(Whether what a file records is as it was recorded, and what of it is worth a look.

`load` refuses a broken chain at its first line; here every line is looked at, and lines that were
changed, moved, doubled, put in or taken out are named. `anchor` is the digest of a line,
`programme.history_digest`, or of a journal what Journal.anchor gave, that was kept elsewhere:
without one, missing last lines are not seen. Events that were recorded under earlier rules are
replayed under those; what today's rules would refuse of them is said.

>>> from probity import examples
>>> _ = examples.yongsan(illustrative=True).save("yongsan.jsonl")
>>> found = verify("yongsan.jsonl")
>>> found.events, found.is_whole, found.is_clear
(195, True, True)

Raises DocumentError for a file that cannot be read, or is no programme, and JournalError for a
journal that cannot be opened.)");
}

}  // namespace

void bind_save(py::module_& m) {
    bind_saving(m);
    bind_verifying(m);
}

void bind_saving_of(py::class_<Programme>& programme) {
    programme.def(
        "save",
        [](const Programme& self, const fs::path& path, bool replace, const py::object& clock) {
            return saved(self, path, request_of(replace, clock)).programme;
        },
        py::arg("path"), py::kw_only(), py::arg("replace") = false, py::arg("clock") = py::none(),
        R"(Writes the document to a file, or the history in JSON Lines if its name ends in .jsonl.

Returns the programme as it was written: events without a stamp get one, by `clock`, a function that
gives an instant, or else the system's clock. Those that the file has already keep theirs, and
stamps never run backwards. The file is replaced as a whole, or stays as it was.

A file whose events are not the first of those to be written is refused: a colleague recorded
something since, or it is another institution's, or no programme. With `replace=True` it is written
over, and kept beside under a name of its own, such as office.replaced-1.jsonl.

A name that ends in .probity is a Journal's: it is made, or gets the events that it has not, and is
never replaced.

Raises DocumentError for that, for a file that cannot be written, and for a programme that load
would refuse; JournalError for a journal. See also `update`.)");
}

}  // namespace probity::python
