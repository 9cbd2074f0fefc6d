#include "journal/schema.hpp"

#include <map>
#include <utility>

#include "date/text.hpp"
#include "exchange/sha256.hpp"
#include "probity/journal/journal_error.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

// The statements as SQLite keeps them, so that a file can be compared with them. Row 0 of `event` is
// the founding document. The columns beside `json` say what it says, for questions that need not
// parse it; reading compares them.
std::vector<Schema::Made> made_today() {
    return {
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
         "WHEN NEW.first IS NULL OR NEW.first <= (SELECT coalesce(max(last), 0) FROM import) "
         "BEGIN\n"
         "  SELECT raise(ABORT, 'the mark of an import stands behind the last one');\n"
         "END"},
    };
}

int big_endian(std::string_view bytes, std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return static_cast<int>(value);
}

/// The digest of all that no step may change.
std::string digest_of_record(Database& database) {
    Sha256 digest;
    for (const char* sql : {"SELECT number, json, digest FROM event ORDER BY number",
                            "SELECT first, last, at FROM import ORDER BY first"}) {
        Statement select = database.prepare(sql);
        while (select.step()) {
            for (int column = 0; column < 3; ++column) {
                const std::string_view text = select.text(column);
                digest.add(std::to_string(text.size()) + ":").add(text);
            }
        }
        digest.add("end");
    }
    return std::string(text_of(digest.finish()));
}

}  // namespace

const Schema& schema_of_today() {
    static const Schema today{.made = made_today(), .steps = {}};
    return today;
}

void refuse_version(const std::filesystem::path& path, std::string_view kind, int version,
                    const Schema& schema) {
    throw JournalError(sentence(
        kind, {{"path", path.string()}, {"version", version}, {"most", schema.version()}}));
}

// The header is that of https://www.sqlite.org/fileformat.html, section 1.3.
int check_header(const std::filesystem::path& path, std::string_view first_bytes,
                 const Schema& schema) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    constexpr std::size_t write_version = 18;
    constexpr std::size_t read_version = 19;
    constexpr std::size_t user_version = 60;
    constexpr std::size_t application = 68;
    if (first_bytes.size() < header_bytes || first_bytes.substr(0, magic.size()) != magic ||
        big_endian(first_bytes, application) != journal_application) {
        refuse_version(path, "journal.no_journal", 0, schema);
    }
    const int version = big_endian(first_bytes, user_version);
    if (version < 1 || version > schema.version()) {
        refuse_version(path, "journal.version", version, schema);
    }
    if (first_bytes[write_version] != 1 || first_bytes[read_version] != 1) {
        refuse_version(path, "journal.write_ahead", version, schema);
    }
    return version;
}

int version_of_file(Database& database) {
    return static_cast<int>(database.integer("PRAGMA user_version"));
}

void make_tables(Database& database) {
    const Schema& today = schema_of_today();
    database.run(("PRAGMA application_id=" + std::to_string(journal_application)).c_str());
    database.run(("PRAGMA user_version=" + std::to_string(today.version())).c_str());
    for (const Schema::Made& made : today.made) database.run(made.sql.c_str());
}

void bring_forward(const std::filesystem::path& path, Database& database, const Schema& schema) {
    const int version = version_of_file(database);
    if (version < 1 || version > schema.version()) {
        refuse_version(path, "journal.version", version, schema);
    }
    if (version == schema.version()) return;
    const std::string before = digest_of_record(database);
    for (int from = version; from < schema.version(); ++from) {
        schema.steps[static_cast<std::size_t>(from) - 1](database);
    }
    database.run(("PRAGMA user_version=" + std::to_string(schema.version())).c_str());
    if (digest_of_record(database) != before) {
        refuse_version(path, "journal.changed_by_step", version, schema);
    }
    check_tables(path, database, schema);
}

std::vector<std::string> oddities_of_tables(Database& database, const Schema& schema) {
    std::map<std::string, std::string, std::less<>> found;
    Statement statement = database.prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema");
    while (statement.step()) {
        found.emplace(std::string(statement.text(0)), std::string(statement.text(1)));
    }
    std::vector<std::string> oddities;
    for (const Schema::Made& made : schema.made) {
        const auto row = found.extract(made.name);
        if (row.empty()) {
            oddities.push_back(made.name + " is missing");
        } else if (row.mapped() != made.sql) {
            oddities.push_back(made.name + " is not as it was made");
        }
    }
    for (const auto& [name, sql] : found) {
        oddities.push_back(printable(name) + " was added by another program");
    }
    return oddities;
}

void check_tables(const std::filesystem::path& path, Database& database, const Schema& schema) {
    const auto oddities = oddities_of_tables(database, schema);
    if (oddities.empty()) return;
    throw JournalError(sentence("journal.changed_by_another",
                                {{"path", path.string()}, {"what", oddities.front()}}));
}

}  // namespace probity::detail
