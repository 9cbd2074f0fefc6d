#include <gtest/gtest.h>

#include <algorithm>

#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace task_life_test {

using enum EventKind;

TaskState state_of(const Programme& programme, const char* id = "T-1") {
    return programme.task(id).state;
}

/// The refusal of a step.
TransitionError refusal(const Programme& programme, EventKind kind, EventBody body,
                        const Act& act) {
    try {
        static_cast<void>(record(programme, kind, "T-1", std::move(body), act));
    } catch (const TransitionError& error) {
        return error;
    }
    ADD_FAILURE() << to_string(kind) << " was allowed";
    return TransitionError(Text{}, "", "", "");
}

TEST(TaskLife, GoesFromProposedToClosed) {
    Programme p = office();
    EXPECT_EQ(state_of(p), TaskState::adopted);
    p = after(p, task_started, "T-1", {}, on(3, 2));
    EXPECT_EQ(state_of(p), TaskState::in_progress);
    p = after(p, task_put_on_hold, "T-1", {}, on(3, 9, "team", "budget"));
    EXPECT_EQ(state_of(p), TaskState::on_hold);
    p = after(p, task_resumed, "T-1", {}, on(3, 16));
    p = after(p, task_submitted, "T-1", proof(), on(6, 1, "tax-head"));
    EXPECT_EQ(state_of(p), TaskState::submitted);
    EXPECT_EQ(p.task("T-1").evidence, std::vector{a_file()});
    p = after(p, task_sent_back, "T-1", {}, on(6, 3, "audit-head", "a page is missing"));
    p = after(p, task_submitted, "T-1", proof(), on(6, 8, "tax-head"));
    p = after(p, task_verified, "T-1", {}, on(6, 10, "audit-head"));
    p = after(p, task_reopened, "T-1", {}, on(6, 11, "audit-head", "it was another task's"));
    p = after(p, task_submitted, "T-1", proof(), on(6, 15, "tax-head"));
    p = after(p, task_verified, "T-1", {}, on(6, 17, "audit-head"));
    p = after(p, task_closed, "T-1", {}, on(6, 30));
    EXPECT_EQ(state_of(p), TaskState::closed);
    EXPECT_EQ(p.task("T-1").changes.size(), 13u);
    EXPECT_EQ(state_of(p, "T-2"), TaskState::adopted);
}

TEST(TaskLife, KeepsTheEvidenceInTheOrderInWhichItWasHandedIn) {
    const auto file = [](const std::string& name) {
        return Evidence{name, "application/pdf", std::string(64, '0')};
    };
    Programme p = after(office(), task_started, "T-1", {}, on(3, 2));
    p = after(p, task_submitted, "T-1", Held(EvidenceGiven{{file("a.pdf"), file("b.pdf")}}),
              on(6, 1, "tax-head"));
    p = after(p, task_sent_back, "T-1", {}, on(6, 3, "audit-head", "a page is missing"));
    p = after(p, task_submitted, "T-1", Held(EvidenceGiven{{file("c.pdf")}}), on(6, 8, "tax-head"));
    EXPECT_EQ(p.task("T-1").evidence, (std::vector{file("a.pdf"), file("b.pdf"), file("c.pdf")}));
}

TEST(TaskLife, NamesBothStatesAndWhatIsMissing) {
    const TransitionError error = refusal(office(), task_verified, {}, on(3, 2));
    EXPECT_EQ(error.state(), "adopted");
    EXPECT_EQ(error.wanted(), "verified");
    EXPECT_EQ(error.unmet(), "it is submitted");
    EXPECT_NE(std::string(error.what())
                  .find("'T-1' is adopted on 2026-03-02 and cannot become "
                        "verified: needed is that it is submitted"),
              std::string::npos)
        << error.what();
}

TEST(TaskLife, AsksForEvidenceReasonsAndASecondPerson) {
    const Programme started = after(office(), task_started, "T-1", {}, on(3, 2));
    EXPECT_EQ(refusal(started, task_submitted, Held(EvidenceGiven{}), on(4, 1)).unmet(),
              "evidence is handed in");
    EXPECT_EQ(refusal(started, task_put_on_hold, {}, on(4, 1)).unmet(), "a reason is given");
    EXPECT_EQ(refusal(started, task_withdrawn, {}, on(4, 1)).unmet(), "a reason is given");
    const Programme submitted =
        after(started, task_submitted, "T-1", proof(), on(4, 1, "tax-head"));
    EXPECT_EQ(refusal(submitted, task_verified, {}, on(4, 2, "tax-head")).unmet(),
              "another than its submitter, 'tax-head', verifies it");
}

