#include "journal/open_journal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "date/instant.hpp"
#include "date/interruption.hpp"
#include "date/text.hpp"
#include "exchange/json/event.hpp"
#include "exchange/json/text.hpp"
#include "exchange/written_event.hpp"
#include "journal/meanwhile.hpp"
#include "journal/read_journal.hpp"
#include "journal/schema.hpp"
#include "journal/stored_line.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

namespace fs = std::filesystem;
using std::chrono::sys_seconds;

/// Whether this process may write to the file, and to its folder, where SQLite keeps its journal.
bool is_writable(const fs::path& path) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    return faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0 &&
           faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) == 0;
}

/// Looks at the first bytes of a file, and says how it can be opened. Throws JournalError if they are those
/// of no journal of a schema, or of an older one that is not to be written to.
Database::Access access_to(const fs::path& path, const FileGuard& guard,
                           const JournalOptions& options, const Schema& schema) {
    const int version = check_header(path, guard.first_bytes(header_bytes), schema);
    const auto access = is_writable(path) && !guard.is_on_network() ? Database::Access::write
                                                                    : Database::Access::read;
    const bool read_only = options.read_only || access == Database::Access::read;
    if (read_only && version < schema.version()) {
        refuse_version(path, "journal.older", version, schema);
    }
    return access;
}

/// The event of a line that was written.
Event read_back(const std::string& line, const std::string& digest, std::size_t number, int rules) {
    if (auto event = read_written_event(line, number, rules)) return *std::move(event);
    return read_event(parse_json(with_digest(line, digest)), "", number, rules).first;
}

}  // namespace

JournalError in_words(const fs::path& path, const SqlError& error) {
    const auto refusal = [&](std::string_view kind) {
        return JournalError(sentence(
            kind, {{"path", path.string()}, {"error", error.what()}, {"code", error.code()}}));
    };
    switch (error.primary()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return refusal("journal.busy");
        case SQLITE_FULL:
            return refusal("journal.full");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return refusal("journal.damaged_file");
        case SQLITE_READONLY:
            return refusal("journal.read_only_here");
        case SQLITE_IOERR:
            return refusal("journal.io");
        default:
            return refusal("journal.sqlite");
    }
}

void set_up(Database& database) {
    sqlite3* handle = database.get();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    // A file is not looked into through memory, where an I/O error would end the process.
    database.run("PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON");
    database.run("PRAGMA synchronous=EXTRA");
}

