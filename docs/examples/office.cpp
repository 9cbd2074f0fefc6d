// An office's events: a programme is founded, a task is taken on and done, and a file keeps who did
// what, when and why. A step that the state does not allow is refused.
#include <filesystem>
#include <iostream>

#include "probity/exchange/json.hpp"
#include "probity/exchange/save.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/commands.hpp"
#include "probity/programme/view.hpp"

using namespace probity;

int main() {
    const auto act = [](int month, int day, const char* by) {
        return Act{.on = make_date(2026, month, day),
                   .by = by,
                   .reason = {},
                   .recorded = std::nullopt,
                   .corrects = 0,
                   .named = std::nullopt};
    };
    Programme mapo = new_programme("mapo", {"마포구", "Mapo-gu"}, act(1, 5, "mayor"));

    Task task;
    task.id = "T-01";
    task.title = {"수의계약 공개", "Publish private contracts"};
    task.due = make_date(2026, 3, 31);
    mapo = mapo.apply(add(mapo, task, act(1, 12, "integrity-team")));
    mapo = mapo.apply(adopt(mapo, "T-01", act(1, 19, "council")));
    mapo = mapo.apply(start(mapo, "T-01", act(2, 2, "contracts")));
    try {
        mapo = mapo.apply(verify(mapo, "T-01", act(2, 3, "auditor")));
    } catch (const TransitionError& error) {
        std::cout << error.what() << "\n\n";
    }

    std::filesystem::remove("mapo.jsonl");
    save(mapo, "mapo.jsonl");
    const Programme read = load("mapo.jsonl");
    for (std::size_t i = 0; i < read.history().size(); ++i) {
        const Event event = read.history()[i];
        std::cout << to_string(event.effective) << "  " << to_string(event.kind) << "  "
                  << event.subject << "  by " << event.actor << '\n';
    }

    const View april(read, make_date(2026, 4, 6), WorkCalendar::korea());
    for (const OverdueGroup& group : april.overdue())
        for (const OverdueTask& late : group.tasks)
            std::cout << late.task << " is overdue by " << late.working_days_late
                      << " working days\n";
}
