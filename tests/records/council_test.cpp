#include "probity/records/council.hpp"

#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"
#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace council_test {

std::vector<std::string> english_titles(const std::vector<UndatedEntry>& entries) {
    std::vector<std::string> titles;
    for (const UndatedEntry& entry : entries) titles.push_back(entry.title.english);
    return titles;
}

using Titles = std::vector<std::string>;

const Programme& yongsan() {
    static const Programme programme = examples::yongsan();
    return programme;
}

const Council& yongsan_council() { return yongsan().council("integrity-council"); }

TEST(YongsanCouncil, MeetsThreeTimesAYear) {
    EXPECT_EQ(prescribed_meetings(yongsan().quotas(), yongsan_council(), 2026), 3);
    EXPECT_EQ(english_titles(undated_meetings(yongsan_council(), 2026, yongsan().quotas(), {})),
              (Titles{"Integrity Council: Regular meeting 1 of 3, no date recorded",
                      "Integrity Council: Regular meeting 2 of 3, no date recorded",
                      "Integrity Council: Regular meeting 3 of 3, no date recorded"}));
}

TEST(YongsanCouncil, HadItsSecondMeetingOf2025OnTheTwentyFifthOfJuly) {
    const Meeting* second = yongsan_council().meeting(2025, MeetingKind::regular, 2);
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(second->date, make_date(2025, 7, 25));
    EXPECT_EQ(weekday_of(*second->date), FR);
    EXPECT_EQ(second->presiding.english, "Mayor");
    EXPECT_FALSE(second->inference.empty());
}

TEST(YongsanCouncil, HadItsFirstMeetingOf2025OnADateThatIsNotKnown) {
    const Meeting* first = yongsan_council().meeting(2025, MeetingKind::regular, 1);
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->state, MeetingState::held);
    EXPECT_FALSE(first->date);
    EXPECT_EQ(english_titles(undated_meetings(yongsan_council(), 2025, yongsan().quotas(), {})),
              (Titles{"Integrity Council: Regular meeting 1 of 3, held, date unknown",
                      "Integrity Council: Regular meeting 3 of 3, no date recorded"}));
}

TEST(YongsanCouncil, HasNoMeetingsBeforeItWasEstablished) {
    EXPECT_EQ(to_string(yongsan_council().established.value()), "2025-06");
    EXPECT_TRUE(undated_meetings(yongsan_council(), 2024, yongsan().quotas(), {}).empty());
}

TEST(MovedMeeting, KeepsItsFirstDateAndCountsTheMoves) {
    Council council{.id = "council", .name = {"협의체", "Council"}};
    council.meetings = {
        {.year = 2026,
         .ordinal = 1,
         .date = make_date(2026, 9, 29),
         .earlier_dates = {{.date = make_date(2026, 9, 21)},
                           {.date = make_date(2026, 9, 28),
                            .reason = {"임시공휴일", "temporary public holiday"}}}}};
    const auto entries = dated_meetings(council, {}, {});
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].begin(), make_date(2026, 9, 29));
    EXPECT_EQ(entries[0].nominal, make_date(2026, 9, 21));
    EXPECT_EQ(entries[0].changes, 2);
    EXPECT_EQ(entries[0].reason.english, "temporary public holiday");
    EXPECT_EQ(entries[0].period, "2026-1");
}

TEST(ShareOfABody, ReadsWhatItPrintsUpToTheWhole) {
    for (const char* text : {"more than 1/2", "at least 2/3", "at least 1/1", "at least 3/3"}) {
        EXPECT_EQ(to_string(parse_share(text)), text);
    }
    EXPECT_EQ(parse_share("at least 1/1").of(7), 7);
    EXPECT_EQ(parse_share("more than 1/2").of(8), 5);
    EXPECT_EQ(parse_share("at least 1/2").of(8), 4);
    EXPECT_EQ(parse_share("at least 2/3").of(7), 5);
    const auto refusal = [](const std::string& text, const std::string& what) {
        EXPECT_MESSAGE(parse_share(text), ProbityError,
                       "'" + text + "' is no share" + what +
                           "; \"more than 1/2\" or \"at least 2/3\" is how it is written");
    };
    refusal("at least 3/2", " of a whole");
    refusal("at least 1/0", " of a whole");
    refusal("at least 1", " of a whole");
    refusal("a half", "");
}

