#include "probity/exchange/save.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>

#include "date/interruption.hpp"
#include "exchange/file.hpp"
#include "exchange/file_lock.hpp"
#include "exchange/json/event.hpp"
#include "exchange/json/programme_text.hpp"
#include "exchange/json/text.hpp"
#include "exchange/saving.hpp"
#include "probity/exchange/json.hpp"
#include "records/check_fields.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace detail {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_file(const fs::path& path, const Text& message) {
    throw DocumentError(sentence("file", {{"path", path.string()}, {"message", message}}), "");
}

std::string numbered_event(const History& history, std::size_t i) {
    std::ostringstream out;
    out << "event " << i + 1 << ", " << history[i];
    return out.str();
}

// Contents of the file ---------------------------------------------------------------------------

/// Refuses a programme that does not go on from what a file holds.
void check_continues(const fs::path& path, const ProgrammeText& old, const Programme& programme) {
    if (old.founding.id != programme.founding().id) {
        refuse_file(path, sentence("file.other_programme",
                                   {{"held", in_quotes(old.founding.id)},
                                    {"wanted", in_quotes(programme.founding().id)}}));
    }
    if (old.founding != programme.founding()) {
        refuse_file(path, sentence("file.other_founding", {{"held", in_quotes(old.founding.id)}}));
    }
    const History& history = programme.history();
    const std::size_t same = history.same_events(old.history);
    if (same == old.history.size()) return;
    const Text wanted =
        same < history.size()
            ? sentence("file.another_event", {{"event", numbered_event(history, same)}})
            : sentence("file.events", {{"number", history.size()}});
    refuse_file(path, sentence("file.changed_meanwhile",
                               {{"event", numbered_event(old.history, same)}, {"wanted", wanted}}));
}

/// The events of a programme that goes on from those of a file: the file's, as they were sealed and
/// stamped, and the others.
History continued(const History& old, const History& history) {
    std::size_t kept = old.size();
    if (old.has_unstamped()) {
        for (kept = 0; old.row(kept).recorded != History::unstamped;) ++kept;
    }
    History out = old.first(kept);
    for (std::size_t i = kept; i < history.size(); ++i) {
        interruption_point(i);
        Event event = history[i];
        if (!event.recorded && i < old.size()) event.recorded = old[i].recorded;
        out.append(event);
        if (const auto line = history.kept_line(i + 1); line && i >= old.size()) {
            out.keep_line(i + 1, *line);
        }
    }
    return out;
}

// What is written --------------------------------------------------------------------------------

/// The time by which events are stamped: not before the programme was set up.
std::chrono::sys_seconds now_of(const SaveOptions& options, const ProgrammeParts& founding) {
    const auto now =
        options.clock ? options.clock()
                      : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return founding.recorded ? std::max(now, *founding.recorded) : now;
}

/// Refuses a line that would not be read, or not as the same.
void check_line(const ProgrammeParts& founding, const History& history, std::size_t line) {
    const std::string text = with_digest(line_text(founding, history, line), std::string(64, '0'));
    const std::string place = line == 0 ? "" : "/history/" + std::to_string(line - 1);
    if (line == 0) {
        SealReading reading;
        reading.judged = [](const Seal&, bool) {};
        if (read_text(text, reading).founding == founding) return;
    } else {
        std::size_t number = line;
        const auto [event, digest] = read_event(parse_json(text), place, number, founding.rules);
        if (event == history[line - 1]) return;
    }
    refuse(place, sentence("save.not_read_back"));
}

void check_size(std::size_t size, std::size_t most, std::string_view kind) {
    if (size <= most) return;
    refuse("", sentence(kind, {{"size", size}, {"most", most}}));
}

/// The text of a programme, of which the file has the first lines already.
std::string checked_text(const ProgrammeParts& founding, const History& history, bool lines,
                         std::size_t lines_known) {
    for (std::size_t line = lines_known; line <= history.size(); ++line) {
        interruption_point();
        check_line(founding, history, line);
    }
    std::string text = lines ? write_lines(founding, history) : write_document(founding, history);
    if (lines) {
        check_size(text.size(), longest_history, "save.history_too_long");
    } else {
        check_size(text.size(), longest_document, "save.document_too_long");
    }
    return text;
}

bool writes_lines(const fs::path& path, FileFormat format) {
    return format == FileFormat::by_name ? path.extension() == ".jsonl"
                                         : format == FileFormat::lines;
}

/// Whether one of the first events has no stamp.
bool has_unstamped(const History& history, std::size_t events) {
    for (std::size_t i = 0; history.has_unstamped() && i < events; ++i) {
        if (history.row(i).recorded == History::unstamped) return true;
    }
    return false;
}

/// A text to be written, and the programme that it is of.
struct Written {
    std::string text;
    Programme programme;
};

