// What the made-up Songpa-gu begins with: units in bands, seats, a council, officials, risk areas.
#include <string>
#include <utility>
#include <vector>

#include "probity/exchange/examples.hpp"
#include "tests/tools/illustrative/songpa.hpp"
#include "tests/tools/illustrative/year.hpp"

namespace probity::illustrative {
namespace {

struct BandPlan {
    Text title;
    std::vector<Text> units;
};

const std::vector<BandPlan>& band_plans() {
    static const std::vector<BandPlan> plans{
        {{"기획재정 밴드", "Planning and finance band"},
         {{"기획예산과", "Planning and Budget Division"},
          {"재무과", "Finance Division"},
          {"세무1과", "Taxation Division 1"},
          {"세무2과", "Taxation Division 2"}}},
        {{"감사총무 밴드", "Audit and general affairs band"},
         {{"감사담당관", "Audit Office"},
          {"정책법무과", "Policy and Legal Affairs Division"},
          {"총무과", "General Affairs Division"},
          {"구의회사무국", "Secretariat of the District Council"}}},
        {{"민원행정 밴드", "Civil affairs band"},
         {{"민원행정과", "Civil Affairs Division"},
          {"자치행정과", "Local Autonomy Division"},
          {"부동산정보과", "Land Information Division"},
          {"주민지원과", "Residents' Support Division"}}},
        {{"복지 밴드", "Welfare band"},
         {{"복지정책과", "Welfare Policy Division"},
          {"생활보장과", "Livelihood Support Division"},
          {"어르신복지과", "Senior Welfare Division"},
          {"장애인복지과", "Disability Welfare Division"}}},
        {{"가족교육 밴드", "Family and education band"},
         {{"여성가족과", "Women and Family Division"},
          {"아동보육과", "Child Care Division"},
          {"교육협력과", "Education Co-operation Division"},
          {"청년정책과", "Youth Policy Division"}}},
        {{"문화체육 밴드", "Culture and sports band"},
         {{"문화예술과", "Culture and Arts Division"},
          {"체육진흥과", "Sports Promotion Division"},
          {"관광진흥과", "Tourism Division"},
          {"문화재단(예시)", "Cultural Foundation (illustrative)"}}},
        {{"경제홍보 밴드", "Economy and public relations band"},
         {{"일자리경제과", "Jobs and Economy Division"},
          {"상권활성화과", "Local Commerce Division"},
          {"스마트도시과", "Smart City Division"},
          {"홍보과", "Public Relations Division"}}},
        {{"도시건축 밴드", "Urban planning and building band"},
         {{"도시계획과", "Urban Planning Division"},
          {"주거정비과", "Housing Redevelopment Division"},
          {"건축과", "Building Division"},
          {"주택관리과", "Housing Management Division"}}},
        {{"건설교통 밴드", "Roads and traffic band"},
         {{"도로과", "Roads Division"},
          {"교통행정과", "Traffic Administration Division"},
          {"주차관리과", "Parking Division"},
          {"치수과", "Flood Control Division"}}},
        {{"환경안전 밴드", "Environment and safety band"},
         {{"환경과", "Environment Division"},
          {"자원순환과", "Resource Recycling Division"},
          {"공원녹지과", "Parks Division"},
          {"재난안전과", "Disaster Safety Division"}}},
        {{"보건시설 밴드", "Health and facilities band"},
         {{"보건행정과", "Public Health Division"},
          {"보건위생과", "Hygiene Division"},
          {"시설관리공단(예시)", "Facilities Corporation (illustrative)"},
          {"복지재단(예시)", "Welfare Foundation (illustrative)"}}},
    };
    return plans;
}

std::string numbered(const char* prefix, std::size_t number) {
    return prefix + std::string(number < 10 ? "0" : "") + std::to_string(number);
}

/// The units, four to a band.
void found_bands(ProgrammeParts& parts) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < band_plans().size(); ++i) {
        const BandPlan& plan = band_plans()[i];
        Band& band = parts.banding->bands.at(i);
        band.title = {plan.title.korean + "(예시)", plan.title.english + " (illustrative)"};
        for (const Text& title : plan.units) {
            const std::string id = numbered("U-", ++number);
            const bool affiliated = title.korean.ends_with("(예시)");
            parts.institution.units.push_back(
                {.id = id,
                 .kind = affiliated ? UnitKind::affiliated_institution : UnitKind::department,
                 .title = title,
                 .source = made_up});
            band.units.push_back(id);
        }
    }
}

