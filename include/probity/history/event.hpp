// An event: one thing that happened to a programme. Everything is an event, and nothing is ever
// overwritten: what was wrong is corrected by another event.
//
// An event has two dates. It is effective on a day, and it was recorded at an instant:
//
//     Event started{.effective = make_date(2026, 3, 2),
//                   .recorded = to_sys_days(make_date(2026, 3, 4)),
//                   .actor = "integrity-team",
//                   .kind = EventKind::task_started,
//                   .subject = "T-07"};
//
// so that a programme can be asked for as it was true on a day, and as it was known at an instant
// (Programme::as_of). An event that a library call made without saying when has no stamp yet: it is
// part of the current state and of no past knowledge, until save() writes it down.
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/error.hpp"
#include "probity/history/record_patch.hpp"
#include "probity/planning/activity.hpp"
#include "probity/planning/cadence.hpp"
#include "probity/planning/observance.hpp"
#include "probity/planning/quota.hpp"
#include "probity/planning/source.hpp"
#include "probity/records/assessment.hpp"
#include "probity/records/attendance.hpp"
#include "probity/records/band.hpp"
#include "probity/records/council.hpp"
#include "probity/records/declared_count.hpp"
#include "probity/records/duty.hpp"
#include "probity/records/official.hpp"
#include "probity/records/parts.hpp"
#include "probity/records/rules.hpp"
#include "probity/records/task.hpp"

namespace probity {

/// The kinds of event, in words "unit.added", "task.started" (to_string). Each has a row in
/// event_kinds.inc: its body, to what it applies, and what it needs.
enum class EventKind : std::uint8_t {
#define PROBITY_EVENT(kind, ...) kind,
#include "probity/history/event_kinds.inc"
};

// The bodies of events: all that an event says beyond its kind and subject. --------------------

/// A unit, with the band that it joins where the institution has bands.
struct UnitAdded {
    Unit unit = {};
    std::string band = {};
    friend bool operator==(const UnitAdded&, const UnitAdded&) = default;
};
/// The band to which a unit moves.
struct UnitMoved {
    std::string band = {};
    friend bool operator==(const UnitMoved&, const UnitMoved&) = default;
};
/// The unit that takes over what a closed one owned; empty if nothing was left to take over.
struct UnitClosed {
    std::string to = {};
    friend bool operator==(const UnitClosed&, const UnitClosed&) = default;
};
/// All bands, anew.
struct BandsParted {
    std::vector<Band> bands = {};
    friend bool operator==(const BandsParted&, const BandsParted&) = default;
};
/// The seat that leaves a council.
struct MemberLeft {
    std::string seat = {};
    friend bool operator==(const MemberLeft&, const MemberLeft&) = default;
};
/// The new date of a meeting, none if it is not set yet. It keeps its hours if none are given.
struct MeetingMoved {
    std::optional<Date> date = std::nullopt;
    std::optional<TimeOfDay> begins = std::nullopt;
    std::optional<TimeOfDay> ends = std::nullopt;
    friend bool operator==(const MeetingMoved&, const MeetingMoved&) = default;
};
/// How a meeting was held. Where its date is not known, the days between which it was may be.
struct MeetingHeld {
    std::optional<Date> date = std::nullopt;
    std::optional<Date> earliest = std::nullopt;
    std::optional<Date> before = std::nullopt;
    /// The ids of the Seats present; empty if they are not recorded.
    std::vector<std::string> present = {};
    friend bool operator==(const MeetingHeld&, const MeetingHeld&) = default;
};
/// Evidence handed in: the minutes of a meeting, the proof of a task.
struct EvidenceGiven {
    std::vector<Evidence> evidence = {};
    friend bool operator==(const EvidenceGiven&, const EvidenceGiven&) = default;
};
/// The outcome of an item, with the votes if they were counted.
struct ItemDecided {
    std::string item = {};
    ItemOutcome outcome = ItemOutcome::noted;
    std::optional<int> in_favour = std::nullopt;
    std::optional<int> against = std::nullopt;
    std::optional<int> abstained = std::nullopt;
    friend bool operator==(const ItemDecided&, const ItemDecided&) = default;
};
/// The task that takes another's place.
struct TaskSuperseded {
    std::string by = {};
    friend bool operator==(const TaskSuperseded&, const TaskSuperseded&) = default;
};
/// The unit that owns a task from now on, and its band if it has one.
struct TaskAssigned {
    std::string owner = {};
    std::string band = {};
    friend bool operator==(const TaskAssigned&, const TaskAssigned&) = default;
};
/// The day by which a task is to be done from now on; null if it has none.
struct TaskRescheduled {
    std::optional<Date> due = std::nullopt;
    friend bool operator==(const TaskRescheduled&, const TaskRescheduled&) = default;
};
struct TaskWeighted {
    int weight = 1;
    friend bool operator==(const TaskWeighted&, const TaskWeighted&) = default;
};
/// The tasks that have to be done before one, and the indicators that it serves, from now on.
struct TaskLinked {
    std::vector<std::string> depends_on = {};
    std::vector<std::string> indicators = {};
    friend bool operator==(const TaskLinked&, const TaskLinked&) = default;
};
/// The risk area for which a task is meant.
struct TaskDirected {
    std::string risk_area = {};
    friend bool operator==(const TaskDirected&, const TaskDirected&) = default;
};
/// The units that own a risk area from now on.
struct AreaAssigned {
    std::vector<std::string> owners = {};
    friend bool operator==(const AreaAssigned&, const AreaAssigned&) = default;
};

/// A record that never changes, held once however often it is copied; compared by its content.
template <class T>
class Held {
  public:
    Held(T value) : value_(std::make_shared<const T>(std::move(value))) {}

