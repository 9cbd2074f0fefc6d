#include "history/task_transitions.hpp"

#include <array>
#include <vector>

#include "history/refusals.hpp"
#include "records/names.hpp"

namespace probity::detail {
namespace {

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

constexpr std::array transitions{
    TaskTransition{EventKind::task_adopted, in(TaskState::proposed), TaskState::adopted, nothing},
    TaskTransition{EventKind::task_rejected, in(TaskState::proposed), TaskState::rejected,
                   a_reason},
    TaskTransition{EventKind::task_started, in(TaskState::adopted), TaskState::in_progress,
                   nothing},
    TaskTransition{EventKind::task_put_on_hold, in(TaskState::in_progress), TaskState::on_hold,
                   a_reason},
    TaskTransition{EventKind::task_resumed, in(TaskState::on_hold), TaskState::in_progress,
                   nothing},
    TaskTransition{EventKind::task_submitted, in(TaskState::in_progress), TaskState::submitted,
                   evidence},
    TaskTransition{EventKind::task_verified, in(TaskState::submitted), TaskState::verified,
                   another_person},
    TaskTransition{EventKind::task_sent_back, in(TaskState::submitted), TaskState::in_progress,
                   a_reason},
    TaskTransition{EventKind::task_closed, in(TaskState::verified), TaskState::closed, nothing},
    TaskTransition{EventKind::task_reopened, in(TaskState::verified) | in(TaskState::closed),
                   TaskState::in_progress, a_reason},
    TaskTransition{EventKind::task_withdrawn, open_task_states, TaskState::withdrawn, a_reason},
    TaskTransition{EventKind::task_superseded, open_task_states, TaskState::superseded, a_reason},
};

/// The table by kind; null for kinds that are no steps.
constexpr auto table = [] {
    std::array<const TaskTransition*, event_kinds.size()> by_kind{};
    for (const TaskTransition& transition : transitions) {
        by_kind[static_cast<std::size_t>(transition.kind)] = &transition;
    }
    return by_kind;
}();

}  // namespace

Text in_words(TaskStates states) {
    std::vector<Text> words;
    for (std::size_t i = 0; i < names<TaskState>.size(); ++i) {
        if ((states >> i & 1U) == 0) continue;
        words.push_back(name_in_refusals("task_state", names<TaskState>[i]));
    }
    return alternatives(words);
}

const TaskTransition& task_transition(EventKind kind) noexcept {
    return *table[static_cast<std::size_t>(kind)];
}

}  // namespace probity::detail
