// A journal's file that is open, and what is known of it.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/chain.hpp"
#include "journal/file_guard.hpp"
#include "journal/schema.hpp"
#include "journal/sqlite.hpp"
#include "probity/journal/journal.hpp"

namespace probity::detail {

/// Makes a JournalError of a refusal of SQLite, for the file of a path.
[[nodiscard]] JournalError in_words(const std::filesystem::path& path, const SqlError& error);

/// Does something with a journal's file; what SQLite refuses becomes a JournalError.
template <class Work>
auto in_file(const std::filesystem::path& path, Work work) {
    try {
        return work();
    } catch (const SqlError& error) {
        throw in_words(path, error);
    }
}

/// Sets a connection up as a journal needs it: rollback journal, everything made durable, nothing
/// of the file's schema trusted.
void set_up(Database& database);

/// The time of a clock; the system's if there is none.
[[nodiscard]] std::chrono::sys_seconds now_of(
    const std::function<std::chrono::sys_seconds()>& clock);

class OpenJournal {
  public:
    /// Opens a file of the versions up to that of `schema`, which outlives it. An older one is brought
    /// forward to it.
    OpenJournal(std::filesystem::path path, JournalOptions options,
                const Schema& schema = schema_of_today());

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    [[nodiscard]] bool is_read_only() const noexcept { return read_only_; }
    [[nodiscard]] const Schema& schema() const noexcept { return schema_; }

    /// The programme and where the journal stands, as the file is now.
    [[nodiscard]] std::pair<Programme, JournalHead> now();

    /// Adds events if the journal stands at `expected`.
    JournalHead append(std::vector<Event> events, const std::optional<JournalHead>& expected);

    /// Does something with the file in a transaction for reading, after what is new in it was read.
    template <class Work>
    auto reading(Work work) {
        return locked(FileGuard::Hold::shared, [&] {
            const Transaction transaction(database_, Transaction::Kind::read);
            catch_up();
            return work(database_);
        });
    }
    /// The same without reading what is new.
    template <class Work>
    auto looking(Work work) {
        return locked(FileGuard::Hold::shared, [&] {
            const Transaction transaction(database_, Transaction::Kind::read);
            return work(database_);
        });
    }

    /// The rows of a SELECT over the views, which stand for the programme as the file is now.
    [[nodiscard]] SqlRows query(std::string_view sql);

    /// The programme that was read last; for use within `reading`.
    [[nodiscard]] const Programme& known() const { return *programme_; }

  private:
    template <class Work>
    auto locked(FileGuard::Hold hold, Work work) {
        const std::lock_guard turn(mutex_);
        return in_file(path_, [&] {
            const GuardLock lock(guard_, hold, options_.patience);
            return work();
        });
    }
    void catch_up();
    void read_all();
    [[nodiscard]] std::optional<std::string> digest_of(std::size_t number);
    [[nodiscard]] JournalHead known_head() const;
    void check_writable() const;
    /// Throws JournalConflict if the journal does not stand there.
    void check_head(const std::optional<JournalHead>& expected) const;
    /// Writes the lines of events, and returns the chain over them.
    [[nodiscard]] Chain write(const std::vector<Event>& events);
    void stamp(std::vector<Event>& events) const;
    /// Commits; if that fails, says whether the events up to a head stand all the same.
    void commit(Transaction& transaction, const JournalHead& head);

    std::filesystem::path path_;
    JournalOptions options_;
    const Schema& schema_;
    std::mutex mutex_;
    FileGuard guard_;
    Database::Access access_;
    bool read_only_;
    Database database_;
    /// The programme after the events that were read, and the chain over them; none before the first
    /// reading.
    std::optional<Programme> programme_;
    Chain chain_;
    /// Where the journal stood when the tables of `query` were made; none before.
    std::optional<JournalHead> projected_;
};

}  // namespace probity::detail
