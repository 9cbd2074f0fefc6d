// The tables of a journal's file, and whether a file has them as they were made.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "journal/sqlite.hpp"

namespace probity::detail {

/// "Prbt", which SQLite keeps at byte 68 of a file (its application id).
inline constexpr int journal_application = 0x50726274;
/// The version of the tables, at byte 60. A file of an older one is brought forward when it is opened
/// for writing, one of a newer one is refused.
inline constexpr int journal_schema = 1;

/// Throws JournalError if the first bytes of a file are not those of a journal, or are those of
/// a newer version or of one that another program changed to a write-ahead log.
void check_header(const std::filesystem::path& path, std::string_view first_bytes);
/// How many bytes check_header looks at.
inline constexpr std::size_t header_bytes = 100;

/// Makes the tables in an empty database, which is in a transaction.
void make_tables(Database& database);

/// The tables and guards of a file that are missing, changed or there besides, in words; empty if all
/// are as they were made.
[[nodiscard]] std::vector<std::string> oddities_of_tables(Database& database);

}  // namespace probity::detail
