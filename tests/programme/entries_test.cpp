// What a brief, a duty, a coverage and a reconciliation list, entry by entry: what each is about, its
// day, its owner, and the first and the last day on which it is listed.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "probity/programme/coverage.hpp"
#include "probity/programme/reconciliation.hpp"
#include "probity/programme/view.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace entries_test {

using enum EventKind;

using Lines = std::vector<std::string>;

/// "task T-1 2026-06-30 Tax", of each line.
Lines about(const std::vector<BriefLine>& lines) {
    Lines out;
    for (const BriefLine& line : lines) {
        out.push_back(std::string(to_string(line.record)) + " " + line.id + " " +
                      (line.date ? to_string(*line.date) : "undated") +
                      (line.owner.empty() ? "" : " " + line.owner.english));
    }
    return out;
}

Brief brief(const Programme& programme, int month, int day) {
    return View(programme, make_date(2026, month, day), WorkCalendar::korea()).brief();
}

/// T-1 was handed in on 1 June and verified on the 2nd; T-2 on the 3rd and on the 4th.
Programme two_done() {
    Programme p = office();
    int day = 1;
    for (const char* id : {"T-1", "T-2"}) {
        p = after(p, task_started, id, {}, on(3, 2));
        p = after(p, task_submitted, id, proof(), on(6, day++, "tax-head"));
        p = after(p, task_verified, id, {}, on(6, day++, "audit-head"));
    }
    return p;
}

TEST(DoneOfABrief, IsWhatWasDoneInTheYearTheNewestFirst) {
    const Programme p = two_done();
    EXPECT_EQ(about(brief(p, 6, 4).done),
              (Lines{"task T-2 2026-06-04 Tax", "task T-1 2026-06-02 Tax"}));
    EXPECT_EQ(about(brief(p, 6, 3).done), (Lines{"task T-1 2026-06-02 Tax"}));
    EXPECT_EQ(about(brief(p, 6, 1).done), Lines{});
    EXPECT_EQ(View(p, make_date(2027, 1, 1), WorkCalendar::korea()).brief().done,
              std::vector<BriefLine>{});
    EXPECT_EQ(View(p, make_date(2026, 12, 31), WorkCalendar::korea()).brief().done.size(), 2u);
}

TEST(DoneOfABrief, SaysNoMoreThanWhatItIs) {
    const BriefLine line = brief(two_done(), 6, 4).done.front();
    EXPECT_EQ(line.title.english, "T-2");
    EXPECT_TRUE(line.what.empty());
    EXPECT_EQ(line.text, line.title);
}

TEST(LateOfABrief, IsFromTheDayAfterItsDueDay) {
    EXPECT_EQ(about(brief(office(), 6, 30).late), Lines{});
    const Brief found = brief(office(), 7, 1);
    EXPECT_EQ(about(found.late), (Lines{"task T-1 2026-06-30 Tax", "task T-2 2026-06-30 Tax"}));
    EXPECT_EQ(found.late[0].what.english, "1 working day late");
    EXPECT_EQ(brief(office(), 7, 2).late[0].what.english, "2 working days late");
}

// The agenda of four weeks: the first day is that of the brief, the last 27 days later.
TEST(ComingOfABrief, IsDueFromItsDayOnForFourWeeks) {
    const Lines both{"task T-1 2026-06-30 Tax", "task T-2 2026-06-30 Tax"};
    EXPECT_EQ(about(brief(office(), 6, 2).coming), Lines{});
    EXPECT_EQ(about(brief(office(), 6, 3).coming), both);
    EXPECT_EQ(about(brief(office(), 6, 30).coming), both);
    EXPECT_EQ(about(brief(office(), 7, 1).coming), Lines{});
    EXPECT_EQ(brief(office(), 6, 3).coming[0].what.english, "task due");
}

TEST(ComingOfABrief, LeavesOutWhatIsDone) {
    const Programme p = after(two_done(), task_reopened, "T-2", {}, on(6, 5, "team", "a page"));
    EXPECT_EQ(about(brief(p, 6, 5).coming), (Lines{"task T-2 2026-06-30 Tax"}));
}

TEST(ComingOfABrief, IsInOrderOfDateWhateverItIs) {
    ProgrammeParts parts = office_parts();
    parts.occasions = {
        {.id = "closing", .title = words("Closing"), .date = make_date(2026, 7, 1)},
        {.id = "opening", .title = words("Opening"), .date = make_date(2026, 6, 29)}};
    Programme p(parts);
    p = after(p, task_proposed, "T-1",
              Held(Task{.id = "T-1", .title = words("One"), .due = make_date(2026, 6, 30)}),
              on(1, 5));
    p = after(p, meeting_planned, "council/2026-1",
              Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 6, 26)}), on(2, 2));
    EXPECT_EQ(about(brief(p, 6, 22).coming),
              (Lines{"council council 2026-06-26", "occasion opening 2026-06-29",
                     "task T-1 2026-06-30", "occasion closing 2026-07-01"}));
}

