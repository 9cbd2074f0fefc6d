#include "probity/programme/view.hpp"
#include "probity/programme/changes.hpp"
#include "probity/programme/propose_meetings.hpp"
#include "probity/programme/reconciliation.hpp"

#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"
#include "probity/programme/burnup.hpp"
#include "probity/programme/coverage.hpp"
#include "probity/programme/impact.hpp"
#include "probity/programme/year_progress.hpp"
#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace view_test {

using enum EventKind;

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

View view(const Programme& programme, int year, int month, int day) {
    return View(programme, make_date(year, month, day), korea());
}

WorkCalendar with_day_off(const Date& date) {
    const Holiday holiday{.date = date, .name = {"임시공휴일", "Temporary public holiday"}};
    return korea().with_holidays(std::vector{holiday});
}

/// The office with T-1 waiting for T-2, both due on Tuesday 30 June.
Programme linked_office() {
    return after(office(), task_linked, "T-1", Held(TaskLinked{{"T-2"}, {}}), on(2, 3));
}

TEST(YearProgress, LeavesOutWhatWasDoneBeforeTheYear) {
    const Programme songpa = examples::songpa_illustrative();
    const View january = view(songpa, 2027, 1, 15);
    EXPECT_EQ(progress_of_year(january, 2026), january.progress());
    const std::vector<Progress> carried = progress_of_year(january, 2027);
    ASSERT_EQ(carried.size(), 1U);
    EXPECT_EQ(carried.front().total, 10);
    EXPECT_EQ(carried.front().done, 0);
    EXPECT_EQ(progress_of_year(january, 2025).front().total, 0);
    EXPECT_EQ(january.brief().progress, carried.front());
}

TEST(YongsanQuota, IsOnTrackInAugust2025WithTwoOfThree) {
    const Verdict verdict = view(examples::yongsan(), 2025, 8, 15).quota("council-meetings");
    EXPECT_EQ(verdict.state, QuotaState::on_track);
    EXPECT_EQ(verdict.held, 2);
    EXPECT_EQ(verdict.required, 3);
    EXPECT_EQ(verdict.latest_feasible, make_date(2025, 12, 31));
}

TEST(YongsanQuota, IsMissedInJanuary2026OneShort) {
    const Verdict verdict = view(examples::yongsan(), 2026, 1, 15).quota("council-meetings");
    EXPECT_EQ(verdict.state, QuotaState::missed);
    EXPECT_EQ(verdict.shortfall, 1);
    EXPECT_EQ(verdict.period, year_of(2025));
    EXPECT_EQ(view(examples::yongsan(), 2026, 3, 2).quota("council-meetings").period,
              year_of(2026));
    EXPECT_EQ(view(examples::yongsan(), 2026, 1, 15).quota("council-meetings", 2026).held, 0);
}

TEST(YongsanQuota, DoesNotCountBeforeItsMeetingsWereHeld) {
    const Verdict verdict = view(examples::yongsan(), 2025, 6, 15).quota("council-meetings");
    EXPECT_EQ(verdict.held, 0);
}

TEST(SongpaQuota, AsksForTenWeeksInThePartYear2023) {
    const Verdict verdict = view(examples::songpa(), 2023, 12, 31).quota("integrity-weeks");
    EXPECT_EQ(verdict.required, 10);
    EXPECT_EQ(verdict.presumed + verdict.held, 10);
    EXPECT_EQ(verdict.state, QuotaState::presumed);
}

TEST(SongpaCounts, AreElevenOfElevenAndThirtyNineOfThirtyNine) {
    std::vector<std::string> lines;
    for (const Reconciliation& row : reconcile(examples::songpa())) {
        lines.push_back(row.text.english);
    }
    EXPECT_EQ(lines, (std::vector<std::string>{"bands of 2023: 11 of 11", "tasks of 2023: 39 of 39",
                                               "bands of 2024: 11 of 11",
                                               "projects of 2024: 55 declared, none recorded"}));
}

