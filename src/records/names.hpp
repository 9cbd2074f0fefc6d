// The names of the kinds, states and outcomes of records (planning/names.hpp).
#pragma once

#include <array>
#include <string_view>

#include "planning/names.hpp"
#include "probity/records/council.hpp"
#include "probity/records/declared_count.hpp"
#include "probity/records/fulfilment.hpp"
#include "probity/records/institution.hpp"
#include "probity/records/record_kind.hpp"
#include "probity/records/task.hpp"

namespace probity::detail {

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
/// The mark of the ordinal in the id of a meeting of each kind: "2026-x1".
inline constexpr auto meeting_marks = std::to_array<std::string_view>({"", "x", "w"});
static_assert(meeting_marks.size() == names<MeetingKind>.size());
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
inline constexpr auto names<FulfilmentOutcome> =
    std::to_array<std::string_view>({"done", "waived"});
template <>
inline constexpr auto names<CountedKind> =
    std::to_array<std::string_view>({"bands", "tasks", "measures", "projects", "other"});
template <>
inline constexpr auto names<RecordKind> = std::to_array<std::string_view>({
#define PROBITY_RECORD(Record, kind) #kind,
#include "probity/records/records.inc"
});

}  // namespace probity::detail
