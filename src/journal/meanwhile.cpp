#include "journal/meanwhile.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "date/text.hpp"
#include "exchange/json/event.hpp"
#include "probity/journal/journal_error.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// The body of an event, as its line has it; null if it says nothing more.
nlohmann::json body_of(const Event& event) {
    const auto line = nlohmann::json::parse(event_text(event, 1, event.rules));
    const auto body = line.find("body");
    return body == line.end() ? nlohmann::json() : *body;
}

/// The first field that two bodies give different values; empty if there is none.
std::string differing_field(const nlohmann::json& ours, const nlohmann::json& theirs) {
    if (!ours.is_object() || !theirs.is_object()) return {};
    for (const auto& [key, value] : ours.items()) {
        const auto other = theirs.find(key);
        if (other != theirs.end() && *other != value) return key;
    }
    return {};
}

}  // namespace

std::vector<Event> events_after(const History& history, std::size_t number) {
    std::vector<Event> events;
    for (std::size_t i = number; i < history.size(); ++i) events.push_back(history[i]);
    return events;
}

Text event_words(std::size_t number, const Event& event) {
    return sentence(event.reason.empty() ? "journal.event" : "journal.event_because",
                    {{"number", number},
                     {"on", to_string(event.effective)},
                     {"kind", name_in_refusals("event_kind", to_string(event.kind))},
                     {"subject", event.subject},
                     {"by", printed(event.actor)},
                     {"reason", printed(event.reason)}});
}

Text meanwhile_words(std::size_t number, const std::vector<Event>& events) {
    // The last are the likeliest to be in the way.
    constexpr std::size_t most_named = 3;
    if (events.empty()) return {};
    const std::size_t unnamed = events.size() - std::min(events.size(), most_named);
    Text named;
    for (std::size_t i = unnamed; i < events.size(); ++i) {
        const Text event = event_words(number + i, events[i]);
        named = i == unnamed ? event
                             : sentence("journal.events", {{"events", named}, {"event", event}});
    }
    return sentence(unnamed > 0 ? "journal.meanwhile_more" : "journal.meanwhile",
                    {{"events", named}, {"number", unnamed}});
}

void check_no_conflict(const std::vector<Event>& ours, std::size_t number,
                       const std::vector<Event>& meanwhile) {
    for (const Event& event : ours) {
        for (std::size_t i = 0; i < meanwhile.size(); ++i) {
            const Event& other = meanwhile[i];
            if (other.kind != event.kind || other.subject != event.subject) continue;
            const nlohmann::json said = body_of(event);
            const nlohmann::json theirs = body_of(other);
            const std::string field = differing_field(said, theirs);
            if (field.empty()) continue;
            throw JournalConflict(
                sentence("journal.conflict", {{"subject", printable(event.subject)},
                                              {"field", field},
                                              {"said", said.at(field).dump()},
                                              {"theirs", theirs.at(field).dump()},
                                              {"event", event_words(number + i, other)}}),
                meanwhile);
        }
    }
}

}  // namespace probity::detail
