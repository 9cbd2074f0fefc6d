// Tasks put together by band, owner, risk area and kind; what is late, what became of it, and what a
// cadence expects.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "probity/programme/burnup.hpp"
#include "probity/programme/changes.hpp"
#include "probity/programme/impact.hpp"
#include "probity/programme/portfolio.hpp"
#include "probity/programme/view.hpp"
#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace groups_test {

using enum EventKind;

using Lines = std::vector<std::string>;

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

/// Five tasks of all owners, areas and kinds, one of them done, due in the last days of June.
Programme of_tasks() {
    ProgrammeParts parts = office_parts();
    parts.risk_areas.push_back({.id = "gifts", .title = words("Gifts")});
    const auto due = [](int day) { return make_date(2026, 6, day); };
    parts.tasks = {
        {.id = "A",
         .kind = TaskKind::improvement_measure,
         .owner = "tax",
         .band = "B-02",
         .risk_area = "gifts",
         .due = due(30)},
        {.id = "B", .owner = "audit", .band = "B-01", .risk_area = "contracts", .due = due(29)},
        {.id = "C",
         .kind = TaskKind::action_item,
         .owner = "tax",
         .band = "B-02",
         .due = due(29),
         .depends_on = {"A"}},
        {.id = "D",
         .owner = "tax",
         .band = "B-02",
         .risk_area = "gifts",
         .due = due(26),
         .weight = 3,
         .state = TaskState::verified},
        {.id = "E", .due = due(30)},
    };
    return Programme(parts);
}

/// "tax: 1 of 3, 2 overdue, 1 blocked, 3/5", of each group.
Lines progress(TaskGroup by) {
    Lines out;
    for (const Progress& each : View(of_tasks(), make_date(2026, 7, 1), korea()).progress(by)) {
        out.push_back(each.id + ": " + std::to_string(each.done) + " of " +
                      std::to_string(each.total) + ", " + std::to_string(each.overdue) +
                      " overdue, " + std::to_string(each.blocked) + " blocked, " +
                      std::to_string(each.done_weight) + "/" + std::to_string(each.total_weight));
    }
    return out;
}

TEST(ProgressOf, IsPutTogetherInTheOrderOfTheRecords) {
    EXPECT_EQ(progress(TaskGroup::all), (Lines{": 1 of 5, 4 overdue, 1 blocked, 3/7"}));
    EXPECT_EQ(progress(TaskGroup::band), (Lines{"B-01: 0 of 1, 1 overdue, 0 blocked, 0/1",
                                                "B-02: 1 of 3, 2 overdue, 1 blocked, 3/5",
                                                ": 0 of 1, 1 overdue, 0 blocked, 0/1"}));
    EXPECT_EQ(progress(TaskGroup::owner), (Lines{"audit: 0 of 1, 1 overdue, 0 blocked, 0/1",
                                                 "tax: 1 of 3, 2 overdue, 1 blocked, 3/5",
                                                 ": 0 of 1, 1 overdue, 0 blocked, 0/1"}));
    EXPECT_EQ(progress(TaskGroup::risk_area), (Lines{"contracts: 0 of 1, 1 overdue, 0 blocked, 0/1",
                                                     "gifts: 1 of 2, 1 overdue, 0 blocked, 3/4",
                                                     ": 0 of 2, 2 overdue, 1 blocked, 0/2"}));
    EXPECT_EQ(progress(TaskGroup::kind),
              (Lines{"practice_task: 1 of 3, 2 overdue, 0 blocked, 3/5",
                     "improvement_measure: 0 of 1, 1 overdue, 0 blocked, 0/1",
                     "action_item: 0 of 1, 1 overdue, 1 blocked, 0/1"}));
}

TEST(ProgressOf, NamesItsGroups) {
    const View view(of_tasks(), make_date(2026, 7, 1), korea());
    const auto titles = [&](TaskGroup by) {
        Lines out;
        for (const Progress& each : view.progress(by)) out.push_back(each.title.english);
        return out;
    };
    EXPECT_EQ(titles(TaskGroup::owner).at(0), "Audit");
    EXPECT_EQ(titles(TaskGroup::owner).at(1), "Tax");
    EXPECT_EQ(titles(TaskGroup::risk_area).at(1), "Gifts");
    EXPECT_EQ(titles(TaskGroup::owner).at(2), titles(TaskGroup::band).at(2));
    EXPECT_NE(titles(TaskGroup::all).at(0), titles(TaskGroup::band).at(2));
}

/// "tax: C A", of each group.
Lines overdue(TaskGroup by, int day) {
    Lines out;
    for (const OverdueGroup& each :
         View(of_tasks(), make_date(2026, 7, day), korea()).overdue(by)) {
        std::string line = each.id + ":";
        for (const OverdueTask& task : each.tasks) line += " " + task.task;
        out.push_back(line);
    }
    return out;
}

