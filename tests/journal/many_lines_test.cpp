// Journals of so many lines that two threads share the reading.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "exchange/chain.hpp"
#include "exchange/json/event.hpp"
#include "journal/line_batch.hpp"
#include "tests/journal/proof.hpp"

namespace probity {
namespace many_lines_test {

constexpr int events = 12'000;

std::string message(const std::function<void()>& action) {
    try {
        action();
    } catch (const ProbityError& error) {
        return error.what();
    }
    return "";
}

class ManyLinesInThreads : public testing::Test {
  protected:
    ManyLinesInThreads() {
        std::vector<Event> all;
        for (int i = 0; i < events; ++i) {
            const std::string id = "N-" + std::to_string(i);
            all.push_back({.effective = make_date(2026, 3, 2),
                           .actor = "team",
                           .kind = EventKind::task_proposed,
                           .subject = id,
                           .body = Held(Task{.id = id, .title = words(id), .owner = "tax"})});
        }
        Journal journal = Journal::create(path, office());
        journal.append(all);
        written = journal.programme();
    }

    /// Does what somebody might with the sqlite3 command, past the guards.
    void tamper(const std::string& sql) const {
        sqlite3* database = nullptr;
        sqlite3_open(path.c_str(), &database);
        const std::string all =
            "DROP TRIGGER event_is_never_changed;"
            "DROP TRIGGER event_is_never_removed;" +
            sql;
        EXPECT_EQ(sqlite3_exec(database, all.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sql;
        sqlite3_close(database);
    }

    /// Why the programme is not read; empty if it is.
    [[nodiscard]] std::string refusal() const {
        return message(
            [&] { static_cast<void>(Journal::open(path, {.read_only = true}).programme()); });
    }

    Folder folder;
    fs::path path = folder / "j.probity";
    Programme written{office_parts()};
};

TEST_F(ManyLinesInThreads, AreReadAsTheyWereWritten) {
    const Journal journal = Journal::open(path);
    EXPECT_EQ(journal.programme(), written);
    EXPECT_EQ(journal.head().number, 4U + events);
    EXPECT_TRUE(journal.verify().is_whole());
    EXPECT_TRUE(journal.verify(journal.anchor()).is_whole());
}

TEST_F(ManyLinesInThreads, TheFirstThatIsNotWholeIsNamed) {
    tamper("UPDATE event SET actor = 'kim' WHERE number IN (11000, 11500)");
    EXPECT_NE(refusal().find("event 11000: its column `actor` says 'kim'"), std::string::npos)
        << refusal();
    EXPECT_EQ(
        Journal::open(path, {.read_only = true}).verify().findings[0].text.english,
        "event 11000: event 11000: its column `actor` says 'kim', and its sealed line 'team': "
        "the column was changed");
}

TEST_F(ManyLinesInThreads, AChangedLineBreaksTheChain) {
    tamper("UPDATE event SET json = replace(json, 'N-11990', 'N-11991') WHERE number = 11995");
    EXPECT_NE(refusal().find("the chain is broken at event 11995"), std::string::npos) << refusal();
    EXPECT_FALSE(Journal::open(path, {.read_only = true}).verify().is_whole());
}

TEST_F(ManyLinesInThreads, AMissingOneIsNamed) {
    tamper("DELETE FROM event WHERE number = 9000");
    EXPECT_NE(refusal().find("event 9000 is missing"), std::string::npos) << refusal();
}

/// A batch of one line.
detail::LineBatch batch_of(std::size_t number) {
    detail::LineBatch lines;
    EXPECT_TRUE(lines.add({.number = number, .json = "{}", .digest = "d", .said = {}}));
    return lines;
}

/// Gives so many batches of one line each.
void give_batches(detail::BatchTaker& taker, std::size_t batches) {
    for (std::size_t i = 0; i < batches; ++i) taker.give(batch_of(i));
}

// So many that whoever gives them prepares some.
TEST(BatchTakerThreads, TakesAllInTheirOrder) {
    std::atomic<int> prepared = 0;
    std::vector<std::size_t> taken;
    constexpr std::size_t batches = 2000;
    detail::BatchTaker taker([&](detail::LineBatch&) { ++prepared; },
                             [&](detail::LineBatch& batch) {
                                 if (taken.empty()) {
                                     std::this_thread::sleep_for(std::chrono::milliseconds(50));
                                 }
                                 taken.push_back(batch.lines().front().number);
                             });
    taker.run({.read = [&] { give_batches(taker, batches); },
               .stop = [] { FAIL() << "nothing was refused"; }});
    ASSERT_EQ(taken.size(), batches);
    for (std::size_t i = 0; i < batches; ++i) ASSERT_EQ(taken[i], i);
    EXPECT_GE(prepared, static_cast<int>(batches));
}

TEST(BatchTakerThreads, EndsTheReadingAtARefusal) {
    std::size_t taken = 0;
    detail::BatchTaker taker([](detail::LineBatch&) {},
                             [&](detail::LineBatch& batch) {
                                 if (batch.lines().front().number == 1) {
                                     throw JournalError("not that one");
                                 }
                                 ++taken;
                             });
    bool is_stopped = false;
    const std::string said = message([&] {
        taker.run({.read =
                       [&] {
                           give_batches(taker, 1'000'000);
                           ADD_FAILURE() << "it went on";
                       },
                   .after_reading = [] { FAIL() << "not all were read"; },
                   .after_taking = [] { FAIL() << "not all were taken"; },
                   .stop = [&] { is_stopped = true; }});
    });
    EXPECT_EQ(said, "not that one");
    EXPECT_EQ(taken, 1U);
    EXPECT_TRUE(is_stopped);
}

TEST(BatchTakerThreads, TakesWhatWasReadBeforeTheReadingFails) {
    std::size_t taken = 0;
    detail::BatchTaker taker([](detail::LineBatch&) {},
                             [&](detail::LineBatch& batch) { taken += batch.lines().size(); });
    const std::string said = message([&] {
        taker.run({.read =
                       [&] {
                           give_batches(taker, 40);
                           throw JournalError("a page is damaged");
                       },
                   .after_reading = [] { FAIL() << "not all were read"; },
                   .after_taking = [] { FAIL() << "not all were taken"; }});
    });
    EXPECT_EQ(said, "a page is damaged");
    EXPECT_EQ(taken, 40U);
}

TEST(BatchTakerThreads, GoesOnWhileWhatFollowsTheReadingIsDone) {
    std::size_t taken = 0;
    detail::BatchTaker taker([](detail::LineBatch&) {},
                             [&](detail::LineBatch& batch) { taken += batch.lines().size(); });
    std::promise<std::size_t> all_taken;
    std::size_t after_reading = 0;
    taker.run({.read = [&] { give_batches(taker, 40); },
               .after_reading = [&] { after_reading = all_taken.get_future().get(); },
               .after_taking = [&] { all_taken.set_value(taken); }});
    EXPECT_EQ(after_reading, 40U);
}

TEST(BatchTakerThreads, SaysFirstWhatFollowsTheReading) {
    detail::BatchTaker taker([](detail::LineBatch&) {}, [](detail::LineBatch&) {});
    EXPECT_EQ(message([&] {
                  taker.run({.read = [&] { give_batches(taker, 40); },
                             .after_reading = [] { throw JournalError("the file is damaged"); },
                             .after_taking = [] { throw JournalError("it is not legal"); }});
              }),
              "the file is damaged");
}

TEST(LineBatch, ReadsTheEventsThatStandAsTheyWouldBeWritten) {
    detail::Chain chain;
    chain.advance(std::string(64, 'a'));
    detail::LineBatch lines(chain.digest());
    const Event event{.effective = make_date(2026, 3, 2),
                      .actor = "team",
                      .kind = EventKind::task_started,
                      .subject = "T-1"};
    for (std::size_t number = 1; number <= 3; ++number) {
        std::string json = detail::event_text(event, number, current_rules);
        if (number == 2) json.insert(1, " ");
        const std::string digest = chain.next(json);
        chain.advance(digest);
        detail::LineView line{.number = number, .json = json, .digest = digest, .said = {}};
        line.said = {"2026-03-02",   std::nullopt, std::nullopt, "team",
                     "task.started", "T-1",        std::nullopt};
        line.rules = current_rules;
        EXPECT_TRUE(lines.add(line));
    }
    lines.read_events(current_rules);
    ASSERT_EQ(lines.events().size(), 3U);
    EXPECT_EQ(lines.events()[0], event);
    EXPECT_EQ(lines.events()[1], std::nullopt);
    EXPECT_EQ(lines.events()[2], event);
    EXPECT_EQ(lines.last_digest(), chain.digest());
    lines.begin_anew("before");
    EXPECT_TRUE(lines.empty());
    EXPECT_TRUE(lines.subjects().empty());
    EXPECT_EQ(lines.last_digest(), "before");
}

TEST(LineBatch, KeepsALineOfAnyLength) {
    detail::LineBatch lines;
    const std::string json(1 << 20, 'x');
    EXPECT_TRUE(lines.add({.number = 1, .json = json, .digest = "", .said = {}}));
    EXPECT_FALSE(lines.add({.number = 2, .json = json, .digest = "d", .said = {}}));
    ASSERT_EQ(lines.lines().size(), 1U);
    EXPECT_EQ(lines.lines()[0].json, json);
    EXPECT_EQ(lines.lines()[0].said[0], std::nullopt);
}

}  // namespace many_lines_test
}  // namespace probity
