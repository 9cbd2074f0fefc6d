// Questions about any record, answered by walking its description (records/description.hpp).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "records/description.hpp"

namespace probity::detail {

/// The member of a record, of a field whose type is known by its kind.
template <class T>
[[nodiscard]] const T& member_as(const Field& field, const void* record) {
    return *static_cast<const T*>(field.in(record));
}

/// Calls visit(key, id, target) for each record that a record, or one in it, refers to.
void each_reference(
    const RecordDescription& description, const void* record,
    const std::function<void(const char* key, const std::string& id, Target target)>& visit);

/// The fields by which a record, or one in it, may refer to another: few of them all, for records of
/// which many are looked at.
[[nodiscard]] std::vector<const Field*> referring_fields(const RecordDescription& description);
/// The same as each_reference of a description, by these fields.
void each_reference(
    const std::vector<const Field*>& referring, const void* record,
    const std::function<void(const char* key, const std::string& id, Target target)>& visit);

/// The bytes that the texts and lists of a record take beside the record itself.
[[nodiscard]] std::size_t bytes_in(const RecordDescription& description, const void* record);

}  // namespace probity::detail
