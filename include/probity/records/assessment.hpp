// Assessment: how others judge an institution's integrity, and what it aims at.
//
// The Comprehensive Integrity Assessment (종합청렴도 평가) of the Anti-Corruption and Civil Rights
// Commission is published each December: the level as perceived (60 %), the level of effort (40 %),
// less a deduction for corruption cases; grades 1, the best, to 5. It is entered as published, and
// never computed from tasks.
#pragma once

#include <concepts>
#include <optional>
#include <string>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// The result of one year, as far as it was published. Scores are points of 100.
struct Assessment {
    /// One without a year is refused.
    std::optional<int> year = std::nullopt;
    /// 1, the best, to 5.
    std::optional<int> grade = std::nullopt;
    std::optional<double> perception = std::nullopt;
    std::optional<double> effort = std::nullopt;
    std::optional<double> deduction = std::nullopt;
    std::optional<double> score = std::nullopt;
    std::optional<Date> published = std::nullopt;
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const Assessment&, const Assessment&) = default;
};

static_assert(std::regular<Assessment>);

}  // namespace probity
