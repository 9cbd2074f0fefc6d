// When an event of a calendar file is: DTSTART and RECURRENCE-ID, and any date or time in its zone.
#include "exchange/ics/event_reader.hpp"
#include "exchange/ics/text.hpp"

namespace probity::ics::detail {

const Property* EventReader::read_start(CalendarEvent& event) const {
    const Component& component = *event.component;
    const Property* start = component.first("DTSTART");
    const Property* id = component.first("RECURRENCE-ID");
    if (start == nullptr && event.is_task()) start = component.first("DUE");
    if (start == nullptr && id != nullptr) {
        start = id;
        event.mend("no-dtstart", component.line, sentence("ics.no_start"));
    }
    if (start == nullptr) {
        if (event.is_task()) return nullptr;
        if (!event.is_cancelled) {
            throw Refused("no-dtstart", sentence("ics.no_start"), component.line);
        }
        event.mend("no-dtstart", component.line, sentence("ics.no_start"));
        return nullptr;
    }
    const std::optional<Moment> moment = single(event, *start);
    if (!moment.has_value()) {
        throw Refused("bad-date", sentence("ics.no_moment", {{"what", shown(*start)}}),
                      start->line);
    }
    event.start = *moment;
    if (moment->is_time()) {
        event.zone = zone_name(moment->zone, start);
        const ZonePointer shown = zones_.of_calendar(component.calendar());
        if (moment->zone == utc() && shown != nullptr) {
            event.shown = shown;
            event.zone = zone_name(shown);
        }
    }
    if (id != nullptr) read_recurrence_id(event, *id);
    return start;
}

void EventReader::read_recurrence_id(CalendarEvent& event, const Property& id) const {
    event.recurrence_id = single(event, id);
    if (event.recurrence_id.has_value() && event.recurrence_id->is_time()) {
        event.recurrence_id = aligned(event, *event.recurrence_id);
    }
    event.is_range = upper(id.parameter("RANGE")) == "THISANDFUTURE";
    if (!event.recurrence_id.has_value()) {
        event.is_astray = true;
        event.lose("bad-date", id.line, sentence("ics.no_moment", {{"what", shown(id)}}));
    } else if (id.has_parameter("RANGE") && !event.is_range) {
        event.mend("range", id.line,
                   sentence("ics.range_not_read", {{"value", head(id.parameter("RANGE"), 40)}}));
    }
}

std::optional<Moment> EventReader::single(CalendarEvent& event, const Property& found) const {
    const std::string_view text = stripped(found.value);
    if (text.size() != found.value.size()) {
        event.mend("bad-form", found.line, sentence("ics.stray_blanks", {{"name", found.name}}));
    }
    return moment(event, found, text);
}

std::optional<Moment> EventReader::moment(CalendarEvent& event, const Property& found,
                                          std::string_view text) const {
    const std::optional<Written> written = parse_moment(text);
    if (!written.has_value()) return std::nullopt;
    const std::string_view name = found.name;
    if (!written->is_form) {
        event.mend("bad-form", found.line, sentence("ics.no_form", {{"what", shown(name, text)}}));
    }
    const std::string kind = upper(found.parameter("VALUE"));
    if (!written->moment.is_time()) {
        if (kind != "DATE" && kind != "PERIOD") {
            event.mend("no-value-date", found.line,
                       sentence("ics.no_value_date", {{"name", name}}));
        }
        if (found.has_parameter("TZID")) {
            event.mend("zone-of-date", found.line, sentence("ics.zone_of_date", {{"name", name}}));
        }
        return written->moment;
    }
    if (kind != "DATE") return zoned(event, found, *written);
    event.mend("bad-form", found.line, sentence("ics.date_with_time", {{"name", name}}));
    if (!written->offset.has_value()) return Moment{.day = written->moment.day};
    return Moment{.day = aligned(event, zoned(event, found, *written)).day};
}

Moment EventReader::aligned(const CalendarEvent& event, const Moment& moment) const {
    const ZonePointer zone = zones_.of_whole_days(event.component->calendar());
    if (event.is_timed() || zone == nullptr || moment.zone == nullptr) return moment;
    const Moment there = in_zone(moment, zone);
    return there.time == midnight ? there : moment;
}

Moment EventReader::zoned(CalendarEvent& event, const Property& found,
                          const Written& written) const {
    const std::string_view name = found.parameter("TZID");
    Moment moment = written.moment;
    if (written.offset.has_value()) {
        if (!name.empty()) {
            event.mend("zone-of-utc", found.line,
                       sentence("ics.zone_of_utc", {{"name", found.name}}));
        }
        moment.zone = fixed_zone(*written.offset);
        return moment;
    }
    const Component& calendar = event.component->calendar();
    if (!name.empty()) {
        moment.zone = zones_.find(name, &calendar);
        if (moment.zone != nullptr) {
            if (zones_.is_guessed(name, calendar)) {
                event.mend("unknown-zone", found.line,
                           sentence("ics.zone_guessed", {{"zone", shortened(name)}}));
            }
            return moment;
        }
        event.mend("unknown-zone", found.line,
                   sentence("ics.zone_unknown_of_time", {{"zone", shortened(name)}}));
    }
    moment.zone = zones_.of_calendar(calendar);
    return moment;
}

}  // namespace probity::ics::detail
