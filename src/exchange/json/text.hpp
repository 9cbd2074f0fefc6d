// JSON text: parsing that refuses what a careless reader lets pass, and a form for people to read.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace probity::detail {

/// Parses JSON. Throws DocumentError for bytes that are not UTF-8 (with their offset), for text
/// that is not JSON (with line and column), for a key that an object has twice, and for what is
/// longer or deeper than json.hpp allows.
[[nodiscard]] nlohmann::json parse_json(std::string_view text);

/// One line for what fits in 100 columns, one line a member for what does not.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& value);

/// A key as a step of a JSON pointer (RFC 6901).
[[nodiscard]] std::string pointer_step(std::string_view key);

}  // namespace probity::detail
