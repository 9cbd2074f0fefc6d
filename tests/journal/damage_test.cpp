// What a journal says after it was tampered with, cut or damaged.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "probity/journal/journal.hpp"
#include "tests/folder.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace damage_test {

using namespace std::chrono;

constexpr sys_seconds noon = sys_days(year(2026) / 7 / 1) + 12h;

/// What somebody does with the sqlite3 command; the code of the first refusal.
int tamper(const fs::path& path, const char* sql) {
    sqlite3* database = nullptr;
    sqlite3_open(path.c_str(), &database);
    const int code = sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
    sqlite3_close(database);
    return code;
}

constexpr const char* unguarded =
    "DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed;"
    "DROP TRIGGER event_is_added_last;";

std::string kinds(const Verification& found) {
    std::string out;
    for (const Finding& finding : found.findings) {
        if (finding.kind == FindingKind::backdated) continue;
        out += (out.empty() ? "" : " ") + std::string(to_string(finding.kind)) +
               (finding.event ? std::to_string(*finding.event) : "");
    }
    return out;
}

std::string words_of(const Verification& found) {
    std::string out;
    for (const Finding& finding : found.findings) out += finding.text.english + "\n";
    return out;
}

class Damage : public testing::Test {
  protected:
    Damage() {
        const Journal journal = Journal::create(path, office(), {.clock = [] { return noon; }});
        anchor = journal.anchor();
    }

    [[nodiscard]] Verification verified(const std::optional<std::string>& with = std::nullopt) {
        return Journal::open(path, {.read_only = true}).verify(with);
    }

    Folder folder;
    fs::path path = folder / "j.probity";
    std::string anchor;
};

TEST_F(Damage, NothingIsFoundOfAWholeJournal) {
    EXPECT_EQ(kinds(verified()), "");
    EXPECT_EQ(kinds(verified(anchor)), "");
    EXPECT_EQ(verified().events, 4u);
    EXPECT_TRUE(verified().is_clear());
}

TEST_F(Damage, TheGuardsRefuseWhatIsDoneByMistake) {
    for (const char* sql :
         {"UPDATE event SET actor = 'x' WHERE number = 2", "DELETE FROM event WHERE number = 4",
          "INSERT OR REPLACE INTO event SELECT * FROM event WHERE number = 3",
          "REPLACE INTO event (number, json, digest, rules) VALUES (4, '', '', 2)",
          "INSERT INTO event (number, json, digest, rules) VALUES (9, '', '', 2)",
          "INSERT INTO event (json, digest, rules) VALUES ('', '', 2)",
          "UPDATE event SET number = 9 WHERE number = 4"}) {
        EXPECT_EQ(tamper(path, sql), SQLITE_CONSTRAINT) << sql;
    }
    EXPECT_EQ(kinds(verified(anchor)), "");
}

TEST_F(Damage, EveryWayOfTamperingIsFound) {
    const struct {
        const char* sql;
        const char* found;
    } ways[] = {
        {"UPDATE event SET actor = 'x' WHERE number = 2",
         "event 2: its column `actor` says 'x', and its sealed line 'team'"},
        {"UPDATE event SET json = replace(json, 'team', 'them') WHERE number = 2",
         "event 2: it is not as it was recorded"},
        {"DELETE FROM event WHERE number = 2", "event 2, which stood before it, is missing"},
        {"DELETE FROM event WHERE number = 0", "the founding document is missing"},
        {"UPDATE event SET number = number + 100 WHERE number IN (2, 3);"
         "UPDATE event SET number = 105 - number WHERE number > 100",
         "event 2: it is not as it was recorded"},
        {"REPLACE INTO event SELECT 3, json, digest, effective, recorded, clock, actor, kind, "
         "subject,"
         " reason, corrects, rules FROM event WHERE number = 2",
         "event 3: it is not as it was recorded"},
        {"INSERT INTO event SELECT 5, json, digest, effective, recorded, clock, actor, kind, "
         "subject,"
         " reason, corrects, rules FROM event WHERE number = 4",
         "event 5: it is not as it was recorded"},
        {"INSERT INTO event SELECT -1, json, digest, effective, recorded, clock, actor, kind, "
         "subject,"
         " reason, corrects, rules FROM event WHERE number = 4",
         "lines with a number below 0 were put in"},
    };
    const std::string whole = contents(path);
    for (const auto& way : ways) {
        write(path, whole);
        ASSERT_EQ(tamper(path, unguarded), SQLITE_OK);
        ASSERT_EQ(tamper(path, way.sql), SQLITE_OK) << way.sql;
        const std::string found = words_of(verified(anchor));
        EXPECT_NE(found.find(way.found), std::string::npos) << way.sql << ": " << found;
        EXPECT_FALSE(verified().is_whole());
        // Nobody goes on from it by mistake, either. A line that is in no chain is not read.
        if (std::string_view(way.found).starts_with("lines with")) {
            EXPECT_EQ(Journal::open(path, {.read_only = true}).head().number, 4u);
        } else {
            EXPECT_THROW(static_cast<void>(Journal::open(path, {.read_only = true}).programme()),
                         JournalError);
        }
        EXPECT_THROW(static_cast<void>(Journal::open(path)), JournalError);
    }
}

