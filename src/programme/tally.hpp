// How tasks are counted, on a day and as time goes on: said once, for views and portfolios.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/programme/burnup.hpp"
#include "probity/records/task.hpp"
#include "programme/lateness.hpp"
#include "programme/standing.hpp"

namespace probity::detail {

/// Tasks added up. Only those count that were not rejected, withdrawn or superseded.
struct Tally {
    int total = 0;
    int done = 0;
    int overdue = 0;
    std::int64_t total_weight = 0;
    std::int64_t done_weight = 0;

    /// Adds a task that counts.
    void add(TaskState state, int weight, bool is_overdue) {
        ++total;
        total_weight += weight;
        if (is_done(state)) {
            ++done;
            done_weight += weight;
        } else if (is_overdue) {
            ++overdue;
        }
    }
};

/// A step of a task's life: its state from a day on.
struct TaskStep {
    /// since_ever if no day is known.
    DayNumber day;
    TaskState state;
};

/// Adds the steps of a task's life to a list, in order. A task of the founding document was proposed
/// on its date, or always was.
inline void append_steps(const Task& task, std::vector<TaskStep>& steps) {
    if (task.changes.empty() || task.changes.front().state != TaskState::proposed) {
        steps.push_back(
            {task.proposed ? day_number(*task.proposed) : since_ever, TaskState::proposed});
    }
    for (const TaskChange& change : task.changes) {
        steps.push_back({day_number(change.on), change.state});
    }
}

/// Adds up the steps of tasks to a burn-up.
class BurnupSums {
  public:
    /// Throws ProbityError for a window without an end.
    BurnupSums(const Interval& window, BurnupStep step);

    /// Adds the life of a task of a weight.
    void add(std::span<const TaskStep> steps, std::int32_t weight) {
        int total = 0;
        int done = 0;
        for (const auto& [day, state] : steps) {
            if (day > last_) break;
            const int counts_now = counts(state) ? 1 : 0;
            const int done_now = is_done(state) ? 1 : 0;
            if (counts_now == total && done_now == done) continue;
            BurnupPoint& point = point_of(day);
            point.total += counts_now - total;
            point.done += done_now - done;
            point.total_weight += std::int64_t{counts_now - total} * weight;
            point.done_weight += std::int64_t{done_now - done} * weight;
            total = counts_now;
            done = done_now;
        }
    }
    [[nodiscard]] std::vector<BurnupPoint> points() &&;

  private:
    BurnupPoint& point_of(DayNumber day) {
        return points_[day <= first_ ? 0 : places_[static_cast<std::size_t>(day - first_)]];
    }

    /// The changes by each point since the one before.
    std::vector<BurnupPoint> points_;
    /// For each day of the window the place of the first point from it on.
    std::vector<std::uint32_t> places_;
    DayNumber first_;
    DayNumber last_;
};

}  // namespace probity::detail
