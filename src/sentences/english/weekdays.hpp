// Runs of weekdays in an English sentence.
#pragma once

#include <optional>
#include <vector>

#include "sentences/english/scanner.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

/// Monday to Friday: its ends.
std::optional<WeekdayRun> read_run(Scanner& s);
/// Mondays and Thursdays, Tuesday to Thursday: the weekdays of the list, those of a run in the order
/// of the week.
std::vector<int> listed_weekdays(Scanner& s);

void add_weekdays(SentencePlan& plan, const std::vector<int>& weekdays);
void add_monday_to_friday(SentencePlan& plan);
void add_weekend(SentencePlan& plan);

}  // namespace probity::detail::english
