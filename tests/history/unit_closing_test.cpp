// A closed unit owns nothing from its day on.
#include <gtest/gtest.h>

#include <map>

#include "probity/exchange/import.hpp"
#include "probity/programme/coverage.hpp"
#include "probity/programme/portfolio.hpp"
#include "probity/programme/view.hpp"
#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace unit_closing_test {

using enum EventKind;

/// An office of three units in two bands; the tax unit owns T-1, the area of contracts, a seat and an
/// official. T-2 of it is closed.
Programme reorganised() {
    ProgrammeParts parts = office_parts();
    parts.institution.units.push_back({.id = "finance", .title = words("Finance")});
    parts.institution.units.push_back({.id = "park", .title = words("Park")});
    parts.banding->bands[0].units.push_back("finance");
    parts.banding->bands[1].units.push_back("park");
    parts.risk_areas[0].owners = {"tax"};
    parts.officials = {{.id = "0412", .unit = "tax"},
                       {.id = "0413", .unit = "tax", .end = make_date(2026, 4, 1)}};
    Programme p(parts);
    for (const char* id : {"T-1", "T-2"}) {
        p = after(p, task_proposed, id,
                  Held(Task{.id = id, .title = words(id), .owner = "tax", .band = "B-02"}),
                  on(1, 5));
        p = after(p, task_adopted, id, {}, on(1, 6));
    }
    p = after(p, task_started, "T-2", {}, on(1, 7));
    p = after(p, task_submitted, "T-2", proof(), on(1, 8, "tax-head"));
    p = after(p, task_verified, "T-2", {}, on(1, 9, "audit-head"));
    return after(p, task_closed, "T-2", {}, on(1, 10));
}

Programme closed(const std::string& to = "finance") {
    return after(reorganised(), unit_closed, "tax", Held(UnitClosed{to}),
                 on(4, 1, "team", "merged"));
}

TEST(UnitClosed, NamesWhatItStillOwns) {
    EXPECT_MESSAGE(
        record(reorganised(), unit_closed, "tax", {}, on(4, 1, "team", "merged")), ProbityError,
        "event 9: unit.closed of 'tax' on 2026-04-01: it still owns the open task T-1; the risk "
        "area "
        "contracts; the seat tax-head; the official 0412; name the unit that takes them over (to), "
        "or assign them first");
    EXPECT_MESSAGE(record(reorganised(), unit_closed, "tax", {}, on(3, 31, "team", "merged")),
                   ProbityError,
                   "event 9: unit.closed of 'tax' on 2026-03-31: it still owns the open task T-1; "
                   "the risk area "
                   "contracts; the seat tax-head; the officials 0412, 0413; name the unit that "
                   "takes them over "
                   "(to), or assign them first");
}

TEST(UnitClosed, IsFollowedByAUnitThatIsThere) {
    const Programme p =
        after(reorganised(), unit_added, "new",
              Held(UnitAdded{{.id = "new", .title = words("New"), .begin = make_date(2026, 5, 1)},
                             "B-02"}),
              on(2, 1));
    EXPECT_MESSAGE(
        record(p, unit_closed, "tax", Held(UnitClosed{"new"}), on(4, 1, "team", "merged")),
        ProbityError,
        "event 10: unit.closed of 'tax' on 2026-04-01: to: the unit 'new' begins only on "
        "2026-05-01; one that is there takes over");
    EXPECT_EQ(after(p, unit_closed, "tax", Held(UnitClosed{"new"}), on(5, 1, "team", "merged"))
                  .task("T-1")
                  .owner,
              "new");
}

TEST(UnitClosed, GivesWhatItOwnsToItsSuccessor) {
    const Programme p = closed();
    EXPECT_EQ(p.task("T-1").owner, "finance");
    EXPECT_EQ(p.task("T-1").band, "B-01");
    EXPECT_EQ(p.task("T-2").owner, "tax");  // done, and so its record
    EXPECT_EQ(p.risk_areas()[0].owners, std::vector<std::string>{"finance"});
    EXPECT_EQ(p.institution().seats[2].unit, "finance");
    EXPECT_EQ(p.parts().officials[0].unit, "finance");
    EXPECT_EQ(p.parts().officials[1].unit, "tax");
    EXPECT_EQ(p.institution().units[1].end, make_date(2026, 4, 1));
    EXPECT_EQ(p.as_of(make_date(2026, 3, 31)).task("T-1").owner, "tax");
    EXPECT_EQ(p.as_of(make_date(2026, 4, 1)).task("T-1").owner, "finance");
    EXPECT_TRUE(View(p, make_date(2026, 4, 1), WorkCalendar::korea()).conflicts().empty());
}

