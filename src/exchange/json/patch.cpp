#include "exchange/json/patch.hpp"

#include <vector>

#include "exchange/json/archive.hpp"
#include "history/record_patch.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

ordered_json patch_json(const RecordPatch& patch) {
    ordered_json out = ordered_json::object();
    for (const Field& field : named_fields(patch)) {
        if (is_absent(field, patch.values())) {
            out[field.key] = nullptr;
        } else {
            write_fields(out, with_fields(patch.record(), {field}), patch.values());
        }
    }
    return out;
}

RecordPatch read_patch(const json& value, const std::string& place,
                       const RecordDescription& record) {
    StrictObject object(value, place);
    DocumentFaults faults;
    const std::shared_ptr<void> values = record.copy(record.fresh);
    std::vector<std::string> named;
    for (const Field& field : record.fields) {
        if (!field.is_written()) continue;
        const json* found = object.find(field.key);
        if (found == nullptr) continue;
        named.emplace_back(field.key);
        if (found->is_null() && may_be_absent(field)) continue;
        read_fields(object, with_fields(record, {field.needed()}), values.get(), faults);
    }
    object.finish(faults);
    faults.raise();
    return {record, values.get(), named};
}

std::string patch_text(const RecordPatch& patch) { return patch_json(patch).dump(); }

namespace {

json parsed(std::string_view text) {
    try {
        return json::parse(text);
    } catch (const json::exception& error) {
        refuse("/body", sentence("json.no_json", {{"reason", error.what()}}));
    }
}

}  // namespace

RecordPatch read_patch_text(std::string_view text, const RecordDescription& record) {
    return read_patch(parsed(text), "/body", record);
}

std::shared_ptr<void> read_record_text(std::string_view text, const RecordDescription& record) {
    const std::shared_ptr<void> out = record.copy(record.fresh);
    DocumentFaults faults;
    read_record(parsed(text), "/body", record, out.get(), faults);
    faults.raise();
    return out;
}

}  // namespace probity::detail
