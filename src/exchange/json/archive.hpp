// Records read from JSON objects and written as such, field by field (records/description.hpp).
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "exchange/json/leaves.hpp"
#include "records/description.hpp"
#include "records/refusal.hpp"

namespace probity::detail {

/// Reads the fields of a record from an object, which may hold more. A field that cannot be read is a
/// fault, and the others are read all the same.
void read_fields(StrictObject& object, const RecordDescription& description, void* out,
                 DocumentFaults& faults);

/// A record read from an object, which holds nothing else; faults are added to the others. Throws
/// DocumentError if the value is no object.
void read_record(const json& value, const std::string& place, const RecordDescription& description,
                 void* out, DocumentFaults& faults);

/// The JSON of a field of a record; null if it is left out, or stated to be absent.
[[nodiscard]] ordered_json field_json(const Field& field, const void* record);

/// Writes the fields of a record into an object, after what it holds.
void write_fields(ordered_json& object, const RecordDescription& description, const void* record);

/// A record read by itself. Throws DocumentError with every fault.
template <class Record>
void read_object(const json& value, const std::string& place, Record& out) {
    DocumentFaults faults;
    read_record(value, place, description_of<Record>(), &out, faults);
    faults.raise();
}

/// The object of a record.
[[nodiscard]] ordered_json object_of(const RecordDescription& description, const void* record);
template <class Record>
[[nodiscard]] ordered_json object_of(const Record& record) {
    return object_of(description_of<Record>(), &record);
}
/// Appends the text of that object, as its dump() gives it, without making the object.
void append_object(std::string& out, const RecordDescription& description, const void* record);

}  // namespace probity::detail
