#include "probity/programme/portfolio.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>

#include "probity/exchange/examples.hpp"
#include "probity/programme/view.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace portfolio_test {

using enum EventKind;

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

ProgrammeParts office_named(const std::string& id) {
    ProgrammeParts parts = office_parts();
    parts.id = id;
    parts.risk_areas.push_back({.id = "permits", .title = words("Permits")});
    parts.tasks = {{.id = "F-1", .owner = "audit", .due = make_date(2026, 2, 14), .weight = 5},
                   {.id = "F-2",
                    .kind = TaskKind::improvement_measure,
                    .proposed = make_date(2026, 1, 20),
                    .band = "B-01"}};
    return parts;
}

/// An event of a random kind for a random task, on a day soon after the last.
Event random_event(std::mt19937& random, const Programme& programme, int& day) {
    static const EventKind kinds[] = {
        task_proposed, task_adopted,   task_rejected, task_started,   task_put_on_hold,
        task_resumed,  task_submitted, task_verified, task_sent_back, task_closed,
        task_reopened, task_withdrawn, task_assigned, task_assigned,  task_rescheduled,
        task_weighted, task_directed,  task_adopted,  task_started,   task_submitted,
        task_verified, task_submitted};
    const auto below = [&](std::size_t n) { return static_cast<int>(random() % n); };
    const auto& tasks = programme.tasks();
    const EventKind kind = kinds[below(std::size(kinds))];
    std::string subject = tasks[static_cast<std::size_t>(below(tasks.size()))].id;
    const char* const owners[] = {"audit", "tax", ""};
    const char* const areas[] = {"contracts", "permits", ""};
    day += below(3);
    const Date due = add_days(make_date(2026, 1, 5), day + below(20));
    EventBody body;
    if (kind == task_proposed) {
        subject = "T-" + std::to_string(tasks.size());
        body = Held(Task{.id = subject,
                         .kind = static_cast<TaskKind>(below(3)),
                         .owner = owners[below(3)],
                         .due = due,
                         .weight = 1 + below(4)});
    }
    if (kind == task_submitted) body = proof();
    if (kind == task_assigned) body = Held(TaskAssigned{owners[below(3)], below(2) ? "B-01" : ""});
    if (kind == task_rescheduled) body = Held(TaskRescheduled{due});
    if (kind == task_weighted) body = Held(TaskWeighted{1 + below(9)});
    if (kind == task_directed) body = Held(TaskDirected{areas[below(3)]});
    // Some are recorded late: they are true from a day before.
    const int back = below(4) == 0 ? below(10) : 0;
    return {
        .effective = add_days(make_date(2026, 1, 5), std::max(0, day - back)),
        .recorded = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + std::chrono::days(day),
        .actor = below(2) ? "team" : "audit-head",
        .kind = kind,
        .subject = subject,
        .body = body,
        .reason = "because"};
}

/// An office to which things happen that are legal, whatever else was tried.
Programme random_office(const std::string& id, unsigned seed) {
    std::mt19937 random(seed);
    Programme programme(office_named(id));
    int day = 0;
    for (int i = 0; i < 900; ++i) {
        try {
            programme = programme.apply(random_event(random, programme, day));
        } catch (const ProbityError&) {
            day = std::max(0, day - 1);
        }
        const auto events = static_cast<int>(programme.history().size());
        if (i % 50 != 49 || events < 3) continue;
        // Now and then something turns out never to have happened.
        try {
            programme = programme.apply(Event{.effective = make_date(2026, 1, 5),
                                              .recorded = *programme.last_recorded(),
                                              .actor = "team",
                                              .kind = event_annulled,
                                              .reason = "it was entered twice",
                                              .corrects = events - 1});
        } catch (const ProbityError&) {
        }
    }
    return programme;
}

const std::vector<Programme>& random_offices() {
    static const std::vector<Programme> made{random_office("north", 1), random_office("south", 2),
                                             random_office("west", 3)};
    return made;
}

PortfolioProgress row_of(const Progress& group, const std::string& programme) {
    return {.programme = programme,
            .id = group.id,
            .title = group.title,
            .total = group.total,
            .done = group.done,
            .overdue = group.overdue,
            .total_weight = group.total_weight,
            .done_weight = group.done_weight};
}

