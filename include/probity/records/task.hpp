// A task (실천과제): something to be done for integrity, with its owner and its due date.
//
// A task goes from proposed to closed by the steps of its life (src/history/task_transitions.hpp), and
// keeps them all:
//
//     proposed -> adopted -> in_progress -> submitted -> verified -> closed
//              -> rejected      <-> on_hold     -> in_progress (sent back)
//                                    verified or closed -> in_progress (reopened)
//     withdrawn and superseded from every open state
//
// Whether it is overdue or blocked is never stored: it follows from the date asked about
// (programme/view.hpp).
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/evidence.hpp"
#include "probity/text/text.hpp"

namespace probity {

enum class TaskKind : std::uint8_t { practice_task, improvement_measure, action_item };

enum class TaskState : std::uint8_t {
    proposed,
    adopted,
    in_progress,
    on_hold,
    submitted,
    verified,
    closed,
    rejected,
    withdrawn,
    superseded
};

/// A step of a task's life. The event of that number says by whom it was taken and why.
struct TaskChange {
    Date on{};
    TaskState state = TaskState::proposed;
    /// The number of the event in the programme's history, from 1.
    int event = 0;

    friend bool operator==(const TaskChange&, const TaskChange&) = default;
};

/// That a unit took a task over from its owner, which was closed.
struct Takeover {
    Date on{};
    /// The ids of the Unit, and of the Band in which the task is from then on.
    std::string owner = {};
    std::string band = {};
    /// The number of the event by which it did.
    int event = 0;

    friend bool operator==(const Takeover&, const Takeover&) = default;
};

/// Something to be done for integrity.
struct Task {
    std::string id = {};
    TaskKind kind = TaskKind::practice_task;
    /// Empty if it is not published.
    Text title = {};
    std::optional<Date> proposed = std::nullopt;
    /// The id of the Unit that owns it (담당부서); empty if that is not published.
    std::string owner = {};
    /// The id of the Band that works on it; empty if it belongs to none or that is not published.
    std::string band = {};
    /// The id of the RiskArea for which it is meant; empty if that is not published.
    std::string risk_area = {};
    /// The day by which it is to be done (기한), as it was set. Where it is no working day, the task
    /// is due on the next.
    std::optional<Date> due = std::nullopt;
    /// Its weight in the progress of a group, from 1.
    int weight = 1;
    /// The ids of tasks that have to be done before it.
    std::vector<std::string> depends_on = {};
    /// The ids of the Indicators of the assessment that it serves.
    std::vector<std::string> indicators = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    // The members that its history sets; a document does not have these.
    TaskState state = TaskState::proposed;
    /// The steps that brought it to its state, in order.
    std::vector<TaskChange> changes = {};
    /// The units that took it over from a closed owner, in order.
    std::vector<Takeover> takeovers = {};
    std::vector<Evidence> evidence = {};
    /// The id of the task that took its place; empty if none did.
    std::string superseded_by = {};

    friend bool operator==(const Task&, const Task&) = default;
};

/// Whether something is still to be done for a task in this state.
[[nodiscard]] constexpr bool is_open(TaskState state) noexcept {
    return state <= TaskState::submitted;
}
/// Whether a task in this state was done: verified or closed.
[[nodiscard]] constexpr bool is_done(TaskState state) noexcept {
    return state == TaskState::verified || state == TaskState::closed;
}

/// "practice_task", "improvement_measure", "action_item".
[[nodiscard]] std::string_view to_string(TaskKind kind) noexcept;
/// "proposed", "in_progress", ...
[[nodiscard]] std::string_view to_string(TaskState state) noexcept;

static_assert(std::regular<Task>);

}  // namespace probity
