// The parts of a programme in plain data.
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
#include "probity/planning/obligation.hpp"
#include "probity/planning/observance.hpp"
#include "probity/planning/quota.hpp"
#include "probity/planning/source.hpp"
#include "probity/records/assessment.hpp"
#include "probity/records/attendance.hpp"
#include "probity/records/band.hpp"
#include "probity/records/council.hpp"
#include "probity/records/declared_count.hpp"
#include "probity/records/duty.hpp"
#include "probity/records/fulfilment.hpp"
#include "probity/records/indicator.hpp"
#include "probity/records/institution.hpp"
#include "probity/records/list.hpp"
#include "probity/records/matter.hpp"
#include "probity/records/occasion.hpp"
#include "probity/records/official.hpp"
#include "probity/records/risk_area.hpp"
#include "probity/records/rules.hpp"
#include "probity/records/task.hpp"
#include "probity/records/unpublished_fact.hpp"
#include "probity/records/year_goal.hpp"
#include "probity/text/text.hpp"

namespace probity {

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
    std::vector<Obligation> obligations = {};
    std::vector<Matter> matters = {};
    /// The instances of obligations that were done or waived.
    List<Fulfilment> fulfilments = {};
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
