#include "journal/sqlite.hpp"

#include <limits>
#include <thread>
#include <utility>

#include "date/interruption.hpp"
#include "journal/descriptor_locks.hpp"

namespace probity::detail {
namespace {

/// An exception cannot pass through SQLite: it is kept here until SQLite has returned.
thread_local std::exception_ptr interrupted;

/// Whether the work of this thread is to end.
bool is_interrupted() noexcept {
    if (interrupted) return true;
    try {
        interruption_point();
    } catch (...) {
        interrupted = std::current_exception();
        return true;
    }
    return false;
}

[[noreturn]] void raise(sqlite3* database, int code) {
    if (interrupted) std::rethrow_exception(std::exchange(interrupted, nullptr));
    const int extended = database != nullptr ? sqlite3_extended_errcode(database) : code;
    throw SqlError(database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code),
                   extended != SQLITE_OK ? extended : code);
}

void check(sqlite3* database, int code) {
    if (code != SQLITE_OK) raise(database, code);
}

}  // namespace

// Statement ----------------------------------------------------------------------------------------

Statement::Statement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    const int code =
        sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &handle, nullptr);
    handle_.reset(handle);
    check(database, code);
    if (handle == nullptr) throw SqlError("there is no statement", SQLITE_MISUSE);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    check(sqlite3_db_handle(get()), sqlite3_bind_int64(get(), parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view value) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* bytes = value.empty() ? "" : value.data();
    check(sqlite3_db_handle(get()), sqlite3_bind_text64(get(), parameter, bytes, value.size(),
                                                        SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_lasting(int parameter, std::string_view value) {
    const char* bytes = value.empty() ? "" : value.data();
    check(sqlite3_db_handle(get()),
          sqlite3_bind_text64(get(), parameter, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    check(sqlite3_db_handle(get()), sqlite3_bind_null(get(), parameter));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite3* database = sqlite3_db_handle(get());
    try {
        raise(database, code);
    } catch (...) {
        sqlite3_reset(get());
        throw;
    }
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() noexcept { sqlite3_reset(get()); }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(get(), column); }

std::optional<std::int64_t> Statement::integer_or_null(int column) const {
    switch (sqlite3_column_type(get(), column)) {
        case SQLITE_INTEGER:
            return integer(column);
        case SQLITE_NULL:
            return std::nullopt;
        default:
            return std::numeric_limits<std::int64_t>::min();
    }
}

std::string_view Statement::text(int column) const {
    return text_or_null(column).value_or(std::string_view());
}

std::optional<std::string_view> Statement::text_or_null(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(get(), column));
    if (bytes == nullptr) return std::nullopt;
    return std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(get(), column)));
}

// Database -----------------------------------------------------------------------------------------

Database::Database(const std::filesystem::path& path, Access access,
                   std::chrono::milliseconds patience)
    : patience_(patience) {
    int flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
    flags |= access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (access == Access::create) flags |= SQLITE_OPEN_CREATE;
    sqlite3* handle = nullptr;
    // Never as a URI, whatever SQLite was compiled to do: an absolute path does not begin with one.
    const int code = sqlite3_open_v2(std::filesystem::absolute(path).c_str(), &handle, flags,
                                     descriptor_locks());
    handle_.reset(handle);
    check(handle, code);
    // The guards in a journal are against others; what is written here is checked before.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_busy_handler(handle, wait, this);
    constexpr int steps = 100'000;
    sqlite3_progress_handler(handle, steps, go_on, this);
}

int Database::wait(void* self, int attempt) noexcept {
    using namespace std::chrono;
    auto& database = *static_cast<Database*>(self);
    const auto now = steady_clock::now();
    if (attempt == 0) database.waiting_since_ = now;
    if (now - database.waiting_since_ >= database.patience_ || is_interrupted()) return 0;
    std::this_thread::sleep_for(milliseconds(2));
    return 1;
}

int Database::go_on(void*) noexcept { return is_interrupted() ? 1 : 0; }

void Database::run(const char* sql) {
    check(get(), sqlite3_exec(get(), sql, nullptr, nullptr, nullptr));
}

std::int64_t Database::integer(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

void Database::roll_back() noexcept {
    if (in_transaction()) sqlite3_exec(get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace probity::detail