TEST(YongsanCoverage, NamesWhatIsNotPublished) {
    const Coverage found = coverage(examples::yongsan());
    EXPECT_EQ(found.rows.size(), 4u);
    ASSERT_EQ(found.gaps.size(), 4u + 4u + 6u);
    EXPECT_EQ(found.gaps[0].text.english, "Contracts: no measure is recorded for it");
}

TEST(Overdue, CountsWorkingDaysFromTheDayOnWhichItFellDue) {
    EXPECT_TRUE(view(linked_office(), 2026, 6, 30).overdue().empty());
    const auto groups = view(linked_office(), 2026, 7, 7).overdue(TaskGroup::band);
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].id, "B-02");
    ASSERT_EQ(groups[0].tasks.size(), 2u);
    EXPECT_EQ(groups[0].tasks[0].working_days_late, 5);
    EXPECT_EQ(groups[0].tasks[0].blocked_by, std::vector<std::string>{"T-2"});
}

TEST(Overdue, LeavesOutWhatWasHandedInByItsDay) {
    Programme p = after(linked_office(), task_started, "T-2", {}, on(3, 2));
    p = after(p, task_submitted, "T-2", proof(), on(6, 30, "tax-head"));
    const auto groups = view(p, 2026, 7, 7).overdue();
    ASSERT_EQ(groups.size(), 1u);
    ASSERT_EQ(groups[0].tasks.size(), 1u);
    EXPECT_EQ(groups[0].tasks[0].task, "T-1");
}

TEST(ProgressOf, IsRecomputedByWeight) {
    Programme p = after(linked_office(), task_weighted, "T-2", Held(TaskWeighted{3}), on(2, 4));
    p = after(p, task_started, "T-2", {}, on(3, 2));
    p = after(p, task_submitted, "T-2", proof(), on(6, 1, "tax-head"));
    p = after(p, task_verified, "T-2", {}, on(6, 2, "audit-head"));
    const Progress before = view(p, 2026, 6, 1).progress().front();
    EXPECT_EQ(before.done, 0);
    EXPECT_EQ(before.blocked, 1);
    const Progress now = view(p, 2026, 6, 2).progress().front();
    EXPECT_EQ(now.total, 2);
    EXPECT_EQ(now.done, 1);
    EXPECT_EQ(now.blocked, 0);
    EXPECT_DOUBLE_EQ(now.fraction(), 0.75);
}

TEST(BurnupOf, EqualsTheProgressOfEachDay) {
    Programme p = after(linked_office(), task_started, "T-2", {}, on(3, 2));
    p = after(p, task_submitted, "T-2", proof(), on(6, 1, "tax-head"));
    p = after(p, task_verified, "T-2", {}, on(6, 10, "audit-head"));
    p = after(p, task_withdrawn, "T-1", {}, on(8, 3, "team", "not needed"));
    const auto points = burnup(p, year_of(2026), BurnupStep::week);
    EXPECT_EQ(points.size(), 53u);
    for (const BurnupPoint& point : points) {
        const Progress then = View(p, point.date, korea()).progress().front();
        EXPECT_EQ(point.total, then.total) << to_string(point.date);
        EXPECT_EQ(point.done, then.done) << to_string(point.date);
    }
    EXPECT_EQ(points.back().date, make_date(2026, 12, 31));
}

TEST(ChangesOf, AreTasksAddedDroppedDoneAndCarriedOver) {
    Programme p = after(office(), task_withdrawn, "T-1", {}, on(8, 3, "team", "not needed"));
    const Task third{.id = "T-3"};
    p = after(p, task_proposed, "T-3", Held(third), on(9, 1));
    const Changes found = changes(p, p.as_of(make_date(2026, 6, 1)));
    EXPECT_EQ(found.added, std::vector<std::string>{"T-3"});
    EXPECT_EQ(found.dropped, std::vector<std::string>{"T-1"});
    EXPECT_EQ(found.carried_over, std::vector<std::string>{"T-2"});
    EXPECT_TRUE(found.done.empty());
}

