// Single values appended to a text of JSON, as nlohmann::json writes them, without making one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "records/description.hpp"

namespace probity::detail {

/// How many of the first bytes of a text stand in a string of JSON as they are: those before the first
/// that has to be escaped, or is not UTF-8.
[[nodiscard]] std::size_t plain_length(std::string_view text) noexcept;

/// A string in its quotes. Throws nlohmann::json::type_error if it is not UTF-8.
void append_string(std::string& out, std::string_view text);
void append_integer(std::string& out, std::int64_t number);
/// The value of a field (written_leaf).
void append_leaf(std::string& out, const Field& field, const void* value);

}  // namespace probity::detail
