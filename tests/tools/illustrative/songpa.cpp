// A made-up 2026 of Songpa-gu: 44 units in 11 bands, 39 tasks, a council of the bands that meets
// every quarter, a reorganisation on 1 July, education and assessment.
#include <string>
#include <utility>
#include <vector>

#include "tests/tools/illustrative/songpa.hpp"
#include "tests/tools/illustrative/year.hpp"

namespace probity::illustrative {
namespace {

using enum EventKind;

void open_the_year(Year& year) {
    const When when = day("0105");
    year.step(when, assessment_entered, "assessment-2025",
              Held(Assessment{.year = 2025,
                              .grade = 3,
                              .perception = 78.4,
                              .effort = 81.2,
                              .deduction = 0.8,
                              .score = 78.72,
                              .published = day("251223"),
                              .note = {"예시로 지어낸 점수와 등급", "A made-up score and grade"},
                              .source = made_up}),
              "integrity-team");
    year.step(when, goal_set, "G-01",
              Held(YearGoal{
                  .id = "G-01",
                  .year = 2026,
                  .title = {"종합청렴도 2등급(예시)", "Grade 2 of the assessment (illustrative)"},
                  .grade = 2,
                  .source = made_up}),
              "integrity-team");
    year.step(when, goal_set, "G-02",
              Held(YearGoal{
                  .id = "G-02",
                  .year = 2026,
                  .title = {"청렴교육 전원 이수(예시)", "Every official educated (illustrative)"},
                  .source = made_up}),
              "integrity-team");
    for (const auto& [what, count] :
         {std::pair{CountedKind::bands, 11}, {CountedKind::tasks, 39}}) {
        year.step(day("0115"), count_declared, std::string(to_string(what)),
                  Held(DeclaredCount{.what = what,
                                     .count = count,
                                     .year = 2026,
                                     .note = {"예시로 지어낸 수", "A made-up count"},
                                     .source = made_up}),
                  "integrity-team");
    }
}

/// The bands propose their tasks on three days of January; the day after the last, they are linked.
void work_on_tasks(Year& year) {
    const Banding& banding = *year.founding().banding;
    for (const TaskPlan& plan : songpa_tasks()) {
        const std::string band = band_of(banding, plan.owner)->id;
        const char* proposed = band <= "B-04" ? "0112" : band <= "B-08" ? "0113" : "0114";
        propose(year, plan, day(proposed), TaskKind::practice_task, band + "-lead");
        if (plan.depends_on.empty()) continue;
        year.step(day("0115"), task_linked, plan.id,
                  Held(TaskLinked{plan.depends_on, plan.indicators}), "integrity-team");
    }
    year.step(day("0907"), task_weighted, "T-30", Held(TaskWeighted{4}), "integrity-team",
              "인허가 분야 중점 과제로 지정");
    year.correction({day("0219"), day("0305")}, task_started, "T-24", {}, "U-22-staff",
                    "착수일을 2월 23일로 잘못 입력함");
}

void keep_observances(Year& year) {
    year.step(day("0309"), occurrence_recorded, "integrity-day",
              Held(RecordedOccurrence{
                  .nominal = day("0318"),
                  .observed = day("0319"),
                  .reason = {"3월 18일 구의회 본회의로 하루 늦춤(예시)",
                             "A day later, for the plenary of the district council on 18 March "
                             "(illustrative)"},
                  .source = made_up}),
              "integrity-team");
    const std::vector<std::pair<const char*, const char*>> weeks{
        {"0112", "0116"}, {"0216", "0220"}, {"0316", "0320"}, {"0413", "0417"},
        {"0518", "0522"}, {"0615", "0619"}, {"0713", "0716"}, {"0817", "0821"},
        {"0914", "0918"}, {"1012", "1016"}, {"1116", "1120"}, {"1214", "1218"}};
    for (const auto& [first, recorded] : weeks) {
        year.step(day(recorded), occurrence_recorded, "integrity-week",
                  Held(RecordedOccurrence{
                      .nominal = day(first),
                      .observed = day(first),
                      .reason = {"규칙대로 운영(예시)", "Held as the rule says (illustrative)"},
                      .source = made_up}),
                  "integrity-team");
    }
    for (const char* date : {"0225", "0527", "0928", "1125"}) {
        year.step(day("0130"), activity_dated, "A-03", Held(ActivityDate{day(date), {}, made_up}),
                  "integrity-team");
    }
    for (const char* date : {"0317", "0915"}) {
        year.step(day("0130"), activity_dated, "A-01", Held(ActivityDate{day(date), {}, made_up}),
                  "training-desk");
    }
    for (const char* date : {"0520", "1021"}) {
        year.step(day("0130"), activity_dated, "A-02", Held(ActivityDate{day(date), {}, made_up}),
                  "training-desk");
    }
}

/// On 1 July housing management joins the building division, and a division of digital civil
/// services is set up; the smart city division moves to its band.
void reorganise(Year& year) {
    const When when = day("0701");
    const std::string reason = "2026년 7월 1일 조직 개편(예시)";
    const Unit digital{.id = "U-45",
                       .title = {"디지털민원과", "Digital Civil Service Division"},
                       .source = made_up};
    year.step(when, unit_added, "U-45", Held(UnitAdded{digital, "B-03"}), "integrity-team", reason);
    year.step(when, unit_moved, "U-27", Held(UnitMoved{"B-03"}), "integrity-team", reason);
    year.step(when, member_left, band_council, Held(MemberLeft{"S-10"}), "council-secretary",
              reason);
    year.step(when, seat_closed, "S-10", {}, "integrity-team", reason);
    year.step(when, unit_closed, "U-32", {}, "integrity-team", reason);
    year.step(when, seat_added, "S-14", Held(head_of(year.founding(), "S-14", "U-31")),
              "integrity-team", reason);
    year.step(when, member_joined, band_council, Held(Membership{.seat = "S-14"}),
              "council-secretary", reason);
}

Meeting quarterly(int ordinal, const char* date) {
    return {.year = 2026,
            .ordinal = ordinal,
            .date = day(date),
            .begins = TimeOfDay(15, 0),
            .ends = TimeOfDay(16, 30),
            .place = {"대회의실(예시)", "Main conference room (illustrative)"}};
}

void meet(Year& year) {
    using enum ItemKind;
    using enum ItemOutcome;
    const Sitting first(year, band_council, quarterly(1, "0325"));
    first.plan(day("0223"));
    first.item(day("0309"), "1", report, {"2025년 평가 결과", "Result of the assessment of 2025"});
    first.item(day("0309"), "2", decision, {"2026년 실천과제 확정", "The tasks of 2026"});
    first.item(day("0309"), "3", deliberation, {"밴드 공동 과제", "Tasks shared by bands"});
    first.notice(day("0316"));
    first.hold(day("0325"), {1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12});
    first.decide(day("0325"), "1", noted);
    first.decide(day("0325"), "2", adopted, {9, 1, 0});
    first.decide(day("0325"), "3", amended, {8, 1, 1});
    first.minute(day("0331"));
    first.approve(day("0408"));

    const Sitting second(year, band_council, quarterly(2, "0625"));
    second.plan(day("0526"));
    second.item(day("0608"), "1", report, {"상반기 추진 상황", "Progress in the first half"});
    second.item(day("0608"), "2", decision, {"우수 밴드 선정 기준", "How the best band is chosen"});
    second.notice(day("0615"));
    second.hold(day("0625"), {1, 2, 4, 5, 8, 11});  // five votes of twelve: no quorum
    second.decide(day("0625"), "1", noted);
    second.decide(day("0625"), "2", deferred);
    second.minute(day("0701"));

    const Sitting third(year, band_council, quarterly(3, "0921"));
    third.plan(day("0824"));
    third.notice(day("0902"));
    third.postpone(day("0908"), day("0928"), "구의회 임시회 일정과 겹침");
    third.item(day("0914"), "1", decision, {"우수 밴드 선정 기준", "How the best band is chosen"});
    third.item(day("0914"), "2", decision, {"과제 가중치 조정", "Other weights for the tasks"});
    third.notice(day("0917"));
    third.hold(day("0928"), {1, 2, 3, 4, 5, 6, 7, 9, 12, 14});
    third.decide(day("0928"), "1", adopted, {8, 1, 0});
    third.decide(day("0928"), "2", rejected, {3, 5, 1});
    third.minute(day("1006"));

    year.step(day("0930"), cadence_changed, band_council,
              Held(CadenceVersion{
                  .begin = day("1001"),
                  .cadence = ByRule{Rule::parse("FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE"), day("1201")},
                  .source = made_up,
                  .note = {"성탄절과 결산 시기를 피해 분기 마지막 달 둘째 수요일로 변경(예시)",
                           "The second Wednesday of the last month of each quarter, to keep clear "
                           "of Christmas and the closing of accounts (illustrative)"}}),
              "council-secretary");

    const Sitting fourth(year, band_council, quarterly(4, "1209"));
    fourth.plan(day("1109"));
    fourth.item(day("1123"), "1", report, {"2026년 추진 결과", "Results of 2026"});
    fourth.item(day("1123"), "2", decision, {"2027년 실천과제", "The tasks of 2027"});
    fourth.postpone(day("1201"), day("1229"), "예산안 심의 일정과 겹침");
    fourth.notice(day("1218"));
}

/// Everybody is educated but O-05, who lacks an hour, and O-12, new and never face to face.
void educate(Year& year) {
    const std::string newcomer = official_id(12);
    year.step(day("0303"), official_appointed, "O-03", {}, "personnel-desk");
    year.step(day("0701"), official_appointed, "O-07", {}, "personnel-desk");
    year.step(day("0701"), official_listed, newcomer,
              Held(Official{.id = newcomer, .unit = "U-45"}), "personnel-desk");
    year.step(day("0701"), official_appointed, newcomer, {}, "personnel-desk");
    for (const int official : {1, 2, 4, 6}) attend(year, official, "0317", 120, true, "A-01");
    attend(year, 5, "0317", 120, true, "A-01");
    year.annulment(day("0320"), education_attended, "O-05", "training-desk",
                   "O-06의 참석을 O-05로 잘못 입력함");
    attend(year, 3, "0317", 60, true, "A-01");
    attend(year, 3, "0520", 60, false, "A-02");
    attend(year, 5, "0520", 60, false, "A-02");
    for (const int official : {8, 9, 10, 11}) attend(year, official, "0520", 60, false, "A-02");
    attend(year, 7, "0915", 120, true, "A-01");
    attend(year, 8, "0915", 60, true, "A-01");
    attend(year, 9, "0915", 60, true, "A-01");
    attend(year, 10, "1021", 60, false, "A-02");
    attend(year, 11, "1021", 60, false, "A-02");
    attend(year, 12, "1021", 120, false, "A-02");
}

}  // namespace

Programme songpa() {
    Year year(songpa_founding());
    open_the_year(year);
    work_on_tasks(year);
    keep_observances(year);
    reorganise(year);
    meet(year);
    educate(year);
    return year.programme();
}

}  // namespace probity::illustrative
