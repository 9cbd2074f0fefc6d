#include "history/record_patch.hpp"

#include <algorithm>

#include "date/text.hpp"
#include "probity/date/error.hpp"
#include "records/check_fields.hpp"
#include "records/check_parts.hpp"
#include "records/walk.hpp"
#include "text/labels.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

bool is_among(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

RecordPatch::RecordPatch(const detail::RecordDescription& record, const void* values,
                         const std::vector<std::string>& fields)
    : record_(&record) {
    std::vector<std::string> known;
    for (const detail::Field& field : record.fields) {
        if (!field.is_written()) continue;
        known.emplace_back(field.key);
        if (is_among(fields, field.key)) fields_.emplace_back(field.key);
    }
    for (const std::string& name : fields) {
        if (is_among(known, name)) continue;
        throw ProbityError(detail::sentence("patch.no_field_known",
                                            {{"record", detail::record_in_refusals(record.name)},
                                             {"field", detail::printable(name)},
                                             {"known", detail::listed(known)}}));
    }
    const std::shared_ptr<void> copy = record.copy(record.fresh);
    for (const std::string& name : fields_) {
        const detail::Field& field = *record.field(name);
        field.ops->assign(field.in(copy.get()), field.in(values));
    }
    values_ = copy;
}

bool operator==(const RecordPatch& a, const RecordPatch& b) {
    return a.record_ == b.record_ && a.fields_ == b.fields_ &&
           a.record_->ops->equal(a.values(), b.values());
}

namespace detail {

std::vector<Field> named_fields(const RecordPatch& patch) {
    std::vector<Field> out;
    for (const std::string& name : patch.fields()) {
        out.push_back(patch.record().field(name)->needed());
    }
    return out;
}

RecordDescription with_fields(const RecordDescription& record, const std::vector<Field>& fields) {
    RecordDescription out = record;
    out.fields = fields;
    return out;
}

bool may_be_absent(const Field& field) noexcept {
    if (field.presence == Presence::required || field.is_expected) return false;
    // A usual value is a value too, which a patch says.
    return field.presence != Presence::usual;
}

bool is_absent(const Field& field, const void* record) {
    switch (field.kind) {
        case FieldKind::id:
        case FieldKind::word:
        case FieldKind::words:
        case FieldKind::reference:
            return member_as<std::string>(field, record).empty();
        case FieldKind::text:
            return member_as<Text>(field, record).empty();
        case FieldKind::references:
        case FieldKind::records:
        case FieldKind::texts:
            return field.ops->count(field.in(record)) == 0;
        case FieldKind::integer:
        case FieldKind::number:
        case FieldKind::value:
        case FieldKind::record:
            return field.ops->held(field.in(record)) == nullptr;
    }
    return false;
}

namespace {

/// Refuses a field of which other events say what it is.
void check_class(const RecordDescription& record, const Field& field, const std::string& place) {
    const auto refuse_field = [&](std::string_view kind) {
        Text label = labels_for(record.name, field.key);
        label.english = field.key;
        refuse(place, sentence(kind, {{"field", label},
                                      {"record", record_in_refusals(record.name)},
                                      {"events", field.events == nullptr ? "" : field.events}}));
    };
    if (field.change == FieldChange::founding) {
        refuse_field("patch.founding");
    }
    if (field.change == FieldChange::by_event) {
        refuse_field("patch.by_event");
    }
}

}  // namespace

void check_patch(const RecordPatch& patch, const std::string& place) {
    const RecordDescription& record = patch.record();
    if (patch.fields().empty()) refuse(place, sentence("patch.no_field"));
    Index index{.with_references = false};
    std::vector<Field> said;
    for (const std::string& name : patch.fields()) {
        const Field& field = *record.field(name);
        index.faults.attempt([&] { check_class(record, field, place + "/" + name); });
        said.push_back(field);
    }
    check_fields(index, place, with_fields(record, said), patch.values());
    index.faults.raise();
}

RecordPatch patched(const RecordPatch& said, const RecordPatch& corrected) {
    const RecordDescription& record = said.record();
    if (&record != &corrected.record()) return said;
    const std::shared_ptr<void> values = record.copy(said.values());
    std::vector<std::string> fields = said.fields();
    for (const std::string& name : corrected.fields()) {
        if (is_among(fields, name)) continue;
        const Field& field = *record.field(name);
        field.ops->assign(field.in(values.get()), field.in(corrected.values()));
        fields.push_back(name);
    }
    return {record, values.get(), fields};
}

}  // namespace detail
}  // namespace probity
