// Files that come into being as a whole.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace probity::detail {

/// A new file under a name of its own beside another, ".probity-4711-0.part", which disappears again
/// unless it takes that other's name. The process holds a lock (flock) on it: one without a lock was
/// left over by a process that died, and is removed when the next file is made in its folder.
class NewFile {
  public:
    /// Makes a file; null if that fails, with errno set. `mode` is subject to the process's mask.
    [[nodiscard]] static std::optional<NewFile> beside(const std::filesystem::path& target,
                                                       mode_t mode);

    NewFile(NewFile&& other) noexcept
        : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

    // Each returns false, with errno set, if it fails.

    /// Writes a text and makes it durable.
    [[nodiscard]] bool write(std::string_view text);
    /// Makes durable what somebody else wrote to the file.
    [[nodiscard]] bool sync();
    /// Gives the file the owner, group, mode, access list and extended attributes of another. It
    /// fails if this process may not do that, or the file system cannot keep them.
    [[nodiscard]] bool look_like(const std::filesystem::path& other);
    /// Takes a name, whoever has it.
    [[nodiscard]] bool become(const std::filesystem::path& target);
    /// Takes a name that no file has; errno is EEXIST if one has it.
    [[nodiscard]] bool become_new(const std::filesystem::path& target);
    /// Keeps the file in its place.
    void stay();

  private:
    NewFile(std::filesystem::path path, int descriptor)
        : path_(std::move(path)), descriptor_(descriptor) {}

    std::filesystem::path path_;
    int descriptor_;
};

/// Writes all of a text to a descriptor; false, with errno set, if that fails.
[[nodiscard]] bool write_all(int descriptor, std::string_view text);

/// Makes the names in a directory durable; where a file system cannot do that, they are there all the
/// same.
void sync_directory(const std::filesystem::path& directory);

}  // namespace probity::detail
