// Events as JSON.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "exchange/chain.hpp"
#include "exchange/json/leaves.hpp"
#include "probity/history/history.hpp"

namespace probity::detail {

/// Writes the version of the rules, unless it is the usual one.
void write_rules(ordered_json& object, int rules, int usual = 1);
/// Reads the version of the rules; `usual` where the object names none.
[[nodiscard]] int read_rules(StrictObject& object, int usual = 1);

/// The JSON of an event, without a digest, as it is written today.
[[nodiscard]] std::string event_text(const Event& event, std::size_t number, int usual_rules);

/// The event of an object, with the digest that it carries. `number` is the one that it is to have,
/// and becomes the one that it says, which `any_number` lets be another. Throws DocumentError with
/// every fault of its fields.
[[nodiscard]] std::pair<Event, std::string> read_event(const json& value, const std::string& place,
                                                       std::size_t& number, int usual_rules,
                                                       bool any_number = false);

/// The body of an event of a kind, from the text of its object; empty text for a kind that says nothing more.
/// Throws DocumentError with every fault of its fields.
[[nodiscard]] EventBody read_body_text(std::string_view text, EventKind kind);

/// Throws DocumentError for an event that is none by itself, as History::append does.
void check_event_at(const Event& event, const std::string& place);

/// Adds an event that was read under a seal, which is checked; today it is written as `written`.
/// Throws DocumentError; or, if the reading judges lines, leaves out an event that does not follow on
/// the others and all after it.
void append_sealed(SealReading& reading, const Seal& seal, const std::string& written,
                   const Event& event, History& history);

}  // namespace probity::detail
