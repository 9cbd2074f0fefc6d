#include "described.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "convert.hpp"
#include "exchange/json/archive.hpp"
#include "history/body.hpp"
#include "history/kind_words.hpp"
#include "module.hpp"
#include "pickle.hpp"
#include "planning.hpp"
#include "records/names.hpp"
#include "records/walk.hpp"
#include "text.hpp"
#include "text/labels.hpp"
#include "text/name_words.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

using detail::Field;
using detail::FieldKind;
using detail::Leaf;
using detail::member_as;
using detail::Presence;
using detail::RecordDescription;

std::unordered_map<const RecordDescription*, RecordClass>& known_classes() {
    static std::unordered_map<const RecordDescription*, RecordClass> classes;
    return classes;
}

/// The fields of a record that show as described.
struct ShownFields {
    const RecordDescription* record;
    std::vector<std::string> keys;
};
/// Those of each class, by its name.
std::map<std::string, ShownFields>& shown_fields() {
    static std::map<std::string, ShownFields> fields;
    return fields;
}

const RecordClass& class_of(const RecordDescription& description) {
    const auto found = known_classes().find(&description);
    if (found == known_classes().end()) {
        throw std::logic_error("no class of Python is a " + std::string(description.type));
    }
    return found->second;
}

template <class T>
const T& as(const void* value) {
    return *static_cast<const T*>(value);
}

/// A single value by its form in pickles, which is that of Python too.
py::object leaf_out(const Field& field, const void* value) {
    switch (field.leaf) {
        case Leaf::date:
            return Kept<Date>::out(as<Date>(value));
        case Leaf::partial_date:
            return Kept<PartialDate>::out(as<PartialDate>(value));
        case Leaf::time:
            return Kept<TimeOfDay>::out(as<TimeOfDay>(value));
        case Leaf::share:
            return Kept<Share>::out(as<Share>(value));
        case Leaf::counted:
            return Kept<Counted>::out(as<Counted>(value));
        case Leaf::cadence:
            return Kept<Cadence>::out(as<Cadence>(value));
        case Leaf::truth:
            return py::bool_(as<bool>(value));
        case Leaf::name:
        case Leaf::quota_subject:
        case Leaf::quota_period:
            return py::str(std::string(field.names[as<std::uint8_t>(value)]));
        case Leaf::instant:
        case Leaf::rule:
        case Leaf::none:
            break;
    }
    throw std::logic_error(std::string(field.key) + " has no form in Python of its own");
}

/// Puts a value of a type into a member.
template <class T>
bool put(const Field& field, void* member, std::optional<T> value) {
    if (value) *static_cast<T*>(field.ops->make(member)) = *std::move(value);
    return value.has_value();
}

/// The place of a name among those of a field.
std::uint8_t value_of(const Field& field, const std::string& name) {
    const auto found = std::find(field.names.begin(), field.names.end(), name);
    if (found != field.names.end()) {
        return static_cast<std::uint8_t>(found - field.names.begin());
    }
    std::string allowed;
    for (const std::string_view each : field.names) {
        allowed += (allowed.empty() ? "'" : ", '") + std::string(each) + "'";
    }
    throw ProbityError(detail::sentence("python.none_of", {{"value", name}, {"known", allowed}}));
}

bool put_name(const Field& field, void* member, py::handle kept) {
    if (!py::isinstance<py::str>(kept)) return false;
    return put(field, member, std::optional(value_of(field, text_of(kept))));
}

bool put_leaf(const Field& field, void* member, py::handle kept) {
    switch (field.leaf) {
        case Leaf::date:
            return put(field, member, Kept<Date>::in(kept));
        case Leaf::partial_date:
            return put(field, member, Kept<PartialDate>::in(kept));
        case Leaf::time:
            return put(field, member, Kept<TimeOfDay>::in(kept));
        case Leaf::share:
            return put(field, member, Kept<Share>::in(kept));
        case Leaf::counted:
            return put(field, member, Kept<Counted>::in(kept));
        case Leaf::cadence:
            return put(field, member, Kept<Cadence>::in(kept));
        case Leaf::truth:
            return put(field, member, Kept<bool>::in(kept));
        case Leaf::name:
        case Leaf::quota_subject:
        case Leaf::quota_period:
            return put_name(field, member, kept);
        case Leaf::instant:
        case Leaf::rule:
        case Leaf::none:
            break;
    }
    return false;
}

bool is_single(FieldKind kind) {
    return kind == FieldKind::integer || kind == FieldKind::number || kind == FieldKind::value ||
           kind == FieldKind::record;
}

/// Whether a member may be None: it is an std::optional.
bool may_be_none(const Field& field) {
    return is_single(field.kind) &&
           (field.presence == Presence::optional || field.presence == Presence::nullable);
}

