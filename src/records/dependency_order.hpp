// Tasks in an order in which each comes after those that it waits for, and the cycles among them.
#pragma once

#include <cstddef>
#include <vector>

#include "probity/records/task.hpp"

namespace probity::detail {

struct DependencyOrder {
    /// Places in the list of tasks, each after those that it waits for.
    std::vector<std::size_t> places;
    /// The places of tasks that wait for each other, the first again at the end. Of cycles that share
    /// tasks one is named.
    std::vector<std::vector<std::size_t>> cycles;
};

/// Tasks that are waited for and not in the list are left out of account.
[[nodiscard]] DependencyOrder dependency_order(const std::vector<const Task*>& tasks);

/// The same of the tasks of any list.
template <class Tasks>
[[nodiscard]] DependencyOrder dependency_order(const Tasks& tasks) {
    std::vector<const Task*> pointers;
    pointers.reserve(tasks.size());
    for (const Task& task : tasks) pointers.push_back(&task);
    return dependency_order(pointers);
}

}  // namespace probity::detail
