#include "probity/programme/coverage.hpp"
#include "probity/programme/changes.hpp"
#include "probity/programme/reconciliation.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <string_view>

#include "history/rows.hpp"
#include "probity/history/history.hpp"
#include "programme/standing.hpp"

namespace probity {
namespace {

using detail::counts;

CoverageRow row_of(const RiskArea& area, const List<Task>& tasks) {
    CoverageRow row{.area = area.id, .title = area.title, .owners = area.owners};
    for (const Task& task : tasks) {
        const bool measure = task.kind != TaskKind::action_item && counts(task.state);
        if (measure && task.risk_area == area.id) row.measures.push_back(task.id);
    }
    return row;
}

/// Takes the units out of a row that own nothing any more.
std::vector<const Unit*> without_closed(CoverageRow& row, const ProgrammeParts& parts,
                                        const std::optional<Date>& day) {
    std::vector<const Unit*> closed;
    std::erase_if(row.owners, [&](const std::string& owner) {
        const Unit* unit = day ? detail::closed_unit(parts, owner, *day) : nullptr;
        if (unit != nullptr) closed.push_back(unit);
        return unit != nullptr;
    });
    return closed;
}

/// The day of which a programme speaks: that on which it stood, or the last of which it knows. None if
/// it knows of no day.
std::optional<Date> day_of(const Programme& programme) {
    if (programme.stands_on()) return *programme.stands_on();
    std::optional<Date> day;
    if (const auto recorded = programme.parts().recorded) {
        day = to_date(std::chrono::floor<std::chrono::days>(*recorded));
    }
    const History& history = programme.history();
    for (const std::size_t i : detail::standing(history, std::nullopt)) {
        const Date effective = history.row(i).effective;
        if (!day || *day < effective) day = effective;
    }
    return day;
}

void add_gaps(const CoverageRow& row, const std::vector<const Unit*>& closed,
              std::vector<CoverageGap>& gaps) {
    if (row.measures.empty()) {
        gaps.push_back({row.area,
                        Missing::measure,
                        {row.title.in(Language::korean) + ": 기록된 개선대책이 없음",
                         row.title.in(Language::english) + ": no measure is recorded for it"},
                        RecordKind::risk_area});
    }
    for (const Unit* unit : closed) {
        gaps.push_back({row.area, Missing::owner, detail::closed_owner_text(row.title, *unit),
                        RecordKind::risk_area});
    }
    if (row.owners.empty() && closed.empty()) {
        gaps.push_back({row.area,
                        Missing::owner,
                        {row.title.in(Language::korean) + ": 기록된 담당부서가 없음",
                         row.title.in(Language::english) + ": no owner is recorded for it"},
                        RecordKind::risk_area});
    }
}

/// How a count is written, and what is counted as recorded.
struct Words {
    Text title;
    /// The Korean counter of a number.
    const char* counter;
    /// Empty if nothing of that sort can be recorded.
    Text recorded;
    /// Of tasks, which of them.
    std::optional<TaskKind> kind;
};

Words words_of(const Counted& what) {
    switch (what.kind()) {
        case CountedKind::bands:
            return {{"밴드", "bands"},
                    "개",
                    {"연말 기준 밴드", "bands at the end of the year"},
                    std::nullopt};
        case CountedKind::tasks:
            return {{"과제", "tasks"},
                    "건",
                    {"그해 제안된 실천과제", "practice tasks proposed in the year"},
                    TaskKind::practice_task};
        case CountedKind::measures:
            return {{"개선대책", "measures"},
                    "건",
                    {"그해 제안된 개선대책", "improvement measures proposed in the year"},
                    TaskKind::improvement_measure};
        case CountedKind::projects:
            return {{"사업", "projects"}, "건", {}, std::nullopt};
        case CountedKind::other:
            break;
    }
    const std::string word = to_string(what);
    return {{word, word}, "", {}, std::nullopt};
}

void count_tasks(const List<Task>& tasks, TaskKind kind, Reconciliation& row) {
    int of_the_year = 0;
    for (const Task& task : tasks) {
        if (task.kind != kind) continue;
        if (!task.proposed) ++row.undated;
        if (task.proposed && task.proposed->year() == row.year) ++of_the_year;
    }
    if (of_the_year > 0 || row.undated > 0) row.recorded = of_the_year;
}

void count_recorded(const Programme& programme, const Words& words, Reconciliation& row) {
    if (words.kind) count_tasks(programme.tasks(), *words.kind, row);
    if (row.what.kind() != CountedKind::bands) return;
    const Programme then = programme.as_of(make_date(row.year, 12, 31));
    const auto& banding = then.parts().banding;
    if (banding) row.recorded = static_cast<int>(banding->bands.size());
}

Text in_words(const Reconciliation& row, const Words& words) {
    const auto in_korean = [&](int number) { return std::to_string(number) + words.counter; };
    const std::string year = std::to_string(row.year);
    const std::string declared = std::to_string(row.declared);
    Text text{year + "년 " + words.title.in(Language::korean) + ": ",
              words.title.in(Language::english) + " of " + year + ": "};
    if (!row.recorded) {
        text.korean += "발표 " + in_korean(row.declared) + ", 기록 없음";
        text.english += declared + " declared, none recorded";
        return text;
    }
    text.korean += in_korean(row.declared) + " 중 " + in_korean(*row.recorded);
    text.english += std::to_string(*row.recorded) + " of " + declared;
    const int difference = *row.recorded - row.declared;
    const int by = std::abs(difference);
    if (difference != 0) {
        text.korean += ", " + in_korean(by) + (difference < 0 ? " 부족" : " 초과");
        text.english += ", " + std::to_string(by) + (difference < 0 ? " short" : " too many");
    }
    if (row.undated > 0) {
        text.korean += ", 제안일 기록 없는 " + in_korean(row.undated) + " 별도";
        text.english += ", " + std::to_string(row.undated) + " more without a date";
    }
    return text;
}

/// Whether a task that was done, and is done now, was reopened between.
bool was_reopened_since(const Task& task, const Task& old) {
    const auto steps =
        static_cast<std::ptrdiff_t>(std::min(old.changes.size(), task.changes.size()));
    return std::any_of(task.changes.begin() + steps, task.changes.end(),
                       [](const TaskChange& change) { return is_open(change.state); });
}

const Task* task_in(const Programme& programme, const std::string& id) {
    return detail::find_record(programme.tasks(), id);
}

}  // namespace

std::string_view to_string(Missing missing) noexcept {
    constexpr std::array<std::string_view, 3> names{"measure", "owner", "area"};
    return names[static_cast<std::size_t>(missing)];
}

Coverage coverage(const Programme& programme) {
    Coverage found;
    const std::optional<Date> day = day_of(programme);
    for (const RiskArea& area : programme.risk_areas()) {
        found.rows.push_back(row_of(area, programme.tasks()));
        const auto closed = without_closed(found.rows.back(), programme.parts(), day);
        add_gaps(found.rows.back(), closed, found.gaps);
    }
    for (const Task& task : programme.tasks()) {
        if (task.kind == TaskKind::improvement_measure && task.risk_area.empty() &&
            counts(task.state)) {
            const Text name = detail::name_of(task);
            found.gaps.push_back(
                {task.id,
                 Missing::area,
                 {name.in(Language::korean) + ": 기록된 부패취약분야가 없음",
                  name.in(Language::english) + ": no risk area is recorded for it"},
                 RecordKind::task});
        }
        const Unit* owner =
            day ? detail::closed_unit(programme.parts(), task.owner, *day) : nullptr;
        if (owner != nullptr && is_open(task.state)) {
            found.gaps.push_back({task.id, Missing::owner,
                                  detail::closed_owner_text(detail::name_of(task), *owner),
                                  RecordKind::task});
        }
    }
    return found;
}

std::vector<Reconciliation> reconcile(const Programme& programme) {
    std::vector<Reconciliation> rows;
    for (const DeclaredCount& declared : programme.declared()) {
        const Words words = words_of(declared.what);
        Reconciliation row{.what = declared.what,
                           .year = declared.year.value(),
                           .declared = declared.count,
                           .counts = words.recorded};
        count_recorded(programme, words, row);
        row.text = in_words(row, words);
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
        } else if (is_open(old->state) || (is_done(old->state) && !counts(task.state))) {
            found.dropped.push_back(task.id);
        } else if (is_done(old->state) && is_open(task.state)) {
            found.reopened.push_back(task.id);
        } else if (is_done(old->state) && was_reopened_since(task, *old)) {
            found.done.push_back(task.id);
        }
    }
    for (const Task& old : since.tasks()) {
        if (counts(old.state) && task_in(programme, old.id) == nullptr) {
            found.dropped.push_back(old.id);
        }
    }
    return found;
}

}  // namespace probity