// The groups with the most tasks first, those of equal number by their id; in each the latest first.
TEST(Overdue, IsPutTogetherByNumberAndLateness) {
    EXPECT_EQ(overdue(TaskGroup::all, 1), (Lines{": B C A E"}));
    EXPECT_EQ(overdue(TaskGroup::owner, 1), (Lines{"tax: C A", ": E", "audit: B"}));
    EXPECT_EQ(overdue(TaskGroup::band, 1), (Lines{"B-02: C A", ": E", "B-01: B"}));
    EXPECT_EQ(overdue(TaskGroup::risk_area, 1), (Lines{": C E", "contracts: B", "gifts: A"}));
    EXPECT_EQ(overdue(TaskGroup::kind, 1),
              (Lines{"practice_task: B E", "action_item: C", "improvement_measure: A"}));
    const auto found = View(of_tasks(), make_date(2026, 7, 1), korea()).overdue();
    const OverdueTask& first = found.at(0).tasks.at(1);
    EXPECT_EQ(first.task, "C");
    EXPECT_EQ(first.band, "B-02");
    EXPECT_EQ(first.owner, "tax");
    EXPECT_EQ(first.due, make_date(2026, 6, 29));
    EXPECT_EQ(first.working_days_late, 2);
    EXPECT_EQ(first.blocked_by, Lines{"A"});
}

TEST(TaskGroups, HaveTheirNamesAndNoOther) {
    for (const TaskGroup group : {TaskGroup::all, TaskGroup::band, TaskGroup::owner,
                                  TaskGroup::risk_area, TaskGroup::kind}) {
        EXPECT_EQ(parse_task_group(to_string(group)), group);
    }
    for (const char* none : {"", "office", "Band"}) {
        EXPECT_ERROR(parse_task_group(none), ProbityError);
        EXPECT_ERROR(parse_portfolio_group(none), ProbityError);
        EXPECT_ERROR(parse_burnup_step(none), ProbityError);
    }
}

TEST(ChangesOf, NameEachTaskOnceByWhatBecameOfIt) {
    using enum TaskState;
    const auto with = [](const std::vector<TaskState>& states) {
        ProgrammeParts parts = office_parts();
        for (std::size_t i = 0; i < states.size(); ++i) {
            parts.tasks.push_back(
                {.id = std::string(1, static_cast<char>('A' + i)), .state = states[i]});
        }
        return Programme(parts);
    };
    const Changes found = changes(
        with({adopted, verified, withdrawn, in_progress, closed, rejected, closed, superseded,
              withdrawn}),
        with({proposed, submitted, on_hold, verified, verified, rejected, withdrawn, closed}));
    EXPECT_EQ(found.carried_over, Lines{"A"});
    EXPECT_EQ(found.done, Lines{"B"});
    EXPECT_EQ(found.dropped, (Lines{"C", "H"}));
    EXPECT_EQ(found.reopened, Lines{"D"});
    EXPECT_EQ(found.added, Lines{"I"});
    const Changes gone = changes(with({adopted}), with({adopted, verified, proposed, rejected}));
    EXPECT_EQ(gone.dropped, (Lines{"B", "C"}));
}

TEST(OrderConflict, IsOfEachTaskThatItWaitsFor) {
    ProgrammeParts parts = office_parts();
    const auto due = [](int day) { return make_date(2026, 6, day); };
    parts.tasks = {{.id = "A", .due = due(15), .depends_on = {"B", "C", "D", "E"}},
                   {.id = "B", .due = due(12)},
                   {.id = "C", .due = due(16)},
                   {.id = "D"},
                   {.id = "E", .due = due(17)}};
    Lines found;
    for (const Conflict& each :
         View(Programme(parts), make_date(2026, 3, 2), korea()).conflicts()) {
        found.push_back(each.subjects.at(0) + each.subjects.at(1));
    }
    EXPECT_EQ(found, (Lines{"AC", "AE"}));
}

// A council that is to meet from 12 January on, each quarter. One without a cadence is not late by then.
TEST(QuotaStanding, CountsTheSlotsThatHaveGoneBy) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].cadences = {
        {.begin = make_date(2026, 1, 1), .cadence = EveryMonths{3, make_date(2026, 1, 12)}}};
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .times = 4,
                     .begin = make_date(2026, 1, 1)}};
    const auto gone_by = [&](int month, int day) {
        return View(Programme(parts), make_date(2026, month, day), korea())
            .quota("meetings")
            .slots_gone_by;
    };
    EXPECT_EQ(gone_by(1, 12), 0);
    EXPECT_EQ(gone_by(1, 13), 1);
    parts.councils[0].cadences.clear();
    EXPECT_EQ(gone_by(1, 13), 0);
}

TEST(WhyOf, ACorrectedReschedulingSaysWhereItWent) {
    const auto due = [](int month, int day) {
        return Held(TaskRescheduled{make_date(2026, month, day)});
    };
    Programme p = after(office(), task_rescheduled, "T-1", due(7, 1), on(2, 3, "team", "later"));
    Act correction = on(2, 4, "team", "a slip");
    correction.corrects = static_cast<int>(p.history().size());
    p = after(p, task_rescheduled, "T-1", due(7, 2), correction);
    const auto kinds = [&](int day) {
        Lines out;
        for (const DateReason& reason : why(p, make_date(2026, 7, day), korea())) {
            out.push_back(std::string(to_string(reason.kind)) + " " + reason.id);
        }
        return out;
    };
    EXPECT_EQ(kinds(1), (Lines{"corrected T-1", "working_day "}));
    EXPECT_EQ(kinds(2), (Lines{"task T-1", "working_day "}));
}

}  // namespace groups_test
}  // namespace probity
