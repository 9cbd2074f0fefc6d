// A journal: the record of an office, one file to which several people write for years.
//
//     Journal journal = Journal::create("mapo.probity", programme);
//     journal.record([&](const Programme& now) {
//         return std::vector{record(now, EventKind::task_adopted, "T-07", {}, act)};
//     });
//     journal.head().number;                       // 1
//     journal.anchor();                            // a line to print in the minutes
//
// The file is an SQLite database. Its events are numbered from 1 and only ever added; each is kept as
// the line that JSON Lines would have for it, sealed by a digest of itself and of the line before.
// So a journal and a history (*.jsonl) have the same lines and digests, and one makes the other.
//
// Events are taken one after the other: whoever writes waits for the others, and sees what they
// recorded. `record` makes its event of the programme as it is then; if a colleague was faster, it is
// made again. An event is stamped by the journal when it is written, never by whoever made it.
//
// docs/journal.md says what is promised, against whom, and how it is tested.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "probity/exchange/verify.hpp"
#include "probity/history/event.hpp"
#include "probity/journal/journal_error.hpp"
#include "probity/programme/programme.hpp"

namespace probity {
namespace detail {
class OpenJournal;
}

/// How a journal is opened.
struct JournalOptions {
    /// Nothing can be recorded. Without it, a journal that cannot be written to, such as one on
    /// read-only media or on a network file system, is opened for reading too; `is_read_only` says so.
    bool read_only = false;
    /// How long to wait while others write.
    std::chrono::milliseconds patience = std::chrono::seconds(30);
    /// The time by which events are stamped; the system's clock if there is none.
    std::function<std::chrono::sys_seconds()> clock = {};
};

/// Where a journal stands: its last event and the digest of that line.
struct JournalHead {
    /// The number of the last event; 0 if there is none yet.
    std::size_t number = 0;
    /// 64 hexadecimal digits.
    std::string digest = {};

    friend bool operator==(const JournalHead&, const JournalHead&) = default;
};

/// An event with what the journal says of it.
struct JournalEntry {
    std::size_t number = 0;
    Event event = {};
    /// Whether it was taken over from another record, with the stamp that it had there.
    bool imported = false;
    /// By how many days it was recorded after the day from which it is true, as days are counted in
    /// Seoul; 0 if it was not.
    int days_late = 0;

    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// Which entries of a journal are wanted.
struct LogQuery {
    /// Only those that were recorded at least this many days after they took effect.
    std::optional<int> late_by = std::nullopt;
    /// Only those at which the clock stood behind the last stamp.
    bool clock = false;
    /// Only those of a subject, "T-07", or recorded by somebody.
    std::string subject = {};
    std::string actor = {};
};

/// The events saved from a damaged journal, and the losses.
struct Recovery {
    /// How many events the new journal has, from the first on.
    std::size_t events = 0;
    /// The numbers of events that were found whole but stand behind one that is lost, so that they
    /// are in no chain. Their lines are kept beside the new file, in `unattached_path`.
    std::vector<std::size_t> unattached = {};
    std::optional<std::filesystem::path> unattached_path = std::nullopt;
    /// The first event that is lost; none if nothing is known to be.
    std::optional<std::size_t> first_lost = std::nullopt;
    /// The findings, in words.
    std::vector<Text> notes = {};

    friend bool operator==(const Recovery&, const Recovery&) = default;
};

/// A value of a row of Journal::sql: nothing, a whole number, a number, or a text.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

/// The rows that a query gives.
struct SqlRows {
    std::vector<std::string> columns = {};
    std::vector<std::vector<SqlValue>> rows = {};
};

/// A journal that is open. Its functions can be called by several threads at once, and take turns.
/// A process that was forked must open the file anew: in the child all throw JournalError.
class Journal {
  public:
    /// Makes a new file with a programme and its history. Events without a stamp are stamped; those
    /// with one keep it, and count as imported. Throws JournalError if there is a file of that name,
    /// or it cannot be made; nothing is left then.
    [[nodiscard]] static Journal create(const std::filesystem::path& path,
                                        const Programme& programme,
                                        const JournalOptions& options = {});
    /// Opens a file. Throws JournalError if it is no journal, or of a newer version of this library.
    [[nodiscard]] static Journal open(const std::filesystem::path& path,
                                      const JournalOptions& options = {});
    /// Makes a new file of a history or document (load), with the same lines and digests.
    [[nodiscard]] static Journal import_jsonl(const std::filesystem::path& from,
                                              const std::filesystem::path& path,
                                              const JournalOptions& options = {});

    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    /// Ends the use of the file; whatever is asked afterwards throws JournalError.
    void close() noexcept;
    [[nodiscard]] bool is_open() const noexcept;
    [[nodiscard]] bool is_read_only() const;
    [[nodiscard]] const std::filesystem::path& path() const& noexcept;
    [[nodiscard]] std::filesystem::path path() && { return std::as_const(*this).path(); }

