#include "probity/programme/council_commands.hpp"

#include <gtest/gtest.h>

#include "probity/programme/commands.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/programme/made_event.hpp"

namespace probity {
namespace council_commands_test {

TEST(AdoptCharter, IsInForceFromTheDayOfTheAct) {
    const Programme before = office();
    const Event event = adopt_charter(before, "council",
                                      {.quorum = parse_share("at least 2/3"),
                                       .decision = parse_share("more than 1/2"),
                                       .notice_days = 3,
                                       .written_resolution = true,
                                       .note = words("anew")},
                                      on(3, 2));
    EXPECT_EQ(event.kind, EventKind::charter_adopted);
    EXPECT_EQ(event.subject, "council");
    EXPECT_EQ(body_as<Charter>(event), (Charter{.begin = make_date(2026, 3, 2),
                                                .quorum = Share{2, 3, false},
                                                .decision = Share{1, 2, true},
                                                .notice_days = 3,
                                                .written_resolution = true,
                                                .note = words("anew")}));
    const Programme later = before.apply(event);
    EXPECT_EQ(later.council("council").charters[0].end, make_date(2026, 3, 2));
}

TEST(AdoptCharter, PrescribesNothingThatIsNotSaid) {
    const Event event = adopt_charter(office(), "council", {}, on(3, 2));
    EXPECT_EQ(body_as<Charter>(event), Charter{.begin = make_date(2026, 3, 2)});
}

TEST(AdoptCharter, FollowsTheOneBefore) {
    EXPECT_MESSAGE(
        adopt_charter(office(), "council", {}, on(1, 1)), ProbityError,
        "event 5: council.charter_adopted of 'council' on 2026-01-01: a charter "
        "from 2026-01-01 cannot follow one from 2026-01-01; the next one begins after it");
}

TEST(AdoptCharter, BeginsOnTheDayOfItsCorrection) {
    Programme p = office();
    p = p.apply(
        adopt_charter(p, "council", {.quorum = Share{2, 3, false}, .notice_days = 3}, on(3, 2)));
    for (const Act& act : {correcting(p, on(3, 4)), correcting(p, on(3, 4), {"notice_days"})}) {
        const Event event = adopt_charter(p, "council", {.notice_days = 5}, act);
        EXPECT_EQ(body_as<Charter>(event), (Charter{.begin = make_date(2026, 3, 4),
                                                    .quorum = Share{2, 3, false},
                                                    .notice_days = 5}));
    }
}

const Cadence every_month = EveryMonths{1, make_date(2026, 3, 18)};

TEST(ChangeCadence, BeginsOnTheDayOfTheActIfNoneIsGiven) {
    const Event event = change_cadence(office(), "council", {.cadence = every_month}, on(3, 2));
    EXPECT_EQ(event.kind, EventKind::cadence_changed);
    EXPECT_EQ(event.subject, "council");
    EXPECT_EQ(body_as<CadenceVersion>(event),
              (CadenceVersion{.begin = make_date(2026, 3, 2), .cadence = every_month}));
}

TEST(ChangeCadence, BeginsOnTheDayThatIsGiven) {
    const Event event = change_cadence(
        office(), "council",
        {.cadence = every_month, .begin = make_date(2026, 7, 1), .note = words("new")}, on(3, 2));
    EXPECT_EQ(body_as<CadenceVersion>(event),
              (CadenceVersion{
                  .begin = make_date(2026, 7, 1), .cadence = every_month, .note = words("new")}));
}

TEST(ChangeCadence, LeavesSlotsGoneBy) {
    EXPECT_MESSAGE(
        change_cadence(office(), "council",
                       {.cadence = every_month, .begin = make_date(2026, 3, 1)}, on(3, 2)),
        ProbityError,
        "event 5: council.cadence_changed of 'council' on 2026-03-02: the cadence is "
        "to begin on 2026-03-01, before it was changed; what has gone by stays");
}

TEST(ChangeCadence, IsOneThatHasSlots) {
    const auto changed = [](const Cadence& cadence) {
        return record(office(), EventKind::cadence_changed, "council",
                      Held(CadenceVersion{.begin = make_date(2026, 4, 1), .cadence = cadence}),
                      on(3, 2));
    };
    EXPECT_NO_THROW(static_cast<void>(changed(EveryMonths{1, make_date(2026, 4, 1)})));
    EXPECT_MESSAGE(changed(EveryMonths{0, make_date(2026, 4, 1)}), ProbityError,
                   "event 5: 0 months: a cadence has 1 to 1200 months from one slot to the next");
    EXPECT_MESSAGE(changed(OnDates{{make_date(2026, 5, 1), make_date(2026, 4, 1)}}), ProbityError,
                   "event 5: the dates 2026-05-01 and 2026-04-01 of a cadence: dates are listed in "
                   "order, each once");
}

TEST(ChangeCadence, KeepsItsBeginInACorrectionThatGivesNone) {
    Programme p = office();
    p = p.apply(change_cadence(p, "council",
                               {.cadence = every_month, .begin = make_date(2026, 7, 1)}, on(3, 2)));
    const CadencePlan plan{.cadence = EveryMonths{2, make_date(2026, 3, 18)}};
    for (const Act& act : {correcting(p, on(3, 4)), correcting(p, on(3, 4), {"cadence"})}) {
        const Event event = change_cadence(p, "council", plan, act);
        EXPECT_EQ(body_as<CadenceVersion>(event),
                  (CadenceVersion{.begin = make_date(2026, 7, 1), .cadence = plan.cadence}));
    }
    // Named, and none given: that of the act.
    const Event named =
        change_cadence(p, "council", plan, correcting(p, on(3, 4), {"cadence", "begin"}));
    EXPECT_EQ(body_as<CadenceVersion>(named).begin, make_date(2026, 3, 4));
}

TEST(AddMember, IsAMemberWithAVoteUnlessMoreIsSaid) {
    Programme p = office();
    p = p.apply(add(p, Seat{.id = "clerk", .title = words("Clerk")}, on(3, 2)));
    const Event plain = add_member(p, "council", {.seat = "clerk"}, on(3, 2));
    EXPECT_EQ(plain.kind, EventKind::member_joined);
    EXPECT_EQ(plain.subject, "council");
    EXPECT_EQ(body_as<Membership>(plain),
              (Membership{.seat = "clerk", .role = MemberRole::member, .votes = true}));
    EXPECT_EQ(p.apply(plain).council("council").memberships.back().begin, make_date(2026, 3, 2));
    const Event other = add_member(
        p, "council", {.seat = "clerk", .role = MemberRole::secretary, .votes = false}, on(3, 2));
    EXPECT_EQ(body_as<Membership>(other),
              (Membership{.seat = "clerk", .role = MemberRole::secretary, .votes = false}));
}

TEST(AddMember, IsASeatThatThereIs) {
    EXPECT_MESSAGE(add_member(office(), "council", {.seat = "clerk"}, on(3, 2)), ProbityError,
                   "event 5: seat: there is no seat 'clerk'; the programme has audit-head, "
                   "mayor, tax-head");
}

TEST(AddMember, JoinsOnce) {
    EXPECT_MESSAGE(add_member(office(), "council", {.seat = "mayor"}, on(3, 2)), ProbityError,
                   "event 5: council.member_joined of 'council' on 2026-03-02: the seat 'mayor' "
                   "is a member already");
}

TEST(RemoveMember, LeavesOnTheDayOfTheAct) {
    const Event event = remove_member(office(), "council", "tax-head", on(3, 2));
    EXPECT_EQ(event.kind, EventKind::member_left);
    EXPECT_EQ(body_as<MemberLeft>(event), MemberLeft{"tax-head"});
    EXPECT_EQ(office().apply(event).council("council").memberships[2].end, make_date(2026, 3, 2));
}

TEST(RemoveMember, IsAMemberBefore) {
    const Programme p = office().apply(remove_member(office(), "council", "tax-head", on(3, 2)));
    EXPECT_MESSAGE(remove_member(p, "council", "tax-head", on(3, 3)), ProbityError,
                   "event 6: council.member_left of 'council' on 2026-03-03: the seat "
                   "'tax-head' is no member on that day");
}

TEST(CouncilCommands, AreOfACouncilThatThereIs) {
    EXPECT_MESSAGE(remove_member(office(), "board", "mayor", on(3, 2)), ProbityError,
                   "event 5: council.member_left of 'board' on 2026-03-02: there is no council "
                   "'board'");
}

}  // namespace council_commands_test
}  // namespace probity
