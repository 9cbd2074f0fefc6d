// What was recorded under rules 1 is replayed as it was then, and what is recorded now is judged by
// the rules of now.
#include <gtest/gtest.h>

#include "probity/programme/coverage.hpp"
#include "src/history/replay.hpp"
#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace rules_test {

using enum EventKind;

const char* const meeting_one = "council/2026-1";

/// The programme after an event that was recorded under a version of the rules.
Programme after_by(int rules, const Programme& p, EventKind kind, const std::string& subject,
                   EventBody body, const Act& act) {
    return p.apply(Event{.effective = act.on,
                         .actor = act.by,
                         .kind = kind,
                         .subject = subject,
                         .body = std::move(body),
                         .reason = act.reason,
                         .corrects = act.corrects,
                         .rules = rules});
}

/// A meeting with hours and an item, held without attendance under a charter with a quorum.
Programme held_by(int rules) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].charters[0].notice_days = 0;
    Programme p(parts);
    p = after_by(rules, p, meeting_planned, meeting_one,
                 Held(Meeting{.year = 2026,
                              .ordinal = 1,
                              .date = make_date(2026, 3, 18),
                              .begins = TimeOfDay(14, 0)}),
                 on(2, 2));
    p = after_by(rules, p, item_added, meeting_one,
                 Held(AgendaItem{.id = "1", .kind = ItemKind::decision, .title = words("Plan")}),
                 on(2, 3));
    p = after_by(rules, p, meeting_postponed, meeting_one,
                 Held(MeetingMoved{.date = make_date(2026, 3, 25)}), on(2, 4, "team", "room"));
    return after_by(rules, p, meeting_held, meeting_one, Held(MeetingHeld{}), on(3, 25));
}

const Meeting& first(const Programme& p) { return p.council("council").meetings.front(); }

EventBody adopted(int in_favour) {
    return Held(ItemDecided{.item = "1", .outcome = ItemOutcome::adopted, .in_favour = in_favour});
}

TEST(Rules1, AreThoseByWhichTheirEventsAreReplayed) {
    const Programme old = held_by(1);
    EXPECT_EQ(first(old).begins, std::nullopt);
    EXPECT_EQ(first(old).quorum, std::nullopt);
    const Programme decided = after_by(1, old, item_decided, meeting_one, adopted(9), on(3, 25));
    EXPECT_EQ(first(decided).items[0].outcome, ItemOutcome::adopted);
    EXPECT_EQ(first(decided).items[0].in_favour, 9);
}

TEST(Rules2, JudgeWhatIsRecordedNow) {
    const Programme now = held_by(2);
    EXPECT_EQ(first(now).begins, TimeOfDay(14, 0));
    EXPECT_EQ(first(now).quorum->recorded, false);
    for (const Programme& p : {held_by(1), now}) {
        EXPECT_MESSAGE(
            after_by(2, p, item_decided, meeting_one, adopted(2), on(3, 25)), TransitionError,
            "event 5: item '1' of 'council/2026-1' is open and cannot become adopted: "
            "needed is that the quorum was met: the charter asks for more than 1/2 of the "
            "voting members, and nobody is recorded as present");
    }
}

/// A meeting on 18 March under a charter of seven days' notice, of which notice is given on a day.
Programme noticed_by(int rules, const Date& day) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].charters[0].notice_days = 7;
    Programme p(parts);
    p = after_by(rules, p, meeting_planned, meeting_one,
                 Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)}),
                 on(2, 2));
    return after_by(rules, p, meeting_noticed, meeting_one, {}, Act{.on = day, .by = "team"});
}

TEST(Rules2, CountedTheDayOfNotice) {
    EXPECT_EQ(first(noticed_by(2, make_date(2026, 3, 11))).noticed, make_date(2026, 3, 11));
    EXPECT_ERROR(noticed_by(2, make_date(2026, 3, 12)), TransitionError);
}

TEST(Rules3, AskForClearDaysOfNotice) {
    EXPECT_EQ(first(noticed_by(3, make_date(2026, 3, 10))).noticed, make_date(2026, 3, 10));
    EXPECT_MESSAGE(
        noticed_by(3, make_date(2026, 3, 11)), TransitionError,
        "event 2: 'council/2026-1' is planned on 2026-03-11 and cannot become noticed: needed is "
        "that "
        "notice is given 7 clear days before 2026-03-18, as the charter says: by 2026-03-10");
}

TEST(Rules1, ClosedAUnitWithWhatItOwned) {
    ProgrammeParts parts = office_parts();
    parts.banding.reset();
    parts.risk_areas[0].owners = {"tax"};
    const Programme p =
        after_by(1, Programme(parts), unit_closed, "tax", {}, on(4, 1, "team", "merged"));
    EXPECT_EQ(p.risk_areas()[0].owners, std::vector<std::string>{"tax"});
    const auto gaps = coverage(p).gaps;
    ASSERT_EQ(gaps.size(), 2u);
    EXPECT_EQ(gaps[1].text.english,
              "Contracts: its owner Tax was closed on 2026-04-01, and nobody has taken over");
    const Task task{.id = "T-1", .owner = "tax"};
    EXPECT_EQ(after_by(1, p, task_proposed, "T-1", Held(task), on(4, 1)).task("T-1").owner, "tax");
    EXPECT_MESSAGE(
        after_by(2, p, task_proposed, "T-1", Held(task), on(4, 1)), ProbityError,
        "event 2: task.proposed of 'T-1' on 2026-04-01: owner: the unit 'tax' was closed "
        "on 2026-04-01; a closed unit owns nothing");
}

