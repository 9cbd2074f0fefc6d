// An overdue task: one that should have been handed in by the day of a view.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/records/task.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// A task that should have been handed in.
struct OverdueTask {
    /// The id of the Task.
    std::string task = {};
    Text title = {};
    /// The ids of its Band and its owner, a Unit; empty if they are not recorded.
    std::string band = {};
    std::string owner = {};
    /// The due date as it was set, and the working day on which that falls.
    Date due{};
    Date due_day{};
    /// The working days since, the view's day included.
    std::int64_t working_days_late = 0;
    TaskState state = TaskState::adopted;
    /// The ids of tasks that have to be done before it and are not.
    std::vector<std::string> blocked_by = {};

    friend bool operator==(const OverdueTask&, const OverdueTask&) = default;
};

/// The overdue tasks of a group.
struct OverdueGroup {
    /// The id of the group; empty for tasks that belong to none.
    std::string id = {};
    Text title = {};
    /// The latest first.
    std::vector<OverdueTask> tasks = {};

    friend bool operator==(const OverdueGroup&, const OverdueGroup&) = default;
};

static_assert(std::regular<OverdueTask> && std::regular<OverdueGroup>);

}  // namespace probity
