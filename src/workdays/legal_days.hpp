// The days off that acts on periods speak of: Saturdays and public holidays, Sundays among them.
#pragma once

#include <string>

#include "probity/date/date.hpp"
#include "probity/text/language.hpp"
#include "probity/workdays/deadline.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity::detail {

/// "2026-02-14 (Saturday)", "2026. 2. 14.(토)".
[[nodiscard]] std::string day_with_weekday(const Date& date, Language language);

/// Throws HorizonError for a day before the calendar's holidays are verified.
void check_verified(const WorkCalendar& calendar, const Date& date);

/// Whether a day is a public holiday: a Sunday (Regulation on Public Holidays of Government Offices,
/// article 2(1)), or one that the calendar lists and on which not the institution alone is closed.
[[nodiscard]] bool is_public_holiday(const WorkCalendar& calendar, const Date& date);

/// A day off by its names: those of its public holidays, else its weekday.
[[nodiscard]] PassedDay passed_day(const WorkCalendar& calendar, const Date& date);

/// "2026-02-14 Saturday, 2026-02-16 Seollal holiday".
[[nodiscard]] std::string list_of(const std::vector<PassedDay>& days, Language language);

}  // namespace probity::detail