TEST(UnitClosed, LeavesATaskInItsBandIfNoUnitIsInOne) {
    ProgrammeParts parts = office_parts();
    for (Band& band : parts.banding->bands) band.units.clear();
    parts.institution.seats[2].unit = "audit";
    parts.tasks = {{.id = "T-1", .title = words("T"), .owner = "tax", .band = "B-02"}};
    const Programme p = after(Programme(parts), unit_closed, "tax", Held(UnitClosed{"audit"}),
                              on(4, 1, "team", "merged"));
    EXPECT_EQ(p.task("T-1").owner, "audit");
    EXPECT_EQ(p.task("T-1").band, "B-02");
}

TEST(UnitClosed, NamesASuccessorThatIsInForce) {
    const auto refusal = [](const std::string& to) {
        return probity_tests::message_of<ProbityError>([&] { static_cast<void>(closed(to)); });
    };
    EXPECT_EQ(refusal("tax"),
              "event 9: unit.closed of 'tax' on 2026-04-01: another unit takes over what it owns");
    EXPECT_EQ(refusal("none"),
              "event 9: to: there is no unit 'none'; the programme has audit, finance, park, tax");
    Programme p = after(reorganised(), unit_closed, "finance", {}, on(4, 1, "team", "merged"));
    EXPECT_MESSAGE(
        record(p, unit_closed, "tax", Held(UnitClosed{"finance"}), on(4, 1, "team", "merged")),
        ProbityError,
        "event 10: unit.closed of 'tax' on 2026-04-01: to: the unit 'finance' was closed "
        "on 2026-04-01; a closed unit owns nothing");
}

TEST(UnitClosed, TakesNothingOverAfterwards) {
    const Programme p = closed();
    const auto refusal = [&](EventKind kind, const char* subject, EventBody body) {
        return probity_tests::message_of<ProbityError>(
            [&] { static_cast<void>(record(p, kind, subject, body, on(4, 1))); });
    };
    const std::string closed_then =
        ": the unit 'tax' was closed on 2026-04-01; a closed unit owns nothing";
    EXPECT_EQ(refusal(task_proposed, "T-3", Held(Task{.id = "T-3", .owner = "tax"})),
              "event 10: task.proposed of 'T-3' on 2026-04-01: owner" + closed_then);
    EXPECT_EQ(refusal(task_assigned, "T-1", Held(TaskAssigned{"tax", "B-02"})),
              "event 10: task.assigned of 'T-1' on 2026-04-01: owner" + closed_then);
    EXPECT_EQ(refusal(area_assigned, "contracts", Held(AreaAssigned{{"audit", "tax"}})),
              "event 10: area.assigned of 'contracts' on 2026-04-01: owners" + closed_then);
    EXPECT_EQ(refusal(area_named, "permits",
                      Held(RiskArea{.id = "permits", .title = words("P"), .owners = {"tax"}})),
              "event 10: area.named of 'permits' on 2026-04-01: owners" + closed_then);
    EXPECT_EQ(refusal(seat_added, "s", Held(Seat{.id = "s", .title = words("S"), .unit = "tax"})),
              "event 10: seat.added of 's' on 2026-04-01: unit" + closed_then);
    EXPECT_EQ(refusal(official_listed, "9", Held(Official{.id = "9", .unit = "tax"})),
              "event 10: official.listed of '9' on 2026-04-01: unit" + closed_then);
    EXPECT_EQ(after(p, task_assigned, "T-1", Held(TaskAssigned{"tax", "B-02"}), on(3, 31))
                  .task("T-1")
                  .owner,
              "finance");  // it owned the task to the end, and left it with all others
}

TEST(UnitClosed, LeavesATaskThatIsReopenedToItsSuccessor) {
    Programme p = after(closed("audit"), unit_closed, "audit", Held(UnitClosed{"finance"}),
                        on(5, 1, "team", "merged"));
    p = after(p, task_reopened, "T-2", {}, on(5, 2, "team", "a page is missing"));
    EXPECT_EQ(p.task("T-2").state, TaskState::in_progress);
    EXPECT_EQ(p.task("T-2").owner, "finance");
    EXPECT_EQ(p.task("T-2").band, "B-01");
}

/// How many tasks each group of a portfolio has on a day, after it was held against the view.
std::map<std::string, int> totals(const Programme& p, const Date& date, PortfolioGroup by,
                                  TaskGroup by_view) {
    const WorkCalendar korea = WorkCalendar::korea();
    std::map<std::string, int> expected, found;
    for (const Progress& group : View(p, date, korea).progress(by_view)) {
        expected[group.id] = group.total;
    }
    for (const auto& row : Portfolio({p}).progress(date, korea, by)) found[row.id] = row.total;
    EXPECT_EQ(found, expected) << to_string(date);
    return found;
}

