// Proposes dates for the regular meetings that a council still has to hold in a year.
//
//     propose_meetings(examples::yongsan(), "integrity-council", 2026);
#pragma once

#include <concepts>
#include <optional>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/proposal.hpp"
#include "probity/programme/programme.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// Wishes for the meetings that are proposed.
struct MeetingWishes {
    std::vector<Weekday> preferred_weekdays = {};
    /// Whether to leave out Integrity Weeks, and every other observance that takes several days.
    bool outside_weeks = false;
    bool avoid_bridges = false;
    int min_days_between = 1;
    ProposalWeights weights = {};

    friend bool operator==(const MeetingWishes&, const MeetingWishes&) = default;
};

/// The best dates for the regular meetings that a council still has to hold in a year, by its
/// quota, as proposal.hpp has it, on Korea's working days if none are given. `on` is the day from
/// which on notice can be given; without one the first day of the year. Throws ProbityError if no
/// quota prescribes meetings, and as propose() does.
[[nodiscard]] std::vector<Proposal> propose_meetings(
    const Programme& programme, std::string_view council, int year,
    const std::optional<WorkCalendar>& workdays = std::nullopt, const MeetingWishes& wishes = {},
    const std::optional<Date>& on = std::nullopt);

static_assert(std::regular<MeetingWishes>);

}  // namespace probity
