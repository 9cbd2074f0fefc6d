#include "history/touched.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace probity::detail {
namespace {

/// To what the events of a kind reach.
enum class Reach : std::uint8_t {
    /// The task that is the subject.
    task,
    /// No task, and nothing that an event of a task reads.
    no_task,
    /// Records that tasks refer to.
    tasks
};

constexpr Reach reach_of(std::string_view subject) {
    constexpr std::array<std::string_view, 6> referred_to = {"unit",      "bands",     "banding",
                                                             "risk_area", "indicator", "source"};
    if (subject == "task") return Reach::task;
    return std::find(referred_to.begin(), referred_to.end(), subject) != referred_to.end()
               ? Reach::tasks
               : Reach::no_task;
}

constexpr auto reaches = [] {
    std::array<Reach, event_kinds.size()> by_kind{};
    for (const EventKindRow& row : event_kinds) {
        by_kind[static_cast<std::size_t>(row.kind)] = reach_of(row.subject);
    }
    return by_kind;
}();

constexpr Reach reach_of(EventKind kind) { return reaches[static_cast<std::size_t>(kind)]; }

/// Whether an event says which tasks have to be done before its own, on which depends whether others
/// may wait for it.
bool links(EventKind kind, const EventBody& body) {
    if (kind == EventKind::task_proposed) return !body_as<Task>(body).depends_on.empty();
    return kind == EventKind::task_linked;
}

/// Whether a row puts another proposal of the same task in the place of one.
bool is_proposed_again(const History& history, std::uint32_t row, std::uint32_t again) {
    const History::Row& before = history.row(row);
    const History::Row& after = history.row(again);
    return after.kind == EventKind::task_proposed && after.subject == before.subject &&
           after.effective == before.effective &&
           place_of(history, again) == place_of(history, row);
}

/// The row by which a task came that is not of the founding document.
std::uint32_t row_of_proposal(const Task& task) {
    return static_cast<std::uint32_t>(task.changes.front().event - 1);
}

}  // namespace

std::optional<TouchedTasks> TouchedTasks::of(const History& history, const Moves& moves,
                                             std::size_t founding_tasks) {
    constexpr std::size_t few = 64;
    if (moves.taken_out.size() + moves.put_in.size() > few) return std::nullopt;
    TouchedTasks out(history, founding_tasks);
    out.is_touched_.resize(history.names());
    const auto add = [&](std::uint32_t row) {
        const auto& [said, body] = history.entries()[row];
        const Reach reach = reach_of(said.kind);
        if (reach == Reach::tasks || (reach == Reach::task && links(said.kind, body))) return false;
        if (reach == Reach::task && !out.is_touched_[said.subject]) {
            out.is_touched_[said.subject] = true;
            out.names_.push_back(said.subject);
        }
        return true;
    };
    // Without its proposal a task is not there for others to refer to.
    const auto take_out = [&](std::uint32_t row) {
        const bool stays =
            history.row(row).kind != EventKind::task_proposed ||
            std::any_of(moves.put_in.begin(), moves.put_in.end(), [&](std::uint32_t other) {
                return is_proposed_again(history, row, other);
            });
        return stays && add(row);
    };
    if (!std::all_of(moves.taken_out.begin(), moves.taken_out.end(), take_out) ||
        !std::all_of(moves.put_in.begin(), moves.put_in.end(), add)) {
        return std::nullopt;
    }
    return out;
}

bool TouchedTasks::concern(const History::Row& row) const {
    return reach_of(row.kind) != Reach::task || is_touched_[row.subject];
}

Fold TouchedTasks::with_tasks(Fold after, const Fold& before) const {
    std::vector<Task> changed;
    std::vector<Fold::NewTask> added;
    for (const std::uint32_t name : names_) {
        const std::string& id = history_->name(name);
        const auto place = after.place_of_task(id);
        if (!place) continue;
        const Task& task = after.parts().tasks[*place];
        if (before.place_of_task(id)) {
            changed.push_back(task);
        } else {
            added.push_back({place_in(before, task), task});
        }
    }
    std::sort(added.begin(), added.end(), [&](const Fold::NewTask& a, const Fold::NewTask& b) {
        return is_proposed_earlier(a.task, b.task);
    });
    after.take_tasks(before);
    for (const Task& task : changed) after.put_task(task);
    after.insert_tasks(std::move(added));
    return after;
}

bool TouchedTasks::is_proposed_earlier(const Task& a, const Task& b) const {
    return FoldedEarlier{*history_}(row_of_proposal(a), row_of_proposal(b));
}

std::size_t TouchedTasks::place_in(const Fold& state, const Task& task) const {
    // In the order of their proposals, behind those of the founding document.
    const List<Task>& tasks = state.parts().tasks;
    const auto first = tasks.begin() + static_cast<std::ptrdiff_t>(founding_tasks_);
    const auto place = std::lower_bound(
        first, tasks.end(), task,
        [this](const Task& a, const Task& b) { return is_proposed_earlier(a, b); });
    return static_cast<std::size_t>(place - tasks.begin());
}

bool TouchedTasks::was_proposed(const std::string& id, const Fold& state, std::uint32_t row) const {
    const auto place = state.place_of_task(id);
    if (!place) return false;
    const Task& task = state.parts().tasks[*place];
    return *place < founding_tasks_ || FoldedEarlier{*history_}(row_of_proposal(task), row);
}

}  // namespace probity::detail
