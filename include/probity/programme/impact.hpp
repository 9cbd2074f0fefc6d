// Why a date is what it is, and what moves when the law of holidays changes.
//
//     const WorkCalendar before = WorkCalendar::korea();
//     const WorkCalendar after = before.with_holiday(make_date(2026, 9, 14), "임시공휴일");
//     const std::vector<Move> moves = impact(songpa, before, after, 2026);
//     moves[0].id;                              // "integrity-week"
//     moves[0].days_after.value();              // 4
//
// A task due on a day that becomes a holiday is due on the next working day, and a meeting on it has
// to be moved.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/planning/agenda.hpp"
#include "probity/programme/programme.hpp"
#include "probity/records/record_kind.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// The relation of a date to the reason given for it.
enum class DateReasonKind : std::uint8_t {
    // Entries on it: the kinds of entries of an agenda (EntryKind), in their order.
    week,
    day,
    activity,
    meeting,
    event,
    deadline,
    /// A task is due on it.
    task,
    // Entries that lay on it before.
    /// It was moved to another day, or has no day any more.
    moved_away,
    /// A meeting was cancelled.
    cancelled,
    /// A record of it was corrected or annulled.
    corrected,
    // The work calendar's word.
    working_day,
    day_off,
};

/// The kind of a reason that is an entry of an agenda.
[[nodiscard]] constexpr DateReasonKind reason_kind(EntryKind kind) noexcept {
    return static_cast<DateReasonKind>(kind);
}
static_assert(reason_kind(EntryKind::week) == DateReasonKind::week &&
              reason_kind(EntryKind::deadline) == DateReasonKind::deadline);

/// One thing that lies on a date, and by which rule or record.
struct DateReason {
    DateReasonKind kind = DateReasonKind::working_day;
    /// The id of what it is, and which kind of record that is; empty for the work calendar's.
    std::string id = {};
    std::optional<RecordKind> record = std::nullopt;
    Text title = {};
    Text reason = {};
    Text source = {};

    friend bool operator==(const DateReason&, const DateReason&) = default;
};

/// Lists what lies on a date: by which rule or record, and moved from where; what was moved from it,
/// whither and by which event; the work calendar's word on it comes last, Korea's if none is given.
[[nodiscard]] std::vector<DateReason> why(
    const Programme& programme, const Date& date,
    const std::optional<WorkCalendar>& workdays = std::nullopt);

/// The sort of thing that a changed calendar moves.
enum class MoveKind : std::uint8_t {
    week,
    day,
    meeting,
    slot,
    due_date,
    quota,
    notice,
    /// The legal day of an obligation.
    deadline
};

/// Something that a changed calendar moves or makes shorter.
struct Move {
    MoveKind kind = MoveKind::meeting;
    /// The id of the observance, council, task, quota or obligation.
    std::string id = {};
    /// Names the occurrence: "2026-09", "2026-3"; empty if there is only one.
    std::string period = {};
    Text title = {};
    /// The date before and after; null if there is no such date any more.
    std::optional<Date> before = std::nullopt;
    std::optional<Date> after = std::nullopt;
    /// For a week, its working days before and after.
    std::optional<int> days_before = std::nullopt;
    std::optional<int> days_after = std::nullopt;
    /// The day that changed, and its holiday.
    Text why = {};
    /// The task that follows from it, or its consequence.
    Text consequence = {};

    friend bool operator==(const Move&, const Move&) = default;
};

/// Returns everything that moves in a year when one work calendar takes the place of another, in
/// order of date: weeks that become shorter or longer, days and meetings that lie on a day off,
/// slots of cadences, due dates, deadlines of obligations, the last day for what a quota still needs and for its notice.
/// Throws HorizonError if one of the calendars does not reach over the year.
[[nodiscard]] std::vector<Move> impact(const Programme& programme, const WorkCalendar& before,
                                       const WorkCalendar& after, int year);

/// "week", "day", "activity", "meeting", "event", "deadline", "task", "moved_away", "cancelled", "corrected",
/// "working_day", "day_off".
[[nodiscard]] std::string_view to_string(DateReasonKind kind) noexcept;

/// "week", "day", "meeting", "slot", "due_date", "quota", "notice", "deadline".
[[nodiscard]] std::string_view to_string(MoveKind kind) noexcept;

static_assert(std::regular<Move> && std::regular<DateReason>);

}  // namespace probity
