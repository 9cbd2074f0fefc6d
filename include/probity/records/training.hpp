// Training: who has to be educated in integrity, and what they attended.
//
// A duty says how much is owed a year; officials owe it, and attendances pay it. Anti-corruption
// education is owed at least once and at least two hours a year, with a part face to face for those
// newly appointed or promoted, and the year's results are reported by the last day of February
// (Act on the Prevention of Corruption and the Establishment and Management of the Anti-Corruption
// and Civil Rights Commission, Article 81-2).
#pragma once

#include <concepts>
#include <optional>
#include <string>

#include "probity/date/date.hpp"
#include "probity/planning/text.hpp"

namespace probity {

/// A statutory duty of education.
struct Duty {
    std::string id = {};
    Text title = {};
    /// The education owed in a calendar year: how often, and how many minutes in all.
    int sessions = 1;
    int minutes = 120;
    /// Whether those newly appointed or promoted in the year owe a part of it face to face.
    bool face_to_face_when_new = true;
    /// The law.
    Text basis = {};
    /// The days on which it is in force, [begin, end); open if none are named.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const Duty&, const Duty&) = default;
};

/// Someone who owes education, under a number: names are private.
struct Official {
    std::string id = {};
    /// The id of a Unit; empty if it is not recorded.
    std::string unit = {};
    /// The days of service, [begin, end); open if none are named.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    /// The day of the last appointment or promotion, if that is recorded.
    std::optional<Date> appointed = std::nullopt;

    friend bool operator==(const Official&, const Official&) = default;
};

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

static_assert(std::regular<Duty> && std::regular<Official> && std::regular<Attendance>);

}  // namespace probity
