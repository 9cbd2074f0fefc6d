// The verbs of tasks.
#include "probity/programme/task_commands.hpp"

#include <utility>

#include "programme/said.hpp"

namespace probity {
namespace {

Event step(const Programme& programme, EventKind kind, const std::string& task, const Act& act) {
    return record(programme, kind, task, {}, act);
}

/// The band of a unit, if it is recorded; else the one that the task has.
std::string band_of_owner(const Programme& programme, const Task& task, const std::string& owner) {
    const auto& banding = programme.parts().banding;
    const Band* found = banding ? band_of(*banding, owner) : nullptr;
    return found == nullptr ? task.band : found->id;
}

std::string band_for(const Programme& programme, const Task& task, const std::string& owner,
                     const std::optional<std::string>& band, const Act& act) {
    if (band) return *band;
    if (act.corrects != 0 && detail::names_field(act, "band")) return "";
    const auto* before =
        detail::left_as_said<TaskAssigned>(programme, act, EventKind::task_assigned, "band", false);
    if (before != nullptr && before->band != band_of_owner(programme, task, before->owner)) {
        return before->band;
    }
    return band_of_owner(programme, task, owner);
}

}  // namespace

Event adopt(const Programme& programme, const std::string& task, const Act& act) {
    return step(programme, EventKind::task_adopted, task, act);
}
Event reject(const Programme& programme, const std::string& task, const Act& act) {
    return step(programme, EventKind::task_rejected, task, act);
}
Event start(const Programme& programme, const std::string& task, const Act& act) {
    return step(programme, EventKind::task_started, task, act);
}
Event put_on_hold(const Programme& programme, const std::string& task, const Act& act) {
    return step(programme, EventKind::task_put_on_hold, task, act);
}
Event resume(const Programme& programme, const std::string& task, const Act& act) {
    return step(programme, EventKind::task_resumed, task, act);
}
Event submit(const Programme& programme, const std::string& task,
             const std::vector<Evidence>& evidence, const Act& act) {
    return record(programme, EventKind::task_submitted, task, Held(EvidenceGiven{evidence}), act);
}
Event verify(const Programme& programme, const std::string& task, const Act& act) {
    return step(programme, EventKind::task_verified, task, act);
}
Event send_back(const Programme& programme, const std::string& task, const Act& act) {
    return step(programme, EventKind::task_sent_back, task, act);
}
Event close(const Programme& programme, const std::string& task, const Act& act) {
    return step(programme, EventKind::task_closed, task, act);
}
Event reopen(const Programme& programme, const std::string& task, const Act& act) {
    return step(programme, EventKind::task_reopened, task, act);
}
Event withdraw(const Programme& programme, const std::string& task, const Act& act) {
    return step(programme, EventKind::task_withdrawn, task, act);
}
Event supersede(const Programme& programme, const std::string& task, const std::string& by,
                const Act& act) {
    return record(programme, EventKind::task_superseded, task, Held(TaskSuperseded{by}),
                  detail::naming(act, "by"));
}

Event assign(const Programme& programme, const std::string& task, const std::string& owner,
             const std::optional<std::string>& band, const Act& act) {
    const std::string goes_to = band_for(programme, programme.task(task), owner, band, act);
    return record(programme, EventKind::task_assigned, task, Held(TaskAssigned{owner, goes_to}),
                  detail::naming(act, "band"));
}

Event reschedule(const Programme& programme, const std::string& task,
                 const std::optional<Date>& due, const Act& act) {
    return record(programme, EventKind::task_rescheduled, task, Held(TaskRescheduled{due}), act);
}

Event weigh(const Programme& programme, const std::string& task, int weight, const Act& act) {
    return record(programme, EventKind::task_weighted, task, Held(TaskWeighted{weight}), act);
}

Event link(const Programme& programme, const std::string& task,
           const std::optional<std::vector<std::string>>& depends_on,
           const std::optional<std::vector<std::string>>& indicators, const Act& act) {
    const Task& now = programme.task(task);
    const auto ids_of = [&](const char* field, const auto& given, auto TaskLinked::*said,
                            const auto& present) {
        if (given) return *given;
        if (act.corrects != 0 && detail::names_field(act, field)) return std::vector<std::string>{};
        const auto* before =
            detail::left_as_said<TaskLinked>(programme, act, EventKind::task_linked, field, false);
        return before != nullptr ? before->*said : present;
    };
    return record(
        programme, EventKind::task_linked, task,
        Held(TaskLinked{ids_of("depends_on", depends_on, &TaskLinked::depends_on, now.depends_on),
                        ids_of("indicators", indicators, &TaskLinked::indicators, now.indicators)}),
        act);
}

Event direct(const Programme& programme, const std::string& task, const std::string& risk_area,
             const Act& act) {
    return record(programme, EventKind::task_directed, task, Held(TaskDirected{risk_area}), act);
}

}  // namespace probity
