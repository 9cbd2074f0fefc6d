// An official, who owes education, under a number: names are private.
#pragma once

#include <concepts>
#include <optional>
#include <string>

#include "probity/date/date.hpp"

namespace probity {

/// Someone who owes education, under a number: names are private.
struct Official {
    std::string id = {};
    /// The id of a Unit; empty if it is not recorded.
    std::string unit = {};
    /// The days of service, [begin, end); open if none are named.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    /// The day of the last appointment or promotion, if that is recorded.
    std::optional<Date> appointed = std::nullopt;
    /// Whether they hold a senior post, and whether they serve in corruption-prone work.
    bool senior = false;
    bool prone_post = false;

    friend bool operator==(const Official&, const Official&) = default;
};

static_assert(std::regular<Official>);

}  // namespace probity
