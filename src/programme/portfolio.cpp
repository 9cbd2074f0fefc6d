#include "probity/programme/portfolio.hpp"

#include <algorithm>
#include <array>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "programme/burnup_dates.hpp"
#include "programme/group_titles.hpp"
#include "programme/portfolio_columns.hpp"
#include "records/names.hpp"
#include "workdays/or_korea.hpp"

namespace probity {
namespace {

using detail::counts;
using detail::GroupColumn;
using detail::PortfolioColumns;

constexpr std::array<std::string_view, 6> group_names{"all",   "programme", "band",
                                                      "owner", "risk_area", "kind"};

/// The last of the entries that begin by a day; null if none does.
template <class Entry>
const Entry* last_by(const std::vector<Entry>& entries, std::uint32_t begin, std::uint32_t end,
                     DayNumber day) {
    while (end > begin && entries[end - 1].day > day) --end;
    return end == begin ? nullptr : &entries[end - 1];
}

/// Whether tasks are overdue on a day. One that is due on a day off is due on the next working day:
/// it is late where a working day has gone by since the date that was set.
class Lateness {
  public:
    Lateness(DayNumber on, const WorkCalendar& workdays) : on_(on), workdays_(workdays) {
        static_cast<void>(workdays.is_working_day(date_of(on)));
    }

    bool operator()(const PortfolioColumns::Step& step, DayNumber due) {
        if (due >= on_ || !is_open(step.state) || due > last_working_day()) return false;
        if (step.state != TaskState::submitted) return true;
        const Date due_day = workdays_.roll(date_of(due), RollConvention::following);
        return step.day > day_number(due_day);
    }

  private:
    /// The last working day before the day asked about.
    DayNumber last_working_day() {
        if (!is_known_) {
            last_ = day_number(workdays_.roll(date_of(on_ - 1), RollConvention::preceding));
            is_known_ = true;
        }
        return last_;
    }

    DayNumber on_;
    const WorkCalendar& workdays_;
    DayNumber last_ = 0;
    bool is_known_ = false;
};

struct Sum {
    int total = 0;
    int done = 0;
    int overdue = 0;
    std::int64_t total_weight = 0;
    std::int64_t done_weight = 0;
};

/// Adds up, group by group, the tasks that count on a day; `group` gives the number of the group.
template <class Group>
std::vector<Sum> sums(const PortfolioColumns& columns, const Date& on, const WorkCalendar& workdays,
                      std::size_t groups, Group group) {
    std::vector<Sum> found(groups);
    const DayNumber day = day_number(on);
    Lateness is_overdue(day, workdays);
    for (std::size_t task = 0; task < columns.tasks(); ++task) {
        detail::interruption_point(task);
        const auto* step =
            last_by(columns.steps, columns.steps_begin[task], columns.steps_begin[task + 1], day);
        if (step == nullptr || !counts(step->state)) continue;
        const auto* version = last_by(columns.versions, columns.versions_begin[task],
                                      columns.versions_begin[task + 1], day);
        Sum& sum = found[group(task, *version)];
        ++sum.total;
        sum.total_weight += version->weight;
        if (is_done(step->state)) {
            ++sum.done;
            sum.done_weight += version->weight;
        } else if (is_overdue(*step, version->due)) {
            ++sum.overdue;
        }
    }
    return found;
}

PortfolioProgress row_of(const Sum& sum, std::string programme, std::string id, Text title) {
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
                                       const std::vector<Sum>& sums) {
    std::vector<PortfolioProgress> rows;
    rows.reserve(static_cast<std::size_t>(
        std::count_if(sums.begin(), sums.end(), [](const Sum& sum) { return sum.total != 0; })));
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

/// The points at which a day first shows: for each day of a window the place of the first date from
/// it on.
std::vector<std::uint32_t> places_of_days(const std::vector<Date>& dates) {
    std::vector<std::uint32_t> places;
    const DayNumber first = day_number(dates.front());
    places.reserve(static_cast<std::size_t>(day_number(dates.back()) - first) + 1);
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const auto days = static_cast<std::size_t>(day_number(dates[i]) - first) + 1;
        places.resize(days, static_cast<std::uint32_t>(i));
    }
    return places;
}

void add(BurnupPoint& point, TaskState state, std::int32_t weight, int sign) {
    if (!counts(state)) return;
    point.total += sign;
    point.total_weight += sign * weight;
    if (!is_done(state)) return;
    point.done += sign;
    point.done_weight += sign * weight;
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
    using Version = PortfolioColumns::Version;
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
                     [&](std::size_t task, const Version&) { return columns.programme[task]; });
            for (std::size_t p = 0; p < found.size(); ++p) {
                const Programme& programme = columns.programmes[p];
                rows.push_back(row_of(found[p], programme.id(), programme.id(), programme.title()));
            }
            return rows;
        }
        case PortfolioGroup::kind: {
            const auto found = sums(columns, on, workdays, detail::names<TaskKind>.size(),
                                    [&](std::size_t task, const Version&) {
                                        return static_cast<std::size_t>(columns.kind[task]);
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
    const PortfolioColumns::Step* const steps = columns_->steps.data();
    const std::uint32_t* const begins = columns_->steps_begin.data();
    std::array<int, detail::names<TaskState>.size()> counts{};
    detail::in_runs(tasks(), [&](std::size_t first, std::size_t count) {
        for (std::size_t task = first; task < first + count; ++task) {
            const std::uint32_t begin = begins[task];
            std::uint32_t end = begins[task + 1];
            while (end > begin && steps[end - 1].day > day) --end;
            if (end > begin) ++counts[static_cast<std::size_t>(steps[end - 1].state)];
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
    const std::vector<Date> dates = detail::burnup_dates(window, step);
    const std::vector<std::uint32_t> places = places_of_days(dates);
    const DayNumber first = day_number(dates.front());
    const DayNumber last = day_number(dates.back());
    std::vector<BurnupPoint> points(dates.size());
    for (std::size_t task = 0; task < columns_->tasks(); ++task) {
        detail::interruption_point(task);
        const std::uint32_t begin = columns_->steps_begin[task];
        const std::uint32_t end = columns_->steps_begin[task + 1];
        const std::int32_t weight =
            columns_->versions[columns_->versions_begin[task + 1] - 1].weight;
        for (std::uint32_t i = begin; i < end && columns_->steps[i].day <= last; ++i) {
            const auto& [day, state] = columns_->steps[i];
            const auto place = day <= first ? 0 : places[static_cast<std::size_t>(day - first)];
            if (i > begin) add(points[place], columns_->steps[i - 1].state, weight, -1);
            add(points[place], state, weight, 1);
        }
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i].date = dates[i];
        if (i == 0) continue;
        points[i].total += points[i - 1].total;
        points[i].done += points[i - 1].done;
        points[i].total_weight += points[i - 1].total_weight;
        points[i].done_weight += points[i - 1].done_weight;
    }
    return points;
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
    throw ProbityError("'" + detail::printable(text) +
                       "' is nothing by which tasks are put together: all, programme, band, owner, "
                       "risk_area or kind is allowed");
}

}  // namespace probity