/// The office with T-1 handed in, verified and closed in June.
Programme done_office() {
    Programme p = after(office(), task_started, "T-1", {}, on(3, 2));
    p = after(p, task_submitted, "T-1", proof(), on(6, 1, "tax-head"));
    p = after(p, task_verified, "T-1", {}, on(6, 2, "audit-head"));
    return after(p, task_closed, "T-1", {}, on(6, 3));
}

TEST(ChangesOf, NameATaskThatWasReopened) {
    const Programme p = after(done_office(), task_reopened, "T-1", {}, on(7, 1, "team", "a page"));
    const auto since = [&](int month, int day) {
        return changes(p, p.as_of(make_date(2026, month, day)));
    };
    EXPECT_EQ(since(6, 30).reopened, std::vector<std::string>{"T-1"});
    EXPECT_EQ(since(6, 30).carried_over, std::vector<std::string>{"T-2"});
    EXPECT_TRUE(since(6, 30).dropped.empty());
    EXPECT_TRUE(since(7, 1).reopened.empty());  // it was open again by then
    EXPECT_EQ(since(6, 1).carried_over, (std::vector<std::string>{"T-1", "T-2"}));
}

TEST(ChangesOf, SayWhatBecameOfATaskThatWasReopened) {
    const Programme reopened =
        after(done_office(), task_reopened, "T-1", {}, on(7, 1, "team", "a page"));
    const Programme then = reopened.as_of(make_date(2026, 6, 30));
    Programme again = after(reopened, task_submitted, "T-1", proof(), on(7, 2, "tax-head"));
    again = after(again, task_verified, "T-1", {}, on(7, 3, "audit-head"));
    EXPECT_EQ(changes(again, then).done, std::vector<std::string>{"T-1"});
    EXPECT_TRUE(changes(again, again.as_of(make_date(2026, 7, 3))).done.empty());
    const Programme given_up =
        after(reopened, task_withdrawn, "T-1", {}, on(7, 4, "team", "not needed"));
    EXPECT_EQ(changes(given_up, then).dropped, std::vector<std::string>{"T-1"});
    EXPECT_TRUE(changes(given_up, then).reopened.empty());
    EXPECT_TRUE(changes(done_office(), then).done.empty());
}

TEST(Blocked, IsWhatIsOpenAndWaitsForWhatIsNotDone) {
    Programme p = linked_office();
    const auto blocked = [&](int month, int day) {
        const View asked = view(p, 2026, month, day);
        return asked.blocked_by(asked.programme().task("T-1"));
    };
    EXPECT_EQ(blocked(3, 1), std::vector<std::string>{"T-2"});
    p = after(p, task_started, "T-1", {}, on(3, 2));
    p = after(p, task_submitted, "T-1", proof(), on(3, 3, "tax-head"));
    EXPECT_EQ(blocked(3, 3), std::vector<std::string>{"T-2"});
    p = after(p, task_verified, "T-1", {}, on(3, 4, "audit-head"));
    EXPECT_TRUE(blocked(3, 4).empty());
    EXPECT_EQ(view(p, 2026, 3, 4).progress().front().blocked, 0);
}

TEST(Overdue, BeginsOnTheDayAfterTheWorkingDayOnWhichItIsDue) {
    // 28 June 2026 is a Sunday, so that the task is due on Monday.
    const Programme p =
        after(office(), task_rescheduled, "T-1", Held(TaskRescheduled{make_date(2026, 6, 28)}),
              on(2, 3, "team", "earlier"));
    EXPECT_TRUE(view(p, 2026, 6, 29).overdue().empty());
    const auto late = view(p, 2026, 6, 30).overdue();
    ASSERT_EQ(late.size(), 1u);
    EXPECT_EQ(late[0].tasks[0].due_day, make_date(2026, 6, 29));
    EXPECT_EQ(late[0].tasks[0].working_days_late, 1);
}