TEST_F(Damage, ACutOffEndIsFoundByTheAnchor) {
    ASSERT_EQ(tamper(path, unguarded), SQLITE_OK);
    ASSERT_EQ(tamper(path, "DELETE FROM event WHERE number = 4"), SQLITE_OK);
    ASSERT_EQ(tamper(path,
                     "CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT 1; "
                     "END"),
              SQLITE_OK);
    EXPECT_NE(kinds(verified(anchor)).find("anchor"), std::string::npos);
    EXPECT_EQ(kinds(verified()).find("anchor"), std::string::npos);
}

TEST_F(Damage, ARecordThatWasWrittenAnewIsFoundByTheAnchor) {
    fs::remove(path);
    Programme other = office();
    other = after(other, EventKind::task_started, "T-1", {}, on(3, 2));
    const Journal journal = Journal::create(path, other, {.clock = [] { return noon + 1s; }});
    EXPECT_TRUE(journal.verify().is_whole());
    EXPECT_EQ(kinds(journal.verify(anchor)), "anchor");
}

TEST_F(Damage, AnAnchorIsReadAsPeopleCopyIt) {
    std::string spaced = anchor;
    std::transform(spaced.begin(), spaced.end(), spaced.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    EXPECT_EQ(kinds(verified("  " + spaced + "\n")), "");
    EXPECT_EQ(kinds(verified(verified().digest)), "");
    EXPECT_THROW(static_cast<void>(verified("2026-03-18 304")), ProbityError);
    EXPECT_THROW(static_cast<void>(verified("")), ProbityError);
}

TEST_F(Damage, AnotherProgramsTablesAreNamed) {
    ASSERT_EQ(tamper(path, "CREATE TABLE mine (x)"), SQLITE_OK);
    const Verification found = verified();
    ASSERT_FALSE(found.findings.empty());
    EXPECT_NE(found.findings[0].text.english.find("mine was added"), std::string::npos);
    EXPECT_THROW(static_cast<void>(Journal::open(path)), JournalError);
}

TEST_F(Damage, NoFlippedByteGivesAnotherProgramme) {
    const std::string whole = contents(path);
    const Programme right = Journal::open(path).programme();
    std::size_t noticed = 0;
    std::size_t harmless = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ (at % 2 == 0 ? 0x01 : 0x41));
        write(path, flipped);
        try {
            const Journal journal = Journal::open(path, {.read_only = true});
            EXPECT_EQ(journal.programme(), right) << "byte " << at;
            ++harmless;
        } catch (const ProbityError&) {
            ++noticed;
        }
    }
    // Free space in pages, and bytes of the header that say nothing.
    RecordProperty("noticed", static_cast<int>(noticed));
    RecordProperty("harmless", static_cast<int>(harmless));
    EXPECT_EQ(noticed + harmless, whole.size());
    EXPECT_GT(noticed, whole.size() / 8);
}

// Recovering ---------------------------------------------------------------------------------------

TEST_F(Damage, AWholeJournalIsRecoveredWhole) {
    const Recovery found = Journal::recover(path, folder / "new.probity");
    EXPECT_EQ(found.events, 4u);
    EXPECT_EQ(found.first_lost, std::nullopt);
    EXPECT_EQ(Journal::open(folder / "new.probity").verify(anchor).findings.size(),
              verified().findings.size());
    EXPECT_EQ(folder.files(), 2u);
    EXPECT_THROW(Journal::recover(path, folder / "new.probity"), JournalError);
}

TEST_F(Damage, AFirstPageCanBeReplaced) {
    std::string bytes = contents(path);
    std::fill(bytes.begin(), bytes.begin() + 4096, '\0');
    write(path, bytes);
    EXPECT_THROW(static_cast<void>(Journal::open(path)), JournalError);
    const Recovery found = Journal::recover(path, folder / "new.probity");
    EXPECT_EQ(found.events, 4u);
    EXPECT_TRUE(Journal::open(folder / "new.probity").verify(anchor).is_whole());
    EXPECT_EQ(folder.files(), 2u);
}

TEST_F(Damage, WhatStandsBehindALossIsKeptBeside) {
    ASSERT_EQ(tamper(path, unguarded), SQLITE_OK);
    ASSERT_EQ(tamper(path, "DELETE FROM event WHERE number = 2"), SQLITE_OK);
    const Recovery found = Journal::recover(path, folder / "new.probity");
    EXPECT_EQ(found.events, 1u);
    EXPECT_EQ(found.first_lost, 2u);
    EXPECT_EQ(found.unattached, (std::vector<std::size_t>{3, 4}));
    ASSERT_TRUE(found.unattached_path);
    EXPECT_NE(contents(*found.unattached_path).find(R"("number":4)"), std::string::npos);
    EXPECT_EQ(Journal::open(folder / "new.probity").head().number, 1u);
}

TEST_F(Damage, WithoutItsFoundingNothingCanBeSaved) {
    ASSERT_EQ(tamper(path, unguarded), SQLITE_OK);
    ASSERT_EQ(tamper(path, "DELETE FROM event WHERE number = 0"), SQLITE_OK);
    EXPECT_THROW(Journal::recover(path, folder / "new.probity"), JournalError);
    EXPECT_EQ(folder.files(), 1u);
}

}  // namespace damage_test
}  // namespace probity
