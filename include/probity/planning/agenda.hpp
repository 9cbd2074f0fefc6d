// An agenda: everything that an institution has planned or recorded in a year, in order of date.
//
//     Agenda agenda = programme.calendar(2026, WorkCalendar::korea());
//     agenda.select(EntryKind::week).size();             // 12 Integrity Weeks
//     agenda.on(make_date(2026, 3, 18));                 // Integrity Week, and Integrity Day in it
//     agenda.select(EntryKind::week)[1].working_days;    // 2: Seollal, so the week is short
//     agenda.undated();                                  // what has no date yet, such as a meeting
//
// A year's agenda is a window on a Plan, which has no end: the same plan gives any other years,
// which is what a calendar file of last, this and next year needs (exchange/icalendar.hpp).
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/time_of_day.hpp"
#include "probity/planning/activity.hpp"
#include "probity/planning/obligation.hpp"
#include "probity/planning/observance.hpp"
#include "probity/planning/source.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// The kinds of entries of an agenda. An event is a single occasion, such as an inauguration; a deadline
/// the last day of an obligation.
enum class EntryKind : std::uint8_t { week, day, activity, meeting, event, deadline };

/// One thing in an agenda, with its days.
struct AgendaEntry {
    EntryKind kind;
    /// The id of the observance, activity, council, event or obligation.
    std::string id;
    /// Names the occurrence among those of its id, whatever its date: "2026-03", "2025-2" for the
    /// second regular meeting of 2025. Empty for what happens once.
    std::string period;
    /// The days that it takes in fact.
    Interval days;
    Text title;
    /// The first day by the rule, or as first planned; none if there was no such date.
    std::optional<Date> nominal = std::nullopt;
    /// Why it is on these days: the rule in words, or what a record says.
    Text reason = {};
    /// The source as it is cited; empty if none is named.
    Text source = {};
    /// The working days among its days; none if the work calendar does not reach so far.
    std::optional<int> working_days = std::nullopt;
    /// A week with too few working days (Observance::short_below).
    bool is_short = false;
    /// The id of the observance in which an activity is held; empty for all else.
    std::string held_in = {};
    /// Whether its days are its own. An activity held at some time in a week, or on the Day, has
    /// those of the observance.
    bool has_own_days = true;
    /// Korean standard time; none if it takes the whole day or its hours are not known.
    std::optional<TimeOfDay> begins = std::nullopt;
    std::optional<TimeOfDay> ends = std::nullopt;
    Text place = {};
    Text note = {};
    /// How often its days were changed, or whether it takes place.
    int changes = 0;
    /// The recorded status of an occurrence of an observance; none if nothing is recorded, and for
    /// all else.
    std::optional<OccurrenceStatus> status = std::nullopt;

    /// Whether it was held or is to be: not if it was cancelled or is recorded as not held.
    [[nodiscard]] bool takes_place() const noexcept {
        return status != OccurrenceStatus::not_held && status != OccurrenceStatus::cancelled;
    }
    [[nodiscard]] Date begin() const { return days.begin(); }
    /// The first day after it; none if it reaches 9999-12-31.
    [[nodiscard]] std::optional<Date> end() const { return days.end(); }

    friend bool operator==(const AgendaEntry&, const AgendaEntry&) = default;
};

/// An entry that belongs to a year but has no date: none is set yet, or it is not known.
struct UndatedEntry {
    EntryKind kind;
    std::string id;
    /// As AgendaEntry::period.
    std::string period;
    Text title;
    Text note = {};
    Text source = {};

    friend bool operator==(const UndatedEntry&, const UndatedEntry&) = default;
};

/// A day from which an obligation runs that follows from what happened.
struct PlannedStart {
    /// The id of the Obligation.
    std::string obligation = {};
    std::string period = {};
    Date start{};

    friend bool operator==(const PlannedStart&, const PlannedStart&) = default;
};

