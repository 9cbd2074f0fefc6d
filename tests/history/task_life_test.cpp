#include <gtest/gtest.h>

#include "tests/history/office.hpp"

namespace probity {
namespace {

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
    return TransitionError("", "", "", "");
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

}  // namespace
}  // namespace probity
