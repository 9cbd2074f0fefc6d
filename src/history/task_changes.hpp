// The fields of a task that events set, said once for all who follow a task through its history.
#pragma once

#include "history/body.hpp"
#include "probity/records/task.hpp"

namespace probity::detail {

// Calls set(member, value) for each field that a body sets of its task: set(&Task::due, ...).

template <class Set>
void each_field_set(const TaskAssigned& said, Set&& set) {
    set(&Task::owner, said.owner);
    set(&Task::band, said.band);
}
template <class Set>
void each_field_set(const TaskRescheduled& said, Set&& set) {
    set(&Task::due, said.due);
}
template <class Set>
void each_field_set(const TaskWeighted& said, Set&& set) {
    set(&Task::weight, said.weight);
}
template <class Set>
void each_field_set(const TaskLinked& said, Set&& set) {
    set(&Task::depends_on, said.depends_on);
    set(&Task::indicators, said.indicators);
}
template <class Set>
void each_field_set(const TaskDirected& said, Set&& set) {
    set(&Task::risk_area, said.risk_area);
}

/// A body that sets fields of its task.
template <class Body>
concept SetsTask = requires(const Body& body) { each_field_set(body, [](auto, const auto&) {}); };

/// Sets the fields of a task that a body says.
template <SetsTask Body>
void set_fields(Task& task, const Body& said) {
    each_field_set(said, [&](auto member, const auto& value) { task.*member = value; });
}

/// Whether events of a kind set fields of a task, apart from its state.
[[nodiscard]] inline bool sets_task(EventKind kind) {
    return with_body_of(kind, []<class Body>() { return SetsTask<Body>; });
}

/// Calls set(member, value) for each field that an event sets of its task; sets none for kinds that
/// are not of sets_task().
template <class Set>
void each_field_set(EventKind kind, const EventBody& body, Set&& set) {
    with_body_of(kind, [&]<class Body>() {
        if constexpr (SetsTask<Body>) each_field_set(body_as<Body>(body), set);
    });
}

}  // namespace probity::detail
