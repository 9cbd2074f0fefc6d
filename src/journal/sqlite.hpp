// SQLite's C interface, with what a journal needs of it: handles that close themselves, errors that
// are exceptions, and waiting that can be interrupted.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace probity::detail {

/// A refusal of SQLite, with its extended code.
class SqlError : public std::runtime_error {
  public:
    SqlError(const std::string& message, int code) : std::runtime_error(message), code_(code) {}

    [[nodiscard]] int code() const noexcept { return code_; }
    /// The code without what extends it: SQLITE_BUSY, SQLITE_FULL, ...
    [[nodiscard]] int primary() const noexcept { return code_ & 0xff; }

  private:
    int code_;
};

/// A statement that was prepared. Its database outlives it.
class Statement {
  public:
    Statement(sqlite3* database, std::string_view sql);

    /// Gives the parameter of a number, from 1, a value.
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view value);
    /// The same without a copy: the bytes stay where they are until the statement has run.
    Statement& bind_lasting(int parameter, std::string_view value);
    Statement& bind_null(int parameter);

    /// Goes to the next row; false past the last. Throws SqlError.
    bool step();
    /// Runs to the end and is ready to be run again, with the same values until others are given.
    void run();
    void reset() noexcept;

    [[nodiscard]] std::int64_t integer(int column) const;
    /// The same; null if it is NULL, and the least number there is if it is a text or bytes, as a damaged
    /// file may have it.
    [[nodiscard]] std::optional<std::int64_t> integer_or_null(int column) const;
    /// Bytes that live until the next step; of NULL none.
    [[nodiscard]] std::string_view text(int column) const;
    /// The same; null if it is NULL.
    [[nodiscard]] std::optional<std::string_view> text_or_null(int column) const;

    [[nodiscard]] sqlite3_stmt* get() const noexcept { return handle_.get(); }

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const noexcept { sqlite3_finalize(handle); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A connection to a database file. Used by one thread at a time.
class Database {
  public:
    enum class Access { read, write, create };

    /// Opens a file. Locks that others hold are waited for as long as `patience`.
    Database(const std::filesystem::path& path, Access access, std::chrono::milliseconds patience);
    Database(Database&&) = delete;

    /// Runs statements that give no rows.
    void run(const char* sql);
    [[nodiscard]] Statement prepare(std::string_view sql) { return {handle_.get(), sql}; }
    /// The first value of the only row of a query.
    [[nodiscard]] std::int64_t integer(std::string_view sql);
    [[nodiscard]] std::string text(std::string_view sql);

    [[nodiscard]] bool in_transaction() const noexcept {
        return sqlite3_get_autocommit(handle_.get()) == 0;
    }
    /// Takes back an open transaction; does nothing without one.
    void roll_back() noexcept;

    [[nodiscard]] sqlite3* get() const noexcept { return handle_.get(); }

  private:
    struct Close {
        void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
    };
    static int wait(void* self, int attempt) noexcept;
    static int go_on(void* self) noexcept;

    std::unique_ptr<sqlite3, Close> handle_;
    std::chrono::milliseconds patience_;
    std::chrono::steady_clock::time_point waiting_since_ = {};
};

/// A transaction that is taken back unless it is committed.
class Transaction {
  public:
    enum class Kind { read, write };

    Transaction(Database& database, Kind kind) : database_(database) {
        database.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
    }
    Transaction(Transaction&&) = delete;
    ~Transaction() { database_.roll_back(); }

    void commit() { database_.run("COMMIT"); }

  private:
    Database& database_;
};

}  // namespace probity::detail
