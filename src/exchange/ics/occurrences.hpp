// Expands the rules and dates of one event, day by day and time by time: RRULE, EXRULE, RDATE and
// EXDATE.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "exchange/ics/clock.hpp"
#include "exchange/ics/event.hpp"
#include "exchange/ics/rules.hpp"
#include "exchange/ics/values.hpp"
#include "probity/recurrence/recurrence.hpp"

namespace probity::ics::detail {

/// An event has at most so many rules; what comes after is refused.
inline constexpr std::size_t most_rules = 20;

/// Which occurrence a value names: the day in the time of the rule, and the time; none if it names the
/// day alone.
struct Place {
    Day day{};
    Time time = std::nullopt;

    friend auto operator<=>(const Place&, const Place&) = default;
};

/// A date or time as an occurrence of an event. Throws BeyondDates.
[[nodiscard]] Place place_of(const CalendarEvent& event, const Moment& value);

/// The occurrences of an event that recurs. Parts that cannot be taken are noted with the event;
/// its methods throw RuleLost, ProbityError and BeyondDates. It holds on to the event and the
/// steps.
class Occurrences {
  public:
    Occurrences(CalendarEvent& event, Steps& steps);

    /// Whether there is more than DTSTART.
    [[nodiscard]] bool recurs() const noexcept { return recurs_; }
    /// DTSTART: its day and its time.
    [[nodiscard]] Day first() const noexcept { return event_->start.day; }
    [[nodiscard]] const Time& time() const noexcept { return event_->start.time; }

    /// The times of a day that rules and RDATE give.
    [[nodiscard]] Times given(Day day) const;
    /// The times of a day that no exception takes out.
    [[nodiscard]] Times left(Day day) const;
    /// Whether EXDATE, or a change, takes out a day or some of its times.
    [[nodiscard]] bool takes_out(Day day) const;
    /// Takes out an occurrence: of whole days, or without a time, all of its day.
    void take_out(const Place& place);

    /// Which occurrence a value names: a date as people see it, a time as an instant.
    [[nodiscard]] Place named(const Moment& value) const;
    /// The same; none if it lies on a day that no recurrence has.
    [[nodiscard]] std::optional<Place> within_reach(const Moment& value) const;
    /// Whether a midnight stands for the day, whose times are others.
    [[nodiscard]] bool names_day(const Moment& value, const Place& place) const;

    /// The day on which people see an occurrence of a day of the rule.
    [[nodiscard]] Day shown(Day day, const Time& at) const;
    /// The same as a time, of which whole days have none.
    [[nodiscard]] Moment shown_moment(Day day, const Time& at) const;

    /// The days on which something is left, and others that are added, in the time of the rule.
    [[nodiscard]] Recurrence days(const std::set<Day>& arrivals) const;
    /// All times that some days have. Throws RuleLost if they are too many to tell apart.
    [[nodiscard]] Times clock() const;
    /// The days on which a time is left; none if there is none. Throws RuleLost if that is not known.
    [[nodiscard]] std::optional<Recurrence> days_at(const Time& at) const;

  private:
    void take_rules();
    void take_exrules();
    void take_rdates();
    void take_exdates();
    void except(int line, const Moment& value, const Place& place);
    /// The days of a rule on which EXRULE leaves one of its times.
    [[nodiscard]] Recurrence without_exrules(const Expansion& rule) const;

    CalendarEvent* event_;
    Steps* steps_;
    bool recurs_ = false;
    std::vector<Expansion> rules_;
    std::vector<Expansion> exrules_;
    /// RDATE: the times of each day.
    std::map<Day, std::set<Time>> extra_;
    /// Whole days, and single times of days, that are taken out.
    std::set<Day> without_days_;
    std::map<Day, std::set<Time>> without_times_;
};

}  // namespace probity::ics::detail
