// A history: the events of a programme in the order in which they were recorded, numbered from 1.
//
//     History history;
//     history.append({.effective = make_date(2026, 3, 2),
//                     .recorded = to_sys_days(make_date(2026, 3, 4)),
//                     .actor = "integrity-team",
//                     .kind = EventKind::task_started,
//                     .subject = "T-07"});
//     history[0].actor;                                            // "integrity-team"
//     history.known_at(to_sys_days(make_date(2026, 3, 3)));        // 0
//
// Stamps never run backwards. An event may have none yet (Event::recorded).
//
// Each name is kept once: an event takes 64 bytes and its body. Copies share what they have in common,
// so that a copy costs nothing and an event more costs the same however long the history is.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "probity/history/event.hpp"
#include "probity/records/hash_index.hpp"
#include "probity/records/list.hpp"

namespace probity {

/// Events in the order of their recording.
class History {
  public:
    /// Adds an event. Throws ProbityError for one that is no event by itself: recorded before the
    /// last one, under rules that are not known or older than those of the last one, without an
    /// actor, with a body that is not of its kind or not in order, or that corrects no event that
    /// there is or one already corrected.
    void append(const Event& event);
    /// The same of an event that is one by itself, as detail::check_event found.
    void append_checked(Event&& event);

    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
    /// The event of number i + 1. Throws ProbityError if i >= size().
    [[nodiscard]] Event operator[](std::size_t i) const;

    /// How many events had been recorded at an instant. An event without a stamp is not known to
    /// have been, nor is one that stands after it.
    [[nodiscard]] std::size_t known_at(std::chrono::sys_seconds instant) const;
    /// The first stamp and the last; null if no event has one.
    [[nodiscard]] std::optional<std::chrono::sys_seconds> first_recorded() const;
    [[nodiscard]] std::optional<std::chrono::sys_seconds> last_recorded() const;
    /// Whether events have no stamp yet.
    [[nodiscard]] bool has_unstamped() const noexcept { return unstamped_ > 0; }
    /// The same events, those without a stamp recorded at an instant: it is moved between the stamps
    /// that stand before and after them, as stamps never run backwards.
    [[nodiscard]] History stamped(std::chrono::sys_seconds instant) const;
    /// Keeps the JSON of a line as a digest sealed it, where the record would be written otherwise
    /// today: line 0 is the founding document, line n event n.
    void keep_line(std::size_t line, std::string json);
    /// Null if the line is what would be written.
    [[nodiscard]] std::shared_ptr<const std::string> kept_line(std::size_t line) const;
    /// The first events, as many as given.
    [[nodiscard]] History first(std::size_t events) const;

    /// The memory that it takes, in bytes, with its names and bodies; parts that copies share are
    /// counted in each.
    [[nodiscard]] std::size_t bytes() const;

    /// How many of the first events of two histories are the same, apart from stamps that are
    /// missing in one of them.
    [[nodiscard]] std::size_t same_events(const History& other) const;

    friend bool operator==(const History& a, const History& b);

    // The part of an event that a fold reads, without making Events.
    struct Row {
        /// In seconds since 1970, UTC; `unstamped` if it has no stamp.
        std::int64_t recorded;
        Date effective;
        std::uint32_t actor;
        std::uint32_t subject;
        std::uint32_t reason;
        std::int32_t corrects;
        EventKind kind;
        std::uint8_t rules;
    };
    struct Entry {
        Row row;
        EventBody body;
    };
    static constexpr std::int64_t unstamped = std::numeric_limits<std::int64_t>::min();
    [[nodiscard]] const List<Entry>& entries() const& noexcept { return entries_; }
    [[nodiscard]] List<Entry> entries() && { return entries_; }
    [[nodiscard]] const Row& row(std::size_t i) const& noexcept { return entries_[i].row; }
    [[nodiscard]] Row row(std::size_t i) && { return entries_[i].row; }
    [[nodiscard]] const EventBody& body(std::size_t i) const& noexcept { return entries_[i].body; }
    [[nodiscard]] EventBody body(std::size_t i) && { return entries_[i].body; }
    [[nodiscard]] const std::string& name(std::uint32_t number) const& {
        return names_[number].text;
    }
    [[nodiscard]] std::string name(std::uint32_t number) && { return names_[number].text; }
    [[nodiscard]] std::size_t names() const noexcept { return names_.size(); }
    /// The hash of a name (records/hash_index.hpp).
    [[nodiscard]] std::uint32_t hash_of(std::uint32_t number) const { return names_[number].hash; }
    /// The row of the event that corrects the one of a row; none if none does.
    [[nodiscard]] std::optional<std::uint32_t> corrector_of(std::uint32_t row) const;
    /// Asks for the memory in which names of these hashes are looked for when events are added.
    void fetch_names(std::span<const std::uint32_t> hashes) const noexcept {
        numbers_.fetch(hashes);
    }
    /// Whether an event corrects another.
    [[nodiscard]] bool has_corrections() const noexcept { return corrected_by_.size() > 0; }

  private:
    struct Name {
        std::string text;
        std::uint32_t hash;
    };
    /// The JSON of a line as it was sealed; null if it has been stamped since.
    struct KeptLine {
        std::size_t line;
        std::shared_ptr<const std::string> json;
    };
    /// The time that the clock said when the event of a row was recorded, in seconds since 1970.
    struct KeptClock {
        std::size_t row;
        std::int64_t said;
    };

    void add(const Event& event, EventBody body);
    /// The number of a name; that of the event before, `last`, is often the same.
    std::uint32_t number_of(const std::string& name, std::uint32_t last);
    [[nodiscard]] bool same_stamp(const History& other, std::size_t i) const;
    [[nodiscard]] bool same_but_for_stamp(const History& other, std::size_t i) const;
    void keep_line(std::size_t line, std::shared_ptr<const std::string> kept);
    [[nodiscard]] std::optional<std::uint32_t> place_of_kept(std::size_t line) const;
    [[nodiscard]] std::optional<std::int64_t> clock_of(std::size_t row) const;

    List<Entry> entries_;
    List<Name> names_;
    detail::HashIndex numbers_;
    /// Under the number of a corrected event the row of the one that corrects it.
    detail::HashIndex corrected_by_;
    /// Few, if any.
    List<KeptLine> kept_lines_;
    detail::HashIndex kept_places_;
    /// How many events have no stamp, and the row of the first one.
    std::size_t unstamped_ = 0;
    std::size_t first_unstamped_ = 0;
    /// The first stamp and the last, `unstamped` if there is none.
    std::int64_t first_recorded_ = unstamped;
    std::int64_t last_recorded_ = unstamped;
    /// In the order of their rows; few, if any.
    List<KeptClock> clocks_;
};

}  // namespace probity
