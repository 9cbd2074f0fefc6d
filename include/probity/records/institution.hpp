// The institution whose programme it is: who heads it, its units and its seats.
#pragma once

#include <concepts>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/validity.hpp"
#include "probity/records/head.hpp"
#include "probity/records/seat.hpp"
#include "probity/records/unit.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// A district office, an agency, a public corporation.
struct Institution {
    Text name = {};
    Head head = {};
    /// As far as they are published.
    std::vector<Unit> units = {};
    std::vector<Seat> seats = {};

    friend bool operator==(const Institution&, const Institution&) = default;
};

static_assert(std::regular<Institution>);

}  // namespace probity
