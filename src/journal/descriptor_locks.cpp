#include "journal/descriptor_locks.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>

#include "journal/read_ahead.hpp"

namespace probity::detail {
namespace {

namespace fs = std::filesystem;

// The bytes that stand for locks, and the levels: https://www.sqlite.org/lockingv3.html and os.h.
constexpr off_t pending_byte = 0x40000000;
constexpr off_t reserved_byte = pending_byte + 1;
constexpr off_t shared_first = pending_byte + 2;
constexpr off_t shared_size = 510;

/// A file of SQLite's, in front of that of the access on which this rests.
struct File : sqlite3_file {
    /// That of a database by which it is locked; -1 for other files.
    int descriptor = -1;
    int level = SQLITE_LOCK_NONE;
    /// The name that it has instead of the one that SQLite gave, if it is too long.
    std::string taken = {};
    /// Of a database, while it is locked.
    ReadAhead ahead = {};

    [[nodiscard]] sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& of(sqlite3_file* file) { return *static_cast<File*>(file); }
sqlite3_file* below(sqlite3_file* file) { return of(file).below(); }

/// SQLite's access to files without locks.
sqlite3_vfs* unlocked() { return sqlite3_vfs_find("unix-none"); }

/// Locks or unlocks bytes without waiting.
int set(const File& file, short type, off_t first, off_t size = 1) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = first;
    lock.l_len = size;
    while (fcntl(file.descriptor, F_OFD_SETLK, &lock) != 0) {
        if (errno == EINTR) continue;
        if (errno == EAGAIN || errno == EACCES) return SQLITE_BUSY;
        return type == F_UNLCK ? SQLITE_IOERR_UNLOCK : SQLITE_IOERR_LOCK;
    }
    return SQLITE_OK;
}

int lock_shared(File& file) {
    int code = set(file, F_RDLCK, pending_byte);
    if (code != SQLITE_OK) return code;
    code = set(file, F_RDLCK, shared_first, shared_size);
    const int released = set(file, F_UNLCK, pending_byte);
    if (code != SQLITE_OK) return code;
    if (released == SQLITE_OK) file.level = SQLITE_LOCK_SHARED;
    return released;
}

int lock_exclusive(File& file) {
    if (file.level < SQLITE_LOCK_PENDING) {
        const int code = set(file, F_WRLCK, pending_byte);
        if (code != SQLITE_OK) return code;
        // It stays if readers have to be waited for, and lets no new ones in.
        file.level = SQLITE_LOCK_PENDING;
    }
    const int code = set(file, F_WRLCK, shared_first, shared_size);
    if (code == SQLITE_OK) file.level = SQLITE_LOCK_EXCLUSIVE;
    return code;
}

int lock(sqlite3_file* given, int level) {
    File& file = of(given);
    if (file.descriptor < 0 || file.level >= level) return SQLITE_OK;
    if (level == SQLITE_LOCK_SHARED) return lock_shared(file);
    if (level == SQLITE_LOCK_EXCLUSIVE) return lock_exclusive(file);
    const int code = set(file, F_WRLCK, reserved_byte);
    if (code == SQLITE_OK) file.level = SQLITE_LOCK_RESERVED;
    return code;
}

int unlock(sqlite3_file* given, int level) {
    File& file = of(given);
    if (file.descriptor < 0 || file.level <= level) return SQLITE_OK;
    if (level == SQLITE_LOCK_NONE) {
        file.ahead.forget();
        const int code =
            set(file, F_UNLCK, pending_byte, shared_first + shared_size - pending_byte);
        file.level = SQLITE_LOCK_NONE;
        return code;
    }
    if (file.level == SQLITE_LOCK_EXCLUSIVE &&
        set(file, F_RDLCK, shared_first, shared_size) != SQLITE_OK) {
        return SQLITE_IOERR_RDLOCK;
    }
    file.level = SQLITE_LOCK_SHARED;
    return set(file, F_UNLCK, pending_byte, 2);
}

int check_reserved(sqlite3_file* given, int* held) {
    const File& file = of(given);
    *held = file.level > SQLITE_LOCK_SHARED ? 1 : 0;
    if (file.descriptor < 0 || *held == 1) return SQLITE_OK;
    struct flock found {};
    found.l_type = F_WRLCK;
    found.l_whence = SEEK_SET;
    found.l_start = reserved_byte;
    found.l_len = 1;
    if (fcntl(file.descriptor, F_OFD_GETLK, &found) != 0) return SQLITE_IOERR_CHECKRESERVEDLOCK;
    *held = found.l_type != F_UNLCK ? 1 : 0;
    return SQLITE_OK;
}

int read_file(sqlite3_file* given, void* to, int size, sqlite3_int64 at) {
    File& file = of(given);
    if (file.descriptor >= 0 && file.level >= SQLITE_LOCK_SHARED) {
        return file.ahead.read(file.below(), to, size, at);
    }
    return file.below()->pMethods->xRead(file.below(), to, size, at);
}

int close_file(sqlite3_file* given) {
    const int code = below(given)->pMethods->xClose(below(given));
    if (of(given).descriptor >= 0) close(of(given).descriptor);
    of(given).~File();
    return code;
}

/// Hands all but the locks on, and reads ahead. Of version 1: without the shared memory of a write-ahead
/// log, and without mapping the file into memory, where an I/O error would end the process.
constexpr sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite =
        [](sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
            of(file).ahead.forget();
            return below(file)->pMethods->xWrite(below(file), from, size, at);
        },
    .xTruncate =
        [](sqlite3_file* file, sqlite3_int64 size) {
            of(file).ahead.forget();
            return below(file)->pMethods->xTruncate(below(file), size);
        },
    .xSync = [](sqlite3_file* file,
                int flags) { return below(file)->pMethods->xSync(below(file), flags); },
    .xFileSize =
        [](sqlite3_file* file, sqlite3_int64* size) {
            return below(file)->pMethods->xFileSize(below(file), size);
        },
    .xLock = lock,
    .xUnlock = unlock,
    .xCheckReservedLock = check_reserved,
    .xFileControl =
        [](sqlite3_file* file, int what, void* with) {
            return below(file)->pMethods->xFileControl(below(file), what, with);
        },
    .xSectorSize =
        [](sqlite3_file* file) { return below(file)->pMethods->xSectorSize(below(file)); },
    .xDeviceCharacteristics =
        [](sqlite3_file* file) {
            return below(file)->pMethods->xDeviceCharacteristics(below(file));
        },
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

constexpr std::string_view rollback = "-journal";

/// A name of SQLite's, or a short one for a rollback journal whose name is too long.
std::string taken_name(const char* name) {
    const fs::path path(name);
    const std::string last = path.filename().string();
    if (last.size() <= NAME_MAX || !last.ends_with(rollback)) return name;
    // Of two such databases in a folder each has its own, by a hash of 64 bits (FNV-1a).
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : last) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return path.parent_path() / (".probity-" + std::to_string(hash) + std::string(rollback));
}

/// Opens a rollback journal under its short name, with the permissions of its database.
int open_renamed(const char* name, File& file, int flags, int* opened) {
    struct stat database {};
    const std::string whole(name);
    if ((flags & SQLITE_OPEN_CREATE) != 0) {
        if (stat(whole.substr(0, whole.size() - rollback.size()).c_str(), &database) != 0) {
            return SQLITE_IOERR_FSTAT;
        }
        const int made =
            open(file.taken.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, database.st_mode & 0777);
        if (made < 0) return SQLITE_CANTOPEN;
        close(made);
    }
    // SQLite derives the name of the database from that of a MAIN_JOURNAL; else the two are alike.
    flags = (flags & ~SQLITE_OPEN_MAIN_JOURNAL) | SQLITE_OPEN_SUPER_JOURNAL;
    return unlocked()->xOpen(unlocked(), file.taken.c_str(), file.below(), flags, opened);
}

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* given, int flags, int* opened) {
    File* const file = ::new (given) File{};
    file->pMethods = nullptr;
    file->taken = name == nullptr ? "" : taken_name(name);
    const int code = name == nullptr || file->taken == name
                         ? unlocked()->xOpen(unlocked(), name, file->below(), flags, opened)
                         : open_renamed(name, *file, flags, opened);
    if (code != SQLITE_OK) {
        file->~File();
        return code;
    }
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0 && name != nullptr) {
        file->descriptor = open(name, O_RDWR | O_CLOEXEC);
        if (file->descriptor < 0) file->descriptor = open(name, O_RDONLY | O_CLOEXEC);
        if (file->descriptor < 0) {
            file->below()->pMethods->xClose(file->below());
            file->~File();
            return SQLITE_CANTOPEN;
        }
    }
    file->pMethods = &methods;
    return SQLITE_OK;
}

}  // namespace

const char* descriptor_locks() {
    static constexpr const char* name = "probity-descriptor-locks";
    static sqlite3_vfs access = [] {
        sqlite3_initialize();
        sqlite3_vfs made = *unlocked();
        made.zName = name;
        made.pNext = nullptr;
        made.szOsFile += static_cast<int>(sizeof(File));
        made.xOpen = open_file;
        made.xDelete = [](sqlite3_vfs*, const char* of_name, int sync) {
            return unlocked()->xDelete(unlocked(), taken_name(of_name).c_str(), sync);
        };
        made.xAccess = [](sqlite3_vfs*, const char* of_name, int flags, int* found) {
            return unlocked()->xAccess(unlocked(), taken_name(of_name).c_str(), flags, found);
        };
        return made;
    }();
    static const int registered = sqlite3_vfs_register(&access, 0);
    return registered == SQLITE_OK ? name : nullptr;
}

fs::path rollback_journal_of(const fs::path& database) {
    return taken_name((database.string() + std::string(rollback)).c_str());
}

}  // namespace probity::detail
