// Commands that are the same for all kinds of records: add, change and end. Their keywords are the
// fields of a document, under their names there.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "convert.hpp"
#include "date/text.hpp"
#include "described.hpp"
#include "exchange/json/patch.hpp"
#include "history.hpp"
#include "module.hpp"
#include "named.hpp"
#include "planning.hpp"
#include "probity/programme/commands.hpp"
#include "programme.hpp"
#include "programme/commands.hpp"
#include "text.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

using detail::Field;
using detail::FieldKind;
using detail::RecordDescription;
using detail::RecordVerbs;

py::object text_in_document(const Text& text) {
    if (text.plain) return py::str(text.in(Language::korean));
    py::dict out;
    for (const Language language : languages) {
        if (text.given(language).empty()) continue;
        out[py::str(std::string(code(language)))] = text.given(language);
    }
    return out;
}

/// Words, a pair of Korean and English, or what a document has, {"ko": ..., "en": ...} or one of them. Throws
/// TypeError for anything else.
py::object text_in_document(const py::handle& value) {
    if (const auto text = text_from_python(value)) return text_in_document(*text);
    if (py::isinstance<py::dict>(value)) return py::reinterpret_borrow<py::object>(value);
    throw py::type_error("a text is a str or a pair of Korean and English, not " +
                         std::string(py::str(py::type::of(value).attr("__name__"))));
}

/// A value as a document has it: dates by their texts, texts in two languages. Throws ProbityError for
/// lists in lists without an end.
py::object in_document(const py::handle& value, int depth = 0) {
    if (depth > 20) throw ProbityError(detail::sentence("python.nested"));
    if (py::hasattr(value, "korean")) return text_in_document(value);
    if (const std::string text = record_text(value); !text.empty()) {
        return py::module_::import("json").attr("loads")(text);
    }
    if (py::hasattr(value, "isoformat")) return value.attr("isoformat")();
    if (py::isinstance<py::dict>(value)) {
        py::dict out;
        for (const auto& [key, each] : py::reinterpret_borrow<py::dict>(value)) {
            out[key] = in_document(each, depth + 1);
        }
        return out;
    }
    if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) {
        py::list out;
        for (const py::handle each : value) out.append(in_document(each, depth + 1));
        return out;
    }
    return py::reinterpret_borrow<py::object>(value);
}

/// A rule of an observance as a document has it: a sentence or whatever else says a rule stands for one
/// that holds from a day on.
py::object rule_version_in_document(const py::handle& value, const Date& on) {
    py::dict out;
    const bool is_version = py::isinstance<RuleVersion>(value);
    const bool is_document = py::isinstance<py::dict>(value) && value.contains("rule");
    if (is_version || is_document) {
        out = py::dict(in_document(value));
        if (is_document) out["rule"] = rule_to_python(observance_rule_of(value["rule"]));
    } else {
        out["rule"] = rule_to_python(observance_rule_of(value));
    }
    if (!out.contains("begin")) out["begin"] = to_string(on);
    return out;
}

py::object rules_in_document(const py::handle& value, const Date& on) {
    py::list out;
    if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) {
        for (const py::handle each : value) out.append(rule_version_in_document(each, on));
    } else {
        out.append(rule_version_in_document(value, on));
    }
    return out;
}

bool is_list_of_rules(const Field& field) {
    return field.kind == FieldKind::records &&
           &field.record() == &detail::description_of<RuleVersion>();
}

/// The value of a field as a document has it: words may stand for a text, and
/// whatever is a date for a date.
py::object in_document(const Field& field, const py::handle& value) {
    if (value.is_none()) return py::none();
    if (field.kind == FieldKind::text) return text_in_document(value);
    if (field.kind == FieldKind::texts) {
        py::list out;
        for (const py::handle each : value) out.append(text_in_document(each));
        return out;
    }
    if (field.leaf == detail::Leaf::rule) return rule_to_python(observance_rule_of(value));
    if (field.leaf == detail::Leaf::date) return py::str(to_string(value.cast<Date>()));
    return in_document(value);
}

std::string json_text(const py::object& value) {
    return py::str(py::module_::import("json").attr("dumps")(value, py::arg("allow_nan") = false));
}

