// The records of a programme in plain data, and the few that belong to no other header.
//
//     ProgrammeParts parts{.id = "mapo",
//                          .title = {"마포구 청렴 프로그램", "Integrity of Mapo"},
//                          .institution = {.name = {"마포구", "Mapo-gu"}}};
//     parts.occasions.push_back({.id = "kick-off",
//                                .title = {"발대식", "Kick-off"},
//                                .date = make_date(2026, 3, 2)});
//     Programme mapo(parts);
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/activity.hpp"
#include "probity/planning/observance.hpp"
#include "probity/planning/quota.hpp"
#include "probity/planning/source.hpp"
#include "probity/planning/text.hpp"
#include "probity/records/assessment.hpp"
#include "probity/records/band.hpp"
#include "probity/records/council.hpp"
#include "probity/records/declared_count.hpp"
#include "probity/records/institution.hpp"
#include "probity/records/list.hpp"
#include "probity/records/rules.hpp"
#include "probity/records/task.hpp"
#include "probity/records/training.hpp"

namespace probity {

/// A single occasion, such as an inauguration ceremony.
struct Occasion {
    std::string id = {};
    Text title = {};
    Date date{};
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const Occasion&, const Occasion&) = default;
};

/// A fact of the programme that its sources leave open.
struct UnpublishedFact {
    Text what = {};

    friend bool operator==(const UnpublishedFact&, const UnpublishedFact&) = default;
};

/// The parts of a programme in plain data, for building one in code or reading it from a document;
/// the members are named and ordered as in the document. The lists that grow with the work and the
/// people of an office share what copies have in common.
struct ProgrammeParts {
    std::string id = {};
    Text title = {};
    /// Whether it is made up, to show what a programme can hold. It then says so in its title, and
    /// with that wherever it shows.
    bool illustrative = false;
    /// When it was last recorded, in UTC.
    std::optional<std::chrono::sys_seconds> recorded = std::nullopt;
    Institution institution = {};
    std::vector<Source> sources = {};
    std::vector<Text> goals = {};
    std::vector<YearGoal> year_goals = {};
    /// The occasion that set the programme off.
    Text prompted_by = {};
    std::vector<Observance> observances = {};
    std::vector<Activity> activities = {};
    std::vector<Council> councils = {};
    std::vector<Quota> quotas = {};
    std::optional<Banding> banding = std::nullopt;
    std::vector<RiskArea> risk_areas = {};
    List<Task> tasks = {};
    std::vector<Occasion> occasions = {};
    std::vector<Duty> duties = {};
    List<Official> officials = {};
    List<Attendance> attendances = {};
    std::vector<Indicator> indicators = {};
    std::vector<Assessment> assessments = {};
    std::vector<DeclaredCount> declared = {};
    std::vector<UnpublishedFact> not_published = {};
    std::vector<Text> notes = {};
    /// The version of the rules under which it was set up.
    int rules = current_rules;

    friend bool operator==(const ProgrammeParts&, const ProgrammeParts&) = default;
};

}  // namespace probity
