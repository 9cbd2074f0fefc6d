// What the made-up Yongsan-gu begins with: units, seats, officials and indicators.
#include <string>
#include <vector>

#include "probity/exchange/examples.hpp"
#include "tests/tools/illustrative/year.hpp"

namespace probity::illustrative {
namespace {

/// Makes units up around the one that was announced, which is U-04 among them.
void found_units(ProgrammeParts& parts) {
    parts.institution.units.clear();
    for (Meeting& meeting : parts.councils.front().meetings) {
        if (!meeting.units.empty()) meeting.units = {"U-04"};
    }
    const std::vector<Text> titles{
        {"감사담당관", "Audit Office"},
        {"기획예산과", "Planning and Budget Division"},
        {"재무과", "Finance Division"},
        {"세무1과", "Taxation Division 1"},
        {"세무2과", "Taxation Division 2"},
        {"총무과", "General Affairs Division"},
        {"민원여권과", "Civil Affairs and Passports Division"},
        {"건축과", "Building Division"},
        {"주택과", "Housing Division"},
        {"건설관리과", "Construction Management Division"},
        {"보건위생과", "Hygiene Division"},
        {"복지정책과", "Welfare Policy Division"},
        {"어르신복지과", "Senior Welfare Division"},
        {"문화체육과", "Culture and Sports Division"},
        {"일자리경제과", "Jobs and Economy Division"},
        {"시설관리공단(예시)", "Facilities Corporation (illustrative)"},
    };
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const bool affiliated = titles[i].korean.ends_with("(예시)");
        // That Taxation Division 1 attended the meeting of 25 July was announced.
        const bool announced = titles[i].korean == "세무1과";
        parts.institution.units.push_back(
            {.id = "U-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1),
             .kind = affiliated ? UnitKind::affiliated_institution : UnitKind::department,
             .title = titles[i],
             .source = announced ? "announcement" : made_up});
    }
}

/// A seat for the head of a unit, of that unit's name.
Seat head_of(const ProgrammeParts& parts, int number, std::size_t unit) {
    const Unit& of = parts.institution.units.at(unit - 1);
    return {.id = seats({number}).front(),
            .kind = SeatKind::department_head,
            .title = {of.title.korean + (of.title.korean.ends_with("과") ? "장" : ""),
                      "Head of the " + of.title.english},
            .unit = of.id,
            .source = made_up};
}

void found_seats(ProgrammeParts& parts) {
    std::vector<Seat>& posts = parts.institution.seats;
    posts.push_back(
        {.id = "S-01", .kind = SeatKind::head, .title = {"구청장", "Mayor"}, .source = made_up});
    posts.push_back({.id = "S-02",
                     .kind = SeatKind::senior_official,
                     .title = {"부구청장", "Vice Mayor"},
                     .source = made_up});
    int number = 3;
    for (const std::size_t unit : {1U, 2U, 3U, 4U, 5U, 7U, 8U, 10U, 11U, 12U, 14U}) {
        posts.push_back(head_of(parts, number++, unit));
    }
}

}  // namespace

ProgrammeParts yongsan_founding() {
    ProgrammeParts parts = examples::yongsan().founding();
    mark(parts, day("250829"));
    parts.notes.push_back(
        {"개선대책과 부패취약분야, 청렴 활동의 이름은 발표된 것이며, 그 담당부서, 기한, 날짜와 "
         "진행 "
         "상황은 지어낸 것임",
         "The names of the measures, of the corruption-prone areas and of the activities were "
         "announced; their owners, due dates, days and progress are made up"});
    found_units(parts);
    found_seats(parts);
    parts.duties.push_back(education_duty());
    for (int i = 1; i <= 10; ++i) {
        const std::string unit = "U-" + std::string(i < 10 ? "0" : "") + std::to_string(i);
        parts.officials.push_back({.id = official_id(i), .unit = unit});
    }
    parts.indicators = {
        {"I-01", 2026, {"청렴교육 이수", "Education attended"}, made_up},
        {"I-02", 2026, {"부패취약분야 개선", "Improvement of corruption-prone areas"}, made_up},
        {"I-03", 2026, {"민원 처리의 공정성", "Fair handling of petitions"}, made_up},
        {"I-04", 2026, {"적극행정", "Proactive administration"}, made_up},
        {"I-05", 2026, {"기관장의 의지와 노력", "Commitment of the head"}, made_up},
    };
    return parts;
}

}  // namespace probity::illustrative
