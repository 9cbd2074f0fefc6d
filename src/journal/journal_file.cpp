#include "probity/journal/journal_file.hpp"

#include <string>
#include <utility>

#include "date/names.hpp"
#include "exchange/file.hpp"
#include "journal/meanwhile.hpp"
#include "probity/exchange/json.hpp"
#include "probity/journal/journal.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

namespace fs = std::filesystem;

/// The events by which a programme goes on from another. Throws JournalError if it does not.
std::vector<Event> events_since(const fs::path& path, const Programme& now,
                                const Programme& after) {
    if (after.stands_on()) {
        throw ProbityError(
            detail::sentence("journal.gets_whole", {{"on", detail::written(*after.stands_on())}}));
    }
    if (now.founding() != after.founding()) {
        throw JournalError(
            detail::sentence("journal.other_founding", {{"path", path.string()},
                                                        {"held", now.founding().id},
                                                        {"wanted", after.founding().id}}));
    }
    const std::size_t known = now.history().size();
    const std::size_t same = after.history().same_events(now.history());
    if (same < known) {
        throw JournalError(
            detail::sentence("journal.changed_since",
                             {{"path", path.string()},
                              {"event", detail::event_words(same + 1, now.history()[same])}}));
    }
    return detail::events_after(after.history(), known);
}

JournalOptions options_of(const fs::path& path, const SaveOptions& options) {
    if (options.replace) {
        throw JournalError(detail::sentence("journal.never_replaced", {{"path", path.string()}}));
    }
    return {.clock = options.clock};
}

Programme update_journal(const fs::path& path,
                         const std::function<Programme(const Programme&)>& change,
                         const JournalOptions& options) {
    Journal journal = Journal::open(path, options);
    journal.record([&](const Programme& now) { return events_since(path, now, change(now)); });
    return journal.programme();
}

}  // namespace

bool is_journal(const fs::path& path) {
    return path.extension() == ".probity" || detail::begins_as_database(path);
}

Programme load_any(const fs::path& path) {
    return is_journal(path) ? Journal::open(path, {.read_only = true}).programme() : load(path);
}

Verification verify_any(const fs::path& path, const std::optional<std::string>& anchor) {
    return is_journal(path) ? Journal::open(path, {.read_only = true}).verify(anchor)
                            : verify(path, anchor);
}

Programme save_any(const Programme& programme, const fs::path& path, const SaveOptions& options) {
    if (!is_journal(path)) return save(programme, path, options);
    const JournalOptions journal = options_of(path, options);
    std::error_code error;
    if (!fs::exists(path, error)) return Journal::create(path, programme, journal).programme();
    return update_journal(path, [&](const Programme&) { return programme; }, journal);
}

Programme update_any(const fs::path& path, const std::function<Programme(const Programme&)>& change,
                     const SaveOptions& options) {
    if (!is_journal(path)) return update(path, change, options);
    return update_journal(path, change, options_of(path, options));
}

}  // namespace probity
