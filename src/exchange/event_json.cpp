#include "exchange/event_json.hpp"

#include <utility>

#include "date/instant.hpp"
#include "exchange/archive.hpp"
#include "exchange/json_text.hpp"
#include "exchange/patch_json.hpp"
#include "history/body.hpp"
#include "records/check_fields.hpp"

namespace probity::detail {
namespace {

ordered_json body_json(const std::monostate&) { return nullptr; }

template <class T>
ordered_json body_json(const Held<T>& held) {
    return object_of(*held);
}

ordered_json body_json(const Held<RecordPatch>& held) { return patch_json(*held); }

ordered_json event_json(const Event& event, std::size_t number, int usual_rules) {
    ordered_json out;
    out["number"] = number;
    out["effective"] = to_string(event.effective);
    if (event.recorded) out["recorded"] = instant_text(*event.recorded);
    if (event.clock) out["clock"] = instant_text(*event.clock);
    out["actor"] = event.actor;
    out["kind"] = to_string(event.kind);
    if (!event.subject.empty()) out["subject"] = event.subject;
    const ordered_json body =
        std::visit([](const auto& held) { return body_json(held); }, event.body);
    if (!body.is_null()) out["body"] = body;
    if (!event.reason.empty()) out["reason"] = event.reason;
    if (event.corrects != 0) out["corrects"] = event.corrects;
    write_rules(out, event.rules, usual_rules);
    return out;
}

EventBody read_body(StrictObject& object, EventKind kind) {
    if (may_say_nothing(kind) && object.find("body") == nullptr) return std::monostate();
    return with_body_of(kind, [&]<class T>() -> EventBody {
        if constexpr (std::same_as<T, Nothing>) {
            return Nothing();
        } else if constexpr (std::same_as<T, RecordPatch>) {
            return Held(
                read_patch(object.require("body"), object.at("body"), *record_changed_by(kind)));
        } else {
            T body{};
            read_object(object.require("body"), object.at("body"), body);
            return Held<T>(std::move(body));
        }
    });
}

std::string required_words(StrictObject& object, const char* key) {
    return read_string(object.require(key), object.at(key));
}

std::string optional_words(StrictObject& object, const char* key) {
    const json* found = object.find(key);
    return found == nullptr ? std::string() : read_string(*found, object.at(key));
}

EventKind read_kind(StrictObject& object) {
    const std::string kind = required_words(object, "kind");
    try {
        return parse_event_kind(kind);
    } catch (const DocumentError&) {
        throw;
    } catch (const ProbityError& error) {
        refuse(object.at("kind"), error.what());
    }
}

}  // namespace

std::pair<Event, std::string> read_event(const json& value, const std::string& place,
                                         std::size_t& number, int usual_rules, bool any_number) {
    StrictObject object(value, place);
    DocumentFaults faults;
    faults.attempt([&] {
        const int found = read_integer(object.require("number"), object.at("number"), 1, INT32_MAX);
        const std::size_t wanted = std::exchange(number, static_cast<std::size_t>(found));
        if (number != wanted && !any_number) {
            refuse(object.at("number"),
                   std::to_string(found) + " is not the number of this event, " +
                       std::to_string(wanted) +
                       "; events are numbered from 1 in their order, so that one was put in, taken "
                       "out or moved");
        }
    });
    Event event;
    std::string digest;
    faults.attempt(
        [&] { read_value(object.require("effective"), object.at("effective"), event.effective); });
    faults.attempt([&] {
        const json* recorded = object.find("recorded");
        if (recorded == nullptr) return;
        read_value(*recorded, object.at("recorded"), event.recorded.emplace());
    });
    faults.attempt([&] {
        const json* clock = object.find("clock");
        if (clock == nullptr) return;
        read_value(*clock, object.at("clock"), event.clock.emplace());
    });
    faults.attempt([&] { event.actor = required_words(object, "actor"); });
    const bool known = faults.attempt([&] { event.kind = read_kind(object); });
    faults.attempt([&] { event.subject = optional_words(object, "subject"); });
    if (known) {
        faults.attempt([&] { event.body = read_body(object, event.kind); });
    } else {
        static_cast<void>(object.find("body"));  // of an unknown kind it says nothing
    }
    faults.attempt([&] { event.reason = optional_words(object, "reason"); });
    faults.attempt([&] {
        const json* corrects = object.find("corrects");
        if (corrects == nullptr) return;
        event.corrects = read_integer(*corrects, object.at("corrects"), 1, INT32_MAX);
    });
    faults.attempt([&] { event.rules = read_rules(object, usual_rules); });
    faults.attempt([&] { digest = required_words(object, "digest"); });
    faults.attempt([&] { object.finish(); });
    faults.raise();
    return {std::move(event), std::move(digest)};
}

EventBody read_body_text(std::string_view text, EventKind kind) {
    json event = json::object();
    if (!text.empty()) event["body"] = parse_json(text);
    StrictObject object(event, "");
    EventBody body = read_body(object, kind);
    object.finish();
    return body;
}

void check_event_at(const Event& event, const std::string& place) {
    try {
        check_event(event);
    } catch (const DocumentError& error) {
        // The sentence of a fault begins with its place, which so far is the one in the event.
        DocumentFaults faults;
        for (const DocumentFault& fault : error.faults()) {
            faults.add(DocumentError(place + fault.message, place + fault.place));
        }
        faults.raise();
    }
}

void write_rules(ordered_json& object, int rules, int usual) {
    if (rules != usual) object["rules"] = rules;
}

int read_rules(StrictObject& object, int usual) {
    const json* found = object.find("rules");
    if (found == nullptr) return usual;
    const int rules = read_integer(*found, object.at("rules"), 1, INT32_MAX);
    check_rules(object.at("rules"), rules);
    return rules;
}

std::string event_text(const Event& event, std::size_t number, int usual_rules) {
    return event_json(event, number, usual_rules).dump();
}

void append_sealed(SealReading& reading, const Seal& seal, const std::string& written,
                   const Event& event, History& history) {
    std::string kept = check_seal(reading, seal, written);
    reading.in_order = reading.in_order && seal.event == history.size() + 1;
    if (!reading.in_order) return;
    try {
        history.append(event);
    } catch (const ProbityError& error) {
        if (reading.unfit) {
            reading.in_order = false;
            reading.unfit(seal, error.what());
            return;
        }
        const auto* document = dynamic_cast<const DocumentError*>(&error);
        refuse(seal.place + (document == nullptr ? "" : document->place()), error.what());
    }
    if (!kept.empty()) history.keep_line(history.size(), std::move(kept));
}

}  // namespace probity::detail
