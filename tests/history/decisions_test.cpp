// What a meeting may decide: nobody counts as present who was not recorded, votes are no more than
// there are seats, and an outcome agrees with its votes.
#include <gtest/gtest.h>

#include "probity/programme/view.hpp"
#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace decisions_test {

using enum EventKind;
using enum ItemOutcome;

const char* const meeting_one = "council/2026-1";

/// A council of three under a charter, and a meeting of it with an item, held on 18 March.
Programme held_under(const std::optional<Charter>& charter, std::vector<std::string> present,
                     ItemKind kind = ItemKind::decision) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].charters.clear();
    if (charter) parts.councils[0].charters = {*charter};
    Programme p(parts);
    p = after(p, meeting_planned, meeting_one,
              Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)}), on(2, 2));
    p = after(p, item_added, meeting_one,
              Held(AgendaItem{.id = "1", .kind = kind, .title = words("Plan")}), on(2, 3));
    return after(p, meeting_held, meeting_one, Held(MeetingHeld{.present = std::move(present)}),
                 on(3, 18));
}

Charter charter(std::optional<Share> quorum, std::optional<Share> decision) {
    return {.begin = make_date(2026, 1, 1), .quorum = quorum, .decision = decision};
}

constexpr Share majority{1, 2, true};
constexpr Share two_thirds{2, 3, false};

struct Votes {
    std::optional<int> in_favour = std::nullopt;
    std::optional<int> against = std::nullopt;
    std::optional<int> abstained = std::nullopt;
};

/// The condition that keeps item 1 from its outcome; "" if it has it.
std::string unmet(const Programme& p, ItemOutcome outcome, Votes votes = {}) {
    try {
        static_cast<void>(
            record(p, item_decided, meeting_one,
                   Held(ItemDecided{"1", outcome, votes.in_favour, votes.against, votes.abstained}),
                   on(3, 18)));
    } catch (const TransitionError& error) {
        EXPECT_EQ(error.state(), "open");
        return error.unmet();
    }
    return "";
}

const Meeting& first(const Programme& programme) {
    return programme.council("council").meetings.front();
}

TEST(Attendance, ThatIsNotRecordedGivesNoQuorum) {
    const Programme p = held_under(charter(majority, std::nullopt), {});
    const Quorum frozen{.eligible = 3, .present = 0, .required = 2, .recorded = false};
    EXPECT_EQ(first(p).quorum, frozen);
    EXPECT_EQ(first(p).quorum->met(), false);
    for (const ItemOutcome outcome : {adopted, amended, rejected}) {
        EXPECT_EQ(unmet(p, outcome),
                  "the quorum was met: the charter asks for more than 1/2 of the voting members, "
                  "and nobody is recorded as present");
    }
    EXPECT_EQ(unmet(p, noted), "");
    EXPECT_EQ(unmet(p, deferred), "");
}

TEST(Attendance, OfExactlyTheQuorumIsEnoughAndOneLessIsNot) {
    EXPECT_EQ(unmet(held_under(charter(majority, std::nullopt), {"mayor", "tax-head"}), adopted,
                    {.in_favour = 2}),
              "");
    EXPECT_EQ(
        unmet(held_under(charter(majority, std::nullopt), {"mayor"}), adopted, {.in_favour = 1}),
        "the quorum was met: 1 were present of 2 required");
}

TEST(Attendance, ThatIsRecordedLaterEstablishesTheQuorum) {
    const Programme p = held_under(charter(majority, std::nullopt), {});
    Act act = on(3, 18);
    act.corrects = static_cast<int>(p.history().size());
    const Programme corrected = after(p, meeting_held, meeting_one,
                                      Held(MeetingHeld{.present = {"mayor", "tax-head"}}), act);
    EXPECT_EQ(first(corrected).quorum,
              (Quorum{.eligible = 3, .present = 2, .required = 2, .recorded = true}));
    EXPECT_EQ(unmet(corrected, adopted, {.in_favour = 2}), "");
}

TEST(Attendance, IsNotAskedForWithoutAQuorum) {
    for (const auto& rules :
         {std::optional<Charter>{}, std::optional(charter(std::nullopt, std::nullopt))}) {
        const Programme p = held_under(rules, {});
        EXPECT_EQ(first(p).quorum, std::nullopt);
        EXPECT_EQ(unmet(p, adopted), "");
        EXPECT_EQ(unmet(p, adopted, {.in_favour = 3}), "");
    }
}

