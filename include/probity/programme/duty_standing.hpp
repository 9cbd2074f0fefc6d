// How a duty of education stands in a year, and what each official still owes of it.
#pragma once

#include <concepts>
#include <string>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/deadline.hpp"

namespace probity {

/// The rest that one official still owes of a duty.
struct DutyShortfall {
    std::string official = {};
    std::string unit = {};
    int sessions = 0;
    int minutes = 0;
    bool had_face_to_face = false;
    /// Names the rest: minutes, sessions, and whether a part face to face.
    int missing_minutes = 0;
    int missing_sessions = 0;
    bool lacks_face_to_face = false;
    Text text = {};

    friend bool operator==(const DutyShortfall&, const DutyShortfall&) = default;
};

/// How a duty of education stands in a year.
struct DutyStanding {
    std::string id = {};
    Text title = {};
    int year = 0;
    /// How many officials owe it, and how many have done all of it.
    int owed_by = 0;
    int done_by = 0;
    std::vector<DutyShortfall> lacking = {};
    /// The last day on which the results are reported: the last of February of the next year or, if
    /// that is a Saturday or a public holiday, the next day that is neither.
    Date report_by{};
    /// The last working day of that February, by which to plan. Advice, never the deadline.
    Date report_day{};
    /// How report_by was found.
    Deadline report = {};

    [[nodiscard]] const std::vector<DutyShortfall>& shortfall() const& noexcept { return lacking; }
    /// By value of a standing that is about to go.
    [[nodiscard]] std::vector<DutyShortfall> shortfall() && { return std::move(lacking); }

    friend bool operator==(const DutyStanding&, const DutyStanding&) = default;
};

static_assert(std::regular<DutyStanding>);

}  // namespace probity
