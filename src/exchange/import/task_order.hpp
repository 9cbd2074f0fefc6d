// The order in which tasks that wait for each other are proposed: each after those it waits for.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "probity/records/task.hpp"

namespace probity::detail {

struct TaskOrder {
    /// Places in the list of tasks, each after those that it waits for.
    std::vector<std::size_t> places;
    /// Where tasks wait for each other, the places of one round, the first again at its end. Of rounds
    /// that share tasks one is named.
    std::vector<std::vector<std::size_t>> cycles;
};

/// Dependencies on tasks that are not in the list are no matter.
[[nodiscard]] TaskOrder order_of(const std::vector<Task>& tasks);

}  // namespace probity::detail
