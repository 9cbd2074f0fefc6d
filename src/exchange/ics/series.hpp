// A series of a calendar file: its occurrences, and what changes do to them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "exchange/ics/event.hpp"
#include "exchange/ics/occurrences.hpp"
#include "exchange/ics/rules.hpp"
#include "exchange/ics/values.hpp"
#include "probity/exchange/ics.hpp"
#include "probity/recurrence/recurrence.hpp"

namespace probity::ics::detail {

/// A series has at most so many changes of all later occurrences; what comes after is refused.
inline constexpr std::size_t most_ranges = 100;

/// Expands an event and its changes.
struct Built {
    std::vector<Series> series;
    /// Changed occurrences that are of another kind than the series.
    std::vector<CalendarEvent*> apart;
};

/// Builds the series of one event that recurs. Parts that cannot be taken are noted with the event,
/// and with each change. Its methods throw RuleLost, ProbityError and BeyondDates. It holds on to
/// the event and the steps.
class SeriesBuilder {
  public:
    /// A change, and the occurrence that it names.
    using Change = std::pair<Place, CalendarEvent*>;

    SeriesBuilder(CalendarEvent& event, Steps& steps);

    /// Whether there is more than DTSTART.
    [[nodiscard]] bool recurs() const noexcept { return occurrences_.recurs(); }
    /// The occurrence that RECURRENCE-ID names; of a date, the one of its day.
    [[nodiscard]] Place place(CalendarEvent& change, const Moment& value) const;
    /// The series with its changes, of which each names another occurrence. To be called once.
    [[nodiscard]] Built build(const std::vector<Change>& changes);

  private:
    /// The occurrences from one on, as an event has them: the series' own, or what a change of this
    /// and all later ones says.
    struct Segment {
        CalendarEvent* event;
        std::optional<Place> begin = std::nullopt;
        /// How far it is moved, as clocks show it.
        seconds by{0};
        std::set<Day> arrivals = {};
        std::vector<Moved> moved = {};
    };

    /// Whether the occurrence that a change names is there; if not, the change is lost.
    [[nodiscard]] bool is_there(const Change& change) const;
    /// Takes changes of an occurrence and all later ones, in their order.
    [[nodiscard]] std::vector<Segment> segments_of(std::vector<Change> ranges);
    /// The effect of a RECURRENCE-ID on one occurrence.
    void change(const Change& change, Segment& segment, Built& built);
    void finish(const Segment& segment, const Segment* next, Built& built) const;

    /// The occurrence as it is named, with its time.
    [[nodiscard]] Place with_time(const Place& place) const;
    /// By how much a change moves the occurrence that it names, as clocks show it: days if one of the
    /// two has no time.
    [[nodiscard]] seconds moved_by(const Place& place, const CalendarEvent& change) const;
    /// All times of a day; none if they are too many, or the days of each are not known.
    [[nodiscard]] std::optional<Times> clock() const;
    /// The days of a segment whose times of day are moved alike, or are not told apart.
    [[nodiscard]] Recurrence days_as_one(const Segment& segment, const Segment* next) const;
    /// The days of a segment, of each time by itself.
    [[nodiscard]] Recurrence days_by_times(const Segment& segment, const Segment* next) const;
    /// The day on which people see an occurrence that is moved.
    [[nodiscard]] Day moved_day(Day day, const Time& time, seconds by) const;
    /// By how many days occurrences at a time of day are moved from a day on: by others in summer, maybe.
    [[nodiscard]] std::set<std::int32_t> shifts_from(Day first, const Time& time, seconds by) const;
    /// Whether the days of all times of day are moved by the same number of days.
    [[nodiscard]] bool moves_alike(const Segment& segment) const;
    /// Days of the rule on which something is at a time, as people see them once they are moved.
    [[nodiscard]] Recurrence moved_days(const Recurrence& days, const Time& time, seconds by) const;

    CalendarEvent* event_;
    Steps* steps_;
    Occurrences occurrences_;
    /// The times whose days are told apart, if the days are moved.
    std::optional<Times> clock_;
};

}  // namespace probity::ics::detail
