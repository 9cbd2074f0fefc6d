// Common to views and impacts: how a quota stands, when a task is due, what a task is called.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "probity/planning/cadence.hpp"
#include "probity/planning/quota.hpp"
#include "probity/planning/verdict.hpp"
#include "probity/programme/programme.hpp"
#include "probity/records/record_kind.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity::detail {

/// How a quota stands in a period, by the records of a programme as it stood on a day.
[[nodiscard]] Verdict quota_standing(const ProgrammeParts& parts, const Quota& quota,
                                     const Interval& period, const Date& on,
                                     const WorkCalendar& workdays);

/// The records of a quota's subject in a period.
[[nodiscard]] std::vector<QuotaFact> quota_facts(const ProgrammeParts& parts, const Quota& quota,
                                                 const Interval& period, const Date& on);

/// The slots of a council's cadences in a period; empty if it has no cadence.
[[nodiscard]] std::vector<Slot> council_slots(const ProgrammeParts& parts, const Council& council,
                                              const Interval& period, const WorkCalendar& workdays);

/// The working day on which a task is due; null if no date is set.
[[nodiscard]] inline std::optional<Date> due_day(const Task& task, const WorkCalendar& workdays) {
    if (!task.due) return std::nullopt;
    return workdays.roll(*task.due, RollConvention::following);
}

/// Which kind of record an entry of an agenda names by its id.
[[nodiscard]] constexpr RecordKind record_of(EntryKind kind) noexcept {
    switch (kind) {
        case EntryKind::week:
        case EntryKind::day:
            return RecordKind::observance;
        case EntryKind::activity:
            return RecordKind::activity;
        case EntryKind::meeting:
            return RecordKind::council;
        case EntryKind::deadline:
            return RecordKind::obligation;
        case EntryKind::event:
            break;
    }
    return RecordKind::occasion;
}

/// Whether a task counts: it was not rejected, withdrawn or superseded.
[[nodiscard]] constexpr bool counts(TaskState state) noexcept {
    return is_open(state) || is_done(state);
}

/// A task's title, or its id if none is published.
[[nodiscard]] inline Text name_of(const Task& task) {
    return task.title.empty() ? Text{task.id, task.id} : task.title;
}

/// The unit of an id if it is closed by a day; null for one that is not, or not on record.
[[nodiscard]] inline const Unit* closed_unit(const ProgrammeParts& parts, std::string_view id,
                                             const Date& day) {
    for (const Unit& unit : parts.institution.units) {
        if (unit.id == id && validity_of(unit).is_over_by(day)) return &unit;
    }
    return nullptr;
}

/// The words for a record whose owner is closed: "Contracts: its owner Tax was closed on
/// 2026-04-01, and nobody has taken over".
[[nodiscard]] inline Text closed_owner_text(const Text& name, const Unit& unit) {
    const std::string day = to_string(*unit.end);
    return {name.in(Language::korean) + ": 담당부서 " + unit.title.in(Language::korean) + " 폐지(" +
                day + "), 승계 부서 없음",
            name.in(Language::english) + ": its owner " + unit.title.in(Language::english) +
                " was closed on " + day + ", and nobody has taken over"};
}

/// The record of an id; null if there is none.
template <class Records>
[[nodiscard]] const auto* find_record(const Records& records, std::string_view id) {
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const auto& record) { return record.id == id; });
    return found == records.end() ? nullptr : std::addressof(*found);
}

}  // namespace probity::detail