TEST(UnitClosed, ShowsInThePortfolioAsInTheView) {
    using Totals = std::map<std::string, int>;
    const Programme p = closed();
    const Date before = make_date(2026, 3, 31);
    const Date then = make_date(2026, 4, 1);
    EXPECT_EQ(totals(p, before, PortfolioGroup::owner, TaskGroup::owner), (Totals{{"tax", 2}}));
    EXPECT_EQ(totals(p, then, PortfolioGroup::owner, TaskGroup::owner),
              (Totals{{"finance", 1}, {"tax", 1}}));
    EXPECT_EQ(totals(p, before, PortfolioGroup::band, TaskGroup::band), (Totals{{"B-02", 2}}));
    EXPECT_EQ(totals(p, then, PortfolioGroup::band, TaskGroup::band),
              (Totals{{"B-01", 1}, {"B-02", 1}}));
}

/// What an import says of a task of an owner, in English; "" if it takes it.
std::string said_of_owner(const Programme& programme, const std::string& owner, const Date& day) {
    const Sheet sheet = read_csv(SheetKind::tasks, "id,title,owner\nT-9,Task," + owner + "\n");
    try {
        static_cast<void>(import_rows(programme, {sheet}, {.on = day, .by = "team"}));
    } catch (const ImportErrors& errors) {
        return errors.rows().front().value + ": " + errors.rows().front().problem.english;
    }
    return "";
}

TEST(UnitClosed, IsKnownToAnImportByIdAndTitleAlike) {
    const Programme p = closed();
    const Date day = make_date(2026, 4, 1);
    EXPECT_EQ(said_of_owner(p, "tax", day), "tax: was closed on 2026-04-01");
    EXPECT_EQ(said_of_owner(p, "Tax", day), "Tax: was closed on 2026-04-01");
    EXPECT_EQ(said_of_owner(p, "Finance", day), "");
    EXPECT_EQ(said_of_owner(p, "tax", make_date(2026, 3, 31)), "");
    EXPECT_EQ(said_of_owner(p, "Tax", make_date(2026, 3, 31)), "");
    // Another unit that has its title since then is meant.
    const Unit next{.id = "tax-9", .title = words("Tax")};
    const Programme later = after(p, unit_added, "tax-9", Held(UnitAdded{next, "B-02"}), on(5, 4));
    EXPECT_EQ(said_of_owner(later, "Tax", make_date(2026, 5, 4)), "");
    EXPECT_EQ(said_of_owner(later, "tax", make_date(2026, 5, 4)), "tax: was closed on 2026-04-01");
}

TEST(UnitClosed, WithoutASuccessorLeavesAGapInHistoriesOfRules1) {
    ProgrammeParts parts = office_parts();
    parts.institution.units.push_back(
        {.id = "old", .title = words("Old"), .end = make_date(2026, 4, 1)});
    parts.banding->bands[0].units.push_back("old");
    parts.risk_areas[0].owners = {"old", "tax"};
    parts.tasks = {{.id = "T-1", .title = words("Task"), .owner = "old", .risk_area = "contracts"}};
    const Programme p(parts);
    const auto gaps = [&](int month, int day) {
        std::vector<std::string> lines;
        for (const CoverageGap& gap : coverage(p.as_of(make_date(2026, month, day))).gaps) {
            lines.push_back(gap.subject + " " + std::string(to_string(gap.missing)) + " " +
                            gap.text.english);
        }
        return lines;
    };
    EXPECT_TRUE(gaps(3, 31).empty());
    EXPECT_EQ(gaps(4, 1),
              (std::vector<std::string>{
                  "contracts owner Contracts: its owner Old was closed on 2026-04-01, and nobody "
                  "has taken over",
                  "T-1 owner Task: its owner Old was closed on 2026-04-01, and nobody has taken "
                  "over"}));
    EXPECT_EQ(coverage(p.as_of(make_date(2026, 4, 1))).rows[0].owners,
              std::vector<std::string>{"tax"});
    EXPECT_TRUE(coverage(p).gaps.empty());  // set up on 2 January, and nothing has happened since
    const auto conflicts = [&](int month, int day) {
        return View(p, make_date(2026, month, day), WorkCalendar::korea()).conflicts();
    };
    EXPECT_TRUE(conflicts(3, 31).empty());
    ASSERT_EQ(conflicts(4, 1).size(), 2u);
    EXPECT_EQ(conflicts(4, 1)[0].kind, ConflictKind::closed_owner);
    EXPECT_EQ(conflicts(4, 1)[0].subjects, (std::vector<std::string>{"T-1", "old"}));
    EXPECT_EQ(View(p, make_date(2026, 4, 1), WorkCalendar::korea())
                  .progress(TaskGroup::owner)[0]
                  .title.english,
              "Old (closed 2026-04-01)");
}

}  // namespace unit_closing_test
}  // namespace probity
