#include "exchange/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <utility>

#include "probity/date/error.hpp"

namespace probity::detail {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_file(const char* what, const fs::path& path, int error) {
    throw DocumentError(
        std::string("cannot ") + what + " '" + path.string() + "': " + std::strerror(error), "");
}

/// Writes all of the text; false, with errno set, if that fails.
bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// A new file that disappears again unless it is kept.
class NewFile {
  public:
    /// Creates a file of its own name beside `target`; none if that fails, with errno set.
    [[nodiscard]] static std::optional<NewFile> beside(const fs::path& target, mode_t mode) {
        for (int attempt = 0; attempt < 100; ++attempt) {
            fs::path path = target;
            path += "." + std::to_string(getpid()) + "-" + std::to_string(attempt) + ".part";
            const int descriptor =
                open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
            if (descriptor >= 0) return NewFile(std::move(path), descriptor);
            if (errno != EEXIST) return std::nullopt;
        }
        return std::nullopt;
    }

    NewFile(NewFile&& other) noexcept
        : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}
    NewFile& operator=(NewFile&&) = delete;

    ~NewFile() {
        if (descriptor_ < 0) return;
        close(descriptor_);
        unlink(path_.c_str());
    }

    [[nodiscard]] bool write(std::string_view text) {
        return write_all(descriptor_, text) && fsync(descriptor_) == 0;
    }

    /// Gives the file the permissions of the one that it replaces.
    void take_mode(mode_t mode) { static_cast<void>(fchmod(descriptor_, mode)); }

    [[nodiscard]] bool become(const fs::path& target) {
        if (rename(path_.c_str(), target.c_str()) != 0) return false;
        close(std::exchange(descriptor_, -1));
        return true;
    }

    /// Takes a name that no file has; false, with errno set, if one has it.
    [[nodiscard]] bool become_new(const fs::path& target) {
        if (link(path_.c_str(), target.c_str()) == 0) return true;
        if (errno == EEXIST) return false;
        // A file system without hard links.
        if (access(target.c_str(), F_OK) == 0) {
            errno = EEXIST;
            return false;
        }
        return become(target);
    }

  private:
    NewFile(fs::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

    fs::path path_;
    int descriptor_;
};

/// Makes a new name in a directory durable; where a file system cannot do that, the name is there
/// all the same.
void sync_directory(const fs::path& directory) {
    const fs::path named = directory.empty() ? fs::path(".") : directory;
    const int descriptor = open(named.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    static_cast<void>(fsync(descriptor));
    close(descriptor);
}

/// Writes to what is no file of its own, such as a device or a pipe, which must stay what it is.
void write_through(const fs::path& path, std::string_view text) {
    const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) refuse_file("write", path, errno);
    const bool written = write_all(descriptor, text);
    const int error = errno;
    close(descriptor);
    if (!written) refuse_file("write", path, error);
}

}  // namespace

std::string read_file(const fs::path& path, std::size_t limit) {
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in) refuse_file("read", path, errno != 0 ? errno : EIO);
    if (fs::is_directory(path)) refuse_file("read", path, EISDIR);
    std::string text;
    // One byte more than is allowed tells that there are more.
    for (std::array<char, 65536> chunk; in && text.size() <= limit;) {
        const std::size_t wanted = std::min(chunk.size(), limit + 1 - text.size());
        in.read(chunk.data(), static_cast<std::streamsize>(wanted));
        text.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) refuse_file("read", path, EIO);
    if (text.size() > limit) {
        throw DocumentError("'" + path.string() + "' is longer than the " + std::to_string(limit) +
                                " bytes that are allowed",
                            "");
    }
    return text;
}

fs::path target_of(const fs::path& path) {
    constexpr int most_links = 40;  // as many as Linux follows
    fs::path target = path;
    std::error_code error;
    for (int links = 0; fs::is_symlink(fs::symlink_status(target, error)); ++links) {
        if (links == most_links) refuse_file("open", path, ELOOP);
        target = target.parent_path() / fs::read_symlink(target, error);
        if (error) refuse_file("open", path, error.value());
    }
    return target;
}

void write_file(const fs::path& path, std::string_view text) {
    const fs::path target = target_of(path);
    struct stat status {};
    const bool exists = stat(target.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) refuse_file("write", path, EISDIR);
    if (exists && !S_ISREG(status.st_mode)) return write_through(target, text);
    // A file that is protected from writing stays, though its name could be given to another.
    // By the effective user, as open judges.
    if (exists && faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) {
        refuse_file("write", path, errno);
    }
    auto file = NewFile::beside(target, 0666);
    if (!file) refuse_file("write", path, errno);
    if (exists) file->take_mode(status.st_mode & 07777);
    if (!file->write(text) || !file->become(target)) refuse_file("write", path, errno);
    sync_directory(target.parent_path());
}

bool write_new_file(const fs::path& path, std::string_view text) {
    struct stat status {};
    if (stat(path.c_str(), &status) == 0) {
        if (S_ISREG(status.st_mode)) return false;
        write_file(path, text);
        return true;
    }
    auto file = NewFile::beside(path, 0666);
    if (!file || !file->write(text)) refuse_file("write", path, errno);
    if (!file->become_new(path)) {
        if (errno == EEXIST) return false;
        refuse_file("write", path, errno);
    }
    sync_directory(path.parent_path());
    return true;
}

}  // namespace probity::detail