    /// The programme after all events that are in the file now. Throws JournalError, naming the
    /// line, if the chain does not hold.
    [[nodiscard]] Programme programme() const;
    [[nodiscard]] JournalHead head() const;
    /// Programme::as_of of `programme`.
    [[nodiscard]] Programme as_of(
        const std::optional<Date>& effective,
        const std::optional<std::chrono::sys_seconds>& recorded = std::nullopt) const;

    /// Adds events, all or none, and returns where the journal stands then. Each is checked against
    /// the programme as it is in the file. The journal stamps them: at the time of its clock, or
    /// a second after the last stamp if the clock stands behind that; the event then keeps the time
    /// of the clock.
    ///
    /// Throws JournalConflict, with the events since, if the journal does not stand at `expected`;
    /// JournalError if the file cannot be written, saying whether the events stand; ProbityError
    /// for an event with a stamp of its own; and what Programme::apply throws.
    JournalHead append(const std::vector<Event>& events,
                       const std::optional<JournalHead>& expected = std::nullopt);
    JournalHead append(const Event& event,
                       const std::optional<JournalHead>& expected = std::nullopt);

    /// Adds the events that `change` makes of the programme as it is in the file. `change` runs while
    /// nothing is locked; if somebody else recorded something before its events were written, it runs
    /// again on the newer programme. The error then names the events recorded meanwhile.
    ///
    /// Throws JournalConflict, with both values, if an event says otherwise what a colleague's event
    /// of the same kind and subject said meanwhile; else as `append`.
    JournalHead record(const std::function<std::vector<Event>(const Programme&)>& change);
    /// The same, with the events that were recorded since `change` ran first; none then.
    JournalHead record(const std::function<std::vector<Event>(const Programme&,
                                                              const std::vector<Event>&)>& change);

    [[nodiscard]] std::vector<JournalEntry> log(const LogQuery& query = {}) const;

    /// Looks at every line and at the file around them. `anchor` is what `anchor` gave once: if the
    /// journal had been cut off or written anew since, that is a finding.
    [[nodiscard]] Verification verify(
        const std::optional<std::string>& anchor = std::nullopt) const;
    /// A short line of the day of the last stamp, the number of the last event and half its digest,
    /// to be kept where nobody can change it: "2026-03-18 304 e5ddbccec471ab7e-2339e6b03ab4532d".
    [[nodiscard]] std::string anchor() const;

    /// Writes the journal as JSON Lines. Throws DocumentError as write_file does, and if there is
    /// a file that holds anything but the beginning of the same history.
    void export_jsonl(const std::filesystem::path& path) const;

    /// The rows of a SELECT over the journal's views (docs/journal.md lists them): `events`, and
    /// `tasks`, `meetings`, `units` and others as they are after the last event. Nothing can be
    /// changed by it. Throws JournalError for a query that SQLite refuses.
    [[nodiscard]] SqlRows sql(std::string_view query) const;

    /// Saves all that is whole of a damaged journal into a new one. Throws JournalError if `to` is
    /// there already, or if not even the founding document can be read.
    static Recovery recover(const std::filesystem::path& path, const std::filesystem::path& to,
                            const JournalOptions& options = {});

  private:
    explicit Journal(std::unique_ptr<detail::OpenJournal> open);

    std::unique_ptr<detail::OpenJournal> open_;
    std::filesystem::path path_;
};

}  // namespace probity
