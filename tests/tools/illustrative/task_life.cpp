// The lives of tasks, from the short form in which they are written.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "tests/tools/illustrative/year.hpp"

namespace probity::illustrative {
namespace {

using enum EventKind;

/// One step of a life: "h0511(reason)", "s0202@0220".
struct LifeStep {
    char letter;
    When when;
    std::string remark;
};

/// Takes the first step off a life.
LifeStep next_step(std::string_view& life) {
    const char letter = life.front();
    std::size_t end = life.find_first_of(" (", 1);
    if (end == std::string_view::npos) end = life.size();
    const std::string_view days = life.substr(1, end - 1);
    const std::size_t at = days.find('@');
    const Date on = day(days.substr(0, at));
    const When when(on, at == std::string_view::npos ? on : day(days.substr(at + 1)));
    std::string remark;
    if (end < life.size() && life[end] == '(') {
        const std::size_t close = life.find(')', end);
        remark = std::string(life.substr(end + 1, close - end - 1));
        end = close + 1;
    }
    life.remove_prefix(std::min(end, life.size()));
    while (!life.empty() && life.front() == ' ') life.remove_prefix(1);
    return {letter, when, remark};
}

/// "T-39|reason" in its two parts.
std::pair<std::string, std::string> parts_of(const std::string& remark) {
    const std::size_t bar = remark.find('|');
    return {remark.substr(0, bar), bar == std::string::npos ? "" : remark.substr(bar + 1)};
}

std::string band_of_unit(const Year& year, const std::string& unit) {
    const auto& banding = year.founding().banding;
    const Band* band = banding ? band_of(*banding, unit) : nullptr;
    return band == nullptr ? "" : band->id;
}

/// Steps that are no more than a kind and who takes them.
struct PlainStep {
    EventKind kind;
    /// Empty where the owner takes it.
    const char* by;
};

const std::map<char, PlainStep>& plain_steps() {
    static const std::map<char, PlainStep> steps{
        {'a', {task_adopted, "integrity-team"}},
        {'x', {task_rejected, "integrity-team"}},
        {'s', {task_started, ""}},
        {'h', {task_put_on_hold, ""}},
        {'r', {task_resumed, ""}},
        {'b', {task_sent_back, "audit-officer"}},
        {'v', {task_verified, "audit-officer"}},
        {'o', {task_reopened, "audit-officer"}},
        {'c', {task_closed, "integrity-team"}},
        {'w', {task_withdrawn, "integrity-team"}},
    };
    return steps;
}

}  // namespace

void live(Year& year, const std::string& task, const std::string& owner, std::string_view life) {
    std::string holder = owner;
    int submissions = 0;
    while (!life.empty()) {
        const LifeStep step = next_step(life);
        const auto [first, rest] = parts_of(step.remark);
        if (const auto plain = plain_steps().find(step.letter); plain != plain_steps().end()) {
            const std::string by = *plain->second.by ? plain->second.by : holder + "-staff";
            year.step(step.when, plain->second.kind, task, {}, by, step.remark);
        } else if (step.letter == 'u') {
            const std::string name =
                task + "-evidence-" + std::to_string(++submissions) + "-example.pdf";
            year.step(step.when, task_submitted, task, Held(EvidenceGiven{{file_of(name)}}),
                      holder + "-staff", step.remark);
        } else if (step.letter == 'p') {
            year.step(step.when, task_superseded, task, Held(TaskSuperseded{first}),
                      "integrity-team", rest);
        } else if (step.letter == 'g') {
            holder = first;
            year.step(step.when, task_assigned, task,
                      Held(TaskAssigned{first, band_of_unit(year, first)}), "integrity-team", rest);
        } else if (step.letter == 'd') {
            year.step(step.when, task_rescheduled, task, Held(TaskRescheduled{day(first)}),
                      "integrity-team", rest);
        } else {
            throw ProbityError(task + ": '" + step.letter + "' is no step of a task's life");
        }
    }
}

void propose(Year& year, const TaskPlan& plan, const When& when, TaskKind kind,
             const std::string& by) {
    Task task{.id = plan.id,
              .kind = kind,
              .title = plan.title,
              .owner = plan.owner,
              .band = band_of_unit(year, plan.owner),
              .risk_area = plan.area,
              .due = day(plan.due),
              .weight = plan.weight,
              .indicators = plan.indicators,
              .source = made_up};
    year.step(when, task_proposed, plan.id, Held(task), by);
    live(year, plan.id, plan.owner, plan.life);
}

}  // namespace probity::illustrative
