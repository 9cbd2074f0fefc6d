// Reads back the sentences of Rule::describe(Language::english).
#pragma once

#include <optional>
#include <string_view>

#include "probity/recurrence/rule.hpp"
#include "sentences/english/description_parts.hpp"

namespace probity::detail::english {

/// A rule as it is told, and the one time of day that it has, if it has one.
struct Description {
    /// Without BYHOUR, BYMINUTE and BYSECOND if there is one time of day, from which BYSETPOS does not
    /// choose.
    Rule rule;
    std::optional<ToldClock> time = {};
};

/// The rule that describe tells by this text; nothing if it tells no rule so. Throws RuleError if the
/// text is longer than any description.
[[nodiscard]] std::optional<Description> read_description(std::string_view text);

}  // namespace probity::detail::english
