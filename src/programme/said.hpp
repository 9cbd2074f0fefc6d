// What an act says that corrects an event, and what it leaves as that event said it.
#pragma once

#include <string>
#include <string_view>

#include "probity/history/history.hpp"
#include "probity/programme/command.hpp"

namespace probity::detail {

/// Whether a correction names a field.
[[nodiscard]] bool names_field(const Act& act, std::string_view field);
/// The same act with a field named that a call says under another name, or says always.
[[nodiscard]] Act naming(const Act& act, std::string field);

/// The body of the event that an act corrects, if it is of the kind and a field is not named, which
/// then stays as that body says it; null otherwise.
template <class Body>
[[nodiscard]] const Body* left_as_said(const Programme& programme, const Act& act, EventKind kind,
                                       std::string_view field) {
    const History& history = programme.history();
    const auto number = static_cast<std::size_t>(act.corrects);
    if (act.corrects < 1 || number > history.size() || history.row(number - 1).kind != kind ||
        !act.named || names_field(act, field)) {
        return nullptr;
    }
    const auto* body = std::get_if<Held<Body>>(&history.body(number - 1));
    return body == nullptr ? nullptr : &**body;
}

}  // namespace probity::detail