TEST(Overdue, IsWhatWasHandedInAfterItsDay) {
    Programme p = after(office(), task_started, "T-1", {}, on(3, 2));
    p = after(p, task_submitted, "T-1", proof(), on(7, 1, "tax-head"));
    EXPECT_EQ(view(p, 2026, 7, 2).overdue()[0].tasks.size(), 2u);
    p = after(p, task_verified, "T-1", {}, on(7, 2, "audit-head"));
    EXPECT_EQ(view(p, 2026, 7, 2).overdue()[0].tasks.size(), 1u);
}

TEST(DutyOfEducation, IsOwedByWhoServesOnTheDayAskedAbout) {
    ProgrammeParts parts = office_parts();
    parts.duties = {{.id = "education", .title = words("Education")}};
    parts.officials = {{.id = "o-1", .begin = make_date(2026, 3, 2), .end = make_date(2026, 6, 1)}};
    const Programme p(parts);
    const auto owed = [&](int month, int day) {
        return view(p, 2026, month, day).duty("education").owed_by;
    };
    EXPECT_EQ(owed(3, 1), 0);
    EXPECT_EQ(owed(3, 2), 1);
    EXPECT_EQ(owed(5, 31), 1);
    EXPECT_EQ(owed(6, 1), 0);
}

TEST(MeetingOfUnknownDate, IsNotPossibleBeforeItsCouncilWasSetUp) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].established = PartialDate(2026, 6);
    parts.councils[0].meetings = {
        {.year = 2026, .ordinal = 1, .state = MeetingState::held, .before = make_date(2026, 9, 1)}};
    parts.quotas = {{.id = "q",
                     .title = words("Meetings"),
                     .of = "council",
                     .times = 1,
                     .begin = make_date(2026, 1, 1)}};
    const Verdict early = view(Programme(parts), 2026, 8, 31).quota("q");
    ASSERT_EQ(early.counted.size() + early.possibly_counted.size(), 1u);
    const QuotaFact& fact = early.counted.empty() ? early.possibly_counted[0] : early.counted[0];
    EXPECT_EQ(to_string(*fact.possible), "[2026-06-01, 2026-09-01)");
}

TEST(DutyOfEducation, NamesWhoLacksWhatAndTheDeadlineInFebruary) {
    ProgrammeParts parts = office_parts();
    parts.duties = {{.id = "education", .title = words("Education")}};
    parts.officials = {{.id = "o-1"},
                       {.id = "o-2"},
                       {.id = "o-3", .appointed = make_date(2026, 7, 1)},
                       {.id = "o-4", .end = make_date(2026, 1, 1)}};
    const auto attended = [](const char* official, int month, int minutes) {
        return Attendance{.official = official,
                          .duty = "education",
                          .date = make_date(2026, month, 4),
                          .minutes = minutes};
    };
    parts.attendances = {attended("o-1", 3, 60), attended("o-1", 9, 60), attended("o-2", 3, 60),
                         attended("o-3", 9, 120)};
    const DutyStanding standing = view(Programme(parts), 2026, 12, 1).duty("education");
    EXPECT_EQ(standing.owed_by, 3);
    EXPECT_EQ(standing.done_by, 1);
    ASSERT_EQ(standing.lacking.size(), 2u);
    EXPECT_EQ(standing.lacking[0].text.english, "60 minutes short");
    EXPECT_EQ(standing.lacking[1].text.english, "no part face to face");
    EXPECT_EQ(standing.report_by, make_date(2027, 3, 2));
    EXPECT_EQ(standing.report_day, make_date(2027, 2, 26));
}

TEST(EvidencePack, SaysWhatIsMissing) {
    ProgrammeParts parts = office_parts();
    parts.indicators = {{.id = "i-1", .year = 2026, .title = words("One")},
                        {.id = "i-2", .year = 2026, .title = words("Two")}};
    parts.tasks = {{.id = "T-1", .indicators = {"i-1"}}};
    const auto rows = view(Programme(parts), 2026, 12, 1).evidence(2026);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].missing.english, "no evidence is handed in");
    EXPECT_EQ(rows[1].missing.english, "no task serves it");
}

