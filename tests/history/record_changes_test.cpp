// Every kind of record is added and changed by events, and a programme is brought to its content so.
#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "probity/programme/commands.hpp"
#include "tests/history/office.hpp"
#include "tests/history/refusal.hpp"

namespace probity {
namespace {

using enum EventKind;

Act because(int month, int day) { return on(month, day, "team", "reorganised"); }

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
            programme_ =
                after(programme_, count_declared, to_string(count.what), Held(count), act_);
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
    parts.rules = songpa.parts().rules;
    EXPECT_EQ(write_programme(Programme(parts)), write_programme(songpa));
    EXPECT_EQ(read_programme(write_history(built)), built);
}

}  // namespace
}  // namespace probity
