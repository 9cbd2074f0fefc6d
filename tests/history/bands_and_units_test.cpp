// Units, seats and bands day by day: after every event the bands are a partition of the units in force.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace bands_and_units_test {

using enum EventKind;

using Ids = std::vector<std::string>;

Act because(int month, int day) { return on(month, day, "team", "reorganised"); }

/// The office with a park unit in the band of the audit unit, from 2 February on.
Programme with_park() {
    return after(Programme(office_parts()), unit_added, "park",
                 Held(UnitAdded{{.id = "park", .title = words("Park")}, "B-01"}), on(2, 2));
}

Ids units_of(const Programme& p, std::size_t band) {
    return p.parts().banding->bands.at(band).units;
}

TEST(UnitAdded, IsInTheBandThatIsNamedFromItsDayOn) {
    const Programme p = with_park();
    EXPECT_EQ(units_of(p, 0), (Ids{"audit", "park"}));
    EXPECT_EQ(units_of(p.as_of(make_date(2026, 2, 1)), 0), (Ids{"audit"}));
    const EventBody nowhere = Held(UnitAdded{{.id = "lake", .title = words("L")}, ""});
    EXPECT_ERROR(record(p, unit_added, "lake", nowhere, on(2, 3)), ProbityError);
    const EventBody unknown = Held(UnitAdded{{.id = "lake", .title = words("L")}, "B-09"});
    EXPECT_ERROR(record(p, unit_added, "lake", unknown, on(2, 3)), ProbityError);
}

TEST(UnitMoved, GoesToAnotherBandAndLeavesNoneEmpty) {
    const Programme p = with_park();
    const Programme moved = after(p, unit_moved, "park", Held(UnitMoved{"B-02"}), on(3, 2));
    EXPECT_EQ(units_of(moved, 0), (Ids{"audit"}));
    EXPECT_EQ(units_of(moved, 1), (Ids{"tax", "park"}));
    EXPECT_EQ(units_of(moved.as_of(make_date(2026, 3, 1)), 0), (Ids{"audit", "park"}));
    EXPECT_ERROR(record(p, unit_moved, "tax", Held(UnitMoved{"B-01"}), on(3, 2)), ProbityError);
    EXPECT_ERROR(record(p, unit_moved, "park", Held(UnitMoved{"B-09"}), on(3, 2)), ProbityError);
    EXPECT_ERROR(record(p, unit_moved, "lake", Held(UnitMoved{"B-02"}), on(3, 2)), ProbityError);
}

TEST(UnitMoved, IsInForceThatDay) {
    const Programme p = with_park();
    EXPECT_ERROR(record(p, unit_moved, "park", Held(UnitMoved{"B-02"}), on(2, 1)), ProbityError);
    EXPECT_EQ(units_of(after(p, unit_moved, "park", Held(UnitMoved{"B-02"}), on(2, 2)), 1),
              (Ids{"tax", "park"}));
    const Programme closed = after(p, unit_closed, "park", {}, because(3, 2));
    EXPECT_ERROR(record(closed, unit_moved, "park", Held(UnitMoved{"B-02"}), on(3, 2)),
                 ProbityError);
    ProgrammeParts parts = office_parts();
    parts.institution.units.push_back(
        {.id = "later", .title = words("Later"), .begin = make_date(2026, 6, 1)});
    parts.banding->bands[0].units.push_back("later");
    const Programme later(parts);
    EXPECT_ERROR(record(later, unit_moved, "later", Held(UnitMoved{"B-02"}), on(5, 31)),
                 ProbityError);
    EXPECT_EQ(units_of(after(later, unit_moved, "later", Held(UnitMoved{"B-02"}), on(6, 1)), 1),
              (Ids{"tax", "later"}));
}

TEST(UnitClosed, LeavesNoBandEmpty) {
    ProgrammeParts parts = office_parts();
    parts.institution.seats.pop_back();
    parts.councils[0].memberships.pop_back();
    const Programme p(parts);
    EXPECT_ERROR(record(p, unit_closed, "tax", {}, because(3, 2)), ProbityError);
    const Programme two =
        after(p, unit_added, "park", Held(UnitAdded{{.id = "park", .title = words("P")}, "B-02"}),
              on(2, 2));
    const Programme closed = after(two, unit_closed, "tax", {}, because(3, 2));
    EXPECT_EQ(closed.institution().units[1].end, make_date(2026, 3, 2));
    EXPECT_ERROR(record(two, unit_closed, "tax", {}, on(3, 2)), ProbityError);
    EXPECT_ERROR(record(closed, unit_closed, "tax", {}, because(3, 3)), ProbityError);
}

