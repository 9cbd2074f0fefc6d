// The items of an English sentence, and the place of each: the third Wednesday, of March.
#pragma once

#include "sentences/english/scanner.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

/// One of the days that a sentence lists: whether it stood here.
bool read_item(Scanner& s, SentencePlan& plan);
/// Of March, in the following month, of the third week, of the year: where days lie.
bool read_context(Scanner& s, SentencePlan& plan);

}  // namespace probity::detail::english
