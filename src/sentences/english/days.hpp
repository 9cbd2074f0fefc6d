// The days that an English sentence counts: the 15th, the third Wednesday, Mondays.
#pragma once

#include <vector>

#include "sentences/english/scanner.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

/// Every Monday, every other Friday, every working day, every third Wednesday.
bool read_every(Scanner& s, SentencePlan& plan);
/// The last 7 days, the first three days.
bool read_last_days(Scanner& s, SentencePlan& plan);
/// The third Wednesday, the last working day, the third week, the 1st and 15th.
bool read_counted(Scanner& s, SentencePlan& plan);
/// Mondays; Monday to Friday of the third week; weekdays.
bool read_weekdays(Scanner& s, SentencePlan& plan);
/// Wednesday of the third week, Monday to Friday in the last week: the week, behind "of" or "in".
bool read_of_week(Scanner& s, SentencePlan& plan);

/// Third, first to third: the numbers; none if no ordinal stands here.
std::vector<Said> ordinals(Scanner& s);

}  // namespace probity::detail::english
