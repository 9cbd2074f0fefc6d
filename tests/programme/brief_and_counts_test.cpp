// What a brief lists, what covers a risk area, and how announced counts stand beside the record.
#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"
#include "probity/programme/coverage.hpp"
#include "probity/programme/reconciliation.hpp"
#include "probity/programme/view.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace brief_and_counts_test {

using enum EventKind;

Brief brief(const Programme& programme, const Date& day) {
    return View(programme, day, WorkCalendar::korea()).brief();
}

std::vector<std::string> ids(const std::vector<BriefLine>& lines) {
    std::vector<std::string> out;
    for (const BriefLine& line : lines) out.push_back(line.id);
    return out;
}

using Ids = std::vector<std::string>;

TEST(BriefLine, NamesTheOwnerAndWhatIsToBeDone) {
    const Programme p =
        after(office(), task_proposed, "T-3",
              Held(Task{.id = "T-3", .title = words("Third"), .owner = "audit"}), on(3, 2));
    const Brief found = brief(p, make_date(2026, 7, 7));
    ASSERT_EQ(found.decisions.size(), 1u);
    const BriefLine& line = found.decisions[0];
    EXPECT_EQ(line.title.english, "Third");
    EXPECT_EQ(line.what.english, "to be adopted or rejected");
    EXPECT_EQ(line.owner.english, "Audit");
    EXPECT_EQ(line.text.english, "Third: to be adopted or rejected");
    ASSERT_EQ(found.late.size(), 2u);
    EXPECT_EQ(found.late[0].owner.english, "Tax");
    EXPECT_EQ(found.late[0].what, found.late[1].what);
}

TEST(BriefOf, ShowsWhatIsTwentySevenDaysAhead) {
    ProgrammeParts parts = office_parts();
    parts.occasions = {
        {.id = "opening", .title = words("Opening"), .date = make_date(2026, 3, 29)}};
    EXPECT_EQ(ids(brief(Programme(parts), make_date(2026, 3, 2)).coming), (Ids{"opening"}));
    EXPECT_EQ(ids(brief(Programme(parts), make_date(2026, 3, 1)).coming), Ids{});
}

TEST(BriefOf, TakesAnOpenReportForNoDecision) {
    const Meeting meeting{
        .year = 2026, .kind = MeetingKind::regular, .ordinal = 1, .date = make_date(2026, 6, 10)};
    Programme p = after(office(), meeting_planned, "council/2026-1", Held(meeting), on(3, 2));
    p = after(p, item_added, "council/2026-1",
              Held(AgendaItem{.id = "report", .kind = ItemKind::report, .title = words("R")}),
              on(3, 3));
    EXPECT_EQ(ids(brief(p, make_date(2026, 3, 4)).decisions), Ids{});
    p = after(p, item_added, "council/2026-1",
              Held(AgendaItem{.id = "rules", .kind = ItemKind::decision, .title = words("D")}),
              on(3, 3));
    EXPECT_EQ(ids(brief(p, make_date(2026, 3, 4)).decisions), (Ids{"council/2026-1"}));
}

TEST(BriefOf, PutsTheWorstDecisionFirst) {
    const Brief july = brief(examples::songpa_illustrative(), make_date(2026, 7, 15));
    // The second meeting of 2026 had too few members, and its decisions are still to be taken.
    EXPECT_EQ(ids(july.decisions),
              (Ids{"band-council-meetings", "band-council/2026-2", "T-36", "integrity-days"}));
    EXPECT_EQ(july.decisions[0].what.english.substr(0, 8), "At risk.");
    EXPECT_EQ(july.decisions[0].what.korean.substr(0, 14), "미달 우려.");
    const Brief december = brief(examples::songpa_illustrative(), make_date(2026, 12, 31));
    EXPECT_EQ(december.decisions.back().id, "integrity-days");
}

TEST(BriefOf, AsksForTheYearThatEndedOnce) {
    ProgrammeParts parts = office_parts();
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .begin = make_date(2026, 1, 1)}};
    // Until the end of February the year before is the one that is asked for.
    const Brief found = brief(Programme(parts), make_date(2027, 2, 28));
    EXPECT_EQ(ids(found.decisions), (Ids{"meetings"}));
    EXPECT_EQ(found.decisions[0].what.english.substr(0, 7), "Missed,");
}

