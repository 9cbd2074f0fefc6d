#include "journal/schema.hpp"

#include <array>
#include <map>
#include <utility>

#include "date/text.hpp"
#include "probity/journal/journal_error.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

struct Made {
    const char* name;
    const char* sql;
};

// The statements as SQLite keeps them, so that a file can be compared with them. Row 0 of `event` is
// the founding document. The columns beside `json` say what it says, for questions that need not
// parse it; reading compares them.
constexpr std::array<Made, 8> tables = {{
    {"event",
     "CREATE TABLE event (\n"
     "  number INTEGER PRIMARY KEY,\n"
     "  json TEXT NOT NULL,\n"
     "  digest TEXT NOT NULL,\n"
     "  effective TEXT,\n"
     "  recorded TEXT,\n"
     "  clock TEXT,\n"
     "  actor TEXT,\n"
     "  kind TEXT,\n"
     "  subject TEXT,\n"
     "  reason TEXT,\n"
     "  corrects INTEGER,\n"
     "  rules INTEGER NOT NULL\n"
     ") STRICT"},
    {"import",
     "CREATE TABLE import (\n"
     "  first INTEGER PRIMARY KEY,\n"
     "  last INTEGER NOT NULL,\n"
     "  at TEXT NOT NULL\n"
     ") STRICT"},
    {"event_is_never_changed",
     "CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN\n"
     "  SELECT raise(ABORT, 'an event is never changed; correct it by another');\n"
     "END"},
    {"event_is_never_removed",
     "CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event BEGIN\n"
     "  SELECT raise(ABORT, 'an event is never removed; annul it by another');\n"
     "END"},
    // INSERT OR REPLACE removes a row without asking the guard of DELETE, unless recursive_triggers
    // is on: here a number that there is already is refused before.
    {"event_is_added_last",
     "CREATE TRIGGER event_is_added_last BEFORE INSERT ON event\n"
     "WHEN NEW.number IS NOT (SELECT coalesce(max(number) + 1, 0) FROM event) BEGIN\n"
     "  SELECT raise(ABORT, 'an event gets the number after the last one');\n"
     "END"},
    {"import_is_never_changed",
     "CREATE TRIGGER import_is_never_changed BEFORE UPDATE ON import BEGIN\n"
     "  SELECT raise(ABORT, 'the mark of an import is never changed');\n"
     "END"},
    {"import_is_never_removed",
     "CREATE TRIGGER import_is_never_removed BEFORE DELETE ON import BEGIN\n"
     "  SELECT raise(ABORT, 'the mark of an import is never removed');\n"
     "END"},
    {"import_is_added_last",
     "CREATE TRIGGER import_is_added_last BEFORE INSERT ON import\n"
     "WHEN NEW.first IS NULL OR NEW.first <= (SELECT coalesce(max(last), 0) FROM import) BEGIN\n"
     "  SELECT raise(ABORT, 'the mark of an import stands behind the last one');\n"
     "END"},
}};

int big_endian(std::string_view bytes, std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return static_cast<int>(value);
}

[[noreturn]] void refuse_header(const std::filesystem::path& path, std::string_view kind,
                                int version = journal_schema) {
    throw JournalError(
        sentence(kind, {{"path", path.string()}, {"version", version}, {"most", journal_schema}}));
}

}  // namespace

// The header is that of https://www.sqlite.org/fileformat.html, section 1.3.
void check_header(const std::filesystem::path& path, std::string_view first_bytes) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    constexpr std::size_t write_version = 18;
    constexpr std::size_t read_version = 19;
    constexpr std::size_t user_version = 60;
    constexpr std::size_t application = 68;
    if (first_bytes.size() < header_bytes || first_bytes.substr(0, magic.size()) != magic ||
        big_endian(first_bytes, application) != journal_application) {
        refuse_header(path, "journal.no_journal");
    }
    const int version = big_endian(first_bytes, user_version);
    if (version < 1 || version > journal_schema) {
        refuse_header(path, "journal.version", version);
    }
    if (first_bytes[write_version] != 1 || first_bytes[read_version] != 1) {
        refuse_header(path, "journal.write_ahead");
    }
}

void make_tables(Database& database) {
    database.run(("PRAGMA application_id=" + std::to_string(journal_application)).c_str());
    database.run(("PRAGMA user_version=" + std::to_string(journal_schema)).c_str());
    for (const Made& made : tables) database.run(made.sql);
}

std::vector<std::string> oddities_of_tables(Database& database) {
    std::map<std::string, std::string, std::less<>> found;
    Statement statement = database.prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema");
    while (statement.step()) {
        found.emplace(std::string(statement.text(0)), std::string(statement.text(1)));
    }
    std::vector<std::string> oddities;
    for (const Made& made : tables) {
        const auto row = found.extract(made.name);
        if (row.empty()) {
            oddities.push_back(std::string(made.name) + " is missing");
        } else if (row.mapped() != made.sql) {
            oddities.push_back(std::string(made.name) + " is not as it was made");
        }
    }
    for (const auto& [name, sql] : found) {
        oddities.push_back(printable(name) + " was added by another program");
    }
    return oddities;
}

}  // namespace probity::detail
