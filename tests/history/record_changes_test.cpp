// Every kind of record is added, changed and ended by events.
#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "probity/programme/commands.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace {

using enum EventKind;

Act because(int month, int day) { return on(month, day, "team", "reorganised"); }

/// What the refusal of a step says; empty if it is not refused.
template <class Step>
std::string refusal(Step step) {
    try {
        static_cast<void>(step());
    } catch (const ProbityError& error) {
        return error.what();
    }
    return "";
}

bool says(const std::string& refusal, const std::string& part) {
    return refusal.find(part) != std::string::npos;
}

TEST(RecordChanges, AUnitIsRenamed) {
    const Programme before(office_parts());
    const Programme later = before.apply(
        change(before, "audit", Unit{.title = words("Audit and Inspection")}, {"title"}, on(3, 2)));
    EXPECT_EQ(later.institution().units[0].title, words("Audit and Inspection"));
    EXPECT_EQ(later.as_of(make_date(2026, 3, 1), std::nullopt).institution().units[0].title,
              words("Audit"));
}

TEST(RecordChanges, WhatIsNotNamedStays) {
    const Programme before(office_parts());
    const Programme later = before.apply(
        change(before, "audit-head", Seat{.title = words("Auditor")}, {"title"}, on(3, 2)));
    const Seat& seat = later.institution().seats[1];
    EXPECT_EQ(seat.title, words("Auditor"));
    EXPECT_EQ(seat.unit, "audit");
    EXPECT_EQ(seat.kind, SeatKind::department_head);
}

TEST(RecordChanges, AnEmptyFieldIsStatedToBeAbsent) {
    const Programme before(office_parts());
    const Programme later = before.apply(change(before, "audit-head", Seat{}, {"unit"}, on(3, 2)));
    EXPECT_EQ(later.institution().seats[1].unit, "");
}

TEST(RecordChanges, AFieldThatNeverChangesIsRefused) {
    const Programme programme(office_parts());
    EXPECT_TRUE(
        says(refusal([&] { return change(programme, "audit", Unit{.id = "x"}, {"id"}, on(3, 2)); }),
             "never changes"));
}

TEST(RecordChanges, AFieldOfAnotherEventIsRefusedAndTheEventNamed) {
    const Programme programme = office();
    EXPECT_TRUE(says(refusal([&] {
                         return change(programme, "T-1", Task{.owner = "audit"}, {"owner"},
                                       on(3, 2));
                     }),
                     "task.assigned"));
    EXPECT_TRUE(says(refusal([&] {
                         return change(programme, "contracts", RiskArea{.owners = {"tax"}},
                                       {"owners"}, on(3, 2));
                     }),
                     "area.assigned"));
    EXPECT_TRUE(
        says(refusal([&] { return change(programme, ProgrammeParts{}, {"tasks"}, on(3, 2)); }),
             "task.proposed"));
}

TEST(RecordChanges, ARequiredFieldIsNotEmptied) {
    const Programme programme(office_parts());
    EXPECT_TRUE(
        says(refusal([&] { return change(programme, "audit", Unit{}, {"title"}, on(3, 2)); }),
             "/body/title"));
}

TEST(RecordChanges, NothingIsNoChange) {
    const Programme programme(office_parts());
    EXPECT_TRUE(says(refusal([&] { return change(programme, "audit", Unit{}, {}, on(3, 2)); }),
                     "names no field"));
}

TEST(RecordChanges, ANameThatIsNoFieldIsRefused) {
    EXPECT_TRUE(says(refusal([] { return RecordPatch(Unit{}, {"colour"}); }), "no field 'colour'"));
}

TEST(RecordChanges, AnUnknownRecordIsRefusedAndThoseKnownNamed) {
    const Programme programme(office_parts());
    EXPECT_TRUE(says(refusal([&] {
                         return change(programme, "x", Unit{.title = words("X")}, {"title"},
                                       on(3, 2));
                     }),
                     "the programme has audit, tax"));
}

TEST(RecordChanges, AReferenceToWhatIsNotThereIsRefused) {
    const Programme programme(office_parts());
    EXPECT_TRUE(says(refusal([&] {
                         return change(programme, "audit", Unit{.source = "x"}, {"source"},
                                       on(3, 2));
                     }),
                     "there is no source 'x'"));
}

TEST(RecordChanges, AClosedUnitDoesNotChange) {
    Programme programme(office_parts());
    programme = after(programme, unit_added, "new",
                      Held(UnitAdded{{.id = "new", .title = words("New")}, "B-01"}), on(2, 1));
    programme = after(programme, unit_closed, "new", {}, because(3, 2));
    const auto renamed = [&](int day) {
        return refusal([&] {
            return change(programme, "new", Unit{.title = words("X")}, {"title"}, on(3, day));
        });
    };
    EXPECT_TRUE(says(renamed(2), "it ended on 2026-03-02"));
    EXPECT_EQ(renamed(1), "");
}

TEST(RecordChanges, ASeatDoesNotGoToAClosedUnit) {
    Programme programme(office_parts());
    programme = after(programme, unit_added, "new",
                      Held(UnitAdded{{.id = "new", .title = words("New")}, "B-01"}), on(2, 1));
    programme = after(programme, unit_closed, "new", {}, because(3, 2));
    EXPECT_TRUE(says(refusal([&] {
                         return change(programme, "audit-head", Seat{.unit = "new"}, {"unit"},
                                       on(3, 2));
                     }),
                     "was closed"));
}