/// Writes the keywords of a call as the text of a JSON object.
std::string text_of_fields(const RecordDescription& record, const py::kwargs& said,
                           const std::optional<std::string>& id = std::nullopt,
                           const std::optional<Date>& on = std::nullopt) {
    py::dict object;
    if (id) object["id"] = *id;
    for (const auto& [key, value] : said) {
        const Field* field = record.field(key.cast<std::string>());
        if (field != nullptr && on && is_list_of_rules(*field)) {
            object[key] = rules_in_document(value, *on);
        } else {
            object[key] = field == nullptr ? in_document(value) : in_document(*field, value);
        }
    }
    return json_text(object);
}

/// Makes the act of a command; of a correction with the fields that it names.
Act act_of(const Date& on, const std::string& by, const std::optional<Text>& reason,
           const std::optional<Instant>& recorded, int corrects, const py::kwargs& said) {
    Act act{.on = on, .by = by, .recorded = recorded, .corrects = corrects};
    if (reason) act.reason = reason->in(Language::english);
    if (corrects != 0) {
        act.named.emplace();
        for (const auto& item : said) act.named->push_back(item.first.cast<std::string>());
        if (!reason || !act.reason.empty()) act.named->emplace_back("reason");
    }
    return act;
}

/// The text of what a call adds on a day: a record, or the fields of one by keyword. Throws TypeError for
/// both.
std::string text_of_added(const RecordDescription& record, const py::object& given,
                          const py::kwargs& said, const Date& on) {
    if (given.is_none()) return text_of_fields(record, said, std::nullopt, on);
    if (py::isinstance<py::str>(given)) return text_of_fields(record, said, text_of(given), on);
    const std::shared_ptr<void> made = record.copy(record.fresh);
    if (!said.empty() || !record_from_python(record, made.get(), given)) {
        throw py::type_error("a " + std::string(record.type) +
                             ", or its fields by keyword: one of them is needed");
    }
    const py::object object = in_document(given);
    for (const Field& field : record.fields) {
        if (!is_list_of_rules(field) || !object.contains(field.key)) continue;
        object[field.key] = rules_in_document(object[field.key], on);
    }
    return json_text(object);
}

NumberedEvent added(const Programme& self, const RecordVerbs& verbs, const py::object& given,
                    const Act& act, const py::kwargs& said) {
    const std::string text = text_of_added(verbs.record, given, said, act.on);
    // A correction says no more than what differs.
    if (act.corrects != 0) {
        const RecordPatch patch = detail::read_patch_text(text, verbs.record);
        return {detail::add(self, verbs.record, patch.values(), act)};
    }
    return {
        detail::add(self, verbs.record, detail::read_record_text(text, verbs.record).get(), act)};
}

NumberedEvent changed(const Programme& self, const RecordVerbs& verbs, const std::string& id,
                      const Act& act, const py::kwargs& said) {
    const RecordPatch patch =
        detail::read_patch_text(text_of_fields(verbs.record, said), verbs.record);
    return {detail::change(self, id, patch, act)};
}

/// The fields that a record can be given, each with its sentence.
std::string fields_in_words(const RecordDescription& record, bool to_change) {
    std::string out;
    for (const Field& field : record.fields) {
        const bool shows = field.is_written() && field.kind != FieldKind::id &&
                           (!to_change || field.change == detail::FieldChange::changeable);
        if (shows) out += std::string("\n- `") + field.key + "`: " + field.sentence;
    }
    return out;
}

/// A command that is the same for all kinds of records.
struct RecordCommand {
    /// "add_occasion".
    std::string name;
    bool has_id;
    /// Whether its keywords are the fields of the record.
    bool takes_fields;
    /// The class of the record that may be given in their place; empty if none may.
    std::string type = {};
};
std::vector<RecordCommand>& record_commands() {
    static std::vector<RecordCommand> commands;
    return commands;
}

template <class Method>
void define(py::class_<Programme>& programme, const std::string& name, const std::string& doc,
            bool has_id, const char* id, Method method) {
    record_commands().push_back({name, has_id, true});
    const auto with = [&](const auto& call, const auto&... first) {
        programme.def(name.c_str(), call, first..., py::kw_only(), py::arg("on"), py::arg("by"),
                      py::arg("reason") = "", py::arg("recorded") = py::none(),
                      py::arg("corrects") = 0, doc.c_str());
    };
    if (has_id) {
        with(
            [method](const Programme& self, const std::string& subject, const Date& on,
                     const std::string& by, const std::optional<Text>& reason,
                     const std::optional<Instant>& recorded, Number corrects,
                     const py::kwargs& said) {
                return method(self, subject, act_of(on, by, reason, recorded, corrects, said),
                              said);
            },
            py::arg(id));
    } else {
        with([method](const Programme& self, const Date& on, const std::string& by,
                      const std::optional<Text>& reason, const std::optional<Instant>& recorded,
                      Number corrects, const py::kwargs& said) {
            return method(self, std::string(), act_of(on, by, reason, recorded, corrects, said),
                          said);
        });
    }
}

