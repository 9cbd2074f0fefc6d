// What belongs to each kind of event: its name, and the type of its body.
#pragma once

#include <array>
#include <string_view>
#include <type_traits>
#include <utility>

#include "probity/history/event.hpp"

namespace probity::detail {

/// The names of all kinds, in their order.
inline constexpr auto event_kind_names = std::to_array<std::string_view>({
    "unit.added",
    "unit.moved",
    "unit.closed",
    "seat.added",
    "seat.closed",
    "bands.parted",
    "council.established",
    "council.charter_adopted",
    "council.cadence_changed",
    "council.member_joined",
    "council.member_left",
    "meeting.planned",
    "meeting.noticed",
    "meeting.postponed",
    "meeting.cancelled",
    "meeting.held",
    "meeting.minuted",
    "meeting.approved",
    "item.added",
    "item.decided",
    "task.proposed",
    "task.adopted",
    "task.rejected",
    "task.started",
    "task.put_on_hold",
    "task.resumed",
    "task.submitted",
    "task.verified",
    "task.sent_back",
    "task.closed",
    "task.reopened",
    "task.withdrawn",
    "task.superseded",
    "task.assigned",
    "task.rescheduled",
    "task.weighted",
    "task.linked",
    "task.directed",
    "area.named",
    "area.assigned",
    "occurrence.recorded",
    "rule.changed",
    "activity.added",
    "activity.dated",
    "count.declared",
    "quota.set",
    "official.listed",
    "official.appointed",
    "official.left",
    "education.attended",
    "indicator.added",
    "assessment.entered",
    "goal.set",
    "event.annulled",
});
static_assert(event_kind_names.size() == event_kinds);

/// Calls work.template operator()<Body>() with the type of a kind's body, or std::monostate.
template <class Work>
decltype(auto) with_body_of(EventKind kind, Work&& work) {
    using enum EventKind;
    switch (kind) {
        case unit_added:
            return work.template operator()<UnitAdded>();
        case unit_moved:
            return work.template operator()<UnitMoved>();
        case unit_closed:
            return work.template operator()<UnitClosed>();
        case seat_added:
            return work.template operator()<Seat>();
        case bands_parted:
            return work.template operator()<BandsParted>();
        case council_established:
            return work.template operator()<Council>();
        case charter_adopted:
            return work.template operator()<Charter>();
        case cadence_changed:
            return work.template operator()<CadenceVersion>();
        case quota_set:
            return work.template operator()<Quota>();
        case member_joined:
            return work.template operator()<Membership>();
        case member_left:
            return work.template operator()<MemberLeft>();
        case meeting_planned:
            return work.template operator()<Meeting>();
        case meeting_postponed:
            return work.template operator()<MeetingMoved>();
        case meeting_held:
            return work.template operator()<MeetingHeld>();
        case meeting_minuted:
        case task_submitted:
            return work.template operator()<EvidenceGiven>();
        case item_added:
            return work.template operator()<AgendaItem>();
        case item_decided:
            return work.template operator()<ItemDecided>();
        case task_proposed:
            return work.template operator()<Task>();
        case task_superseded:
            return work.template operator()<TaskSuperseded>();
        case task_assigned:
            return work.template operator()<TaskAssigned>();
        case task_rescheduled:
            return work.template operator()<TaskRescheduled>();
        case task_weighted:
            return work.template operator()<TaskWeighted>();
        case task_linked:
            return work.template operator()<TaskLinked>();
        case task_directed:
            return work.template operator()<TaskDirected>();
        case area_named:
            return work.template operator()<RiskArea>();
        case area_assigned:
            return work.template operator()<AreaAssigned>();
        case occurrence_recorded:
            return work.template operator()<RecordedOccurrence>();
        case rule_changed:
            return work.template operator()<RuleVersion>();
        case activity_added:
            return work.template operator()<Activity>();
        case activity_dated:
            return work.template operator()<ActivityDate>();
        case count_declared:
            return work.template operator()<DeclaredCount>();
        case official_listed:
            return work.template operator()<Official>();
        case education_attended:
            return work.template operator()<Attendance>();
        case indicator_added:
            return work.template operator()<Indicator>();
        case assessment_entered:
            return work.template operator()<Assessment>();
        case goal_set:
            return work.template operator()<YearGoal>();
        default:
            return work.template operator()<std::monostate>();
    }
}

/// Whether a kind may go without its body: a unit that owns nothing is closed without a word more.
[[nodiscard]] constexpr bool may_say_nothing(EventKind kind) noexcept {
    return kind == EventKind::unit_closed;
}

/// Whether a body is of the type that a kind asks for.
[[nodiscard]] inline bool has_body_of(EventKind kind, const EventBody& body) {
    if (may_say_nothing(kind) && std::holds_alternative<std::monostate>(body)) return true;
    return with_body_of(kind, [&]<class T>() {
        if constexpr (std::is_same_v<T, std::monostate>) {
            return std::holds_alternative<std::monostate>(body);
        } else {
            return std::holds_alternative<Held<T>>(body);
        }
    });
}

/// The body of an event whose kind is known.
template <class T>
[[nodiscard]] const T& body_as(const EventBody& body) {
    return *std::get<Held<T>>(body);
}

/// Throws ProbityError for an event that is none by itself, whatever the programme.
void check_event(const Event& event);

/// What a body takes in memory beside the variant.
[[nodiscard]] std::size_t bytes_of(const EventBody& body);

}  // namespace probity::detail