TEST(RecordChanges, ACorrectionKeepsTheFieldsThatItDoesNotName) {
    Programme programme(office_parts());
    programme =
        programme.apply(change(programme, "audit-head", Seat{.title = words("A2"), .unit = "tax"},
                               {"title", "unit"}, on(3, 2)));
    Act correcting = on(3, 2);
    correcting.corrects = 1;
    programme = programme.apply(
        change(programme, "audit-head", Seat{.title = words("A3")}, {"title"}, correcting));
    const Seat& seat = programme.institution().seats[1];
    EXPECT_EQ(seat.title, words("A3"));
    EXPECT_EQ(seat.unit, "tax");
}

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

TEST(RecordEnds, AnIdIsFreeAgainAfterItsRecordWasTakenOut) {
    Programme programme(office_parts());
    const Source notice{.id = "notice", .title = words("Notice")};
    programme = programme.apply(add(programme, notice, on(2, 1)));
    EXPECT_TRUE(says(refusal([&] { return add(programme, notice, on(2, 2)); }), "already"));
    programme = programme.apply(end<Source>(programme, "notice", because(3, 2)));
    EXPECT_EQ(refusal([&] { return add(programme, notice, on(3, 3)); }), "");
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

TEST(RecordEnds, ACouncilWithAPlannedMeetingStays) {
    Programme programme(office_parts());
    programme =
        after(programme, meeting_planned, "council/2026-1",
              Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 7, 1)}), on(5, 1));
    EXPECT_TRUE(says(refusal([&] { return end<Council>(programme, "council", because(6, 1)); }),
                     "its meeting 2026-1 is planned"));
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

TEST(Founding, AProgrammeBeginsEmpty) {
    const Programme mapo = new_programme("mapo", {"마포구", "Mapo-gu"}, on(1, 5));
    ASSERT_EQ(mapo.history().size(), 1U);
    EXPECT_EQ(mapo.history()[0].kind, programme_founded);
    EXPECT_EQ(mapo.history()[0].actor, "team");
    EXPECT_EQ(mapo.institution().head, Head{});
    EXPECT_EQ(read_programme(write_programme(mapo)), mapo);
    EXPECT_EQ(read_programme(write_history(mapo)), mapo);
}

TEST(Founding, IsTheFirstEvent) {
    const Programme programme(office_parts());
    EXPECT_EQ(
        refusal([&] { return record(programme, programme_founded, "programme", {}, on(2, 1)); }),
        "");
    EXPECT_TRUE(
        says(refusal([] { return record(office(), programme_founded, "programme", {}, on(2, 1)); }),
             "its first event"));
}

TEST(Founding, AHeadIsNamedWholeAtFirst) {
    const Programme mapo = new_programme("mapo", {"마포구", "Mapo-gu"}, on(1, 5));
    const auto head = [&](const Head& values, const std::vector<std::string>& fields) {
        return refusal([&] { return change(mapo, values, fields, on(1, 6)); });
    };
    EXPECT_TRUE(says(head({.name = words("N")}, {"name"}), "it has no post yet"));
    EXPECT_EQ(head({.post = words("Mayor"), .name = words("N")}, {"post", "name"}), "");
}

/// Brings a programme to the content of another by events alone.
class Replay {
  public:
    Replay(Programme empty, const ProgrammeParts& wanted)
        : programme_(std::move(empty)), wanted_(wanted) {}

    Programme run() {
        change_one(wanted_, {"title", "goals", "prompted_by", "not_published", "notes"});
        change_one(wanted_.institution, {"name"});
        change_one(wanted_.institution.head, {"post", "name", "term"});
        add_each(wanted_.sources);
        for (const DeclaredCount& count : wanted_.declared) {
            programme_ = after(programme_, count_declared, count.what, Held(count), act_);
        }
        if (wanted_.banding) programme_ = programme_.apply(add(programme_, *wanted_.banding, act_));
        add_each(wanted_.observances);
        for (const Activity& activity : wanted_.activities) {
            programme_ = programme_.apply(add(programme_, activity, act_));
            if (activity.begin) continue;
            programme_ =
                programme_.apply(change(programme_, activity.id, Activity{}, {"begin"}, act_));
        }
        add_each(wanted_.quotas);
        add_each(wanted_.tasks);
        add_each(wanted_.occasions);
        return programme_;
    }

  private:
    template <class Records>
    void add_each(const Records& records) {
        for (const auto& record : records) {
            programme_ = programme_.apply(add(programme_, record, act_));
        }
    }
    template <class Record>
    void change_one(const Record& record, const std::vector<std::string>& fields) {
        programme_ = programme_.apply(change(programme_, record, fields, act_));
    }

    Programme programme_;
    const ProgrammeParts& wanted_;
    Act act_{.on = make_date(2023, 3, 2), .by = "integrity-team"};
};

TEST(Founding, EventsAloneBringAnEmptyProgrammeToTheContentOfSongpa) {
    const Programme songpa = examples::songpa();
    const Act act{.on = make_date(2023, 3, 2), .by = "integrity-team"};
    const Programme built =
        Replay(new_programme("songpa", {"송파구", "Songpa-gu"}, act), songpa.parts()).run();
    ProgrammeParts parts = built.parts();
    parts.recorded = songpa.parts().recorded;
    EXPECT_EQ(write_programme(Programme(parts)), write_programme(songpa));
    EXPECT_EQ(read_programme(write_history(built)), built);
}

}  // namespace
}  // namespace probity
