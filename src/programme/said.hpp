// The words of an act that corrects an event, and those which it leaves as that event said them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "probity/history/history.hpp"
#include "probity/programme/command.hpp"

namespace probity::detail {

/// Whether a correction names a field.
[[nodiscard]] bool names_field(const Act& act, std::string_view field);
/// The same act with a field named that a call says under another name, or says always.
[[nodiscard]] Act naming(const Act& act, std::string field);

/// The body of the event that an act corrects, if it is of the kind and the act leaves a field as that
/// body says it; null otherwise. An act that names fields leaves those that it does not name; another
/// leaves a field that its call does not give.
template <class Body>
[[nodiscard]] const Body* left_as_said(const Programme& programme, const Act& act, EventKind kind,
                                       std::string_view field, bool is_given) {
    const History& history = programme.history();
    const auto number = static_cast<std::size_t>(act.corrects);
    const bool says = act.named ? names_field(act, field) : is_given;
    if (act.corrects < 1 || number > history.size() || says ||
        history.row(number - 1).kind != kind) {
        return nullptr;
    }
    const auto* body = std::get_if<Held<Body>>(&history.body(number - 1));
    return body == nullptr ? nullptr : &**body;
}

}  // namespace probity::detail