TEST(DecisionsOfABrief, BeginOnTheDayOfWhatWaits) {
    Programme p = after(office(), task_started, "T-1", {}, on(3, 2));
    p = after(p, task_submitted, "T-1", proof(), on(3, 9, "tax-head"));
    p = after(p, task_proposed, "T-3",
              Held(Task{.id = "T-3", .title = words("Third"), .owner = "audit"}), on(3, 4));
    EXPECT_EQ(about(brief(p, 3, 8).decisions), (Lines{"task T-3 2026-03-04 Audit"}));
    const Brief found = brief(p, 3, 9);
    EXPECT_EQ(about(found.decisions),
              (Lines{"task T-1 2026-03-09 Tax", "task T-3 2026-03-04 Audit"}));
    EXPECT_EQ(found.decisions[0].what.english, "handed in, to be verified");
    EXPECT_EQ(found.decisions[1].what.english, "to be adopted or rejected");
}

/// Meetings of a council on days of June, each held by so many of the three members.
Programme met(const std::vector<std::pair<int, int>>& meetings) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].memberships[2].role = MemberRole::secretary;
    Programme p(parts);
    int ordinal = 0;
    for (const auto& [day, present] : meetings) {
        const Meeting planned{.year = 2026, .ordinal = ++ordinal, .date = make_date(2026, 6, day)};
        const std::string id = "council/2026-" + std::to_string(ordinal);
        p = after(p, meeting_planned, id, Held(planned), on(2, 2));
        p = after(p, meeting_noticed, id, {}, on(2, 2));
    }
    ordinal = 0;
    for (const auto& [day, present] : meetings) {
        std::vector<std::string> there{"mayor", "audit-head", "tax-head"};
        there.resize(static_cast<std::size_t>(present));
        p = after(p, meeting_held, "council/2026-" + std::to_string(++ordinal),
                  Held(MeetingHeld{.present = there}), on(6, day));
    }
    return p;
}

TEST(DecisionsOfABrief, AskForAMeetingAgainIfTheLastOneHadNoQuorum) {
    const Programme p = met({{10, 1}});
    EXPECT_EQ(about(brief(p, 6, 9).decisions), Lines{});
    const Brief found = brief(p, 6, 10);
    EXPECT_EQ(about(found.decisions), (Lines{"meeting council/2026-1 2026-06-10 Tax"}));
    EXPECT_EQ(found.decisions[0].what.english,
              "no quorum, nothing decided (1 of 3 members present, 2 needed)");
    EXPECT_EQ(found.decisions[0].what.korean,
              "의사정족수 미달로 의결하지 못함(위원 3명 중 1명 출석, 2명 필요)");
    EXPECT_EQ(about(brief(met({{10, 2}}), 6, 10).decisions), Lines{});
}

TEST(DecisionsOfABrief, AskForNoMeetingAfterOneThatHadAQuorum) {
    const Programme p = met({{10, 1}, {17, 2}});
    EXPECT_EQ(about(brief(p, 6, 16).decisions), (Lines{"meeting council/2026-1 2026-06-10 Tax"}));
    EXPECT_EQ(about(brief(p, 6, 17).decisions), Lines{});
    EXPECT_EQ(about(brief(met({{10, 2}, {17, 1}}), 6, 17).decisions),
              (Lines{"meeting council/2026-2 2026-06-17 Tax"}));
}

TEST(DecisionsOfABrief, SayThatNobodyIsRecordedAsPresent) {
    const Brief found = brief(met({{10, 0}}), 6, 10);
    ASSERT_EQ(found.decisions.size(), 1u);
    EXPECT_EQ(found.decisions[0].what.english,
              "no quorum, nothing decided (attendance not recorded, 2 needed)");
}

// --- Duties -------------------------------------------------------------------------------------

/// How the one official stands who was appointed on a day and attended these hours.
DutyStanding standing(const std::optional<Date>& appointed, std::vector<Attendance> attended,
                      bool when_new = true) {
    ProgrammeParts parts = office_parts();
    parts.duties = {{.id = "education",
                     .title = words("Education"),
                     .sessions = 2,
                     .face_to_face_when_new = when_new}};
    parts.officials = {{.id = "o-1", .unit = "tax", .appointed = appointed},
                       {.id = "o-2", .begin = make_date(2027, 1, 1)}};
    parts.attendances = std::move(attended);
    return View(Programme(parts), make_date(2026, 12, 31), WorkCalendar::korea()).duty("education");
}