/// What the views of the programmes say, one after the other.
std::vector<PortfolioProgress> of_views(const std::vector<Programme>& programmes, const Date& on,
                                        TaskGroup by) {
    std::vector<PortfolioProgress> rows;
    for (const Programme& programme : programmes) {
        for (const Progress& group : View(programme, on, korea()).progress(by)) {
            rows.push_back(row_of(group, programme.id()));
        }
    }
    return rows;
}

/// The rows of all programmes together, by the ids of the groups.
std::map<std::string, PortfolioProgress> together(const std::vector<PortfolioProgress>& rows) {
    std::map<std::string, PortfolioProgress> sums;
    for (const PortfolioProgress& row : rows) {
        PortfolioProgress& sum = sums[row.id];
        sum.id = row.id;
        sum.title = row.title;
        sum.total += row.total;
        sum.done += row.done;
        sum.overdue += row.overdue;
        sum.total_weight += row.total_weight;
        sum.done_weight += row.done_weight;
    }
    return sums;
}

std::map<std::string, PortfolioProgress> by_id(const std::vector<PortfolioProgress>& rows) {
    std::map<std::string, PortfolioProgress> found;
    for (const PortfolioProgress& row : rows) EXPECT_TRUE(found.emplace(row.id, row).second);
    return found;
}

std::vector<Date> days_of(const Interval& window) {
    std::vector<Date> days;
    for (int i = 0; i < window.days(); ++i) days.push_back(add_days(window.begin(), i));
    return days;
}

Date last_day() {
    Date last = first_date();
    for (const Programme& programme : random_offices()) {
        for (std::size_t i = 0; i < programme.history().size(); ++i) {
            last = std::max(last, programme.history().row(i).effective);
        }
    }
    return add_days(last, 30);
}

TEST(RandomOffices, HaveALifeWorthAsking) {
    for (const Programme& programme : random_offices()) {
        EXPECT_GE(programme.history().size(), 60u);
        EXPECT_GE(programme.tasks().size(), 10u);
    }
}

/// The open tasks of the programmes as they stood on a day that is after the working day on which they
/// were due, without those handed in by then.
int late_tasks(const Date& on) {
    int late = 0;
    for (const Programme& programme : random_offices()) {
        const Programme then = programme.as_of(on);
        for (const Task& task : then.tasks()) {
            if (!task.due || !is_open(task.state)) continue;
            const Date due = korea().roll(*task.due, RollConvention::following);
            const bool waits = task.state == TaskState::submitted && task.changes.back().on <= due;
            if (on > due && !waits) ++late;
        }
    }
    return late;
}

TEST(PortfolioProgress, IsWhatTheViewsSayOnEveryDay) {
    const Portfolio portfolio(random_offices());
    int overdue = 0;
    for (const Date& on : days_of(Interval(make_date(2025, 12, 30), last_day()))) {
        const auto rows = [&](PortfolioGroup by) { return portfolio.progress(on, korea(), by); };
        const auto views = [&](TaskGroup by) { return of_views(random_offices(), on, by); };
        ASSERT_EQ(rows(PortfolioGroup::owner), views(TaskGroup::owner)) << to_string(on);
        ASSERT_EQ(rows(PortfolioGroup::band), views(TaskGroup::band)) << to_string(on);
        ASSERT_EQ(rows(PortfolioGroup::risk_area), views(TaskGroup::risk_area)) << to_string(on);
        ASSERT_EQ(by_id(rows(PortfolioGroup::kind)), together(views(TaskGroup::kind)));
        ASSERT_EQ(by_id(rows(PortfolioGroup::all)), together(views(TaskGroup::all)));
        auto programmes = views(TaskGroup::all);
        for (std::size_t i = 0; i < programmes.size(); ++i) {
            programmes[i].id = programmes[i].programme;
            programmes[i].title = random_offices()[i].title();
        }
        ASSERT_EQ(rows(PortfolioGroup::programme), programmes) << to_string(on);
        ASSERT_EQ(rows(PortfolioGroup::all).front().overdue, late_tasks(on)) << to_string(on);
        overdue += late_tasks(on);
    }
    EXPECT_GT(overdue, 0);
}

TEST(PortfolioStates, AreThoseOfTheProgrammesAsTheyStood) {
    const Portfolio portfolio(random_offices());
    for (const Date& on : days_of(Interval(make_date(2025, 12, 30), last_day()))) {
        std::map<TaskState, int> expected;
        for (const Programme& programme : random_offices()) {
            const Programme then = programme.as_of(on);
            for (const Task& task : then.tasks()) ++expected[task.state];
        }
        const auto found = portfolio.states(on);
        ASSERT_EQ(found.size(), 10u);
        for (const auto& [state, tasks] : found) ASSERT_EQ(tasks, expected[state]);
    }
}

