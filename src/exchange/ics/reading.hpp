// A calendar file, taken apart into recurrences, holidays, meetings and tasks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "exchange/ics/event.hpp"
#include "exchange/ics/lines.hpp"
#include "exchange/ics/rules.hpp"
#include "exchange/ics/versions.hpp"
#include "exchange/ics/zones.hpp"
#include "probity/exchange/ics.hpp"

namespace probity::ics::detail {

/// A file and all that reading it gives; its notes are also those of a check.
class Reading {
  public:
    /// Throws ProbityError for a zone that is not known.
    Reading(const CalendarFile& file, const ReadOptions& options);
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    [[nodiscard]] const CalendarFile& file() const noexcept { return file_; }
    [[nodiscard]] const std::vector<CalendarEvent>& events() const noexcept { return events_; }
    /// In the order of lines, each once.
    [[nodiscard]] const std::vector<Note>& notes() const noexcept { return notes_; }
    [[nodiscard]] IcsContent content() && { return std::move(content_); }

  private:
    // The contents of the file (reading.cpp).
    void read_calendars();
    /// Names the components that stand outside any event: beside the calendars, or in them alone.
    void name_the_rest();
    void read_events();
    void read_event(const Component& component);
    void refuse(std::string_view what, const CalendarEvent& event, Text reason, int line);
    void refuse(std::string_view what, const Component& component, Text reason, int line);
    void refuse_cancelled(const CalendarEvent& event);
    void take_notes(CalendarEvent& event);
    /// The notes as what was refused and what was mended, in the order of the file.
    void report();

    // Which version of an event stands (reading_versions.cpp).
    /// The events that stand, of each UID the latest version. Changes of occurrences are kept with
    /// their series, or as orphans.
    [[nodiscard]] std::vector<CalendarEvent*> current();
    /// Of events with one UID those of the highest SEQUENCE, and then of the latest DTSTAMP.
    [[nodiscard]] std::vector<CalendarEvent*> latest(const std::vector<CalendarEvent*>& events);
    void keep_once(const std::vector<CalendarEvent*>& events, std::vector<CalendarEvent*>& kept);
    /// Gives each change to the one of several events with its UID that has its occurrence.
    void share(const std::vector<CalendarEvent*>& masters,
               const std::vector<CalendarEvent*>& changes);
    /// Changed occurrences whose series is not in the file: they stand for themselves.
    void keep_orphans(const std::vector<CalendarEvent*>& events);
    /// Leaves out the rule of a changed occurrence, which happens once.
    void pass_over_rule(CalendarEvent& change);
    /// Keeps the later version of a change, and refuses the other.
    template <class Key, class Hash>
    void take_later(Versions<Key, Hash>& versions, const Key& key, CalendarEvent& event);

    // Their use (reading_content.cpp).
    void add(CalendarEvent& event);
    void add_after_error(CalendarEvent& event, const std::vector<CalendarEvent*>& changes,
                         const Text& error, bool is_rule_lost);
    void add_series(CalendarEvent& event, const std::vector<CalendarEvent*>& changes);
    /// A single event; a change of it takes its place.
    void add_single(CalendarEvent& event, const std::vector<CalendarEvent*>& changes);
    [[nodiscard]] CalendarEvent* version_of_single(CalendarEvent& event,
                                                   const std::vector<CalendarEvent*>& changes);
    /// A change whose RECURRENCE-ID names nothing: that alone is lost.
    void add_astray(CalendarEvent& change);
    /// The single events of an observance as one series, or as days of its rule's series.
    void join_occurrences();
    /// `known` is the place of the series that has the id.
    void join(const std::string& id, const std::vector<DayEvent>& events,
              std::optional<std::size_t> known);

    const CalendarFile& file_;
    IcsContent content_;
    std::vector<Note> notes_;
    Steps steps_;
    std::vector<CalendarEvent> events_;
    /// Whether this library wrote the file.
    bool is_ours_ = false;
    Zones zones_;
    std::unordered_map<const CalendarEvent*, std::vector<CalendarEvent*>> changes_;
    std::vector<CalendarEvent*> orphans_;
};

}  // namespace probity::ics::detail
