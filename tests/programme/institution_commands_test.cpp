#include "probity/programme/institution_commands.hpp"

#include <gtest/gtest.h>

#include "probity/programme/commands.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/programme/made_event.hpp"

namespace probity {
namespace institution_commands_test {

const Unit park{.id = "park", .title = words("Park")};

TEST(AddUnit, JoinsTheBandThatIsNamed) {
    const Programme before = office();
    const Event event = add(before, park, "B-02", on(3, 2));
    EXPECT_EQ(event.kind, EventKind::unit_added);
    EXPECT_EQ(event.subject, "park");
    EXPECT_EQ(body_as<UnitAdded>(event), (UnitAdded{park, "B-02"}));
    const Programme later = before.apply(event);
    EXPECT_EQ(later.institution().units.back().begin, make_date(2026, 3, 2));
    EXPECT_EQ(later.bands()[1].units, (std::vector<std::string>{"tax", "park"}));
}

TEST(AddUnit, NeedsABandWhereUnitsAreInBands) {
    const char* const why =
        "event 5: unit.added of 'park' on 2026-03-02: a unit joins a band when it is added, and "
        "none is "
        "named";
    EXPECT_MESSAGE(add(office(), park, "", on(3, 2)), ProbityError, why);
    // The verb of all records names no band.
    EXPECT_MESSAGE(add(office(), park, on(3, 2)), ProbityError, why);
}

TEST(RenameUnit, ChangesTheTitleAlone) {
    const Event event = rename_unit(office(), "tax", words("Revenue"), on(3, 2));
    EXPECT_EQ(event.kind, EventKind::unit_changed);
    EXPECT_EQ(event.subject, "tax");
    EXPECT_EQ(body_as<RecordPatch>(event).fields(), std::vector<std::string>{"title"});
    EXPECT_EQ(office().apply(event).institution().units[1].title, words("Revenue"));
}

TEST(RenameUnit, IsOfAUnitThatThereIs) {
    EXPECT_MESSAGE(rename_unit(office(), "park", words("Park"), on(3, 2)), ProbityError,
                   "event 5: unit.changed of 'park' on 2026-03-02: there is no such unit; the "
                   "programme has audit, tax");
}

TEST(MoveUnit, GoesToTheBandThatIsNamed) {
    const Programme before = office().apply(add(office(), park, "B-02", on(3, 2)));
    const Event event = move_unit(before, "park", "B-01", on(3, 3));
    EXPECT_EQ(event.kind, EventKind::unit_moved);
    EXPECT_EQ(body_as<UnitMoved>(event), UnitMoved{"B-01"});
    EXPECT_EQ(before.apply(event).bands()[0].units, (std::vector<std::string>{"audit", "park"}));
}

TEST(MoveUnit, LeavesNoBandEmpty) {
    EXPECT_MESSAGE(move_unit(office(), "tax", "B-01", on(3, 2)), ProbityError,
                   "event 5: the band 'B-02' has no unit on 2026-03-02; every unit is in one "
                   "band, and no band is empty");
}

class CloseUnit : public testing::Test {
  protected:
    /// The office with a unit more, which can be closed without a band left empty.
    const Programme before = office().apply(add(office(), park, "B-02", on(3, 2)));
    const Act act = on(4, 1, "team", "merged");
};

TEST_F(CloseUnit, HandsOverWhatItOwns) {
    const Event event = close_unit(before, "tax", "park", act);
    EXPECT_EQ(event.kind, EventKind::unit_closed);
    EXPECT_EQ(event.subject, "tax");
    EXPECT_EQ(body_as<UnitClosed>(event), UnitClosed{"park"});
    const Programme later = before.apply(event);
    EXPECT_EQ(later.institution().units[1].end, make_date(2026, 4, 1));
    EXPECT_EQ(later.task("T-1").owner, "park");
}

TEST_F(CloseUnit, SaysNoMoreIfNothingIsHandedOver) {
    EXPECT_TRUE(says_no_more(close_unit(before, "park", "", act)));
}

TEST_F(CloseUnit, ThatOwnsSomethingNamesAnHeir) {
    EXPECT_MESSAGE(close_unit(before, "tax", "", act), ProbityError,
                   "event 6: unit.closed of 'tax' on 2026-04-01: it still owns the open tasks "
                   "T-1, T-2; the seat tax-head; name the unit that takes them over (to), or "
                   "assign them first");
}

TEST_F(CloseUnit, NeedsAReason) {
    EXPECT_MESSAGE(close_unit(before, "park", "", on(4, 1)), ProbityError,
                   "event 6: unit.closed of 'park' on 2026-04-01: it is closed with a reason");
}

TEST_F(CloseUnit, KeepsItsHeirInACorrectionThatNamesNone) {
    const Programme later = before.apply(close_unit(before, "park", "tax", act));
    const Act other_day = on(4, 2);
    const Event kept = close_unit(later, "park", "", correcting(later, other_day));
    EXPECT_EQ(body_as<UnitClosed>(kept), UnitClosed{"tax"});
    EXPECT_EQ(kept.reason, "merged");
    const Event emptied = close_unit(later, "park", "", correcting(later, other_day, {"to"}));
    EXPECT_EQ(body_as<UnitClosed>(emptied), UnitClosed{""});
}

TEST(PartBands, PutsAllUnitsInBandsAnew) {
    const std::vector<Band> bands{{.id = "B-01", .units = {"tax"}},
                                  {.id = "B-02", .units = {"audit"}}};
    const Event event = part_bands(office(), bands, on(3, 2));
    EXPECT_EQ(event.kind, EventKind::bands_parted);
    EXPECT_EQ(event.subject, "bands");
    EXPECT_EQ(office().apply(event).bands(), bands);
}

TEST(PartBands, LeavesNoUnitOut) {
    const std::vector<Band> bands{{.id = "B-01", .units = {"audit"}},
                                  {.id = "B-02", .units = {"audit"}}};
    EXPECT_MESSAGE(part_bands(office(), bands, on(3, 2)), ProbityError,
                   "event 5: the unit 'audit' is in two bands, 'B-01' and 'B-02'; every unit is "
                   "in one band, and no band is empty");
}

TEST(AssignArea, NamesTheUnitsThatOwnIt) {
    const Event event = assign_area(office(), "contracts", {"tax"}, on(3, 2));
    EXPECT_EQ(event.kind, EventKind::area_assigned);
    EXPECT_EQ(event.subject, "contracts");
    EXPECT_EQ(body_as<AreaAssigned>(event), AreaAssigned{{"tax"}});
    EXPECT_EQ(office().apply(event).risk_areas()[0].owners, std::vector<std::string>{"tax"});
}

TEST(AssignArea, IsOfAnAreaThatThereIs) {
    EXPECT_MESSAGE(assign_area(office(), "permits", {"tax"}, on(3, 2)), ProbityError,
                   "event 5: area.assigned of 'permits' on 2026-03-02: there is no such risk "
                   "area; the programme has contracts");
}

TEST(Declare, IsOfWhatWasCounted) {
    const DeclaredCount count{.what = CountedKind::tasks, .count = 39, .year = 2026};
    const Event event = declare(office(), count, on(3, 2));
    EXPECT_EQ(event.kind, EventKind::count_declared);
    EXPECT_EQ(event.subject, "tasks");
    EXPECT_EQ(body_as<DeclaredCount>(event), count);
    EXPECT_EQ(office().apply(event).declared(), std::vector{count});
}

TEST(Declare, RefusesACountBelowNothing) {
    EXPECT_MESSAGE(
        declare(office(), {.what = CountedKind::tasks, .count = -1, .year = 2026}, on(3, 2)),
        DocumentError, "/body/count: -1 is out of range: 0 to 1000000 is allowed");
}

}  // namespace institution_commands_test
}  // namespace probity