/// The command that adds a record: the record itself, or its id if it has one and its fields by keyword.
void define_add(py::class_<Programme>& programme, const RecordVerbs& verbs, bool has_id) {
    const std::string type = verbs.record.type;
    const std::string doc = "A record is added: " + std::string(verbs.record.sentence) +
                            "\n\nIt is a " + type + ", or " + (has_id ? "an id and " : "") +
                            "by keyword the fields of a document:\n" +
                            fields_in_words(verbs.record, false);
    const std::string name = "add_" + verbs.name;
    record_commands().push_back({name, has_id, true, type});
    const auto add = [&verbs](const Programme& self, const py::object& record, const Date& on,
                              const std::string& by, const std::optional<Text>& reason,
                              const std::optional<Instant>& recorded, Number corrects,
                              const py::kwargs& said) {
        Act act = act_of(on, by, reason, recorded, corrects, said);
        if (act.named && !record.is_none()) {
            const std::string text = text_of_added(verbs.record, record, said, on);
            const py::object object = py::module_::import("json").attr("loads")(text);
            for (const py::handle key : object) act.named->push_back(key.cast<std::string>());
        }
        return added(self, verbs, record, act, said);
    };
    const auto define_with = [&](const auto& first) {
        programme.def(name.c_str(), add, first, py::kw_only(), py::arg("on"), py::arg("by"),
                      py::arg("reason") = "", py::arg("recorded") = py::none(),
                      py::arg("corrects") = 0, doc.c_str());
    };
    if (has_id) {
        define_with(py::arg("id"));
    } else {
        define_with(py::arg("record") = py::none());
    }
}

void bind_verbs(py::class_<Programme>& programme, const RecordVerbs& verbs) {
    const std::string& name = verbs.name;
    const bool has_id = verbs.record.list != nullptr;
    const auto has = [&](const std::string& method) {
        return py::hasattr(programme, method.c_str());
    };
    const auto says = [](const std::optional<EventKind>& kind, const char* verb) {
        return kind && to_string(*kind).ends_with(verb);
    };
    // Those that take a record were there before.
    if (says(verbs.added, ".added") && !has("add_" + name)) {
        define_add(programme, verbs, has_id);
    }
    define(programme, "change_" + name,
           "The fields that are named by keyword are from now on as they are said, each as a "
           "whole; None states that there is nothing.\n\nThose that can change:\n" +
               fields_in_words(verbs.record, true) +
               "\n\nRaises DocumentError for another, naming the event that changes it.",
           has_id, "id",
           [&verbs](const Programme& self, const std::string& id, const Act& act,
                    const py::kwargs& said) { return changed(self, verbs, id, act, said); });
    // Units and seats are closed, and officials leave.
    if (!says(verbs.ended, ".ended")) return;
    const std::string doc =
        "It ends, with a reason. Raises ProbityError while a record in force refers to it, which "
        "is "
        "named.";
    record_commands().push_back({"end_" + name, has_id, false});
    const auto define_end = [&](const auto& call, const auto&... first) {
        programme.def(("end_" + name).c_str(), call, first..., py::kw_only(), py::arg("on"),
                      py::arg("by"), py::arg("reason") = "", py::arg("recorded") = py::none(),
                      py::arg("corrects") = 0, doc.c_str());
    };
    const auto end = [&verbs](const Programme& self, const std::string& id, const Date& on,
                              const std::string& by, const std::optional<Text>& reason,
                              const std::optional<Instant>& recorded, Number corrects) {
        const Act act = act_of(on, by, reason, recorded, corrects, py::kwargs());
        return NumberedEvent{detail::end(self, id, verbs.record, act)};
    };
    if (has_id) {
        define_end(end, py::arg("id"));
    } else {
        define_end(
            [end](const Programme& self, const Date& on, const std::string& by,
                  const std::optional<Text>& reason, const std::optional<Instant>& recorded,
                  Number corrects) { return end(self, "", on, by, reason, recorded, corrects); });
    }
}

}  // namespace