/// A task due and a meeting on Monday 28 September, the day after Chuseok's week.
Programme september_office() {
    Programme p = after(office(), task_rescheduled, "T-1",
                        Held(TaskRescheduled{make_date(2026, 9, 28)}), on(3, 2, "team", "moved"));
    return after(p, meeting_planned, "council/2026-1",
                 Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 9, 28)}),
                 on(3, 3));
}

TEST(TemporaryHoliday, MovesWhatLiesOnItAndNothingElse) {
    const WorkCalendar after_decree = with_day_off(make_date(2026, 9, 28));
    const std::vector<Move> moves = impact(september_office(), korea(), after_decree, 2026);
    ASSERT_EQ(moves.size(), 2u);
    for (const Move& move : moves) {
        EXPECT_EQ(move.before, make_date(2026, 9, 28));
        EXPECT_EQ(move.after, make_date(2026, 9, 29));
        EXPECT_EQ(move.why.english, "2026-09-28, Temporary public holiday");
    }
    EXPECT_EQ(moves[0].kind, MoveKind::meeting);
    EXPECT_EQ(moves[0].consequence.english, "It has to be postponed, and notice given again");
    EXPECT_EQ(moves[1].kind, MoveKind::due_date);
    EXPECT_EQ(moves[1].id, "T-1");
    EXPECT_TRUE(impact(september_office(), korea(), korea(), 2026).empty());
}

TEST(TemporaryHoliday, ShortensAnIntegrityWeek) {
    const WorkCalendar after_decree = with_day_off(make_date(2026, 9, 14));
    const std::vector<Move> moves = impact(examples::songpa(), korea(), after_decree, 2026);
    ASSERT_EQ(moves.size(), 1u);
    EXPECT_EQ(moves[0].kind, MoveKind::week);
    EXPECT_EQ(moves[0].period, "2026-09");
    EXPECT_EQ(moves[0].days_before, 5);
    EXPECT_EQ(moves[0].days_after, 4);
}

TEST(TemporaryHoliday, MakesNoWeekShortThatWasShort) {
    const Date monday = make_date(2026, 9, 14);
    const auto consequence = [&](int first, int last) {
        WorkCalendar before = korea();
        for (int day = 0; day < first; ++day) {
            before = before.with_holidays(
                std::vector{Holiday{.date = add_days(monday, day), .name = {"휴무", "Day off"}}});
        }
        WorkCalendar then = before;
        for (int day = first; day < last; ++day) {
            then = then.with_holidays(
                std::vector{Holiday{.date = add_days(monday, day), .name = {"휴무", "Day off"}}});
        }
        return impact(examples::songpa(), before, then, 2026)[0].consequence.english;
    };
    EXPECT_EQ(consequence(0, 2), "");  // 5 -> 3 working days
    EXPECT_EQ(consequence(2, 3), "It becomes a short week");
    EXPECT_EQ(consequence(3, 4), "");
}

TEST(TemporaryHoliday, AtTheEndOfAYearIsWhyAQuotaHasToBeMetSooner) {
    ProgrammeParts parts = office_parts();
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .begin = make_date(2026, 1, 1)}};
    const auto moves =
        impact(Programme(parts), korea(), with_day_off(make_date(2026, 12, 31)), 2026);
    ASSERT_EQ(moves.size(), 2u);
    EXPECT_EQ(moves[0].kind, MoveKind::notice);
    EXPECT_EQ(moves[1].kind, MoveKind::quota);
    EXPECT_EQ(moves[1].before, make_date(2026, 12, 31));
    EXPECT_EQ(moves[1].after, make_date(2026, 12, 30));
    EXPECT_EQ(moves[1].why.english, "2026-12-31, Temporary public holiday");
}

TEST(TemporaryHoliday, InJanuaryMovesWhatIsDueAtTheEndOfTheYear) {
    // 31 December 2027 and 1 January 2028 are days off; Monday 3 January is the next working day.
    const WorkCalendar before = with_day_off(make_date(2027, 12, 31));
    const WorkCalendar then = before.with_holidays(
        std::vector{Holiday{.date = make_date(2028, 1, 3), .name = {"임시공휴일", "Temporary"}}});
    ProgrammeParts parts = office_parts();
    parts.tasks = {{.id = "T-1", .due = make_date(2027, 12, 31)}};
    const auto moves = impact(Programme(parts), before, then, 2027);
    ASSERT_EQ(moves.size(), 1u);
    EXPECT_EQ(moves[0].before, make_date(2028, 1, 3));
    EXPECT_EQ(moves[0].after, make_date(2028, 1, 4));
}