/// A list of what a function makes of each record of a member.
template <class Show>
py::object records_out(const Field& field, const void* member, Show show) {
    const std::size_t count = field.ops->count(member);
    py::list list(count);
    for (std::size_t i = 0; i < count; ++i) list[i] = show(field.ops->item(member, i));
    return list;
}

/// The form of a value that has the same in Python and in its pickles.
py::object plain_out(const Field& field, const void* held) {
    switch (field.kind) {
        case FieldKind::references:
            return Kept<std::vector<std::string>>::out(as<std::vector<std::string>>(held));
        case FieldKind::integer:
            return py::int_(as<int>(held));
        case FieldKind::number:
            return py::float_(as<double>(held));
        case FieldKind::value:
            return leaf_out(field, held);
        default:
            return py::str(as<std::string>(held));
    }
}

}  // namespace

void know_class(const RecordDescription& description, RecordClass record_class) {
    known_classes()[&description] = record_class;
}

bool record_from_python(const RecordDescription& description, void* record, py::handle value) {
    return class_of(description).take(record, value);
}

std::string record_text(py::handle value) {
    for (const auto& [description, known] : known_classes()) {
        const std::shared_ptr<void> record = description->copy(description->fresh);
        if (!known.take(record.get(), value)) continue;
        return detail::object_of(*description, record.get()).dump();
    }
    return {};
}

py::object member_to_python(const Field& field, const void* record, py::handle owner) {
    const void* const member = field.in(record);
    const void* const held = field.ops->held(member);
    if (held == nullptr) return py::none();
    switch (field.kind) {
        case FieldKind::text:
            return py::cast(as<Text>(held));
        case FieldKind::texts:
            return py::cast(as<std::vector<Text>>(held));
        case FieldKind::record:
            return class_of(field.record()).show(held, owner);
        case FieldKind::records:
            return records_out(field, member, [&](const void* each) {
                return class_of(field.record()).show(each, owner);
            });
        default:
            return plain_out(field, held);
    }
}

py::object member_to_pickle(const Field& field, const void* record) {
    const void* const member = field.in(record);
    const void* const held = field.ops->held(member);
    if (held == nullptr) return py::none();
    switch (field.kind) {
        case FieldKind::text:
            return Kept<Text>::out(as<Text>(held));
        case FieldKind::texts:
            return Kept<std::vector<Text>>::out(as<std::vector<Text>>(held));
        case FieldKind::record:
            return class_of(field.record()).copy(held);
        case FieldKind::records:
            return records_out(field, member, class_of(field.record()).copy);
        default:
            return plain_out(field, held);
    }
}

bool member_from_pickle(const RecordDescription& description, const Field& field, void* record,
                        py::handle kept) {
    void* const member = field.in(record);
    // A rule that always was in force has no begin, which documents have to say.
    const bool is_optional = field.ops->held(field.in(description.fresh)) == nullptr;
    if (kept.is_none() && (may_be_none(field) || is_optional)) {
        field.ops->assign(member, field.in(description.fresh));
        return true;
    }
    switch (field.kind) {
        case FieldKind::text:
            return put(field, member, Kept<Text>::in(kept));
        case FieldKind::texts:
            return put(field, member, Kept<std::vector<Text>>::in(kept));
        case FieldKind::references:
            return put(field, member, Kept<std::vector<std::string>>::in(kept));
        case FieldKind::integer:
            return put(field, member, Kept<int>::in(kept));
        case FieldKind::number:
            return put(field, member, Kept<double>::in(kept));
        case FieldKind::value:
            return put_leaf(field, member, kept);
        case FieldKind::record:
            return class_of(field.record()).take(field.ops->make(member), kept);
        case FieldKind::records:
            if (!py::isinstance<py::list>(kept)) return false;
            for (const py::handle each : kept) {
                if (!class_of(field.record()).take(field.ops->add(member), each)) return false;
            }
            return true;
        default:
            return put(field, member, Kept<std::string>::in(kept));
    }
}

void set_name(const Field& field, void* record, const std::string& name) {
    put(field, field.in(record), std::optional(value_of(field, name)));
}

bool has_no_default(const RecordDescription& description, const Field& field) {
    if (field.presence != Presence::required) return false;
    const void* const fresh = field.ops->held(field.in(description.fresh));
    return fresh == nullptr || (field.leaf == Leaf::date && as<Date>(fresh).is_special());
}

std::string docstring_of(const Field& field) {
    std::string out = field.sentence;
    if (field.names.empty()) return out;
    for (std::size_t i = 0; i < field.names.size(); ++i) {
        const bool last = i + 1 == field.names.size();
        out += (i == 0 ? " \"" : last ? " or \"" : ", \"") + std::string(field.names[i]) + "\"";
    }
    return out + ".";
}

std::string literal_of(const Field& field) {
    std::string names;
    for (const std::string_view name : field.names) {
        names += (names.empty() ? "\"" : ", \"") + std::string(name) + "\"";
    }
    return "Literal[" + names + "]";
}

