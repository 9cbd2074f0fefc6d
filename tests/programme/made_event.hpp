// The body of the event that a verb made, and acts that correct an event.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tests/history/office.hpp"

namespace probity {

/// The body of an event, which is of the type.
template <class Body>
const Body& body_as(const Event& event) {
    return *std::get<Held<Body>>(event.body);
}

inline bool says_no_more(const Event& event) {
    return std::holds_alternative<std::monostate>(event.body);
}

/// An act that corrects the last event. Without names its call says what differs from a fresh record.
inline Act correcting(const Programme& programme, Act act) {
    act.corrects = static_cast<int>(programme.history().size());
    return act;
}
inline Act correcting(const Programme& programme, Act act, std::vector<std::string> named) {
    act.named = std::move(named);
    return correcting(programme, std::move(act));
}

}  // namespace probity
