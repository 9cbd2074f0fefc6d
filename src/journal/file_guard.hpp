// Keeping the users of a journal's file apart, beside SQLite's own locks (descriptor_locks.hpp).
//
// A second lock, one of flock, makes those who use the journal take turns before SQLite is asked, so
// that nobody meets a lock half taken. Its descriptor also tells whether the file still has its name, and
// whether the process was forked since.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace probity::detail {

/// Throws JournalError of a kind of the refusals, with the path and what the last system call said
/// (errno).
[[noreturn]] void refuse_file(const std::filesystem::path& path, std::string_view kind);

/// A descriptor of a journal's file for its lock, open as long as the guard lives.
class FileGuard {
  public:
    enum class Hold { shared, exclusive };

    /// Opens a regular file that is there. Throws JournalError.
    explicit FileGuard(const std::filesystem::path& path);
    FileGuard(FileGuard&&) = delete;
    ~FileGuard();

    /// Waits for the lock as long as `patience`; waiting can be interrupted. Throws JournalError if
    /// it takes longer, in a process that was forked since, and if another file has taken the name.
    void lock(Hold hold, std::chrono::milliseconds patience);
    void unlock() noexcept;

    /// Up to `size` bytes of the file's beginning.
    [[nodiscard]] std::string first_bytes(std::size_t size) const;
    /// Whether the file lies on a network file system, where locks of several machines are not to be
    /// relied on.
    [[nodiscard]] bool is_on_network() const;
    /// Throws JournalError in a process that was forked after the file was opened.
    void check_process() const;
    /// Throws JournalError if the name is another file's by now.
    void check_name() const;

  private:
    std::filesystem::path path_;
    pid_t process_;
    int descriptor_;
};

/// A lock that is held as long as it lives.
class GuardLock {
  public:
    GuardLock(FileGuard& guard, FileGuard::Hold hold, std::chrono::milliseconds patience)
        : guard_(guard) {
        guard.lock(hold, patience);
    }
    GuardLock(GuardLock&&) = delete;
    ~GuardLock() { guard_.unlock(); }

  private:
    FileGuard& guard_;
};

}  // namespace probity::detail
