#include "probity/programme/meeting_commands.hpp"

#include <gtest/gtest.h>

#include "probity/programme/commands.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/programme/made_event.hpp"

namespace probity {
namespace meeting_commands_test {

const std::string first = "council/2026-1";
const std::string item = "1";
const Date day = make_date(2026, 3, 18);

Programme planned() {
    const Programme p = office();
    return p.apply(plan_meeting(p, "council", {.date = day}, on(3, 2)));
}
Programme noticed() {
    Programme p = planned();
    p = p.apply(notice(p, first, on(3, 4)));
    return p.apply(add_item(
        p, first, {.id = item, .kind = ItemKind::decision, .title = words("Contracts")}, on(3, 4)));
}
Programme held() {
    const Programme p = noticed();
    return p.apply(hold(p, first, {.present = {"mayor", "tax-head"}}, on(3, 18)));
}
Programme minuted() {
    const Programme p = held();
    return p.apply(minute(p, first, a_file(), on(3, 20)));
}
const Meeting& meeting_of(const Programme& p) { return p.council("council").meetings.back(); }

TEST(PlanMeeting, HasTheNextNumberOfItsYearAndKind) {
    Programme p = planned();
    const auto subject = [&](const MeetingPlan& plan) {
        return plan_meeting(p, "council", plan, on(3, 4)).subject;
    };
    EXPECT_EQ(subject({.date = day}), "council/2026-2");
    EXPECT_EQ(subject({.date = make_date(2027, 3, 17)}), "council/2027-1");
    EXPECT_EQ(subject({.date = day, .kind = MeetingKind::extraordinary}), "council/2026-x1");
    // A meeting that is cancelled leaves its number to the next.
    p = p.apply(cancel(p, first, on(3, 3, "team", "flood")));
    EXPECT_EQ(subject({.date = day}), "council/2026-1");
}

TEST(PlanMeeting, IsOfTheYearOfItsDateOrElseOfTheAct) {
    const Programme p = office();
    const auto year = [&](const MeetingPlan& plan) {
        return body_as<Meeting>(plan_meeting(p, "council", plan, on(3, 2))).year;
    };
    EXPECT_EQ(year({}), 2026);
    EXPECT_EQ(year({.date = make_date(2027, 1, 4)}), 2027);
    EXPECT_EQ(year({.date = make_date(2027, 1, 4), .year = 2026}), 2026);
}

TEST(PlanMeeting, SaysAllThatIsPlanned) {
    const MeetingPlan plan{.date = day,
                           .begins = TimeOfDay(10, 0),
                           .ends = TimeOfDay(11, 30),
                           .title = words("Spring"),
                           .place = words("Hall"),
                           .presiding = words("Mayor"),
                           .note = words("open")};
    const Event event = plan_meeting(office(), "council", plan, on(3, 2));
    EXPECT_EQ(event.kind, EventKind::meeting_planned);
    EXPECT_EQ(event.subject, first);
    EXPECT_EQ(body_as<Meeting>(event), (Meeting{.year = 2026,
                                                .date = day,
                                                .begins = plan.begins,
                                                .ends = plan.ends,
                                                .title = plan.title,
                                                .place = plan.place,
                                                .presiding = plan.presiding,
                                                .note = plan.note}));
}

TEST(PlanMeeting, LeavesNoGapInTheNumbers) {
    EXPECT_MESSAGE(plan_meeting(office(), "council", {.date = day, .ordinal = 2}, on(3, 2)),
                   ProbityError,
                   "event 5: meeting.planned of 'council/2026-2' on 2026-03-02: the next "
                   "regular meeting of 2026 is number 1; ordinals have no gap");
}

TEST(PlanMeeting, IsTheSameMeetingInACorrectionThatNamesNoOther) {
    Programme p = office();
    p = p.apply(plan_meeting(p, "council",
                             {.date = make_date(2027, 1, 4),
                              .kind = MeetingKind::extraordinary,
                              .year = 2026,
                              .place = words("Hall")},
                             on(3, 2)));
    const MeetingPlan plan{.place = words("Annex")};
    for (const Act& act : {correcting(p, on(3, 3)), correcting(p, on(3, 3), {"place"})}) {
        const Event event = plan_meeting(p, "council", plan, act);
        EXPECT_EQ(event.subject, "council/2026-x1");
        EXPECT_EQ(body_as<Meeting>(event), (Meeting{.year = 2026,
                                                    .kind = MeetingKind::extraordinary,
                                                    .date = make_date(2027, 1, 4),
                                                    .place = words("Annex")}));
    }
}

TEST(PlanMeeting, IsAnotherMeetingInACorrectionThatSaysSo) {
    const Programme p = planned();
    const MeetingPlan plan{.date = day, .kind = MeetingKind::extraordinary};
    EXPECT_EQ(plan_meeting(p, "council", plan, correcting(p, on(3, 3))).subject, "council/2026-x1");
    EXPECT_EQ(plan_meeting(p, "council", {.year = 2027}, correcting(p, on(3, 3))).subject,
              "council/2027-1");
}

TEST(Notice, IsGivenOfTheMeeting) {
    const Event event = notice(planned(), first, on(3, 10));
    EXPECT_EQ(event.kind, EventKind::meeting_noticed);
    EXPECT_EQ(event.subject, first);
    EXPECT_TRUE(says_no_more(event));
    EXPECT_EQ(meeting_of(planned().apply(event)).noticed, make_date(2026, 3, 10));
}

TEST(Notice, LeavesTheDaysOfTheCharter) {
    EXPECT_MESSAGE(notice(planned(), first, on(3, 11)), TransitionError,
                   "event 6: 'council/2026-1' is planned on 2026-03-11 and cannot become "
                   "noticed: needed is that notice is given 7 clear days before 2026-03-18, as the "
                   "charter says: by 2026-03-10");
}

TEST(Postpone, MovesItAndKeepsItsHours) {
    Programme p = office();
    p = p.apply(plan_meeting(p, "council", {.date = day, .begins = TimeOfDay(10, 0)}, on(3, 2)));
    const Act act = on(3, 5, "team", "flood");
    const Event event = postpone(p, first, {.date = make_date(2026, 4, 1)}, act);
    EXPECT_EQ(event.kind, EventKind::meeting_postponed);
    EXPECT_EQ(event.subject, first);
    EXPECT_EQ(body_as<MeetingMoved>(event), MeetingMoved{.date = make_date(2026, 4, 1)});
    const Meeting moved = meeting_of(p.apply(event));
    EXPECT_EQ(moved.begins, TimeOfDay(10, 0));
    EXPECT_EQ(moved.earlier_dates[0].date, day);
    EXPECT_EQ(meeting_of(p.apply(postpone(p, first, {}, act))).date, std::nullopt);
}

TEST(Postpone, NeedsAReason) {
    EXPECT_MESSAGE(postpone(planned(), first, {}, on(3, 5)), TransitionError,
                   "event 6: 'council/2026-1' is planned on 2026-03-05 and cannot become "
                   "planned: needed is that a reason is given");
}

TEST(Cancel, SaysNoMoreThanWhy) {
    const Event event = cancel(planned(), first, on(3, 5, "team", "flood"));
    EXPECT_EQ(event.kind, EventKind::meeting_cancelled);
    EXPECT_TRUE(says_no_more(event));
    EXPECT_EQ(event.reason, "flood");
    EXPECT_EQ(meeting_of(planned().apply(event)).state, MeetingState::cancelled);
}

TEST(Cancel, NeedsAReason) {
    EXPECT_MESSAGE(cancel(planned(), first, on(3, 5)), TransitionError,
                   "event 6: 'council/2026-1' is planned on 2026-03-05 and cannot become "
                   "cancelled: needed is that a reason is given");
}

TEST(Hold, FixesTheQuorumOfThosePresent) {
    const Event event = hold(noticed(), first, {.present = {"mayor", "tax-head"}}, on(3, 18));
    EXPECT_EQ(event.kind, EventKind::meeting_held);
    EXPECT_EQ(event.subject, first);
    EXPECT_EQ(body_as<MeetingHeld>(event), (MeetingHeld{.present = {"mayor", "tax-head"}}));
    EXPECT_EQ(meeting_of(noticed().apply(event)).quorum, (Quorum{3, 2, 2, true}));
}

TEST(Hold, NeedsTheNoticeThatTheCharterAsksFor) {
    EXPECT_MESSAGE(hold(planned(), first, {}, on(3, 18)), TransitionError,
                   "event 6: 'council/2026-1' is planned on 2026-03-18 and cannot become held: "
                   "needed is that notice of it was given, as the charter says");
}

TEST(Minute, HandsInOneFile) {
    const Event event = minute(held(), first, a_file(), on(3, 20));
    EXPECT_EQ(event.kind, EventKind::meeting_minuted);
    EXPECT_EQ(body_as<EvidenceGiven>(event), EvidenceGiven{{a_file()}});
    EXPECT_EQ(meeting_of(held().apply(event)).minutes, a_file());
}

TEST(Minute, IsOfAMeetingThatWasHeld) {
    EXPECT_MESSAGE(minute(noticed(), first, a_file(), on(3, 20)), TransitionError,
                   "event 8: 'council/2026-1' is noticed on 2026-03-20 and cannot become "
                   "minuted: needed is that it is held");
}

TEST(Approve, IsOfItsMinutes) {
    const Event event = approve(minuted(), first, on(3, 25));
    EXPECT_EQ(event.kind, EventKind::meeting_approved);
    EXPECT_TRUE(says_no_more(event));
    EXPECT_EQ(meeting_of(minuted().apply(event)).state, MeetingState::approved);
    EXPECT_MESSAGE(approve(held(), first, on(3, 25)), TransitionError,
                   "event 9: 'council/2026-1' is held on 2026-03-25 and cannot become approved: "
                   "needed is that it is minuted");
}

TEST(AddItem, IsAReportUnlessMoreIsSaid) {
    const AgendaItem plain{.id = "2", .title = words("Permits"), .tasks = {"T-1"}};
    const Event event = add_item(noticed(), first, plain, on(3, 5));
    EXPECT_EQ(event.kind, EventKind::item_added);
    EXPECT_EQ(event.subject, first);
    EXPECT_EQ(body_as<AgendaItem>(event).kind, ItemKind::report);
    EXPECT_EQ(meeting_of(noticed().apply(event)).items.back(), plain);
}

TEST(AddItem, IsOpenAndNew) {
    EXPECT_MESSAGE(add_item(noticed(), first, {.id = item, .title = words("Again")}, on(3, 5)),
                   ProbityError,
                   "event 8: item.added of 'council/2026-1' on 2026-03-05: the meeting has an "
                   "item '1' already");
    EXPECT_MESSAGE(
        add_item(noticed(), first,
                 {.id = "2", .title = words("Decided"), .outcome = ItemOutcome::noted}, on(3, 5)),
        ProbityError,
        "event 8: item.added of 'council/2026-1' on 2026-03-05: an item is added "
        "open; its outcome has an event of its own");
}

TEST(Decide, HasTheOutcomeAndTheVotes) {
    const ItemDecided decision{
        .item = item, .outcome = ItemOutcome::adopted, .in_favour = 2, .against = 0};
    const Event event = decide(held(), first, decision, on(3, 18));
    EXPECT_EQ(event.kind, EventKind::item_decided);
    EXPECT_EQ(body_as<ItemDecided>(event), decision);
    EXPECT_EQ(meeting_of(held().apply(event)).items[0].in_favour, 2);
}

TEST(Decide, CountsNoMoreVotesThanThosePresent) {
    EXPECT_MESSAGE(
        decide(held(), first, {.item = item, .outcome = ItemOutcome::adopted, .in_favour = 3},
               on(3, 18)),
        TransitionError,
        "event 9: item '1' of 'council/2026-1' is open and cannot become adopted: "
        "needed is that the votes, 3, are no more than those present, 2");
}

TEST(MeetingCommands, AreOfAMeetingThatThereIs) {
    EXPECT_MESSAGE(approve(office(), "council", on(3, 2)), ProbityError,
                   "event 5: meeting.approved of 'council' on 2026-03-02: a meeting is named by "
                   "its council and number, 'council/2026-1'");
    EXPECT_MESSAGE(approve(office(), "council/2026-7", on(3, 2)), ProbityError,
                   "event 5: meeting.approved of 'council/2026-7' on 2026-03-02: the council "
                   "has no such meeting; it is planned first");
}

TEST(PlanMeeting, KeepsItsNumberInACorrectionThoughOthersFollowed) {
    Programme p = planned();
    const int number = static_cast<int>(p.history().size());
    p = p.apply(plan_meeting(p, "council", {.date = make_date(2026, 4, 15)}, on(3, 3)));
    for (const bool is_named : {false, true}) {
        Act act = on(3, 2);
        act.corrects = number;
        if (is_named) act.named = std::vector<std::string>{"date"};
        const Event event = plan_meeting(p, "council", {.date = make_date(2026, 3, 25)}, act);
        EXPECT_EQ(event.subject, first);
        EXPECT_EQ(body_as<Meeting>(event).ordinal, 1);
        EXPECT_EQ(body_as<Meeting>(event).date, make_date(2026, 3, 25));
    }
}

}  // namespace meeting_commands_test
}  // namespace probity
