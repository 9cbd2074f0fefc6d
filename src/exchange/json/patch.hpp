// Patches of records (probity/history/record_patch.hpp) as JSON objects: the fields that they name, null
// for one that is stated to be absent.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "exchange/json/leaves.hpp"
#include "probity/history/record_patch.hpp"
#include "records/description.hpp"

namespace probity::detail {

[[nodiscard]] ordered_json patch_json(const RecordPatch& patch);

/// Throws DocumentError with every fault of its fields.
[[nodiscard]] RecordPatch read_patch(const json& value, const std::string& place,
                                     const RecordDescription& record);

/// The same as text.
[[nodiscard]] std::string patch_text(const RecordPatch& patch);
[[nodiscard]] RecordPatch read_patch_text(std::string_view text, const RecordDescription& record);
/// A record of the text of its object.
[[nodiscard]] std::shared_ptr<void> read_record_text(std::string_view text,
                                                     const RecordDescription& record);

}  // namespace probity::detail
