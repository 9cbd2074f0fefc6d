// The office into whose programme the tests import tables, and what they ask of an import.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "probity/exchange/import.hpp"
#include "probity/exchange/json.hpp"
#include "probity/history/history.hpp"

namespace probity::importing {

inline const std::string folder = PROBITY_TEST_DATA "/import/";
inline const Act act{.on = make_date(2026, 3, 2), .by = "integrity-team"};

/// A made-up office of 13 units, with neither bands nor tasks yet.
inline const Programme& office() {
    static const Programme programme = load(folder + "office.json");
    return programme;
}

inline Sheet sheet(SheetKind kind, const std::string& name) {
    std::ifstream file(folder + name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return read_csv(kind, text.str());
}

inline std::vector<Sheet> good_sheets() {
    return {sheet(SheetKind::bands, "bands.csv"), sheet(SheetKind::tasks, "tasks.csv")};
}

/// What is wrong with tables; nothing where they are imported.
inline std::vector<RowError> faults_of(const std::vector<Sheet>& sheets,
                                       const Programme& programme = office()) {
    try {
        static_cast<void>(import_rows(programme, sheets, act));
    } catch (const ImportErrors& errors) {
        return errors.rows();
    }
    return {};
}

/// The only fault of a table of tasks, in English.
inline std::string fault_of(const std::string& csv) {
    const auto faults = faults_of({read_csv(SheetKind::tasks, csv)});
    EXPECT_EQ(faults.size(), 1u) << csv;
    return faults.empty() ? "" : describe(faults.front());
}

/// The only task of a table.
inline Task task_of(const std::string& csv, const std::vector<std::string>& ignored = {}) {
    const Import import =
        import_rows(office(), {read_csv(SheetKind::tasks, csv)}, act, Language::english, ignored);
    EXPECT_EQ(import.tasks, 1u) << csv;
    return office().apply(import.events).task(import.events.front().subject);
}

}  // namespace probity::importing
