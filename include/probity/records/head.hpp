// The head of an institution, as an announcement names them.
#pragma once

#include <concepts>

#include "probity/text/text.hpp"

namespace probity {

/// The head of an institution, as an announcement names them.
struct Head {
    Text post = {};
    Text name = {};
    /// The term of office at the time, if it is said.
    Text term = {};

    friend bool operator==(const Head&, const Head&) = default;
};

static_assert(std::regular<Head>);

}  // namespace probity
