// Small pieces of text that the library's messages and notations share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace probity::detail {

/// "2026-03-18"; years of other lengths and impossible dates are written too, for error messages.
[[nodiscard]] std::string iso_text(std::int64_t year, int month, int day);

/// "2026. 3. 18.", as Korean offices write dates: without leading zeros, with the last full stop.
[[nodiscard]] std::string korean_text(std::int64_t year, int month, int day);

/// "10000-01-01" for a day number, also of one that is no Date, for error messages. The Gregorian
/// calendar is taken both ways without end, with a year 0 before year 1 as in ISO 8601.
[[nodiscard]] std::string day_text(std::int64_t day);

/// A number of one to nine decimal digits, nothing else; none for any other text.
[[nodiscard]] std::optional<int> digits(std::string_view text) noexcept;

/// Foreign text as it may stand in a message: what is not printable ASCII or whole UTF-8 becomes
/// \xNN, and past `limit` bytes it is cut with "...".
[[nodiscard]] std::string printable(std::string_view text, std::size_t limit = 60);

/// The length of the well-formed UTF-8 character (RFC 3629) at the start of `text`; 0 if none.
[[nodiscard]] std::size_t utf8_length(std::string_view text) noexcept;

}  // namespace probity::detail
