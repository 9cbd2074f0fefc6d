// A membership: the place of a seat in a council, from a day to another.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"
#include "probity/planning/validity.hpp"

namespace probity {

/// 위원장, 간사, 위원.
enum class MemberRole : std::uint8_t { chair, secretary, member };

/// A seat's place in a council.
struct Membership {
    /// The id of a Seat.
    std::string seat = {};
    MemberRole role = MemberRole::member;
    bool votes = true;
    /// The days of it, [begin, end); open if none are named.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;

    friend bool operator==(const Membership&, const Membership&) = default;
};

/// "chair", "secretary", "member".
[[nodiscard]] std::string_view to_string(MemberRole role) noexcept;

static_assert(std::regular<Membership>);

}  // namespace probity
