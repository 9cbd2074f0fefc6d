// The limits on the days of an English sentence: on a day off, except August, at 2 pm, until when.
#pragma once

#include "sentences/english/scanner.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

/// One thing that limits the days: whether it stood here.
bool read_limit(Scanner& s, SentencePlan& plan);

}  // namespace probity::detail::english
