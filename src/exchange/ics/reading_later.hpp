// Of two versions of a change of an occurrence the later: a member of Reading that several of its
// sources need.
#pragma once

#include <utility>

#include "exchange/ics/reading.hpp"

namespace probity::ics::detail {

template <class Key, class Hash>
void Reading::take_later(Versions<Key, Hash>& versions, const Key& key, CalendarEvent& event) {
    CalendarEvent*& kept = versions[key];
    if (kept == nullptr) {
        kept = &event;
        return;
    }
    const bool is_later = event.version() >= kept->version();
    const CalendarEvent* lost = is_later ? std::exchange(kept, &event) : &event;
    refuse("later-version", *lost, sentence("ics.later_change"), lost->line());
}

}  // namespace probity::ics::detail
