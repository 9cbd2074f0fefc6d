// Compares an event with those that a colleague recorded between its making and its writing: whether
// they go together.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "probity/history/history.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// The events of a history after a number.
[[nodiscard]] std::vector<Event> events_after(const History& history, std::size_t number);

/// "event 12, 2026-03-02 task.started T-07 by kim".
[[nodiscard]] Text event_words(std::size_t number, const Event& event);

/// "meanwhile was recorded event 12, ...; event 13, ..." with the last three; empty if nothing was. The
/// first of the events has the number given.
[[nodiscard]] Text meanwhile_words(std::size_t number, const std::vector<Event>& events);

/// Throws JournalConflict, with both values, if one of our events gives a field of its body another
/// value than an event of the same kind and subject that was recorded meanwhile.
void check_no_conflict(const std::vector<Event>& ours, std::size_t number,
                       const std::vector<Event>& meanwhile);

}  // namespace probity::detail
