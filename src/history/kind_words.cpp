#include "history/kind_words.hpp"

#include <string>
#include <string_view>

#include "history/body.hpp"
#include "records/description.hpp"
#include "text/labels.hpp"
#include "text/name_words.hpp"

namespace probity::detail {
namespace {

/// The record whose kind has that name; null if there is none.
const RecordDescription* record_named(std::string_view name) {
#define PROBITY_RECORD(Record, kind) \
    if (name == #kind) return &description_of<Record>();
#include "probity/records/records.inc"
    return nullptr;
}

/// The step that a kind takes with the record to which it applies, as the catalogue of words names it;
/// empty if it neither adds, changes nor ends that record.
std::string_view step_of(const EventKindRow& row, const RecordDescription& record) {
    const std::string_view step = row.name.substr(row.name.find('.') + 1);
    if (step == "added") return row.body == record.type ? step : "";
    if (step == "changed") return record_changed_by(row.kind) == &record ? step : "";
    if (step != "ended") return "";
    // A record without an end is taken out.
    return record.field("end") == nullptr ? "taken_out" : step;
}

}  // namespace

Text record_step_words(EventKind kind) {
    const EventKindRow& row = event_kinds[static_cast<std::size_t>(kind)];
    const RecordDescription* record = record_named(row.subject);
    if (record == nullptr) return {};
    const std::string_view step = step_of(row, *record);
    if (step.empty()) return {};
    const Text done = words_for("record_step", step);
    return labels_for(record->name, "") + Text{" ", " "} + done;
}

Text kind_words(EventKind kind) {
    const std::string_view name = event_kinds[static_cast<std::size_t>(kind)].name;
    const Text words = words_for("event_kind", name);
    return words.korean.empty() ? record_step_words(kind) : words;
}

}  // namespace probity::detail
