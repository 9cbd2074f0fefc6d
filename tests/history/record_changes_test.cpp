// Every kind of record is added and changed by events, and a programme is brought to its content so.
#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "probity/programme/commands.hpp"
#include "tests/history/office.hpp"
#include "tests/history/refusal.hpp"

namespace probity {
namespace record_changes_test {

using enum EventKind;

Act because(int month, int day) { return on(month, day, "team", "reorganised"); }

TEST(RecordAdded, BeginsOnTheDayOfItsEventUnlessItSaysAnother) {
    using Begin = std::optional<Date>;
    const auto added = [](EventKind kind, const std::string& subject, EventBody body) {
        return after(Programme(office_parts()), kind, subject, std::move(body), on(3, 2)).parts();
    };
    for (const Begin& said :
         {Begin(), Begin(make_date(2025, 7, 1)), Begin(make_date(2026, 7, 1))}) {
        const Date begin = said.value_or(make_date(2026, 3, 2));
        const Unit unit{.id = "x", .title = words("X"), .begin = said};
        EXPECT_EQ(added(unit_added, "x", Held(UnitAdded{unit, "B-01"})).institution.units[2].begin,
                  begin);
        const Seat seat{.id = "x", .title = words("X"), .begin = said};
        EXPECT_EQ(added(seat_added, "x", Held(seat)).institution.seats[3].begin, begin);
        const Official official{.id = "x", .begin = said};
        EXPECT_EQ(added(official_listed, "x", Held(official)).officials[0].begin, begin);
        const Activity activity{.id = "x", .title = words("X"), .begin = said};
        EXPECT_EQ(added(activity_added, "x", Held(activity)).activities[0].begin, begin);
    }
}

TEST(RecordAdded, HasTheIdUnderWhichItIsRecorded) {
    const Programme programme(office_parts());
    const auto recorded = [&](EventKind kind, EventBody body) {
        return refusal([&] { return record(programme, kind, "x", std::move(body), on(3, 2)); });
    };
    const std::string another = "the record is that of 'y', another";
    EXPECT_TRUE(says(recorded(duty_added, Held(Duty{.id = "y", .title = words("Y")})), another));
    EXPECT_TRUE(
        says(recorded(source_added, Held(Source{.id = "y", .title = words("Y")})), another));
    const Quota quota{
        .id = "y", .title = words("Y"), .of = "council", .begin = make_date(2026, 1, 1)};
    EXPECT_TRUE(says(recorded(quota_set, Held(quota)), another));
    EXPECT_TRUE(says(
        recorded(indicator_added, Held(Indicator{.id = "y", .year = 2026, .title = words("Y")})),
        another));
    EXPECT_TRUE(says(
        recorded(goal_set, Held(YearGoal{.id = "y", .year = 2026, .title = words("Y")})), another));
    EXPECT_TRUE(
        says(recorded(area_named, Held(RiskArea{.id = "y", .title = words("Y")})), another));
}

TEST(RecordAdded, IsSoundByItself) {
    const Programme programme(office_parts());
    const Date day = make_date(2026, 5, 1);
    const auto refused = [&](const auto& added) {
        return refusal([&] { return add(programme, added, on(3, 2)); });
    };
    const std::string fault = "/x/end: 2026-05-01 is not after the begin, 2026-05-01";
    EXPECT_TRUE(
        says(refused(Duty{.id = "x", .title = words("X"), .begin = day, .end = day}), fault));
    EXPECT_TRUE(
        says(refused(Observance{.id = "x",
                                .kind = ObservanceKind::day,
                                .title = words("X"),
                                .rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{3}}}}),
             "/x/rules/0/rule: it gives 7 day(s) at a time"));
    // From the day of its event on, if it says no other.
    EXPECT_TRUE(says(refused(Duty{.id = "x", .title = words("X"), .end = make_date(2026, 3, 2)}),
                     "/x/end"));
    EXPECT_EQ(refused(Duty{.id = "x", .title = words("X"), .end = make_date(2026, 3, 3)}), "");
}

