// Calendar files that others wrote (.ics, RFC 5545; vCalendar 1.0): what is in them, and what clients
// will make of them.
//
//     const std::string feed =
//         "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//office//KO\r\nMETHOD:PUBLISH\r\n"
//         "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:주간 점검\r\n"
//         "DTSTART;VALUE=DATE:20260302\r\nRRULE:FREQ=WEEKLY\r\n"
//         "END:VEVENT\r\nEND:VCALENDAR\r\n";
//     const ics::IcsContent content = ics::read(feed);
//     content.recurrences[0].title;                       // "주간 점검"
//     content.refused.size();                             // 0
//     ics::check(feed).size();                            // 2
//
// Nothing is lost or mended in silence: `refused` names what was not taken, `mended` what was not as
// RFC 5545 has it and was taken for what it plainly means. Any bytes are read or refused.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/exchange/ics_moment.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "probity/recurrence/spans.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/holiday.hpp"

namespace probity::ics {

/// A file larger than this is not read: 256 MiB.
inline constexpr std::size_t largest_file = std::size_t{256} << 20U;

/// A part of a file that was left out, or read otherwise than it is written, with its line and the
/// reason.
struct Refusal {
    /// Of the event; empty if the line belongs to no event, or to one without UID.
    std::string uid = {};
    /// From 1.
    int line = 0;
    Text reason = {};

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// An occurrence of a series that the file changes (RECURRENCE-ID).
struct Moved {
    /// Its day by the rule.
    std::chrono::sys_days nominal{};
    /// Its day now, with the time if it has one.
    Moment begin{};
    std::string title = {};
    /// How many days it takes if it has no time.
    std::int64_t days = 1;

    friend bool operator==(const Moved&, const Moved&) = default;
};

/// Something that recurs.
struct Series {
    /// The observance in a file of this library, the UID in another's.
    std::string id = {};
    std::string uid = {};
    std::string title = {};
    /// Its days, or spans if each occurrence takes several whole days. It holds everything that the
    /// file excepts, adds and moves.
    std::variant<Recurrence, Spans> recurrence;
    /// The time of day in `zone`, since midnight; none if it takes whole days.
    std::optional<std::chrono::seconds> begins = std::nullopt;
    std::optional<std::chrono::seconds> duration = std::nullopt;
    /// A TZID, "UTC", or empty for floating time and whole days.
    std::string zone = {};
    std::string location = {};
    std::string description = {};
    /// By their days by the rule.
    std::vector<Moved> moved = {};
    /// Of its event, from 1.
    int line = 0;
    /// It is a task (VTODO).
    bool is_task = false;
    /// People are asked to come.
    bool has_guests = false;

    /// Its days in [begin, end) as holidays, for a WorkCalendar. A day to which an occurrence was
    /// moved has the name that it was given there. An event with a time of day or guests closes
    /// nothing, and neither does a task: it gives no holiday.
    [[nodiscard]] std::vector<Holiday> holidays(
        const Date& begin, const Date& end, HolidayKind kind = HolidayKind::public_holiday) const;

    friend bool operator==(const Series&, const Series&) = default;
};

/// A task (VTODO) that does not recur: what it is, and the day by which it is to be done.
struct TaskRow {
    std::string uid = {};
    std::string title = {};
    /// None of a task without a date.
    std::optional<std::chrono::sys_days> due = std::nullopt;
    std::string description = {};
    /// Whether the file says that it is completed.
    bool done = false;
    int line = 0;

    /// The id of a task of the programme, for import_rows. A UID that is none has its signs
    /// replaced, and a number made of it behind it, so that each UID has an id of its own, the same
    /// each time. A task without a UID has its id from its title and its day.
    [[nodiscard]] std::string id() const;

    friend bool operator==(const TaskRow&, const TaskRow&) = default;
};

/// Whole days that do not recur: the form that calendars of holidays have.
struct DayEvent {
    std::string uid = {};
    std::string title = {};
    Interval days;
    std::string description = {};
    std::vector<std::string> categories = {};
    int line = 0;