TEST(Attendance, OfACouncilWhoseMembersAreNotRecordedGivesNoQuorum) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].memberships.clear();
    parts.councils[0].charters = {charter(Share{1, 2, false}, std::nullopt)};
    Programme p(parts);
    p = after(p, meeting_planned, meeting_one,
              Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)}), on(2, 2));
    p = after(p, item_added, meeting_one,
              Held(AgendaItem{.id = "1", .kind = ItemKind::decision, .title = words("Plan")}),
              on(2, 3));
    p = after(p, meeting_held, meeting_one, Held(MeetingHeld{}), on(3, 18));
    EXPECT_NE(unmet(p, adopted).find("nobody is recorded as present"), std::string::npos);
}

TEST(Attendance, CountsTheMembersOfTheDayAndNotThoseWithoutAVote) {
    ProgrammeParts parts = office_parts();
    auto& members = parts.councils[0].memberships;
    parts.councils[0].charters = {charter(majority, std::nullopt)};
    members[1].votes = false;
    members[2].end = make_date(2026, 3, 18);  // the day itself is not part of it
    Programme p(parts);
    p = after(p, meeting_planned, meeting_one,
              Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)}), on(2, 2));
    EXPECT_MESSAGE(record(p, meeting_held, meeting_one,
                          Held(MeetingHeld{.present = {"mayor", "tax-head"}}), on(3, 18)),
                   ProbityError,
                   "event 2: the seat 'tax-head' is no member of the council 'council' on "
                   "2026-03-18; only members are counted as present");
    p = after(p, meeting_held, meeting_one, Held(MeetingHeld{.present = {"mayor", "audit-head"}}),
              on(3, 18));
    EXPECT_EQ(first(p).quorum, (Quorum{.eligible = 1, .present = 1, .required = 1}));
}

TEST(Votes, AreNoMoreThanTheVotingSeatsWithoutAttendance) {
    const Programme p = held_under(charter(std::nullopt, std::nullopt), {});
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 3, .against = 1}),
              "the votes, 4, are no more than the voting seats of the council, 3");
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 2, .against = 1}), "");
    EXPECT_EQ(unmet(p, noted, {.in_favour = 4}),
              "the votes, 4, are no more than the voting seats of the council, 3");
}

TEST(Votes, AreNoMoreThanThosePresent) {
    const Programme p = held_under(charter(std::nullopt, std::nullopt), {"mayor", "tax-head"});
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 2, .abstained = 1}),
              "the votes, 3, are no more than those present, 2");
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 2}), "");
}

TEST(Outcome, OfAnAdoptedItemHasTheMajorityThatTheCharterAsksFor) {
    const std::vector<std::string> all{"mayor", "audit-head", "tax-head"};
    const Programme p = held_under(charter(majority, two_thirds), all);
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 2, .against = 1}), "");
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 1, .against = 1}),
              "2 of the 3 present are in favour, as the charter says");
    EXPECT_EQ(unmet(p, amended, {.in_favour = 1}),
              "2 of the 3 present are in favour, as the charter says");
    EXPECT_EQ(unmet(p, adopted), "the votes in favour are recorded, as the charter counts them");
}

TEST(Outcome, OfARejectedItemHasNotThatMajority) {
    const std::vector<std::string> all{"mayor", "audit-head", "tax-head"};
    const Programme p = held_under(charter(majority, two_thirds), all);
    EXPECT_EQ(
        unmet(p, rejected, {.in_favour = 2, .against = 1}),
        "fewer than 2 of the 3 present are in favour, as the charter says; with so many it is "
        "adopted");
    EXPECT_EQ(unmet(p, rejected, {.in_favour = 1, .against = 2}), "");
    EXPECT_EQ(unmet(p, rejected), "");
}

TEST(Outcome, AgreesWithTheVotesOfADeliberationToo) {
    const Programme p = held_under(charter(std::nullopt, majority),
                                   {"mayor", "audit-head", "tax-head"}, ItemKind::deliberation);
    EXPECT_EQ(unmet(p, adopted), "");  // not counted
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 1, .against = 2}),
              "2 of the 3 present are in favour, as the charter says");
}

TEST(Outcome, WithoutAttendanceIsHeldAgainstTheVotesThatWereCast) {
    const Programme p = held_under(charter(std::nullopt, majority), {});
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 1, .against = 1}),
              "2 of the 2 present are in favour, as the charter says");
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 2, .against = 1}), "");
    EXPECT_EQ(
        unmet(p, rejected, {.in_favour = 2, .against = 1}),
        "fewer than 2 of the 3 present are in favour, as the charter says; with so many it is "
        "adopted");
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 0}),
              "1 of the 0 present are in favour, as the charter says");
}

TEST(Outcome, OfAnAdoptedItemHasAVoteInFavourWhereNobodyVoted) {
    const Programme p = held_under(charter(std::nullopt, two_thirds), {});
    EXPECT_NE(unmet(p, adopted, {0, 0, 0}), "");
    EXPECT_EQ(unmet(p, adopted, {1, 0, 0}), "");
}

