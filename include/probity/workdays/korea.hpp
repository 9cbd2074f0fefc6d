// Korea's public holidays: the Regulation on Public Holidays of Government Offices
// (관공서의 공휴일에 관한 규정) from its first text of 1949-06-04 to the present one, Presidential
// Decree 36290 of 2026-04-30, and the Acts that went before it, as rows.
//
//     WorkCalendar kr = WorkCalendar::korea();        // work_calendar.hpp reads the rows
//
// The rows are in src/workdays/korea.cpp, those of one-off days before 2006 beside it in
// korea_before_2006.cpp, and nowhere else. A holiday that the law adds, or a
// temporary holiday that the Cabinet decides, is one row there; days announced between two releases
// come as data (exchange/overlay.hpp).
#pragma once

#include <span>

#include "probity/date/date.hpp"
#include "probity/workdays/holiday_law.hpp"

namespace probity::korea {

/// The day from which the rows are verified, 2010-01-01: the years 2022 to 2026 name by name
/// against the national almanac, the years from 2010 on against the text of the decrees and the
/// days on which the Korea Exchange closed. Earlier rows follow the decrees where their text is at
/// hand, and lists that others have compiled if it is not; such a row says so in its basis.
[[nodiscard]] Date verified_from();

/// The days for which the rows answer: from 1949-06-04, the first regulation, to 2100-12-31, the
/// last year whose lunar dates are known.
[[nodiscard]] Interval horizon();

/// The rows, the weekend and Sundays as public holidays, with the articles that explanations cite.
[[nodiscard]] const HolidayLaw& law();

/// The rows of law(), in the order in which the almanac lists holidays of one date.
[[nodiscard]] std::span<const HolidayRow> holiday_rows();

}  // namespace probity::korea