TEST(BriefOf, PutsAMissedQuotaBeforeOneAtRiskAndThatBeforeTasks) {
    ProgrammeParts parts = office_parts();
    Council second = parts.councils[0];
    second.id = "second";
    parts.councils.push_back(second);
    const auto quota = [](const char* id, const char* of, QuotaPeriod per, int times) {
        return Quota{.id = id,
                     .title = words(id),
                     .of = of,
                     .times = times,
                     .per = per,
                     .begin = make_date(2026, 1, 1)};
    };
    // Forty meetings do not fit in a month; of four in the year three are overdue and can be held.
    parts.quotas = {quota("yearly", "council", QuotaPeriod::year, 4),
                    quota("monthly", "second", QuotaPeriod::month, 40)};
    Programme p(parts);
    p = after(p, task_proposed, "T-3", Held(Task{.id = "T-3", .title = words("Third")}), on(3, 2));
    const Brief found = brief(p, make_date(2026, 12, 1));
    // First the month that has ended, then the one that is running.
    EXPECT_EQ(ids(found.decisions), (Ids{"monthly", "monthly", "yearly", "T-3"}));
    EXPECT_TRUE(
        found.decisions[0].what.english.starts_with("Missed, and can no longer be met. 0 of 40"));
    EXPECT_EQ(found.decisions[1].what.english.substr(0, 11), "Infeasible.");
}

TEST(BriefOf, PutsALateTaskThatWaitsBeforeOneInTime) {
    Programme p = office();
    for (const char* id : {"T-1", "T-2"}) p = after(p, task_started, id, {}, on(2, 3));
    p = after(p, task_submitted, "T-1", proof(), on(3, 2, "tax-head"));
    p = after(p, task_submitted, "T-2", proof(), on(7, 6, "tax-head"));
    const Brief found = brief(p, make_date(2026, 7, 8));
    EXPECT_EQ(ids(found.late), (Ids{"T-2"}));
    EXPECT_EQ(ids(found.decisions), (Ids{"T-2", "T-1"}));
}

TEST(BriefOf, SaysForWhatALateTaskWaits) {
    const Programme p =
        after(office(), task_linked, "T-1", Held(TaskLinked{{"T-2"}, {}}), on(2, 3));
    const Brief found = brief(p, make_date(2026, 7, 7));
    ASSERT_EQ(ids(found.late), (Ids{"T-1", "T-2"}));
    EXPECT_EQ(found.late[0].what.english, "5 working days late, waits for T-2");
    EXPECT_EQ(found.late[0].what.korean, "근무일 기준 5일 지연, 선행과제 T-2 미완료");
    EXPECT_EQ(found.late[1].what.english, "5 working days late");
}

TEST(BriefOf, NamesTheSecretarysUnitAsOwnerOfWhatACouncilOwes) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].memberships[1].role = MemberRole::secretary;
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .times = 4,
                     .begin = make_date(2026, 1, 1)}};
    const Meeting meeting{
        .year = 2026, .kind = MeetingKind::regular, .ordinal = 1, .date = make_date(2026, 12, 10)};
    Programme p =
        after(Programme(parts), meeting_planned, "council/2026-1", Held(meeting), on(3, 2));
    p = after(p, item_added, "council/2026-1",
              Held(AgendaItem{.id = "rules", .kind = ItemKind::decision, .title = words("D")}),
              on(3, 3));
    const Brief found = brief(p, make_date(2026, 11, 2));
    ASSERT_EQ(ids(found.decisions), (Ids{"meetings", "council/2026-1"}));
    for (const BriefLine& line : found.decisions) EXPECT_EQ(line.owner.english, "Audit");
}

TEST(BriefOf, NamesTheUnitOfWhoIsSecretaryThatDay) {
    ProgrammeParts parts = office_parts();
    auto& members = parts.councils[0].memberships;
    members[1].role = members[2].role = MemberRole::secretary;
    members[1].end = members[2].begin = make_date(2026, 11, 2);
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .times = 4,
                     .begin = make_date(2026, 1, 1)}};
    const auto owner = [&](int day) {
        const Brief found = brief(Programme(parts), make_date(2026, 11, day));
        return found.decisions.at(0).owner.english;
    };
    EXPECT_EQ(owner(1), "Audit");
    EXPECT_EQ(owner(2), "Tax");
}

TEST(BriefOf, AsksToRecordWhatIsPresumed) {
    const Brief found = brief(examples::songpa(), make_date(2025, 12, 31));
    ASSERT_FALSE(found.decisions.empty());
    const BriefLine& weeks = found.decisions.front();
    EXPECT_EQ(weeks.id, "integrity-weeks");
    EXPECT_NE(weeks.what.english.find("12 presumed, 0 on record"), std::string::npos);
    EXPECT_NE(weeks.what.korean.find("실시 추정 12회, 기록 0회"), std::string::npos);
}

