// A correction is a patch: what it does not name stays as the event that it corrects said it.
#include <gtest/gtest.h>

#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace correction_test {

using enum EventKind;

/// The office with a task that says all that a proposal can say, as event 6.
Programme office_with_a_full_task() {
    ProgrammeParts parts = office_parts();
    parts.sources = {{.id = "plan", .title = words("Plan")}};
    parts.indicators = {{.id = "i-1", .year = 2026, .title = words("One")}};
    Programme p(parts);
    for (const char* id : {"T-1", "T-2"}) {
        p = after(p, task_proposed, id, Held(Task{.id = id, .title = words(id)}), on(1, 5));
    }
    return after(p, task_proposed, "T-3",
                 Held(Task{.id = "T-3",
                           .kind = TaskKind::action_item,
                           .title = words("Old"),
                           .owner = "tax",
                           .band = "B-02",
                           .risk_area = "contracts",
                           .due = make_date(2026, 6, 30),
                           .weight = 4,
                           .depends_on = {"T-1"},
                           .indicators = {"i-1"},
                           .source = "plan"}),
                 on(1, 6, "team", "asked for"));
}

Act correcting(int number, Act act = on(1, 6)) {
    act.corrects = number;
    return act;
}

TEST(Correction, OfOneFieldKeepsAllOthersAndTheReason) {
    const Programme p = office_with_a_full_task();
    const Task before = p.task("T-3");
    const Event event = record(p, task_proposed, "T-3",
                               Held(Task{.id = "T-3", .title = words("New")}), correcting(3));
    EXPECT_EQ(event.reason, "asked for");
    Task after_it = p.apply(event).task("T-3");
    EXPECT_EQ(after_it.title, words("New"));
    after_it.title = before.title;
    after_it.changes = before.changes;
    EXPECT_EQ(after_it, before);
}

TEST(Correction, EmptiesWhatItNames) {
    const Programme p = office_with_a_full_task();
    Act act = correcting(3);
    act.named = {"id", "due", "weight", "depends_on", "indicators", "reason"};
    const Event event = record(p, task_proposed, "T-3", Held(Task{.id = "T-3"}), act);
    EXPECT_EQ(event.reason, "");
    const Task task = p.apply(event).task("T-3");
    EXPECT_EQ(task.due, std::nullopt);
    EXPECT_EQ(task.weight, 1);
    EXPECT_TRUE(task.depends_on.empty());
    EXPECT_TRUE(task.indicators.empty());
    EXPECT_EQ(task.title, words("Old"));
    EXPECT_EQ(task.owner, "tax");
    EXPECT_EQ(task.source, "plan");
}

TEST(Correction, OfACorrectionBuildsOnIt) {
    Programme p = office_with_a_full_task();
    p = after(p, task_proposed, "T-3", Held(Task{.id = "T-3", .title = words("New")}),
              correcting(3));
    p = after(p, task_proposed, "T-3", Held(Task{.id = "T-3", .weight = 9}), correcting(4));
    EXPECT_EQ(p.task("T-3").title, words("New"));
    EXPECT_EQ(p.task("T-3").weight, 9);
    EXPECT_EQ(p.task("T-3").indicators, std::vector<std::string>{"i-1"});
}

TEST(Correction, OfAnotherKindReplacesTheEventWhole) {
    Programme p = office_with_a_full_task();
    p = after(p, task_rejected, "T-3", {}, on(1, 7, "team", "no budget"));
    const Event event = record(p, task_adopted, "T-3", {}, correcting(4, on(1, 7)));
    EXPECT_EQ(event.reason, "");
    EXPECT_EQ(p.apply(event).task("T-3").state, TaskState::adopted);
}

TEST(Correction, ThatNamesNothingSaysTheSame) {
    Programme p = office_with_a_full_task();
    p = after(p, task_adopted, "T-3", {}, on(1, 7));
    p = after(p, task_assigned, "T-3", Held(TaskAssigned{"audit", "B-01"}), on(1, 8));
    const Event event = record(p, task_assigned, "T-3", {}, correcting(5, on(1, 9)));
    EXPECT_EQ(event.body, p.history().body(4));
    EXPECT_EQ(p.apply(event).task("T-3").owner, "audit");
}

TEST(Correction, KeepsTheFieldsOfTheUnitThatIsAdded) {
    Programme p = office();
    const Unit park{.id = "park",
                    .kind = UnitKind::affiliated_institution,
                    .title = words("Park"),
                    .begin = make_date(2026, 3, 1)};
    p = after(p, unit_added, "park", Held(UnitAdded{park, "B-01"}), on(3, 2));
    const int number = static_cast<int>(p.history().size());
    p = after(p, unit_added, "park", Held(UnitAdded{{.id = "park", .title = words("Parks")}, ""}),
              correcting(number, on(3, 2)));
    const Unit& unit = p.institution().units.back();
    EXPECT_EQ(unit.title, words("Parks"));
    EXPECT_EQ(unit.kind, UnitKind::affiliated_institution);
    EXPECT_EQ(unit.begin, make_date(2026, 3, 1));
    EXPECT_EQ(p.bands()[0].units, (std::vector<std::string>{"audit", "park"}));
}

TEST(Correction, OfAQuotaCountsItsPredicateFieldByField) {
    Programme p(office_parts());
    const auto quota = [](QuotaPredicate counts, int times) {
        return Held(Quota{.id = "q",
                          .title = words("Meetings"),
                          .of = "council",
                          .times = times,
                          .counts = counts,
                          .begin = make_date(2026, 1, 1)});
    };
    p = after(p, quota_set, "q", quota({.regular = true, .quorate = true}, 3), on(1, 5));
    Act act = correcting(1, on(1, 5));
    const Programme four = after(p, quota_set, "q", quota({}, 4), act);
    EXPECT_EQ(four.quotas()[0].times, 4);
    EXPECT_TRUE(four.quotas()[0].counts.quorate);
    act.named = {"counts"};
    const Programme plain = after(p, quota_set, "q", quota({}, 4), act);
    EXPECT_EQ(plain.quotas()[0].times, 3);
    EXPECT_EQ(plain.quotas()[0].counts, QuotaPredicate{});
}

TEST(Correction, IsTakenByAProgrammeThatDidNotKnowOfAnEarlierOne) {
    using namespace std::chrono;
    const auto stamped = [](Act act, int month, int day) {
        act.recorded = sys_days(year(2026) / month / day);
        return act;
    };
    const auto weighing = [](int weight) { return Held(Task{.id = "T-1", .weight = weight}); };
    Programme p(office_parts());
    p = after(p, task_proposed, "T-1", weighing(1), stamped(on(1, 5), 1, 5));
    p = after(p, task_proposed, "T-1", weighing(2), stamped(correcting(1, on(1, 5)), 4, 1));
    EXPECT_MESSAGE(
        record(p, task_proposed, "T-1", weighing(3), stamped(correcting(1, on(1, 5)), 4, 2)),
        ProbityError, "event 1 is already corrected by event 2; correct that one");
    const Programme then = p.as_of(std::nullopt, sys_days(year(2026) / 3 / 1));
    EXPECT_EQ(then.task("T-1").weight, 1);
    EXPECT_EQ(after(then, task_proposed, "T-1", weighing(3), stamped(correcting(1, on(1, 5)), 3, 2))
                  .task("T-1")
                  .weight,
              3);
}

}  // namespace correction_test
}  // namespace probity