sys_seconds now_of(const std::function<sys_seconds()>& clock) {
    return clock ? clock()
                 : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

OpenJournal::OpenJournal(fs::path path, JournalOptions options, const Schema& schema)
    : path_(std::move(path)),
      options_(std::move(options)),
      schema_(schema),
      guard_(path_),
      access_(access_to(path_, guard_, options_, schema_)),
      read_only_(options_.read_only || access_ == Database::Access::read),
      // If the file can be written, what a writer that died left half done is taken back.
      database_(in_file(path_, [&] { return Database(path_, access_, options_.patience); })) {
    in_file(path_, [&] { set_up(database_); });
    if (read_only_) return;
    // The version in the file is asked for in a transaction: bringing it forward may have been half done.
    const bool is_older = looking([&](Database& database) {
        if (version_of_file(database) < schema_.version()) return true;
        check_tables(path_, database, schema_);
        return false;
    });
    if (!is_older) return;
    locked(FileGuard::Hold::exclusive, [&] {
        Transaction transaction(database_, Transaction::Kind::write);
        // Another may have done it by now.
        bring_forward(path_, database_, schema_);
        transaction.commit();
    });
}

std::optional<std::string> OpenJournal::digest_of(std::size_t number) {
    Statement select = database_.prepare("SELECT digest FROM event WHERE number = ?");
    select.bind(1, static_cast<std::int64_t>(number));
    if (!select.step()) return std::nullopt;
    return std::string(select.text(0));
}

JournalHead OpenJournal::known_head() const {
    return {programme_->history().size(), chain_.digest()};
}

void OpenJournal::read_all() {
    std::optional<Programme> read;
    const auto look_at_file = [&] {
        // A page that says that it has fewer rows than it has would cut the end off unseen.
        const std::string found = database_.text("PRAGMA quick_check(1)");
        if (found == "ok") return;
        throw JournalError(sentence("journal.damaged", {{"found", printable(found)}}));
    };
    const auto take = [&](GrowingProgramme grown) { read = std::move(grown).finish(); };
    chain_ = read_journal(database_, {.look_at_file = look_at_file, .take = take});
    programme_ = std::move(read);
}

void OpenJournal::catch_up() {
    // A colleague with a newer version may have brought the file forward since it was opened.
    if (const int version = version_of_file(database_); version != schema_.version()) {
        refuse_version(path_, "journal.version", version, schema_);
    }
    try {
        if (!programme_) return read_all();
        const std::size_t known = programme_->history().size();
        if (digest_of(known) != chain_.digest()) {
            throw JournalError(sentence("journal.not_as_before", {{"number", known}}));
        }
        if (!digest_of(known + 1)) return;
        History history = programme_->history();
        Chain chain = chain_;
        read_on(database_, programme_->founding().rules, history, chain);
        bool is_as_written = true;
        std::vector<Event> events;
        for (std::size_t i = known; i < history.size(); ++i) {
            events.push_back(history[i]);
            is_as_written = is_as_written && !history.kept_line(i + 1);
        }
        programme_ = is_as_written ? programme_->apply(events)
                                   : Programme(programme_->founding(), std::move(history));
        chain_ = std::move(chain);
    } catch (const JournalError& error) {
        throw JournalError(
            sentence("file.message", {{"path", path_.string()}, {"message", error.text()}}));
    } catch (const SqlError&) {
        throw;
    } catch (const ProbityError& error) {
        throw JournalError(
            sentence("file.message", {{"path", path_.string()}, {"message", error.text()}}));
    }
}

std::pair<Programme, JournalHead> OpenJournal::now() {
    return reading([&](Database&) { return std::pair(*programme_, known_head()); });
}

// Writing ------------------------------------------------------------------------------------------

void OpenJournal::check_writable() const {
    if (!read_only_) return;
    throw JournalError(sentence(options_.read_only       ? "journal.reading_only"
                                : guard_.is_on_network() ? "journal.on_network"
                                                         : "journal.not_writable",
                                {{"path", path_.string()}}));
}

void OpenJournal::stamp(std::vector<Event>& events) const {
    const sys_seconds clock = now_of(options_.clock);
    const auto last = programme_->history().last_recorded();
    const auto founded = programme_->founding().recorded;
    const auto before = std::max(last, founded);
    const bool is_behind = before && clock < *before;
    for (Event& event : events) {
        event.recorded = is_behind ? *before + std::chrono::seconds(1) : clock;
        if (is_behind) event.clock = clock;
    }
}

JournalHead OpenJournal::append(std::vector<Event> events,
                                const std::optional<JournalHead>& expected) {
    for (const Event& event : events) {
        if (!event.recorded && !event.clock) continue;
        throw ProbityError(
            sentence("journal.stamped",
                     {{"at", instant_text(event.recorded ? *event.recorded : *event.clock)}}));
    }
    return locked(FileGuard::Hold::exclusive, [&] {
        check_writable();
        std::optional<Transaction> transaction;
        std::optional<Programme> after;
        Chain chain;
        try {
            transaction.emplace(database_, Transaction::Kind::write);
            catch_up();
            check_head(expected);
            if (events.empty()) return known_head();
            stamp(events);
            after = programme_->apply(events);
            chain = write(events);
        } catch (const SqlError& error) {
            throw JournalError(
                sentence("journal.nothing_recorded", {{"message", in_words(path_, error).text()}}));
        }
        commit(*transaction, {after->history().size(), chain.digest()});
        programme_ = std::move(after);
        chain_ = std::move(chain);
        return known_head();
    });
}

void OpenJournal::check_head(const std::optional<JournalHead>& expected) const {
    if (!expected || *expected == known_head()) return;
    const History& history = programme_->history();
    const std::size_t number = std::min(expected->number, history.size());
    const std::vector<Event> others = events_after(history, number);
    throw JournalConflict(sentence(others.empty() ? "journal.head" : "journal.head_meanwhile",
                                   {{"path", path_.string()},
                                    {"number", history.size()},
                                    {"expected", expected->number},
                                    {"meanwhile", meanwhile_words(number + 1, others)}}),
                          others);
}

Chain OpenJournal::write(const std::vector<Event>& events) {
    Chain chain = chain_;
    LineWriter writer(database_);
    std::size_t number = programme_->history().size();
    const int rules = programme_->founding().rules;
    for (const Event& event : events) {
        interruption_point();
        ++number;
        const std::string line = event_text(event, number, rules);
        const std::string digest = chain.next(line);
        // A written event is read back before it counts, so that nothing stands that cannot be read.
        if (read_back(line, digest, number, rules) != event) {
            throw JournalError(
                sentence("journal.event_not_read_back", {{"event", event_words(number, event)}}));
        }
        writer.write(number, event, line, digest);
        chain.advance(digest);
    }
    return chain;
}

void OpenJournal::commit(Transaction& transaction, const JournalHead& head) {
    Text failure;
    try {
        transaction.commit();
    } catch (const SqlError& error) {
        failure = in_words(path_, error).text();
    }
    // Read back what the file has, also after a commit that did not fail: a program that closes the
    // file elsewhere in this process drops the locks under which it was written.
    database_.roll_back();
    std::string_view said = "journal.cannot_be_known";
    try {
        const bool stands = digest_of(head.number) == head.digest;
        if (stands && failure.empty()) return;
        said = stands ? "journal.stands" : "journal.does_not_stand";
    } catch (const SqlError& error) {
        if (failure.empty()) failure = in_words(path_, error).text();
    }
    if (failure.empty()) {
        failure = sentence("journal.not_committed", {{"path", path_.string()}});
    }
    // The facts kept about the file are read anew.
    programme_.reset();
    throw JournalError(sentence(said, {{"failure", failure}, {"number", head.number}}));
}

}  // namespace probity::detail
