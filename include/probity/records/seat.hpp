// A seat: a post, by which members of councils are named.
//
// It is a post and not a person: people change, and their names are private.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"
#include "probity/planning/validity.hpp"
#include "probity/text/text.hpp"

namespace probity {

enum class SeatKind : std::uint8_t { head, senior_official, department_head, staff };

/// A post, by which members of councils are named.
struct Seat {
    std::string id = {};
    SeatKind kind = SeatKind::staff;
    Text title = {};
    /// The id of the Unit to which it belongs; empty if it belongs to none.
    std::string unit = {};
    /// The days on which it exists, [begin, end); open if none are named.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const Seat&, const Seat&) = default;
};

/// "head", "senior_official", "department_head", "staff".
[[nodiscard]] std::string_view to_string(SeatKind kind) noexcept;

static_assert(std::regular<Seat>);

}  // namespace probity