TEST(TaskLife, EndsInClosedRejectedWithdrawnAndSuperseded) {
    const Programme withdrawn =
        after(office(), task_withdrawn, "T-1", {}, on(3, 2, "team", "not needed"));
    for (const EventKind kind : {task_adopted, task_started, task_closed, task_withdrawn}) {
        EXPECT_EQ(refusal(withdrawn, kind, {}, on(3, 3, "team", "why not")).state(), "withdrawn");
    }
    const Programme superseded =
        after(office(), task_superseded, "T-1", Held(TaskSuperseded{"T-2"}),
              on(3, 2, "team", "the same as T-2"));
    EXPECT_EQ(superseded.task("T-1").superseded_by, "T-2");
    EXPECT_THROW(static_cast<void>(record(office(), task_superseded, "T-1",
                                          Held(TaskSuperseded{"T-9"}), on(3, 2, "team", "x"))),
                 ProbityError);
}

/// A task in a state, by the shortest way there.
Programme in_state(TaskState state) {
    const auto go = [](Programme p, std::initializer_list<EventKind> kinds) {
        for (const EventKind kind : kinds) {
            const EventBody body = kind == task_submitted    ? proof()
                                   : kind == task_superseded ? Held(TaskSuperseded{"T-2"})
                                                             : EventBody();
            const char* by = kind == task_verified ? "audit-head" : "tax-head";
            p = after(p, kind, "T-1", body, on(3, 2, by, "why"));
        }
        return p;
    };
    const Programme proposed =
        after(Programme(office_parts()), task_proposed, "T-1", Held(Task{.id = "T-1"}), on(1, 5));
    const Programme both = after(proposed, task_proposed, "T-2", Held(Task{.id = "T-2"}), on(1, 5));
    switch (state) {
        case TaskState::proposed:
            return both;
        case TaskState::adopted:
            return go(both, {task_adopted});
        case TaskState::in_progress:
            return go(both, {task_adopted, task_started});
        case TaskState::on_hold:
            return go(both, {task_adopted, task_started, task_put_on_hold});
        case TaskState::submitted:
            return go(both, {task_adopted, task_started, task_submitted});
        case TaskState::verified:
            return go(both, {task_adopted, task_started, task_submitted, task_verified});
        case TaskState::closed:
            return go(both,
                      {task_adopted, task_started, task_submitted, task_verified, task_closed});
        case TaskState::rejected:
            return go(both, {task_rejected});
        case TaskState::withdrawn:
            return go(both, {task_withdrawn});
        default:
            return go(both, {task_superseded});
    }
}

// The table of the design, written again: a step leads from the states named to one.
TEST(TaskLife, TakesFromEachStateTheStepsOfTheTableAndNoOther) {
    using enum TaskState;
    struct Row {
        EventKind kind;
        std::vector<TaskState> from;
        TaskState to;
    };
    const std::vector<TaskState> open{proposed, adopted, in_progress, on_hold, submitted};
    const std::vector<Row> rows{
        {task_adopted, {proposed}, adopted},    {task_rejected, {proposed}, rejected},
        {task_started, {adopted}, in_progress}, {task_put_on_hold, {in_progress}, on_hold},
        {task_resumed, {on_hold}, in_progress}, {task_submitted, {in_progress}, submitted},
        {task_verified, {submitted}, verified}, {task_sent_back, {submitted}, in_progress},
        {task_closed, {verified}, closed},      {task_reopened, {verified, closed}, in_progress},
        {task_withdrawn, open, withdrawn},      {task_superseded, open, superseded}};
    for (const TaskState state : {proposed, adopted, in_progress, on_hold, submitted, verified,
                                  closed, rejected, withdrawn, superseded}) {
        const Programme p = in_state(state);
        ASSERT_EQ(state_of(p), state);
        for (const Row& row : rows) {
            SCOPED_TRACE(std::string(to_string(row.kind)) + " from " +
                         std::string(to_string(state)));
            const bool leads = std::count(row.from.begin(), row.from.end(), state) > 0;
            const EventBody body = row.kind == task_submitted    ? proof()
                                   : row.kind == task_superseded ? Held(TaskSuperseded{"T-2"})
                                                                 : EventBody();
            const Act act = on(3, 3, "another", "why");
            if (leads) {
                EXPECT_EQ(state_of(after(p, row.kind, "T-1", body, act)), row.to);
                continue;
            }
            const TransitionError error = refusal(p, row.kind, body, act);
            EXPECT_EQ(error.state(), to_string(state));
            EXPECT_EQ(error.wanted(), to_string(row.to));
            EXPECT_EQ(error.unmet().substr(0, 5), "it is");
        }
    }
}

