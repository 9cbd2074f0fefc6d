#include "exchange/find_in_history.hpp"

#include <string>

#include "date/instant.hpp"
#include "date/interruption.hpp"
#include "history/replay.hpp"

namespace probity::detail {
namespace {

Text event_words(const History& history, std::size_t i) {
    const Event event = history[i];
    const std::string number = std::to_string(i + 1);
    const std::string words = " (" + to_string(event.effective) + " " +
                              std::string(to_string(event.kind)) + " " + event.subject + "): ";
    return {number + "번 사건" + words, "event " + number + words};
}

Finding of_event(FindingKind kind, const History& history, std::size_t i, const Text& what) {
    const Text event = event_words(history, i);
    return {.kind = kind,
            .event = static_cast<int>(i) + 1,
            .text = {event.korean + what.korean, event.english + what.english}};
}

}  // namespace

void find_stamps(const History& history, std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < history.size(); ++i) {
        interruption_point(i);
        const History::Row& row = history.row(i);
        if (row.recorded == History::unstamped) {
            findings.push_back(
                of_event(FindingKind::unstamped, history, i,
                         {"기록 시각이 없습니다", "it has no stamp; saving stamps it"}));
            continue;
        }
        const Date day = day_in_seoul(std::chrono::sys_seconds(std::chrono::seconds(row.recorded)));
        const auto late = (day - row.effective).days();
        if (late <= 0) continue;
        const std::string days = std::to_string(late);
        findings.push_back(of_event(
            FindingKind::backdated, history, i,
            {to_string(day) + "에 기록되어 효력일보다 " + days + "일 늦습니다",
             "it was recorded on " + to_string(day) + ", " + days + (late == 1 ? " day" : " days") +
                 " after the day from which it is true"}));
    }
}

void find_refused(const ProgrammeText& text, std::vector<Finding>& findings) {
    const std::string version = std::to_string(current_rules);
    for (const RefusedToday& refused : refused_today(text.founding, text.history)) {
        const Text what = {
            "지금 규칙(" + version + ")으로는 거부됩니다: " + refused.message.in(Language::korean),
            "today's rules (" + version +
                ") would refuse it: " + refused.message.in(Language::english)};
        findings.push_back(
            refused.event == 0
                ? Finding{.kind = FindingKind::rules,
                          .text = {"처음 문서: " + what.korean,
                                   "founding document: " + what.english}}
                : of_event(FindingKind::rules, text.history, refused.event - 1, what));
    }
}

}  // namespace probity::detail
