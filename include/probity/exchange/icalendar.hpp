// An agenda as a calendar file (.ics, RFC 5545), to which Outlook, Google and Apple Calendar
// subscribe.
//
//     Agenda agenda = songpa.calendar(2026, WorkCalendar::korea());
//     IcsReport report = save_ics(agenda, "songpa.ics");
//     report.events;                 // 37: last year, this one and the next
//     report.singles[0].reason;      // why Integrity Week is not written as one rule
//
// A rule is written as RRULE only where every client understands it. Outlook knows a few templates
// (MS-OXCICAL 2.1.3.2.2) and silently skips an event whose rule fits none, so the third week is one
// event an occurrence, for the agenda's year and the years on both sides of it. An occurrence's UID
// is made of its period, "integrity-week-2026-03@songpa.probity", so that a subscriber's entry
// moves when its date does.
//
// The same agenda gives the same bytes: the clock is never read.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "probity/planning/agenda.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// How recurring observances are written.
enum class IcsRecurring : std::uint8_t {
    /// As a rule where Outlook has a template for it, else as single events.
    automatic,
    /// As a rule wherever one RRULE can say it, for clients that take them all.
    rule,
};

/// A task by the day on which it is due.
struct IcsTask {
    std::string id;
    Text title = {};
    Date due{};
    /// In words, its owner for instance.
    Text note = {};
    /// How often anything of it was changed: SEQUENCE.
    int changes = 0;

    friend bool operator==(const IcsTask&, const IcsTask&) = default;
};

/// How tasks are written.
enum class IcsTasks : std::uint8_t {
    /// Each as an event of a whole day, which leaves people free.
    events,
    /// Each as a VTODO, which Google Calendar and iOS drop.
    todo,
};

struct IcsOptions {
    IcsRecurring recurring = IcsRecurring::automatic;
    Language language = Language::english;
    /// The first and the last year of single events; the agenda's year and its neighbours if none
    /// are named.
    std::optional<std::pair<int, int>> years = std::nullopt;
    /// DTSTAMP of every event, in UTC; the last time at which anything of the plan was recorded if
    /// none is given.
    std::optional<std::chrono::sys_seconds> stamp = std::nullopt;
    /// The tasks to be written, as far as they are due in those years.
    std::vector<IcsTask> tasks = {};
    IcsTasks tasks_as = IcsTasks::events;
    /// Reminds of each event and task so many days ahead, 0 to 366 (VALARM): of whole days at nine
    /// o'clock, of an event with a time at that time, or an hour before it on the day itself. No
    /// reminder if none is given.
    std::optional<int> remind_days = std::nullopt;
};

/// How one rule of an observance was written.
struct WrittenRule {
    /// The observance.
    std::string id;
    /// RRULE of its first days; empty if no single RRULE gives them.
    std::string rrule;
    /// The single events that stand for it; as a rule, the event of the rule and those moved.
    int events = 0;
    /// Why it was written so.
    Text reason = {};

    friend bool operator==(const WrittenRule&, const WrittenRule&) = default;
};

/// The content of a calendar file.
struct IcsReport {
    /// All VEVENTs.
    int events = 0;
    /// The tasks among them, or beside them as VTODOs.
    int tasks = 0;
    /// The entries that were written as rules.
    std::vector<WrittenRule> rules = {};
    /// The entries that recur and were written as single events.
    std::vector<WrittenRule> singles = {};

    friend bool operator==(const IcsReport&, const IcsReport&) = default;
};

/// The text of a calendar file with its report.
struct IcsFile {
    std::string text;
    IcsReport report;
};

/// The calendar file of an agenda. Throws ProbityError if there is neither a stamp nor a recorded
/// time, or for a reminder of more than 366 days, and DateError for a year outside 1400 to 9999 or a last year before the first.
[[nodiscard]] IcsFile write_ics(const Agenda& agenda, const IcsOptions& options = {});

/// Writes the calendar file to a path; the file there is replaced as a whole. Throws as write_ics
/// does, and DocumentError if the file cannot be written.
IcsReport save_ics(const Agenda& agenda, const std::filesystem::path& path,
                   const IcsOptions& options = {});

}  // namespace probity