TEST(Rules2, AskForHoursInOrder) {
    const auto planned = [](int rules, TimeOfDay ends) {
        return after_by(rules, Programme(office_parts()), meeting_planned, meeting_one,
                        Held(Meeting{.year = 2026,
                                     .ordinal = 1,
                                     .date = make_date(2026, 3, 18),
                                     .begins = TimeOfDay(14, 0),
                                     .ends = ends}),
                        on(2, 2));
    };
    EXPECT_EQ(first(planned(1, TimeOfDay(13, 0))).ends, TimeOfDay(13, 0));
    EXPECT_EQ(first(planned(2, TimeOfDay(14, 1))).ends, TimeOfDay(14, 1));
    for (const TimeOfDay& ends : {TimeOfDay(13, 0), TimeOfDay(14, 0)}) {
        EXPECT_MESSAGE(planned(2, ends), ProbityError,
                       "event 1: meeting.planned of 'council/2026-1' on 2026-02-02: its end, " +
                           to_string(ends) + ", is not after its begin, 14:00");
    }
}

/// A meeting of three seats with a decision on its agenda, at which so many were present under rules 1.
Programme decided_by_1(const std::vector<std::string>& present, const ItemDecided& body) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].charters[0].notice_days = 0;
    Programme p(parts);
    p = after_by(1, p, meeting_planned, meeting_one,
                 Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)}),
                 on(2, 2));
    p = after_by(1, p, item_added, meeting_one,
                 Held(AgendaItem{.id = "1", .kind = ItemKind::decision, .title = words("Plan")}),
                 on(2, 3));
    p = after_by(1, p, meeting_held, meeting_one, Held(MeetingHeld{.present = present}), on(3, 18));
    return after_by(1, p, item_decided, meeting_one, Held(body), on(3, 18));
}

TEST(Rules1, HeldDecisionsToTheQuorumAndTheVotesOfThosePresent) {
    using enum ItemOutcome;
    const std::vector<std::string> two{"mayor", "tax-head"};
    const auto outcome = [](const Programme& p) { return first(p).items[0].outcome; };
    const auto in_favour = [](ItemOutcome decided, int votes, int against = 0) {
        return ItemDecided{.item = "1", .outcome = decided, .in_favour = votes, .against = against};
    };
    EXPECT_EQ(outcome(decided_by_1(two, in_favour(adopted, 2))), adopted);
    EXPECT_EQ(outcome(decided_by_1({"mayor"}, {.item = "1", .outcome = deferred})), deferred);
    EXPECT_ERROR(decided_by_1({"mayor"}, in_favour(adopted, 1)), TransitionError);
    EXPECT_ERROR(decided_by_1({"mayor"}, in_favour(rejected, 0, 1)), TransitionError);
    // More than half of the two is two.
    EXPECT_ERROR(decided_by_1(two, in_favour(adopted, 1)), TransitionError);
    EXPECT_ERROR(decided_by_1(two, in_favour(amended, 1)), TransitionError);
    EXPECT_EQ(outcome(decided_by_1(two, in_favour(rejected, 1))), rejected);
    EXPECT_ERROR(decided_by_1(two, in_favour(adopted, 2, 1)), TransitionError);
}

// A correction is one under any rules; only what corrected an annulment stood nowhere under rules 1.
TEST(Rules1, TookCorrectionsButNoneOfAnAnnulment) {
    const auto weighted = [](int rules, const Programme& p, int weight, int corrects) {
        Act act = on(3, 2, "team", "a slip");
        act.corrects = corrects;
        return after_by(rules, p, task_weighted, "T-1", Held(TaskWeighted{weight}), act);
    };
    for (const int rules : {1, 2}) {
        Programme p = after_by(rules, Programme(office_parts()), task_proposed, "T-1",
                               Held(Task{.id = "T-1", .owner = "tax"}), on(1, 5));
        p = weighted(rules, p, 2, 0);
        p = weighted(rules, p, 3, 2);
        EXPECT_EQ(p.task("T-1").weight, 3);
        EXPECT_EQ(p.as_of(make_date(2026, 3, 1)).task("T-1").weight, 1);
        Act annulling = on(3, 3, "team", "never said");
        annulling.corrects = 3;
        p = after_by(rules, p, event_annulled, "T-1", {}, annulling);
        EXPECT_EQ(p.task("T-1").weight, 1);
        p = weighted(rules, p, 5, 4);
        EXPECT_EQ(p.task("T-1").weight, rules == 1 ? 1 : 5);
    }
}

TEST(RulesOfToday, RefuseWhatWasLegalUnderThoseOfItsTime) {
    const Programme now = office();
    EXPECT_TRUE(detail::refused_today(now.founding(), now.history()).empty());
    const Programme old = after_by(1, held_by(1), item_decided, meeting_one, adopted(9), on(3, 25));
    const auto refused = detail::refused_today(old.founding(), old.history());
    ASSERT_EQ(refused.size(), 1u);
    EXPECT_EQ(refused[0].event, 5u);
    EXPECT_EQ(detail::refused_today(noticed_by(2, make_date(2026, 3, 11)).founding(),
                                    noticed_by(2, make_date(2026, 3, 11)).history())
                  .size(),
              1u);
}

}  // namespace rules_test
}  // namespace probity
