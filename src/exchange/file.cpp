#include "exchange/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

#include "exchange/new_file.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"
#include "text/system_words.hpp"

namespace probity::detail {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_file(const char* what, const fs::path& path, int error) {
    throw DocumentError(sentence(std::string("cannot_") + what,
                                 {{"path", path.string()}, {"error", system_words(error)}}),
                        "");
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

/// Writes into a file that is there, for one that cannot be replaced as it is: the text is durable
/// beside it until it is whole.
void write_in_place(const fs::path& path, const fs::path& target, NewFile& copy,
                    std::string_view text) {
    const int descriptor = open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) refuse_file("write", path, errno);
    const bool written = write_all(descriptor, text) &&
                         ftruncate(descriptor, static_cast<off_t>(text.size())) == 0 &&
                         fsync(descriptor) == 0;
    const int error = errno;
    close(descriptor);
    if (written) return;
    copy.stay();
    throw DocumentError(sentence("written_in_part", {{"path", path.string()},
                                                     {"error", system_words(error)},
                                                     {"copy", copy.path().string()}}),
                        "");
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
        throw DocumentError(sentence("file_too_long", {{"path", path.string()}, {"limit", limit}}),
                            "");
    }
    return text;
}

bool begins_as_database(const fs::path& path) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return false;
    std::array<char, magic.size()> begin{};
    std::ifstream in(path, std::ios::binary);
    in.read(begin.data(), begin.size());
    return in && std::string_view(begin.data(), begin.size()) == magic;
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
    // Private until it has the access rights of the file that it replaces.
    auto file = NewFile::beside(target, exists ? 0600 : 0666);
    if (!file || !file->write(text)) refuse_file("write", path, errno);
    if (exists && !file->look_like(target)) {
        write_in_place(path, target, *file, text);
    } else if (!file->become(target)) {
        refuse_file("write", path, errno);
    }
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