/// A council of two seats that vote and one that does not, under a charter that asks for half of them.
Council council_of_three() {
    return {
        .id = "council",
        .charters = {{.begin = make_date(2026, 1, 1), .quorum = Share{1, 2, true}}},
        .memberships = {{.seat = "mayor"}, {.seat = "audit"}, {.seat = "clerk", .votes = false}}};
}

TEST(QuorumOf, CountsWhoVotes) {
    const Council council = council_of_three();
    const Date day = make_date(2026, 3, 18);
    const auto present = [&](std::vector<std::string> seats) {
        return quorum_of(council, day, seats).value();
    };
    EXPECT_EQ(present({}), (Quorum{.eligible = 2, .present = 0, .required = 2, .recorded = false}));
    EXPECT_EQ(present({"clerk"}),
              (Quorum{.eligible = 2, .present = 0, .required = 2, .recorded = true}));
    EXPECT_EQ(present({"audit", "clerk", "mayor"}),
              (Quorum{.eligible = 2, .present = 2, .required = 2, .recorded = true}));
    // No charter was in force yet.
    EXPECT_EQ(quorum_of(council, make_date(2025, 12, 31), {"mayor"}),
              (Quorum{.eligible = 2, .present = 1, .required = std::nullopt, .recorded = true}));
}

TEST(QuorumOf, CountsASeatOnceWhoseMembershipsOverlap) {
    Council council = council_of_three();
    const Date june = make_date(2026, 6, 1);
    council.memberships.push_back({.seat = "mayor", .begin = june});
    EXPECT_EQ(quorum_of(council, june, {"mayor"}),
              (Quorum{.eligible = 2, .present = 1, .required = 2, .recorded = true}));
    // A seat votes that does by one of them, first or last.
    council.memberships.push_back({.seat = "clerk", .begin = june});
    EXPECT_EQ(quorum_of(council, june, {"clerk"}),
              (Quorum{.eligible = 3, .present = 1, .required = 2, .recorded = true}));
    EXPECT_EQ(quorum_of(council, make_date(2026, 5, 31), {"clerk"})->present, 0);
}

TEST(QuorumOf, IsOfMembersNamedOnce) {
    const Council council = council_of_three();
    const Date day = make_date(2026, 3, 18);
    EXPECT_MESSAGE(quorum_of(council, day, {"mayor", "tax"}), ProbityError,
                   "the seat 'tax' is no member of the council 'council' on 2026-03-18; only "
                   "members are counted as present");
    EXPECT_MESSAGE(quorum_of(council, day, {"mayor", "audit", "mayor"}), ProbityError,
                   "the seat 'mayor' is named twice among those present");
    const Council empty{.id = "council", .memberships = {{.seat = "clerk", .votes = false}}};
    EXPECT_EQ(quorum_of(empty, day, {}), std::nullopt);
    EXPECT_EQ(quorum_of(empty, day, {"clerk"}), std::nullopt);
}

/// A document with one council, whose meetings or charters are changed.
template <class Change>
Programme office_with_council(Change change) {
    ProgrammeParts parts = office_parts();
    change(parts.councils[0]);
    return Programme(parts);
}

Programme office_with_meeting(const Meeting& meeting) {
    return office_with_council([&](Council& council) { council.meetings = {meeting}; });
}

Meeting meeting_of_march() { return {.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)}; }

