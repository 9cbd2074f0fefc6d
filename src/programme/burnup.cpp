#include "probity/programme/burnup.hpp"

#include <algorithm>
#include <map>

#include "date/text.hpp"
#include "programme/burnup_dates.hpp"
#include "programme/standing.hpp"

namespace probity {
namespace {

struct Change {
    int total = 0;
    int done = 0;
    std::int64_t total_weight = 0;
    std::int64_t done_weight = 0;
};

void add(Change& change, const Task& task, TaskState state, int sign) {
    const std::int64_t weight = sign * std::int64_t{task.weight};
    if (detail::counts(state)) {
        change.total += sign;
        change.total_weight += weight;
    }
    if (is_done(state)) {
        change.done += sign;
        change.done_weight += weight;
    }
}

/// Lists the changes of each day: a task leaves its old state and comes into the new one.
std::map<Date, Change> changes_by_day(const Programme& programme) {
    std::map<Date, Change> days;
    for (const Task& task : programme.tasks()) {
        // A task of the founding document was proposed on its date, or always was.
        std::optional<TaskState> state;
        if (task.changes.empty() || task.changes.front().state != TaskState::proposed) {
            state = TaskState::proposed;
            add(days[task.proposed.value_or(first_date())], task, *state, 1);
        }
        for (const TaskChange& change : task.changes) {
            Change& day = days[change.on];
            if (state) add(day, task, *state, -1);
            add(day, task, change.state, 1);
            state = change.state;
        }
    }
    return days;
}

}  // namespace

std::vector<Date> detail::burnup_dates(const Interval& window, BurnupStep step) {
    if (!window.end()) {
        throw ProbityError("a burn-up needs a window with an end; this one begins on " +
                           to_string(window.begin()) + " and has none");
    }
    const Date last = window.last();
    std::vector<Date> dates;
    for (int k = 0;; ++k) {
        Date date = window.begin();
        if (step == BurnupStep::month) {
            const auto next = slot(EveryMonths{1, window.begin()}, k);
            if (!next) break;
            date = *next;
        } else {
            const std::int64_t days = std::int64_t{k} * (step == BurnupStep::week ? 7 : 1);
            if (days > (last - window.begin()).days()) break;
            date = add_days(window.begin(), days);
        }
        if (date > last) break;
        dates.push_back(date);
    }
    if (dates.back() != last) dates.push_back(last);
    return dates;
}

std::vector<BurnupPoint> burnup(const Programme& programme, const Interval& window,
                                BurnupStep step) {
    const std::vector<Date> dates = detail::burnup_dates(window, step);
    const std::map<Date, Change> days = changes_by_day(programme);
    auto next = days.begin();
    BurnupPoint sum;
    std::vector<BurnupPoint> points;
    for (const Date& date : dates) {
        for (; next != days.end() && next->first <= date; ++next) {
            sum.total += next->second.total;
            sum.done += next->second.done;
            sum.total_weight += next->second.total_weight;
            sum.done_weight += next->second.done_weight;
        }
        sum.date = date;
        points.push_back(sum);
    }
    return points;
}

std::string_view to_string(BurnupStep step) noexcept {
    constexpr std::string_view names[] = {"day", "week", "month"};
    return names[static_cast<std::size_t>(step)];
}

BurnupStep parse_burnup_step(std::string_view text) {
    for (const BurnupStep step : {BurnupStep::day, BurnupStep::week, BurnupStep::month}) {
        if (to_string(step) == text) return step;
    }
    throw ProbityError("'" + detail::printable(text) +
                       "' is no step of a burn-up: day, week or month is allowed");
}

}  // namespace probity
