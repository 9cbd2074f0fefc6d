// A charter: the terms under which a council sits, in versions, each with its period of validity.
//
//     Charter{.begin = make_date(2026, 1, 1), .quorum = parse_share("more than 1/2"), .notice_days = 7}
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"
#include "probity/planning/validity.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/notice.hpp"

namespace probity {

/// A part of a body that has to be there or to agree: "a majority" is more than 1/2, "two thirds"
/// at least 2/3.
struct Share {
    int numerator = 1;
    int denominator = 2;
    /// Whether the part itself is not enough.
    bool more_than = false;

    /// How many of so many it takes: more than 1/2 of 7 is 4, and of 8 is 5.
    [[nodiscard]] constexpr int of(int total) const noexcept {
        const int whole = total * numerator / denominator;
        const bool exact = total * numerator % denominator == 0;
        return whole + (more_than || !exact ? 1 : 0);
    }

    friend bool operator==(const Share&, const Share&) = default;
};

/// One version of a council's charter.
struct Charter {
    /// The days on which it is in force, [begin, end).
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    /// The part of the voting members who have to be present (의사정족수); null if no quorum is
    /// prescribed or published.
    std::optional<Share> quorum = std::nullopt;
    /// The part of those present who have to agree (의결정족수); null if none is prescribed or
    /// published.
    std::optional<Share> decision = std::nullopt;
    /// The days of notice before a meeting, at least; 0 if none are prescribed.
    int notice_days = 0;
    /// Whether they are clear days, so that neither the day of notice nor that of the meeting counts
    /// (Civil Act, article 157). False if the charter counts the day of notice.
    bool clear_notice = true;
    /// Whether the council may decide in writing.
    bool written_resolution = false;
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    [[nodiscard]] NoticeDays notice() const noexcept { return {notice_days, clear_notice}; }

    friend bool operator==(const Charter&, const Charter&) = default;
};

template <>
inline constexpr const char* version_name<Charter> = "charter";

/// "more than 1/2", "at least 2/3".
[[nodiscard]] std::string to_string(const Share& share);

/// Reads what to_string writes. Throws ProbityError on anything else, and for more than the whole.
[[nodiscard]] Share parse_share(std::string_view text);

static_assert(std::regular<Charter>);

}  // namespace probity
