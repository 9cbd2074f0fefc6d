// On which days a row of holiday law falls.
#pragma once

#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/holiday_law.hpp"

namespace probity::detail {

/// The days in [first, last] on which a row's rule falls, ascending and each once; the row is valid and
/// its rule no ElectionDay. Lunar rules give nothing after the last known lunar year, and are a
/// HorizonError if they begin before the first.
[[nodiscard]] std::vector<DayNumber> days_of_row(const HolidayRow& row, DayNumber first,
                                                 DayNumber last);

/// Whether a rule needs the lunisolar calendar.
[[nodiscard]] bool is_lunar(const HolidayRule& rule) noexcept;

/// Throws ProbityError: what is wrong with a row.
[[noreturn]] void refuse(const HolidayRow& row, const Text& fault);

/// Throws ProbityError, naming the row and what is wrong with it.
void require_valid(const HolidayRow& row);

/// Throws ProbityError, naming the term.
void require_valid(const DayBetweenTerm& term);

}  // namespace probity::detail
