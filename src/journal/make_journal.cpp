#include "journal/make_journal.hpp"

#include <algorithm>
#include <cerrno>
#include <string>

#include "date/instant.hpp"
#include "date/interruption.hpp"
#include "date/names.hpp"
#include "exchange/chain.hpp"
#include "exchange/file.hpp"
#include "exchange/json/programme_text.hpp"
#include "exchange/new_file.hpp"
#include "journal/file_guard.hpp"
#include "journal/open_journal.hpp"
#include "journal/schema.hpp"
#include "journal/stored_line.hpp"
#include "text/sentence.hpp"
#include "text/system_words.hpp"

namespace probity::detail {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view is_there = "journal.there_already";

/// Refuses a line of a programme that would not read back as the same.
void check_reads_back(const fs::path& path, const Programme& programme, const std::string& lines) {
    SealReading reading;
    const ProgrammeText read = read_text(lines, reading);
    if (read.founding == programme.founding() && read.history == programme.history()) return;
    refuse_file(path, "journal.not_read_back");
}

}  // namespace

void make_file(const fs::path& path, const JournalOptions& options,
               const std::function<void(Database&)>& fill) {
    const fs::path target = target_of(path);
    std::error_code error;
    if (fs::exists(fs::symlink_status(target, error))) {
        refuse_file(path, is_there);
    }
    auto file = NewFile::beside(target, 0666);
    if (!file) refuse_file(path, "journal.not_made");
    in_file(path, [&] {
        Database database(file->path(), Database::Access::create, options.patience);
        // A file that is not there yet needs no journal of its own.
        database.run("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF");
        Transaction transaction(database, Transaction::Kind::write);
        make_tables(database);
        fill(database);
        transaction.commit();
    });
    if (!file->sync() || !file->become_new(target)) {
        if (errno == EEXIST) refuse_file(path, is_there);
        refuse_file(path, "journal.not_made");
    }
    sync_directory(target.parent_path());
}

void make_journal(const fs::path& path, const Programme& given, const JournalOptions& options) {
    if (given.stands_on()) {
        throw ProbityError(
            sentence("journal.made_of_whole", {{"on", written(*given.stands_on())}}));
    }
    const std::chrono::sys_seconds now = now_of(options.clock);
    const Programme programme = given.stamped(now);
    const History& history = programme.history();
    std::string lines;
    make_file(path, options, [&](Database& database) {
        LineWriter writer(database);
        Chain chain;
        for (std::size_t line = 0; line <= history.size(); ++line) {
            interruption_point();
            const std::string json = line_text(programme.founding(), history, line);
            lines += chain.seal(json) + "\n";
            if (line == 0) {
                writer.write_founding(json, chain.digest(), programme.founding().rules);
            } else {
                writer.write(line, history[line - 1], json, chain.digest());
            }
        }
        check_reads_back(path, programme, lines);
        std::size_t first = 0;
        for (std::size_t i = 0; i <= history.size(); ++i) {
            const bool is_imported =
                i < history.size() && given.history().row(i).recorded != History::unstamped;
            if (is_imported && first == 0) first = i + 1;
            if (is_imported || first == 0) continue;
            mark_import(database, first, i, now);
            first = 0;
        }
    });
}

void mark_import(Database& database, std::size_t first, std::size_t last,
                 std::chrono::sys_seconds at) {
    database.prepare("INSERT INTO import (first, last, at) VALUES (?, ?, ?)")
        .bind(1, static_cast<std::int64_t>(first))
        .bind(2, static_cast<std::int64_t>(last))
        .bind(3, instant_text(at))
        .run();
}

ImportedEvents::ImportedEvents(Database& database) {
    Statement select = database.prepare("SELECT first, last FROM import ORDER BY first");
    while (select.step()) runs_.emplace_back(select.integer(0), select.integer(1));
}

bool ImportedEvents::contains(std::size_t number) const {
    const auto n = static_cast<std::int64_t>(number);
    return std::any_of(runs_.begin(), runs_.end(),
                       [&](const auto& run) { return run.first <= n && n <= run.second; });
}

}  // namespace probity::detail
