#include "history/body.hpp"

#include <algorithm>
#include <ostream>

#include "date/text.hpp"
#include "history/onlooker.hpp"
#include "records/check_fields.hpp"
#include "records/check_parts.hpp"

namespace probity {
namespace detail {
namespace {

std::size_t text_bytes(const std::string& text) {
    constexpr std::size_t in_place = 15;
    return text.capacity() > in_place ? text.capacity() + 1 : 0;
}

/// Counts what the texts and lists of a record take beside the record itself.
class ByteCounter : public Onlooker<ByteCounter> {
  public:
    std::size_t total = 0;

    void id(const char*, const std::string& value) { total += text_bytes(value); }
    void source_id(const char*, const std::string& value) { total += text_bytes(value); }
    void source(const char*, const std::string& value) { total += text_bytes(value); }
    void word(const char*, const std::string& value) { total += text_bytes(value); }
    void words(const char*, const std::string& value) { total += text_bytes(value); }
    void reference(const char*, const std::string& value, Target) { total += text_bytes(value); }
    void references(const char*, const std::vector<std::string>& values, Target) {
        total += values.capacity() * sizeof(std::string);
        for (const std::string& value : values) total += text_bytes(value);
    }
    void text(const char*, const Text& value) {
        total += text_bytes(value.korean) + text_bytes(value.english);
    }
    void optional_text(const char* key, const Text& value) { text(key, value); }
    template <class Element>
    void list(const char* key, const std::vector<Element>& elements) {
        total += elements.capacity() * sizeof(Element);
        Onlooker::list(key, elements);
    }
};

std::size_t record_bytes(const std::monostate&) { return 0; }

template <class T>
std::size_t record_bytes(const Held<T>& held) {
    constexpr std::size_t counters = 2 * sizeof(void*);
    ByteCounter counter;
    fields(counter, *held);
    return counters + sizeof(T) + counter.total;
}

void check_body(const std::monostate&) {}

template <class T>
void check_body(const Held<T>& held) {
    Index index;
    FieldChecker checker(index, "/body");
    fields(checker, *held);
    if constexpr (std::same_as<T, EvidenceGiven>) {
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

void check_event(const Event& event) {
    if (event.actor.empty()) {
        refuse("/actor", "nobody is named; an event says who recorded it, by post or account");
    }
    check_words("/actor", event.actor);
    if (!event.reason.empty()) check_words("/reason", event.reason);
    if (event.kind != EventKind::event_annulled) check_subject(event.subject);
    check_rules("/rules", event.rules);
    if (event.kind == EventKind::event_annulled && event.corrects == 0) {
        refuse("/corrects", "event.annulled names no event; it says which one never happened");
    }
    if (!has_body_of(event.kind, event.body)) {
        refuse("/body", "it is not the body of an event " + std::string(to_string(event.kind)));
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
    throw ProbityError("'" + detail::printable(text) + "' is no kind of event; there are " +
                       allowed);
}

std::ostream& operator<<(std::ostream& out, const Event& event) {
    out << to_string(event.effective) << ' ' << to_string(event.kind) << ' ' << event.subject
        << " by " << detail::printed(event.actor);
    if (!event.reason.empty()) out << " (" << detail::printed(event.reason) << ')';
    return out;
}

}  // namespace probity
