// The answers of a view on tasks: overdue, blocked, progress.
#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "date/text.hpp"
#include "probity/programme/view.hpp"
#include "probity/programme/year_progress.hpp"
#include "programme/group_titles.hpp"
#include "programme/lateness.hpp"
#include "programme/standing.hpp"
#include "programme/tally.hpp"
#include "records/names.hpp"
#include "text/sentence.hpp"
#include "workdays/or_korea.hpp"

namespace probity {
namespace {

using detail::counts;
using detail::due_day;
using detail::name_of;

constexpr std::array<std::string_view, 5> task_group_names{"all", "band", "owner", "risk_area",
                                                           "kind"};

std::string group_of(const Task& task, TaskGroup by) {
    switch (by) {
        case TaskGroup::all:
            return "";
        case TaskGroup::band:
            return task.band;
        case TaskGroup::owner:
            return task.owner;
        case TaskGroup::risk_area:
            return task.risk_area;
        case TaskGroup::kind:
            return std::string(to_string(task.kind));
    }
    return "";
}

TaskKind kind_named(const std::string& name) {
    const auto& names = detail::names<TaskKind>;
    return static_cast<TaskKind>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// The title of a unit, with the day of its end if it is closed.
Text owner_title(const Programme& programme, const std::string& id, const Date& on) {
    const Text title = detail::title_or_id(programme.institution().units, id);
    const Unit* closed = detail::closed_unit(programme.parts(), id, on);
    if (closed == nullptr) return title;
    const std::string day = to_string(*closed->end);
    return title + Text{" (" + day + " 폐지)", " (closed " + day + ")"};
}

Text group_title(const Programme& programme, TaskGroup by, const std::string& id, const Date& on) {
    if (by == TaskGroup::all) return detail::all_tasks_title();
    if (id.empty()) return detail::not_assigned_title();
    switch (by) {
        case TaskGroup::band:
            return detail::title_or_id(programme.bands(), id);
        case TaskGroup::owner:
            return owner_title(programme, id, on);
        case TaskGroup::risk_area:
            return detail::title_or_id(programme.risk_areas(), id);
        default:
            return detail::title_of(kind_named(id));
    }
}

/// The groups in the order of their records, those that have none last.
std::vector<std::string> group_order(const Programme& programme, TaskGroup by) {
    std::vector<std::string> ids;
    const auto add = [&](const auto& records) {
        for (const auto& record : records) ids.push_back(record.id);
    };
    if (by == TaskGroup::band) add(programme.bands());
    if (by == TaskGroup::owner) add(programme.institution().units);
    if (by == TaskGroup::risk_area) add(programme.risk_areas());
    if (by == TaskGroup::kind) {
        for (const std::string_view name : detail::names<TaskKind>) ids.emplace_back(name);
    }
    ids.emplace_back();
    return ids;
}

bool is_late(const Task& task, const Date& on, const WorkCalendar& workdays) {
    const DayNumber since =
        task.changes.empty() ? detail::since_ever : day_number(task.changes.back().on);
    return detail::Lateness(on, workdays)(task.state, since, detail::due_number(task.due));
}

/// How far those tasks have come that are asked for, in groups.
std::vector<Progress> progress_of(const View& view, TaskGroup by,
                                  const std::function<bool(const Task&)>& is_asked) {
    struct Group {
        detail::Tally tally = {};
        int blocked = 0;
    };
    const Programme& programme = view.programme();
    std::map<std::string, Group> groups;
    for (const Task& task : programme.tasks()) {
        if (!counts(task.state) || !is_asked(task)) continue;
        Group& group = groups[group_of(task, by)];
        group.tally.add(task.state, task.weight, is_late(task, view.on(), view.workdays()));
        if (!view.blocked_by(task).empty()) ++group.blocked;
    }
    if (by == TaskGroup::all) groups.try_emplace("");
    std::vector<Progress> found;
    for (const std::string& id : group_order(programme, by)) {
        const auto group = groups.find(id);
        if (group == groups.end()) continue;
        const auto& [tally, blocked] = group->second;
        found.push_back({.id = id,
                         .title = group_title(programme, by, id, view.on()),
                         .total = tally.total,
                         .done = tally.done,
                         .overdue = tally.overdue,
                         .blocked = blocked,
                         .total_weight = tally.total_weight,
                         .done_weight = tally.done_weight});
    }
    return found;
}

}  // namespace

View::View(const Programme& programme, const Date& on, const std::optional<WorkCalendar>& workdays)
    : programme_(programme.as_of(on)), on_(on), workdays_(detail::or_korea(workdays)) {
    // The horizon is asked once and early.
    static_cast<void>(workdays_.is_working_day(on));
}

std::vector<std::string> View::blocked_by(const Task& task) const {
    std::vector<std::string> undone;
    if (!is_open(task.state)) return undone;
    for (const std::string& id : task.depends_on) {
        const Task* needed = detail::find_record(programme_.tasks(), id);
        if (needed != nullptr && !is_done(needed->state)) undone.push_back(id);
    }
    return undone;
}

bool View::is_overdue(const Task& task) const { return is_late(task, on_, workdays_); }

std::vector<OverdueGroup> View::overdue(TaskGroup by) const {
    std::map<std::string, std::vector<OverdueTask>> groups;
    for (const Task& task : programme_.tasks()) {
        if (!is_overdue(task)) continue;
        const Date due = *due_day(task, workdays_);
        groups[group_of(task, by)].push_back(
            {.task = task.id,
             .title = task.title,
             .band = task.band,
             .owner = task.owner,
             .due = *task.due,
             .due_day = due,
             .working_days_late = workdays_.count(add_days(due, 1), add_days(on_, 1)),
             .state = task.state,
             .blocked_by = blocked_by(task)});
    }
    std::vector<OverdueGroup> found;
    for (auto& [id, tasks] : groups) {
        std::stable_sort(tasks.begin(), tasks.end(),
                         [](const OverdueTask& a, const OverdueTask& b) {
                             return a.working_days_late > b.working_days_late;
                         });
        found.push_back({id, group_title(programme_, by, id, on_), std::move(tasks)});
    }
    std::stable_sort(found.begin(), found.end(), [](const OverdueGroup& a, const OverdueGroup& b) {
        return a.tasks.size() > b.tasks.size();
    });
    return found;
}

std::vector<Progress> View::progress(TaskGroup by) const {
    return progress_of(*this, by, [](const Task&) { return true; });
}

bool is_of_year(const Task& task, int year) {
    const Date begin = make_date(year, 1, 1);
    if (task.proposed && *task.proposed > make_date(year, 12, 31)) return false;
    if (is_open(task.state) || task.changes.empty()) return true;
    // It ended with the first of its last states in a row that are not open.
    auto since = task.changes.rbegin();
    while (std::next(since) != task.changes.rend() && !is_open(std::next(since)->state)) ++since;
    return since->on >= begin;
}

std::vector<Progress> progress_of_year(const View& view, int year, TaskGroup by) {
    static_cast<void>(make_date(year, 1, 1));
    return progress_of(view, by, [year](const Task& task) { return is_of_year(task, year); });
}

std::string_view to_string(TaskGroup group) noexcept {
    return task_group_names[static_cast<std::size_t>(group)];
}

TaskGroup parse_task_group(std::string_view text) {
    const auto found = std::find(task_group_names.begin(), task_group_names.end(), text);
    if (found != task_group_names.end())
        return static_cast<TaskGroup>(found - task_group_names.begin());
    throw ProbityError(detail::sentence("view.group", {{"text", detail::printable(text)}}));
}

}  // namespace probity