/// The tasks of a programme as it stood on a day, counted with the weights that they have now.
BurnupPoint counted(const Programme& programme, const Date& on) {
    BurnupPoint point{.date = on};
    const Programme then = programme.as_of(on);
    for (const Task& task : then.tasks()) {
        const bool is_out = task.state == TaskState::rejected ||
                            task.state == TaskState::withdrawn ||
                            task.state == TaskState::superseded;
        if (is_out) continue;
        const int weight = programme.task(task.id).weight;
        ++point.total;
        point.total_weight += weight;
        if (task.state != TaskState::verified && task.state != TaskState::closed) continue;
        ++point.done;
        point.done_weight += weight;
    }
    return point;
}

TEST(PortfolioBurnup, CountsTheProgrammesAsTheyStood) {
    const Portfolio portfolio(random_offices());
    const Interval windows[] = {Interval(make_date(2025, 1, 1), last_day()),
                                Interval(make_date(2026, 1, 31), make_date(2026, 2, 1)),
                                Interval(make_date(2026, 1, 31), make_date(2026, 12, 1))};
    for (const Interval& window : windows) {
        for (const BurnupStep step : {BurnupStep::day, BurnupStep::week, BurnupStep::month}) {
            const auto all = portfolio.burnup(window, step);
            std::vector<BurnupPoint> sums(all.size());
            for (const Programme& programme : random_offices()) {
                const auto points = burnup(programme, window, step);
                ASSERT_EQ(points.size(), all.size());
                for (std::size_t i = 0; i < points.size(); ++i) {
                    ASSERT_EQ(points[i], counted(programme, points[i].date))
                        << to_string(points[i].date);
                    sums[i].date = points[i].date;
                    sums[i].total += points[i].total;
                    sums[i].done += points[i].done;
                    sums[i].total_weight += points[i].total_weight;
                    sums[i].done_weight += points[i].done_weight;
                }
            }
            EXPECT_EQ(all, sums);
        }
    }
}

TEST(PortfolioBurnup, NeedsAWindowWithAnEnd) {
    EXPECT_THROW(static_cast<void>(Portfolio({office()}).burnup(Interval(make_date(2026, 1, 1)))),
                 ProbityError);
}

TEST(Portfolio, OfAProgrammeAsItStoodKnowsNothingLater) {
    const Date day = make_date(2026, 2, 20);
    const Portfolio whole(random_offices());
    std::vector<Programme> stood;
    for (const Programme& programme : random_offices()) stood.push_back(programme.as_of(day));
    const Portfolio then(stood);
    EXPECT_EQ(then.states(last_day()), whole.states(day));
    for (const Date& on : {make_date(2026, 1, 10), day, last_day()}) {
        EXPECT_EQ(then.progress(on, korea(), PortfolioGroup::owner),
                  of_views(stood, on, TaskGroup::owner));
    }
}

TEST(Portfolio, TakesWhatIsSaidOfATaskFromItsDayOn) {
    Programme p = after(office(), task_directed, "T-1", Held(TaskDirected{"contracts"}), on(3, 2));
    p = after(p, task_weighted, "T-1", Held(TaskWeighted{5}), on(3, 3));
    p = after(p, task_assigned, "T-1", Held(TaskAssigned{"audit", "B-01"}), on(3, 4));
    p = after(p, task_rescheduled, "T-1", Held(TaskRescheduled{make_date(2026, 3, 6)}),
              on(3, 5, "team", "sooner"));
    const Portfolio portfolio({p});
    const auto rows = [&](int day, PortfolioGroup by) {
        std::map<std::string, std::int64_t> found;
        for (const PortfolioProgress& row :
             portfolio.progress(make_date(2026, 3, day), korea(), by)) {
            found[row.id] = row.total_weight;
        }
        return found;
    };
    using Weights = std::map<std::string, std::int64_t>;
    EXPECT_EQ(rows(1, PortfolioGroup::risk_area), (Weights{{"", 2}}));
    EXPECT_EQ(rows(2, PortfolioGroup::risk_area), (Weights{{"", 1}, {"contracts", 1}}));
    EXPECT_EQ(rows(3, PortfolioGroup::risk_area), (Weights{{"", 1}, {"contracts", 5}}));
    EXPECT_EQ(rows(3, PortfolioGroup::owner), (Weights{{"tax", 6}}));
    EXPECT_EQ(rows(4, PortfolioGroup::owner), (Weights{{"audit", 5}, {"tax", 1}}));
    EXPECT_EQ(rows(4, PortfolioGroup::band), (Weights{{"B-01", 5}, {"B-02", 1}}));
    const auto overdue = [&](int day) {
        return portfolio.progress(make_date(2026, 3, day), korea(), PortfolioGroup::all)[0].overdue;
    };
    // Due on Friday 6 March since the 5th.
    EXPECT_EQ(overdue(6), 0);
    EXPECT_EQ(overdue(9), 1);
}

