// Reading ahead: who reads a file page by page gets many pages with one call of the system.
//
// A journal is read from its first line to its last, and looked through twice for damage, once from its
// last page to its first. Each page of 4 KB would be a call, which takes longer than most that is done with
// the page.
#pragma once

#include <sqlite3.h>

#include <memory>

namespace probity::detail {

/// Bytes read beyond those that were asked for. They hold as long as nobody writes to the file:
/// whoever holds a lock on it asks here, and forgets it before the lock goes.
class ReadAhead {
  public:
    /// Reads as `xRead` of the file does.
    int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) noexcept;
    /// To be called before the file changes, or may be changed by others.
    void forget() noexcept;

  private:
    [[nodiscard]] bool has(int size, sqlite3_int64 at) const noexcept {
        return bytes_ != nullptr && at >= begin_ && at + size <= end_;
    }
    /// Reads from a place on; false if that cannot be read.
    bool fill(sqlite3_file* file, sqlite3_int64 from) noexcept;

    std::unique_ptr<char[]> bytes_;
    sqlite3_int64 begin_ = 0;
    sqlite3_int64 end_ = 0;
    /// The last read, and how many before it lay each beside the one before.
    sqlite3_int64 last_begin_ = -1;
    sqlite3_int64 last_end_ = -1;
    int in_a_row_ = 0;
};

}  // namespace probity::detail
