// The steps of a task's life (records/task.hpp), and what is changed of it on the way.
//
//     Programme songpa = examples::songpa();
//     const Act by_team{.on = make_date(2023, 4, 3), .by = "integrity-team"};
//     songpa = songpa.apply(adopt(songpa, "T-07", by_team));
//     songpa = songpa.apply(start(songpa, "T-07", by_team));
//     songpa = songpa.apply(reschedule(songpa, "T-07", make_date(2023, 9, 30), by_team));
//     to_string(songpa.task("T-07").state);      // "in_progress"
//
// A task is proposed by add(programme, Task{...}, act) of commands.hpp. A step that its state does not
// allow throws TransitionError, which says what is missing:
//
//     verify(songpa, "T-07", by_team).subject;      // TransitionError
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probity/programme/command.hpp"

namespace probity {

// Each throws as Programme::apply does.

/// It is taken on: proposed -> adopted.
[[nodiscard]] Event adopt(const Programme& programme, const std::string& task, const Act& act);
/// It is not taken on: proposed -> rejected. Needs a reason.
[[nodiscard]] Event reject(const Programme& programme, const std::string& task, const Act& act);
/// Work begins: adopted -> in_progress.
[[nodiscard]] Event start(const Programme& programme, const std::string& task, const Act& act);
/// Work pauses: in_progress -> on_hold. Needs a reason.
[[nodiscard]] Event put_on_hold(const Programme& programme, const std::string& task,
                                const Act& act);
/// Work goes on: on_hold -> in_progress.
[[nodiscard]] Event resume(const Programme& programme, const std::string& task, const Act& act);
/// It is handed in with evidence, at least one file: in_progress -> submitted.
[[nodiscard]] Event submit(const Programme& programme, const std::string& task,
                           const std::vector<Evidence>& evidence, const Act& act);
/// It was done: submitted -> verified. Another than its submitter verifies it.
[[nodiscard]] Event verify(const Programme& programme, const std::string& task, const Act& act);
/// It was not done yet: submitted -> in_progress. Needs a reason.
[[nodiscard]] Event send_back(const Programme& programme, const std::string& task, const Act& act);
/// Nothing is left to do: verified -> closed.
[[nodiscard]] Event close(const Programme& programme, const std::string& task, const Act& act);
/// It was not done after all: verified or closed -> in_progress. Needs a reason.
[[nodiscard]] Event reopen(const Programme& programme, const std::string& task, const Act& act);
/// It is given up, from any open state. Needs a reason.
[[nodiscard]] Event withdraw(const Programme& programme, const std::string& task, const Act& act);
/// Another task takes its place, from any open state. Needs a reason.
[[nodiscard]] Event supersede(const Programme& programme, const std::string& task,
                              const std::string& by, const Act& act);

/// A unit owns a task from now on. Without a band it goes to that of the unit, or stays in its own if
/// that of the unit is not recorded. A correction that names no band keeps the one that was said,
/// unless that had followed from the owner; one that names it and gives none takes the task out.
[[nodiscard]] Event assign(const Programme& programme, const std::string& task,
                           const std::string& owner, const std::optional<std::string>& band,
                           const Act& act);
/// The day by which it is to be done from now on, none if it has none. Needs a reason if one was set.
[[nodiscard]] Event reschedule(const Programme& programme, const std::string& task,
                               const std::optional<Date>& due, const Act& act);
/// The weight that it counts for from now on, from 1.
[[nodiscard]] Event weigh(const Programme& programme, const std::string& task, int weight,
                          const Act& act);
/// The tasks that have to be done before one, and the indicators that it serves, from now on; those
/// that it has stay if none are given. A cycle is refused, and named whole.
[[nodiscard]] Event link(const Programme& programme, const std::string& task,
                         const std::optional<std::vector<std::string>>& depends_on,
                         const std::optional<std::vector<std::string>>& indicators, const Act& act);
/// The risk area for which it is meant from now on.
[[nodiscard]] Event direct(const Programme& programme, const std::string& task,
                           const std::string& risk_area, const Act& act);

}  // namespace probity
