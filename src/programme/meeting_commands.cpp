// The verbs of meetings.
#include "probity/programme/meeting_commands.hpp"

#include <algorithm>

#include "programme/said.hpp"

namespace probity {
namespace {

/// The number of the next meeting of a year and kind.
int next_ordinal(const Council& council, int year, MeetingKind kind) {
    int last = 0;
    for (const Meeting& each : council.meetings) {
        const bool stands = each.state != MeetingState::cancelled;
        if (each.year == year && each.kind == kind && stands) last = std::max(last, each.ordinal);
    }
    return last + 1;
}

}  // namespace

Event plan_meeting(const Programme& programme, const std::string& council, const MeetingPlan& plan,
                   const Act& act) {
    static_cast<void>(day_number(act.on));  // throws for an act without a day
    Meeting meeting{.year = plan.year.value_or(plan.date.value_or(act.on).year()),
                    .kind = plan.kind,
                    .date = plan.date,
                    .begins = plan.begins,
                    .ends = plan.ends,
                    .title = plan.title,
                    .place = plan.place,
                    .presiding = plan.presiding,
                    .note = plan.note,
                    .source = plan.source};
    meeting.ordinal =
        plan.ordinal ? *plan.ordinal
                     : next_ordinal(programme.council(council), meeting.year.value(), meeting.kind);
    const auto keep = [&](const char* field, auto Meeting::*member, bool is_given) {
        const auto* before = detail::left_as_said<Meeting>(
            programme, act, EventKind::meeting_planned, field, is_given);
        if (before != nullptr) meeting.*member = before->*member;
    };
    keep("year", &Meeting::year, plan.year.has_value());
    keep("kind", &Meeting::kind, plan.kind != MeetingKind::regular);
    keep("ordinal", &Meeting::ordinal, plan.ordinal.has_value());
    return record(programme, EventKind::meeting_planned, council + "/" + meeting_id(meeting),
                  Held(meeting), act);
}

Event notice(const Programme& programme, const std::string& meeting, const Act& act) {
    return record(programme, EventKind::meeting_noticed, meeting, {}, act);
}
Event postpone(const Programme& programme, const std::string& meeting, const MeetingMoved& to,
               const Act& act) {
    return record(programme, EventKind::meeting_postponed, meeting, Held(to), act);
}
Event cancel(const Programme& programme, const std::string& meeting, const Act& act) {
    return record(programme, EventKind::meeting_cancelled, meeting, {}, act);
}
Event hold(const Programme& programme, const std::string& meeting, const MeetingHeld& how,
           const Act& act) {
    return record(programme, EventKind::meeting_held, meeting, Held(how), act);
}
Event minute(const Programme& programme, const std::string& meeting, const Evidence& minutes,
             const Act& act) {
    return record(programme, EventKind::meeting_minuted, meeting, Held(EvidenceGiven{{minutes}}),
                  act);
}
Event approve(const Programme& programme, const std::string& meeting, const Act& act) {
    return record(programme, EventKind::meeting_approved, meeting, {}, act);
}

Event add_item(const Programme& programme, const std::string& meeting, const AgendaItem& item,
               const Act& act) {
    return record(programme, EventKind::item_added, meeting, Held(item), act);
}
Event decide(const Programme& programme, const std::string& meeting, const ItemDecided& decision,
             const Act& act) {
    return record(programme, EventKind::item_decided, meeting, Held(decision), act);
}

}  // namespace probity