TEST(CoverageOf, TakesMeasuresAndPracticeTasksForMeasuresButNoActionItem) {
    ProgrammeParts parts = office_parts();
    parts.risk_areas[0].owners = {"audit"};
    const auto measures = [&](TaskKind kind) {
        parts.tasks = {{.id = "T-1", .kind = kind, .title = words("T"), .risk_area = "contracts"}};
        return coverage(Programme(parts));
    };
    EXPECT_EQ(measures(TaskKind::improvement_measure).rows[0].measures, (Ids{"T-1"}));
    EXPECT_TRUE(measures(TaskKind::improvement_measure).gaps.empty());
    EXPECT_EQ(measures(TaskKind::practice_task).rows[0].measures, (Ids{"T-1"}));
    const Coverage found = measures(TaskKind::action_item);
    EXPECT_TRUE(found.rows[0].measures.empty());
    ASSERT_EQ(found.gaps.size(), 1u);
    EXPECT_EQ(found.gaps[0].missing, Missing::measure);
}

// The tax unit is to be closed in June; of an event in May 2062, a slip that was corrected, nothing is
// known any more.
TEST(CoverageOf, SpeaksOfTheLastDayOfWhichAnEventStillSpeaks) {
    ProgrammeParts parts = office_parts();
    parts.institution.units.push_back({.id = "park", .title = words("Park")});
    parts.banding->bands[1].units.push_back("park");
    parts.institution.units[1].end = make_date(2026, 6, 1);
    parts.risk_areas[0].owners = {"tax"};
    const Text title = words("T");
    const auto propose = [&](const Programme& p, const Date& day, int corrects) {
        return p.apply(record(p, EventKind::task_proposed, "T-1",
                              Held(Task{.id = "T-1", .title = title, .risk_area = "contracts"}),
                              {.on = day, .by = "team", .corrects = corrects}));
    };
    const Programme slip = propose(Programme(parts), make_date(2062, 5, 4), 0);
    EXPECT_EQ(coverage(slip).gaps.size(), 1u);
    EXPECT_TRUE(coverage(propose(slip, make_date(2026, 5, 31), 1)).gaps.empty());
    EXPECT_EQ(coverage(propose(slip, make_date(2026, 6, 1), 1)).gaps.size(), 1u);
}

/// How so many tasks declared for 2026 stand beside the tasks recorded.
Reconciliation beside(std::vector<Task> tasks, int declared, const std::string& what = "tasks") {
    ProgrammeParts parts = office_parts();
    parts.tasks = std::move(tasks);
    parts.declared = {{.what = Counted(what), .count = declared, .year = 2026}};
    return reconcile(Programme(parts)).at(0);
}

Task task(const std::string& id, const std::optional<Date>& proposed,
          TaskKind kind = TaskKind::practice_task) {
    return {.id = id, .kind = kind, .title = words(id), .proposed = proposed};
}

TEST(ReconcileOf, AYearWithoutAnyRecordSaysSo) {
    const Reconciliation row = beside({task("T-1", make_date(2025, 3, 2))}, 2);
    EXPECT_EQ(row.recorded, std::nullopt);
    EXPECT_EQ(row.agrees(), std::nullopt);
    EXPECT_EQ(row.text.english, "tasks of 2026: 2 declared, none recorded");
    EXPECT_EQ(row.counts.english, "practice tasks proposed in the year");
}

TEST(ReconcileOf, TellsApartWhatIsRecordedWithoutADate) {
    const Reconciliation some =
        beside({task("T-1", make_date(2026, 3, 2)), task("T-2", {}), task("T-3", {})}, 3);
    EXPECT_EQ(some.recorded, 1);
    EXPECT_EQ(some.undated, 2);
    EXPECT_EQ(some.agrees(), false);
    EXPECT_EQ(some.text.english, "tasks of 2026: 1 of 3, 2 short, 2 more without a date");
    EXPECT_EQ(some.text.korean, "2026년 과제: 3건 중 1건, 2건 부족, 제안일 기록 없는 2건 별도");
    const Reconciliation none = beside({task("T-1", {})}, 1);
    EXPECT_EQ(none.recorded, 0);
    EXPECT_EQ(none.agrees(), false);
}

TEST(ReconcileOf, CountsMeasuresAndTasksEachByTheirKind) {
    const std::vector<Task> tasks{
        task("T-1", make_date(2026, 3, 2)),
        task("M-1", make_date(2026, 3, 2), TaskKind::improvement_measure),
        task("M-2", make_date(2026, 3, 2), TaskKind::improvement_measure)};
    EXPECT_EQ(beside(tasks, 1).agrees(), true);
    EXPECT_EQ(beside(tasks, 2, "measures").agrees(), true);
    EXPECT_EQ(beside(tasks, 2, "measures").counts.english,
              "improvement measures proposed in the year");
    EXPECT_EQ(beside(tasks, 3, "projects").recorded, std::nullopt);
    EXPECT_TRUE(beside(tasks, 3, "projects").counts.empty());
}

}  // namespace brief_and_counts_test
}  // namespace probity
