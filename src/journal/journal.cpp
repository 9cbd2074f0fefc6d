#include "probity/journal/journal.hpp"

#include <algorithm>
#include <utility>

#include "date/instant.hpp"
#include "date/interruption.hpp"
#include "exchange/saving.hpp"
#include "journal/anchor.hpp"
#include "journal/make_journal.hpp"
#include "journal/meanwhile.hpp"
#include "journal/open_journal.hpp"
#include "journal/recover.hpp"
#include "journal/verify_journal.hpp"
#include "probity/exchange/json.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

namespace fs = std::filesystem;
using std::chrono::sys_seconds;

detail::OpenJournal& opened(const std::unique_ptr<detail::OpenJournal>& open,
                            const fs::path& path) {
    if (open) return *open;
    throw JournalError(detail::sentence("journal.closed", {{"path", path.string()}}));
}

/// By how many days an event was recorded after the day from which it is true.
int days_late(const Event& event) {
    if (!event.recorded) return 0;
    return std::max(
        0, static_cast<int>((detail::day_in_seoul(*event.recorded) - event.effective).days()));
}

}  // namespace

Journal::Journal(std::unique_ptr<detail::OpenJournal> open)
    : open_(std::move(open)), path_(open_->path()) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Journal Journal::create(const fs::path& path, const Programme& programme,
                        const JournalOptions& options) {
    detail::make_journal(path, programme, options);
    return open(path, options);
}

Journal Journal::open(const fs::path& path, const JournalOptions& options) {
    return Journal(std::make_unique<detail::OpenJournal>(path, options));
}

Journal Journal::import_jsonl(const fs::path& from, const fs::path& path,
                              const JournalOptions& options) {
    return create(path, load(from), options);
}

void Journal::close() noexcept { open_.reset(); }
bool Journal::is_open() const noexcept { return open_ != nullptr; }
bool Journal::is_read_only() const { return opened(open_, path_).is_read_only(); }
const fs::path& Journal::path() const& noexcept { return path_; }

Programme Journal::programme() const { return opened(open_, path_).now().first; }
JournalHead Journal::head() const { return opened(open_, path_).now().second; }

Programme Journal::as_of(const std::optional<Date>& effective,
                         const std::optional<sys_seconds>& recorded) const {
    return programme().as_of(effective, recorded);
}

JournalHead Journal::append(const std::vector<Event>& events,
                            const std::optional<JournalHead>& expected) {
    return opened(open_, path_).append(events, expected);
}

JournalHead Journal::append(const Event& event, const std::optional<JournalHead>& expected) {
    return append(std::vector<Event>{event}, expected);
}

JournalHead Journal::record(const std::function<std::vector<Event>(const Programme&)>& change) {
    return record([&](const Programme& now, const std::vector<Event>&) { return change(now); });
}

JournalHead Journal::record(
    const std::function<std::vector<Event>(const Programme&, const std::vector<Event>&)>& change) {
    // Others are faster now and then, and not a hundred times in a row.
    constexpr int most_attempts = 100;
    detail::OpenJournal& file = opened(open_, path_);
    auto [programme, head] = file.now();
    const std::size_t first = head.number + 1;
    std::vector<Event> meanwhile;
    for (int attempt = 1;; ++attempt) {
        detail::interruption_point();
        std::vector<Event> events;
        const auto noted = [&](const ProbityError& error) {
            return detail::sentence("meanwhile",
                                    {{"message", error.text()},
                                     {"meanwhile", detail::meanwhile_words(first, meanwhile)}});
        };
        try {
            events = change(programme, meanwhile);
        } catch (const TransitionError& error) {
            if (meanwhile.empty()) throw;
            throw TransitionError(noted(error), error.state(), error.wanted(), error.unmet());
        } catch (const ProbityError& error) {
            if (meanwhile.empty()) throw;
            throw JournalConflict(noted(error), meanwhile);
        }
        detail::check_no_conflict(events, first, meanwhile);
        try {
            return file.append(std::move(events), head);
        } catch (const JournalConflict&) {
            if (attempt == most_attempts) throw;
        }
        std::tie(programme, head) = file.now();
        meanwhile = detail::events_after(programme.history(), first - 1);
    }
}

std::vector<JournalEntry> Journal::log(const LogQuery& query) const {
    return opened(open_, path_).reading([&](detail::Database& database) {
        const History& history = open_->known().history();
        const detail::ImportedEvents imports(database);
        std::vector<JournalEntry> out;
        for (std::size_t i = 0; i < history.size(); ++i) {
            detail::interruption_point(i);
            const Event event = history[i];
            const int late = days_late(event);
            if (query.late_by && late < *query.late_by) continue;
            if (query.clock && !event.clock) continue;
            if (!query.subject.empty() && event.subject != query.subject) continue;
            if (!query.actor.empty() && event.actor != query.actor) continue;
            out.push_back({.number = i + 1,
                           .event = event,
                           .imported = imports.contains(i + 1),
                           .days_late = late});
        }
        return out;
    });
}

Verification Journal::verify(const std::optional<std::string>& anchor) const {
    detail::OpenJournal& file = opened(open_, path_);
    return file.looking([&](detail::Database& database) {
        return detail::verify_journal(database, file.schema(), anchor);
    });
}

std::string Journal::anchor() const {
    const auto [programme, head] = opened(open_, path_).now();
    return detail::anchor_text(programme.last_recorded(), head);
}

void Journal::export_jsonl(const fs::path& path) const {
    static_cast<void>(
        detail::save(programme(), path, {.options = {}, .format = detail::FileFormat::lines}));
}

SqlRows Journal::sql(std::string_view query) const { return opened(open_, path_).query(query); }

Recovery Journal::recover(const fs::path& path, const fs::path& to, const JournalOptions& options) {
    return detail::recover_journal(path, to, options);
}

}  // namespace probity
