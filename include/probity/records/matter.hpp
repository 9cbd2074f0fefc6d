// A matter (사안): something that came to the office and from which a deadline runs, such as a report of
// a private interest. It has its kind, the day on which it was received or known, and the post concerned;
// never names, and nothing of its content.
//
//     Matter lecture{.id = "2026-014", .kind = "outside-lecture", .known = make_date(2026, 5, 20)};
#pragma once

#include <concepts>
#include <string>

#include "probity/date/date.hpp"

namespace probity {

/// Something from which a deadline runs, without names or content.
struct Matter {
    std::string id = {};
    /// The word by which obligations name its kind: "outside-lecture".
    std::string kind = {};
    /// The day on which it was received, known or took place, as the law of its kind counts.
    Date known{};
    /// The id of the Seat concerned; empty if none is named.
    std::string seat = {};
    /// The id of the Unit concerned; empty if none is named.
    std::string unit = {};

    friend bool operator==(const Matter&, const Matter&) = default;
};

static_assert(std::regular<Matter>);

}  // namespace probity
