// Disks that are full or broken: each call by which SQLite writes fails in turn.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include "tests/journal/proof.hpp"

namespace {

/// Which of the calls is to fail from now on, and how; none if `error` is 0.
struct Fault {
    int at = 0;
    int error = 0;
    /// Whether all later calls fail too.
    bool stays = false;
};
Fault fault;
int calls = 0;

bool fails() {
    if (fault.error == 0) return false;
    ++calls;
    if (calls != fault.at && !(fault.stays && calls > fault.at)) return false;
    errno = fault.error;
    return true;
}

ssize_t write_or_fail(int descriptor, const void* from, size_t size) {
    return fails() ? -1 : syscall(SYS_write, descriptor, from, size);
}
ssize_t pwrite_or_fail(int descriptor, const void* from, size_t size, off_t at) {
    return fails() ? -1 : syscall(SYS_pwrite64, descriptor, from, size, at);
}
int ftruncate_or_fail(int descriptor, off_t size) {
    return fails() ? -1 : static_cast<int>(syscall(SYS_ftruncate, descriptor, size));
}
int unlink_or_fail(const char* path) {
    return fails() ? -1 : static_cast<int>(syscall(SYS_unlink, path));
}

}  // namespace

// SQLite's library calls these of the program before the system's.
extern "C" int fdatasync(int descriptor) {
    return fails() ? -1 : static_cast<int>(syscall(SYS_fdatasync, descriptor));
}
extern "C" int fsync(int descriptor) {
    return fails() ? -1 : static_cast<int>(syscall(SYS_fsync, descriptor));
}

namespace probity {
namespace {

/// Takes the place of SQLite's calls as its interface for tests provides.
class JournalOnABadDisk : public testing::Test {
  protected:
    JournalOnABadDisk() {
        replace("write", reinterpret_cast<sqlite3_syscall_ptr>(write_or_fail));
        replace("pwrite", reinterpret_cast<sqlite3_syscall_ptr>(pwrite_or_fail));
        replace("pwrite64", reinterpret_cast<sqlite3_syscall_ptr>(pwrite_or_fail));
        replace("ftruncate", reinterpret_cast<sqlite3_syscall_ptr>(ftruncate_or_fail));
        replace("unlink", reinterpret_cast<sqlite3_syscall_ptr>(unlink_or_fail));
    }
    ~JournalOnABadDisk() override {
        fault = {};
        sqlite3_vfs* const files = sqlite3_vfs_find("unix-none");
        files->xSetSystemCall(files, nullptr, nullptr);
    }

    /// Appends an event while a fault is on; says what was thrown, and nothing if it went well.
    static std::string append(Journal& journal, const Fault& given) {
        const Event event = next_proposal(journal.programme());
        calls = 0;
        fault = given;
        std::string said;
        try {
            journal.append(event);
        } catch (const JournalError& error) {
            said = error.what();
        }
        fault = {};
        return said;
    }

    Folder folder;
    fs::path path = folder / "j.probity";

  private:
    static void replace(const char* name, sqlite3_syscall_ptr call) {
        sqlite3_vfs* const files = sqlite3_vfs_find("unix-none");
        // A call that this SQLite does not make is not there.
        static_cast<void>(files->xSetSystemCall(files, name, call));
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST_F(JournalOnABadDisk, SaysOfEachFailedCallWhetherTheEventStands) {
    int injected = 0;
    for (const int error : {ENOSPC, EIO}) {
        for (const bool stays : {false, true}) {
            for (int at = 1;; ++at) {
                fs::remove(path);
                fs::remove(path.string() + "-journal");
                Journal journal = Journal::create(path, office());
                const std::string said = append(journal, {at, error, stays});
                if (calls < at) {
                    EXPECT_EQ(said, "");
                    EXPECT_EQ(Journal::open(path).head().number, 5u);
                    break;
                }
                ++injected;
                const std::string where =
                    "call " + std::to_string(at) + " of " + std::to_string(calls) + ": " + said;
                const Journal fresh = Journal::open(path);
                const std::size_t events = fresh.head().number;
                ASSERT_TRUE(events == 4 || events == 5) << where;
                ASSERT_TRUE(fresh.verify().is_whole()) << where;
                ASSERT_EQ(fresh.programme().tasks().size(), events - 2) << where;
                if (said.empty() || has(said, "read back: it stands")) {
                    ASSERT_EQ(events, 5u) << where;
                } else if (has(said, "cannot be known")) {
                    ASSERT_TRUE(stays) << where;
                } else {
                    ASSERT_TRUE(has(said, "does not stand") || has(said, "Nothing was recorded"))
                        << where;
                    ASSERT_EQ(events, 4u) << where;
                }
                // The journal that was open goes on once the disk is well.
                ASSERT_EQ(append(journal, {}), "") << where;
                ASSERT_EQ(journal.head().number, events + 1) << where;
            }
        }
    }
    EXPECT_GT(injected, 24);
}

TEST_F(JournalOnABadDisk, IsMadeWholeOrNotAtAll) {
    for (const int error : {ENOSPC, EIO}) {
        for (int at = 1;; ++at) {
            calls = 0;
            fault = {at, error, true};
            bool made = true;
            try {
                static_cast<void>(Journal::create(path, office()));
            } catch (const JournalError&) {
                made = false;
            }
            fault = {};
            if (calls < at) break;
            if (made) {
                ASSERT_EQ(Journal::open(path).head().number, 4u) << at;
            }
            ASSERT_EQ(fs::exists(path), made) << at;
            fs::remove(path);
        }
        fs::remove(path);
    }
}

}  // namespace
}  // namespace probity
