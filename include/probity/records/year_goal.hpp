// A goal of a year: what an institution aims at, such as a grade of the assessment.
#pragma once

#include <concepts>
#include <optional>
#include <string>

#include "probity/text/text.hpp"

namespace probity {

/// An aim of an institution in a year.
struct YearGoal {
    std::string id = {};
    /// One without a year is refused.
    std::optional<int> year = std::nullopt;
    Text title = {};
    /// The grade aimed at, where the goal is one.
    std::optional<int> grade = std::nullopt;
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const YearGoal&, const YearGoal&) = default;
};

static_assert(std::regular<YearGoal>);

}  // namespace probity
