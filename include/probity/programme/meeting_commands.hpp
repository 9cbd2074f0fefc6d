// The life of a meeting, from its plan to its minutes, and the items of its agenda. A meeting is named
// by its council and number, as events and agendas name it: "integrity-council/2025-3".
//
//     Programme yongsan = examples::yongsan();
//     const Act early{.on = make_date(2025, 11, 3), .by = "audit-office"};
//     const Event planned = plan_meeting(yongsan, "integrity-council",
//                                        {.date = make_date(2025, 11, 12)}, early);
//     planned.subject;                       // "integrity-council/2025-3": it has the next number
//     yongsan = yongsan.apply(planned);
//     yongsan = yongsan.apply(notice(yongsan, planned.subject, early));
//     yongsan = yongsan.apply(add_item(yongsan, planned.subject,
//                                      {.id = "1", .title = {"추진 실적", "Progress"}}, early));
//
// On its day it is held, and decides:
//
//     const Act act{.on = make_date(2025, 11, 12), .by = "audit-office"};
//     yongsan = yongsan.apply(hold(yongsan, planned.subject, {}, act));
//     yongsan = yongsan.apply(decide(yongsan, planned.subject,
//                                    {.item = "1", .outcome = ItemOutcome::noted}, act));
//     yongsan = yongsan.apply(minute(yongsan, planned.subject,
//         {"minutes.pdf", "application/pdf", std::string(64, '0')}, act));
//     to_string(yongsan.council("integrity-council").meetings.back().state);      // "minuted"
//
// A step that the state does not allow throws TransitionError, which says what is missing:
//
//     notice(yongsan, planned.subject, act).subject;      // TransitionError
#pragma once

#include <optional>
#include <string>

#include "probity/programme/command.hpp"

namespace probity {

/// A meeting as it is planned.
struct MeetingPlan {
    /// None if it is not set yet.
    std::optional<Date> date = std::nullopt;
    MeetingKind kind = MeetingKind::regular;
    /// That of the date, or else of the act, if none is given.
    std::optional<int> year = std::nullopt;
    /// The next one of its year and kind if none is given.
    std::optional<int> ordinal = std::nullopt;
    std::optional<TimeOfDay> begins = std::nullopt;
    std::optional<TimeOfDay> ends = std::nullopt;
    Text title = {};
    Text place = {};
    Text presiding = {};
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};
};

// Each throws as Programme::apply does.

/// A council is to meet. A correction that names no year, kind or ordinal is of the meeting that was
/// planned.
[[nodiscard]] Event plan_meeting(const Programme& programme, const std::string& council,
                                 const MeetingPlan& plan, const Act& act);

/// Notice of it is given, on a day that leaves as many as the charter says: planned -> noticed.
[[nodiscard]] Event notice(const Programme& programme, const std::string& meeting, const Act& act);
/// It is moved to another date, or to none yet, and keeps a note of the one it had. It keeps its hours
/// unless others are given, its place and its items. Needs a reason, and notice anew.
[[nodiscard]] Event postpone(const Programme& programme, const std::string& meeting,
                             const MeetingMoved& to, const Act& act);
/// It is not held; the next one of its year and kind has its number. Needs a reason.
[[nodiscard]] Event cancel(const Programme& programme, const std::string& meeting, const Act& act);
/// It was held, with the seats present, which fixes its quorum. On its date; if that is not known, on a
/// day of [earliest, before). Nobody counts as present who is not named: under a charter with a quorum
/// a meeting without attendance has none, and decides nothing.
[[nodiscard]] Event hold(const Programme& programme, const std::string& meeting,
                         const MeetingHeld& how, const Act& act);
/// Its minutes are written, one file: held -> minuted.
[[nodiscard]] Event minute(const Programme& programme, const std::string& meeting,
                           const Evidence& minutes, const Act& act);
/// Its minutes are approved: minuted -> approved.
[[nodiscard]] Event approve(const Programme& programme, const std::string& meeting, const Act& act);

/// An item of its agenda, open, with the tasks that it is about.
[[nodiscard]] Event add_item(const Programme& programme, const std::string& meeting,
                             const AgendaItem& item, const Act& act);
/// The outcome of an item, with the votes if they were counted. Nothing is resolved without a quorum.
/// The votes are no more than those present, or than the council has voting seats, and agree with the
/// outcome: what is adopted or amended has the part in favour that the charter asks for, and what is
/// rejected has not.
[[nodiscard]] Event decide(const Programme& programme, const std::string& meeting,
                           const ItemDecided& decision, const Act& act);

}  // namespace probity
