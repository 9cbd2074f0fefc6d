#include "history/replay.hpp"

#include <algorithm>
#include <optional>

#include "date/interruption.hpp"
#include "history/body.hpp"
#include "history/fold.hpp"
#include "history/rows.hpp"
#include "records/check.hpp"

namespace probity::detail {
namespace {

/// Returns the refusal of work; null if nothing is refused.
template <class Work>
std::optional<Text> refusal_of(Work work) {
    try {
        work();
    } catch (const ProbityError& error) {
        return error.text();
    }
    return std::nullopt;
}

bool is_of_today(const ProgrammeParts& founding, const History& history) {
    if (founding.rules != current_rules) return false;
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (history.row(i).rules != current_rules) return false;
    }
    return true;
}

}  // namespace

std::vector<RefusedToday> refused_today(const ProgrammeParts& founding, const History& history) {
    std::vector<RefusedToday> out;
    if (is_of_today(founding, history)) return out;
    ProgrammeParts today = founding;
    today.rules = current_rules;
    if (auto refusal = refusal_of([&] { check(today); })) out.push_back({0, *std::move(refusal)});

    // Two folds side by side: as it was, and as today's rules would have it. Where these refuse an
    // event, they go on from how it was.
    Fold as_it_was(founding);
    std::optional<Fold> as_today(as_it_was);
    for (const std::size_t row : standing(history, std::nullopt)) {
        interruption_point(row);
        as_it_was.apply(history, row);
        auto refusal = refusal_of([&] {
            Event event = history[row];
            event.rules = current_rules;
            check_event(event);
            as_today->apply(history, row, current_rules);
        });
        if (!refusal) continue;
        out.push_back({row + 1, *std::move(refusal)});
        as_today.emplace(as_it_was);
    }
    std::sort(out.begin(), out.end(),
              [](const RefusedToday& a, const RefusedToday& b) { return a.event < b.event; });
    return out;
}

}  // namespace probity::detail