    const T& operator*() const noexcept { return *value_; }
    const T* operator->() const noexcept { return value_.get(); }

    friend bool operator==(const Held& a, const Held& b) {
        return a.value_ == b.value_ || *a.value_ == *b.value_;
    }

  private:
    std::shared_ptr<const T> value_;
};

/// The bodies that events can have, each held once: none, a record of records.inc, or another.
using EventBodies =
    std::variant<std::monostate,
#define PROBITY_RECORD(Record, kind) Held<Record>,
#include "probity/records/records.inc"
                 Held<UnitAdded>, Held<UnitMoved>, Held<UnitClosed>, Held<BandsParted>,
                 Held<Charter>, Held<CadenceVersion>, Held<Membership>, Held<MemberLeft>,
                 Held<MeetingMoved>, Held<MeetingHeld>, Held<EvidenceGiven>, Held<AgendaItem>,
                 Held<ItemDecided>, Held<TaskSuperseded>, Held<TaskAssigned>, Held<TaskRescheduled>,
                 Held<TaskWeighted>, Held<TaskLinked>, Held<TaskDirected>, Held<AreaAssigned>,
                 Held<RecordedOccurrence>, Held<RuleVersion>, Held<ActivityDate>,
                 Held<DeclaredCount>, Held<Attendance>, Held<Assessment>, Held<Banding>,
                 Held<Fulfilment>, Held<RecordPatch>>;

/// The body of an event; its kind decides which of these it is. Most steps say nothing more. Bodies are
/// copied and compared in one source file, as the code for so many types takes long to compile.
class EventBody : public EventBodies {
  public:
    using EventBodies::EventBodies;
    EventBody() noexcept;
    EventBody(const EventBody& other);
    EventBody(EventBody&& other) noexcept;
    EventBody& operator=(const EventBody& other);
    EventBody& operator=(EventBody&& other) noexcept;
    ~EventBody();

    friend bool operator==(const EventBody& a, const EventBody& b);
};

/// One thing that happened to a programme.
struct Event {
    /// The day from which it is true.
    Date effective{};
    /// When it was recorded, in UTC; none before it is, which save() does.
    std::optional<std::chrono::sys_seconds> recorded = std::nullopt;
    /// The time that the clock said when it was recorded, if it stood behind the last stamp.
    std::optional<std::chrono::sys_seconds> clock = std::nullopt;
    /// The post or account that recorded it.
    std::string actor = {};
    EventKind kind = EventKind::task_proposed;
    /// The id of what it happened to: "T-07", "integrity-council/2026-1" for a meeting.
    std::string subject = {};
    EventBody body = {};
    /// The reason, in the language of whoever recorded it; empty if none was given.
    std::string reason = {};
    /// The number of the event that it replaces; 0 if it replaces none.
    int corrects = 0;
    /// The version of the rules under which it was recorded, and is replayed.
    int rules = current_rules;

    friend bool operator==(const Event&, const Event&) = default;
};

/// A step that a state, or an unmet condition, does not allow.
class TransitionError : public ProbityError {
  public:
    TransitionError(Text message, std::string state, std::string wanted, std::string unmet)
        : ProbityError(std::move(message)),
          state_(std::move(state)),
          wanted_(std::move(wanted)),
          unmet_(std::move(unmet)) {}

    /// The state in which it is: "in_progress".
    [[nodiscard]] const std::string& state() const& noexcept { return state_; }
    [[nodiscard]] std::string state() && { return std::as_const(*this).state(); }
    /// The state that was wanted: "verified".
    [[nodiscard]] const std::string& wanted() const& noexcept { return wanted_; }
    [[nodiscard]] std::string wanted() && { return std::as_const(*this).wanted(); }
    /// The condition that is not met: "evidence is handed in".
    [[nodiscard]] const std::string& unmet() const& noexcept { return unmet_; }
    [[nodiscard]] std::string unmet() && { return std::as_const(*this).unmet(); }

  private:
    std::string state_;
    std::string wanted_;
    std::string unmet_;
};

/// "task.started".
[[nodiscard]] std::string_view to_string(EventKind kind) noexcept;
/// Reads what to_string writes. Throws ProbityError on anything else.
[[nodiscard]] EventKind parse_event_kind(std::string_view text);

/// One line: "2026-03-02 task.started T-07 by integrity-team".
std::ostream& operator<<(std::ostream& out, const Event& event);

static_assert(std::regular<Event>);

}  // namespace probity
