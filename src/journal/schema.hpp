// The tables of a journal's file, whether a file has them as they were made, and how those of an older
// version become them.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/sqlite.hpp"

namespace probity::detail {

/// "Prbt", which SQLite keeps at byte 68 of a file (its application id).
inline constexpr int journal_application = 0x50726274;

/// The tables of one version, which a file names at byte 60 (SQLite's user version).
struct Schema {
    /// A table or a guard, with the statement that makes it as SQLite keeps it.
    struct Made {
        std::string name;
        std::string sql;
    };
    std::vector<Made> made;
    /// The first step makes a file of version 1 one of version 2, and so on. It runs in a transaction.
    std::vector<std::function<void(Database&)>> steps;

    [[nodiscard]] int version() const noexcept { return 1 + static_cast<int>(steps.size()); }
};

/// That of the files that are made today.
[[nodiscard]] const Schema& schema_of_today();

/// Throws JournalError if the first bytes of a file are not those of a journal, or are those of a version
/// newer than a schema or of a file that another program changed to a write-ahead log. Else returns the
/// version.
int check_header(const std::filesystem::path& path, std::string_view first_bytes,
                 const Schema& schema);
/// How many bytes check_header looks at.
inline constexpr std::size_t header_bytes = 100;

/// The version that a file has within the transaction.
[[nodiscard]] int version_of_file(Database& database);
[[noreturn]] void refuse_version(const std::filesystem::path& path, std::string_view kind,
                                 int version, const Schema& schema);

/// Makes today's tables in an empty database, which is in a transaction.
void make_tables(Database& database);

/// Brings a file that is in a transaction for writing forward to a schema; does nothing to one that is of
/// it. Throws JournalError, and SqlError, if that cannot be done, if an event or the mark of an import would
/// not stand as before, or if the tables would not be those of the schema: the transaction is then to be
/// taken back.
void bring_forward(const std::filesystem::path& path, Database& database, const Schema& schema);

/// The tables and guards of a file that are missing, changed or there besides, in words; empty if all
/// are as a schema has them.
[[nodiscard]] std::vector<std::string> oddities_of_tables(Database& database, const Schema& schema);
/// Throws JournalError if there are any.
void check_tables(const std::filesystem::path& path, Database& database, const Schema& schema);

}  // namespace probity::detail
