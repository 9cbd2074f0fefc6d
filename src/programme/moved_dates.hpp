// By which events dates of a programme were moved, and which were corrected: its records keep where
// something stands now, its history how it came there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probity/history/event.hpp"
#include "probity/programme/programme.hpp"
#include "probity/records/record_kind.hpp"

namespace probity::detail {

/// A step by which a task's due date or a meeting went from one date to another, or an occurrence
/// from its nominal day to another or back; or by which a meeting was cancelled on its date.
struct DateMove {
    /// task_rescheduled, meeting_postponed, meeting_cancelled or occurrence_recorded.
    EventKind kind;
    /// The id of the task or observance; "council/2026-1" for a meeting.
    std::string subject;
    Date from;
    /// Null if no new date was given.
    std::optional<Date> to;
    /// The number of the event, and why it was, as far as that is said.
    int event;
    std::string reason;
};

/// The moves that stand, in the order in which they took effect.
[[nodiscard]] std::vector<DateMove> date_moves(const Programme& programme);

/// A date that an event had named, and that a later event corrected or annulled.
struct CorrectedDate {
    EventKind kind;
    std::string subject;
    Date from;
    /// The date that stands in its place; null if none or several do.
    std::optional<Date> to;
    /// The subject of the event that stands in its place, which may be another; empty if none does.
    std::string subject_now;
    bool annulled;
    /// The number of the last event that corrected it, and why it did.
    int event;
    std::string reason;
};

[[nodiscard]] std::vector<CorrectedDate> corrected_dates(const Programme& programme);

/// Which kind of record the subject of an event is that moves or names a date.
[[nodiscard]] RecordKind record_dated_by(EventKind kind);

}  // namespace probity::detail
