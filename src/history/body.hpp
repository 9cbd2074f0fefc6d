// The row of each kind of event, and the type of its body.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "probity/history/event.hpp"
#include "records/description.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

// The descriptions of bodies that are no records (records/description.hpp).
template <>
const RecordDescription& description_of<UnitAdded>();
template <>
const RecordDescription& description_of<UnitMoved>();
template <>
const RecordDescription& description_of<UnitClosed>();
template <>
const RecordDescription& description_of<BandsParted>();
template <>
const RecordDescription& description_of<MemberLeft>();
template <>
const RecordDescription& description_of<MeetingMoved>();
template <>
const RecordDescription& description_of<MeetingHeld>();
template <>
const RecordDescription& description_of<EvidenceGiven>();
template <>
const RecordDescription& description_of<ItemDecided>();
template <>
const RecordDescription& description_of<TaskSuperseded>();
template <>
const RecordDescription& description_of<TaskAssigned>();
template <>
const RecordDescription& description_of<TaskRescheduled>();
template <>
const RecordDescription& description_of<TaskWeighted>();
template <>
const RecordDescription& description_of<TaskLinked>();
template <>
const RecordDescription& description_of<TaskDirected>();
template <>
const RecordDescription& description_of<AreaAssigned>();

/// The body of an event that says no more than its kind.
using Nothing = std::monostate;
/// A body that may be left out: a unit that owns nothing is closed without a word more.
template <class T>
struct OrNothing {};

/// New values of some fields of a record.
template <class Record>
struct Patch {};

/// The type of a body, whether it may be left out, and of which record it says fields.
template <class T>
struct BodyOf {
    using type = T;
    static constexpr bool may_be_left_out = false;
    static const RecordDescription* patched() { return nullptr; }
};
template <class T>
struct BodyOf<OrNothing<T>> : BodyOf<T> {
    static constexpr bool may_be_left_out = true;
};
template <class Record>
struct BodyOf<Patch<Record>> : BodyOf<RecordPatch> {
    static const RecordDescription* patched() { return &description_of<Record>(); }
};

/// A row of event_kinds.inc in words.
struct EventKindRow {
    EventKind kind;
    /// "task.started".
    std::string_view name;
    /// "TaskAssigned", "Nothing".
    std::string_view body;
    bool may_say_nothing;
    /// To what it applies: "task".
    std::string_view subject;
    /// The condition that it needs, in words; empty if it needs no more than a sound body.
    std::string_view guards;
};

/// All kinds, in their order.
inline constexpr auto event_kinds = std::to_array<EventKindRow>({
#define PROBITY_EVENT(kind, name, body, subject, handler, guards) \
    {EventKind::kind, name, #body, BodyOf<body>::may_be_left_out, #subject, guards},
#include "probity/history/event_kinds.inc"
});

/// Calls work.template operator()<Body>() with the type of a kind's body, or Nothing.
template <class Work>
decltype(auto) with_body_of(EventKind kind, Work&& work) {
    switch (kind) {
#define PROBITY_EVENT(kind, name, body, ...) \
    case EventKind::kind:                    \
        return work.template operator()<BodyOf<body>::type>();
#include "probity/history/event_kinds.inc"
    }
    throw ProbityError(sentence("event.kind_number", {{"number", static_cast<int>(kind)}}));
}

/// The record of which a kind says new values; null if it says none.
[[nodiscard]] inline const RecordDescription* record_changed_by(EventKind kind) {
    switch (kind) {
#define PROBITY_EVENT(kind, name, body, ...) \
    case EventKind::kind:                    \
        return BodyOf<body>::patched();
#include "probity/history/event_kinds.inc"
    }
    return nullptr;
}

/// Whether a kind may go without its body.
[[nodiscard]] constexpr bool may_say_nothing(EventKind kind) noexcept {
    return event_kinds[static_cast<std::size_t>(kind)].may_say_nothing;
}

/// Whether a body is of the type that a kind asks for.
[[nodiscard]] inline bool has_body_of(EventKind kind, const EventBody& body) {
    if (may_say_nothing(kind) && std::holds_alternative<Nothing>(body)) return true;
    return with_body_of(kind, [&]<class T>() {
        if constexpr (std::is_same_v<T, Nothing>) {
            return std::holds_alternative<Nothing>(body);
        } else if constexpr (std::is_same_v<T, RecordPatch>) {
            const auto* patch = std::get_if<Held<RecordPatch>>(&body);
            return patch != nullptr && &(*patch)->record() == record_changed_by(kind);
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

/// A copy of a record as the body that says it. The variant has such a body.
[[nodiscard]] EventBody body_of_record(const RecordDescription& record, const void* values);

/// Throws ProbityError for an event that is none by itself, whatever the programme.
void check_event(const Event& event);

/// The memory that a body takes beside the variant.
[[nodiscard]] std::size_t bytes_of(const EventBody& body);

}  // namespace probity::detail
