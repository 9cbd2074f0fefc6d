// A fact that the sources of a programme leave open, so that nobody takes it for missing by mistake.
#pragma once

#include <concepts>

#include "probity/text/text.hpp"

namespace probity {

/// A fact of the programme that its sources leave open.
struct UnpublishedFact {
    Text what = {};

    friend bool operator==(const UnpublishedFact&, const UnpublishedFact&) = default;
};

static_assert(std::regular<UnpublishedFact>);

}  // namespace probity
