// A single occasion, such as an inauguration ceremony.
#pragma once

#include <concepts>
#include <string>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// A single occasion, such as an inauguration ceremony.
struct Occasion {
    std::string id = {};
    Text title = {};
    Date date{};
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const Occasion&, const Occasion&) = default;
};

static_assert(std::regular<Occasion>);

}  // namespace probity
