// The columns of a portfolio: what its questions run over.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "probity/programme/portfolio.hpp"
#include "programme/tally.hpp"

namespace probity::detail {

/// The groups of one sort in all programmes: their owners, their bands or their risk areas. Each
/// programme has a run of them that begins with the group of the tasks that belong to none.
struct GroupColumn {
    std::vector<std::string> ids;
    std::vector<Text> titles;
    /// Where the run of each programme begins, and after the last one the end.
    std::vector<std::uint32_t> begins{0};
};

struct PortfolioColumns {
    /// Whose a task was from a day on, by numbers in the columns of groups, and when it was due.
    struct Version {
        /// since_ever for the one with which a task begins.
        DayNumber day;
        /// no_due_day (programme/lateness.hpp) if it has none.
        DayNumber due;
        std::uint32_t owner;
        std::uint32_t band;
        std::uint32_t risk_area;
        std::int32_t weight;
    };

    std::vector<Programme> programmes;
    GroupColumn owners;
    GroupColumn bands;
    GroupColumn risk_areas;

    // Task by task: of which programme and kind, and where its steps and versions begin; after the
    // last task the end.
    std::vector<std::uint32_t> programme;
    std::vector<TaskKind> kind;
    std::vector<std::uint32_t> steps_begin{0};
    std::vector<std::uint32_t> versions_begin{0};
    // In each task by day.
    std::vector<TaskStep> steps;
    std::vector<Version> versions;

    [[nodiscard]] std::size_t tasks() const noexcept { return programme.size(); }
};

/// Throws ProbityError if two programmes have the same id.
[[nodiscard]] PortfolioColumns portfolio_columns(std::vector<Programme> programmes);

}  // namespace probity::detail
