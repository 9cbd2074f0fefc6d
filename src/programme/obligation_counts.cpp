#include "probity/programme/obligation_counts.hpp"

#include "date/interruption.hpp"
#include "programme/obligations.hpp"
#include "workdays/or_korea.hpp"

namespace probity {
namespace {

void add(ObligationCount& count, ObligationState state) {
    ++count.owed;
    switch (state) {
        case ObligationState::open:
            ++count.open;
            return;
        case ObligationState::done:
            ++count.done;
            return;
        case ObligationState::late:
            ++count.late;
            return;
        case ObligationState::waived:
            ++count.waived;
            return;
    }
}

}  // namespace

std::vector<ObligationCount> count_obligations(std::span<const Programme> programmes,
                                               const Date& on, const std::optional<int>& year,
                                               const std::optional<WorkCalendar>& workdays) {
    const WorkCalendar calendar = detail::or_korea(workdays);
    const Interval days = year_of(year.value_or(on.year()));
    // The offices owe much the same on the same days.
    detail::DueDays due(calendar);
    std::vector<ObligationCount> counts;
    for (const Programme& programme : programmes) {
        detail::interruption_point();
        const Programme then = programme.as_of(on);
        const ProgrammeParts& parts = then.parts();
        detail::ObligationJudge judge(parts, on, due);
        for (std::size_t i = 0; i < parts.obligations.size(); ++i) {
            ObligationCount count;
            count.programme = parts.id;
            count.obligation = parts.obligations[i].id;
            count.title = parts.obligations[i].title;
            judge.each(i, days,
                       [&](const detail::JudgedInstance& judged) { add(count, judged.state); });
            if (count.owed > 0) counts.push_back(std::move(count));
        }
    }
    return counts;
}

}  // namespace probity