void bind_record_commands(py::class_<Programme>& programme) {
    programme.def_static(
        "new",
        [](const std::string& id, const Text& title, const Date& on, const std::string& by,
           const std::optional<Instant>& recorded) {
            return new_programme(id, title, {.on = on, .by = by, .recorded = recorded});
        },
        py::arg("id"), py::arg("title"), py::kw_only(), py::arg("on"), py::arg("by"),
        py::arg("recorded") = py::none(),
        R"(A programme of which nothing is said but its name, which is that of its institution too.

>>> mapo = Programme.new("mapo", "마포구", on="2026-01-05", by="audit-office")
>>> mapo = mapo.apply(mapo.change_head(post="구청장", name="홍길동", on="2026-01-05", by="audit-office"))
>>> mapo.institution.head.post.korean, len(mapo.history)
('구청장', 2)

Its first event says who founded it, and from which day. All else are events too: add_observance,
add_unit, change_head and so on.)");
    for (const RecordVerbs& verbs : detail::record_verbs()) bind_verbs(programme, verbs);
    command(
        programme, "rename_unit",
        +[](const Programme& self, const Said& said, const std::string& unit, const Text& title) {
            return rename_unit(self, unit, title, said);
        },
        "A unit has another name from now on.", py::arg("unit"), py::arg("title"));
}

void bind_record_patch(py::module_& m) {
    m.def(
        "_record_commands",
        [] {
            py::list out;
            for (const auto& [name, has_id, takes_fields, type] : record_commands()) {
                out.append(py::make_tuple(name, has_id, takes_fields, type));
            }
            return out;
        },
        "The commands of Programme that are the same for all kinds of records, as the stub has "
        "them: name, whether it takes an id, whether it takes the fields of the record, and the "
        "class of the record that may be given in their place.");
    py::class_<RecordPatch> patch(m, "RecordPatch",
                                  R"(Body of unit.changed and its like: new values of some fields.

>>> from probity import examples
>>> yongsan = examples.yongsan()
>>> event = yongsan.change_head(name="Kim", on="2026-07-01", by="audit-office")
>>> event.body.record, event.body.fields, event.body.values
('Head', ['name'], {'name': 'Kim'}))");
    patch
        .def(py::init([](const std::string& record, const py::dict& values) {
                 std::string allowed;
                 for (const RecordVerbs& verbs : detail::record_verbs()) {
                     if (record == verbs.record.type) {
                         return detail::read_patch_text(
                             text_of_fields(verbs.record, py::kwargs(values)), verbs.record);
                     }
                     allowed += (allowed.empty() ? "" : ", ") + std::string(verbs.record.type);
                 }
                 throw ProbityError(
                     detail::sentence("python.no_record",
                                      {{"record", detail::printable(record)}, {"known", allowed}}));
             }),
             py::arg("record"), py::arg("values"))
        .def_property_readonly(
            "record", [](const RecordPatch& self) { return std::string(self.record().type); },
            "The type of the record: \"Unit\".")
        .def_property_readonly(
            "fields", [](const RecordPatch& self) { return self.fields(); },
            "The names of the fields that change.")
        .def_property_readonly(
            "values",
            [](const RecordPatch& self) {
                return py::module_::import("json").attr("loads")(detail::patch_text(self));
            },
            "Their values as documents have them; None for one that is stated to be absent.")
        .def(
            "__eq__", [](const RecordPatch& a, const RecordPatch& b) { return a == b; },
            py::is_operator(), py::pos_only())
        .def("__hash__",
             [](const RecordPatch& self) { return py::hash(py::str(detail::patch_text(self))); })
        .def("__repr__", [](const RecordPatch& self) {
            const py::object values =
                py::module_::import("json").attr("loads")(detail::patch_text(self));
            return "RecordPatch('" + std::string(self.record().type) + "', " +
                   std::string(py::repr(values)) + ")";
        });
    copied_as_itself(patch);
    patch.def("__reduce__", [](const py::object& self) -> py::tuple {
        return py::make_tuple(py::type::of(self),
                              py::make_tuple(self.attr("record"), self.attr("values")));
    });
}

}  // namespace probity::python