TEST(MeetingOfADocument, EndsAfterItBegins) {
    Meeting meeting = meeting_of_march();
    meeting.begins = TimeOfDay(14, 0);
    meeting.ends = TimeOfDay(14, 1);
    EXPECT_NO_THROW(static_cast<void>(office_with_meeting(meeting)));
    meeting.ends = TimeOfDay(14, 0);
    EXPECT_MESSAGE(office_with_meeting(meeting), DocumentError,
                   "/councils/0/meetings/0/ends: 14:00 is not after the begin, 14:00");
    meeting.begins.reset();
    EXPECT_MESSAGE(office_with_meeting(meeting), DocumentError,
                   "/councils/0/meetings/0/ends: an end needs the time at which it begins");
    meeting = {.year = 2026, .ordinal = 1, .begins = TimeOfDay(14, 0)};
    EXPECT_MESSAGE(
        office_with_meeting(meeting), DocumentError,
        "/councils/0/meetings/0/begins: a time needs a date, or one that the meeting had "
        "before");
    meeting.earlier_dates = {{.date = make_date(2026, 3, 18)}};
    EXPECT_NO_THROW(static_cast<void>(office_with_meeting(meeting)));
}

TEST(MeetingOfADocument, IsNoticedByItsDay) {
    Meeting meeting = meeting_of_march();
    meeting.state = MeetingState::noticed;
    meeting.noticed = make_date(2026, 3, 18);
    EXPECT_NO_THROW(static_cast<void>(office_with_meeting(meeting)));
    meeting.noticed = make_date(2026, 3, 19);
    EXPECT_MESSAGE(office_with_meeting(meeting), DocumentError,
                   "/councils/0/meetings/0/noticed: 2026-03-19 is after the meeting, 2026-03-18");
}

TEST(MeetingOfADocument, HasADateOrTheDaysThatItCanBe) {
    Meeting meeting = meeting_of_march();
    meeting.state = MeetingState::held;
    meeting.before = make_date(2026, 3, 19);
    EXPECT_MESSAGE(office_with_meeting(meeting), DocumentError,
                   "/councils/0/meetings/0/before: the meeting has a date, 2026-03-18; the days "
                   "between which it was held are for one whose date is not known");
    meeting.date.reset();
    meeting.earliest = make_date(2026, 3, 18);
    EXPECT_NO_THROW(static_cast<void>(office_with_meeting(meeting)));
    meeting.earliest = make_date(2026, 3, 19);
    EXPECT_MESSAGE(office_with_meeting(meeting), DocumentError,
                   "/councils/0/meetings/0/before: 2026-03-19 is not after the earliest day, "
                   "2026-03-19");
}

TEST(MeetingsOfADocument, HaveOrdinalsWithoutAGapOrARepetition) {
    const auto with_ordinals = [](std::vector<int> ordinals) {
        return office_with_council([&](Council& council) {
            for (const int ordinal : ordinals) {
                council.meetings.push_back({.year = 2026, .ordinal = ordinal});
            }
        });
    };
    EXPECT_NO_THROW(static_cast<void>(with_ordinals({2, 1})));
    EXPECT_NO_THROW(static_cast<void>(with_ordinals({1})));
    EXPECT_MESSAGE(with_ordinals({2}), DocumentError,
                   "/councils/0/meetings/0/ordinal: meeting 2 of 2026 is recorded and meeting 1 is "
                   "not; ordinals have no gaps (a meeting may be held on a date that is not known: "
                   "\"date\": null)");
    EXPECT_MESSAGE(
        with_ordinals({1, 1}), DocumentError,
        "/councils/0/meetings/1/ordinal: the regular meeting 1 of 2026 is recorded twice; "
        "each ordinal is allowed once");
    EXPECT_MESSAGE(with_ordinals({1, 3}), DocumentError,
                   "/councils/0/meetings/1/ordinal: meeting 3 of 2026 is recorded and meeting 2 is "
                   "not; ordinals have no gaps (a meeting may be held on a date that is not known: "
                   "\"date\": null)");
}