    /// Each of its days as a holiday, for a WorkCalendar.
    [[nodiscard]] std::vector<Holiday> holidays(
        HolidayKind kind = HolidayKind::public_holiday) const;

    friend bool operator==(const DayEvent&, const DayEvent&) = default;
};

/// Something that happens once at a time of day, or on a day and with guests.
struct TimedEvent {
    std::string uid = {};
    std::string title = {};
    Moment begin{};
    /// None if the file names none; of whole days the first day after it, none past the last date.
    std::optional<Moment> end = std::nullopt;
    std::string zone = {};
    std::string location = {};
    std::string description = {};
    int line = 0;

    friend bool operator==(const TimedEvent&, const TimedEvent&) = default;
};

/// A calendar file, read.
struct IcsContent {
    /// X-WR-CALNAME, or NAME (RFC 7986).
    std::string name = {};
    std::vector<Series> recurrences = {};
    std::vector<DayEvent> holidays = {};
    std::vector<TimedEvent> meetings = {};
    /// The tasks that do not recur.
    std::vector<TaskRow> tasks = {};
    /// The parts that were left out, and why.
    std::vector<Refusal> refused = {};
    /// The parts that RFC 5545 does not allow as they are written, read as they are plainly meant.
    std::vector<Refusal> mended = {};

    /// The series of an id; null without one.
    [[nodiscard]] const Series* series(std::string_view id) const& noexcept;

    friend bool operator==(const IcsContent&, const IcsContent&) = default;
};

/// How a file is read.
struct ReadOptions {
    /// Where the calendar is read: times in UTC and times without a zone are put there. Without it
    /// the calendar's X-WR-TIMEZONE says where. Times with a TZID stay in their zone.
    ZonePointer zone = nullptr;
    /// The same by its name: one of the file's definitions, or of the tz database.
    std::string zone_name = {};
    /// The folders in which the tz database is looked for, the first first; those of the system if
    /// there are none.
    std::vector<std::filesystem::path> zone_folders = {};
    /// Asked for zones that are in none of these folders.
    ZoneFinder other_zones = nullptr;
    /// The name of the file in messages; "the calendar file" if it is empty.
    std::string name = {};
};

/// Reads a calendar file from its bytes. Throws DocumentError, which names the file, if it is
/// no calendar file or larger than `largest_file`, and ProbityError for a zone that is not known.
[[nodiscard]] IcsContent read(std::string_view bytes, const ReadOptions& options = {});
/// The same from its path, which is also its name. Throws DocumentError if it cannot be read.
[[nodiscard]] IcsContent read_file(const std::filesystem::path& path,
                                   const ReadOptions& options = {});

/// How bad a finding is.
enum class Severity : std::uint8_t {
    /// The event is left out.
    dropped,
    /// Other days, times or words are shown.
    misread,
    /// It depends on the client's version, or shows only when the file changes.
    fragile,
};

/// A part of a file that some clients will not show as it is meant.
struct Finding {
    /// Of the event, empty for the file as a whole.
    std::string uid = {};
    std::string title = {};
    /// "Outlook", "Google", "Apple", "Thunderbird".
    std::vector<std::string_view> clients = {};
    Severity severity = Severity::fragile;
    /// Names the kind: "rrule-outlook".
    std::string_view what = {};
    Text why = {};
    Text advice = {};
    /// From 1.
    int line = 0;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Everything that Outlook, Google Calendar, Apple's Calendar and Thunderbird leave out or misread
/// of a calendar file, in the order of its lines. A file that this library writes gives nothing,
/// unless rules were asked for. Throws as read() does.
[[nodiscard]] std::vector<Finding> check(std::string_view bytes, const ReadOptions& options = {});
/// The same from its path, which is also its name. Throws DocumentError if it cannot be read.
[[nodiscard]] std::vector<Finding> check_file(const std::filesystem::path& path,
                                              const ReadOptions& options = {});

/// "dropped".
[[nodiscard]] std::string_view to_string(Severity severity) noexcept;

}  // namespace probity::ics
