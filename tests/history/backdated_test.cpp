// Events that take effect before others: what they give, and what they refuse, is what folding all of
// them from the beginning gives and refuses.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "history/body.hpp"
#include "history/touched.hpp"
#include "tests/history/office.hpp"
#include "tests/history/random_command.hpp"

namespace probity {
namespace backdated_test {

constexpr int days = 400;

Date day(int i) { return add_days(make_date(2026, 1, 5), i); }

/// The office with a duty, and some tasks with which it began.
ProgrammeParts founding() {
    ProgrammeParts parts = office_parts();
    parts.duties = {{.id = "duty", .title = words("Duty")}};
    for (const char* id : {"T-1", "T-2", "T-3"}) {
        parts.tasks.push_back({.id = id, .title = words(id), .owner = "tax"});
    }
    return parts;
}

/// What a programme is after an event, or what it is refused with.
struct Outcome {
    std::optional<Programme> programme;
    std::string refusal;
};
template <class Make>
Outcome outcome_of(Make make) {
    try {
        return {make(), ""};
    } catch (const ProbityError& error) {
        return {std::nullopt, error.what()};
    }
}

/// An office with so many tasks, whose weights have changed, after so many events in the order of their
/// days. They are folded at once, where random ones are recorded one by one.
Programme large_office(int tasks, int events) {
    constexpr int all_days = days * 3 / 4;
    History history;
    const int proposals = tasks - static_cast<int>(founding().tasks.size());
    for (int i = 0; i < events; ++i) {
        const bool proposes = i < proposals;
        const int number = proposes ? tasks - i : 1 + i % tasks;
        Event event{.effective = day(i * all_days / events),
                    .actor = "team",
                    .kind = proposes ? task_proposed : task_weighted,
                    .subject = "T-" + std::to_string(number),
                    .body = Held(TaskWeighted{1 + i % 5})};
        if (proposes) event.body = Held(Task{.id = event.subject, .owner = "tax"});
        history.append(event);
    }
    return {founding(), history};
}

/// The office after so many random events on its later days, in their order.
Programme busy_office(Programme p, Chance& chance, int events) {
    const int first = p.history().empty() ? 0 : days * 3 / 4;
    for (int taken = 0; taken < events;) {
        const Command next = command(chance);
        Act act = chance.act(0);
        act.on = day(first + taken * (days - first) / events);
        const Outcome after =
            outcome_of([&] { return p.apply(record(p, next.kind, next.subject, next.body, act)); });
        if (!after.programme) continue;
        p = *after.programme;
        ++taken;
    }
    return p;
}

struct Busy {
    unsigned seed;
    int tasks;
    int quiet;   ///< events that change weights, before the random ones
    int events;  ///< random events
    int steps;
};

class Backdated : public testing::TestWithParam<Busy> {};

TEST_P(Backdated, GivesAndRefusesWhatAFoldFromTheBeginningDoes) {
    Chance chance(GetParam().seed, GetParam().tasks, days);
    const int quiet = GetParam().quiet;
    Programme p =
        busy_office(quiet > 0 ? large_office(GetParam().tasks, quiet) : Programme(founding()),
                    chance, GetParam().events);
    int taken = 0;
    for (int step = 0; step < GetParam().steps; ++step) {
        const Command next = command(chance);
        Act act = chance.act(static_cast<int>(p.history().size()));
        // At any depth, and as many near the end as far from it.
        act.on = day(days - std::min(chance.below(days), chance.below(days)));
        if (chance.one_in(3)) act.on = chance.date();
        Event event{.effective = act.on,
                    .actor = act.by,
                    .kind = next.kind,
                    .subject = next.subject,
                    .body = next.body,
                    .reason = act.reason,
                    .corrects = act.corrects};
        if (event.corrects != 0 && chance.one_in(2)) {
            // As it was, on that day or another.
            event = p.history()[static_cast<std::size_t>(event.corrects - 1)];
            event.corrects = act.corrects;
            if (chance.one_in(2)) event.effective = act.on;
        }
        const Programme before = p;
        const Outcome after = outcome_of([&] { return p.apply(event); });
        const Outcome anew = outcome_of([&] {
            History history = p.history();
            history.append(event);
            return Programme(p.founding(), history);
        });
        ASSERT_EQ(after.refusal, anew.refusal) << event;
        ASSERT_EQ(before.parts(), p.parts());
        if (!after.programme) continue;
        ++taken;
        p = *after.programme;
        ASSERT_EQ(p.parts(), anew.programme->parts()) << event;
        // The states on the way to the end have changed as well.
        for (const int back : {0, 3, 20, 90}) {
            const Date then = day(days - back);
            ASSERT_EQ(p.as_of(then).parts(), anew.programme->as_of(then).parts())
                << event << ", as of " << to_string(then);
        }
        for (const Task& task : p.tasks()) ASSERT_EQ(p.task(task.id), task);
    }
    EXPECT_GT(taken, GetParam().steps / 20);
}

INSTANTIATE_TEST_SUITE_P(Offices, Backdated,
                         testing::Values(Busy{1, 12, 0, 60, 400}, Busy{2, 12, 0, 60, 400},
                                         Busy{3, 60, 0, 400, 100}, Busy{4, 60, 0, 400, 100},
                                         Busy{5, 800, 8400, 200, 24}));

// A batch of them, each of its own day, some of new tasks.
TEST(Backdated, ManyAtOnceGiveWhatTheyGiveOneByOne) {
    Chance chance(6, 60, days);
    const Programme office = busy_office(Programme(founding()), chance, 500);
    Programme one_by_one = office;
    std::vector<Event> events;
    for (int i = 0; i < 12; ++i) {
        const std::string id = "new-" + std::to_string(i);
        const Event event{.effective = chance.date(),
                          .actor = "team",
                          .kind = task_proposed,
                          .subject = id,
                          .body = Held(Task{.id = id, .owner = "tax"})};
        const Outcome after = outcome_of([&] { return one_by_one.apply(event); });
        if (!after.programme) continue;
        one_by_one = *after.programme;
        events.push_back(event);
    }
    EXPECT_GT(events.size(), 4U);
    EXPECT_EQ(office.apply(events).parts(), one_by_one.parts());
    EXPECT_EQ(Programme(office.founding(), one_by_one.history()).parts(), one_by_one.parts());
}

TEST(TouchedTasks, AreThoseOfEventsThatReachNoFarther) {
    const Programme p = office();
    const auto touched = [&](const Event& event) {
        History history = p.history();
        history.append(event);
        const auto rows = detail::moves_after(history, p.history().size());
        return detail::TouchedTasks::of(history, rows, 0);
    };
    Event event{.effective = make_date(2026, 1, 20), .actor = "team", .subject = "T-1"};
    event.kind = task_weighted;
    event.body = Held(TaskWeighted{3});
    const auto one = touched(event);
    ASSERT_TRUE(one);
    EXPECT_TRUE(one->concern(p.history().row(1)));   // the adoption of T-1
    EXPECT_FALSE(one->concern(p.history().row(3)));  // that of T-2
    // A task that is there, or waits for others, is what others see of it.
    event.kind = task_linked;
    event.body = Held(TaskLinked{{"T-2"}, {}});
    EXPECT_FALSE(touched(event));
    event.kind = event_annulled;
    event.body = {};
    event.corrects = 1;
    EXPECT_FALSE(touched(event));
    event.kind = task_proposed;
    event.body = Held(Task{.id = "T-1", .owner = "audit"});
    EXPECT_FALSE(touched(event));  // on another day
    event.effective = p.history()[0].effective;
    EXPECT_TRUE(touched(event));
    event.corrects = 0;
    event.body = Held(Task{.id = "T-1", .depends_on = {"T-2"}});
    EXPECT_FALSE(touched(event));
    // Records that tasks refer to, and others.
    event.kind = unit_closed;
    event.subject = "tax";
    event.body = {};
    EXPECT_FALSE(touched(event));
    event.kind = meeting_noticed;
    event.subject = "council/2026-1";
    const auto none = touched(event);
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->concern(p.history().row(1)));
}

}  // namespace backdated_test
}  // namespace probity
