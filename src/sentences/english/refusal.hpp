// Why an English sentence is not understood, and which words speak of dates, so that they are no name.
#pragma once

#include <string>
#include <string_view>

#include "probity/text/text.hpp"
#include "sentences/english/scanner.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

/// Throws RuleError naming the first word from here on that says nothing, and one that was probably
/// meant.
[[noreturn]] void refuse(Scanner& s, const SentencePlan& plan);

/// "early names about ten days, not one": why words of dates that are not read are none of a name;
/// empty if there is no such word.
[[nodiscard]] Text reason_in(std::u32string_view words);

/// Whether there are words that no name has: to pass over them would be to lose them.
[[nodiscard]] bool speaks_of_dates(std::u32string_view words);

}  // namespace probity::detail::english
