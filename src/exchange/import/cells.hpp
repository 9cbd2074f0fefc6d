// Single cells of a table: texts as they are kept and compared, and days.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "exchange/import/faults.hpp"

namespace probity::detail {

/// A text without blanks around it, with one blank for each run of blanks and line ends in it, and
/// without blanks of no width.
[[nodiscard]] std::string clean(std::string_view text);

/// The same in the usual width, without characters that cannot be seen.
[[nodiscard]] std::string plain(std::string_view text);

/// Whether a cell has nothing that can be seen.
[[nodiscard]] bool says_nothing(std::string_view cell);

/// A name without what does not matter when it is compared: blanks, widths, capitals, and which of
/// the middle dots it has.
[[nodiscard]] std::string name_key(std::string_view name);

/// Whether a cell says in words that it is empty: "-", "없음", "미정", "N/A".
[[nodiscard]] bool says_none(std::string_view text);

/// A day in any notation of read_date. If it names none the fault is added.
[[nodiscard]] std::optional<Date> day_of(const std::string& text, const CellPlace& place,
                                         Faults& faults);

}  // namespace probity::detail
