#include "records/dependency_order.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace probity::detail {
namespace {

enum class Mark : unsigned char { unseen, on_path, done };

/// A task on the path that is followed, and how many of those it waits for were seen.
struct Visit {
    std::size_t task;
    std::size_t next = 0;
};

class DependencySearch {
  public:
    explicit DependencySearch(const std::vector<const Task*>& tasks)
        : tasks_(tasks), marks_(tasks.size()), in_cycle_(tasks.size()) {
        for (std::size_t i = 0; i < tasks.size(); ++i) places_.emplace(tasks[i]->id, i);
    }

    DependencyOrder order() {
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
            Visit& visit = path_.back();
            const auto& needs = tasks_[visit.task]->depends_on;
            if (visit.next == needs.size()) {
                marks_[visit.task] = Mark::done;
                order_.places.push_back(visit.task);
                path_.pop_back();
                continue;
            }
            const auto needed = places_.find(needs[visit.next++]);
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
                                        [&](const Visit& visit) { return visit.task == first; });
        const bool known = std::any_of(begin, path_.end(),
                                       [&](const Visit& visit) { return in_cycle_[visit.task]; });
        if (known) return;
        std::vector<std::size_t>& cycle = order_.cycles.emplace_back();
        for (auto it = begin; it != path_.end(); ++it) {
            cycle.push_back(it->task);
            in_cycle_[it->task] = true;
        }
        cycle.push_back(first);
    }

    const std::vector<const Task*>& tasks_;
    std::vector<Mark> marks_;
    std::vector<bool> in_cycle_;
    std::map<std::string_view, std::size_t> places_;
    std::vector<Visit> path_;
    DependencyOrder order_;
};

}  // namespace

DependencyOrder dependency_order(const std::vector<const Task*>& tasks) {
    return DependencySearch(tasks).order();
}

}  // namespace probity::detail
