// The findings of a check: whom each concerns, why, and what to do.
#pragma once

#include <span>
#include <string_view>

#include "probity/exchange/ics.hpp"

namespace probity::ics::detail {

/// A kind of finding; {} in `why` stands for the value that was found.
struct Kind {
    std::string_view name;
    std::span<const std::string_view> clients;
    Severity severity;
    std::string_view why_korean;
    std::string_view why_english;
    std::string_view advice_korean;
    std::string_view advice_english;
};

/// All kinds.
[[nodiscard]] std::span<const Kind> kinds() noexcept;

/// The kind of a name, which must be one.
[[nodiscard]] const Kind& kind_named(std::string_view name);

}  // namespace probity::ics::detail