/// All that recurs in an institution, and all that happens there once; without beginning or end.
struct Plan {
    /// Names the plan in calendar files: "songpa".
    std::string id = {};
    Text title = {};
    std::vector<Observance> observances = {};
    std::vector<Activity> activities = {};
    /// Meetings and events, in any order.
    std::vector<AgendaEntry> occasions = {};
    /// Their deadlines stand once for each period, whoever owes it.
    std::vector<Obligation> obligations = {};
    std::vector<PlannedStart> starts = {};
    std::vector<Source> sources = {};
    /// The last time at which anything of it was recorded, in UTC.
    std::optional<std::chrono::sys_seconds> recorded = std::nullopt;
    /// Entries with an id that a record of another kind had before them, by kind and id. Observances
    /// stand here as days, be they weeks or not.
    std::set<std::pair<EntryKind, std::string>> later = {};

    /// The name of an observance, activity, council, event or obligation in the UIDs of calendar files: its id.
    /// If something of another kind had that id before it, the kind stands in front:
    /// "activity:cleanup". No id has a colon, so two never have one name.
    [[nodiscard]] std::string uid_name(EntryKind kind, const std::string& of) const;

    friend bool operator==(const Plan&, const Plan&) = default;
};

/// The entries of a window of a plan, in order of first day; of two that begin on one day the
/// longer comes first.
class Agenda {
  public:
    /// The agenda of the days of `window`. Entries that only partly lie in it belong to it.
    /// `undated` adds what the plan itself does not know to be without a date. Throws
    /// HorizonError if the work calendar does not reach over the window.
    Agenda(Plan plan, const WorkCalendar& workdays, const Interval& window,
           std::vector<UndatedEntry> undated = {});

    [[nodiscard]] const std::vector<AgendaEntry>& entries() const& noexcept { return entries_; }
    /// By value of an agenda that is about to go, so that a loop over it walks what is still there.
    [[nodiscard]] std::vector<AgendaEntry> entries() && { return std::move(entries_); }
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
    /// Throws ProbityError if i >= size().
    [[nodiscard]] const AgendaEntry& operator[](std::size_t i) const&;
    [[nodiscard]] AgendaEntry operator[](std::size_t i) && { return std::as_const(*this)[i]; }
    [[nodiscard]] auto begin() const noexcept { return entries_.begin(); }
    [[nodiscard]] auto end() const noexcept { return entries_.end(); }

    /// The entries that belong to the window but have no date.
    [[nodiscard]] const std::vector<UndatedEntry>& undated() const& noexcept { return undated_; }
    [[nodiscard]] std::vector<UndatedEntry> undated() && { return std::move(undated_); }
    [[nodiscard]] const Interval& window() const& noexcept { return window_; }
    [[nodiscard]] Interval window() && { return std::as_const(*this).window(); }
    [[nodiscard]] const Plan& plan() const& noexcept { return *plan_; }
    [[nodiscard]] Plan plan() && { return std::as_const(*this).plan(); }
    [[nodiscard]] const WorkCalendar& workdays() const& noexcept { return workdays_; }
    [[nodiscard]] WorkCalendar workdays() && { return std::as_const(*this).workdays(); }

    /// Whether entries of a kind are shown: of every kind, until select() has been asked.
    [[nodiscard]] bool shows(EntryKind kind) const noexcept {
        return (kinds_ >> static_cast<int>(kind) & 1U) != 0;
    }

    /// The entries of one kind, and what is undated of it.
    [[nodiscard]] Agenda select(EntryKind kind) const;
    /// The entries that lie on a date, in order.
    [[nodiscard]] std::vector<AgendaEntry> on(const Date& date) const;

    /// The entries of other days of the same plan and kinds. Where the work calendar does not reach
    /// so far, working_days is left open.
    [[nodiscard]] std::vector<AgendaEntry> entries_of(const Interval& window) const;

    friend bool operator==(const Agenda& a, const Agenda& b);

  private:
    std::shared_ptr<const Plan> plan_;
    WorkCalendar workdays_;
    Interval window_;
    std::vector<AgendaEntry> entries_;
    std::vector<UndatedEntry> undated_;
    unsigned kinds_ = ~0U;
};

/// "week", "day", "activity", "meeting", "event", "deadline".
[[nodiscard]] std::string_view to_string(EntryKind kind) noexcept;
/// Reads what to_string writes. Throws ProbityError on anything else.
[[nodiscard]] EntryKind parse_entry_kind(std::string_view text);

/// One line: "2026-03-16 .. 2026-03-22  week     Integrity Week"; " (cancelled)" or " (not held)"
/// behind what does not take place.
std::ostream& operator<<(std::ostream& out, const AgendaEntry& entry);

}  // namespace probity
