// Reads back what Rule::describe(Language::korean) writes.
//
// Every sentence that a rule is described by is read as a rule that is described by it: what is found
// is kept only if its own description is the sentence, letter by letter.
#pragma once

#include <optional>
#include <string_view>

#include "probity/recurrence/rule.hpp"
#include "probity/sentences/reading.hpp"

namespace probity::detail::korean {

/// The rule that is described by a sentence; none if there is none, or if it gives no day. Throws
/// RuleError for bytes that are no UTF-8.
[[nodiscard]] std::optional<Rule> read_described(std::string_view text);

/// The span that a sentence describes by the rule of its anchors: 매월 셋째 목요일, 3일 전부터 7일간.
[[nodiscard]] std::optional<Reading> read_described_span(std::string_view text);

}  // namespace probity::detail::korean
