// The institution whose programme it is: who heads it, its units and its seats.
//
//     Unit tax{.id = "tax-1", .title = {"세무1과", "Taxation Division 1"}};
//     is_in_force(tax, make_date(2026, 3, 18));        // true
//     tax.end = make_date(2026, 1, 1);
//     is_in_force(tax, make_date(2026, 3, 18));        // false
//
// A seat is a post and not a person: people change, and their names are private.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/text.hpp"
#include "probity/planning/validity.hpp"

namespace probity {

/// The head of an institution, as an announcement names them.
struct Head {
    Text post = {};
    Text name = {};
    /// The term of office at the time, if it is said.
    Text term = {};

    friend bool operator==(const Head&, const Head&) = default;
};

enum class UnitKind : std::uint8_t { department, affiliated_institution };

/// A department of the institution, or an institution affiliated to it.
struct Unit {
    std::string id = {};
    UnitKind kind = UnitKind::department;
    Text title = {};
    /// The days on which it exists, [begin, end); open if none are named.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const Unit&, const Unit&) = default;
};

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

/// A district office, an agency, a public corporation.
struct Institution {
    Text name = {};
    Head head = {};
    /// As far as they are published.
    std::vector<Unit> units = {};
    std::vector<Seat> seats = {};

    friend bool operator==(const Institution&, const Institution&) = default;
};

/// "department", "affiliated_institution"; "head", "senior_official", "department_head", "staff".
[[nodiscard]] std::string_view to_string(UnitKind kind) noexcept;
[[nodiscard]] std::string_view to_string(SeatKind kind) noexcept;

static_assert(std::regular<Institution> && std::regular<Unit> && std::regular<Seat>);

}  // namespace probity
