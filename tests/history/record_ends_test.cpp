// When a record ends, and what keeps it from ending.
#include <gtest/gtest.h>

#include "probity/programme/commands.hpp"
#include "tests/history/office.hpp"
#include "tests/history/refusal.hpp"

namespace probity {
namespace record_ends_test {

using enum EventKind;

Act because(int month, int day) { return on(month, day, "team", "reorganised"); }

TEST(RecordEnds, ASourceStaysWhileSomethingRefersToIt) {
    Programme programme(office_parts());
    programme =
        programme.apply(add(programme, Source{.id = "notice", .title = words("Notice")}, on(2, 1)));
    programme =
        programme.apply(change(programme, "audit", Unit{.source = "notice"}, {"source"}, on(2, 2)));
    const auto ended = [&] { return end<Source>(programme, "notice", because(3, 2)); };
    EXPECT_TRUE(says(refusal(ended), "the unit 'audit' refers to it"));
    programme = programme.apply(change(programme, "audit", Unit{}, {"source"}, on(2, 3)));
    EXPECT_EQ(programme.apply(ended()).parts().sources.size(), 0U);
}

TEST(RecordEnds, AreGivenAReason) {
    Programme programme(office_parts());
    programme =
        programme.apply(add(programme, Source{.id = "notice", .title = words("Notice")}, on(2, 1)));
    EXPECT_TRUE(
        says(refusal([&] { return end<Source>(programme, "notice", on(3, 2)); }), "with a reason"));
}

TEST(RecordEnds, OfEachKindAreGivenAReason) {
    ProgrammeParts parts = office_parts();
    parts.observances = {{.id = "weeks",
                          .title = words("Weeks"),
                          .rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{.week = 2}}}}};
    parts.duties = {{.id = "education", .title = words("E"), .begin = make_date(2026, 1, 1)}};
    const Programme programme(parts);
    for (const auto& [kind, subject] :
         std::vector<std::pair<EventKind, std::string>>{{observance_ended, "weeks"},
                                                        {council_ended, "council"},
                                                        {duty_ended, "education"},
                                                        {banding_ended, "banding"},
                                                        {area_ended, "contracts"}}) {
        const auto ended = [&](const Act& act) {
            return refusal([&] { return record(programme, kind, subject, {}, act); });
        };
        EXPECT_NE(ended(on(3, 2)), "") << subject;
        EXPECT_EQ(ended(because(3, 2)), "") << subject;
    }
}

TEST(RecordEnds, AnIdIsFreeAgainAfterItsRecordWasTakenOut) {
    Programme programme(office_parts());
    const Source notice{.id = "notice", .title = words("Notice")};
    programme = programme.apply(add(programme, notice, on(2, 1)));
    EXPECT_TRUE(says(refusal([&] { return add(programme, notice, on(2, 2)); }), "already"));
    programme = programme.apply(end<Source>(programme, "notice", because(3, 2)));
    EXPECT_EQ(refusal([&] { return add(programme, notice, on(3, 3)); }), "");
}

TEST(RecordEnds, AnIdThatIsFreeAgainIsNotNamedAsKnown) {
    Programme programme(office_parts());
    for (const char* id : {"notice", "plan"}) {
        programme = programme.apply(add(programme, Source{.id = id, .title = words(id)}, on(2, 1)));
    }
    programme = programme.apply(end<Source>(programme, "notice", because(3, 2)));
    const auto refers_to_it = [&] {
        return change(programme, "audit", Unit{.source = "notice"}, {"source"}, on(3, 3));
    };
    EXPECT_TRUE(says(refusal(refers_to_it), "there is no source 'notice'; the programme has plan"));
    EXPECT_FALSE(says(refusal(refers_to_it), "has notice"));
}

