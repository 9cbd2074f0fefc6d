// Bands: the units of an institution, parted by work area into groups that work on integrity
// together, such as the 11 bands of Songpa's Integrity Culture Innovation Band.
//
// A banding is a partition. On every date its bands are disjoint, cover every unit that exists, and
// none is empty:
//
//     const std::vector<Unit> units{{.id = "tax-1"}, {.id = "audit"}};
//     Banding banding{.bands = {{.id = "B-01", .units = {"tax-1"}}, {.id = "B-02"}}};
//     partition_fault(banding, units, make_date(2026, 3, 18));
//                          // "the unit 'audit' is in no band on 2026-03-18"
//
// Where the names and departments of the bands are not published, a band is its number alone, and
// the partition is checked over the units that are recorded.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/records/institution.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// One band.
struct Band {
    std::string id = {};
    /// Empty if it is not published.
    Text title = {};
    /// The ids of its units; empty if they are not published.
    std::vector<std::string> units = {};

    friend bool operator==(const Band&, const Band&) = default;
};

/// The parting of an institution's units into bands.
struct Banding {
    Text title = {};
    std::optional<Date> inaugurated = std::nullopt;
    /// Which units are parted.
    Text units = {};
    /// The sort of body that it is.
    Text character = {};
    /// The purpose of it.
    std::vector<Text> purposes = {};
    std::vector<Band> bands = {};
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const Banding&, const Banding&) = default;
};

/// Says in English why the bands are no partition of the units that exist on a date; empty if they
/// are one. A banding without any unit is not judged: its units are not published.
[[nodiscard]] std::string partition_fault(const Banding& banding, const std::vector<Unit>& units,
                                          const Date& date);

/// The band of a unit; null if it is in none.
[[nodiscard]] const Band* band_of(const Banding& banding, std::string_view unit);

static_assert(std::regular<Banding>);

}  // namespace probity
