// The encodings of calendar files: UTF-8 (RFC 5545 section 3.1.4), and what older programs write.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace probity::ics::detail {

/// Stands for bytes that are no character (U+FFFD).
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Whether bytes are UTF-8 (RFC 3629).
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

/// Bytes as UTF-8; U+FFFD stands for each part that is none (Unicode 15.0 section 3.9, "maximal
/// subparts").
[[nodiscard]] std::string as_utf8(std::string_view bytes);

/// Bytes in UTF-16, little or big endian, as UTF-8; U+FFFD stands for half of a character.
[[nodiscard]] std::string from_utf16(std::string_view bytes, bool is_little_endian);

/// Bytes in the encoding of a name that iconv knows, as UTF-8; none if they are not in it.
[[nodiscard]] std::optional<std::string> from_charset(std::string_view bytes, const char* charset);

/// The name for iconv of a charset that a vCalendar names; null for one that is not read.
[[nodiscard]] const char* charset_named(std::string_view name);

}  // namespace probity::ics::detail
