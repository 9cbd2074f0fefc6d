// The institution whose programme it is, and who heads it.
#pragma once

#include <concepts>
#include <string>

#include "probity/planning/text.hpp"

namespace probity {

/// The head of an institution, as an announcement names them.
struct Head {
    Text post = {};
    Text name = {};
    /// The term of office at the time, where it is said.
    Text term = {};

    friend bool operator==(const Head&, const Head&) = default;
};

/// A district office, an agency, a public corporation.
struct Institution {
    Text name = {};
    Head head = {};

    friend bool operator==(const Institution&, const Institution&) = default;
};

static_assert(std::regular<Institution>);

}  // namespace probity
