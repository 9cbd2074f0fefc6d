// One event after the other: each costs what takes effect from its day on, and gives what folding all
// of them from the beginning gives.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "probity/exchange/json.hpp"
#include "probity/programme/command.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace steps_test {

using enum EventKind;

constexpr int tasks = 60;
constexpr int days = 300;

std::string task_id(int i) { return "T-" + std::to_string(i + 1); }
Date day(int i) { return add_days(make_date(2026, 1, 5), i); }

Event weighted(int task, const Date& on, int weight) {
    return {.effective = on,
            .actor = "team",
            .kind = task_weighted,
            .subject = task_id(task),
            .body = Held(TaskWeighted{weight})};
}

/// An office whose tasks were weighed so many times, on each day some.
Programme long_office(int events_of_all = 2400) {
    std::vector<Event> events;
    for (int i = 0; i < tasks; ++i) {
        events.push_back({.effective = day(0),
                          .actor = "team",
                          .kind = task_proposed,
                          .subject = task_id(i),
                          .body = Held(Task{.id = task_id(i), .owner = "tax"})});
    }
    for (int i = 0; i < events_of_all; ++i) {
        events.push_back(weighted(i * 7 % tasks, day(i * days / events_of_all), 1 + i % 5));
    }
    return Programme(office_parts()).apply(events);
}

/// The same from nothing: no state is kept of how it came about.
Programme folded_anew(const Programme& programme) {
    return Programme(programme.founding(), programme.history());
}

struct Office {
    unsigned seed;
    int events;
    int steps;
};

class Steps : public testing::TestWithParam<Office> {};

