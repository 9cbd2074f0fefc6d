// Sheets read from CSV files and JSON Lines.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "probity/exchange/import.hpp"
#include "tests/exchange/import_office.hpp"

namespace probity {
namespace sheet_test {

using namespace importing;

TEST(Csv, IsRfc4180) {
    const Sheet read = read_csv(SheetKind::tasks,
                                "\xef\xbb\xbf"
                                "a,b\r\n\"x,\r\n\"\"y\"\"\",\r\n\n1,2");
    EXPECT_EQ(read.headings, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(read.rows.size(), 3u);
    EXPECT_EQ(read.rows[0], (SheetRow{2, {"x,\r\n\"y\"", ""}}));
    EXPECT_EQ(read.rows[1], (SheetRow{3, {}}));
    EXPECT_EQ(read.rows[2], (SheetRow{4, {"1", "2"}}));
    EXPECT_TRUE(read.faults.empty());
    EXPECT_EQ(read_csv(SheetKind::tasks, "").headings, std::vector<std::string>{});
}

TEST(JsonLines, AreRowsByTheirKeys) {
    const Sheet read =
        read_json_lines(SheetKind::tasks,
                        "{\"id\":\"T-1\",\"weight\":2}\n"
                        "{\"id\":\"T-2\",\"depends_on\":[\"T-1\"],\"weight\":null}\n");
    EXPECT_EQ(read.headings, (std::vector<std::string>{"id", "weight", "depends_on"}));
    EXPECT_EQ(read.rows[0], (SheetRow{1, {"T-1", "2", ""}}));
    EXPECT_EQ(read.rows[1], (SheetRow{2, {"T-2", "", "T-1;"}}));
    const Sheet bad = read_json_lines(SheetKind::tasks, "{\n[]\n{\"id\":1.5}\n");
    ASSERT_EQ(bad.faults.size(), 3u);
    EXPECT_EQ(bad.faults[2].row, 3);
    EXPECT_EQ(bad.faults[2].column, "id");
}

TEST(Csv, IsSeparatedAsItsHeadingsSay) {
    for (const char* separator : {",", ";", "\t", "|"}) {
        std::string csv = "과제번호,과제명,기한\nT-1,x,2026-06-30\n";
        for (std::size_t at = 0; (at = csv.find(',', at)) != std::string::npos; ++at) {
            csv.replace(at, 1, separator);
        }
        EXPECT_EQ(task_of(csv).due, make_date(2026, 6, 30)) << separator;
        EXPECT_EQ(task_of("sep=" + std::string(separator) + "\r\n" + csv).id, "T-1") << separator;
    }
    EXPECT_EQ(task_of("sep=^\nid^title\nT-1^x\n").title.korean, "x");
    EXPECT_EQ(task_of("SEP=;\nid;title\nT-1;a, b\n").title.korean, "a, b");
    // Lists may have the separator of another file.
    const Sheet bands = read_csv(SheetKind::bands, "id,title,units\nB-1,x,audit;tax-1\n");
    EXPECT_EQ(bands.rows.at(0).cells.at(2), "audit;tax-1");
    // The line of the separator is no row.
    EXPECT_EQ(read_csv(SheetKind::tasks, "sep=;\nid;title\nT-1;x\n").rows.at(0).number, 2);
}

TEST(Csv, HeadingsMayStandBelowATitle) {
    const Sheet read = read_csv(SheetKind::tasks,
                                "2026년 청렴 과제 목록\n(2026. 3. 2. 기준)\n\n과제번호,과제명\n"
                                "T-1,x\n");
    EXPECT_EQ(read.heading_row, 4);
    EXPECT_EQ(read.headings, (std::vector<std::string>{"과제번호", "과제명"}));
    ASSERT_EQ(read.rows.size(), 1u);
    EXPECT_EQ(read.rows[0].number, 5);
    // Headings of which one is mistaken are found all the same.
    const auto faults = faults_of({read_csv(SheetKind::tasks, "목록\n\n과제번호,과제멍\nT-1,x\n")});
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].row, 3);
}

TEST(Csv, HasAnEndHoweverLongItIs) {
    std::string rows = "id,title\n";
    for (std::size_t i = 0; i <= most_rows; ++i) rows += "x\n";
    EXPECT_EQ(read_csv(SheetKind::tasks, rows).faults.size(), 1u);
    EXPECT_EQ(read_csv(SheetKind::tasks, std::string(longest_sheet + 1, ',')).faults.size(), 1u);
}

}  // namespace sheet_test
}  // namespace probity