TEST(Portfolio, KeepsTheBandOfATaskFromBeforeTheBandsWereParted) {
    Programme programme =
        after(office(), task_assigned, "T-1", Held(TaskAssigned{"tax", ""}), on(3, 2));
    programme = after(programme, task_assigned, "T-2", Held(TaskAssigned{"tax", ""}), on(3, 2));
    programme = after(programme, bands_parted, "office",
                      Held(BandsParted{{{.id = "C-01", .units = {"audit", "tax"}}}}), on(3, 3));
    const Portfolio portfolio({programme});
    const auto before = portfolio.progress(make_date(2026, 2, 27), korea(), PortfolioGroup::band);
    ASSERT_EQ(before.size(), 1u);
    EXPECT_EQ(before[0].id, "B-02");
    EXPECT_EQ(before[0].total, 2);
}

TEST(Portfolio, OfSongpaAndYongsanHasARowForEach) {
    const std::vector<Programme> both{examples::songpa(), examples::yongsan()};
    const Portfolio portfolio(both);
    const auto rows =
        portfolio.progress(make_date(2026, 3, 18), korea(), PortfolioGroup::programme);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].id, "songpa");
    EXPECT_EQ(rows[0].total, 39);
    EXPECT_EQ(rows[1].id, "yongsan");
    EXPECT_EQ(portfolio.tasks(), both[0].tasks().size() + both[1].tasks().size());
    EXPECT_EQ(portfolio.progress(make_date(2026, 3, 18), korea(), PortfolioGroup::band),
              of_views(both, make_date(2026, 3, 18), TaskGroup::band));
}

TEST(Portfolio, PutsTasksTogetherByOwnerUnlessToldOtherwise) {
    const Portfolio portfolio({office(), examples::songpa()});
    const Date on = make_date(2026, 3, 18);
    const auto rows = portfolio.progress(on);
    EXPECT_EQ(rows, portfolio.progress(on, korea(), PortfolioGroup::owner));
    EXPECT_NE(rows, portfolio.progress(on, korea(), PortfolioGroup::programme));
}

TEST(Portfolio, OfNothingHasNothing) {
    const Portfolio none({});
    EXPECT_EQ(none.tasks(), 0u);
    EXPECT_EQ(none.progress(make_date(2026, 1, 1), korea(), PortfolioGroup::all).front().total, 0);
    EXPECT_EQ(none.burnup(Interval::of_days(make_date(2026, 1, 1), 9)).size(), 3u);
}

TEST(Portfolio, TakesAProgrammeOnce) {
    try {
        static_cast<void>(Portfolio({office(), examples::songpa(), office()}));
        FAIL() << "it was taken";
    } catch (const ProbityError& error) {
        EXPECT_STREQ(error.what(),
                     "programmes 1 and 3 of the portfolio are both 'office'; each programme is "
                     "allowed once");
    }
}

TEST(Portfolio, AsksNothingBeyondTheWorkCalendar) {
    EXPECT_THROW(static_cast<void>(Portfolio({office()}).progress(make_date(2150, 1, 1), korea())),
                 HorizonError);
}

TEST(PortfolioGroups, HaveTheirNames) {
    for (const PortfolioGroup group :
         {PortfolioGroup::all, PortfolioGroup::programme, PortfolioGroup::band,
          PortfolioGroup::owner, PortfolioGroup::risk_area, PortfolioGroup::kind}) {
        EXPECT_EQ(parse_portfolio_group(to_string(group)), group);
    }
    EXPECT_THROW(static_cast<void>(parse_portfolio_group("office")), ProbityError);
}

}  // namespace portfolio_test
}  // namespace probity
