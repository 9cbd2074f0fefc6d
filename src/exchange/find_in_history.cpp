#include "exchange/find_in_history.hpp"

#include "date/instant.hpp"
#include "date/interruption.hpp"
#include "history/replay.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

Finding of_event(FindingKind kind, const History& history, std::size_t i, const Text& what) {
    const Event event = history[i];
    return {.kind = kind,
            .event = static_cast<int>(i) + 1,
            .text = sentence("verify.event",
                             {{"number", i + 1},
                              {"on", to_string(event.effective)},
                              {"kind", name_in_refusals("event_kind", to_string(event.kind))},
                              {"subject", event.subject},
                              {"what", what}})};
}

}  // namespace

void find_stamps(const History& history, std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < history.size(); ++i) {
        interruption_point(i);
        const History::Row& row = history.row(i);
        if (row.recorded == History::unstamped) {
            findings.push_back(
                of_event(FindingKind::unstamped, history, i, sentence("verify.unstamped")));
            continue;
        }
        const Date day = day_in_seoul(std::chrono::sys_seconds(std::chrono::seconds(row.recorded)));
        const auto late = (day - row.effective).days();
        if (late <= 0) continue;
        findings.push_back(
            of_event(FindingKind::backdated, history, i,
                     sentence(late == 1 ? "verify.backdated_a_day" : "verify.backdated",
                              {{"day", to_string(day)}, {"number", late}})));
    }
}

void find_refused(const ProgrammeText& text, std::vector<Finding>& findings) {
    for (const RefusedToday& refused : refused_today(text.founding, text.history)) {
        const Text what =
            sentence("verify.refused", {{"version", current_rules}, {"message", refused.message}});
        findings.push_back(
            refused.event == 0
                ? Finding{.kind = FindingKind::rules,
                          .text = sentence("verify.founding", {{"what", what}})}
                : of_event(FindingKind::rules, text.history, refused.event - 1, what));
    }
}

}  // namespace probity::detail
