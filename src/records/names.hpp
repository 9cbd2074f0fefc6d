// The names of the kinds, states and outcomes, as documents write them: one list for each, in the
// order of its enumeration.
#pragma once

#include <array>
#include <string_view>

#include "probity/planning/activity.hpp"
#include "probity/planning/observance.hpp"
#include "probity/records/council.hpp"
#include "probity/records/institution.hpp"
#include "probity/records/task.hpp"

namespace probity::detail {

template <class Enum>
inline constexpr std::array<std::string_view, 0> names{};

template <>
inline constexpr auto names<UnitKind> =
    std::to_array<std::string_view>({"department", "affiliated_institution"});
template <>
inline constexpr auto names<SeatKind> =
    std::to_array<std::string_view>({"head", "senior_official", "department_head", "staff"});
template <>
inline constexpr auto names<TaskKind> =
    std::to_array<std::string_view>({"practice_task", "improvement_measure", "action_item"});
template <>
inline constexpr auto names<TaskState> =
    std::to_array<std::string_view>({"proposed", "adopted", "in_progress", "on_hold", "submitted",
                                     "verified", "closed", "rejected", "withdrawn", "superseded"});
template <>
inline constexpr auto names<MeetingKind> =
    std::to_array<std::string_view>({"regular", "extraordinary", "written"});
template <>
inline constexpr auto names<MeetingState> = std::to_array<std::string_view>(
    {"planned", "noticed", "held", "minuted", "approved", "cancelled"});
template <>
inline constexpr auto names<MemberRole> =
    std::to_array<std::string_view>({"chair", "secretary", "member"});
template <>
inline constexpr auto names<ItemKind> =
    std::to_array<std::string_view>({"report", "deliberation", "decision"});
template <>
inline constexpr auto names<ItemOutcome> = std::to_array<std::string_view>(
    {"open", "noted", "adopted", "amended", "deferred", "rejected"});

template <>
inline constexpr auto names<OccurrenceStatus> =
    std::to_array<std::string_view>({"held", "not_held", "cancelled", "moved"});
template <>
inline constexpr auto names<ActivityCategory> = std::to_array<std::string_view>(
    {"other", "campaign", "education", "publicity", "culture", "support"});

/// The name of a value of an enumeration that has a list.
template <class Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) noexcept {
    return names<Enum>[static_cast<std::size_t>(value)];
}

}  // namespace probity::detail
