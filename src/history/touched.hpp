// The tasks that events touch which come in among others that took effect later.
//
// An event of a task reads and changes that task alone. Beside it, it reads of the other tasks only
// whether they are there, and of other records only units, bands, risk areas, indicators and sources. So
// after events that come in, go out or are replaced before them, the later events of other tasks do
// what they did. Those that have to be taken again are the later ones of the same tasks, and those of
// other records: a unit that closes hands over what it owns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "history/fold.hpp"
#include "history/rows.hpp"
#include "probity/history/history.hpp"

namespace probity::detail {

/// Some tasks of a history, and states in which they alone have changed.
class TouchedTasks {
  public:
    /// Those of moved events; null if these may change what the later events of other tasks do: if they
    /// are many, about records that tasks refer to, or about which tasks there are or wait for which.
    [[nodiscard]] static std::optional<TouchedTasks> of(const History& history, const Moves& moves,
                                                        std::size_t founding_tasks);

    /// Whether a later event has to be taken again.
    [[nodiscard]] bool concern(const History::Row& row) const;

    /// The state `after` with the tasks of the state `before`, and of these the touched ones as they
    /// are in `after`. In `before` stand the events of `after` but for the moved ones, and in `after` the
    /// later events of other tasks were left out.
    [[nodiscard]] Fold with_tasks(Fold after, const Fold& before) const;

    /// Whether a task of a state was there before the event of a row.
    [[nodiscard]] bool was_proposed(const std::string& id, const Fold& state,
                                    std::uint32_t row) const;

  private:
    TouchedTasks(const History& history, std::size_t founding_tasks)
        : history_(&history), founding_tasks_(founding_tasks) {}

    [[nodiscard]] bool is_proposed_earlier(const Task& a, const Task& b) const;
    /// The place of a new task among those of a state.
    [[nodiscard]] std::size_t place_in(const Fold& state, const Task& task) const;

    const History* history_;
    std::size_t founding_tasks_;
    /// By the number of a name.
    std::vector<bool> is_touched_;
    std::vector<std::uint32_t> names_;
};

}  // namespace probity::detail
