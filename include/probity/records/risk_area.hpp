// A risk area: a corruption-prone area of work (부패취약분야), with the units that own it.
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "probity/text/text.hpp"

namespace probity {

/// A corruption-prone area of work (부패취약분야).
struct RiskArea {
    std::string id = {};
    Text title = {};
    /// The ids of the Units that own it; empty if that is not published.
    std::vector<std::string> owners = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const RiskArea&, const RiskArea&) = default;
};

static_assert(std::regular<RiskArea>);

}  // namespace probity
