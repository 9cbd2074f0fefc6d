// An indicator: a thing of which the assessment of a year asks evidence. Tasks serve it.
#pragma once

#include <concepts>
#include <optional>
#include <string>

#include "probity/text/text.hpp"

namespace probity {

/// An indicator: a thing of which the assessment of a year asks evidence.
struct Indicator {
    std::string id = {};
    /// One without a year is refused.
    std::optional<int> year = std::nullopt;
    Text title = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const Indicator&, const Indicator&) = default;
};

static_assert(std::regular<Indicator>);

}  // namespace probity