TEST(ChartersOfADocument, AreInForceOneAtATime) {
    const auto with_charters = [](std::vector<Charter> charters) {
        return office_with_council([&](Council& council) { council.charters = charters; });
    };
    const Date first = make_date(2026, 1, 1);
    const Date second = make_date(2026, 7, 1);
    const Programme p =
        with_charters({{.begin = first, .end = second, .notice_days = 7}, {.begin = second}});
    const Council& council = p.councils()[0];
    EXPECT_EQ(council.charter_on(make_date(2025, 12, 31)), nullptr);
    EXPECT_EQ(council.charter_on(first)->notice_days, 7);
    EXPECT_EQ(council.charter_on(make_date(2026, 6, 30))->notice_days, 7);
    EXPECT_EQ(council.charter_on(second)->notice_days, 0);
    EXPECT_MESSAGE(
        with_charters({{.begin = first, .end = make_date(2026, 7, 2)}, {.begin = second}}),
        DocumentError,
        "/councils/0/charters/1/begin: 2026-07-01 is before the end of the charter before "
        "it (2026-07-02); only one charter is in force on a day");
    EXPECT_MESSAGE(
        with_charters({{.begin = first}, {.begin = second}}), DocumentError,
        "/councils/0/charters/1/begin: 2026-07-01 is before the end of the charter before "
        "it (it has none); only one charter is in force on a day");
    EXPECT_MESSAGE(with_charters({{.begin = first, .end = first}}), DocumentError,
                   "/councils/0/charters/0/end: 2026-01-01 is not after the begin, "
                   "2026-01-01; the end is the first day on which it is no longer in force");
}

TEST(ItemOfADocument, IsOpenUntilItsMeetingIsHeld) {
    Meeting meeting = meeting_of_march();
    meeting.items = {{.id = "1", .title = words("News"), .outcome = ItemOutcome::noted}};
    EXPECT_MESSAGE(
        office_with_meeting(meeting), DocumentError,
        "/councils/0/meetings/0/items/0/outcome: the meeting was not held; its items are "
        "open");
    meeting.state = MeetingState::held;
    EXPECT_NO_THROW(static_cast<void>(office_with_meeting(meeting)));
}

TEST(VotesOfADocument, AreNoMoreThanTheVotingSeatsEachOnce) {
    const auto with_votes = [](int in_favour) {
        return office_with_council([&](Council& council) {
            council.charters = {};
            council.memberships.push_back({.seat = "mayor", .begin = make_date(2026, 2, 1)});
            Meeting meeting = meeting_of_march();
            meeting.state = MeetingState::held;
            meeting.items = {{.id = "1",
                              .kind = ItemKind::decision,
                              .title = words("Plan"),
                              .outcome = ItemOutcome::adopted,
                              .in_favour = in_favour}};
            council.meetings = {meeting};
        });
    };
    EXPECT_NO_THROW(static_cast<void>(with_votes(3)));
    EXPECT_MESSAGE(with_votes(4), DocumentError,
                   "/councils/0/meetings/0/items/0/outcome: needed is that the votes, 4, are no "
                   "more than the voting seats of the council, 3");
}

TEST(UndatedMeetings, BeginInTheYearOfTheEstablishment) {
    Council council{.id = "council", .established = PartialDate(2026)};
    const std::vector<Quota> quotas{{.id = "q",
                                     .of = "council",
                                     .times = 2,
                                     .counts = {.regular = true},
                                     .begin = make_date(2020, 1, 1)}};
    EXPECT_TRUE(undated_meetings(council, 2025, quotas, {}).empty());
    EXPECT_EQ(undated_meetings(council, 2026, quotas, {}).size(), 2u);
    council.meetings = {{.year = 2026, .ordinal = 1, .state = MeetingState::cancelled},
                        {.year = 2026, .kind = MeetingKind::extraordinary, .ordinal = 1},
                        {.year = 2026, .ordinal = 3, .date = make_date(2026, 9, 1)}};
    std::vector<std::string> periods;
    for (const UndatedEntry& entry : undated_meetings(council, 2026, quotas, {})) {
        periods.push_back(entry.period);
    }
    EXPECT_EQ(periods, (std::vector<std::string>{"2026-1", "2026-2", "2026-x1"}));
}

}  // namespace council_test
}  // namespace probity
