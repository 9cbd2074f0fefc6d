// An attendance: one official at one session of education, which counts for a duty.
#pragma once

#include <concepts>
#include <string>

#include "probity/date/date.hpp"

namespace probity {

/// One official at one session of education.
struct Attendance {
    /// The id of the Official.
    std::string official = {};
    /// The id of the Duty.
    std::string duty = {};
    Date date{};
    int minutes = 60;
    bool face_to_face = false;
    /// The id of the Activity that it was; empty if it was none of the programme.
    std::string activity = {};

    friend bool operator==(const Attendance&, const Attendance&) = default;
};

static_assert(std::regular<Attendance>);

}  // namespace probity
