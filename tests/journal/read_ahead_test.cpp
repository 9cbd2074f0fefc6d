#include "journal/read_ahead.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace probity::detail {
namespace read_ahead_test {

constexpr int page = 4096;

/// A file of SQLite's whose bytes are in memory, and that counts how often it is read.
struct CountingFile : sqlite3_file {
    std::string bytes;
    int reads = 0;
    /// Longer reads fail.
    int longest = 1 << 30;

    explicit CountingFile(int pages) : sqlite3_file{&methods()} {
        for (int i = 0; i < pages * page; ++i) bytes += static_cast<char>(i / 7 + i / page);
    }

    static const sqlite3_io_methods& methods() {
        static const sqlite3_io_methods all = [] {
            sqlite3_io_methods made{};
            made.xRead = [](sqlite3_file* given, void* to, int size, sqlite3_int64 at) {
                auto& file = *static_cast<CountingFile*>(given);
                ++file.reads;
                if (size > file.longest) return SQLITE_IOERR_READ;
                const auto length = static_cast<sqlite3_int64>(file.bytes.size());
                const auto there =
                    static_cast<std::size_t>(std::clamp<sqlite3_int64>(length - at, 0, size));
                std::memset(to, 0, static_cast<std::size_t>(size));
                if (there > 0) std::memcpy(to, file.bytes.data() + at, there);
                return there == static_cast<std::size_t>(size) ? SQLITE_OK
                                                               : SQLITE_IOERR_SHORT_READ;
            };
            made.xFileSize = [](sqlite3_file* given, sqlite3_int64* size) {
                *size = static_cast<sqlite3_int64>(static_cast<CountingFile*>(given)->bytes.size());
                return SQLITE_OK;
            };
            return made;
        }();
        return all;
    }
};

/// Whether a page is read as it is in the file.
bool reads_page(ReadAhead& ahead, CountingFile& file, int number) {
    std::array<char, page> got{};
    const int code = ahead.read(&file, got.data(), page, sqlite3_int64{number} * page);
    return code == SQLITE_OK &&
           std::memcmp(got.data(), file.bytes.data() + number * page, page) == 0;
}

TEST(ReadAhead, ReadsAFileThroughWithFewCalls) {
    CountingFile file(1000);
    ReadAhead ahead;
    for (int i = 0; i < 1000; ++i) ASSERT_TRUE(reads_page(ahead, file, i)) << i;
    EXPECT_LT(file.reads, 40);
}

TEST(ReadAhead, ReadsAFileBackwardsWithFewCalls) {
    CountingFile file(1000);
    ReadAhead ahead;
    for (int i = 1000; i-- > 0;) ASSERT_TRUE(reads_page(ahead, file, i)) << i;
    EXPECT_LT(file.reads, 40);
    for (int i = 0; i < 1000; ++i) ASSERT_TRUE(reads_page(ahead, file, i)) << i;
    EXPECT_LT(file.reads, 80);
}

TEST(ReadAhead, ReadsPagesHereAndThereAsTheyAre) {
    CountingFile file(1000);
    ReadAhead ahead;
    for (int i = 0; i < 1000; ++i) ASSERT_TRUE(reads_page(ahead, file, i * 617 % 1000)) << i;
    EXPECT_EQ(file.reads, 1000);
    // Pages between those that are read in their order, as those of a tree lie.
    for (int i = 0; i < 999; ++i) {
        ASSERT_TRUE(reads_page(ahead, file, i)) << i;
        if (i % 50 != 0) continue;
        ASSERT_TRUE(reads_page(ahead, file, 999 - i)) << i;
    }
}

TEST(ReadAhead, ForgetsWhatWasChanged) {
    CountingFile file(200);
    ReadAhead ahead;
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(reads_page(ahead, file, i));
    std::fill(file.bytes.begin(), file.bytes.end(), 'x');
    EXPECT_FALSE(reads_page(ahead, file, 20)) << "it was read ahead";
    ahead.forget();
    for (int i = 20; i < 200; ++i) ASSERT_TRUE(reads_page(ahead, file, i)) << i;
}

TEST(ReadAhead, LeavesRefusalsToTheFile) {
    CountingFile file(100);
    ReadAhead ahead;
    file.longest = page;
    for (int i = 0; i < 100; ++i) ASSERT_TRUE(reads_page(ahead, file, i)) << i;
    std::array<char, page> got{};
    EXPECT_EQ(ahead.read(&file, got.data(), page, 100 * page), SQLITE_IOERR_SHORT_READ);
    file.longest = page - 1;
    EXPECT_EQ(ahead.read(&file, got.data(), page, 0), SQLITE_IOERR_READ);
}

}  // namespace read_ahead_test
}  // namespace probity::detail
