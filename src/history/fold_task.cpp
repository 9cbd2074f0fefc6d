// The life of a task: which step leads from which states to which, and under what condition.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "history/references.hpp"
#include "history/refusals.hpp"
#include "history/task_changes.hpp"
#include "records/check_parts.hpp"
#include "records/names.hpp"

namespace probity::detail {
namespace {

constexpr unsigned in(TaskState state) { return 1U << static_cast<unsigned>(state); }

constexpr unsigned open_states = in(TaskState::proposed) | in(TaskState::adopted) |
                                 in(TaskState::in_progress) | in(TaskState::on_hold) |
                                 in(TaskState::submitted);

/// The condition of a step beside the state, in words as it should be; empty if it is met.
using Guard = Text (*)(const Task&, const Step&);

Text nothing(const Task&, const Step&) { return {}; }

Text a_reason(const Task&, const Step& step) {
    return step.reason.empty() ? sentence("unmet.reason") : Text{};
}

Text evidence(const Task&, const Step& step) {
    const bool given = !body_as<EvidenceGiven>(step.body).evidence.empty();
    return given ? Text{} : sentence("unmet.evidence");
}

Text another_person(const Task& task, const Step& step) {
    const TaskChange& submitted = task.changes.back();
    const auto row = static_cast<std::size_t>(submitted.event - 1);
    const std::string& submitter = step.history.name(step.history.row(row).actor);
    if (submitter != step.actor()) return {};
    return sentence("unmet.another_person", {{"who", submitter}});
}

/// From which states a step leads to which, and under what condition.
struct Transition {
    EventKind kind;
    unsigned from;
    TaskState to;
    Guard guard;
};

constexpr std::array transitions{
    Transition{EventKind::task_adopted, in(TaskState::proposed), TaskState::adopted, nothing},
    Transition{EventKind::task_rejected, in(TaskState::proposed), TaskState::rejected, a_reason},
    Transition{EventKind::task_started, in(TaskState::adopted), TaskState::in_progress, nothing},
    Transition{EventKind::task_put_on_hold, in(TaskState::in_progress), TaskState::on_hold,
               a_reason},
    Transition{EventKind::task_resumed, in(TaskState::on_hold), TaskState::in_progress, nothing},
    Transition{EventKind::task_submitted, in(TaskState::in_progress), TaskState::submitted,
               evidence},
    Transition{EventKind::task_verified, in(TaskState::submitted), TaskState::verified,
               another_person},
    Transition{EventKind::task_sent_back, in(TaskState::submitted), TaskState::in_progress,
               a_reason},
    Transition{EventKind::task_closed, in(TaskState::verified), TaskState::closed, nothing},
    Transition{EventKind::task_reopened, in(TaskState::verified) | in(TaskState::closed),
               TaskState::in_progress, a_reason},
    Transition{EventKind::task_withdrawn, open_states, TaskState::withdrawn, a_reason},
    Transition{EventKind::task_superseded, open_states, TaskState::superseded, a_reason},
};

/// The table by kind; null for kinds that are no steps.
constexpr auto table = [] {
    std::array<const Transition*, event_kinds.size()> by_kind{};
    for (const Transition& transition : transitions) {
        by_kind[static_cast<std::size_t>(transition.kind)] = &transition;
    }
    return by_kind;
}();

Text states_in(unsigned mask) {
    std::vector<Text> states;
    for (std::size_t i = 0; i < names<TaskState>.size(); ++i) {
        if ((mask >> i & 1U) == 0) continue;
        states.push_back(name_in_refusals("task_state", names<TaskState>[i]));
    }
    return alternatives(states);
}

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
                     sentence("unmet.open", {{"states", states_in(open_states)}}));
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
    const Transition& transition = *table[static_cast<std::size_t>(step.kind)];
    if ((transition.from & in(task.state)) == 0) {
        refuse_state(step, task.state, transition.to,
                     sentence("unmet.state", {{"states", states_in(transition.from)}}));
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
