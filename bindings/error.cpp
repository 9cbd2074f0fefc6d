#include "probity/date/error.hpp"

#include "command.hpp"
#include "date/text.hpp"
#include "module.hpp"
#include "probity/journal/journal_error.hpp"
#include "probity/times/zone.hpp"
#include "text.hpp"
#include "text/system_words.hpp"

namespace probity::python {
namespace {

// The classes live as long as the process, as the translator that raises them does.
struct ErrorClasses {
    PyObject* probity;
    PyObject* date;
    PyObject* rule;
    PyObject* horizon;
    PyObject* zone;
    PyObject* document;
    PyObject* transition;
    PyObject* journal;
    PyObject* conflict;
};
ErrorClasses classes{};

PyObject* new_class(py::module_& m, const char* name, const char* doc, PyObject* base,
                    const py::dict& attributes = {}) {
    const std::string full_name = std::string("probity.") + name;
    PyObject* cls = PyErr_NewExceptionWithDoc(full_name.c_str(), doc, base, attributes.ptr());
    if (cls == nullptr) throw py::error_already_set();
    m.add_object(name, cls);
    return cls;
}

/// A message that may be printed, whatever values it names.
std::string message_of(const ProbityError& error) { return detail::printed(error.what()); }

/// An instance of a class for an error, with its message in all languages.
py::object made(PyObject* cls, const ProbityError& error) {
    py::object raised = py::reinterpret_borrow<py::object>(cls)(message_of(error));
    Text text;
    for (const Language language : languages) {
        text.given(language) = detail::printed(error.message(language));
    }
    raised.attr("text") = text_to_python(text);
    return raised;
}

void raise(PyObject* cls, const ProbityError& error) {
    PyErr_SetObject(cls, made(cls, error).ptr());
}

template <class Place>
void raise_with(PyObject* cls, const ProbityError& error, const char* attribute,
                const Place& place) {
    const py::object raised = made(cls, error);
    raised.attr(attribute) = place;
    PyErr_SetObject(cls, raised.ptr());
}

void raise_transition(const TransitionError& error) {
    const py::object raised = made(classes.transition, error);
    raised.attr("state") = error.state();
    raised.attr("wanted") = error.wanted();
    raised.attr("unmet") = error.unmet();
    PyErr_SetObject(classes.transition, raised.ptr());
}

void raise_document(const DocumentError& error) {
    const py::object raised = made(classes.document, error);
    raised.attr("place") = error.place();
    py::list faults;
    for (const DocumentFault& fault : error.faults()) {
        faults.append(py::make_tuple(fault.place, fault.message));
    }
    raised.attr("faults") = faults;
    PyErr_SetObject(classes.document, raised.ptr());
}

void translate(std::exception_ptr pointer) {
    try {
        if (pointer) std::rethrow_exception(pointer);
    } catch (const RuleError& error) {
        raise_with(classes.rule, error, "position", error.position());
    } catch (const DocumentError& error) {
        raise_document(error);
    } catch (const TransitionError& error) {
        raise_transition(error);
    } catch (const JournalConflict& error) {
        py::list since;
        for (const Event& event : error.since()) {
            since.append(py::cast(NumberedEvent{event, std::nullopt}));
        }
        raise_with(classes.conflict, error, "since", since);
    } catch (const JournalError& error) {
        raise(classes.journal, error);
    } catch (const DateError& error) {
        raise(classes.date, error);
    } catch (const HorizonError& error) {
        raise(classes.horizon, error);
    } catch (const ZoneError& error) {
        raise(classes.zone, error);
    } catch (const ProbityError& error) {
        raise(classes.probity, error);
    }
}

}  // namespace

void bind_error(py::module_& m) {
    py::dict text;
    text["text"] = py::none();
    classes.probity = new_class(m, "ProbityError",
                                "The base of everything that the library raises on purpose: bad "
                                "input, named with its place and what is allowed.\n\n"
                                "str() is the message in English. `text` has it in all languages, "
                                "as a Text; None for an error that another program raised.",
                                PyExc_ValueError, text);
    classes.date = new_class(
        m, "DateError", "A date that does not exist, or lies outside 1400-01-01 to 9999-12-31.",
        classes.probity);
    py::dict position;
    position["position"] = 0;
    classes.rule = new_class(m, "RuleError",
                             "A recurrence rule that RFC 5545 or RFC 7529 does not allow.\n\n"
                             "`position` is where in the rule's text the fault is, from 0.",
                             classes.probity, position);
    classes.horizon = new_class(m, "HorizonError",
                                "A question about dates for which the library holds no facts, such "
                                "as a lunar date of 2101.",
                                classes.probity);
    classes.zone =
        new_class(m, "ZoneError", "A time zone that is not known, or whose file cannot be used.",
                  classes.probity);
    py::dict place;
    place["place"] = "";
    place["faults"] = py::list();
    classes.document = new_class(m, "DocumentError",
                                 "A document (programme, overlay) that cannot be taken.\n\n"
                                 "`place` is a JSON pointer to the first fault: "
                                 "\"/observances/1/id\". `faults` lists all of them, up to a "
                                 "hundred, as pairs of a place and a message.",
                                 classes.probity, place);
    py::dict states;
    for (const char* name : {"state", "wanted", "unmet"}) states[name] = "";
    classes.transition =
        new_class(m, "TransitionError",
                  "A step that a state, or a condition that is not met, does not allow.\n\n"
                  "`state` is the one it is in (\"in_progress\"), `wanted` the one that was wanted "
                  "(\"verified\"), `unmet` what is missing (\"it is submitted\").",
                  classes.probity, states);
    classes.journal = new_class(
        m, "JournalError", "A journal that cannot be opened, read or written.", classes.probity);
    py::dict since;
    since["since"] = py::list();
    classes.conflict = new_class(
        m, "JournalConflict",
        "A change that does not go together with what a colleague recorded meanwhile. Nothing was "
        "written.\n\n`since` lists the events that were recorded since.",
        classes.journal, since);
    py::register_exception_translator(&translate);
    m.def(
        "_system_words", [](int number) { return text_to_python(detail::system_words(number)); },
        py::arg("number"), "The system's words for an error number (errno), as a Text.");
    m.def(
        "_steering_characters",
        [] {
            py::list ranges;
            for (const auto& [first, last] : detail::steering_characters) {
                ranges.append(py::make_tuple(first, last));
            }
            return ranges;
        },
        "The characters that no message and no printed text carries, as pairs of the first and "
        "last.");
}

}  // namespace probity::python