TEST(UnitClosed, HasBeenForADay) {
    const Programme p = with_park();
    EXPECT_ERROR(record(p, unit_closed, "park", {}, because(2, 2)), ProbityError);
    EXPECT_EQ(after(p, unit_closed, "park", {}, because(2, 3)).institution().units[2].end,
              make_date(2026, 2, 3));
}

// Where the successor owns an area already it is not named twice.
TEST(UnitClosed, GivesAnAreaToItsSuccessorOnce) {
    for (const auto& [owners, left] :
         std::vector<std::pair<Ids, Ids>>{{{"park"}, {"audit"}},
                                          {{"park", "tax"}, {"audit", "tax"}},
                                          {{"tax", "park"}, {"tax", "audit"}},
                                          {{"audit", "park"}, {"audit"}},
                                          {{"park", "audit", "tax"}, {"audit", "tax"}},
                                          {{"tax"}, {"tax"}}}) {
        const Programme p =
            after(with_park(), area_assigned, "contracts", Held(AreaAssigned{owners}), on(2, 3));
        const Programme closed =
            after(p, unit_closed, "park", Held(UnitClosed{"audit"}), because(3, 2));
        EXPECT_EQ(closed.risk_areas()[0].owners, left);
        EXPECT_EQ(closed.as_of(make_date(2026, 3, 1)).risk_areas()[0].owners, owners);
    }
}

TEST(SeatClosed, IsNoMemberOfACouncilAndGivesAReason) {
    const Programme p = after(Programme(office_parts()), seat_added, "clerk",
                              Held(Seat{.id = "clerk", .title = words("Clerk")}), on(2, 2));
    EXPECT_ERROR(record(p, seat_closed, "clerk", {}, on(3, 2)), ProbityError);
    EXPECT_ERROR(record(p, seat_closed, "clerk", {}, because(2, 2)), ProbityError);
    const Programme closed = after(p, seat_closed, "clerk", {}, because(3, 2));
    EXPECT_EQ(closed.institution().seats[3].end, make_date(2026, 3, 2));
    EXPECT_EQ(closed.as_of(make_date(2026, 3, 1)).institution().seats[3].end, std::nullopt);
    EXPECT_ERROR(record(p, seat_closed, "tax-head", {}, because(3, 2)), ProbityError);
    const Programme left = after(p, member_left, "council", Held(MemberLeft{"tax-head"}), on(3, 2));
    EXPECT_EQ(after(left, seat_closed, "tax-head", {}, because(3, 2)).institution().seats[2].end,
              make_date(2026, 3, 2));
    EXPECT_ERROR(record(left, seat_closed, "tax-head", {}, because(3, 1)), ProbityError);
}

TEST(BandsParted, AreAsManyAsWereDeclaredAndLeaveNoTaskBehind) {
    const auto parted = [](const Programme& p, std::vector<Band> bands) {
        return record(p, bands_parted, "bands", Held(BandsParted{std::move(bands)}), on(4, 1));
    };
    const Programme p(office_parts());
    const std::vector<Band> one{{.id = "B-03", .units = {"audit", "tax"}}};
    EXPECT_EQ(units_of(p.apply(parted(p, one)), 0), (Ids{"audit", "tax"}));
    const Programme declared =
        after(p, count_declared, "bands",
              Held(DeclaredCount{.what = Counted("bands"), .count = 2, .year = 2026}), on(3, 2));
    EXPECT_ERROR(parted(declared, one), ProbityError);
    const Programme next =
        after(p, count_declared, "bands",
              Held(DeclaredCount{.what = Counted("bands"), .count = 2, .year = 2027}), on(3, 2));
    EXPECT_NO_THROW(static_cast<void>(parted(next, one)));
    const Programme others =
        after(p, count_declared, "tasks",
              Held(DeclaredCount{.what = Counted("tasks"), .count = 2, .year = 2026}), on(3, 2));
    EXPECT_NO_THROW(static_cast<void>(parted(others, one)));
    EXPECT_ERROR(parted(p, {{.id = "B-03", .units = {"audit"}}}), ProbityError);
    EXPECT_ERROR(parted(office(), one), ProbityError);  // T-1 is in B-02
    const std::vector<Band> kept{{.id = "B-02", .units = {"audit", "tax"}}};
    EXPECT_EQ(units_of(office().apply(parted(office(), kept)), 0), (Ids{"audit", "tax"}));
}

}  // namespace bands_and_units_test
}  // namespace probity
