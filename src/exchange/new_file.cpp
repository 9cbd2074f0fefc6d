#include "exchange/new_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <map>
#include <string>
#include <system_error>
#include <vector>

namespace probity::detail {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = ".probity-";
constexpr std::string_view suffix = ".part";

/// Whether a file that was opened still has its name, not one to which a link of that name leads.
bool has_name(int descriptor, const fs::path& path) {
    struct stat opened {
    }, named{};
    return fstat(descriptor, &opened) == 0 && lstat(path.c_str(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/// Removes a file that nobody holds a lock on.
void remove_left_over(const fs::path& path) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return;
    struct stat status {};
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == geteuid() &&
        flock(descriptor, LOCK_EX | LOCK_NB) == 0 && has_name(descriptor, path)) {
        unlink(path.c_str());
    }
    close(descriptor);
}

void remove_left_overs(const fs::path& folder) {
    std::error_code error;
    // A folder with very many files is not searched to its end each time.
    int looked_at = 0;
    for (fs::directory_iterator entry(folder.empty() ? "." : folder, error), end;
         !error && entry != end && looked_at < 1000; entry.increment(error), ++looked_at) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(suffix)) remove_left_over(entry->path());
    }
}

// Extended attributes, of which the access list is one (system.posix_acl_access) --------------------

using Attributes = std::map<std::string, std::string>;

/// A value whose size may change while it is read.
template <class Read>
std::optional<std::string> whole(Read read) {
    for (int attempt = 0; attempt < 10; ++attempt) {
        const ssize_t size = read(nullptr, 0);
        if (size < 0) return std::nullopt;
        std::string value(static_cast<std::size_t>(size), '\0');
        const ssize_t got = size == 0 ? 0 : read(value.data(), value.size());
        if (got >= 0) {
            value.resize(static_cast<std::size_t>(got));
            return value;
        }
        if (errno != ERANGE) return std::nullopt;
    }
    return std::nullopt;
}

/// Those of a file; null, with errno set, if they cannot be read.
std::optional<Attributes> attributes_of(const fs::path& path) {
    Attributes out;
    const auto names =
        whole([&](char* to, std::size_t size) { return listxattr(path.c_str(), to, size); });
    if (!names) return errno == ENOTSUP ? std::optional(out) : std::nullopt;
    for (std::size_t at = 0; at < names->size();) {
        const std::string name(names->c_str() + at);
        at += name.size() + 1;
        const auto value = whole([&](char* to, std::size_t size) {
            return getxattr(path.c_str(), name.c_str(), to, size);
        });
        if (value) {
            out.emplace(name, *value);
        } else if (errno != ENODATA) {
            return std::nullopt;
        }
    }
    return out;
}

/// Gives a file the attributes that it lacks or has otherwise.
bool take_attributes(const fs::path& path, const fs::path& other) {
    const auto wanted = attributes_of(other);
    const auto present = attributes_of(path);
    if (!wanted || !present) return false;
    for (const auto& [name, value] : *wanted) {
        const auto found = present->find(name);
        if (found != present->end() && found->second == value) continue;
        if (setxattr(path.c_str(), name.c_str(), value.data(), value.size(), 0) != 0) return false;
    }
    for (const auto& [name, value] : *present) {
        if (wanted->contains(name)) continue;
        if (removexattr(path.c_str(), name.c_str()) != 0) return false;
    }
    return true;
}

}  // namespace

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

void sync_directory(const fs::path& directory) {
    const fs::path named = directory.empty() ? fs::path(".") : directory;
    const int descriptor = open(named.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    static_cast<void>(fsync(descriptor));
    close(descriptor);
}

std::optional<NewFile> NewFile::beside(const fs::path& target, mode_t mode) {
    remove_left_overs(target.parent_path());
    constexpr int most_attempts = 100;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        // Short, so that it fits where the target's name is as long as can be.
        fs::path path =
            target.parent_path() / (std::string(prefix) + std::to_string(getpid()) + "-" +
                                    std::to_string(attempt) + std::string(suffix));
        const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (descriptor < 0 && errno == EEXIST) continue;
        if (descriptor < 0) return std::nullopt;
        NewFile file(std::move(path), descriptor);
        // Another process may have taken it for left over before it was locked.
        static_cast<void>(flock(descriptor, LOCK_EX | LOCK_NB));
        if (has_name(descriptor, file.path_)) return file;
        close(std::exchange(file.descriptor_, -1));
    }
    errno = EEXIST;
    return std::nullopt;
}

NewFile::~NewFile() {
    if (descriptor_ < 0) return;
    unlink(path_.c_str());
    close(descriptor_);
}

bool NewFile::write(std::string_view text) { return write_all(descriptor_, text) && sync(); }

bool NewFile::sync() { return fsync(descriptor_) == 0; }

bool NewFile::look_like(const fs::path& other) {
    struct stat wanted {
    }, present{};
    if (stat(other.c_str(), &wanted) != 0 || fstat(descriptor_, &present) != 0) return false;
    const bool is_others = wanted.st_uid != present.st_uid || wanted.st_gid != present.st_gid;
    if (is_others && fchown(descriptor_, wanted.st_uid, wanted.st_gid) != 0) return false;
    if (!take_attributes(path_, other)) return false;
    // Last: a new owner clears the bits that let a program act as its owner.
    return fchmod(descriptor_, wanted.st_mode & 07777) == 0;
}

bool NewFile::become(const fs::path& target) {
    if (rename(path_.c_str(), target.c_str()) != 0) return false;
    stay();
    return true;
}

bool NewFile::become_new(const fs::path& target) {
    if (link(path_.c_str(), target.c_str()) == 0) return true;
    if (errno == EEXIST) return false;
    // A file system without hard links.
    return renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0 &&
           (stay(), true);
}

void NewFile::stay() { close(std::exchange(descriptor_, -1)); }

}  // namespace probity::detail
