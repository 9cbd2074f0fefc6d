// The grammar of English sentences that say when something recurs: from text to a SentencePlan.
//
// English says how often, on which days and what limits them in any order:
//
//     third Wednesday   of March   every year,   at 2 pm   (Integrity Day)
//     item              context    head          limit     name
#pragma once

#include "sentences/english/scanner.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

/// The plan of a whole sentence. Throws RuleError if it is not understood.
[[nodiscard]] SentencePlan read_plan(Scanner& s);

}  // namespace probity::detail::english
