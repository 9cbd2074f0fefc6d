// Files of an older version, which are brought forward. There has been one version of the tables so far, so
// that the newer ones are made up here.
#include "journal/schema.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "exchange/file.hpp"
#include "journal/anchor.hpp"
#include "journal/open_journal.hpp"
#include "journal/verify_journal.hpp"
#include "tests/journal/proof.hpp"

namespace probity::detail {
namespace schema_test {

constexpr const char* making_index = "CREATE INDEX event_by_subject ON event (subject)";
constexpr const char* making_notes =
    "CREATE TABLE note (number INTEGER PRIMARY KEY, text TEXT) STRICT";

using BringsForward = std::function<void(Database&)>;

/// A schema of version 3 whose last step is given: version 2 has an index, version 3 a table besides.
Schema version_3(BringsForward last = [](Database& database) { database.run(making_notes); }) {
    Schema schema = schema_of_today();
    schema.made.push_back({"event_by_subject", making_index});
    schema.made.push_back({"note", making_notes});
    schema.steps.push_back([](Database& database) { database.run(making_index); });
    schema.steps.push_back(std::move(last));
    return schema;
}

std::string message(const std::function<void()>& action) {
    try {
        action();
    } catch (const ProbityError& error) {
        return error.what();
    }
    return "";
}

class OlderFile : public testing::Test {
  protected:
    OlderFile() {
        EXPECT_EQ(schema_of_today().version(), 1) << "version_3 goes on from it";
        Journal journal = Journal::create(path, office());
        journal.append(next_proposal(journal.programme()));
        written = journal.programme();
        anchor = journal.anchor();
        rows = all_rows();
        bytes = read_file(path, 1 << 24);
    }

    /// What is recorded, read by SQLite alone.
    [[nodiscard]] std::string all_rows() const {
        sqlite3* database = nullptr;
        sqlite3_open(path.c_str(), &database);
        std::string out;
        for (const char* sql : {"SELECT * FROM event ORDER BY number", "SELECT * FROM import"}) {
            sqlite3_exec(
                database, sql,
                [](void* to, int count, char** values, char**) {
                    for (int i = 0; i < count; ++i) {
                        *static_cast<std::string*>(to) += values[i] == nullptr ? "-" : values[i];
                        *static_cast<std::string*>(to) += "|";
                    }
                    return 0;
                },
                &out, nullptr);
        }
        sqlite3_close(database);
        return out;
    }
    [[nodiscard]] int version() const {
        const std::string now = read_file(path, 1 << 24);
        return static_cast<unsigned char>(now.at(63));
    }
    /// Why a file is not opened with a schema; empty if it is.
    [[nodiscard]] std::string refusal(const Schema& schema, JournalOptions options = {}) const {
        return message([&] { const OpenJournal journal(path, options, schema); });
    }
    /// That the file is what was written, of version 1, to whoever opens it today.
    void expect_untouched() const {
        EXPECT_EQ(Journal::open(path).programme(), written);
        EXPECT_EQ(version(), 1);
        EXPECT_EQ(all_rows(), rows);
        EXPECT_TRUE(Journal::open(path).verify(anchor).is_whole());
    }

