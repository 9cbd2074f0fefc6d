// The findings of a check: whom each concerns, why, and what to do.
#pragma once

#include <span>
#include <string_view>

#include "probity/exchange/ics.hpp"

namespace probity::ics::detail {

/// A kind of finding. Why it is one is told by the sentence "finding." and its name, or by the reason of
/// what reading mended or left out; what to do by "advice." and its name (text/refusals_*.inc).
struct Kind {
    std::string_view name;
    std::span<const std::string_view> clients;
    Severity severity;
};

/// All kinds.
[[nodiscard]] std::span<const Kind> kinds() noexcept;

/// The kind of a name, which must be one.
[[nodiscard]] const Kind& kind_named(std::string_view name);

}  // namespace probity::ics::detail
