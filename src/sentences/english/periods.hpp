// Days by a period or a feast in English: end of quarter, the week before Chuseok.
#pragma once

#include <optional>

#include "sentences/english/scanner.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

/// Within 10 days after the end of each quarter, 10 days after month-end.
bool read_after_period(Scanner& s, SentencePlan& plan);
/// The week before Chuseok, the two weeks before Seollal, the week after.
bool read_week_around(Scanner& s, SentencePlan& plan);
/// The week of the second Monday, the week containing Chuseok, or in which it falls.
bool read_containing(Scanner& s, SentencePlan& plan);
/// Two working days before the end of the month, the eve of Chuseok.
bool read_moved(Scanner& s, SentencePlan& plan);
/// The first Tuesday after the first Monday of November, the Friday before the second Monday.
bool read_weekday_beside(Scanner& s, SentencePlan& plan);
/// Chuseok, Seollal and Chuseok, the Chuseok holidays.
bool read_feast(Scanner& s, SentencePlan& plan);
/// End of quarter, the end of each month, month-end, the last day of June.
bool read_end_of_period(Scanner& s, SentencePlan& plan);

/// 10 days, two weeks, a week, five working days; behind "the" a unit alone is one.
std::optional<Duration> duration(Scanner& s, bool behind_the = false);

}  // namespace probity::detail::english
