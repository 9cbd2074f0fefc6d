// The stamps of a history, the lines that it keeps, and what two histories have in common.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "probity/history/history.hpp"
#include "tests/expect_error.hpp"

namespace probity {
namespace stamps_test {

using std::chrono::seconds;
using std::chrono::sys_seconds;

sys_seconds at(int second) { return sys_seconds(seconds(1'000'000 + second)); }

Event step(const std::string& task, std::optional<sys_seconds> recorded = std::nullopt) {
    return {.effective = make_date(2026, 3, 2),
            .recorded = recorded,
            .actor = "team",
            .kind = EventKind::task_adopted,
            .subject = task,
            .body = {}};
}

/// A history of steps, each with its stamp or without one.
History history_of(const std::vector<std::optional<sys_seconds>>& stamps) {
    History history;
    int number = 1;
    for (const auto& stamp : stamps) {
        history.append(step("T-" + std::to_string(number++), stamp));
    }
    return history;
}

std::vector<std::optional<int>> stamps_of(const History& history) {
    std::vector<std::optional<int>> out;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const auto recorded = history[i].recorded;
        out.push_back(recorded ? std::optional(static_cast<int>((*recorded - at(0)).count()))
                               : std::nullopt);
    }
    return out;
}

using Stamps = std::vector<std::optional<int>>;

TEST(Stamps, AreGivenToWhatHasNone) {
    const History history = history_of({at(1), std::nullopt, std::nullopt});
    EXPECT_TRUE(history.has_unstamped());
    const History stamped = history.stamped(at(9));
    EXPECT_EQ(stamps_of(stamped), (Stamps{1, 9, 9}));
    EXPECT_FALSE(stamped.has_unstamped());
    EXPECT_EQ(stamped.first_recorded(), at(1));
    EXPECT_EQ(stamped.last_recorded(), at(9));
    EXPECT_EQ(stamps_of(history), (Stamps{1, std::nullopt, std::nullopt})) << "a copy is stamped";
}

TEST(Stamps, AreNotBeforeTheOneThatPrecedes) {
    EXPECT_EQ(stamps_of(history_of({at(5), std::nullopt}).stamped(at(3))), (Stamps{5, 5}));
    EXPECT_EQ(history_of({at(5), std::nullopt}).stamped(at(3)).last_recorded(), at(5));
    EXPECT_EQ(stamps_of(history_of({at(5), std::nullopt}).stamped(at(5))), (Stamps{5, 5}));
    EXPECT_EQ(stamps_of(history_of({at(5), std::nullopt}).stamped(at(6))), (Stamps{5, 6}));
}

TEST(Stamps, AreNotAfterTheOneThatFollows) {
    const History history = history_of({std::nullopt, at(5), std::nullopt, at(7), std::nullopt});
    EXPECT_EQ(stamps_of(history.stamped(at(6))), (Stamps{5, 5, 6, 7, 7}));
    EXPECT_EQ(stamps_of(history.stamped(at(9))), (Stamps{5, 5, 7, 7, 9}));
    EXPECT_EQ(stamps_of(history.stamped(at(1))), (Stamps{1, 5, 5, 7, 7}));
    EXPECT_EQ(history.stamped(at(1)).first_recorded(), at(1));
}

TEST(Stamps, OfAHistoryThatHasThemAllStay) {
    const History history = history_of({at(1), at(2)});
    EXPECT_EQ(history.stamped(at(9)), history);
    EXPECT_EQ(History().stamped(at(9)), History());
}

TEST(Stamps, AreInTheOrderOfTheEvents) {
    History history = history_of({at(5)});
    EXPECT_NO_THROW(history.append(step("T-2", at(5))));
    EXPECT_MESSAGE(history.append(step("T-3", at(4))), ProbityError,
                   "event 3 is recorded at 1970-01-12T13:46:44Z, before the last one, which was at "
                   "1970-01-12T13:46:45Z; events are kept in the order of their recording");
    // One without a stamp is between.
    history.append(step("T-3"));
    EXPECT_ERROR(history.append(step("T-4", at(4))), ProbityError);
    EXPECT_EQ(history.size(), 3U);
}

TEST(Stamps, OfAHistoryWithoutAnyAreNone) {
    const History history = history_of({std::nullopt});
    EXPECT_EQ(history.first_recorded(), std::nullopt);
    EXPECT_EQ(history.last_recorded(), std::nullopt);
    EXPECT_EQ(history_of({std::nullopt, at(3)}).first_recorded(), at(3));
}

TEST(HistoryKnownAt, EndsAtTheFirstEventWithoutAStamp) {
    const History history = history_of({at(1), at(3), at(3), std::nullopt, std::nullopt});
    EXPECT_EQ(history.known_at(at(0)), 0U);
    EXPECT_EQ(history.known_at(at(1)), 1U);
    EXPECT_EQ(history.known_at(at(2)), 1U);
    EXPECT_EQ(history.known_at(at(3)), 3U);
    EXPECT_EQ(history.known_at(at(9)), 3U);
    EXPECT_EQ(history_of({at(1), at(3)}).known_at(at(9)), 2U);
    EXPECT_EQ(history_of({std::nullopt, at(3)}).known_at(at(9)), 0U);
}

TEST(HistoryFirst, KnowsNothingOfWhatFollows) {
    const History history = history_of({at(1), std::nullopt, at(3)});
    EXPECT_EQ(stamps_of(history.first(2)), (Stamps{1, std::nullopt}));
    EXPECT_TRUE(history.first(2).has_unstamped());
    EXPECT_FALSE(history.first(1).has_unstamped());
    EXPECT_EQ(history.first(2).first_recorded(), at(1));
    EXPECT_EQ(history.first(2).last_recorded(), at(1));
    EXPECT_EQ(history.first(3), history);
    EXPECT_EQ(history.first(4), history);
    EXPECT_EQ(history.first(0), History());
    EXPECT_EQ(history.first(0).last_recorded(), std::nullopt);
    EXPECT_EQ(history.first(0).first_recorded(), std::nullopt);
}

TEST(HistoryFirst, OfEventsBeforeTheFirstStampHasNone) {
    const History history = history_of({std::nullopt, at(3)});
    EXPECT_EQ(history.first(1).first_recorded(), std::nullopt);
    EXPECT_EQ(history.first(1).last_recorded(), std::nullopt);
    // What is recorded next is the first.
    History later = history.first(1);
    later.append(step("T-2", at(9)));
    EXPECT_EQ(later.first_recorded(), at(9));
}

TEST(HistoryFirst, IsStampedAsItIs) {
    const History history = history_of({at(1), std::nullopt, at(3), std::nullopt});
    EXPECT_EQ(stamps_of(history.first(2).stamped(at(9))), (Stamps{1, 9}));
    EXPECT_EQ(stamps_of(history.first(4).stamped(at(9))), (Stamps{1, 3, 3, 9}));
}

TEST(HistoryFirst, LetsWhatFollowedBeCorrectedAnew) {
    History history = history_of({std::nullopt, std::nullopt});
    Event correction = step("T-9");
    correction.corrects = 1;
    history.append(correction);
    EXPECT_TRUE(history.has_corrections());
    EXPECT_EQ(history.corrector_of(0), 2U);
    EXPECT_EQ(history.corrector_of(1), std::nullopt);
    History before = history.first(2);
    EXPECT_FALSE(before.has_corrections());
    EXPECT_EQ(before.corrector_of(0), std::nullopt);
    EXPECT_NO_THROW(before.append(correction));
    EXPECT_MESSAGE(history.append(correction), ProbityError,
                   "event 1 is already corrected by event 3; correct that one");
}

TEST(Clock, IsKeptWithItsEvent) {
    History history = history_of({at(5)});
    Event behind = step("T-2", at(5));
    behind.clock = at(2);
    history.append(behind);
    history.append(step("T-3", at(6)));
    behind = step("T-4", at(6));
    behind.clock = at(1);
    history.append(behind);
    EXPECT_EQ(history[0].clock, std::nullopt);
    EXPECT_EQ(history[1].clock, at(2));
    EXPECT_EQ(history[2].clock, std::nullopt);
    EXPECT_EQ(history[3].clock, at(1));
    EXPECT_EQ(history.first(2)[1].clock, at(2));
    // What is recorded in the place of the event that was cut off has no clock.
    History other = history.first(3);
    other.append(step("T-4", at(6)));
    EXPECT_EQ(other[3].clock, std::nullopt);
    EXPECT_NE(other, history);
}

TEST(Clock, IsBeforeTheStamp) {
    for (const int second : {4, 5, 6}) {
        Event event = step("T-1", at(5));
        event.clock = at(second);
        History history;
        if (second < 5) {
            EXPECT_NO_THROW(history.append(event));
        } else {
            EXPECT_ERROR(history.append(event), DocumentError);
        }
    }
    Event unstamped = step("T-1");
    unstamped.clock = at(1);
    EXPECT_ERROR(History().append(unstamped), DocumentError);
}

TEST(KeptLines, AreThoseThatWereSealed) {
    History history = history_of({at(1), at(2), at(3)});
    EXPECT_EQ(history.kept_line(1), nullptr);
    history.keep_line(0, "{0}");
    history.keep_line(2, "{2}");
    ASSERT_NE(history.kept_line(0), nullptr);
    EXPECT_EQ(*history.kept_line(0), "{0}");
    EXPECT_EQ(*history.kept_line(2), "{2}");
    EXPECT_EQ(history.kept_line(1), nullptr);
    EXPECT_EQ(history.kept_line(3), nullptr);
    history.keep_line(2, "{two}");
    EXPECT_EQ(*history.kept_line(2), "{two}");
}

TEST(KeptLines, GoWithTheirEvents) {
    History history = history_of({at(1), at(2), at(3)});
    for (const std::size_t line : {0U, 2U, 3U}) history.keep_line(line, "{}");
    const History first = history.first(2);
    EXPECT_NE(first.kept_line(0), nullptr);
    EXPECT_NE(first.kept_line(2), nullptr);
    EXPECT_EQ(first.kept_line(3), nullptr);
    History other = first;
    other.append(step("T-9", at(4)));
    EXPECT_EQ(other.kept_line(3), nullptr) << "another event than the one that was sealed";
}

TEST(KeptLines, AreNotOfWhatIsStamped) {
    History history = history_of({at(1), std::nullopt, std::nullopt});
    for (const std::size_t line : {1U, 2U, 3U}) history.keep_line(line, "{}");
    const History stamped = history.stamped(at(9));
    EXPECT_NE(stamped.kept_line(1), nullptr);
    EXPECT_EQ(stamped.kept_line(2), nullptr);
    EXPECT_EQ(stamped.kept_line(3), nullptr);
    EXPECT_NE(history.kept_line(2), nullptr) << "a copy is stamped";
}

TEST(SameEvents, AreCountedUpToTheFirstDifference) {
    const History history = history_of({at(1), at(2), at(3)});
    EXPECT_EQ(history.same_events(history), 3U);
    EXPECT_EQ(history.same_events(history.first(2)), 2U);
    EXPECT_EQ(history.first(2).same_events(history), 2U);
    EXPECT_EQ(history.same_events(History()), 0U);
    History other = history.first(1);
    other.append(step("T-9", at(2)));
    other.append(step("T-3", at(3)));
    EXPECT_EQ(history.same_events(other), 1U);
}

TEST(SameEvents, MayLackTheirStampInOneOfTheTwo) {
    const History stamped = history_of({at(1), at(2)});
    const History unstamped = history_of({at(1), std::nullopt});
    EXPECT_EQ(stamped.same_events(unstamped), 2U);
    EXPECT_EQ(unstamped.same_events(stamped), 2U);
    EXPECT_NE(stamped, unstamped);
    EXPECT_EQ(stamped.same_events(history_of({at(1), at(3)})), 1U);
}

TEST(SameEvents, SayTheSameInEachField) {
    Event base = step("T-1", at(1));
    base.reason = "why";
    History history;
    history.append(base);
    std::vector<Event> others(6, base);
    others[0].effective = make_date(2026, 3, 3);
    others[1].kind = EventKind::task_started;
    others[2].subject = "T-2";
    others[3].actor = "tax";
    others[4].reason = "";
    others[5].rules = 1;
    for (const Event& each : others) {
        History other;
        other.append(each);
        EXPECT_EQ(history.same_events(other), 0U);
        EXPECT_NE(history, other);
    }
    Event body = base;
    body.kind = EventKind::task_weighted;
    body.body = Held(TaskWeighted{2});
    History two;
    two.append(body);
    body.body = Held(TaskWeighted{3});
    History three;
    three.append(body);
    EXPECT_EQ(two.same_events(three), 0U);
}

TEST(HistoryBytes, GrowWithWhatIsKept) {
    const History history = history_of({at(1), at(2)});
    const std::string long_name(200, 'n');
    History named = history;
    named.append(step("T-3", at(3)));
    History reasoned = history;
    Event because = step("T-3", at(3));
    because.reason = long_name;
    reasoned.append(because);
    EXPECT_GE(reasoned.bytes(), named.bytes() + long_name.size());
    History kept = named;
    kept.keep_line(1, std::string(1000, '{'));
    EXPECT_GE(kept.bytes(), named.bytes() + 1000);
    History proposed = history;
    Event task = step("T-3", at(3));
    task.kind = EventKind::task_proposed;
    task.body = Held(Task{.id = "T-3", .title = {std::string(500, 'k'), std::string(500, 'e')}});
    proposed.append(task);
    EXPECT_GE(proposed.bytes(), named.bytes() + 1000);
}

TEST(History, HasNoMoreEventsThanItHas) {
    const History history = history_of({at(1), at(2)});
    EXPECT_EQ(history[1].subject, "T-2");
    EXPECT_MESSAGE(history[2], ProbityError, "event 3 of 2: the history has no more");
}

TEST(History, CorrectsWhatIsBeforeIt) {
    History history = history_of({at(1), at(2)});
    Event event = step("T-1");
    for (const int corrects : {-1, 3, 4}) {
        event.corrects = corrects;
        EXPECT_MESSAGE(history.append(event), ProbityError,
                       "event 3 corrects event " + std::to_string(corrects) +
                           ", which is not before it; 1 to 2 is allowed");
    }
    event.corrects = 1;
    EXPECT_MESSAGE(History().append(event), ProbityError,
                   "event 1 corrects event 1, which is not before it; there is none yet");
    event.corrects = 2;
    EXPECT_NO_THROW(history.append(event));
}

TEST(History, NamesEachWordOnce) {
    History history = history_of({at(1)});
    const std::size_t names = history.names();
    history.append(step("T-1", at(2)));
    EXPECT_EQ(history.names(), names);
    history.append(step("T-2", at(2)));
    EXPECT_EQ(history.names(), names + 1);
    EXPECT_EQ(history[0].subject, "T-1");
    EXPECT_EQ(history[2].subject, "T-2");
    EXPECT_EQ(history[2].actor, "team");
}

}  // namespace stamps_test
}  // namespace probity
