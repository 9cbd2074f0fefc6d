// A duty of education: how much integrity education an official owes in a year.
//
// Anti-corruption education is owed at least once and at least two hours a year, with a part face to face
// for those newly appointed or promoted, and the year's results are reported by the last day of February
// (Act on the Prevention of Corruption and the Establishment and Management of the Anti-Corruption and
// Civil Rights Commission, Article 81-2).
#pragma once

#include <concepts>
#include <optional>
#include <string>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"

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

static_assert(std::regular<Duty>);

}  // namespace probity
