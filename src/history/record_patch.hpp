// Questions about a patch (probity/history/record_patch.hpp), answered by way of the description of
// its record.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "probity/history/record_patch.hpp"
#include "records/description.hpp"

namespace probity::detail {

/// The fields that a patch names, in their order, each as one that has to be there.
[[nodiscard]] std::vector<Field> named_fields(const RecordPatch& patch);
/// The description of a record with some of its fields, which outlive it.
[[nodiscard]] RecordDescription with_fields(const RecordDescription& record,
                                            const std::vector<Field>& fields);

/// Whether a field may be stated to be absent.
[[nodiscard]] bool may_be_absent(const Field& field) noexcept;
/// Whether it is in a record: no value, an empty text, list or id.
[[nodiscard]] bool is_absent(const Field& field, const void* record);

/// Throws DocumentError for a patch of nothing, of a field that an event of this sort does not change
/// (naming the event that does), or with a value that is not in order.
void check_patch(const RecordPatch& patch, const std::string& place);

/// The body of a correction of a patch, with the fields that it does not name as the other has
/// them.
[[nodiscard]] RecordPatch patched(const RecordPatch& said, const RecordPatch& corrected);

}  // namespace probity::detail
