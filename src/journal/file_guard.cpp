#include "journal/file_guard.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <thread>
#include <utility>

#include "date/interruption.hpp"
#include "probity/journal/journal_error.hpp"
#include "text/sentence.hpp"
#include "text/system_words.hpp"

namespace probity::detail {
namespace {

namespace fs = std::filesystem;

using Identity = std::pair<dev_t, ino_t>;

Identity identity_of(const struct stat& status) { return {status.st_dev, status.st_ino}; }

}  // namespace

[[noreturn]] void refuse_file(const fs::path& path, std::string_view kind) {
    throw JournalError(sentence(kind, {{"path", path.string()}, {"error", system_words(errno)}}));
}

FileGuard::FileGuard(const fs::path& path) : path_(path), process_(getpid()) {
    // Network file systems lock what is open for writing.
    descriptor_ = open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) descriptor_ = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) refuse_file(path, "journal.not_opened");
    struct stat status {};
    if (fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
        close(descriptor_);
        refuse_file(path, "journal.no_file");
    }
}

FileGuard::~FileGuard() {
    // A forked process has its parent's lock.
    if (process_ == getpid()) unlock();
    close(descriptor_);
}

void FileGuard::check_process() const {
    if (process_ == getpid()) return;
    refuse_file(path_, "journal.forked");
}

void FileGuard::check_name() const {
    struct stat opened {
    }, named{};
    if (fstat(descriptor_, &opened) == 0 && stat(path_.c_str(), &named) == 0 &&
        identity_of(opened) == identity_of(named)) {
        return;
    }
    refuse_file(path_, "journal.replaced");
}

void FileGuard::lock(Hold hold, std::chrono::milliseconds patience) {
    using namespace std::chrono;
    check_process();
    const int how = (hold == Hold::exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB;
    const auto began = steady_clock::now();
    while (flock(descriptor_, how) != 0) {
        if (errno == EINTR) continue;
        if (errno != EWOULDBLOCK) {
            refuse_file(path_, "journal.not_locked");
        }
        if (steady_clock::now() - began >= patience) {
            throw JournalError(
                sentence("journal.in_use",
                         {{"path", path_.string()}, {"patience", std::int64_t{patience.count()}}}));
        }
        interruption_point();
        std::this_thread::sleep_for(milliseconds(1));
    }
    try {
        check_name();
    } catch (...) {
        unlock();
        throw;
    }
}

void FileGuard::unlock() noexcept { flock(descriptor_, LOCK_UN); }

std::string FileGuard::first_bytes(std::size_t size) const {
    std::string bytes(size, '\0');
    const ssize_t count = pread(descriptor_, bytes.data(), size, 0);
    if (count < 0) refuse_file(path_, "journal.not_read");
    bytes.resize(static_cast<std::size_t>(count));
    return bytes;
}

bool FileGuard::is_on_network() const {
    // By the numbers of statfs(2).
    constexpr std::array<std::uint32_t, 7> network = {
        0x6969,      // NFS
        0x517B,      // SMB
        0xFE534D42,  // SMB2
        0xFF534D42,  // CIFS
        0x5346414F,  // AFS
        0x01021997,  // 9P
        0x65735546,  // FUSE, under which sshfs and others mount
    };
    struct statfs status {};
    if (fstatfs(descriptor_, &status) != 0) return false;
    const auto type = static_cast<std::uint32_t>(status.f_type);
    return std::find(network.begin(), network.end(), type) != network.end();
}

}  // namespace probity::detail