TEST(RecordChanges, IsSoundByItself) {
    ProgrammeParts parts = office_parts();
    parts.duties = {{.id = "x", .title = words("X"), .begin = make_date(2026, 5, 1)}};
    parts.duties[0].end = make_date(2026, 9, 1);
    const Programme programme(parts);
    const auto begins = [&](int day) {
        return refusal([&] {
            return change(programme, "x", Duty{.begin = make_date(2026, 8, day)}, {"begin"},
                          on(3, 2));
        });
    };
    EXPECT_EQ(begins(31), "");
    EXPECT_TRUE(says(refusal([&] {
                         return change(programme, "x", Duty{.begin = make_date(2026, 9, 1)},
                                       {"begin"}, on(3, 2));
                     }),
                     "/x/end: 2026-09-01 is not after the begin, 2026-09-01"));
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

TEST(RecordAdded, ACouncilIsSoundByItself) {
    const auto established = [](Council council) {
        council.id = "board";
        council.name = words("Board");
        return refusal([&] {
            return record(Programme(office_parts()), council_established, "board", Held(council),
                          on(3, 2));
        });
    };
    const Date july = make_date(2026, 7, 1);
    EXPECT_EQ(
        established({.charters = {{.begin = make_date(2026, 1, 1), .end = july}, {.begin = july}}}),
        "");
    EXPECT_TRUE(says(established({.charters = {{.begin = make_date(2026, 1, 1)}, {.begin = july}}}),
                     "/body/charters/1/begin: 2026-07-01 is before the end of the charter before "
                     "it"));
    EXPECT_TRUE(says(established({.meetings = {{.year = 2026, .ordinal = 1}}}),
                     "meetings have events of their own"));
}

TEST(RecordChanges, WhatThereIsOneOfHasItsOwnName) {
    const Programme programme(office_parts());
    const RecordPatch patch(Head{.name = words("Kim")}, {"name"});
    const auto changed = [&](const std::string& subject) {
        return refusal(
            [&] { return record(programme, head_changed, subject, Held(patch), on(3, 2)); });
    };
    EXPECT_EQ(changed("head"), "");
    EXPECT_TRUE(says(changed("mayor"), "its subject is 'head', as there is no other"));
}

TEST(RecordAdded, BandsPartTheUnitsOfTheirDay) {
    ProgrammeParts parts = office_parts();
    const Banding bands = *parts.banding;
    EXPECT_TRUE(says(refusal([&] { return add(Programme(parts), bands, on(3, 2)); }),
                     "the institution has a banding, which is changed"));
    parts.banding.reset();
    Banding without = bands;
    without.bands[1].units.clear();
    EXPECT_TRUE(says(refusal([&] { return add(Programme(parts), without, on(3, 2)); }),
                     "the unit 'tax' is in no band on 2026-03-02"));
    parts.institution.units[1].begin = make_date(2026, 3, 3);
    EXPECT_TRUE(says(refusal([&] { return add(Programme(parts), bands, on(3, 2)); }),
                     "the band 'B-02' has no unit on 2026-03-02"));
    EXPECT_EQ(refusal([&] { return add(Programme(parts), bands, on(3, 3)); }), "");
}

TEST(RecordChanges, AUnitThatBeginsSoonerIsInABand) {
    ProgrammeParts parts = office_parts();
    parts.institution.units.push_back(
        {.id = "park", .title = words("Park"), .begin = make_date(2026, 9, 1)});
    parts.banding->inaugurated = make_date(2026, 1, 1);
    parts.banding->bands[0].units.push_back("park");
    const Programme programme(parts);
    EXPECT_EQ(refusal([&] {
                  return change(programme, "park", Unit{.begin = make_date(2026, 3, 1)}, {"begin"},
                                on(3, 2));
              }),
              "");
    // Without its first day the only unit of a band would not be there yet.
    EXPECT_TRUE(says(refusal([&] {
                         return change(programme, "tax", Unit{.begin = make_date(2026, 5, 1)},
                                       {"begin"}, on(3, 2));
                     }),
                     "the band 'B-02' has no unit on 2026-03-02"));
}

TEST(RecordAdded, ACouncilAndAMembershipHaveTheirOwnIdAndDay) {
    const Programme programme(office_parts());
    EXPECT_TRUE(says(refusal([&] {
                         return record(programme, council_established, "council",
                                       Held(Council{.id = "council", .name = words("Other")}),
                                       on(3, 2));
                     }),
                     "the id 'council' is already that of"));
    ProgrammeParts parts = office_parts();
    parts.councils[0].memberships.pop_back();
    const auto joined = [&](std::optional<Date> begin) {
        return after(Programme(parts), member_joined, "council",
                     Held(Membership{.seat = "tax-head", .begin = begin}), on(3, 2))
            .council("council")
            .memberships.back()
            .begin;
    };
    EXPECT_EQ(joined(std::nullopt), make_date(2026, 3, 2));
    EXPECT_EQ(joined(make_date(2026, 1, 5)), make_date(2026, 1, 5));
}

}  // namespace record_changes_test
}  // namespace probity
