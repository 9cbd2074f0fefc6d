#include "exchange/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string>
#include <thread>

#include "date/interruption.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"
#include "text/system_words.hpp"

namespace probity::detail {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_lock(const fs::path& path) {
    throw DocumentError(
        sentence("cannot_lock", {{"path", path.string()}, {"error", system_words(errno)}}), "");
}

/// Opens a regular file; -1 if there is none of that name.
int open_file(const fs::path& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return -1;
    // Network file systems lock what is open for writing.
    int descriptor = open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0 && errno != ENOENT) descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 && errno != ENOENT) refuse_lock(path);
    return descriptor;
}

/// Whether a file that was opened still has its name: another may have replaced it meanwhile.
bool is_still_at(int descriptor, const fs::path& path) {
    struct stat opened {
    }, named{};
    return fstat(descriptor, &opened) == 0 && stat(path.c_str(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

FileLock::~FileLock() {
    if (descriptor_ >= 0) close(descriptor_);
}

std::optional<FileLock> FileLock::of(const fs::path& path) {
    while (true) {
        FileLock lock(open_file(path));
        if (lock.descriptor_ < 0) return std::nullopt;
        while (flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
            if (errno != EWOULDBLOCK && errno != EINTR) refuse_lock(path);
            interruption_point();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        if (is_still_at(lock.descriptor_, path)) return lock;
    }
}

}  // namespace probity::detail
