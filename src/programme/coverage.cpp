#include "probity/programme/coverage.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "programme/standing.hpp"

namespace probity {
namespace {

using detail::counts;

CoverageRow row_of(const RiskArea& area, const std::vector<Task>& tasks) {
    CoverageRow row{.area = area.id, .title = area.title, .owners = area.owners};
    for (const Task& task : tasks) {
        if (task.risk_area == area.id && counts(task.state)) row.measures.push_back(task.id);
    }
    return row;
}

void add_gaps(const CoverageRow& row, std::vector<CoverageGap>& gaps) {
    if (row.measures.empty()) {
        gaps.push_back({row.area,
                        "measure",
                        {row.title.korean + ": 기록된 개선대책이 없음",
                         row.title.english + ": no measure is recorded for it"}});
    }
    if (row.owners.empty()) {
        gaps.push_back({row.area,
                        "owner",
                        {row.title.korean + ": 기록된 담당부서가 없음",
                         row.title.english + ": no owner is recorded for it"}});
    }
}

int proposed_in(const std::vector<Task>& tasks, int year) {
    return static_cast<int>(std::count_if(tasks.begin(), tasks.end(), [&](const Task& task) {
        return task.kind == TaskKind::practice_task && task.proposed &&
               task.proposed->year() == year;
    }));
}

std::optional<int> recorded_of(const Programme& programme, const DeclaredCount& declared) {
    if (declared.what == "bands") {
        const Programme then = programme.as_of(make_date(declared.year, 12, 31));
        const auto& banding = then.parts().banding;
        if (!banding) return std::nullopt;
        return static_cast<int>(banding->bands.size());
    }
    const int tasks = proposed_in(programme.tasks(), declared.year);
    if (declared.what == "tasks" && tasks > 0) return tasks;
    return std::nullopt;
}

/// What was counted, and in Korean what it is counted by.
struct Counted {
    std::string_view what;
    Text title;
    const char* counter;
};

Counted counted(const std::string& what) {
    const std::array<Counted, 3> known{{{"bands", {"밴드", "bands"}, "개"},
                                        {"tasks", {"과제", "tasks"}, "건"},
                                        {"projects", {"사업", "projects"}, "건"}}};
    for (const Counted& each : known) {
        if (each.what == what) return each;
    }
    return {what, {what, what}, ""};
}

Text in_words(const Reconciliation& row) {
    const Counted what = counted(row.what);
    const auto in_korean = [&](int number) { return std::to_string(number) + what.counter; };
    const std::string year = std::to_string(row.year);
    const std::string declared = std::to_string(row.declared);
    Text text{year + "년 " + what.title.korean + ": ", what.title.english + " of " + year + ": "};
    if (!row.recorded) {
        text.korean += "발표 " + in_korean(row.declared) + ", 기록 없음";
        text.english += declared + " declared, none recorded";
        return text;
    }
    text.korean += in_korean(row.declared) + " 중 " + in_korean(*row.recorded);
    text.english += std::to_string(*row.recorded) + " of " + declared;
    const int difference = *row.recorded - row.declared;
    if (difference == 0) return text;
    const int by = std::abs(difference);
    text.korean += ", " + in_korean(by) + (difference < 0 ? " 부족" : " 초과");
    text.english += ", " + std::to_string(by) + (difference < 0 ? " short" : " too many");
    return text;
}

const Task* task_in(const Programme& programme, const std::string& id) {
    return detail::find_record(programme.tasks(), id);
}

}  // namespace

Coverage coverage(const Programme& programme) {
    Coverage found;
    for (const RiskArea& area : programme.risk_areas()) {
        found.rows.push_back(row_of(area, programme.tasks()));
        add_gaps(found.rows.back(), found.gaps);
    }
    for (const Task& task : programme.tasks()) {
        if (task.kind == TaskKind::improvement_measure && task.risk_area.empty() &&
            counts(task.state)) {
            const Text name = detail::name_of(task);
            found.gaps.push_back({task.id,
                                  "area",
                                  {name.korean + ": 기록된 부패취약분야가 없음",
                                   name.english + ": no risk area is recorded for it"}});
        }
    }
    return found;
}

std::vector<Reconciliation> reconcile(const Programme& programme) {
    std::vector<Reconciliation> rows;
    for (const DeclaredCount& declared : programme.declared()) {
        Reconciliation row{.what = declared.what,
                           .year = declared.year,
                           .declared = declared.count,
                           .recorded = recorded_of(programme, declared)};
        row.text = in_words(row);
        rows.push_back(std::move(row));
    }
    std::stable_sort(
        rows.begin(), rows.end(),
        [](const Reconciliation& a, const Reconciliation& b) { return a.year < b.year; });
    return rows;
}

Changes changes(const Programme& programme, const Programme& since) {
    Changes found;
    for (const Task& task : programme.tasks()) {
        const Task* old = task_in(since, task.id);
        if (old == nullptr) {
            found.added.push_back(task.id);
        } else if (is_open(old->state) && is_open(task.state)) {
            found.carried_over.push_back(task.id);
        } else if (is_open(old->state) && is_done(task.state)) {
            found.done.push_back(task.id);
        } else if (is_open(old->state)) {
            found.dropped.push_back(task.id);
        }
    }
    for (const Task& old : since.tasks()) {
        if (is_open(old.state) && task_in(programme, old.id) == nullptr) {
            found.dropped.push_back(old.id);
        }
    }
    return found;
}

}  // namespace probity
