// Cells and headings as offices write them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "probity/exchange/import.hpp"
#include "tests/exchange/import_office.hpp"
#include "tests/expect_error.hpp"

namespace probity {
namespace import_cells_test {

using namespace importing;

TEST(Import, ReadsDatesAsOfficesWriteThem) {
    for (const char* day :
         {"2026-03-18", "2026. 3. 18.", "2026.3.18", "2026/3/18", "2026/03/18", " 2026. 03. 18 ",
          "2026년 3월 18일", "2026. 3. 18.(수)", "20260318", "'26. 3. 18.", "2026. 3. 18.까지"}) {
        const Import import = import_rows(
            importing::office(),
            {{.headings = {"id", "title", "due"}, .rows = {{2, {"T-1", "x", day}}}}}, act);
        EXPECT_EQ(importing::office().apply(import.events).task("T-1").due, make_date(2026, 3, 18))
            << day;
    }
    for (const char* no_day : {"3/18/2026", "26-03-18", "2026-3-18-1", "2026-13-01", "2026", "18",
                               "2026--3", "2026-03-18 10:00", "2026-003-1", "soon"}) {
        EXPECT_EQ(
            faults_of({{.headings = {"id", "title", "due"}, .rows = {{2, {"T-1", "x", no_day}}}}})
                .size(),
            1u)
            << no_day;
    }
}

TEST(Import, StarsMarkWhatIsNeeded) {
    EXPECT_TRUE(
        faults_of({read_csv(SheetKind::tasks, "과제번호 *,* 과제명\nT-1,청렴교육\n")}).empty());
}

TEST(Import, FormsAreMadeOfItsColumns) {
    for (const SheetKind kind : {SheetKind::bands, SheetKind::tasks}) {
        for (const SheetColumn& column : columns_of(kind)) {
            EXPECT_EQ(column_named(kind, column.heading.korean), column.id);
            EXPECT_EQ(column_named(kind, column.heading.english), column.id);
            // A table without the column says so, or is taken.
            Sheet sheet{.kind = kind, .headings = {}};
            for (const SheetColumn& other : columns_of(kind)) {
                if (other != column) sheet.headings.push_back(other.heading.korean);
            }
            const bool complains = [&] {
                for (const RowError& fault : faults_of({sheet})) {
                    if (fault.problem.english == "the column '" + column.id + "' is missing") {
                        return true;
                    }
                }
                return false;
            }();
            EXPECT_EQ(complains, column.needed) << column.id;
        }
    }
    EXPECT_EQ(columns_of(SheetKind::tasks).size(), 12u);
    EXPECT_EQ(column_named(SheetKind::tasks, "소속부서"), "");
    for (const auto& [kind, name] : task_kinds()) {
        for (const std::string& word : {name.korean, name.english}) {
            const Sheet sheet = read_csv(SheetKind::tasks, "id,title,kind\nT-1,x," + word + "\n");
            const Import import = import_rows(importing::office(), {sheet}, act);
            EXPECT_EQ(importing::office().apply(import.events).task("T-1").kind, kind);
        }
    }
    EXPECT_EQ(task_kinds().size(), 3u);
}

TEST(Import, HeadingsMayStandLower) {
    const Sheet low{.kind = SheetKind::tasks,
                    .headings = {"id", "titel"},
                    .heading_row = 4,
                    .rows = {{.number = 7, .cells = {"T 1", "x"}}}};
    const auto faults = faults_of({low});
    ASSERT_EQ(faults.size(), 2u);
    EXPECT_EQ(faults[0].row, 4);
    EXPECT_EQ(faults[0].column, "titel");
    EXPECT_EQ(faults[1].row, 7);
    EXPECT_EQ(describe(faults[1]), "tasks, row 7, id: " + reason(faults[1]));
    EXPECT_EQ(describe(faults[1], Language::korean),
              "과제 7행 id: " + reason(faults[1], Language::korean));
}

TEST(Import, SaysOfADateWhatIsWrongWithIt) {
    const auto said = [](const std::string& day) {
        return fault_of("id,title,due\nT-1,x," + day + "\n");
    };
    EXPECT_EQ(
        said("2026. 3. 18.(목)"),
        "tasks, row 2, due: '2026. 3. 18.(목)' has another weekday: 2026-03-18 is a Wednesday "
        "(수); allowed: (수), or no weekday");
    EXPECT_NE(said("3/4/2026").find("has its year last"), std::string::npos);
    EXPECT_NE(said("26. 3. 18.").find("has a year of two digits"), std::string::npos);
    EXPECT_NE(said("2026-03-18 10:00").find("has a time of day"), std::string::npos);
    EXPECT_NE(said("2026. 3.").find("names a month and no day"), std::string::npos);
    EXPECT_NE(said("3. 18.").find("has no year"), std::string::npos);
    const auto faults =
        faults_of({read_csv(SheetKind::tasks, "id,title,due\nT-1,x,2026. 3. 18.(목)")});
    EXPECT_EQ(reason(faults.at(0), Language::korean),
              "'2026. 3. 18.(목)' - 2026-03-18은 수요일입니다. 허용되는 값: 수요일, 또는 요일 없는 "
              "날짜");
}

TEST(Import, TakesWordsForNothing) {
    for (const char* none : {"-", "미정", "없음", "해당 없음", "N/A", "\u2013", "－"}) {
        const std::string cells = std::string(none) + "," + none + "," + none + "," + none;
        const Task task = task_of("id,title,due,owner,depends_on,weight\nT-1,x," + cells + "\n");
        EXPECT_FALSE(task.due) << none;
        EXPECT_EQ(task.owner, "");
        EXPECT_TRUE(task.depends_on.empty());
        EXPECT_EQ(task.weight, 1);
    }
    // A title that says so is a title.
    EXPECT_EQ(task_of("id,title\nT-1,미정\n").title.korean, "미정");
}

TEST(Import, NamesMatchWhateverTheirBlanksAndWidths) {
    for (const char* owner : {"세무1과", "세무 1과", "세무１과", "tax-1", "ｔａｘ－１",
                              "taxation division 1", "Taxation  Division 1", "세무1과\u200b"}) {
        EXPECT_EQ(task_of(std::string("id,title,owner\nT-1,x,") + owner + "\n").owner, "tax-1")
            << owner;
    }
    EXPECT_EQ(task_of("id,title\nＴ－０１,x\n").id, "T-01");
    // The title is kept as it is written.
    EXPECT_EQ(task_of("id,title\nT-1,㈜ １번  과제\n").title.korean, "㈜ １번 과제");
    EXPECT_NE(fault_of("id,title,owner\nT-1,x,TAX-1\n").find("did you mean 'tax-1'?"),
              std::string::npos);
}

TEST(Import, ListsAreSeparatedAsOfficesSeparateThem) {
    for (const char* units :
         {"세무1과;세무2과", "세무1과, 세무2과", "세무1과·세무2과", "세무1과 / 세무2과",
          "세무1과、세무2과", "세무1과，세무2과", "세무1과ㆍ세무2과", "세무1과・세무2과",
          "세무1과\n세무2과", "세무1과;\n세무2과;"}) {
        Sheet bands = sheet(SheetKind::bands, "bands.csv");
        bands.rows[2].cells[3] = units;
        const Import import = import_rows(importing::office(), {bands}, act);
        EXPECT_EQ(importing::office().apply(import.events).bands()[2].units,
                  (std::vector<std::string>{"tax-1", "tax-2"}))
            << units;
    }
}

TEST(Import, ASeparatorInANameSeparatesNothing) {
    ProgrammeParts parts = importing::office().parts();
    parts.institution.units[0].title = {"문화·체육과", "Culture, Sports and Tourism"};
    const Programme programme(parts);
    const std::string id = parts.institution.units[0].id;
    for (const char* units :
         {"문화·체육과·세무1과", "세무1과, 문화ㆍ체육과", "Culture, Sports and Tourism, 세무1과"}) {
        Sheet bands{.kind = SheetKind::bands,
                    .headings = {"id", "units"},
                    .rows = {{.number = 2, .cells = {"B-1", units}}}};
        for (const RowError& fault : faults_of({bands}, programme)) {
            EXPECT_EQ(fault.problem.english, "is in no band") << units;
        }
    }
}

TEST(Import, PassesOverWhatOfficesCountAndRemark) {
    const Sheet tasks = read_csv(SheetKind::tasks,
                                 "연번,과제번호,과제명,추진부서,완료기한,추진상태,비고,\n"
                                 "1,T-1,x,세무1과,2026-06-30,추진중,메모,\n");
    const Import import = import_rows(importing::office(), {tasks}, act);
    ASSERT_EQ(import.notices.size(), 3u);
    EXPECT_EQ(describe(import.notices[0]),
              "tasks, row 1, 연번: counts the rows and is passed over");
    EXPECT_EQ(describe(import.notices[1]),
              "tasks, row 1, 추진상태: has states (추진중) and is passed over: each task is "
              "proposed, and what was done since is recorded by events");
    EXPECT_EQ(describe(import.notices[2], Language::korean),
              "과제 1행 비고: 비고여서 넘긴 열입니다");
    const Task task = importing::office().apply(import.events).task("T-1");
    EXPECT_EQ(task.owner, "tax-1");
    EXPECT_EQ(task.due, make_date(2026, 6, 30));
    for (const char* heading : {"순번", "No.", "No", "№", "일련번호", "비 고", "Remarks"}) {
        EXPECT_EQ(task_of(std::string("id,title,") + heading + "\nT-1,x,7\n").id, "T-1") << heading;
    }
}

TEST(Import, PassesOverOnRequestAndWhatIsEmpty) {
    EXPECT_NE(fault_of("id,title,담당자\nT-1,x,홍길동\n").find("is no heading"), std::string::npos);
    EXPECT_EQ(task_of("id,title,담당자\nT-1,x,홍길동\n", {"담당자"}).id, "T-1");
    EXPECT_EQ(task_of("id,title,담당 자\nT-1,x,홍길동\n", {"담당자"}).id, "T-1");
    EXPECT_EQ(task_of("id,title,담당자,\nT-1,x,,\n").id, "T-1");
    EXPECT_FALSE(task_of("id,title,due\nT-1,x,soon\n", {"due"}).due);
}

TEST(Import, BesideTheIdANumberCountsTheRows) {
    EXPECT_EQ(task_of("번호,과제번호,과제명\n1,T-1,x\n").id, "T-1");
    EXPECT_EQ(task_of("과제번호,번호,과제명\nT-1,1,x\n").id, "T-1");
    EXPECT_NE(fault_of("과제번호,번호,과제명\nT-1,T-2,x\n").find("means the same as"),
              std::string::npos);
}

TEST(Import, HeadingsAreTakenAsOfficesWriteThem) {
    for (const char* headings :
         {"과제번호,과제명,주관부서,마감일", "과제 번호,과제 명,담당 부서,기 한",
          "과제번호,과제명,담당부서(과),기한(완료)", "과제번호,추진과제,소관부서,완료예정일",
          "번호,세부과제명,부서명,Deadline", "과제번호*,과제명*,담당부서,기한(필수)",
          "과제번호,과제명,추진부서,완료기한"}) {
        const Task task = task_of(std::string(headings) + "\nT-1,x,세무1과,2026-06-30\n");
        EXPECT_EQ(task.owner, "tax-1") << headings;
        EXPECT_EQ(task.due, make_date(2026, 6, 30)) << headings;
    }
}

}  // namespace import_cells_test
}  // namespace probity
