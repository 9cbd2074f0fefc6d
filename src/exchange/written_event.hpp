// Events read from lines that stand as they would be written today: nearly all of a record.
//
//     read_written_event(event_text(event, 12, 2), 12, 2) == event;
//     read_written_event(R"({"number": 12, ...)", 12, 2);             // null: it has a blank
//
// Such a line is read without making JSON of it: each member has to stand in its place and form, so
// that the event would be written as that line, and is what read_event gives. That reads all other lines,
// and refuses those that are wrong.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "probity/history/event.hpp"

namespace probity::detail {

/// The event of a number whose line, without its digest, is `line`; null if event_text would not write
/// that line, or if it is not one of those that are read quickly.
[[nodiscard]] std::optional<Event> read_written_event(std::string_view line, std::size_t number,
                                                      int usual_rules);

}  // namespace probity::detail
