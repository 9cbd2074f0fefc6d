#include "probity/programme/task_commands.hpp"

#include <gtest/gtest.h>

#include "probity/programme/commands.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/programme/made_event.hpp"

namespace probity {
namespace task_commands_test {

using enum EventKind;

const std::string id = "T-1";
const std::string why = "reorganised";

TEST(TaskSteps, AreOfTheirKindsAndSayNoMore) {
    Programme p = office();
    std::vector<EventKind> kinds;
    const auto take = [&](const Event& event) {
        EXPECT_EQ(event.subject, id);
        EXPECT_EQ(says_no_more(event), event.kind != task_submitted);
        kinds.push_back(event.kind);
        p = p.apply(event);
    };
    take(start(p, id, on(2, 3)));
    take(put_on_hold(p, id, on(2, 4, "team", why)));
    take(resume(p, id, on(2, 5)));
    const Event handed_in = submit(p, id, {a_file()}, on(2, 6));
    EXPECT_EQ(body_as<EvidenceGiven>(handed_in), EvidenceGiven{{a_file()}});
    take(handed_in);
    take(send_back(p, id, on(2, 7, "team", why)));
    take(submit(p, id, {a_file()}, on(2, 8)));
    take(verify(p, id, on(2, 9, "audit-head")));
    take(close(p, id, on(2, 10)));
    take(reopen(p, id, on(2, 11, "team", why)));
    take(withdraw(p, id, on(2, 12, "team", why)));
    EXPECT_EQ(kinds, (std::vector{task_started, task_put_on_hold, task_resumed, task_submitted,
                                  task_sent_back, task_submitted, task_verified, task_closed,
                                  task_reopened, task_withdrawn}));
    EXPECT_EQ(p.task(id).state, TaskState::withdrawn);
}

TEST(TaskSteps, OfAProposal) {
    Programme p = office();
    p = p.apply(add(p, Task{.id = "T-3", .title = words("T-3")}, on(2, 3)));
    EXPECT_EQ(p.history()[p.history().size() - 1].kind, task_proposed);
    EXPECT_EQ(p.apply(adopt(p, "T-3", on(2, 4))).task("T-3").state, TaskState::adopted);
    EXPECT_EQ(p.apply(reject(p, "T-3", on(2, 4, "team", why))).task("T-3").state,
              TaskState::rejected);
    EXPECT_MESSAGE(reject(p, "T-3", on(2, 4)), TransitionError,
                   "event 6: 'T-3' is proposed on 2026-02-04 and cannot become rejected: needed "
                   "is that a reason is given");
}

TEST(TaskSteps, AreRefusedWithTheConditionThatIsNotMet) {
    EXPECT_MESSAGE(verify(office(), id, on(2, 3)), TransitionError,
                   "event 5: 'T-1' is adopted on 2026-02-03 and cannot become verified: needed "
                   "is that it is submitted");
    EXPECT_MESSAGE(submit(office().apply(start(office(), id, on(2, 3))), id, {}, on(2, 4)),
                   TransitionError,
                   "event 6: 'T-1' is in_progress on 2026-02-04 and cannot become submitted: "
                   "needed is that evidence is handed in");
}

TEST(Supersede, NamesTheTaskThatTakesItsPlace) {
    const Event event = supersede(office(), id, "T-2", on(2, 3, "team", why));
    EXPECT_EQ(event.kind, task_superseded);
    EXPECT_EQ(event.subject, id);
    EXPECT_EQ(body_as<TaskSuperseded>(event), TaskSuperseded{"T-2"});
}

TEST(Supersede, NamesAnotherTaskInACorrection) {
    Programme p = office();
    p = p.apply(add(p, Task{.id = "T-3", .title = words("T-3")}, on(2, 3)));
    p = p.apply(supersede(p, id, "T-2", on(2, 3, "team", why)));
    const Event event = supersede(p, id, "T-3", correcting(p, on(2, 4), {"by_task"}));
    EXPECT_EQ(body_as<TaskSuperseded>(event), TaskSuperseded{"T-3"});
    EXPECT_EQ(event.reason, why);
}

TEST(Assign, GoesToTheBandOfTheUnit) {
    const Event event = assign(office(), id, "audit", std::nullopt, on(2, 3));
    EXPECT_EQ(event.kind, task_assigned);
    EXPECT_EQ(event.subject, id);
    EXPECT_EQ(body_as<TaskAssigned>(event), (TaskAssigned{"audit", "B-01"}));
}

TEST(Assign, GoesToTheBandThatIsGiven) {
    EXPECT_EQ(body_as<TaskAssigned>(assign(office(), id, "audit", "B-02", on(2, 3))),
              (TaskAssigned{"audit", "B-02"}));
    EXPECT_EQ(body_as<TaskAssigned>(assign(office(), id, "audit", "", on(2, 3))),
              (TaskAssigned{"audit", ""}));
}

TEST(Assign, GoesToTheBandOfTheUnitThoughItIsNamedUnlessItCorrects) {
    Act act = on(2, 3);
    act.named = std::vector<std::string>{"owner", "band"};
    EXPECT_EQ(body_as<TaskAssigned>(assign(office(), id, "audit", std::nullopt, act)),
              (TaskAssigned{"audit", "B-01"}));
}

TEST(Assign, StaysInItsBandIfThatOfTheUnitIsNotRecorded) {
    ProgrammeParts parts = office_parts();
    for (Band& band : parts.banding->bands) band.units.clear();
    parts.tasks.push_back({.id = "T-9", .title = words("T-9"), .owner = "tax", .band = "B-02"});
    const Programme p(parts);
    EXPECT_EQ(body_as<TaskAssigned>(assign(p, "T-9", "audit", std::nullopt, on(2, 3))),
              (TaskAssigned{"audit", "B-02"}));
}

TEST(Assign, KeepsABandThatWasSaidInACorrection) {
    const auto corrected = [](const std::optional<std::string>& band, bool names) {
        Programme p = office();
        p = p.apply(assign(p, id, "tax", band, on(2, 3)));
        const Act act = names ? correcting(p, on(2, 4), {"owner"}) : correcting(p, on(2, 4));
        return body_as<TaskAssigned>(assign(p, id, "audit", std::nullopt, act)).band;
    };
    for (const bool names : {true, false}) {
        EXPECT_EQ(corrected("B-01", names), "B-01") << "it was said, and is not that of the unit";
        EXPECT_EQ(corrected(std::nullopt, names), "B-01") << "it had followed from the owner";
    }
    Programme p = office();
    p = p.apply(assign(p, id, "tax", "B-02", on(2, 3)));
    const Act emptying = correcting(p, on(2, 4), {"band"});
    EXPECT_EQ(body_as<TaskAssigned>(assign(p, id, "tax", std::nullopt, emptying)),
              (TaskAssigned{"tax", ""}));
}

TEST(Reschedule, SetsTheDayOrNone) {
    const Act act = on(2, 3, "team", why);
    const Event event = reschedule(office(), id, make_date(2026, 9, 30), act);
    EXPECT_EQ(event.kind, task_rescheduled);
    EXPECT_EQ(body_as<TaskRescheduled>(event), TaskRescheduled{make_date(2026, 9, 30)});
    EXPECT_EQ(body_as<TaskRescheduled>(reschedule(office(), id, std::nullopt, act)),
              TaskRescheduled{});
}

TEST(Weigh, SetsTheWeight) {
    const Event event = weigh(office(), id, 3, on(2, 3));
    EXPECT_EQ(event.kind, task_weighted);
    EXPECT_EQ(body_as<TaskWeighted>(event), TaskWeighted{3});
    EXPECT_EQ(office().apply(event).task(id).weight, 3);
}

TEST(Direct, NamesTheRiskArea) {
    const Event event = direct(office(), id, "contracts", on(2, 3));
    EXPECT_EQ(event.kind, task_directed);
    EXPECT_EQ(body_as<TaskDirected>(event), TaskDirected{"contracts"});
    EXPECT_EQ(office().apply(event).task(id).risk_area, "contracts");
}

class Link : public testing::Test {
  protected:
    Programme p = [] {
        Programme made = office();
        made = made.apply(add(made, Task{.id = "T-3", .title = words("T-3")}, on(2, 3)));
        const Indicator shown{.id = "1-1", .year = 2026, .title = words("Effort")};
        made = made.apply(add(made, shown, on(2, 3)));
        return made.apply(link(made, id, {{"T-2"}}, {{"1-1"}}, on(2, 3)));
    }();
};

TEST_F(Link, SetsWhatItWaitsForAndServes) {
    EXPECT_EQ(p.task(id).depends_on, std::vector<std::string>{"T-2"});
    EXPECT_EQ(p.task(id).indicators, std::vector<std::string>{"1-1"});
    EXPECT_EQ(p.history()[p.history().size() - 1].kind, task_linked);
}

TEST_F(Link, LeavesWhatIsNotGiven) {
    EXPECT_EQ(body_as<TaskLinked>(link(p, id, {{"T-3"}}, std::nullopt, on(2, 4))),
              (TaskLinked{{"T-3"}, {"1-1"}}));
    EXPECT_EQ(body_as<TaskLinked>(link(p, id, std::nullopt, std::vector<std::string>{}, on(2, 4))),
              (TaskLinked{{"T-2"}, {}}));
}

TEST_F(Link, KeepsInACorrectionWhatTheFirstSaid) {
    // A later event says something else of the task.
    Act act = correcting(p, on(2, 5));
    p = p.apply(add(p, Indicator{.id = "1-2", .year = 2026, .title = words("Results")}, on(2, 3)));
    p = p.apply(link(p, id, {{"T-3"}}, {{"1-2"}}, on(2, 4)));
    EXPECT_EQ(body_as<TaskLinked>(link(p, id, {{"T-3"}}, std::nullopt, act)),
              (TaskLinked{{"T-3"}, {"1-1"}}));
    act.named = {"depends_on"};
    EXPECT_EQ(body_as<TaskLinked>(link(p, id, {{"T-3"}}, std::nullopt, act)),
              (TaskLinked{{"T-3"}, {"1-1"}}));
    act.named = {"indicators"};
    EXPECT_EQ(body_as<TaskLinked>(link(p, id, std::nullopt, std::nullopt, act)),
              (TaskLinked{{"T-2"}, {}}));
}

TEST_F(Link, RefusesACycleAndNamesIt) {
    EXPECT_MESSAGE(link(p, "T-2", {{id}}, std::nullopt, on(2, 4)), ProbityError,
                   "event 8: /tasks/0/depends_on: the tasks wait for each other: T-1 -> T-2 -> "
                   "T-1; dependencies have no cycle");
}

TEST_F(Link, LeavesWhatIsNamedAndNotGivenUnlessItCorrects) {
    Act act = on(2, 4);
    act.named = std::vector<std::string>{"depends_on", "indicators"};
    EXPECT_EQ(body_as<TaskLinked>(link(p, id, std::nullopt, std::nullopt, act)),
              (TaskLinked{{"T-2"}, {"1-1"}}));
}

}  // namespace task_commands_test
}  // namespace probity