TEST(TaskLife, AsksForAReasonWhereSomethingIsStoppedOrUndone) {
    for (const auto& [kind, state] :
         std::vector<std::pair<EventKind, TaskState>>{{task_rejected, TaskState::proposed},
                                                      {task_put_on_hold, TaskState::in_progress},
                                                      {task_sent_back, TaskState::submitted},
                                                      {task_reopened, TaskState::verified},
                                                      {task_reopened, TaskState::closed},
                                                      {task_withdrawn, TaskState::submitted}}) {
        EXPECT_EQ(refusal(in_state(state), kind, {}, on(3, 3, "another")).unmet(),
                  "a reason is given")
            << to_string(kind);
    }
}

TEST(TaskLife, IsChangedWhileItIsOpenAndNotAfter) {
    for (const TaskState state : {TaskState::verified, TaskState::closed, TaskState::rejected}) {
        const TransitionError error =
            refusal(in_state(state), task_weighted, Held(TaskWeighted{2}), on(3, 3, "team", "why"));
        EXPECT_EQ(
            error.unmet(),
            "it is open, which is proposed or adopted or in_progress or on_hold or submitted");
    }
}

TEST(TaskLife, KeepsDependenciesWithoutACycle) {
    const Programme p =
        after(office(), task_linked, "T-2", Held(TaskLinked{{"T-1"}, {}}), on(3, 2));
    try {
        static_cast<void>(record(p, task_linked, "T-1", Held(TaskLinked{{"T-2"}, {}}), on(3, 3)));
        FAIL();
    } catch (const ProbityError& error) {
        EXPECT_NE(std::string(error.what()).find("T-1 -> T-2 -> T-1"), std::string::npos)
            << error.what();
    }
}

TEST(TaskLife, ChangesADueDateOnlyWithAReason) {
    const EventBody body = Held(TaskRescheduled{make_date(2026, 9, 30)});
    EXPECT_THROW(static_cast<void>(record(office(), task_rescheduled, "T-1", body, on(3, 2))),
                 ProbityError);
    const Programme later =
        after(office(), task_rescheduled, "T-1", body, on(3, 2, "team", "staff"));
    EXPECT_EQ(later.task("T-1").due, make_date(2026, 9, 30));
}

TEST(TaskLife, BeginsWithoutAHistory) {
    const Programme p = office();
    const auto propose = [&](const Task& task) {
        return after(p, task_proposed, "T-3", Held(task), on(3, 2));
    };
    Task task{.id = "T-3", .owner = "tax"};
    EXPECT_EQ(propose(task).task("T-3").changes.size(), 1U);
    const std::string refused =
        "event 5: task.proposed of 'T-3' on 2026-03-02: a task is proposed without a history";
    Task adopted = task;
    adopted.state = TaskState::adopted;
    EXPECT_MESSAGE(propose(adopted), ProbityError, refused);
    Task changed = task;
    changed.changes = {{make_date(2026, 3, 2), TaskState::proposed, 1}};
    EXPECT_MESSAGE(propose(changed), ProbityError, refused);
    Task taken_over = task;
    taken_over.takeovers = {{make_date(2026, 3, 2), "tax", "", 1}};
    EXPECT_MESSAGE(propose(taken_over), ProbityError, refused);
}

}  // namespace task_life_test
}  // namespace probity