Attendance hour(const Date& day, bool face_to_face = false) {
    return {.official = "o-1", .duty = "education", .date = day, .face_to_face = face_to_face};
}

TEST(DutyOfAnOfficial, CountsTheFirstAndTheLastDayOfTheYearAndNoOther) {
    const DutyStanding inside =
        standing({}, {hour(make_date(2026, 1, 1)), hour(make_date(2026, 12, 31))});
    EXPECT_EQ(inside.owed_by, 1);
    EXPECT_EQ(inside.done_by, 1);
    EXPECT_TRUE(inside.lacking.empty());
    const DutyStanding outside = standing({}, {hour(make_date(2025, 12, 31))});
    EXPECT_EQ(outside.done_by, 0);
    ASSERT_EQ(outside.lacking.size(), 1u);
    const DutyShortfall& lacks = outside.lacking[0];
    EXPECT_EQ(lacks.official, "o-1");
    EXPECT_EQ(lacks.unit, "tax");
    EXPECT_EQ(lacks.sessions, 0);
    EXPECT_EQ(lacks.minutes, 0);
    EXPECT_EQ(lacks.missing_sessions, 2);
    EXPECT_EQ(lacks.missing_minutes, 120);
    EXPECT_EQ(lacks.text.english, "120 minutes short, 2 sessions short");
    EXPECT_EQ(lacks.text.korean, "120분 부족, 2회 부족");
}

TEST(DutyOfAnOfficial, NamesWhatOneHourLeaves) {
    const DutyShortfall lacks = standing({}, {hour(make_date(2026, 5, 4), true)}).lacking.at(0);
    EXPECT_EQ(lacks.sessions, 1);
    EXPECT_EQ(lacks.minutes, 60);
    EXPECT_TRUE(lacks.had_face_to_face);
    EXPECT_EQ(lacks.text.english, "60 minutes short, 1 session short");
    EXPECT_EQ(lacks.text.korean, "60분 부족, 1회 부족");
}

TEST(DutyOfAnOfficial, AsksForAPartFaceToFaceInTheYearOfAnAppointment) {
    const auto lacks = [](const std::optional<Date>& appointed, bool face_to_face, bool when_new) {
        const DutyStanding found = standing(
            appointed, {hour(make_date(2026, 5, 4)), hour(make_date(2026, 5, 5), face_to_face)},
            when_new);
        return !found.lacking.empty() && found.lacking[0].lacks_face_to_face;
    };
    EXPECT_TRUE(lacks(make_date(2026, 1, 1), false, true));
    EXPECT_TRUE(lacks(make_date(2026, 12, 31), false, true));
    EXPECT_FALSE(lacks(make_date(2025, 12, 31), false, true));
    EXPECT_FALSE(lacks(make_date(2027, 1, 1), false, true));
    EXPECT_FALSE(lacks(std::nullopt, false, true));
    EXPECT_FALSE(lacks(make_date(2026, 1, 1), true, true));
    EXPECT_FALSE(lacks(make_date(2026, 1, 1), false, false));
}

// --- Evidence -----------------------------------------------------------------------------------

TEST(EvidenceOfAYear, NamesTheTasksThatServeItsIndicators) {
    ProgrammeParts parts = office_parts();
    parts.indicators = {{.id = "i-1", .year = 2026, .title = words("One")},
                        {.id = "i-0", .year = 2025, .title = words("Past")}};
    parts.tasks = {
        {.id = "T-1", .title = words("First"), .indicators = {"i-1"}, .evidence = {a_file()}},
        {.id = "T-2", .indicators = {"i-1"}, .state = TaskState::withdrawn},
        {.id = "T-3", .title = words("Third"), .indicators = {"i-0", "i-1"}}};
    const auto rows = View(Programme(parts), make_date(2026, 5, 4)).evidence(2026);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].indicator, "i-1");
    EXPECT_EQ(rows[0].indicator_title.english, "One");
    EXPECT_EQ(rows[0].task, "T-1");
    EXPECT_EQ(rows[0].task_title.english, "First");
    EXPECT_EQ(rows[0].evidence, std::vector{a_file()});
    EXPECT_TRUE(rows[0].missing.empty());
    EXPECT_EQ(rows[1].task, "T-3");
    EXPECT_EQ(rows[1].missing.english, "no evidence is handed in");
}

