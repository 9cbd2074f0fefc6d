// The questions of a portfolio can be interrupted.
#include "probity/programme/portfolio.hpp"
#include "tests/interrupted.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace portfolio_interruption_test {

/// A programme of so many tasks.
Programme of_tasks(int tasks) {
    ProgrammeParts parts;
    parts.id = "office";
    parts.title = {"기관", "Office"};
    parts.institution = {.name = {"기관", "Office"},
                         .head = {.post = {"장", "Head"}, .name = {"장", "N"}}};
    for (int i = 0; i < tasks; ++i) {
        parts.tasks.push_back({.id = "T-" + std::to_string(i),
                               .title = {"과제", "Task"},
                               .proposed = make_date(2026, 1, 5),
                               .due = make_date(2026, 6, 30)});
    }
    return Programme(std::move(parts));
}

TEST(PortfolioOf, ManyTasksCanBeInterrupted) {
    const Portfolio portfolio({of_tasks(40'000)});
    const WorkCalendar korea = WorkCalendar::korea();
    const Date on = make_date(2026, 7, 15);
    for (const PortfolioGroup by : {PortfolioGroup::all, PortfolioGroup::owner,
                                    PortfolioGroup::programme, PortfolioGroup::kind}) {
        expect_interruptible([&] { return portfolio.progress(on, korea, by); });
    }
    expect_interruptible([&] { return portfolio.states(on); });
    expect_interruptible([&] { return portfolio.burnup(year_of(2026), BurnupStep::day); });
}

}  // namespace portfolio_interruption_test
}  // namespace probity
