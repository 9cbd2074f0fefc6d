// A unit: a department of the institution, or an institution affiliated to it.
//
//     Unit tax{.id = "tax-1", .title = {"세무1과", "Taxation Division 1"}};
//     is_in_force(tax, make_date(2026, 3, 18));        // true
//     tax.end = make_date(2026, 1, 1);
//     is_in_force(tax, make_date(2026, 3, 18));        // false
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

/// "department", "affiliated_institution".
[[nodiscard]] std::string_view to_string(UnitKind kind) noexcept;

static_assert(std::regular<Unit>);

}  // namespace probity
