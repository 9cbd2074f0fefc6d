// A portfolio: many programmes at once, for whoever looks over all offices.
//
//     const Portfolio offices({examples::songpa(), examples::yongsan()});
//     const Date on = make_date(2026, 6, 30);
//     const auto rows = offices.progress(on, std::nullopt, PortfolioGroup::programme);
//     rows.front().total;                                           // 39, those of Songpa
//     offices.states(on).front().tasks;                             // 45, none is adopted yet
//     offices.burnup(year_of(2026)).back().done;                    // 0
//
// Its answers are those of the views of the single programmes, added up. It keeps the days of all
// steps of all tasks in columns, made once, so that a question about any day is one pass over them.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/programme/burnup.hpp"
#include "probity/programme/programme.hpp"
#include "probity/programme/progress.hpp"
#include "probity/records/task.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// By what the tasks of many programmes are put together. Kinds are the same in all of them; owners,
/// bands and risk areas are each programme's own.
enum class PortfolioGroup : std::uint8_t { all, programme, band, owner, risk_area, kind };

/// How far the tasks of a group have come. Rejected, withdrawn and superseded ones do not count.
struct PortfolioProgress {
    /// The id of the programme; empty if the row is of all of them.
    std::string programme = {};
    /// The id of the group; empty for tasks that belong to none.
    std::string id = {};
    Text title = {};
    int total = 0;
    int done = 0;
    int overdue = 0;
    std::int64_t total_weight = 0;
    std::int64_t done_weight = 0;

    /// The part that is done by weight, 0 to 1; 0 if there is none.
    [[nodiscard]] double fraction() const noexcept { return part_done(done_weight, total_weight); }

    friend bool operator==(const PortfolioProgress&, const PortfolioProgress&) = default;
};

/// How many tasks are in a state.
struct StateCount {
    TaskState state = TaskState::proposed;
    int tasks = 0;

    friend bool operator==(const StateCount&, const StateCount&) = default;
};

namespace detail {
struct PortfolioColumns;
}

/// Many programmes as one value.
class Portfolio {
  public:
    /// Throws ProbityError if two programmes have the same id.
    explicit Portfolio(std::vector<Programme> programmes);

    [[nodiscard]] const std::vector<Programme>& programmes() const& noexcept;
    [[nodiscard]] std::vector<Programme> programmes() && {
        return std::as_const(*this).programmes();
    }
    /// How many tasks there are, whatever their state.
    [[nodiscard]] std::size_t tasks() const noexcept;

    /// How far the tasks had come on a day: programme by programme in their order, and in each the
    /// groups in the order of its records, the tasks that belong to none last. Groups without a task
    /// have no row; all together and each programme always have one. A programme that is asked about
    /// as it stood on a day does not go beyond it.
    ///
    /// Without a work calendar it is Korea's. Throws HorizonError if it does not reach over the day.
    [[nodiscard]] std::vector<PortfolioProgress> progress(
        const Date& on, const std::optional<WorkCalendar>& workdays = std::nullopt,
        PortfolioGroup by = PortfolioGroup::owner) const;

    /// How many tasks were in each state on a day, all states in their order.
    [[nodiscard]] std::vector<StateCount> states(const Date& on) const;

    /// The tasks of all programmes as time went on, as burnup() of one has it. Throws ProbityError
    /// for a window without an end.
    [[nodiscard]] std::vector<BurnupPoint> burnup(const Interval& window,
                                                  BurnupStep step = BurnupStep::week) const;

    friend bool operator==(const Portfolio& a, const Portfolio& b);

  private:
    // Shared by copies, and never changed.
    std::shared_ptr<const detail::PortfolioColumns> columns_;
};

/// "all", "programme", "band", "owner", "risk_area", "kind".
[[nodiscard]] std::string_view to_string(PortfolioGroup group) noexcept;
/// Reads what to_string writes. Throws ProbityError on anything else.
[[nodiscard]] PortfolioGroup parse_portfolio_group(std::string_view text);

static_assert(std::regular<PortfolioProgress> && std::regular<StateCount>);
static_assert(std::copyable<Portfolio> && std::equality_comparable<Portfolio>);

}  // namespace probity
