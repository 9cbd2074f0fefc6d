// Which events add, change and end the records of a kind.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "probity/history/event.hpp"
#include "records/description.hpp"

namespace probity::detail {

struct RecordVerbs {
    /// As methods name it: "area" of change_area.
    std::string name;
    const RecordDescription& record;
    /// None if events of other sorts do it.
    std::optional<EventKind> added;
    EventKind changed;
    std::optional<EventKind> ended;
};

/// The verbs of all kinds of records that an event changes, from the rows of event_kinds.inc.
[[nodiscard]] std::span<const RecordVerbs> record_verbs();

}  // namespace probity::detail
