#include "probity/programme/portfolio.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "programme/group_titles.hpp"
#include "programme/lateness.hpp"
#include "programme/portfolio_columns.hpp"
#include "programme/tally.hpp"
#include "records/names.hpp"
#include "text/sentence.hpp"
#include "workdays/or_korea.hpp"

namespace probity {
namespace {

using detail::BurnupSums;
using detail::counts;
using detail::GroupColumn;
using detail::Lateness;
using detail::PortfolioColumns;
using detail::Tally;
using detail::TaskStep;
using Version = PortfolioColumns::Version;

constexpr std::array<std::string_view, 6> group_names{"all",   "programme", "band",
                                                      "owner", "risk_area", "kind"};

/// The entries of each task in a column, by day. It is made of plain pointers: a loop that calls out
/// now and then would read those of the vectors again for each task.
template <class Entry>
class Runs {
  public:
    Runs(const std::vector<Entry>& entries, const std::vector<std::uint32_t>& begins)
        : entries_(entries.data()), begins_(begins.data()) {}

    [[nodiscard]] std::span<const Entry> operator[](std::size_t task) const {
        return {entries_ + begins_[task], entries_ + begins_[task + 1]};
    }
    /// The last of a task's entries that begins by a day; null if none does.
    [[nodiscard]] const Entry* last_by(std::size_t task, DayNumber day) const {
        const Entry* const begin = entries_ + begins_[task];
        const Entry* end = entries_ + begins_[task + 1];
        while (end > begin && end[-1].day > day) --end;
        return end == begin ? nullptr : end - 1;
    }

