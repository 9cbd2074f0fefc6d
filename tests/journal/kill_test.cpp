// Writers that are killed at any moment.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <random>

#include "tests/journal/proof.hpp"

namespace probity {
namespace kill_test {

/// Records events until it is killed, and says the number of each that was acknowledged.
[[noreturn]] void write_on(const fs::path& path, int acknowledged) {
    try {
        Journal journal = Journal::open(path);
        while (true) {
            const std::size_t number =
                journal.record([](const Programme& now) { return std::vector{next_proposal(now)}; })
                    .number;
            if (::write(acknowledged, &number, sizeof number) != sizeof number) _exit(2);
        }
    } catch (...) {
        _exit(3);
    }
}

/// The last number that a writer acknowledged before it was killed; 0 if it came to none.
std::size_t killed_after(const fs::path& path, int microseconds) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return 0;
    const pid_t writer = fork();
    if (writer == 0) write_on(path, ends[1]);
    close(ends[1]);
    usleep(static_cast<useconds_t>(microseconds));
    kill(writer, SIGKILL);
    int status = 0;
    waitpid(writer, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself: " << WEXITSTATUS(status);
    std::size_t last = 0;
    for (std::size_t number = 0; read(ends[0], &number, sizeof number) == sizeof number;) {
        last = number;
    }
    close(ends[0]);
    return last;
}

TEST(JournalUnderKills, HasAllThatWasAcknowledgedAndNoPartOfAnything) {
    const Folder folder;
    const fs::path path = folder / "j.probity";
    std::mt19937 random(1);  // NOLINT: the same moments each time
    std::uniform_int_distribution<int> moments(0, 40'000);
    const int kills = 100 * proof_length();
    std::size_t acknowledged = 0;
    for (int i = 0; i < kills; ++i) {
        // A short journal, so that a writer is soon at work.
        if (i % 20 == 0) {
            fs::remove(path);
            static_cast<void>(Journal::create(path, office()));
            acknowledged = 4;
        }
        acknowledged = std::max(acknowledged, killed_after(path, moments(random)));
        const Journal journal = Journal::open(path);
        const std::size_t events = journal.head().number;
        // The event that was being written may stand, unacknowledged.
        ASSERT_GE(events, acknowledged) << "kill " << i;
        ASSERT_LE(events, acknowledged + 1) << "kill " << i;
        ASSERT_EQ(journal.programme().tasks().size(), events - 2) << "kill " << i;
        ASSERT_TRUE(journal.verify().is_whole()) << "kill " << i;
        acknowledged = events;
    }
    // A rollback journal in which nothing stands yet is left to the next writer.
    fs::remove(path.string() + "-journal");
    EXPECT_EQ(folder.files(), 1u);
}

}  // namespace kill_test
}  // namespace probity
