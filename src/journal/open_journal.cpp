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

/// Looks at the first bytes of a file, and says how it can be opened.
Database::Access access_to(const fs::path& path, const FileGuard& guard) {
    check_header(path, guard.first_bytes(header_bytes));
    return is_writable(path) && !guard.is_on_network() ? Database::Access::write
                                                       : Database::Access::read;
}

/// The event of a line that was written.
Event read_back(const std::string& line, const std::string& digest, std::size_t number, int rules) {
    if (auto event = read_written_event(line, number, rules)) return *std::move(event);
    return read_event(parse_json(with_digest(line, digest)), "", number, rules).first;
}

}  // namespace

JournalError in_words(const fs::path& path, const SqlError& error) {
    const std::string file = "'" + path.string() + "' ";
    switch (error.primary()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return JournalError(file + "is in use: another program did not let go of it in time");
        case SQLITE_FULL:
            return JournalError(file + "cannot be written: the disk is full. Nothing was recorded");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return JournalError(file + "is damaged (" + error.what() +
                                "): recover what is whole into a new journal");
        case SQLITE_READONLY:
            return JournalError(file + "cannot be written here (" + error.what() +
                                "); if another program died while it wrote, open the journal where "
                                "it can be written, once");
        case SQLITE_IOERR:
            return JournalError(file + "cannot be read or written (" + error.what() + ", code " +
                                std::to_string(error.code()) + ")");
        default:
            return JournalError(file + "is refused by SQLite: " + error.what());
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

OpenJournal::OpenJournal(fs::path path, JournalOptions options)
    : path_(std::move(path)),
      options_(std::move(options)),
      guard_(path_),
      access_(access_to(path_, guard_)),
      read_only_(options_.read_only || access_ == Database::Access::read),
      // If the file can be written, what a writer that died left half done is taken back.
      database_(in_file(path_, [&] { return Database(path_, access_, options_.patience); })) {
    in_file(path_, [&] { set_up(database_); });
    if (read_only_) return;
    looking([&](Database& database) {
        const auto oddities = oddities_of_tables(database);
        if (oddities.empty()) return;
        throw JournalError("'" + path_.string() +
                           "' was changed by another program: " + oddities.front() +
                           ". It can be opened for reading only, and `verify` names all");
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
    ReadJournal read = read_journal(database_, [&] {
        // A page that says that it has fewer rows than it has would cut the end off unseen.
        const std::string found = database_.text("PRAGMA quick_check(1)");
        if (found == "ok") return;
        throw JournalError("the file is damaged (" + printable(found) +
                           "): recover what is whole into a new journal");
    });
    programme_ = std::move(read.programme).finish();
    chain_ = std::move(read.chain);
}

void OpenJournal::catch_up() {
    try {
        if (!programme_) return read_all();
        const std::size_t known = programme_->history().size();
        if (digest_of(known) != chain_.digest()) {
            throw JournalError("event " + std::to_string(known) +
                               " is not the one that was read before: the file was changed from "
                               "outside. `verify` names what is broken");
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
        throw JournalError("'" + path_.string() + "': " + error.what());
    } catch (const SqlError&) {
        throw;
    } catch (const ProbityError& error) {
        throw JournalError("'" + path_.string() + "': " + error.what());
    }
}

std::pair<Programme, JournalHead> OpenJournal::now() {
    return reading([&](Database&) { return std::pair(*programme_, known_head()); });
}

// Writing ------------------------------------------------------------------------------------------

void OpenJournal::check_writable() const {
    if (!read_only_) return;
    throw JournalError("'" + path_.string() + "' is open for reading only" +
                       (options_.read_only ? ""
                        : guard_.is_on_network()
                            ? ": it lies on a network file system, whose locks cannot be "
                              "relied on"
                            : ": the file or its folder cannot be written to") +
                       ". Nothing was recorded");
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
        throw ProbityError("an event for a journal says that it was recorded at " +
                           instant_text(event.recorded ? *event.recorded : *event.clock) +
                           ": the journal stamps it when it is written. Leave `recorded` out, or "
                           "import the history");
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
            throw JournalError(std::string(in_words(path_, error).what()) +
                               ". Nothing was recorded");
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
    throw JournalConflict("'" + path_.string() + "' stands at event " +
                              std::to_string(history.size()) + ", not at event " +
                              std::to_string(expected->number) +
                              (others.empty() ? " as it was expected to"
                                              : ": " + meanwhile_words(number + 1, others)),
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
            throw JournalError(event_words(number, event) +
                               " would not read back as the same: a value in it cannot be written");
        }
        writer.write(number, event, line, digest);
        chain.advance(digest);
    }
    return chain;
}

void OpenJournal::commit(Transaction& transaction, const JournalHead& head) {
    std::string failure;
    try {
        transaction.commit();
    } catch (const SqlError& error) {
        failure = in_words(path_, error).what();
    }
    // Read back what the file has, also after a commit that did not fail: a program that closes the
    // file elsewhere in this process drops the locks under which it was written.
    database_.roll_back();
    std::string said = "cannot be known";
    try {
        const bool stands = digest_of(head.number) == head.digest;
        if (stands && failure.empty()) return;
        said = stands ? "stands" : "does not stand";
    } catch (const SqlError& error) {
        if (failure.empty()) failure = in_words(path_, error).what();
    }
    if (failure.empty()) failure = "'" + path_.string() + "' has not what was committed to it";
    // The facts kept about the file are read anew.
    programme_.reset();
    throw JournalError(failure + ". Whether event " + std::to_string(head.number) +
                       " stands, read back: it " + said);
}

}  // namespace probity::detail
