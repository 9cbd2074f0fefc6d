// Tables as offices make them: headings in two rows, totals, remarks, dates that cannot be meant.
#include <gtest/gtest.h>

#include "probity/exchange/import.hpp"
#include "probity/exchange/json.hpp"
#include "probity/history/history.hpp"
#include "tests/exchange/import_office.hpp"

namespace probity {
namespace import_offices_test {

using namespace importing;

Import import_of(const Sheet& sheet, const std::vector<std::string>& ignored = {}) {
    return import_rows(importing::office(), {sheet}, act, Language::english, ignored);
}

/// All that is wrong with a table, as it is said in English.
std::vector<std::string> faults_of(const Sheet& sheet) {
    std::vector<std::string> out;
    try {
        static_cast<void>(import_of(sheet));
    } catch (const ImportErrors& errors) {
        for (const RowError& row : errors.rows()) out.push_back(describe(row));
    }
    return out;
}

std::vector<std::string> faults_of(const std::string& csv) {
    return faults_of(read_csv(SheetKind::tasks, csv));
}

TEST(ImportHeadings, MayStandInTwoRows) {
    const Sheet read = read_csv(SheetKind::tasks,
                                "2026년 과제 목록,,,,,,\n"
                                "연번,과제,,담당부서,,추진일정,비고\n"
                                ",번호,명,부서,담당자,기한,\n"
                                "1,T-1,교육,세무1과,홍길동,2026. 3. 18.(수),\n");
    EXPECT_EQ(read.heading_row, 3);
    EXPECT_EQ(read.headings, (std::vector<std::string>{"연번", "과제 번호", "과제 명", "부서",
                                                       "담당자", "기한", "비고"}));
    EXPECT_EQ(read.rows.at(0).number, 4);
    const Import import = import_of(read, {"담당자"});
    const Task task = importing::office().apply(import.events).task("T-1");
    EXPECT_EQ(task.title.korean, "교육");
    EXPECT_EQ(task.owner, "tax-1");
    EXPECT_EQ(task.due, make_date(2026, 3, 18));
    EXPECT_EQ(import.notices.size(), 2u);
}

TEST(ImportHeadings, OfTwoRowsTheLowerSaysNothingAlone) {
    // The unit that helps is not the one that owns.
    const auto faults = faults_of(
        "과제번호,과제명,협조,,기한\n"
        ",,부서,담당자,\n"
        "T-1,교육,세무1과,홍길동,2026-03-18\n");
    ASSERT_EQ(faults.size(), 2u);
    EXPECT_NE(faults[0].find("row 2, 협조 부서: "), std::string::npos) << faults[0];
    EXPECT_NE(faults[1].find("row 2, 담당자: "), std::string::npos) << faults[1];
}

TEST(ImportHeadings, ARowBelowIsARecordUnlessItHasTheirParts) {
    // Neither a title above nor a row below with an empty id is a row of headings.
    EXPECT_EQ(read_csv(SheetKind::tasks, "과제,,\n과제번호,과제명,기한\nT-1,x,\n").heading_row, 2);
    EXPECT_EQ(read_csv(SheetKind::tasks, "과제번호,과제명,\n,교육,\n").heading_row, 1);
    EXPECT_EQ(read_csv(SheetKind::tasks, "과제번호,과제명,,\n,기한,x,\n").rows.size(), 1u);
    EXPECT_EQ(read_csv(SheetKind::bands, "밴드번호,소속부서,\nB-1,부서,\n").heading_row, 1);
}

TEST(ImportHeadings, RemarksInBracketsDoNotMatter) {
    const Task task = task_of(
        "연번(No.),과제번호,(필수) 과제명,[담당] 추진부서,기한(필수),비고(특이사항)\n"
        "1,T-1,x,세무1과,2026-03-18,y\n");
    EXPECT_EQ(task.owner, "tax-1");
    EXPECT_EQ(task.due, make_date(2026, 3, 18));
}

TEST(ImportRows, TotalsAndRemarksArePassedOver) {
    const Sheet read = read_csv(SheetKind::tasks,
                                "연번,과제번호,과제명,담당부서,가중치\n"
                                "1,T-1,x,세무1과,1\n"
                                "소계,,,,1건\n"
                                "연번,과제번호,과제명,담당부서,가중치\n"
                                "2,T-2,y,세무2과,2\n"
                                ",합 계,2건,,\"1,003\"\n"
                                ",,,,\n"
                                "※ 기한은 추후 확정,,,,\n"
                                "끝.,,,,\n");
    const Import import = import_of(read);
    EXPECT_EQ(import.tasks, 2u);
    std::vector<std::string> said;
    for (const ImportNotice& notice : import.notices) said.push_back(describe(notice));
    EXPECT_EQ(said, (std::vector<std::string>{
                        "tasks, row 3: has '소계': the row has totals and is passed over",
                        "tasks, row 4: repeats the headings and is passed over",
                        "tasks, row 6: has '합 계': the row has totals and is passed over",
                        "tasks, row 8: has '※ 기한은 추후 확정': the row is a remark and is passed "
                        "over",
                        "tasks, row 9: has '끝.': the row is a remark and is passed over",
                        "tasks, row 1, 연번: counts the rows and is passed over"}));
    EXPECT_EQ(describe(import.notices[0], Language::korean),
              "과제 3행: '소계' 행은 합계여서 넘겼습니다");
}

TEST(ImportRows, WhatSaysMoreThanATotalIsARecord) {
    EXPECT_EQ(faults_of("과제번호,과제명,담당부서\n소계,세무1과,세무1과\n").size(), 1u);
    EXPECT_EQ(faults_of("과제번호,과제명\n※ 교육,x\n").size(), 1u);
    EXPECT_EQ(faults_of("과제번호,과제명\n이하여백,x\n").size(), 1u);
    EXPECT_EQ(faults_of("과제번호,과제명\n미정,x\n").size(), 1u);
    EXPECT_EQ(task_of("과제번호,과제명\nT-1,합계\n").title.korean, "합계");
    EXPECT_EQ(task_of("과제번호,과제명\nT-1,※ 교육\n").title.korean, "※ 교육");
}

TEST(ImportRows, ATableOfBandsMayEndInATotal) {
    Sheet bands{.kind = SheetKind::bands, .headings = {"밴드번호", "소속부서"}};
    int number = 1;
    for (const Unit& unit : importing::office().institution().units) {
        bands.rows.push_back({++number, {number == 2 ? "B-1" : "", unit.title.korean}});
    }
    bands.rows.push_back({++number, {"계", std::to_string(number - 2) + "개"}});
    EXPECT_EQ(import_of(bands).bands, 1u);
}

TEST(ImportDates, OfYearsThatNobodyMeansAreRefused) {
    for (const char* day :
         {"1905-07-18", "1900-02-28", "1899-12-30", "1954. 10. 2.", "2119-01-11", "9999-12-31"}) {
        const auto faults = faults_of("id,title,due\nT-1,x," + std::string(day) + "\n");
        ASSERT_EQ(faults.size(), 1u) << day;
        EXPECT_EQ(faults[0],
                  "tasks, row 2, due: '" + std::string(day) +
                      "' cannot be meant; allowed: a date from 1954-10-03 to 2119-01-10");
    }
    EXPECT_EQ(task_of("id,title,due\nT-1,x,1954-10-03\n").due, make_date(1954, 10, 3));
    EXPECT_EQ(task_of("id,title,due\nT-1,x,2119-01-10\n").due, make_date(2119, 1, 10));
}

TEST(ImportCells, OneThatCannotBeTakenHidesNoOther) {
    Sheet sheet = read_csv(SheetKind::tasks,
                           "과제번호,과제명,담당부서,기한\nT-1,x,없는과,=A1\nT-1,,세무1과,\n");
    sheet.faults.push_back({.sheet = SheetKind::tasks,
                            .row = 2,
                            .column = "기한",
                            .value = "=A1",
                            .problem = {"수식입니다", "is a formula"}});
    const auto faults = faults_of(sheet);
    ASSERT_EQ(faults.size(), 4u);
    EXPECT_NE(faults[0].find("row 2, 담당부서"), std::string::npos);
    EXPECT_EQ(faults[1], "tasks, row 2, 기한: '=A1' is a formula");
    EXPECT_NE(faults[2].find("row 3, 과제번호"), std::string::npos);
    EXPECT_NE(faults[3].find("row 3, 과제명"), std::string::npos);
}

TEST(ImportCells, NothingIsWantedOfWhatIsPassedOver) {
    Sheet sheet = read_csv(SheetKind::tasks, "연번,과제번호,과제명\n=ROW(),T-1,x\n합계,=SUM(),\n");
    for (const auto& [row, column] : {std::pair(2, "연번"), std::pair(3, "과제번호")}) {
        sheet.faults.push_back({.sheet = SheetKind::tasks, .row = row, .column = column});
    }
    EXPECT_EQ(import_of(sheet).tasks, 1u);
}

TEST(ImportCells, ThatNobodySeesAreEmpty) {
    const Task task =
        task_of("id,title,owner,due,비고\nT-1,x,\u200e,\u3164,\u00a0\n\u200b,\u3164,\u200f,,\n");
    EXPECT_EQ(task.owner, "");
    EXPECT_FALSE(task.due);
}

TEST(ImportNames, MatchLettersOfHangulThatStandApart) {
    // 세무1과, as macOS takes a name apart.
    const std::string apart = "\u1109\u1166\u1106\u116e1\u1100\u116a";
    EXPECT_EQ(task_of("id,title,owner\nT-1,x," + apart + "\n").owner, "tax-1");
    ProgrammeParts parts = importing::office().parts();
    const auto unit = std::find_if(parts.institution.units.begin(), parts.institution.units.end(),
                                   [](const Unit& each) { return each.id == "tax-1"; });
    unit->title.korean = apart;
    const Programme programme(parts);
    const Import import = import_rows(
        programme, {read_csv(SheetKind::tasks, "id,title,owner\nT-1,x,세무 1과\n")}, act);
    EXPECT_EQ(programme.apply(import.events).task("T-1").owner, "tax-1");
}

TEST(CsvColumns, ThatStandTooFarRightAreFaults) {
    std::string empty(16'000, ','), far = std::string(150, ',') + "x";
    EXPECT_EQ(task_of("id,title" + empty + "\nT-1,x" + empty + "\n").id, "T-1");
    const auto row = faults_of("id,title\nT-1,x" + far + "\n");
    ASSERT_EQ(row.size(), 1u);
    EXPECT_EQ(row[0],
              "tasks, row 2: the row has something in column 152; allowed: at most 100 columns");
    EXPECT_EQ(faults_of("id,title" + far + "\nT-1,x\n").size(), 1u);
}

}  // namespace import_offices_test
}  // namespace probity
