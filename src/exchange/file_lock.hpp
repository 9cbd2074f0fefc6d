// A lock on a file that is read, changed and replaced as a whole, among processes that all ask for it.
#pragma once

#include <filesystem>
#include <optional>
#include <utility>

namespace probity::detail {

/// Held as long as it lives. It is advisory (flock), and gone with the process that held it.
class FileLock {
  public:
    /// Waits for the lock on a file; null if there is no regular file of that name. Waiting can be
    /// interrupted. Throws DocumentError if the file cannot be opened or locked.
    [[nodiscard]] static std::optional<FileLock> of(const std::filesystem::path& path);

    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

  private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

}  // namespace probity::detail
