// The time of day in an English sentence: at 2 pm, at 14:00, from 2 to 4 pm, 10:00-12:00.
#pragma once

#include "sentences/english/scanner.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

bool read_time_of_day(Scanner& s, SentencePlan& plan);

}  // namespace probity::detail::english