TEST(RecordAdded, TakesNoIdOfARecordOfTheFoundingDocument) {
    ProgrammeParts parts = office_parts();
    parts.quotas = {{.id = "four-a-year",
                     .title = words("Four"),
                     .of = "council",
                     .begin = make_date(2026, 1, 1)}};
    parts.occasions = {{.id = "fair", .title = words("Fair"), .date = make_date(2026, 5, 1)}};
    const Programme programme(parts);
    EXPECT_TRUE(says(refusal([&] { return add(programme, parts.quotas[0], on(2, 1)); }),
                     "the id 'four-a-year' is already that of"));
    EXPECT_TRUE(says(refusal([&] { return add(programme, parts.occasions[0], on(2, 1)); }),
                     "the id 'fair' is already that of"));
}

TEST(RecordEnds, ComeAfterARecordHasBeenForADay) {
    Programme programme(office_parts());
    programme =
        programme.apply(add(programme, Activity{.id = "campaign", .title = words("C")}, on(3, 2)));
    programme = programme.apply(add(programme, Duty{.id = "hours", .title = words("H")}, on(3, 2)));
    const auto ended = [&]<class Record>(const char* id, int day) {
        return refusal([&] { return end<Record>(programme, id, because(3, day)); });
    };
    const std::string annulled = "it begins on 2026-03-02; an event that was wrong is annulled";
    EXPECT_TRUE(says(ended.operator()<Activity>("campaign", 2), annulled));
    EXPECT_TRUE(says(ended.operator()<Duty>("hours", 2), annulled));
    EXPECT_EQ(ended.operator()<Activity>("campaign", 3), "");
    EXPECT_EQ(ended.operator()<Duty>("hours", 3), "");
}

// It is taken out, and a task that is done would refer to nothing.
TEST(RecordEnds, AnAreaStaysForATaskThatIsOver) {
    Programme programme = office();
    programme = after(programme, task_directed, "T-1", Held(TaskDirected{"contracts"}), on(3, 1));
    programme = after(programme, task_withdrawn, "T-1", {}, because(3, 2));
    EXPECT_TRUE(says(refusal([&] { return end<RiskArea>(programme, "contracts", because(3, 3)); }),
                     "the task 'T-1' refers to it"));
}

Observance weeks() {
    return {.id = "week",
            .title = words("Integrity Week"),
            .rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{3}}}};
}

TEST(RecordEnds, AnObservanceStaysWhileSomethingInForceRefersToIt) {
    Programme programme(office_parts());
    programme = programme.apply(add(programme, weeks(), on(1, 5)));
    programme = programme.apply(
        add(programme, Activity{.id = "campaign", .title = words("C"), .observance = "week"},
            on(1, 6)));
    const auto ended = [&](int day) {
        return refusal([&] { return end<Observance>(programme, "week", because(6, day)); });
    };
    EXPECT_TRUE(says(ended(1), "the activity 'campaign' refers to it"));
    programme = programme.apply(end<Activity>(programme, "campaign", because(6, 1)));
    EXPECT_EQ(ended(1), "");
    // What is backdated is judged by the day for which it is said.
    EXPECT_TRUE(says(refusal([&] { return end<Observance>(programme, "week", because(5, 31)); }),
                     "the activity 'campaign' refers to it"));
    programme = programme.apply(end<Observance>(programme, "week", because(6, 1)));
    EXPECT_EQ(programme.observance("week").rules.back().end, make_date(2026, 6, 1));
    EXPECT_TRUE(says(ended(2), "it ended on 2026-06-01"));
}

TEST(RecordEnds, AnObservanceEndsAfterTheCadenceThatFollowedIt) {
    ProgrammeParts parts = office_parts();
    parts.observances = {weeks()};
    parts.councils[0].cadences = {{.begin = make_date(2026, 1, 1),
                                   .end = make_date(2026, 6, 1),
                                   .cadence = InEach{.observance = "week"}}};
    const Programme programme(parts);
    const auto ended = [&](int month, int day) {
        return refusal([&] { return end<Observance>(programme, "week", because(month, day)); });
    };
    EXPECT_TRUE(says(ended(5, 31), "the cadence of the council 'council' refers to it"));
    EXPECT_EQ(ended(6, 1), "");
}

