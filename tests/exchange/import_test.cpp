#include "probity/exchange/import.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "probity/exchange/json.hpp"
#include "probity/history/history.hpp"
#include "tests/exchange/import_office.hpp"
#include "tests/expect_error.hpp"

namespace probity {
namespace import_test {

using namespace importing;

TEST(Import, TakesElevenBandsAndThirtyNineTasks) {
    const Import import = import_rows(importing::office(), good_sheets(), act);
    EXPECT_EQ(import.bands, 11u);
    EXPECT_EQ(import.tasks, 39u);
    const Programme later = importing::office().apply(import.events);
    EXPECT_EQ(later.bands().size(), 11u);
    EXPECT_EQ(later.tasks().size(), 39u);
    EXPECT_EQ(later.history().size(), 40u);
    const Task& task = later.task("T-14");
    EXPECT_EQ(task.kind, TaskKind::improvement_measure);
    EXPECT_EQ(task.owner, "tax-2");
    EXPECT_EQ(task.band, "B-03");
    EXPECT_EQ(task.due, make_date(2026, 7, 14));
    EXPECT_EQ(task.depends_on, std::vector<std::string>{"T-03"});
    EXPECT_EQ(later.bands()[2].units, (std::vector<std::string>{"tax-1", "tax-2"}));
}

TEST(Import, NamesFiveMistakesAtOnce) {
    const auto faults = faults_of({sheet(SheetKind::bands, "bands-with-mistakes.csv"),
                                   sheet(SheetKind::tasks, "tasks-with-mistakes.csv")});
    ASSERT_EQ(faults.size(), 5u) << ImportErrors(faults).what();
    EXPECT_EQ(faults[0].row, 4);
    EXPECT_EQ(faults[0].column, "소속부서");
    EXPECT_EQ(faults[0].value, "세무l과");
    EXPECT_EQ(faults[0].suggestion, "세무1과");
    EXPECT_EQ(
        describe(faults[1]),
        "tasks, row 8, 기한: '2026-02-30' is no day; allowed: February 2026 has days 1 to 28");
    EXPECT_EQ(faults[2].row, 21);
    EXPECT_EQ(faults[2].suggestion, "실천과제");
    EXPECT_EQ(faults[3].row, 31);
    EXPECT_EQ(faults[3].value, "T-91");
    EXPECT_EQ(describe(faults[4], Language::korean),
              "과제 36행 과제번호: 'T-05' - 과제 6행에 이미 있는 번호입니다. 허용되는 값: 다른 "
              "행과 겹치지 않는 번호");
    const std::string text = ImportErrors(faults).what();
    EXPECT_EQ(text.substr(0, text.find('\n')), "nothing imported, five rows to mend");
    const std::string korean = ImportErrors(faults).message(Language::korean);
    EXPECT_EQ(korean.substr(0, korean.find('\n')), "가져온 것이 없습니다. 고칠 행은 5개입니다");
}

TEST(Import, TakesKoreanAndEnglishAlike) {
    const auto tasks_of = [](const char* csv) {
        return import_rows(importing::office(), {read_csv(SheetKind::tasks, csv)}, act).events;
    };
    EXPECT_EQ(tasks_of("과제번호,구분,과제명,담당부서,기한,가중치\n"
                       "T-1,개선대책,교육,세무1과,2026. 3. 18.,2\n"),
              tasks_of("Weight,Due,Owner,Title,Kind,ID\r\n"
                       "2,2026-03-18,Taxation Division 1,교육,Improvement measure,T-1\r\n"));
}

TEST(Import, RefusesWhatIsNotThere) {
    EXPECT_EQ(
        fault_of("id,title,owner\nT-1,x,세무1가\n"),
        "tasks, row 2, owner: '세무1가' is no unit of the institution; allowed: Audit Office, "
        "Building Permits, Civil Petitions, Finance and Contracts, Health, Parks, Personnel, "
        "Planning and Budget, Roads, Taxation Division 1, Taxation Division 2, Traffic, ... "
        "(13) (did you mean '세무1과'?)");
    // A reader of Korean is told the Korean names,.
    const auto korean = [](const std::string& csv) {
        const auto faults = faults_of({read_csv(SheetKind::tasks, csv)});
        return faults.empty() ? "" : reason(faults.front(), Language::korean);
    };
    EXPECT_EQ(korean("id,title,owner\nT-1,x,없는과\n").find("Audit Office"), std::string::npos);
    EXPECT_NE(korean("id,title,owner\nT-1,x,없는과\n").find("감사담당관, 건축과"),
              std::string::npos);
    EXPECT_EQ(fault_of("id,titel\nT-1,x\n").substr(0, 47),
              "tasks, row 1, titel: 'titel' is no heading; all");
    EXPECT_EQ(fault_of("id,title\nT-1,\n"),
              "tasks, row 2, title: the cell is empty; allowed: the title of the task");
    EXPECT_EQ(fault_of("id,title\nT-1,x,y\n"),
              "tasks, row 2: the row has 3 cells; allowed: at most 2, as there are headings");
    EXPECT_EQ(fault_of("id,title\n\nT-1\n"),
              "tasks, row 3, title: the cell is empty; allowed: the title of the task");
    EXPECT_EQ(fault_of("id,title,weight\nT-1,x,0\n"),
              "tasks, row 2, weight: '0' is no weight; allowed: a whole number from 1 to 1000000");
    // An id is another's only among the records of its kind.
    EXPECT_TRUE(faults_of({read_csv(SheetKind::tasks, "id,title\npermits,x\n")}).empty());
    EXPECT_TRUE(faults_of({read_csv(SheetKind::bands, "id,title\npermits,x\n")}).empty());
    EXPECT_NE(fault_of("id,title\n과제 1,x\n").find("is no id"), std::string::npos);
    EXPECT_NE(fault_of("id,title\nT-1," + std::string(4001, 'x') + "\n").find("4001 characters"),
              std::string::npos);
    EXPECT_NE(fault_of("id,title,과제명\nT-1,x,y\n").find("means the same as 'title'"),
              std::string::npos);
    EXPECT_NE(fault_of("id,title,\nT-1,x,y\n").find("no heading"), std::string::npos);
    EXPECT_NE(fault_of("id,title\nT-1,\"x\n").find("not closed"), std::string::npos);
}

TEST(Import, NamesCyclesWhole) {
    EXPECT_EQ(fault_of("id,title,depends_on\nT-1,x,T-2\nT-2,x,T-3\nT-3,x,T-1\nT-4,x,T-1\n"),
              "tasks, row 2, depends_on: 'T-2' makes tasks wait for each other: T-1 -> T-2 -> T-3 "
              "-> T-1; allowed: dependencies without a cycle");
    EXPECT_NE(fault_of("id,title,depends_on\nT-1,x,T-1\n").find("T-1 -> T-1"), std::string::npos);
}

TEST(Import, NamesCyclesThatShareATaskOnce) {
    // T-1 and T-2 wait for each other, and T-3 is in a second circle through T-2.
    const auto faults = faults_of(
        {read_csv(SheetKind::tasks, "id,title,depends_on\nT-1,x,T-2\nT-2,x,T-1;T-3\nT-3,x,T-2\n")});
    ASSERT_EQ(faults.size(), 1u) << ImportErrors(faults).what();
    EXPECT_NE(describe(faults[0]).find("T-1 -> T-2 -> T-1"), std::string::npos);
}

TEST(Import, ProposesTasksAfterThoseTheyWaitFor) {
    const Import import = import_rows(
        importing::office(),
        {read_csv(SheetKind::tasks, "id,title,depends_on\nT-1,x,T-2;T-3\nT-2,x,T-3\nT-3,x,\n")},
        act);
    ASSERT_EQ(import.events.size(), 3u);
    EXPECT_EQ(import.events[0].subject, "T-3");
    EXPECT_EQ(import.events[2].subject, "T-1");
    EXPECT_NE(fault_of("id,title,depends_on,proposed\nT-1,x,T-2,2026-03-02\nT-2,x,,2026-03-03\n")
                  .find("is proposed only later, on 2026-03-03"),
              std::string::npos);
}

TEST(Import, KeepsFormulasAsText) {
    const Import import = import_rows(
        importing::office(),
        {read_csv(SheetKind::tasks, "id,title\nT-1,\"=HYPERLINK(\"\"x\"\",1+1)\"\n")}, act);
    EXPECT_EQ(importing::office().apply(import.events).task("T-1").title.korean,
              "=HYPERLINK(\"x\",1+1)");
}

TEST(Import, KeepsBandsAPartition) {
    const auto first = [](const std::string& csv) {
        const auto faults = faults_of({read_csv(SheetKind::bands, csv)});
        return faults.empty() ? "" : describe(faults.front());
    };
    EXPECT_NE(first("id,units\nB-1,audit\nB-2,감사담당관\n").find("is in no band"),
              std::string::npos);
    Sheet twice = sheet(SheetKind::bands, "bands.csv");
    twice.rows[1].cells[3] += "; 감사담당관";
    const auto faults = faults_of({twice});
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(
        describe(faults[0]),
        "bands, row 3, 소속부서: 'audit' is in the band 'B-01' already; allowed: each unit in "
        "one band");
    // Numbers alone: the units are not published.
    EXPECT_EQ(
        import_rows(importing::office(), {read_csv(SheetKind::bands, "id\nB-1\nB-2\n")}, act).bands,
        2u);
}

TEST(Import, TwiceIsRefused) {
    const Programme later =
        importing::office().apply(import_rows(importing::office(), good_sheets(), act).events);
    EXPECT_EQ(faults_of({sheet(SheetKind::tasks, "tasks.csv")}, later).size(), 39u);
}

TEST(Import, NeedsAnActor) {
    EXPECT_ERROR(import_rows(importing::office(), good_sheets(), {.on = act.on}), DocumentError);
}

TEST(Import, ACorruptedCellIsNamedOrStillLegal) {
    std::mt19937 random(20260302);
    const std::vector<std::string> junk{
        "",        "x",    "T-01", "B-99", "2026-02-30",           "=1+1",
        "세무l과", "\xff", ";;",   "\x01", std::string(5000, 'a'), "0",
        "실천과제"};
    const std::vector<Sheet> good = good_sheets();
    std::size_t refused = 0;
    for (int round = 0; round < 300; ++round) {
        std::vector<Sheet> sheets = good;
        Sheet& bad = sheets[random() % 2];
        SheetRow& row = bad.rows[random() % bad.rows.size()];
        const std::size_t column = random() % row.cells.size();
        std::string& cell = row.cells[column];
        cell = junk[random() % junk.size()];
        try {
            const Import import = import_rows(importing::office(), sheets, act);
            EXPECT_EQ(importing::office().apply(import.events).tasks().size(), 39u);
        } catch (const ImportErrors& errors) {
            ++refused;
            // An id, or a unit, that is gone is missed elsewhere too.
            const bool named =
                std::any_of(errors.rows().begin(), errors.rows().end(), [&](const RowError& error) {
                    return (error.sheet == bad.kind && error.row == row.number &&
                            error.column == bad.headings[column]) ||
                           error.row == 1 || column == 0;
                });
            EXPECT_TRUE(named) << errors.what();
        }
    }
    EXPECT_GT(refused, 100u);
}

TEST(Import, OneMistakeIsOneFault) {
    // What was probably meant is not taken for what was written.
    EXPECT_NE(fault_of("id,title,depends_on\nT-11,x,T-l1\n").find("did you mean 'T-11'?"),
              std::string::npos);
    Sheet bands = sheet(SheetKind::bands, "bands.csv");
    bands.rows[0].cells[3] = "감사담당관; 세무3과";
    EXPECT_EQ(faults_of({bands}).size(), 1u);
}

TEST(Import, NothingButFaultsIsAnsweredToo) {
    Sheet bad{.headings = {"id", "title", "depends_on"}};
    for (int i = 0; i < 20'000; ++i) {
        const std::string number = std::to_string(i);
        bad.rows.push_back({i + 2, {"T-" + number, "x", "Q-" + number}});
    }
    EXPECT_EQ(faults_of({bad}).size(), 20'000u);
}

TEST(Import, AnyBytesAreTakenOrRefused) {
    std::mt19937 random(7);
    std::ifstream file(folder + "tasks.csv", std::ios::binary);
    const std::string good(std::istreambuf_iterator<char>(file), {});
    for (int round = 0; round < 200; ++round) {
        std::string text = good;
        for (int i = 0; i < 5; ++i) text[random() % text.size()] = static_cast<char>(random());
        text.resize(random() % text.size());
        for (const Sheet& read :
             {read_csv(SheetKind::tasks, text), read_csv(SheetKind::bands, text),
              read_json_lines(SheetKind::tasks, text)}) {
            try {
                const Import import = import_rows(importing::office(), {read}, act);
                EXPECT_EQ(importing::office().apply(import.events).tasks().size(), import.tasks);
            } catch (const ImportErrors& errors) {
                EXPECT_FALSE(errors.rows().empty());
            }
        }
    }
}

TEST(Import, ABandMayHaveARowForEachUnit) {
    const Import whole =
        import_rows(importing::office(), {sheet(SheetKind::bands, "bands.csv")}, act);
    const Sheet given = sheet(SheetKind::bands, "bands.csv");
    for (const bool repeats : {false, true}) {
        Sheet parted{.kind = SheetKind::bands, .headings = given.headings};
        int number = 1;
        for (const SheetRow& row : given.rows) {
            std::string units = row.cells[3];
            bool first = true;
            for (std::size_t end = 0; end != std::string::npos;) {
                end = units.find(';');
                SheetRow next{.number = ++number, .cells = row.cells};
                next.cells[3] = units.substr(0, end);
                if (!first && !repeats) next.cells[0] = next.cells[1] = next.cells[2] = "";
                first = false;
                parted.rows.push_back(next);
                if (end != std::string::npos) units.erase(0, end + 1);
            }
        }
        ASSERT_GT(parted.rows.size(), given.rows.size());
        EXPECT_EQ(import_rows(importing::office(), {parted}, act).events, whole.events) << repeats;
    }
    // The id of another band is a mistake, not a second row.
    const auto faults =
        faults_of({read_csv(SheetKind::bands, "id,title,units\nB-1,가,audit\nB-1,나,세무1과\n")});
    EXPECT_NE(describe(faults.at(1)).find("stands in row 2 of the bands already"),
              std::string::npos);
}

TEST(Import, FewerBandsThanWereDeclaredAreAFault) {
    ProgrammeParts parts = importing::office().parts();
    parts.declared.push_back({.what = CountedKind::bands, .count = 12, .year = 2026});
    const auto faults = faults_of({sheet(SheetKind::bands, "bands.csv")}, Programme(parts));
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(describe(faults[0]),
              "bands, row 1: there are 11 bands; allowed: 12, as many as were declared");
}

TEST(Import, ATitleThatAClosedUnitHadTooIsThatOfTheOther) {
    ProgrammeParts parts = importing::office().parts();
    Unit closed = parts.institution.units[0];
    closed.id = "closed";
    closed.end = act.on;
    parts.institution.units.push_back(closed);
    const Programme programme(parts);
    const Sheet tasks =
        read_csv(SheetKind::tasks, "id,title,owner\nT-1,x," + closed.title.korean + "\n");
    const Import import = import_rows(programme, {tasks}, act);
    EXPECT_EQ(programme.apply(import.events).task("T-1").owner, parts.institution.units[0].id);
}

}  // namespace import_test
}  // namespace probity
