// Threads that use one file, by journals of their own or by one that they share.
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include "tests/journal/proof.hpp"

namespace probity {
namespace threads_test {

constexpr int writers = 4;
constexpr int each = 25;

/// Runs work(0), work(1), ... in threads of their own, and returns how many threw.
int failures_of(int threads, const std::function<void(int)>& work) {
    std::atomic<int> failures = 0;
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&, i] {
            try {
                work(i);
            } catch (const ProbityError&) {
                ++failures;
            }
        });
    }
    for (std::thread& thread : running) thread.join();
    return failures;
}

void record_tasks(Journal& journal, int writer) {
    for (int i = 0; i < each; ++i) {
        const std::string id = "W-" + std::to_string(writer) + "-" + std::to_string(i);
        journal.record([&](const Programme& now) { return std::vector{proposal(now, id)}; });
    }
}

void expect_all_there(const fs::path& path) {
    const Journal journal = Journal::open(path);
    EXPECT_EQ(journal.programme().tasks().size(), 2U + writers * each);
    EXPECT_TRUE(journal.verify().is_whole());
}

TEST(JournalAmongThreads, LosesNothing) {
    const Folder folder;
    static_cast<void>(Journal::create(folder / "j", office()));
    EXPECT_EQ(failures_of(writers,
                          [&](int writer) {
                              Journal journal = Journal::open(folder / "j");
                              record_tasks(journal, writer);
                          }),
              0);
    expect_all_there(folder / "j");
}

TEST(JournalAmongThreads, CanBeShared) {
    const Folder folder;
    Journal journal = Journal::create(folder / "j", office());
    EXPECT_EQ(failures_of(writers, [&](int writer) { record_tasks(journal, writer); }), 0);
    expect_all_there(folder / "j");
}

TEST(JournalAmongThreads, AnswersWhileOthersWrite) {
    const Folder folder;
    Journal shared = Journal::create(folder / "j", office());
    std::atomic<bool> is_over = false;
    std::atomic<int> answers = 0;
    std::thread reader([&] {
        const Journal own = Journal::open(folder / "j", {.read_only = true});
        std::size_t seen = 0;
        while (!is_over) {
            for (const Journal* journal : {&std::as_const(shared), &own}) {
                const std::size_t number = journal->head().number;
                EXPECT_GE(number, seen) << "what was seen once stands";
                seen = number;
                EXPECT_GE(journal->programme().history().size(), number);
                EXPECT_GE(journal->log({.actor = "team"}).size(), number);
                EXPECT_EQ(journal->sql("SELECT count(*) FROM events").rows.size(), 1U);
                EXPECT_TRUE(journal->verify().is_whole());
                ++answers;
            }
        }
    });
    EXPECT_EQ(failures_of(writers, [&](int writer) { record_tasks(shared, writer); }), 0);
    is_over = true;
    reader.join();
    EXPECT_GT(answers, 0);
    expect_all_there(folder / "j");
}

}  // namespace threads_test
}  // namespace probity
