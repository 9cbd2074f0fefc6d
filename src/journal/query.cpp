// Questions in SQL: a SELECT over views that people can read.
#include <limits>
#include <string>

#include "journal/open_journal.hpp"
#include "journal/projections.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// The most rows that a query gives.
constexpr std::size_t most_rows = 10'000'000;

/// Allows reading, and nothing else.
int allow_reading(void*, int action, const char* detail, const char* function, const char*,
                  const char*) noexcept {
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_READ:
        case SQLITE_RECURSIVE:
            return SQLITE_OK;
        case SQLITE_FUNCTION:
            return function != nullptr && std::string_view(function) == "load_extension"
                       ? SQLITE_DENY
                       : SQLITE_OK;
        case SQLITE_PRAGMA:
            // The columns of a table or view; pragma_table_info('events') asks for them.
            return detail != nullptr && (std::string_view(detail) == "table_info" ||
                                         std::string_view(detail) == "table_list")
                       ? SQLITE_OK
                       : SQLITE_DENY;
        default:
            return SQLITE_DENY;
    }
}

/// Keeps a connection to reading as long as it lives.
class ReadingOnly {
  public:
    explicit ReadingOnly(Database& database) : handle_(database.get()) {
        sqlite3_set_authorizer(handle_, allow_reading, nullptr);
    }
    ReadingOnly(ReadingOnly&&) = delete;
    ~ReadingOnly() { sqlite3_set_authorizer(handle_, nullptr, nullptr); }

  private:
    sqlite3* handle_;
};

SqlValue value_of(sqlite3_stmt* row, int column) {
    switch (sqlite3_column_type(row, column)) {
        case SQLITE_INTEGER:
            return sqlite3_column_int64(row, column);
        case SQLITE_FLOAT:
            return sqlite3_column_double(row, column);
        case SQLITE_NULL:
            return std::monostate();
        default: {
            const void* bytes = sqlite3_column_blob(row, column);
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
            return bytes == nullptr ? std::string()
                                    : std::string(static_cast<const char*>(bytes), size);
        }
    }
}

SqlRows rows_of(Database& database, std::string_view sql) {
    if (sql.size() > std::numeric_limits<int>::max()) {
        throw JournalError(sentence("journal.query_too_long", {{"size", sql.size()}}));
    }
    const ReadingOnly reading_only(database);
    Statement statement = database.prepare(sql);
    SqlRows out;
    const int columns = sqlite3_column_count(statement.get());
    for (int i = 0; i < columns; ++i) {
        out.columns.emplace_back(sqlite3_column_name(statement.get(), i));
    }
    while (statement.step()) {
        if (out.rows.size() == most_rows) {
            throw JournalError(sentence("journal.query_rows", {{"most", most_rows}}));
        }
        std::vector<SqlValue>& row = out.rows.emplace_back();
        for (int i = 0; i < columns; ++i) row.push_back(value_of(statement.get(), i));
    }
    return out;
}

}  // namespace

SqlRows OpenJournal::query(std::string_view sql) {
    return locked(FileGuard::Hold::shared, [&] {
        Transaction transaction(database_, Transaction::Kind::read);
        catch_up();
        if (projected_ != known_head()) {
            project(database_, *programme_);
            projected_ = known_head();
        }
        SqlRows rows;
        try {
            rows = rows_of(database_, sql);
        } catch (const SqlError& error) {
            // A fault of the query, not of the file.
            if (error.primary() != SQLITE_ERROR && error.primary() != SQLITE_AUTH) throw;
            throw JournalError(sentence("journal.query_refused",
                                        {{"error", error.what()}, {"views", view_names()}}));
        }
        // The tables that were made for it stay with the connection.
        transaction.commit();
        return rows;
    });
}

}  // namespace probity::detail
