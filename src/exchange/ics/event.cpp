#include "exchange/ics/event.hpp"

namespace probity::ics::detail {

int CalendarEvent::id_line() const noexcept {
    const Property* id = component->first("RECURRENCE-ID");
    return id != nullptr ? id->line : line();
}

Moment CalendarEvent::begin() const {
    return shown != nullptr && start.is_time() ? in_zone(start, shown) : start;
}

std::string CalendarEvent::text(std::string_view name) const {
    return unescaped(component->value(name));
}

void CalendarEvent::mend(std::string_view what, int at, Text reason) {
    notes.push_back(
        {.what = what, .line = at, .reason = std::move(reason), .component = component});
}

void CalendarEvent::lose(std::string_view what, int at, Text reason) {
    notes.push_back({.what = what,
                     .line = at,
                     .reason = std::move(reason),
                     .is_lost = true,
                     .component = component});
}

}  // namespace probity::ics::detail