TEST(Outcome, WithoutARuleIsNotTheOppositeOfAllVotes) {
    const Programme p = held_under(std::nullopt, {"mayor", "audit-head", "tax-head"});
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 1, .against = 2}),
              "at least as many votes are in favour as against, and one at least");
    EXPECT_EQ(unmet(p, adopted, {.in_favour = 1, .against = 1}), "");
    EXPECT_EQ(unmet(p, adopted, {.against = 2}),
              "at least as many votes are in favour as against, and one at least");
    EXPECT_EQ(unmet(p, rejected, {.in_favour = 3}), "not every vote is in favour");
    EXPECT_EQ(unmet(p, rejected, {.in_favour = 2, .abstained = 1}), "");
}

TEST(Charter, OfTheDayOfTheMeetingCountsOnItsFirstDay) {
    for (const int day : {18, 19}) {
        Charter later = charter(majority, std::nullopt);
        later.begin = make_date(2026, 3, day);
        const Programme p = held_under(later, {});
        EXPECT_EQ(first(p).quorum.has_value(), day == 18);
        EXPECT_EQ(unmet(p, adopted).empty(), day == 19);
    }
}

TEST(Charter, OfAMeetingOfUnknownDateIsThatOfTheLastDayItCanHaveBeen) {
    ProgrammeParts parts = office_parts();
    Charter later = charter(majority, std::nullopt);
    later.begin = make_date(2026, 4, 1);
    parts.councils[0].charters = {later};
    Programme p = after(Programme(parts), meeting_planned, meeting_one,
                        Held(Meeting{.year = 2026, .ordinal = 1}), on(2, 2));
    p = after(p, item_added, meeting_one,
              Held(AgendaItem{.id = "1", .kind = ItemKind::decision, .title = words("Plan")}),
              on(2, 3));
    const auto held_before = [&](int month, int day) {
        return after(p, meeting_held, meeting_one,
                     Held(MeetingHeld{.earliest = make_date(2026, 2, 4),
                                      .before = make_date(2026, month, day)}),
                     on(5, 4));
    };
    EXPECT_EQ(first(held_before(4, 1)).quorum, std::nullopt);
    EXPECT_EQ(first(held_before(4, 2)).quorum->required, 2);
}

TEST(Verdict, SaysWhyAMeetingWithoutAttendanceIsNotQuorate) {
    Programme p = held_under(charter(majority, std::nullopt), {});
    const Quota quota{.id = "q",
                      .title = words("Meetings"),
                      .of = "council",
                      .times = 1,
                      .counts = {.quorate = true},
                      .begin = make_date(2026, 1, 1)};
    p = after(p, quota_set, "q", Held(quota), on(3, 18));
    // From its own day on.
    for (const Date& day : {make_date(2026, 3, 18), make_date(2026, 12, 31)}) {
        const Verdict verdict = View(p, day, WorkCalendar::korea()).quota("q", 2026);
        EXPECT_EQ(verdict.held, 0);
        EXPECT_NE(
            verdict.reason.english.find("2026-1 does not count. Nobody is recorded as present, so "
                                        "that it had no quorum."),
            std::string::npos)
            << verdict.reason.english;
        EXPECT_NE(verdict.reason.korean.find("2026-1 미산입: 참석 기록이 없어"), std::string::npos);
    }
}

TEST(FoundingDocument, AgreesWithItsVotesUnderTheRulesOfToday) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].charters = {charter(majority, majority)};
    parts.councils[0].meetings = {{.year = 2026,
                                   .ordinal = 1,
                                   .state = MeetingState::held,
                                   .date = make_date(2026, 3, 18),
                                   .items = {{.id = "1",
                                              .kind = ItemKind::decision,
                                              .title = words("Plan"),
                                              .outcome = adopted,
                                              .in_favour = 3}}}};
    EXPECT_MESSAGE(
        Programme(parts), DocumentError,
        "/councils/0/meetings/0/items/0/outcome: needed is that the quorum was met: the "
        "charter asks for more than 1/2 of the voting members, and nobody is recorded as "
        "present");
    parts.rules = 1;
    EXPECT_EQ(Programme(parts).councils()[0].meetings[0].items[0].in_favour, 3);
    parts.rules = 2;
    parts.councils[0].meetings[0].quorum = Quorum{.eligible = 3, .present = 3, .required = 2};
    EXPECT_EQ(Programme(parts).councils()[0].meetings[0].items[0].in_favour, 3);
}

}  // namespace decisions_test
}  // namespace probity
