#include "journal/recover.hpp"

#include <algorithm>
#include <string>

#include "exchange/chain.hpp"
#include "exchange/file.hpp"
#include "exchange/json/event.hpp"
#include "exchange/json/programme_text.hpp"
#include "exchange/json/text.hpp"
#include "journal/damaged_file.hpp"
#include "journal/make_journal.hpp"
#include "journal/open_journal.hpp"
#include "journal/stored_line.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

namespace fs = std::filesystem;

/// The lines of a damaged journal, and how much of them is in the chain.
struct Salvage {
    std::vector<StoredLine> chained = {};
    std::vector<StoredLine> unattached = {};
    std::vector<Event> events = {};
    ProgrammeParts founding = {};
    History history = {};
};

[[nodiscard]] bool reads(const StoredLine& line, int usual_rules) {
    try {
        std::size_t number = line.number;
        static_cast<void>(read_event(parse_json(with_digest(line)), "", number, usual_rules));
        return true;
    } catch (const ProbityError&) {
        return false;
    }
}

/// Adds a line to what is in the chain, if it is the next and its seal holds.
bool attach(const StoredLine& line, SealReading& reading, Salvage& salvage) {
    try {
        if (line.number != salvage.history.size() + 1) return false;
        std::size_t number = line.number;
        const Event event =
            read_event(parse_json(with_digest(line)), "", number, salvage.founding.rules).first;
        append_sealed(reading, seal_of(line), event_text(event, number, salvage.founding.rules),
                      event, salvage.history);
        salvage.events.push_back(event);
        salvage.chained.push_back(line);
        return true;
    } catch (const ProbityError&) {
        return false;
    }
}

Salvage salvage_of(const fs::path& path, std::vector<StoredLine> lines) {
    Salvage out;
    SealReading reading;
    if (lines.empty() || lines.front().number != 0) {
        throw JournalError(sentence("journal.no_founding", {{"path", path.string()}}));
    }
    try {
        const StoredLine& first = lines.front();
        out.founding = read_text(with_digest(first) + "\n", reading).founding;
        out.chained.push_back(first);
    } catch (const ProbityError& error) {
        throw JournalError(sentence("journal.founding_damaged",
                                    {{"path", path.string()}, {"message", error.text()}}));
    }
    bool attached = true;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        attached = attached && attach(lines[i], reading, out);
        if (!attached && reads(lines[i], out.founding.rules)) out.unattached.push_back(lines[i]);
    }
    return out;
}

/// Writes the lines that are in no chain, for people to read.
fs::path keep_unattached(const fs::path& to, const std::vector<StoredLine>& lines) {
    fs::path path = to;
    path.replace_filename(to.stem().string() + ".unattached.jsonl");
    std::string text;
    for (const StoredLine& line : lines) text += with_digest(line) + "\n";
    if (!write_new_file(path, text)) {
        throw JournalError(sentence("journal.unattached_there", {{"path", path.string()}}));
    }
    return path;
}

Recovery recovered(const fs::path& path, const fs::path& to, const JournalOptions& options) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(to, error))) {
        throw JournalError(sentence("journal.recovery_there", {{"path", to.string()}}));
    }
    DamagedFile file(path, to, options);
    std::vector<StoredLine> lines = file.lines();
    const std::size_t found = lines.size();
    const Salvage salvage = salvage_of(path, std::move(lines));
    const auto imports = file.imports();
    Recovery out{.events = salvage.events.size()};
    try {
        static_cast<void>(Programme(salvage.founding, salvage.history));
    } catch (const ProbityError& refusal) {
        throw JournalError(
            sentence("journal.not_legal", {{"path", path.string()}, {"message", refusal.text()}}));
    }
    for (const StoredLine& line : salvage.unattached) out.unattached.push_back(line.number);
    if (!out.unattached.empty()) out.unattached_path = keep_unattached(to, salvage.unattached);
    if (file.has_lost_pages() || found > salvage.chained.size()) out.first_lost = out.events + 1;
    make_file(to, options, [&](Database& database) {
        LineWriter writer(database);
        writer.write_founding(salvage.chained[0].json, salvage.chained[0].digest,
                              salvage.founding.rules);
        for (std::size_t i = 0; i < salvage.events.size(); ++i) {
            const StoredLine& line = salvage.chained[i + 1];
            writer.write(line.number, salvage.events[i], line.json, line.digest);
        }
        for (const auto& [first, last] :
             imports.value_or(std::vector<std::pair<std::size_t, std::size_t>>{})) {
            if (first <= out.events) {
                mark_import(database, first, std::min(last, out.events), now_of(options.clock));
            }
        }
    });
    if (file.is_mended()) {
        out.notes.push_back(sentence("recover.first_page"));
    }
    if (!imports) {
        out.notes.push_back(sentence("recover.imports"));
    }
    out.notes.push_back(sentence("recover.end"));
    return out;
}

}  // namespace

Recovery recover_journal(const fs::path& path, const fs::path& to, const JournalOptions& options) {
    return in_file(path, [&] { return recovered(path, to, options); });
}

}  // namespace probity::detail
