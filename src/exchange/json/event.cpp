#include "exchange/json/event.hpp"

#include <utility>

#include "exchange/json/archive.hpp"
#include "exchange/json/patch.hpp"
#include "exchange/json/text.hpp"
#include "exchange/json_append.hpp"
#include "exchange/repeated.hpp"
#include "history/body.hpp"
#include "records/check_fields.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

void append_member(std::string& out, std::string_view key, std::string_view text) {
    out += key;
    append_string(out, text);
}

void append_body(std::string&, const std::monostate&) {}

template <class T>
void append_body(std::string& out, const Held<T>& held) {
    out += R"(,"body":)";
    append_object(out, description_of<T>(), &*held);
}

void append_body(std::string& out, const Held<RecordPatch>& held) {
    out += R"(,"body":)";
    out += patch_json(*held).dump();
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
        refuse(object.at("kind"), error.text());
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
                   sentence("json.event_number", {{"number", found}, {"wanted", wanted}}));
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
        const std::vector<Text> texts = fault_texts(error);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            faults.add(DocumentError(Text::in_any_language(place) + texts[i],
                                     place + error.faults()[i].place));
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
    std::string out;
    constexpr std::size_t most_lines = 320;
    out.reserve(most_lines);
    out += R"({"number":)";
    append_integer(out, static_cast<std::int64_t>(number));
    append_member(out, R"(,"effective":)", date_words(event.effective));
    if (event.recorded) append_member(out, R"(,"recorded":)", instant_words(*event.recorded));
    if (event.clock) append_member(out, R"(,"clock":)", instant_words(*event.clock));
    append_member(out, R"(,"actor":)", event.actor);
    append_member(out, R"(,"kind":)", to_string(event.kind));
    if (!event.subject.empty()) append_member(out, R"(,"subject":)", event.subject);
    std::visit([&](const auto& held) { append_body(out, held); }, event.body);
    if (!event.reason.empty()) append_member(out, R"(,"reason":)", event.reason);
    if (event.corrects != 0) {
        out += R"(,"corrects":)";
        append_integer(out, event.corrects);
    }
    if (event.rules != usual_rules) {
        out += R"(,"rules":)";
        append_integer(out, event.rules);
    }
    out += '}';
    return out;
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
            reading.unfit(seal, error.text());
            return;
        }
        const auto* document = dynamic_cast<const DocumentError*>(&error);
        refuse(seal.place + (document == nullptr ? "" : document->place()), error.text());
    }
    if (!kept.empty()) history.keep_line(history.size(), std::move(kept));
}

}  // namespace probity::detail
