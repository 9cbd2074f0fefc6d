// The events of a task. task_transitions.cpp has the table of its steps.
#include <array>
#include <unordered_set>

#include "history/references.hpp"
#include "history/refusals.hpp"
#include "history/task_changes.hpp"
#include "history/task_transitions.hpp"
#include "records/check_parts.hpp"

namespace probity::detail {
namespace {

[[noreturn]] void refuse_state(const Step& step, TaskState state, TaskState wanted,
                               const Text& unmet) {
    refuse_transition(step, "task_state", to_string(state), to_string(wanted), unmet);
}

}  // namespace

Task& Fold::look_up_task(const Step& step) {
    const auto place = place_of_task(step.subject, step.subject_hash());
    if (!place) require(Target::task, step.subject, "subject");
    return parts_.tasks.edit(*place);
}

Task& Fold::task_of(const Step& step) {
    Task* task = step.in_hand == nullptr ? nullptr : (*step.in_hand)[step.row.subject];
    if (task == nullptr) {
        task = &look_up_task(step);
        if (step.in_hand != nullptr) (*step.in_hand)[step.row.subject] = task;
    }
    if (task->proposed && step.on < *task->proposed) {
        refuse_step(step, sentence("proposed_later", {{"on", written(*task->proposed)}}));
    }
    return *task;
}

bool Fold::waits_for_itself(const Task& task) const {
    std::unordered_set<std::uint32_t> seen;
    std::vector<std::uint32_t> waiting;
    const auto wait_for = [&](const std::vector<std::string>& needed) {
        for (const std::string& id : needed) {
            const auto place = place_of_task(id);
            if (place && seen.insert(*place).second) waiting.push_back(*place);
        }
    };
    wait_for(task.depends_on);
    while (!waiting.empty()) {
        const Task& next = parts_.tasks[waiting.back()];
        waiting.pop_back();
        if (next.id == task.id) return true;
        wait_for(next.depends_on);
    }
    return false;
}

Task& Fold::open_task_of(const Step& step) {
    Task& task = task_of(step);
    if (!is_open(task.state)) {
        refuse_state(step, task.state, task.state,
                     sentence("unmet.open", {{"states", in_words(open_task_states)}}));
    }
    return task;
}

void Fold::propose_task(const Step& step) {
    // Said first, since it is not yet among the tasks that there are.
    const auto& needed = body_as<Task>(step.body).depends_on;
    if (std::find(needed.begin(), needed.end(), step.subject) != needed.end()) {
        refuse_step(step,
                    sentence("waits_for_itself", {{"path", step.subject + " -> " + step.subject}}));
    }
    const Task& proposal = body_of<Task>(step);
    if (proposal.id != step.subject) {
        refuse_step(step, sentence("record_of_another", {{"id", proposal.id}}));
    }
    if (proposal.state != TaskState::proposed || !proposal.changes.empty() ||
        !proposal.takeovers.empty()) {
        refuse_step(step, sentence("proposed_with_history"));
    }
    require_not_closed(step, "owner", proposal.owner);
    take_id_of_task(step);
    Task* task = &parts_.tasks.emplace_back(proposal);
    if (step.in_hand != nullptr) {
        // Copies may have the rest of the leaf: one in hand stands in a leaf of its list alone.
        task = &parts_.tasks.edit(parts_.tasks.size() - 1);
        (*step.in_hand)[step.row.subject] = task;
    }
    task->proposed = step.on;
    // From proposed to closed it takes six steps if none is gone back.
    task->changes.reserve(6);
    task->changes.push_back({step.on, TaskState::proposed, step.number});
}

void Fold::step_task(const Step& step) {
    Task& task = task_of(step);
    const TaskTransition& transition = task_transition(step.kind);
    if ((transition.from & in(task.state)) == 0) {
        refuse_state(step, task.state, transition.to,
                     sentence("unmet.state", {{"states", in_words(transition.from)}}));
    }
    const Text unmet = transition.guard(task, step);
    if (!unmet.empty()) refuse_state(step, task.state, transition.to, unmet);
    if (step.kind == EventKind::task_superseded) {
        const std::string& successor = body_of<TaskSuperseded>(step).by;
        if (successor.empty() || successor == task.id) {
            refuse_step(step, sentence("no_successor", {{"id", successor}}));
        }
        task.superseded_by = successor;
    }
    if (step.kind == EventKind::task_submitted) {
        const auto& given = body_as<EvidenceGiven>(step.body).evidence;
        task.evidence.insert(task.evidence.end(), given.begin(), given.end());
    }
    // Its owner may have been closed since it was done.
    if (step.kind == EventKind::task_reopened) follow_successor(task, step);
    task.state = transition.to;
    task.changes.push_back({step.on, task.state, step.number});
}

void Fold::assign_task(const Step& step) {
    Task& task = open_task_of(step);
    const auto& body = body_of<TaskAssigned>(step);
    require_not_closed(step, "owner", body.owner);
    set_fields(task, body);
}

void Fold::reschedule_task(const Step& step) {
    Task& task = open_task_of(step);
    if (task.due && step.reason.empty()) {
        refuse_step(step, sentence("due_without_reason"));
    }
    set_fields(task, body_as<TaskRescheduled>(step.body));
}

void Fold::weigh_task(const Step& step) {
    set_fields(open_task_of(step), body_as<TaskWeighted>(step.body));
}

void Fold::link_task(const Step& step) {
    Task& task = open_task_of(step);
    set_fields(task, body_of<TaskLinked>(step));
    // The check of all names the cycle.
    if (waits_for_itself(task)) check_dependencies(parts_.tasks);
}

void Fold::direct_task(const Step& step) {
    Task& task = open_task_of(step);
    set_fields(task, body_of<TaskDirected>(step));
}

}  // namespace probity::detail
