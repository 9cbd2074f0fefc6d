// SQLite's access to files, with locks that nothing else in the process can drop.
//
// SQLite locks a database with POSIX locks, which belong to the whole process: a second copy of SQLite in
// it, such as Python's sqlite3, is not kept out by them, and they are gone as soon as anybody in the
// process closes any descriptor of the file, as open(path).read() does. Journals lock the same bytes of
// the file by open-file-description locks instead (F_OFD_SETLK, Linux 3.15), which belong to one
// descriptor, and which keep out and are kept out by POSIX locks of whomever.
//
// SQLite's rollback journal has the name of the database with "-journal" behind it. If that is longer
// than a name may be, it has a short name here.
#pragma once

#include <filesystem>

namespace probity::detail {

/// The name of this access among SQLite's ("VFS"). A database that is opened by it can have no
/// write-ahead log.
[[nodiscard]] const char* descriptor_locks();

/// The rollback journal of a database.
[[nodiscard]] std::filesystem::path rollback_journal_of(const std::filesystem::path& database);

}  // namespace probity::detail