namespace {

/// The type of a member as the stub has it: "datetime.date | None".
std::string python_type_of(const Field& field) {
    const std::string none = may_be_none(field) ? " | None" : "";
    switch (field.kind) {
        case FieldKind::text:
            return "Text";
        case FieldKind::texts:
            return "list[Text]";
        case FieldKind::references:
            return "list[str]";
        case FieldKind::integer:
            return "int" + none;
        case FieldKind::number:
            return "float" + none;
        case FieldKind::record:
            return field.record().type + none;
        case FieldKind::records:
            return "list[" + std::string(field.record().type) + "]";
        case FieldKind::value:
            break;
        default:
            return "str";
    }
    switch (field.leaf) {
        case Leaf::date:
            return "datetime.date" + none;
        case Leaf::time:
            return "datetime.time" + none;
        case Leaf::truth:
            return "bool" + none;
        case Leaf::cadence:
            return "Cadence" + none;
        case Leaf::name:
        case Leaf::quota_subject:
        case Leaf::quota_period:
            return literal_of(field) + none;
        default:
            return "str" + none;
    }
}

}  // namespace

void remember_described(const RecordDescription& description, const std::string& type,
                        const std::vector<std::string>& fields) {
    shown_fields()[type] = {&description, fields};
}

namespace {

/// How a column has a field: a format of flat_table.hpp, "id" for the id of another record, "count" for
/// a number of records.
const char* form_of(const Field& field) {
    switch (field.kind) {
        case FieldKind::reference:
            return "id";
        case FieldKind::integer:
            return "l";
        case FieldKind::number:
            return "g";
        case FieldKind::records:
            return "count";
        case FieldKind::value:
            break;
        default:
            return "U";
    }
    switch (field.leaf) {
        case Leaf::date:
            return "tdD";
        case Leaf::time:
            return "tts";
        case Leaf::instant:
            return "tss:UTC";
        case Leaf::truth:
            return "b";
        default:
            return "U";
    }
}

/// The fields of a record as tables show them: key, place in the catalogues of labels, form, names.
py::list fields_of(const py::type& record_class) {
    const auto shown = shown_fields().find(py::str(record_class.attr("__name__")));
    py::list out;
    if (shown == shown_fields().end()) return out;
    const RecordDescription& description = *shown->second.record;
    for (const Field& field : description.fields) {
        const py::tuple names =
            py::cast(std::vector<std::string>(field.names.begin(), field.names.end()));
        out.append(py::make_tuple(field.key, std::string(description.name) + "." + field.key,
                                  form_of(field), names));
    }
    return out;
}

/// The names of an enumeration in their order, each with its words.
py::list words_of(const std::string& enumeration) {
    py::list out;
    const auto add = [&](std::string_view name, const Text& words) {
        if (words.korean.empty()) {
            throw ProbityError(detail::sentence("python.no_korean",
                                                {{"enumeration", enumeration}, {"name", name}}));
        }
        out.append(py::make_tuple(std::string(name), words));
    };
    if (enumeration == "event_kind") {
        for (const detail::EventKindRow& row : detail::event_kinds) {
            add(row.name, detail::kind_words(row.kind));
        }
    } else if (enumeration == "record_kind") {
        for (const std::string_view name : detail::names<RecordKind>) {
            add(name, detail::labels_for(name, ""));
        }
    } else {
        for (const std::string_view name : detail::names_with_words(enumeration)) {
            add(name, detail::words_for(enumeration, name));
        }
    }
    return out;
}

}  // namespace

void bind_described(py::module_& m) {
    m.def(
        "_fields", &fields_of, py::arg("record"),
        "The fields of a record as tables show them: key, place in the catalogues of labels, form, "
        "names.");
    m.def(
        "_label",
        [](const std::string& place) {
            const std::size_t dot = std::min(place.find('.'), place.size());
            const std::string record = place.substr(0, dot);
            const std::string key = place.substr(std::min(dot + 1, place.size()));
            const std::string korean = detail::label(record, key, Language::korean);
            if (korean.empty()) {
                throw ProbityError(detail::sentence("python.no_label", {{"place", place}}));
            }
            return detail::labels_for(record, key);
        },
        py::arg("place"),
        "The label of a field or column, \"task.due\", in all languages.\n\nRaises "
        "ProbityError if the Korean catalogue has none.");
    m.def("_words", &words_of, py::arg("enumeration"),
          "The names of an enumeration, \"task_state\", in their order, each with its words in "
          "all languages.");
    m.def(
        "_described_types",
        [] {
            py::dict out;
            for (const auto& [type, shown] : shown_fields()) {
                py::dict types;
                for (const std::string& key : shown.keys) {
                    types[py::str(key)] = python_type_of(*shown.record->field(key));
                }
                out[py::str(type)] = types;
            }
            return out;
        },
        "The classes with the types of their described members, as the stub has them.");
}

}  // namespace probity::python