TEST(RecordEnds, AnActivityEndsAfterItsLastDate) {
    Programme programme(office_parts());
    const Activity campaign{.id = "campaign",
                            .title = words("C"),
                            .dates = {{make_date(2026, 6, 1)}},
                            .begin = make_date(2026, 1, 1)};
    programme = programme.apply(add(programme, campaign, on(1, 6)));
    const auto ended = [&](int day) {
        return refusal([&] { return end<Activity>(programme, "campaign", because(6, day)); });
    };
    EXPECT_TRUE(says(ended(1), "2026-06-01 is not before its end, 2026-06-01"));
    EXPECT_EQ(ended(2), "");
}

TEST(RecordEnds, AnObservanceEndsAfterTheLastOccurrenceOnRecord) {
    ProgrammeParts parts = office_parts();
    parts.observances = {weeks()};
    parts.observances[0].records = {{.nominal = make_date(2026, 5, 18),
                                     .observed = make_date(2026, 5, 25),
                                     .reason = words("election")}};
    const Programme programme(parts);
    const auto ended = [&](int month, int day) {
        return refusal([&] { return end<Observance>(programme, "week", because(month, day)); });
    };
    // The week from 18 May counts by its Thursday.
    EXPECT_TRUE(says(ended(5, 21), "no rule in force gives 2026-05-18"));
    EXPECT_EQ(ended(5, 22), "");
}

TEST(RuleChanged, LeavesTheOccurrencesThatARecordSpeaksOf) {
    ProgrammeParts parts = office_parts();
    parts.observances = {weeks()};
    parts.observances[0].records = {{.nominal = make_date(2026, 5, 18),
                                     .observed = make_date(2026, 5, 25),
                                     .reason = words("election")}};
    const auto changed = [&](const Date& begin) {
        return refusal([&] {
            return record(Programme(parts), rule_changed, "week",
                          Held(RuleVersion{.begin = begin, .rule = NthWeek{2}}), on(3, 2));
        });
    };
    EXPECT_TRUE(says(changed(make_date(2026, 5, 21)), "no rule in force gives 2026-05-18"));
    EXPECT_EQ(changed(make_date(2026, 5, 22)), "");
}

TEST(RuleChanged, EndsTheRuleBeforeItSooner) {
    ProgrammeParts parts = office_parts();
    parts.observances = {weeks()};
    parts.observances[0].rules[0].end = make_date(2027, 1, 1);
    const auto end_of_the_first = [&](const Date& begin) {
        const Programme p = after(Programme(parts), rule_changed, "week",
                                  Held(RuleVersion{.begin = begin, .rule = NthWeek{2}}), on(3, 2));
        return p.observance("week").rules[0].end;
    };
    EXPECT_EQ(end_of_the_first(make_date(2026, 6, 1)), make_date(2026, 6, 1));
    EXPECT_EQ(end_of_the_first(make_date(2027, 1, 1)), make_date(2027, 1, 1));
    // Between the two no rule is in force.
    EXPECT_EQ(end_of_the_first(make_date(2027, 3, 1)), make_date(2027, 1, 1));
}

TEST(RecordEnds, ACouncilEndsWithWhatIsInForce) {
    Programme programme(office_parts());
    programme = programme.apply(end<Council>(programme, "council", because(6, 1)));
    const Council& council = programme.council("council");
    EXPECT_EQ(council.charters[0].end, make_date(2026, 6, 1));
    for (const Membership& member : council.memberships) {
        EXPECT_EQ(member.end, make_date(2026, 6, 1));
    }
    EXPECT_TRUE(says(refusal([&] { return end<Council>(programme, "council", because(7, 1)); }),
                     "in force"));
}

TEST(RecordEnds, ACouncilEndsWithWhatWouldEndLaterAndLeavesWhatHadEnded) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].charters[0].end = make_date(2027, 1, 1);
    parts.councils[0].memberships[1].end = make_date(2026, 12, 1);
    parts.councils[0].memberships[2].end = make_date(2026, 5, 1);
    Programme programme(parts);
    programme = programme.apply(end<Council>(programme, "council", because(6, 1)));
    const Council& council = programme.council("council");
    EXPECT_EQ(council.charters[0].end, make_date(2026, 6, 1));
    EXPECT_EQ(council.memberships[1].end, make_date(2026, 6, 1));
    EXPECT_EQ(council.memberships[2].end, make_date(2026, 5, 1));
}