TEST(WhyOf, NamesTheRuleAndTheWorkCalendar) {
    const auto reasons = why(examples::songpa(), make_date(2026, 3, 18), korea());
    ASSERT_GE(reasons.size(), 3u);
    EXPECT_EQ(reasons.front().id, "integrity-week");
    EXPECT_EQ(reasons.front().reason.english, "the third week of every month");
    EXPECT_EQ(reasons.back().kind, DateReasonKind::working_day);
}

TEST(ConflictsOf, NameDaysOffOverlapsAndNotice) {
    Programme p = september_office();
    const WorkCalendar after_decree = with_day_off(make_date(2026, 9, 28));
    const auto conflicts = View(p, make_date(2026, 9, 25), after_decree).conflicts();
    std::vector<ConflictKind> kinds;
    for (const Conflict& conflict : conflicts) kinds.push_back(conflict.kind);
    EXPECT_EQ(kinds, (std::vector{ConflictKind::day_off, ConflictKind::notice}));
}

TEST(BriefOf, TellsWhatIsDoneLateAndToBeDecided) {
    Programme p = after(linked_office(), task_started, "T-2", {}, on(3, 2));
    p = after(p, task_submitted, "T-2", proof(), on(6, 1, "tax-head"));
    p = after(p, task_verified, "T-2", {}, on(6, 10, "audit-head"));
    const Brief brief = view(p, 2026, 7, 7).brief();
    ASSERT_EQ(brief.done.size(), 1u);
    EXPECT_EQ(brief.done[0].id, "T-2");
    ASSERT_EQ(brief.late.size(), 1u);
    EXPECT_EQ(brief.late[0].text.english, "T-1: 5 working days late");
}

TEST(Proposals, AreForTheMeetingsThatTheYearStillLacks) {
    const auto third = propose_meetings(examples::yongsan(), "integrity-council", 2025, korea(), {},
                                        make_date(2025, 8, 15));
    ASSERT_EQ(third.size(), 1u);
    EXPECT_TRUE(korea().is_working_day(third[0].date));
    EXPECT_EQ(propose_meetings(examples::yongsan(), "integrity-council", 2026, korea()).size(), 3u);
    EXPECT_MESSAGE(propose_meetings(Programme(office_parts()), "council", 2026, korea()),
                   ProbityError,
                   "no quota prescribes regular meetings of the council 'council' in 2026; none "
                   "can be proposed for it");
}

TEST(Proposals, LeaveOutWeeksThatTakePlace) {
    ProgrammeParts parts = office_parts();
    // A week in the middle of the year, where the only meeting is proposed.
    parts.observances = {{.id = "week",
                          .kind = ObservanceKind::week,
                          .title = words("Integrity Week"),
                          .rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{1, {7}}}}}};
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .counts = {.regular = true},
                     .begin = make_date(2026, 1, 1)}};
    const Interval week = parts.observances[0].occurrences(year_of(2026))[0].observed;
    const auto proposed = [&](bool outside_weeks) {
        const MeetingWishes wishes{.outside_weeks = outside_weeks};
        return propose_meetings(Programme(parts), "council", 2026, korea(), wishes)[0].date;
    };
    EXPECT_TRUE(week.contains(proposed(false)));
    EXPECT_FALSE(week.contains(proposed(true)));
    parts.observances[0].records = {{.nominal = week.begin(),
                                     .observed = week.begin(),
                                     .status = OccurrenceStatus::cancelled,
                                     .reason = words("floods")}};
    EXPECT_EQ(proposed(true), proposed(false));
}

}  // namespace view_test
}  // namespace probity
