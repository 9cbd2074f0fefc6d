// A programme that is folded while its history is read is the one that is made of all at once.
#include "programme/growing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/history/office.hpp"

namespace probity {
namespace growing_test {

using enum EventKind;

Date day(int i) { return add_days(make_date(2026, 1, 5), i); }

Event proposed(const std::string& id, const Date& on) {
    return {.effective = on,
            .actor = "team",
            .kind = task_proposed,
            .subject = id,
            .body = Held(Task{.id = id, .owner = "tax"})};
}

Event weighted(const std::string& id, const Date& on, int weight) {
    return {.effective = on,
            .actor = "team",
            .kind = task_weighted,
            .subject = id,
            .body = Held(TaskWeighted{weight})};
}

/// Events in the order of their days, so many that states between are kept.
std::vector<Event> in_order() {
    constexpr int events = 8400;
    std::vector<Event> out;
    for (int i = 0; i < events; ++i) {
        const std::string id = "T-" + std::to_string(i / 6);
        const Date on = day(i * 300 / events);
        out.push_back(i % 6 == 0 ? proposed(id, on) : weighted(id, on, 1 + i % 6));
    }
    return out;
}

/// The programme that takes events in runs, of which it was told another number.
Programme grown(const ProgrammeParts& founding, const std::vector<Event>& events,
                std::size_t told) {
    detail::GrowingProgramme growing(founding, History(), told);
    for (std::size_t i = 0; i < events.size(); ++i) {
        growing.history().append(events[i]);
        if (i % 100 == 0) growing.go_on();
    }
    return std::move(growing).finish();
}

Programme at_once(const ProgrammeParts& founding, const std::vector<Event>& events) {
    History history;
    for (const Event& event : events) history.append(event);
    return Programme(founding, history);
}

void expect_same(const Programme& grown, const Programme& made) {
    EXPECT_EQ(grown, made);
    EXPECT_EQ(grown.parts(), made.parts());
    for (const int back : {0, 1, 2, 10, 100, 299}) {
        EXPECT_EQ(grown.as_of(day(299 - back)).parts(), made.as_of(day(299 - back)).parts());
    }
    const Event late = weighted("T-1390", day(297), 9);
    EXPECT_EQ(grown.apply(late).parts(), made.apply(late).parts());
}

std::string refusal(const ProgrammeParts& founding, const std::vector<Event>& events,
                    Programme (*make)(const ProgrammeParts&, const std::vector<Event>&)) {
    try {
        static_cast<void>(make(founding, events));
    } catch (const ProbityError& error) {
        return error.what();
    }
    return "";
}

void expect_same_refusal(const ProgrammeParts& founding, const std::vector<Event>& events) {
    const std::string grown_one =
        refusal(founding, events, [](const ProgrammeParts& parts, const std::vector<Event>& all) {
            return grown(parts, all, all.size());
        });
    EXPECT_EQ(grown_one, refusal(founding, events, at_once));
    EXPECT_NE(grown_one, "");
}

TEST(GrowingProgramme, IsTheOneThatIsMadeOfAllAtOnce) {
    const std::vector<Event> events = in_order();
    const Programme made = at_once(office_parts(), events);
    for (const std::size_t told : {events.size(), std::size_t{0}, std::size_t{1'000'000}}) {
        expect_same(grown(office_parts(), events, told), made);
    }
    expect_same(grown(office_parts(), {}, 0).apply(events), made);
}

TEST(GrowingProgramme, TakesEventsOutOfTheirOrderToo) {
    std::vector<Event> events = in_order();
    events.insert(events.begin() + 5000, weighted("T-7", day(20), 8));
    Event correction = weighted("T-3", events[20].effective, 7);
    correction.corrects = 21;
    events.push_back(correction);
    expect_same(grown(office_parts(), events, events.size()), at_once(office_parts(), events));
}

TEST(GrowingProgramme, HasEachEventThatItWasGiven) {
    const std::vector<Event> events{proposed("T-1", day(0)), weighted("T-1", day(5), 5),
                                    proposed("T-2", day(5)), weighted("T-1", day(9), 3)};
    detail::GrowingProgramme growing(office_parts(), History(), events.size());
    for (const Event& event : events) {
        growing.history().append(event);
        growing.go_on();
    }
    const Programme p = std::move(growing).finish();
    EXPECT_EQ(p.task("T-1").weight, 3);
    EXPECT_EQ(p.task("T-2").weight, 1);
    EXPECT_EQ(p.history().size(), 4u);
    EXPECT_EQ(p.as_of(day(8)).task("T-1").weight, 5);
}

// What is true later holds in the end, whichever was recorded first.
TEST(GrowingProgramme, TakesTheLaterDayForTheLastWord) {
    const std::vector<Event> events{proposed("T-1", day(0)), weighted("T-1", day(9), 3),
                                    weighted("T-1", day(5), 5)};
    detail::GrowingProgramme growing(office_parts(), History(), events.size());
    for (const Event& event : events) {
        growing.history().append(event);
        growing.go_on();
    }
    const Programme p = std::move(growing).finish();
    EXPECT_EQ(p.task("T-1").weight, 3);
    EXPECT_EQ(p.as_of(day(8)).task("T-1").weight, 5);
}

TEST(GrowingProgramme, IsRefusedWithTheSameWords) {
    std::vector<Event> events = in_order();
    events[4000] = weighted("T-none", events[4000].effective, 2);
    expect_same_refusal(office_parts(), events);
    ProgrammeParts founding = office_parts();
    founding.risk_areas.push_back(founding.risk_areas.front());
    expect_same_refusal(founding, events);
    events = {proposed("T-1", day(1))};
    events.front().recorded = *office_parts().recorded - std::chrono::hours(1);
    expect_same_refusal(office_parts(), events);
}

TEST(GrowingProgramme, IsOfAFoundingDocumentThatIsConsistent) {
    ProgrammeParts founding = office_parts();
    founding.risk_areas.push_back(founding.risk_areas.front());
    const std::string refused = refusal(founding, {}, at_once);
    EXPECT_NE(refused, "");
    EXPECT_EQ(refusal(founding, {},
                      [](const ProgrammeParts& parts, const std::vector<Event>& events) {
                          return grown(parts, events, 0);
                      }),
              refused);
}

}  // namespace growing_test
}  // namespace probity
