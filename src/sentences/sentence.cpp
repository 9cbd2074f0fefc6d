#include "probity/sentences/sentence.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

std::vector<std::size_t> all_of(const std::vector<Reading>& readings) {
    std::vector<std::size_t> all(readings.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    return all;
}

}  // namespace

Recurrence Sentence::recurrence(const Date& start,
                                const std::optional<WorkCalendar>& workdays) const {
    if (readings.empty()) throw ProbityError(detail::sentence("rule.no_readings"));
    return readings.front().recurrence(start, workdays);
}

std::vector<ReadingDifference> Sentence::differ(int begin_year, int end_year,
                                                const std::vector<std::size_t>& chosen,
                                                const std::optional<WorkCalendar>& workdays) const {
    const std::vector<std::size_t> compared = chosen.empty() ? all_of(readings) : chosen;
    for (const std::size_t i : compared) {
        if (i < readings.size()) continue;
        throw ProbityError(
            detail::sentence("rule.reading_index", {{"number", i}, {"size", readings.size()}}));
    }
    const Date begin = make_date(begin_year, 1, 1);
    if (end_year <= begin_year) return {};
    const Date end = end_year <= last_year ? make_date(end_year, 1, 1) : last_date();
    std::map<std::pair<int, int>, std::vector<std::vector<DayOrSpan>>> periods;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        for (auto& [nominal, days] : readings[compared[i]].nominal_days(begin, end, workdays)) {
            auto& lists = periods[{nominal.year(), yearly ? 0 : int{nominal.month()}}];
            lists.resize(compared.size());
            lists[i].push_back(std::move(days));
        }
    }
    std::vector<ReadingDifference> found;
    for (auto& [period, dates] : periods) {
        std::vector<std::vector<DayOrSpan>>& lists = dates;
        for (auto& days : lists) std::sort(days.begin(), days.end());
        const bool are_same = std::all_of(lists.begin(), lists.end(),
                                          [&](const auto& days) { return days == lists[0]; });
        if (are_same) continue;
        const auto& [year, month] = period;
        found.push_back({year, month == 0 ? std::nullopt : std::optional(month), std::move(lists)});
    }
    return found;
}

std::string to_string(const Sentence& sentence) { return sentence.text; }

std::ostream& operator<<(std::ostream& out, const Sentence& sentence) {
    return out << sentence.text;
}

}  // namespace probity
