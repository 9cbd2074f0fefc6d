// Questions about any record, answered by walking its description (records/description.hpp).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
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

/// A list of records that have an id.
struct IdList {
    const RecordDescription& of;
    /// Its place in the document: "/institution/units".
    std::string place;
    const TypeOps& ops;
    /// The list itself; null if the record that has it is absent.
    const void* list;

    [[nodiscard]] std::size_t size() const { return list == nullptr ? 0 : ops.count(list); }
    [[nodiscard]] std::string_view id(std::size_t i) const { return id_in(of, ops.item(list, i)); }
};

/// Calls visit for each such list of a programme.
void each_list(const ProgrammeParts& parts, const std::function<void(const IdList& list)>& visit);

/// The bytes that the texts and lists of a record take beside the record itself.
[[nodiscard]] std::size_t bytes_in(const RecordDescription& description, const void* record);

}  // namespace probity::detail