/// The vice mayor in the chair, the audit office as secretary, and one head from each band.
void found_council(ProgrammeParts& parts) {
    std::vector<Seat>& posts = parts.institution.seats;
    posts.push_back({.id = "S-01",
                     .kind = SeatKind::senior_official,
                     .title = {"부구청장", "Vice Mayor"},
                     .source = made_up});
    posts.push_back({.id = "S-02",
                     .kind = SeatKind::department_head,
                     .title = {"감사담당관", "Head of the Audit Office"},
                     .unit = "U-05",
                     .source = made_up});
    const std::vector<std::string> units{"U-01", "U-07", "U-09", "U-13", "U-17", "U-21",
                                         "U-25", "U-32", "U-34", "U-40", "U-41"};
    Council council{
        .id = band_council,
        .name = {"혁신밴드 협의회(예시)", "Council of the bands (illustrative)"},
        .established = PartialDate(2026, 1, 5),
        .reports_to = {"구청장", "The mayor"},
        .purposes = {{"밴드 간 실천과제 조정", "Brings the tasks of the bands into line"}},
        .charters = {{.begin = day("0105"),
                      .quorum = Share{1, 2, true},
                      .decision = Share{1, 2, true},
                      .notice_days = 7,
                      .written_resolution = true,
                      .note = {"재적위원 과반수 출석, 출석위원 과반수 찬성(예시)",
                               "A majority of the members present, and a majority of those in "
                               "favour (illustrative)"},
                      .source = made_up}},
        .cadences = {{.begin = day("0105"),
                      .cadence = EveryMonths{3, day("0325")},
                      .source = made_up,
                      .note = {"분기 마지막 달 25일(예시)",
                               "On the 25th of the last month of each quarter (illustrative)"}}},
        .memberships = {{.seat = "S-01", .role = MemberRole::chair},
                        {.seat = "S-02", .role = MemberRole::secretary, .votes = false}},
        .source = made_up};
    for (std::size_t i = 0; i < units.size(); ++i) {
        posts.push_back(head_of(parts, numbered("S-", i + 3), units[i]));
        council.memberships.push_back({.seat = posts.back().id});
    }
    parts.councils.push_back(std::move(council));
    parts.quotas.push_back(
        {.id = "band-council-meetings",
         .title = {"혁신밴드 협의회 정기회의(예시)",
                   "Regular meetings of the council of the bands (illustrative)"},
         .subject = QuotaSubject::meetings,
         .of = band_council,
         .times = 4,
         .counts = {.regular = true, .held = true, .quorate = true},
         .begin = day("0101"),
         .source = made_up});
}

void found_education(ProgrammeParts& parts) {
    parts.duties.push_back(education_duty());
    const std::vector<std::string> units{"U-01", "U-02", "U-03", "U-09", "U-13", "U-17",
                                         "U-21", "U-25", "U-31", "U-33", "U-41"};
    for (std::size_t i = 0; i < units.size(); ++i) {
        parts.officials.push_back({.id = numbered("O-", i + 1), .unit = units[i]});
    }
    parts.activities.push_back(
        {.id = "A-01",
         .title = {"청렴교육 집합교육(예시)", "Integrity education in person (illustrative)"},
         .source = made_up});
    parts.activities.push_back(
        {.id = "A-02",
         .title = {"청렴교육 온라인 과정(예시)", "Integrity education online (illustrative)"},
         .source = made_up});
    parts.activities.push_back(
        {.id = "A-03",
         .title = {"혁신밴드 합동 모임(예시)", "Gathering of the bands (illustrative)"},
         .source = made_up});
}

void found_areas(ProgrammeParts& parts) {
    parts.risk_areas = {
        {"R-01", {"계약", "Contracts"}, {"U-02"}, made_up},
        {"R-02", {"세무 행정", "Tax administration"}, {"U-03", "U-04"}, made_up},
        {"R-03", {"인허가와 지도점검", "Permits and inspections"}, {"U-31", "U-33"}, made_up},
        {"R-04", {"보조금", "Subsidies"}, {"U-13", "U-14"}, made_up},
        {"R-05", {"산하기관 채용", "Recruitment at affiliated institutions"}, {"U-24"}, made_up},
        {"R-06", {"위탁 시설 운영", "Running of entrusted facilities"}, {"U-43"}, made_up},
    };
    parts.indicators = {
        {"I-01", 2026, {"청렴교육 이수", "Education attended"}, made_up},
        {"I-02", 2026, {"부패취약분야 개선", "Improvement of corruption-prone areas"}, made_up},
        {"I-03", 2026, {"이해충돌과 청탁 방지", "Conflicts of interest and favours"}, made_up},
        {"I-04", 2026, {"계약의 투명성", "Transparency of contracts"}, made_up},
        {"I-05", 2026, {"갑질 근절", "No abuse of authority"}, made_up},
        {"I-06", 2026, {"공공시설 이용의 공정성", "Fair use of public facilities"}, made_up},
        {"I-07", 2026, {"시민 참여와 홍보", "Participation and publicity"}, made_up},
    };
}

}  // namespace

Seat head_of(const ProgrammeParts& parts, const std::string& id, const std::string& unit) {
    for (const Unit& each : parts.institution.units) {
        if (each.id != unit) continue;
        const Text title{each.title.korean + (each.title.korean.ends_with("과") ? "장" : " 대표"),
                         "Head of the " + each.title.english};
        return {.id = id,
                .kind = SeatKind::department_head,
                .title = title,
                .unit = unit,
                .source = made_up};
    }
    throw ProbityError("there is no unit " + unit);
}

ProgrammeParts songpa_founding() {
    ProgrammeParts parts = examples::songpa().founding();
    mark(parts, day("0102"));
    // The tasks of 2023 are known by number alone; those of the made-up year take their place.
    parts.tasks.clear();
    std::erase_if(parts.notes, [](const Text& note) {
        return note.english.find("recorded by number only") != std::string::npos;
    });
    parts.notes.push_back(
        {"밴드가 11개이고 실천과제가 39건이라는 것은 발표된 사실이며, 그 이름과 담당은 지어낸 것임",
         "That there are 11 bands and 39 practice tasks was announced; their names, units and "
         "owners "
         "are made up"});
    found_bands(parts);
    found_council(parts);
    found_education(parts);
    found_areas(parts);
    return parts;
}

}  // namespace probity::illustrative
