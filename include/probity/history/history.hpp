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
// It is kept in columns, with each name once: an event takes some sixty bytes and its body.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "probity/history/event.hpp"

namespace probity {

/// Events in the order of their recording.
class History {
  public:
    History() = default;
    History(const History& other);
    History(History&& other) noexcept = default;
    History& operator=(History other) noexcept;
    ~History() = default;

    /// Adds an event. Throws ProbityError for one that is no event by itself: recorded before the
    /// last one, under rules that are not known or older than those of the last one, without an
    /// actor, with a body that is not of its kind or not in order, or that corrects no event that
    /// there is or one already corrected.
    void append(const Event& event);
    void reserve(std::size_t events);

    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }
    /// The event of number i + 1. Throws ProbityError where i >= size().
    [[nodiscard]] Event operator[](std::size_t i) const;

    /// How many events had been recorded at an instant. An event without a stamp is not known to
    /// have been, nor is one that stands after it.
    [[nodiscard]] std::size_t known_at(std::chrono::sys_seconds instant) const;
    /// The first stamp and the last; none where no event has one.
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
    /// Null where the line is what would be written.
    [[nodiscard]] std::shared_ptr<const std::string> kept_line(std::size_t line) const;
    /// The first events, as many as given.
    [[nodiscard]] History first(std::size_t events) const;

    /// What it takes in memory, in bytes, with its names and bodies.
    [[nodiscard]] std::size_t bytes() const;

    /// How many of the first events of two histories are the same, apart from stamps that are
    /// missing in one of them.
    [[nodiscard]] std::size_t same_events(const History& other) const;

    friend bool operator==(const History& a, const History& b);

    // What a fold reads, without making Events.
    struct Row {
        /// In seconds since 1970, UTC; `unstamped` where it has no stamp.
        std::int64_t recorded;
        Date effective;
        std::uint32_t actor;
        std::uint32_t subject;
        std::uint32_t reason;
        std::int32_t corrects;
        EventKind kind;
        std::uint8_t rules;
    };
    static constexpr std::int64_t unstamped = std::numeric_limits<std::int64_t>::min();
    [[nodiscard]] const Row& row(std::size_t i) const& noexcept { return rows_[i]; }
    [[nodiscard]] Row row(std::size_t i) && { return rows_[i]; }
    [[nodiscard]] const EventBody& body(std::size_t i) const& noexcept { return bodies_[i]; }
    [[nodiscard]] EventBody body(std::size_t i) && { return bodies_[i]; }
    [[nodiscard]] const std::string& name(std::uint32_t number) const& { return names_[number]; }
    [[nodiscard]] std::string name(std::uint32_t number) && { return names_[number]; }
    [[nodiscard]] std::size_t names() const noexcept { return names_.size(); }

  private:
    /// The number of a name; that of the event before, `last`, is often the same.
    std::uint32_t number_of(const std::string& name, std::uint32_t last);
    [[nodiscard]] bool same_but_for_stamp(const History& other, std::size_t i) const;

    std::vector<Row> rows_;
    std::vector<EventBody> bodies_;
    /// How many events have no stamp, and the last stamp, `unstamped` where there is none.
    std::size_t unstamped_ = 0;
    std::int64_t last_recorded_ = unstamped;
    /// For the number of a corrected event that of the event which corrects it.
    std::unordered_map<std::int32_t, std::int32_t> corrected_by_;
    /// Few, if any; they never change, and copies share them.
    std::unordered_map<std::size_t, std::shared_ptr<const std::string>> kept_lines_;
    std::deque<std::string> names_;
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace probity
