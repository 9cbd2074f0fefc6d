// What the units, bands and tasks of a programme are on the day of an import.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "probity/exchange/import.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace import_days_test {

using Lines = std::vector<std::string>;

/// The faults of a table, as "value: problem" in English; none if it is imported.
Lines faults_of(const Programme& programme, SheetKind kind, const std::string& csv,
                const Act& act) {
    Lines out;
    try {
        static_cast<void>(import_rows(programme, {read_csv(kind, csv)}, act));
    } catch (const ImportErrors& errors) {
        for (const RowError& fault : errors.rows()) {
            out.push_back(fault.value + ": " + fault.problem.english);
        }
    }
    return out;
}

Lines faults_of_owner(const Programme& programme, const std::string& owner, const Act& act) {
    return faults_of(programme, SheetKind::tasks, "id,title,owner\nT-9,Task," + owner + "\n", act);
}

/// The office with a unit more, which begins and ends on some days.
ProgrammeParts with_unit(const Unit& unit) {
    ProgrammeParts parts = office_parts();
    parts.institution.units.push_back(unit);
    parts.banding.reset();
    return parts;
}

TEST(ImportedOwner, IsKnownByItsTitleFromItsFirstDayOn) {
    const Programme p(
        with_unit({.id = "park", .title = words("Parks"), .begin = make_date(2026, 3, 2)}));
    EXPECT_EQ(faults_of_owner(p, "Parks", on(3, 1)).size(), 1u);
    EXPECT_EQ(faults_of_owner(p, "park", on(3, 1)), Lines{});
    EXPECT_EQ(faults_of_owner(p, "Parks", on(3, 2)), Lines{});
}

TEST(ImportedOwner, OfATitleThatTwoClosedUnitsHadWasClosedWithTheLast) {
    ProgrammeParts parts =
        with_unit({.id = "old-1", .title = words("Old"), .end = make_date(2026, 2, 10)});
    parts.institution.units.push_back(
        {.id = "old-2", .title = words("Old"), .end = make_date(2026, 1, 10)});
    const Lines closed{"Old: was closed on 2026-02-10"};
    EXPECT_EQ(faults_of_owner(Programme(parts), "Old", on(3, 2)), closed);
    std::swap(parts.institution.units[2], parts.institution.units[3]);
    EXPECT_EQ(faults_of_owner(Programme(parts), "Old", on(3, 2)), closed);
}

TEST(ImportedTask, WaitsForTasksThatAreThereByItsDay) {
    Programme p(office_parts());
    p = after(p, EventKind::task_proposed, "T-1", Held(Task{.id = "T-1", .title = words("First")}),
              on(3, 5));
    const auto faults = [&](const std::string& proposed) {
        return faults_of(p, SheetKind::tasks,
                         "id,title,depends_on,proposed\nT-9,Task,T-1," + proposed + "\n", on(3, 6));
    };
    EXPECT_EQ(faults("2026-03-05"), Lines{});
    EXPECT_EQ(faults("2026-03-04"), (Lines{"T-1: is proposed only later, on 2026-03-05"}));
}

TEST(ImportedBands, PartTheUnitsThatAreThere) {
    ProgrammeParts parts = office_parts();
    parts.institution.units.push_back(
        {.id = "old", .title = words("Old"), .end = make_date(2026, 3, 2)});
    parts.banding->bands[0].units.push_back("old");
    const Programme p(parts);
    const std::string bands = "id,title,units\nB-01,One,audit\nB-02,Two,tax\n";
    EXPECT_EQ(faults_of(p, SheetKind::bands, bands, on(3, 2)), Lines{});
    EXPECT_EQ(faults_of(p, SheetKind::bands, bands, on(3, 1)), (Lines{"old: is in no band"}));
}

TEST(ImportedBands, KeepThoseThatHaveTasks) {
    const Programme p = office();
    const auto faults = [&](const std::string& second) {
        return faults_of(p, SheetKind::bands,
                         "id,title,units\nB-01,One,audit\n" + second + ",Two,tax\n", on(3, 2));
    };
    EXPECT_EQ(faults("B-02"), Lines{});
    EXPECT_EQ(faults("B-03"), (Lines{"B-02: is the band of the task 'T-1' and not in the table",
                                     "B-02: is the band of the task 'T-2' and not in the table"}));
}

}  // namespace import_days_test
}  // namespace probity
