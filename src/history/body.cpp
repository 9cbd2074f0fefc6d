#include "history/body.hpp"

#include <algorithm>
#include <ostream>

#include "date/instant.hpp"
#include "date/text.hpp"
#include "history/record_patch.hpp"
#include "records/check_fields.hpp"
#include "records/check_parts.hpp"
#include "records/walk.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace detail {
namespace {

std::size_t record_bytes(const std::monostate&) { return 0; }

template <class T>
std::size_t record_bytes(const Held<T>& held) {
    constexpr std::size_t counters = 2 * sizeof(void*);
    return counters + sizeof(T) + bytes_in(description_of<T>(), &*held);
}

std::size_t record_bytes(const Held<RecordPatch>& held) {
    constexpr std::size_t counters = 4 * sizeof(void*);
    return counters + sizeof(RecordPatch) + bytes_in(held->record(), held->values());
}

void check_body(const std::monostate&) {}

void check_body(const Held<RecordPatch>& held) { check_patch(*held, "/body"); }

template <class T>
void check_body(const Held<T>& held) {
    Index index{.with_references = false};
    check_fields(index, "/body", *held);
    if constexpr (std::same_as<T, EvidenceGiven> || std::same_as<T, Fulfilment>) {
        for (std::size_t i = 0; i < held->evidence.size(); ++i) {
            index.faults.attempt(
                [&] { check_evidence(held->evidence[i], "/body/evidence/" + std::to_string(i)); });
        }
    }
    index.faults.raise();
}

/// An id, or two with a slash between: a council and its meeting.
void check_subject(std::string_view subject) {
    const std::size_t slash = subject.find('/');
    check_id("/subject", subject.substr(0, slash));
    if (slash != std::string_view::npos) check_id("/subject", subject.substr(slash + 1));
}

}  // namespace

std::size_t bytes_of(const EventBody& body) {
    return std::visit([](const auto& held) { return record_bytes(held); }, body);
}

namespace {

/// Sets `body` to a copy of a record, if it is of this alternative's type.
template <class Alternative>
bool set_body(EventBody& body, const RecordDescription& record, const void* values) {
    if constexpr (requires(const Alternative& held) { held->record(); } ||
                  std::same_as<Alternative, Nothing>) {
        return false;
    } else {
        using Record = std::decay_t<decltype(*std::declval<const Alternative&>())>;
        if (&record != &description_of<Record>()) return false;
        body = Held<Record>(*static_cast<const Record*>(values));
        return true;
    }
}

template <class... Alternatives>
EventBody body_among(const RecordDescription& record, const void* values,
                     const std::variant<Alternatives...>* /*bodies*/) {
    EventBody body;
    static_cast<void>((set_body<Alternatives>(body, record, values) || ...));
    return body;
}

}  // namespace

EventBody body_of_record(const RecordDescription& record, const void* values) {
    return body_among(record, values, static_cast<const EventBody*>(nullptr));
}

void check_event(const Event& event) {
    if (event.actor.empty()) {
        refuse("/actor", sentence("event.no_actor"));
    }
    check_words("/actor", event.actor);
    if (!event.reason.empty()) check_words("/reason", event.reason);
    if (event.kind != EventKind::event_annulled) check_subject(event.subject);
    check_rules("/rules", event.rules);
    if (event.clock && (!event.recorded || *event.recorded <= *event.clock)) {
        refuse("/clock", sentence("event.clock", {{"clock", instant_text(*event.clock)}}));
    }
    if (event.kind == EventKind::event_annulled && event.corrects == 0) {
        refuse("/corrects", sentence("event.annuls_nothing"));
    }
    if (!has_body_of(event.kind, event.body)) {
        refuse("/body", sentence("event.body_of_another", {{"kind", to_string(event.kind)}}));
    }
    std::visit([](const auto& held) { check_body(held); }, event.body);
}

}  // namespace detail

std::string_view to_string(EventKind kind) noexcept {
    return detail::event_kinds[static_cast<std::size_t>(kind)].name;
}

EventKind parse_event_kind(std::string_view text) {
    std::string allowed;
    for (const detail::EventKindRow& row : detail::event_kinds) {
        if (row.name == text) return row.kind;
        allowed += (allowed.empty() ? "" : ", ") + std::string(row.name);
    }
    throw ProbityError(
        detail::sentence("event.kind", {{"text", detail::printable(text)}, {"known", allowed}}));
}

std::ostream& operator<<(std::ostream& out, const Event& event) {
    out << to_string(event.effective) << ' ' << to_string(event.kind) << ' ' << event.subject
        << " by " << detail::printed(event.actor);
    if (!event.reason.empty()) out << " (" << detail::printed(event.reason) << ')';
    return out;
}

}  // namespace probity
