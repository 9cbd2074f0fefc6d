// A made-up year and a bit of Yongsan-gu, from September 2025 to November 2026: the Integrity
// Council with a charter and members, its measures with areas and owners, and action items.
#include <string>
#include <utility>
#include <vector>

#include "tests/tools/illustrative/year.hpp"

namespace probity::illustrative {
namespace {

using enum EventKind;

constexpr const char* council_id = "integrity-council";

/// The charter, the eleven votes and the secretary.
void constitute(Year& year) {
    const When when = day("250901");
    const Charter charter{.begin = when.on,
                          .quorum = Share{1, 2, true},
                          .decision = Share{1, 2, true},
                          .notice_days = 7,
                          .written_resolution = true,
                          .note = {"재적위원 과반수 출석, 출석위원 과반수 찬성(예시)",
                                   "A majority of the members present, and a majority of those in "
                                   "favour (illustrative)"},
                          .source = made_up};
    year.step(when, charter_adopted, council_id, Held(charter), "council-secretary");
    for (int number = 1; number <= 12; ++number) {
        const bool secretary = number == 3;
        const Membership member{.seat = seats({number}).front(),
                                .role = number == 1 ? MemberRole::chair
                                        : secretary ? MemberRole::secretary
                                                    : MemberRole::member,
                                .votes = !secretary};
        year.step(when, member_joined, council_id, Held(member), "council-secretary");
    }
    const std::vector<std::pair<const char*, std::vector<std::string>>> owners{
        {"contracts", {"U-03"}},
        {"tax-administration", {"U-04", "U-05"}},
        {"permits-and-licensing", {"U-08", "U-10", "U-11"}},
        {"subsidy-projects", {"U-12", "U-14"}}};
    for (const auto& [area, units] : owners) {
        year.step(day("250905"), area_assigned, area, Held(AreaAssigned{units}), "integrity-team");
    }
    const CadenceVersion cadence{
        .begin = day("0101"),
        .cadence = TimesAYear{3, day("0320")},
        .source = made_up,
        .note = {"연 3회, 3월 20일부터 4개월마다(예시)",
                 "Three times a year, every four months from 20 March (illustrative)"}};
    year.step(day("251215"), cadence_changed, council_id, Held(cadence), "council-secretary");
    year.step(day("0706"), member_left, council_id, Held(MemberLeft{"S-12"}), "council-secretary",
              "위원 교체(예시)");
    year.step(day("0706"), member_joined, council_id, Held(Membership{.seat = "S-13"}),
              "council-secretary");
}

/// A measure that was announced, with the area, owner and due date that are made up for it.
struct MeasurePlan {
    const char* id;
    const char* area;
    const char* owner;
    const char* due;
    int weight;
    std::vector<std::string> indicators;
    const char* life;
};

void take_measures(Year& year) {
    const std::vector<MeasurePlan> plans{
        {"M-01", "contracts", "U-03", "0630", 2, {"I-01"}, "a250919 s251013 u0622 v0629 c0706"},
        {"M-02", "permits-and-licensing", "U-07", "0930", 3, {"I-03"}, "a250919 s0202"},
        {"M-03",
         "permits-and-licensing",
         "U-08",
         "0529",
         3,
         {"I-02", "I-03"},
         "a250919 s251117 u0608 b0612(인허가 통지문 사본 누락) u0618 v0625 c0702"},
        {"M-04",
         "tax-administration",
         "U-04",
         "0831",
         3,
         {"I-02"},
         "a250919 s0112 u0824 v0831 c0907"},
        {"M-05",
         "tax-administration",
         "U-05",
         "1030",
         1,
         {"I-03"},
         "a250919 s0309 h0810(교육 예산 조정)"},
        {"M-06", "subsidy-projects", "U-12", "1231", 2, {"I-04"}, "a250919 s0406"},
    };
    const When when = day("250908");
    for (const MeasurePlan& plan : plans) {
        year.step(when, task_directed, plan.id, Held(TaskDirected{plan.area}), "integrity-team");
        year.step(when, task_assigned, plan.id, Held(TaskAssigned{plan.owner, ""}),
                  "integrity-team");
        year.step(when, task_rescheduled, plan.id, Held(TaskRescheduled{day(plan.due)}),
                  "integrity-team");
        year.step(when, task_weighted, plan.id, Held(TaskWeighted{plan.weight}), "integrity-team");
        year.step(day("0112"), task_linked, plan.id, Held(TaskLinked{{}, plan.indicators}),
                  "integrity-team");
        live(year, plan.id, plan.owner, plan.life);
    }
}

/// What the meetings asked for.
void act_on_meetings(Year& year) {
    const std::vector<std::pair<const char*, TaskPlan>> plans{
        {"251124",
         {"A-01",
          {"수의계약 점검표 배포", "Hand out the checklist for negotiated contracts"},
          "U-03",
          "251219",
          1,
          "contracts",
          {},
          {},
          "a251125 s251126 u251217 v251222 c251223"}},
        {"251124",
         {"A-02",
          {"세무 특이 사례집 초안 작성", "Draft the collection of unusual tax cases"},
          "U-04",
          "0227",
          2,
          "tax-administration",
          {},
          {},
          "a251125 s251215 u0304 v0309 c0313"}},
        {"0323",
         {"A-03",
          {"인허가 처리 기한 안내문 정비", "Revise the notes on time limits of permits"},
          "U-08",
          "0515",
          2,
          "permits-and-licensing",
          {},
          {},
          "a0324 s0401 u0513 v0520 c0522"}},
        {"0323",
         {"A-04",
          {"보조사업자 대상 설명회", "Briefing for those who receive subsidies"},
          "U-14",
          "0612",
          2,
          "subsidy-projects",
          {},
          {},
          "a0324 s0413 u0610 v0617 c0619"}},
        {"0323",
         {"A-05",
          {"도로 점용 허가 현황 공개", "Publish the permits for the use of roads"},
          "U-10",
          "0731",
          2,
          "permits-and-licensing",
          {},
          {},
          "a0324 s0518"}},
        {"0727",
         {"A-06",
          {"민원 접수 방법 설문 조사", "Survey on ways of making complaints"},
          "U-07",
          "0918",
          1,
          "permits-and-licensing",
          {},
          {},
          "a0728 s0803 u0916 v0921"}},
        {"0727",
         {"A-07",
          {"위생 점검 일정 사전 안내", "Announce hygiene inspections beforehand"},
          "U-11",
          "1016",
          1,
          "permits-and-licensing",
          {},
          {},
          "a0728 s0810 w1012(보건소 정기 안내에 통합)"}},
        {"0911",
         {"A-08",
          {"계약 분야 특별 점검 결과 보고", "Report on the special check of contracts"},
          "U-03",
          "1113",
          3,
          "contracts",
          {},
          {},
          "a0914 s0915 u1112"}},
    };
    for (const auto& [proposed, plan] : plans) {
        propose(year, plan, day(proposed), TaskKind::action_item, "council-secretary");
    }
    // It had begun a week before anybody wrote it down.
    year.correction({day("0511"), day("0526")}, task_started, "A-05", {}, "U-10-staff",
                    "착수일을 5월 18일로 잘못 입력함");
}

Meeting sitting(int in_year, int ordinal, const char* date,
                MeetingKind kind = MeetingKind::regular) {
    Meeting meeting{.year = in_year, .kind = kind, .ordinal = ordinal, .date = day(date)};
    if (kind == MeetingKind::written) return meeting;
    meeting.begins = TimeOfDay(14, 0);
    meeting.ends = TimeOfDay(15, 30);
    meeting.place = {"스마트회의실(예시)", "Smart conference room (illustrative)"};
    meeting.presiding = {"구청장", "Mayor"};
    return meeting;
}

void meet_regularly(Year& year) {
    using enum ItemKind;
    using enum ItemOutcome;
    const Sitting last(year, council_id, sitting(2025, 3, "251121"));
    last.plan(day("251020"));
    last.item(day("251103"), "1", report, {"개선대책 추진 상황", "Progress of the measures"});
    last.item(day("251103"), "2", decision, {"2026년 운영 계획", "The council's plan for 2026"});
    last.notice(day("251110"));
    last.hold(day("251121"), {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    last.decide(day("251121"), "1", noted);
    last.decide(day("251121"), "2", adopted, {8, 1, 0});
    last.minute(day("251127"));
    last.approve(day("251205"));

    const Sitting first(year, council_id, sitting(2026, 1, "0320"));
    first.plan(day("0220"));
    first.item(day("0306"), "1", report, {"2025년 평가 결과", "Result of the assessment of 2025"});
    first.item(day("0306"), "2", decision, {"취약분야별 후속 조치", "What follows for each area"});
    first.item(day("0306"), "3", deliberation, {"부서 간 협력 과제", "Work shared by departments"});
    first.notice(day("0309"));
    first.hold(day("0320"), {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12});
    first.decide(day("0320"), "1", noted);
    first.decide(day("0320"), "2", adopted, {10, 0, 0});
    first.decide(day("0320"), "3", amended, {7, 2, 1});
    first.minute(day("0326"));
    first.approve(day("0403"));

    const Sitting second(year, council_id, sitting(2026, 2, "0720"));
    second.plan(day("0622"));
    second.postpone(day("0706"), day("0724"), "구의회 일정과 겹침");
    second.item(day("0710"), "1", report, {"상반기 추진 상황", "Progress in the first half"});
    second.item(day("0710"), "2", decision,
                {"하반기 중점 점검", "What is checked in the second half"});
    second.notice(day("0714"));
    second.hold(day("0724"), {1, 3, 4, 5, 6, 8, 9, 11, 13});
    second.decide(day("0724"), "1", noted);
    second.decide(day("0724"), "2", adopted, {7, 1, 0});

    const Sitting third(year, council_id, sitting(2026, 3, "1120"));
    third.plan(day("1019"));
    third.item(day("1102"), "1", report, {"2026년 추진 결과", "Results of 2026"});
    third.item(day("1102"), "2", decision, {"2027년 개선대책", "The measures of 2027"});
    third.notice(day("1109"));
}

void meet_otherwise(Year& year) {
    using enum ItemKind;
    using enum ItemOutcome;
    const Sitting written(year, council_id, sitting(2026, 1, "0520", MeetingKind::written));
    written.plan(day("0506"));
    written.item(day("0506"), "1", decision, {"운영 규정 자구 정비", "Wording of the charter"});
    written.notice(day("0511"));
    written.hold(day("0520"), {1, 2, 4, 5, 6, 7, 9, 10});
    written.decide(day("0520"), "1", adopted, {7, 0, 1});
    written.minute(day("0522"));
    written.approve(day("0529"));

    const Sitting extraordinary(year, council_id,
                                sitting(2026, 1, "0910", MeetingKind::extraordinary));
    extraordinary.plan(day("0824"));
    extraordinary.item(day("0824"), "1", decision,
                       {"계약 분야 특별 점검", "Special check of contracts"});
    extraordinary.notice(day("0828"));
    extraordinary.hold(day("0910"), {1, 2, 3, 4, 5, 6, 7, 9, 13});
    extraordinary.decide(day("0910"), "1", adopted, {6, 2, 0});
    extraordinary.minute(day("0915"));
    extraordinary.approve(day("0922"));

    const Sitting cancelled(year, council_id, sitting(2026, 2, "1028", MeetingKind::extraordinary));
    cancelled.plan(day("1012"));
    cancelled.cancel(day("1021"), "안건을 제3차 정기회의에서 다루기로 함");
}

/// The announced programmes get dates; O-06 lacks an hour, and O-11, new, was never face to face.
void educate(Year& year) {
    const std::vector<std::pair<const char*, const char*>> dates{
        {"new-employee-training", "0310"},   {"rookie-field-trips", "0417"},
        {"online-self-learning", "0513"},    {"healing-programmes", "0521"},
        {"anti-bullying-education", "0611"}, {"integrity-radio", "0225"},
        {"golden-bell-quiz", "0917"},        {"integrity-concert", "1112"}};
    for (const auto& [activity, date] : dates) {
        year.step(day("0119"), activity_dated, activity,
                  Held(ActivityDate{day(date), {"예시로 지어낸 날짜", "A made-up date"}, made_up}),
                  "training-desk");
    }
    year.step(day("0303"), official_appointed, "O-02", {}, "personnel-desk");
    const std::string newcomer = official_id(11);
    year.step(day("0701"), official_listed, newcomer,
              Held(Official{.id = newcomer, .unit = "U-11"}), "personnel-desk");
    year.step(day("0701"), official_appointed, newcomer, {}, "personnel-desk");
    attend(year, 2, "0310", 120, true, "new-employee-training");
    for (const int official : {1, 3, 4, 5, 6, 7, 8, 9, 10}) {
        attend(year, official, "0513", 60, false, "online-self-learning");
    }
    for (const int official : {1, 3, 4, 5, 7, 8, 9, 10}) {
        attend(year, official, "0611", 60, true, "anti-bullying-education");
    }
    attend(year, 11, "0917", 120, false, "online-self-learning");
}

void assess(Year& year) {
    year.step(day("0105"), assessment_entered, "assessment-2025",
              Held(Assessment{.year = 2025,
                              .grade = 3,
                              .perception = 76.2,
                              .effort = 82.5,
                              .deduction = 0.5,
                              .score = 78.22,
                              .published = day("251223"),
                              .note = {"예시로 지어낸 점수와 등급", "A made-up score and grade"},
                              .source = made_up}),
              "integrity-team");
    year.step(day("0105"), goal_set, "G-01",
              Held(YearGoal{
                  .id = "G-01",
                  .year = 2026,
                  .title = {"종합청렴도 1등급(예시)", "Grade 1 of the assessment (illustrative)"},
                  .grade = 1,
                  .source = made_up}),
              "integrity-team");
}

}  // namespace

Programme yongsan() {
    Year year(yongsan_founding());
    constitute(year);
    take_measures(year);
    act_on_meetings(year);
    meet_regularly(year);
    meet_otherwise(year);
    educate(year);
    assess(year);
    return year.programme();
}

}  // namespace probity::illustrative
