#include "exchange/import/task_order.hpp"

#include <algorithm>

namespace probity::detail {
namespace {

enum class Mark : unsigned char { unseen, on_path, done };

struct Step {
    std::size_t task;
    std::size_t next = 0;
};

class OrderSearch {
  public:
    explicit OrderSearch(const std::vector<Task>& tasks)
        : tasks_(tasks), marks_(tasks.size()), in_cycle_(tasks.size()) {
        for (std::size_t i = 0; i < tasks.size(); ++i) places_.emplace(tasks[i].id, i);
    }

    TaskOrder order() {
        for (std::size_t i = 0; i < tasks_.size(); ++i) {
            if (marks_[i] == Mark::unseen) follow(i);
        }
        return std::move(order_);
    }

  private:
    void enter(std::size_t task) {
        marks_[task] = Mark::on_path;
        path_.push_back({task});
    }

    /// Depth first, without recursion: a chain may be as long as the table.
    void follow(std::size_t start) {
        enter(start);
        while (!path_.empty()) {
            Step& step = path_.back();
            const auto& needs = tasks_[step.task].depends_on;
            if (step.next == needs.size()) {
                marks_[step.task] = Mark::done;
                order_.places.push_back(step.task);
                path_.pop_back();
                continue;
            }
            const auto needed = places_.find(needs[step.next++]);
            if (needed == places_.end()) continue;
            if (marks_[needed->second] == Mark::unseen) {
                enter(needed->second);
            } else if (marks_[needed->second] == Mark::on_path) {
                close_cycle(needed->second);
            }
        }
    }

    void close_cycle(std::size_t first) {
        const auto begin = std::find_if(path_.begin(), path_.end(),
                                        [&](const Step& step) { return step.task == first; });
        const bool known =
            std::any_of(begin, path_.end(), [&](const Step& step) { return in_cycle_[step.task]; });
        if (known) return;
        std::vector<std::size_t>& cycle = order_.cycles.emplace_back();
        for (auto it = begin; it != path_.end(); ++it) {
            cycle.push_back(it->task);
            in_cycle_[it->task] = true;
        }
        cycle.push_back(first);
    }

    const std::vector<Task>& tasks_;
    std::vector<Mark> marks_;
    std::vector<bool> in_cycle_;
    std::map<std::string_view, std::size_t> places_;
    std::vector<Step> path_;
    TaskOrder order_;
};

}  // namespace

TaskOrder order_of(const std::vector<Task>& tasks) { return OrderSearch(tasks).order(); }

}  // namespace probity::detail