// --- Coverage and counts ------------------------------------------------------------------------

TEST(CoverageOf, NamesWhatLacksWhatAndWhichRecordItIs) {
    ProgrammeParts parts = office_parts();
    parts.tasks = {{.id = "M-1",
                    .kind = TaskKind::improvement_measure,
                    .title = words("Measure"),
                    .owner = "tax"},
                   {.id = "M-2",
                    .kind = TaskKind::improvement_measure,
                    .title = words("Dropped"),
                    .state = TaskState::rejected}};
    const auto gaps = coverage(Programme(parts)).gaps;
    ASSERT_EQ(gaps.size(), 3u);
    EXPECT_EQ(gaps[0].subject, "contracts");
    EXPECT_EQ(gaps[0].record, RecordKind::risk_area);
    EXPECT_EQ(gaps[0].missing, Missing::measure);
    EXPECT_EQ(gaps[0].text.korean, "Contracts: 기록된 개선대책이 없음");
    EXPECT_EQ(gaps[0].text.english, "Contracts: no measure is recorded for it");
    EXPECT_EQ(gaps[1].subject, "contracts");
    EXPECT_EQ(gaps[1].record, RecordKind::risk_area);
    EXPECT_EQ(gaps[1].missing, Missing::owner);
    EXPECT_EQ(gaps[1].text.korean, "Contracts: 기록된 담당부서가 없음");
    EXPECT_EQ(gaps[1].text.english, "Contracts: no owner is recorded for it");
    EXPECT_EQ(gaps[2].subject, "M-1");
    EXPECT_EQ(gaps[2].record, RecordKind::task);
    EXPECT_EQ(gaps[2].missing, Missing::area);
    EXPECT_EQ(gaps[2].text.korean, "Measure: 기록된 부패취약분야가 없음");
}

TEST(CoverageOf, TakesNoClosedUnitForAnOwner) {
    ProgrammeParts parts = office_parts();
    parts.recorded = std::chrono::sys_days(std::chrono::year(2026) / 6 / 1);
    parts.institution.units[1].end = make_date(2026, 6, 1);
    parts.institution.units.push_back({.id = "park", .title = words("Park")});
    parts.banding->bands[1].units.push_back("park");
    parts.risk_areas[0].owners = {"tax", "park"};
    parts.tasks = {{.id = "T-1", .title = words("Open"), .owner = "tax", .risk_area = "contracts"},
                   {.id = "T-2",
                    .title = words("Done"),

                    .owner = "tax",
                    .risk_area = "contracts",
                    .state = TaskState::closed}};
    const Coverage found = coverage(Programme(parts));
    EXPECT_EQ(found.rows[0].owners, std::vector<std::string>{"park"});
    EXPECT_TRUE(found.rows[0].is_covered());
    ASSERT_EQ(found.gaps.size(), 2u);
    EXPECT_EQ(found.gaps[0].subject, "contracts");
    EXPECT_EQ(found.gaps[0].record, RecordKind::risk_area);
    EXPECT_EQ(found.gaps[0].missing, Missing::owner);
    EXPECT_EQ(found.gaps[1].subject, "T-1");
    EXPECT_EQ(found.gaps[1].record, RecordKind::task);
    EXPECT_EQ(found.gaps[1].missing, Missing::owner);
}

TEST(ReconcileOf, SaysInBothLanguagesHowManyAreTooMany) {
    ProgrammeParts parts = office_parts();
    parts.declared = {{.what = Counted("bands"), .count = 1, .year = 2026},
                      {.what = Counted("bands"), .count = 3, .year = 2025},
                      {.what = Counted("projects"), .count = 4, .year = 2026},
                      {.what = Counted("bands"), .count = 2, .year = 2026}};
    const auto rows = reconcile(Programme(parts));
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0].year, 2025);
    EXPECT_EQ(rows[0].text.korean, "2025년 밴드: 3개 중 2개, 1개 부족");
    EXPECT_EQ(rows[0].text.english, "bands of 2025: 2 of 3, 1 short");
    EXPECT_EQ(rows[1].text.korean, "2026년 밴드: 1개 중 2개, 1개 초과");
    EXPECT_EQ(rows[1].text.english, "bands of 2026: 2 of 1, 1 too many");
    EXPECT_EQ(rows[2].text.korean, "2026년 사업: 발표 4건, 기록 없음");
    EXPECT_EQ(rows[3].text.english, "bands of 2026: 2 of 2");
    EXPECT_EQ(rows[3].agrees(), true);
}

}  // namespace entries_test
}  // namespace probity