Written written(const Programme& programme, const fs::path& path, const SaveRequest& request,
                const ProgrammeText* old) {
    const ProgrammeParts& founding = programme.founding();
    History history =
        old != nullptr ? continued(old->history, programme.history()) : programme.history();
    std::optional<Programme> result;
    if (!programme.history().has_unstamped()) result = programme;
    if (history.has_unstamped()) {
        const auto now = now_of(request.options, founding);
        history = history.stamped(now);
        if (old == nullptr || !has_unstamped(programme.history(), old->history.size())) {
            result = programme.stamped(now);
        }
    }
    std::string text = checked_text(founding, history, writes_lines(path, request.format),
                                    old != nullptr ? old->history.size() + 1 : 0);
    if (!result) result = Programme(founding, std::move(history));
    return {std::move(text), *std::move(result)};
}

/// Keeps a file under a name of its own, with its permissions: "songpa.replaced-1.jsonl".
fs::path keep_beside(const fs::path& path) {
    for (int number = 1;; ++number) {
        fs::path kept = path;
        kept.replace_filename(path.stem().string() + ".replaced-" + std::to_string(number) +
                              path.extension().string());
        std::error_code error;
        fs::create_hard_link(path, kept, error);
        // A file system without hard links.
        if (error && error != std::errc::file_exists) fs::copy_file(path, kept, error);
        if (!error) return kept;
        if (error != std::errc::file_exists) {
            refuse_file(path, sentence("file.not_kept",
                                       {{"kept", kept.string()}, {"error", error.message()}}));
        }
    }
}

/// The content of a file on which a programme goes on.
ProgrammeText held(const fs::path& path, const std::string& text) {
    try {
        SealReading reading;
        return read_text(text, reading);
    } catch (const ProbityError& error) {
        refuse_file(path, sentence("file.no_programme", {{"error", error.text()}}));
    }
}

/// Replaces a file that is locked and has a text; `old` is what that holds, if it was read.
Saved replace(const Programme& programme, const fs::path& path, const SaveRequest& request,
              const std::string& text, std::optional<ProgrammeText> old = std::nullopt) {
    bool keep = false;
    try {
        // A file that was only made, such as a temporary one, has nothing to lose.
        if (!old && !text.empty()) old = held(path, text);
        if (old) check_continues(path, *old, programme);
    } catch (const DocumentError&) {
        if (!request.options.replace) throw;
        keep = true;
        old.reset();
    }
    Written result = written(programme, path, request, old ? &*old : nullptr);
    Saved saved{.programme = std::move(result.programme)};
    if (keep) saved.kept = keep_beside(path);
    try {
        if (result.text != text) write_file(path, result.text);
    } catch (const DocumentError&) {
        // The file is there as it was, so that no copy of it is needed.
        std::error_code error;
        if (saved.kept) fs::remove(*saved.kept, error);
        throw;
    }
    return saved;
}

}  // namespace

Saved save(const Programme& programme, const fs::path& path, const SaveRequest& request) {
    if (programme.stands_on()) static_cast<void>(write_programme(programme));  // refuses it
    const fs::path target = target_of(path);
    while (true) {
        if (const auto lock = FileLock::of(target)) {
            return replace(programme, target, request, read_file(target, longest_history));
        }
        Written result = written(programme, target, request, nullptr);
        // Else there is a file since.
        if (write_new_file(target, result.text)) return {std::move(result.programme)};
    }
}

Saved update(const fs::path& path, const std::function<Programme(const Programme&)>& change,
             const SaveRequest& request) {
    const fs::path target = target_of(path);
    const auto lock = FileLock::of(target);
    std::string text;
    const Programme before = read_document(path, longest_history, [&](const std::string& found) {
        text = found;
        return read_programme(text);
    });
    const Programme after = change(before);
    if (after.stands_on()) static_cast<void>(write_programme(after));  // refuses it
    return replace(after, target, request, text,
                   ProgrammeText{before.founding(), before.history()});
}

void write_output(const fs::path& path, std::string_view text) {
    if (begins_as_database(path)) {
        refuse_file(path, sentence("file.holds_journal"));
    }
    std::error_code error;
    // A longer file cannot be read as a programme.
    if (fs::is_regular_file(path, error) && fs::file_size(path, error) <= longest_history &&
        is_programme(read_file(path, longest_history))) {
        refuse_file(path, sentence("file.holds_programme"));
    }
    write_file(path, text);
}

}  // namespace detail

Programme save(const Programme& programme, const std::filesystem::path& path,
               const SaveOptions& options) {
    return detail::save(programme, path, {.options = options}).programme;
}

Programme update(const std::filesystem::path& path,
                 const std::function<Programme(const Programme&)>& change,
                 const SaveOptions& options) {
    return detail::update(path, change, {.options = options}).programme;
}

}  // namespace probity