    Folder folder;
    fs::path path = folder / "j.probity";
    Programme written{office_parts()};
    std::string anchor;
    std::string rows;
    std::string bytes;
};

TEST_F(OlderFile, IsBroughtForwardWithItsEventsAndAnchorsAsTheyWere) {
    const Schema later = version_3();
    OpenJournal journal(path, {}, later);
    EXPECT_EQ(version(), 3);
    EXPECT_EQ(all_rows(), rows);
    const auto [programme, head] = journal.now();
    EXPECT_EQ(programme, written);
    EXPECT_EQ(anchor_text(programme.last_recorded(), head), anchor);
    const Verification found = journal.looking(
        [&](Database& database) { return verify_journal(database, later, anchor); });
    EXPECT_TRUE(found.is_whole());
    EXPECT_EQ(journal.append({next_proposal(programme)}, head).number, head.number + 1);
    // Once it is of the version, there is nothing to do.
    EXPECT_EQ(refusal(version_3([](Database&) { throw JournalError("again"); })), "");
}

TEST_F(OlderFile, IsBroughtForwardFromTheVersionThatItHas) {
    Schema second = version_3();
    second.made.pop_back();
    second.steps.pop_back();
    EXPECT_EQ(refusal(second), "");
    EXPECT_EQ(version(), 2);
    // The first step would refuse to make the index again.
    EXPECT_EQ(refusal(version_3()), "");
    EXPECT_EQ(version(), 3);
    EXPECT_EQ(all_rows(), rows);
}

TEST_F(OlderFile, IsRefusedAndNotTouchedIfItIsOpenForReadingOnly) {
    EXPECT_EQ(
        refusal(version_3(), {.read_only = true}),
        "'" + path.string() +
            "' is a journal of version 1, and version 3 is read here: it cannot be opened for "
            "reading only. Open it for writing once, which brings it forward");
    EXPECT_EQ(read_file(path, 1 << 24), bytes);
}

TEST_F(OlderFile, IsNotBroughtForwardByAStepThatChangesAnEvent) {
    for (const char* sql :
         {"UPDATE event SET json = replace(json, 'tax', 'law') WHERE number = 3",
          "UPDATE event SET digest = upper(digest) WHERE number = 3",
          "DELETE FROM event WHERE number = 5", "INSERT INTO import VALUES (1, 1, 'today')"}) {
        const Schema later = version_3([&](Database& database) {
            database.run(making_notes);
            database.run(sql);
        });
        EXPECT_EQ(
            refusal(later),
            "bringing '" + path.string() +
                "' forward from version 1 to 3 would change what is recorded, so that nothing "
                "was changed: take the version of probity that wrote it")
            << sql;
        EXPECT_EQ(read_file(path, 1 << 24), bytes) << sql;
    }
    expect_untouched();
}

TEST_F(OlderFile, IsNotBroughtForwardByAStepThatFailsOrMakesOtherTables) {
    EXPECT_NE(refusal(version_3([](Database& database) { database.run(making_index); })), "");
    EXPECT_NE(refusal(version_3([](Database&) {})).find("note is missing"), std::string::npos);
    EXPECT_EQ(read_file(path, 1 << 24), bytes);
    expect_untouched();
}

TEST_F(OlderFile, IsAsBeforeIfTheProcessIsKilledHalfway) {
    const pid_t child = fork();
    if (child == 0) {
        // So much is written that pages of it are in the file before they are committed.
        const Schema later = version_3([](Database& database) {
            database.run(making_notes);
            database.run(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                "INSERT INTO note SELECT i, hex(zeroblob(200)) FROM n");
            raise(SIGKILL);
        });
        try {
            const OpenJournal journal(path, {}, later);
        } catch (...) {
        }
        _exit(1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_NE(read_file(path, 1 << 24), bytes) << "the kill came before anything was written";
    expect_untouched();
    EXPECT_EQ(refusal(version_3()), "");
    EXPECT_EQ(version(), 3);
    EXPECT_EQ(all_rows(), rows);
}

TEST_F(OlderFile, IsRefusedToAnOlderLibraryThatHasItOpenWhenItIsBroughtForward) {
    Journal journal = Journal::open(path);
    const Event next = next_proposal(journal.programme());
    const Schema later = version_3();
    { const OpenJournal other(path, {}, later); }
    const std::string after = read_file(path, 1 << 24);
    const std::string refused =
        "'" + path.string() +
        "' is a journal of version 3; versions 1 to 1 are read here. A newer "
        "probity reads it";
    EXPECT_EQ(message([&] { journal.append(next); }), refused);
    EXPECT_EQ(message([&] { static_cast<void>(journal.programme()); }), refused);
    EXPECT_EQ(message([&] { static_cast<void>(Journal::open(path)); }), refused);
    EXPECT_EQ(read_file(path, 1 << 24), after);
}

using OlderFileThreads = OlderFile;

TEST_F(OlderFileThreads, IsBroughtForwardOnceIfSeveralOpenItAtOnce) {
    std::atomic<int> runs = 0;
    const Schema later = version_3([&](Database& database) {
        ++runs;
        database.run(making_notes);
    });
    std::vector<std::string> refusals(4);
    std::vector<std::thread> threads;
    for (std::string& each : refusals) {
        threads.emplace_back([&] { each = refusal(later); });
    }
    for (std::thread& each : threads) each.join();
    EXPECT_EQ(refusals, std::vector<std::string>(4));
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(all_rows(), rows);
}

}  // namespace schema_test
}  // namespace probity::detail
