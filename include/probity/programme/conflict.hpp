// A conflict: plans that do not go together, or that cannot be as they are.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/records/record_kind.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// A conflict: plans that do not go together.
enum class ConflictKind : std::uint8_t {
    /// A meeting or a day of observance lies on a day off.
    day_off,
    /// A week has fewer working days than its observance asks for (Observance::short_below).
    short_week,
    /// Two meetings take the same hours and share a member.
    overlap,
    /// The last day for the notice of a meeting has gone by.
    notice,
    /// A task is due before one that has to be done first.
    order,
    /// An open task or a risk area is owned by a unit that is closed.
    closed_owner,
};

/// Two things that do not go together, or one that cannot be as it is planned.
struct Conflict {
    Date date{};
    ConflictKind kind = ConflictKind::day_off;
    /// The ids of what is in conflict.
    std::vector<std::string> subjects = {};
    /// Which kinds of records these are, in the same order.
    std::vector<RecordKind> records = {};
    Text text = {};

    friend bool operator==(const Conflict&, const Conflict&) = default;
};

/// "day_off", "short_week", "overlap", "notice", "order", "closed_owner".
[[nodiscard]] std::string_view to_string(ConflictKind kind) noexcept;

static_assert(std::regular<Conflict>);

}  // namespace probity
