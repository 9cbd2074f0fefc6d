// Bands: the units of an institution, parted by work area into groups that work on integrity
// together, such as the 11 bands of Songpa's Integrity Culture Innovation Band.
//
// Where the names and departments of the bands are not published, a band is its number alone.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/text.hpp"

namespace probity {

/// One band.
struct Band {
    std::string id = {};
    /// Empty where it is not published.
    Text title = {};

    friend bool operator==(const Band&, const Band&) = default;
};

/// The parting of an institution's units into bands.
struct Banding {
    Text title = {};
    std::optional<Date> inaugurated = std::nullopt;
    /// Which units are parted.
    Text units = {};
    /// What sort of body it is.
    Text character = {};
    /// What it is for.
    std::vector<Text> purposes = {};
    std::vector<Band> bands = {};
    Text note = {};
    /// The id of a Source; empty where none is named.
    std::string source = {};

    friend bool operator==(const Banding&, const Banding&) = default;
};

static_assert(std::regular<Banding>);

}  // namespace probity
