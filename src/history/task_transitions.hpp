// From started to done: which step leads a task from which states to which, and under what condition.
#pragma once

#include "history/fold.hpp"

namespace probity::detail {

/// A bit for each state of a task.
using TaskStates = unsigned;

constexpr TaskStates in(TaskState state) { return 1U << static_cast<unsigned>(state); }

inline constexpr TaskStates open_task_states = in(TaskState::proposed) | in(TaskState::adopted) |
                                               in(TaskState::in_progress) | in(TaskState::on_hold) |
                                               in(TaskState::submitted);

/// "adopted or on hold".
[[nodiscard]] Text in_words(TaskStates states);

/// A step in the life of a task.
struct TaskTransition {
    /// The condition of a step beside the state, in words as it should be; empty if it is met.
    using Guard = Text (*)(const Task&, const Step&);

    EventKind kind;
    TaskStates from;
    TaskState to;
    Guard guard;
};

/// The step that an event is. Only for the kinds of events that are steps of a task.
[[nodiscard]] const TaskTransition& task_transition(EventKind kind) noexcept;

}  // namespace probity::detail
