// The kinds of events as the command line asks for them: to what each applies, and the fields of its body;
// and the step that records any of them. A new kind is there without a word more.
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "command.hpp"
#include "constructor.hpp"
#include "convert.hpp"
#include "exchange/json/archive.hpp"
#include "exchange/json/event.hpp"
#include "history.hpp"
#include "history/body.hpp"
#include "instant.hpp"
#include "module.hpp"
#include "probity/programme/command.hpp"
#include "programme.hpp"
#include "records/description.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

using detail::Field;
using detail::FieldKind;
using detail::Leaf;
using detail::RecordDescription;

std::string_view name_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::id:
            return "id";
        case FieldKind::word:
            return "word";
        case FieldKind::words:
            return "words";
        case FieldKind::text:
            return "text";
        case FieldKind::reference:
            return "reference";
        case FieldKind::references:
            return "references";
        case FieldKind::integer:
            return "integer";
        case FieldKind::number:
            return "number";
        case FieldKind::value:
            return "value";
        case FieldKind::record:
            return "record";
        case FieldKind::records:
            return "records";
        case FieldKind::texts:
            return "texts";
    }
    return "";
}

std::string_view name_of(Leaf leaf) {
    switch (leaf) {
        case Leaf::none:
            return "";
        case Leaf::date:
            return "date";
        case Leaf::partial_date:
            return "partial_date";
        case Leaf::time:
            return "time";
        case Leaf::instant:
            return "instant";
        case Leaf::share:
            return "share";
        case Leaf::counted:
            return "counted";
        case Leaf::cadence:
            return "cadence";
        case Leaf::rule:
            return "rule";
        case Leaf::truth:
            return "truth";
        case Leaf::name:
        case Leaf::quota_subject:
        case Leaf::quota_period:
            return "name";
    }
    return "";
}

py::dict description_in_python(const RecordDescription& record);

py::dict field_in_python(const Field& field) {
    py::dict out;
    out["key"] = field.key;
    out["sentence"] = field.sentence;
    out["kind"] = field.kind == FieldKind::value ? name_of(field.leaf) : name_of(field.kind);
    out["required"] = field.presence == detail::Presence::required;
    out["nullable"] = field.presence == detail::Presence::nullable;
    out["given"] = is_given(field);
    out["changeable"] = field.change == detail::FieldChange::changeable;
    out["events"] = field.events;
    out["names"] = py::cast(std::vector<std::string>(field.names.begin(), field.names.end()));
    out["target"] =
        field.target ? py::object(py::str(std::string(to_string(*field.target)))) : py::none();
    out["record"] = field.record == nullptr ? py::object(py::none())
                                            : py::object(description_in_python(field.record()));
    return out;
}

/// A record or body: its name, its type, its sentence and the fields that documents have of it.
py::dict description_in_python(const RecordDescription& record) {
    py::dict out;
    out["name"] = record.name;
    out["type"] = record.type;
    out["sentence"] = record.sentence;
    py::list fields;
    for (const Field& field : record.fields) {
        if (field.is_written()) fields.append(field_in_python(field));
    }
    out["fields"] = fields;
    return out;
}

/// The content of a kind of event: a body of its own, new values of a record, or nothing.
const RecordDescription* description_of_body(EventKind kind) {
    if (const RecordDescription* record = detail::record_changed_by(kind)) return record;
    return detail::with_body_of(kind, []<class Body>() -> const RecordDescription* {
        if constexpr (std::is_same_v<Body, detail::Nothing> || std::is_same_v<Body, RecordPatch>) {
            return nullptr;
        } else {
            return &detail::description_of<Body>();
        }
    });
}

py::list event_kinds() {
    py::list out;
    for (const detail::EventKindRow& row : detail::event_kinds) {
        const RecordDescription* body = description_of_body(row.kind);
        py::dict kind;
        kind["name"] = std::string(row.name);
        kind["subject"] = std::string(row.subject);
        kind["needs"] = std::string(row.guards);
        kind["changes"] = detail::record_changed_by(row.kind) != nullptr;
        kind["body"] =
            body == nullptr ? py::object(py::none()) : py::object(description_in_python(*body));
        out.append(kind);
    }
    return out;
}

}  // namespace

void bind_event_kinds(py::module_& m) {
    m.def("_event_kinds", &event_kinds,
          "The kinds of events in their order: to what each applies, what it needs, and the fields "
          "of its body.");
    m.def(
        "_event_json",
        [](const NumberedEvent& event) {
            return detail::event_text(event, static_cast<std::size_t>(event.number.value_or(0)),
                                      event.rules);
        },
        py::arg("event"), "The event as a document has it, without a digest.");
    m.def(
        "_parts_json",
        [](const Programme& programme) { return detail::object_of(programme.parts()).dump(); },
        py::arg("programme"),
        "The records as they now are, as a document has them, without the history.");
    m.def(
        "_step",
        [](const Programme& programme, const std::string& kind, const std::string& subject,
           const std::string& body, const Date& on, const std::string& by,
           const std::string& reason) {
            const EventKind known = parse_event_kind(kind);
            return NumberedEvent{record(programme, known, subject,
                                        detail::read_body_text(body, known),
                                        {.on = on, .by = by, .reason = reason})};
        },
        py::arg("programme"), py::arg("kind"), py::arg("subject"), py::arg("body"), py::arg("on"),
        py::arg("by"), py::arg("reason"),
        "The event of any kind, checked; `body` is the JSON of a document, empty for none.\n\n"
        "Raises what Programme.apply raises, and DocumentError for a body that is not one of its "
        "kind.");
}

}  // namespace probity::python
