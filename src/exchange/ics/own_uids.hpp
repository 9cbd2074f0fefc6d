// The UIDs of the calendar files that this library writes.
//
//     integrity-week-2026-03@songpa.probity     an occurrence of an observance
//     integrity-day-rule-1@songpa.probity       the series of a rule
//     council-2026-1@songpa.probity             a meeting of a council
//     task:T-1@songpa.probity                   the due date of a task
//     activity:clean-2026-04-02@songpa.probity  an activity whose id an observance, say, had before it
//
// A name with its kind stays as it is when it is read, so that it is no other's.
#pragma once

#include <optional>
#include <string_view>

namespace probity::ics::detail {

/// The observance of an occurrence's UID; none of another UID.
[[nodiscard]] std::optional<std::string_view> observance_of_occurrence(std::string_view uid);
/// The observance of the UID of a rule's series; none of another UID.
[[nodiscard]] std::optional<std::string_view> observance_of_rule(std::string_view uid);
/// Whether a UID is that of a council's meeting.
[[nodiscard]] bool is_of_council(std::string_view uid);
/// The task of the UID of its due date; none of another UID.
[[nodiscard]] std::optional<std::string_view> task_of_due_date(std::string_view uid);

}  // namespace probity::ics::detail