TEST(RecordEnds, ABandingLeavesTheIdsOfItsBandsToAnother) {
    Programme programme(office_parts());
    const Banding bands = *programme.parts().banding;
    programme = programme.apply(record(programme, banding_ended, "banding", {}, because(3, 2)));
    EXPECT_FALSE(programme.parts().banding);
    programme = programme.apply(add(programme, bands, on(3, 3)));
    EXPECT_EQ(programme.parts().banding, bands);
}

TEST(RecordAdded, BandsHaveIdsThatTasksNameAndNoOtherBandHas) {
    ProgrammeParts parts = office_parts();
    const Banding bands = *parts.banding;
    parts.banding.reset();
    parts.tasks = {{.id = "T-1", .title = words("T"), .owner = "tax"}};
    Programme programme(parts);
    const auto assigned = [&](const std::string& band) {
        return refusal([&] {
            return record(programme, task_assigned, "T-1", Held(TaskAssigned{"tax", band}),
                          on(3, 4));
        });
    };
    EXPECT_TRUE(says(assigned("B-02"), "there is no band 'B-02'"));
    programme = programme.apply(add(programme, bands, on(3, 3)));
    EXPECT_EQ(assigned("B-02"), "");
    Banding twice = bands;
    twice.bands[1].id = "B-01";
    EXPECT_TRUE(says(refusal([&] { return add(Programme(parts), twice, on(3, 3)); }), "'B-01'"));
}

TEST(RecordEnds, ACouncilWithAPlannedMeetingStays) {
    Programme programme(office_parts());
    programme =
        after(programme, meeting_planned, "council/2026-1",
              Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 7, 1)}), on(5, 1));
    const auto ended = [&] {
        return refusal([&] { return end<Council>(programme, "council", because(6, 1)); });
    };
    EXPECT_TRUE(says(ended(), "its meeting 2026-1 is planned"));
    programme = after(programme, meeting_noticed, "council/2026-1", {}, on(5, 2));
    EXPECT_TRUE(says(ended(), "its meeting 2026-1 is noticed"));
    programme = after(programme, meeting_cancelled, "council/2026-1", {}, because(5, 3));
    EXPECT_EQ(ended(), "");
}

TEST(RecordEnds, AnAreaStaysWhileATaskRefersToIt) {
    Programme programme = office();
    programme = after(programme, task_directed, "T-1", Held(TaskDirected{"contracts"}), on(3, 1));
    const auto ended = [&] {
        return refusal([&] { return end<RiskArea>(programme, "contracts", because(3, 2)); });
    };
    EXPECT_TRUE(says(ended(), "the task 'T-1' refers to it"));
    programme = after(programme, task_directed, "T-1", Held(TaskDirected{""}), on(3, 1));
    EXPECT_EQ(ended(), "");
}

TEST(RecordEnds, AnObservanceEndsWithItsLastRule) {
    ProgrammeParts parts = office_parts();
    parts.observances = {weeks()};
    const Date half = make_date(2026, 7, 1);
    parts.observances[0].rules[0].end = half;
    parts.observances[0].rules.push_back({.begin = half, .rule = NthWeek{2}});
    const Programme programme(parts);
    const auto& rules =
        programme.apply(end<Observance>(programme, "week", because(9, 1))).observance("week").rules;
    EXPECT_EQ(rules[0].end, half);
    EXPECT_EQ(rules[1].end, make_date(2026, 9, 1));
}

TEST(RecordEnds, ACouncilEndsWithItsCadence) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].cadences = {
        {.begin = make_date(2026, 1, 1), .cadence = EveryMonths{1, make_date(2026, 1, 1)}}};
    const Programme programme(parts);
    const Programme later = programme.apply(end<Council>(programme, "council", because(6, 1)));
    EXPECT_EQ(later.council("council").cadences[0].end, make_date(2026, 6, 1));
}

}  // namespace record_ends_test
}  // namespace probity
