// An activity: what is done on an Integrity Day, in an Integrity Week, or at other times.
//
//     Activity broadcast{.id = "morning-broadcast",
//                        .title = {"청렴 아침방송 챌린지",
//                                  "Integrity Morning Broadcast Challenge"},
//                        .observance = "integrity-week",
//                        .dates = {{.date = make_date(2023, 6, 13)}}};
//
// Its own dates are those that are known. Held in an observance, it recurs with it as long as
// nothing says otherwise: from `begin` on, up to its `end`. One that has dates and says neither was
// held on these dates alone, and does not look as if it went on for ever. An activity without dates
// that is held in no observance has no place in a calendar yet, and is listed as undated.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// The sort of an activity.
enum class ActivityCategory : std::uint8_t {
    other,
    campaign,
    education,
    publicity,
    culture,
    /// Help for those who work in hard places, such as a healing programme.
    support
};

/// A day on which an activity took place, or is to.
struct ActivityDate {
    Date date{};
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const ActivityDate&, const ActivityDate&) = default;
};

/// Something done for integrity: a campaign, a broadcast, a training course.
struct Activity {
    std::string id = {};
    ActivityCategory category = ActivityCategory::other;
    Text title = {};
    /// The id of the observance in which it is held; empty if it belongs to none.
    std::string observance = {};
    /// For whom it is, if that is said.
    Text audience = {};
    std::vector<ActivityDate> dates = {};
    /// The first day from which it belongs to the programme; none if it always has.
    std::optional<Date> begin = std::nullopt;
    /// The first day on which it no longer does; none if no end is known.
    std::optional<Date> end = std::nullopt;
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    /// Whether it takes place in every occurrence of its observance: not if it is held in none, and
    /// not if its dates are all that is said of when it was held.
    [[nodiscard]] bool recurs() const noexcept {
        return !observance.empty() && (dates.empty() || begin || end);
    }

    friend bool operator==(const Activity&, const Activity&) = default;
};

/// "other", "campaign", "education", "publicity", "culture", "support".
[[nodiscard]] std::string_view to_string(ActivityCategory category) noexcept;

static_assert(std::regular<Activity>);

}  // namespace probity
