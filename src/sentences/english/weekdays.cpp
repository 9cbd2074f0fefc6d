#include "sentences/english/weekdays.hpp"

#include <algorithm>

namespace probity::detail::english {
namespace {

/// Monday; Monday to Friday.
std::vector<int> run_of_weekdays(Scanner& s) {
    if (const auto run = read_run(s)) {
        std::vector<int> weekdays;
        for (int i = 0; i < run->days(); ++i) weekdays.push_back((run->first + i) % 7);
        std::ranges::sort(weekdays);
        return weekdays;
    }
    const auto weekday = s.weekday();
    return weekday ? std::vector<int>{*weekday} : std::vector<int>();
}

}  // namespace

std::optional<WeekdayRun> read_run(Scanner& s) {
    const std::size_t mark = s.at;
    const auto first = s.weekday();
    const auto last = first && s.take_any(range_words) ? s.weekday() : std::nullopt;
    if (last) return WeekdayRun{*first, *last};
    s.at = mark;
    return std::nullopt;
}

std::vector<int> listed_weekdays(Scanner& s) {
    return s.listed([&] { return run_of_weekdays(s); });
}

void add_weekdays(SentencePlan& plan, const std::vector<int>& weekdays) {
    plan.weekdays.insert(plan.weekdays.end(), weekdays.begin(), weekdays.end());
}

void add_monday_to_friday(SentencePlan& plan) { add_weekdays(plan, {0, 1, 2, 3, 4}); }

void add_weekend(SentencePlan& plan) { add_weekdays(plan, {5, 6}); }

}  // namespace probity::detail::english