// Most are of the last days, some of any day; some correct or annul, also what corrected or annulled.
// Of the longest history states are kept between.
TEST_P(Steps, GiveWhatAllEventsGiveFromTheBeginning) {
    std::mt19937 random(GetParam().seed);
    const auto below = [&](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    Programme p = long_office(GetParam().events);
    ASSERT_EQ(p.parts(), folded_anew(p).parts());
    std::vector<int> corrections;
    for (int step = 0; step < GetParam().steps; ++step) {
        const int sort = below(10);
        const int back = sort < 5 ? 0 : sort < 9 ? below(12) : below(days);
        Event event = weighted(below(tasks), day(days - back), 1 + below(9));
        if (below(5) == 0) {
            const auto all = static_cast<int>(p.history().size());
            event.corrects = corrections.empty() || below(2) == 0 ? 1 + tasks + below(all - tasks)
                                                                  : corrections.back();
            if (below(2) == 0) {
                event.kind = event_annulled;
                event.body = {};
            }
        }
        const Programme before = p;
        const History history = p.history();
        try {
            p = below(2) == 0 ? p.apply(event)
                              : p.apply(std::vector<Event>{
                                    event, weighted(below(tasks), day(days - back / 2), 3)});
        } catch (const ProbityError&) {
            ASSERT_NE(event.corrects, 0);  // it was corrected already
            continue;
        }
        if (event.corrects != 0) {
            corrections.push_back(static_cast<int>(before.history().size()) + 1);
        }
        ASSERT_EQ(p.parts(), folded_anew(p).parts());
        ASSERT_EQ(before.history(), history);
        ASSERT_EQ(before.parts(), folded_anew(before).parts());
        const Date then = day(below(days + 20));
        ASSERT_EQ(p.as_of(then).parts(), folded_anew(p).as_of(then).parts());
    }
    EXPECT_GT(corrections.size(), 3U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Steps,
                         testing::Values(Office{1, 2400, 100}, Office{2, 2400, 100},
                                         Office{3, 9000, 40}));

// New tasks come in among the changes of those that are there, so that they share memory with states
// that are kept.
TEST(Steps, TakenOneByOneGiveWhatTheyGiveAtOnce) {
    std::mt19937 random(7);
    std::vector<Event> events;
    int proposed = 0;
    for (int i = 0; i < 8800; ++i) {
        const Date on = day(i * days / 8800);
        if (proposed == 0 || random() % 12 == 0) {
            const std::string id = task_id(proposed++);
            events.push_back({.effective = on,
                              .actor = "team",
                              .kind = task_proposed,
                              .subject = id,
                              .body = Held(Task{.id = id, .owner = "tax"})});
        } else {
            const int newest = static_cast<int>(random() % 20);
            const int task = std::max(0, proposed - 1 - newest);
            events.push_back(weighted(task, on, 1 + static_cast<int>(random() % 9)));
        }
    }
    const Programme at_once = Programme(office_parts()).apply(events);
    Programme one_by_one(office_parts());
    for (const Event& event : events) one_by_one = one_by_one.apply(event);
    EXPECT_EQ(one_by_one.parts(), at_once.parts());
    for (int back = 0; back < 20; ++back) {
        const Date then = day(days - back);
        EXPECT_EQ(one_by_one.as_of(then).parts(), at_once.as_of(then).parts()) << to_string(then);
    }
    // A change from a past day goes on from a kept state, with all that came later.
    const Event late = weighted(proposed - 60, day(days - 9), 77);
    EXPECT_EQ(one_by_one.apply(late).parts(), at_once.apply(late).parts());
    EXPECT_EQ(at_once.apply(late).parts(), folded_anew(at_once.apply(late)).parts());
    EXPECT_EQ(one_by_one.parts(), at_once.parts());
}

// They are put in by their days, whatever the order in which they are given.
TEST(Steps, TakenTogetherTakeEffectDayByDay) {
    const Programme p = long_office();
    const Event early = weighted(3, day(days + 1), 41);
    const Event late = weighted(3, day(days + 2), 42);
    const Programme together = p.apply(std::vector<Event>{late, early});
    EXPECT_EQ(together.task(task_id(3)).weight, 42);
    EXPECT_EQ(together.as_of(early.effective).task(task_id(3)).weight, 41);
    EXPECT_EQ(together.parts(), folded_anew(together).parts());

    const auto number = static_cast<int>(p.history().size()) + 1;
    Event late_again = weighted(3, day(days + 2), 52);
    late_again.corrects = number;
    Event early_again = weighted(3, day(days + 1), 51);
    early_again.corrects = number + 1;
    for (const auto& events : {std::vector<Event>{late_again, early_again},
                               std::vector<Event>{early_again, late_again}}) {
        const Programme corrected = together.apply(events);
        EXPECT_EQ(corrected.task(task_id(3)).weight, 52);
        EXPECT_EQ(corrected.as_of(early.effective).task(task_id(3)).weight, 51);
        EXPECT_EQ(corrected.parts(), folded_anew(corrected).parts());
    }
    // What is annulled together leaves what was there before.
    const auto annulling = [&](int event) {
        return Event{
            .effective = day(days + 3), .actor = "team", .kind = event_annulled, .corrects = event};
    };
    const Programme none = together.apply({annulling(number), annulling(number + 1)});
    EXPECT_EQ(none.parts().tasks, p.parts().tasks);
    EXPECT_EQ(none.parts(), folded_anew(none).parts());
}

TEST(Steps, BranchFromTheSameProgramme) {
    const Programme p = long_office();
    const std::string lines = write_history(p);
    std::vector<Programme> branches;
    for (int i = 0; i < 5; ++i) branches.push_back(p.apply(weighted(i, day(days), 90 + i)));
    for (int i = 0; i < 5; ++i) {
        branches.push_back(
            branches[static_cast<std::size_t>(i)].apply(weighted(9, day(days + 1), i + 1)));
    }
    for (int i = 0; i < 5; ++i) {
        for (int other = 0; other < 5; ++other) {
            EXPECT_EQ(
                branches[static_cast<std::size_t>(i)].task(task_id(other)).weight == 90 + other,
                i == other);
        }
        const Programme& last = branches[static_cast<std::size_t>(5 + i)];
        EXPECT_EQ(last.task(task_id(9)).weight, i + 1);
        EXPECT_EQ(last.task(task_id(i)).weight, 90 + i);
        EXPECT_EQ(last.history().size(), p.history().size() + 2);
        EXPECT_EQ(last.parts(), folded_anew(last).parts());
    }
    EXPECT_EQ(write_history(p), lines);
}

// Each thread goes on from the same programme, and reads it.
TEST(Steps, AreTakenInManyThreadsFromOneProgramme) {
    const Programme p = long_office();
    const auto total = [](const Programme& programme) {
        int sum = 0;
        for (const Task& task : programme.tasks()) sum += task.weight;
        return sum;
    };
    const int before = total(p);
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            int& faults = wrong[static_cast<std::size_t>(t)];
            Programme mine = p;
            for (int i = 0; i < 100; ++i) {
                const Date on = day(days - (i % 10 == 0 ? 3 : 0));
                const Act act{.on = on, .by = "team"};
                const Event event =
                    record(mine, task_weighted, task_id(t), Held(TaskWeighted{1 + i % 7}), act);
                // The same event of all threads, checked by one and applied by another.
                const Event shared = record(p, task_weighted, task_id(9), Held(TaskWeighted{8}),
                                            {.on = day(days), .by = "team"});
                if (p.apply(shared).task(task_id(9)).weight != 8) ++faults;
                mine = mine.apply(event);
                if (on == day(days) && mine.task(task_id(t)).weight != 1 + i % 7) ++faults;
                if (total(p) != before) ++faults;
            }
            if (mine.history().size() != p.history().size() + 100) ++faults;
            if (mine.parts() != folded_anew(mine).parts()) ++faults;
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const int faults : wrong) EXPECT_EQ(faults, 0);
    EXPECT_EQ(total(p), before);
}

TEST(Check, IsOfTheEventThatItWasGiven) {
    const Programme p = office();
    const Event one = record(p, task_started, "T-1", {}, on(3, 2));
    const Event other = record(p, task_started, "T-2", {}, on(3, 2));
    EXPECT_EQ(p.apply(one).task("T-1").state, TaskState::in_progress);
    EXPECT_EQ(p.apply(one).task("T-2").state, TaskState::adopted);
    EXPECT_EQ(p.apply(other).task("T-1").state, TaskState::adopted);
    EXPECT_EQ(p.apply(other), p.apply(other));
    p.check(one);
    EXPECT_EQ(p.history().size(), 4u);
    EXPECT_THROW(p.check(p.apply(one).history()[3]), TransitionError);
}

TEST(History, OfACopyGoesOnAlone) {
    History first;
    Event event{.effective = day(0), .actor = "team", .kind = task_adopted, .subject = "T-1"};
    first.append(event);
    History second = first;
    event.subject = "T-2";
    event.corrects = 1;
    first.append(event);
    event.subject = "T-3";
    event.corrects = 0;
    second.append(event);
    History cut = first.first(1);
    event.corrects = 1;
    cut.append(event);
    EXPECT_EQ(first[1].subject, "T-2");
    EXPECT_EQ(second[1].subject, "T-3");
    EXPECT_EQ(second[1].corrects, 0);
    EXPECT_EQ(cut[1].subject, "T-3");
    EXPECT_THROW(first.append(event), ProbityError);
    EXPECT_NO_THROW(second.append(event));
}

}  // namespace steps_test
}  // namespace probity