  private:
    const Entry* entries_;
    const std::uint32_t* begins_;
};

Runs<TaskStep> steps_of(const PortfolioColumns& columns) {
    return {columns.steps, columns.steps_begin};
}
Runs<Version> versions_of(const PortfolioColumns& columns) {
    return {columns.versions, columns.versions_begin};
}

/// Adds up, group by group, the tasks that count on a day; `group` gives the number of the group.
template <class Group>
std::vector<Tally> sums(const PortfolioColumns& columns, const Date& on,
                        const WorkCalendar& workdays, std::size_t groups, Group group) {
    std::vector<Tally> found(groups);
    const DayNumber day = day_number(on);
    Lateness is_overdue(on, workdays);
    detail::in_runs(
        columns.tasks(), [&, steps = steps_of(columns), versions = versions_of(columns), group,
                          tallies = found.data()](std::size_t first, std::size_t count) {
            for (std::size_t task = first; task < first + count; ++task) {
                const TaskStep* const step = steps.last_by(task, day);
                if (step == nullptr || !counts(step->state)) continue;
                const Version& version = *versions.last_by(task, day);
                tallies[group(task, version)].add(step->state, version.weight,
                                                  is_overdue(step->state, step->day, version.due));
            }
            return count;
        });
    return found;
}

PortfolioProgress row_of(const Tally& sum, std::string programme, std::string id, Text title) {
    return {.programme = std::move(programme),
            .id = std::move(id),
            .title = std::move(title),
            .total = sum.total,
            .done = sum.done,
            .overdue = sum.overdue,
            .total_weight = sum.total_weight,
            .done_weight = sum.done_weight};
}

/// The rows of each programme, its tasks that belong to no group last.
std::vector<PortfolioProgress> rows_of(const PortfolioColumns& columns, const GroupColumn& groups,
                                       const std::vector<Tally>& sums) {
    std::vector<PortfolioProgress> rows;
    rows.reserve(static_cast<std::size_t>(
        std::count_if(sums.begin(), sums.end(), [](const Tally& sum) { return sum.total != 0; })));
    for (std::size_t p = 0; p < columns.programmes.size(); ++p) {
        const std::string& programme = columns.programmes[p].id();
        const auto add = [&](std::size_t group) {
            if (sums[group].total == 0) return;
            rows.push_back(row_of(sums[group], programme, groups.ids[group], groups.titles[group]));
        };
        const std::size_t none = groups.begins[p];
        for (std::size_t group = none + 1; group < groups.begins[p + 1]; ++group) add(group);
        add(none);
    }
    return rows;
}

}  // namespace

Portfolio::Portfolio(std::vector<Programme> programmes)
    : columns_(std::make_shared<const PortfolioColumns>(
          detail::portfolio_columns(std::move(programmes)))) {}

const std::vector<Programme>& Portfolio::programmes() const& noexcept {
    return columns_->programmes;
}

std::size_t Portfolio::tasks() const noexcept { return columns_->tasks(); }

std::vector<PortfolioProgress> Portfolio::progress(const Date& on,
                                                   const std::optional<WorkCalendar>& given,
                                                   PortfolioGroup by) const {
    const WorkCalendar workdays = detail::or_korea(given);
    const PortfolioColumns& columns = *columns_;
    const auto grouped = [&](const GroupColumn& groups, std::uint32_t Version::*group) {
        const auto number = [group](std::size_t, const Version& version) { return version.*group; };
        return rows_of(columns, groups, sums(columns, on, workdays, groups.ids.size(), number));
    };
    std::vector<PortfolioProgress> rows;
    switch (by) {
        case PortfolioGroup::band:
            return grouped(columns.bands, &Version::band);
        case PortfolioGroup::owner:
            return grouped(columns.owners, &Version::owner);
        case PortfolioGroup::risk_area:
            return grouped(columns.risk_areas, &Version::risk_area);
        case PortfolioGroup::programme: {
            const auto found =
                sums(columns, on, workdays, columns.programmes.size(),
                     [numbers = columns.programme.data()](std::size_t task, const Version&) {
                         return numbers[task];
                     });
            for (std::size_t p = 0; p < found.size(); ++p) {
                const Programme& programme = columns.programmes[p];
                rows.push_back(row_of(found[p], programme.id(), programme.id(), programme.title()));
            }
            return rows;
        }
        case PortfolioGroup::kind: {
            const auto found =
                sums(columns, on, workdays, detail::names<TaskKind>.size(),
                     [kinds = columns.kind.data()](std::size_t task, const Version&) {
                         return static_cast<std::size_t>(kinds[task]);
                     });
            for (std::size_t i = 0; i < found.size(); ++i) {
                const auto kind = static_cast<TaskKind>(i);
                if (found[i].total == 0) continue;
                rows.push_back(
                    row_of(found[i], "", std::string(to_string(kind)), detail::title_of(kind)));
            }
            return rows;
        }
        case PortfolioGroup::all:
            break;
    }
    const auto found =
        sums(columns, on, workdays, 1, [](std::size_t, const Version&) { return std::size_t{0}; });
    return {row_of(found.front(), "", "", detail::all_tasks_title())};
}

std::vector<StateCount> Portfolio::states(const Date& on) const {
    const DayNumber day = day_number(on);
    std::array<int, detail::names<TaskState>.size()> counts{};
    detail::in_runs(tasks(),
                    [&, steps = steps_of(*columns_)](std::size_t first, std::size_t count) {
                        for (std::size_t task = first; task < first + count; ++task) {
                            const TaskStep* const step = steps.last_by(task, day);
                            if (step != nullptr) ++counts[static_cast<std::size_t>(step->state)];
                        }
                        return count;
                    });
    std::vector<StateCount> found;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        found.push_back({static_cast<TaskState>(i), counts[i]});
    }
    return found;
}

std::vector<BurnupPoint> Portfolio::burnup(const Interval& window, BurnupStep step) const {
    BurnupSums sums(window, step);
    detail::in_runs(tasks(), [&, steps = steps_of(*columns_), versions = versions_of(*columns_)](
                                 std::size_t first, std::size_t count) {
        for (std::size_t task = first; task < first + count; ++task) {
            sums.add(steps[task], versions[task].back().weight);
        }
        return count;
    });
    return std::move(sums).points();
}

bool operator==(const Portfolio& a, const Portfolio& b) {
    return a.columns_ == b.columns_ || a.programmes() == b.programmes();
}

std::string_view to_string(PortfolioGroup group) noexcept {
    return group_names[static_cast<std::size_t>(group)];
}

PortfolioGroup parse_portfolio_group(std::string_view text) {
    const auto found = std::find(group_names.begin(), group_names.end(), text);
    if (found != group_names.end()) {
        return static_cast<PortfolioGroup>(found - group_names.begin());
    }
    throw ProbityError(detail::sentence("portfolio.group", {{"text", detail::printable(text)}}));
}

}  // namespace probity
