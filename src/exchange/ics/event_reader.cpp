#include "exchange/ics/event_reader.hpp"

#include <algorithm>
#include <array>

#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

/// An event has one of each at most.
constexpr auto once_names = std::to_array<std::string_view>({
    "DTSTART",
    "DTEND",
    "DUE",
    "DURATION",
    "RECURRENCE-ID",
    "UID",
    "SEQUENCE",
    "STATUS",
    "DTSTAMP",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
});
/// Without a value these say nothing, and a client may stumble over them.
constexpr auto speaking_names = std::to_array<std::string_view>({
    "DTSTART",
    "DTEND",
    "DUE",
    "DURATION",
    "RECURRENCE-ID",
    "UID",
    "SEQUENCE",
    "STATUS",
    "DTSTAMP",
    "RRULE",
    "EXRULE",
    "RDATE",
    "EXDATE",
});

/// A name of a table that a component has more than once, or not.
struct Count {
    std::size_t properties = 0;
    std::size_t place = 0;
};

std::string address(std::string_view value) {
    std::string text = lower(stripped(value));
    return text.starts_with("mailto:") ? text.substr(7) : text;
}

/// Whether people are asked to come: rooms are places, and the organizer is at home.
bool has_guests(const Component& component) {
    const std::vector<const Property*> attendees = component.all("ATTENDEE");
    if (attendees.empty()) return false;
    const std::string organizer = address(component.value("ORGANIZER"));
    return std::ranges::any_of(attendees, [&](const Property* each) {
        const std::string type = upper(each->parameter("CUTYPE"));
        return type != "ROOM" && type != "RESOURCE" && address(each->value) != organizer;
    });
}

/// The names that more than one property has, of those that one may have, in their order.
std::vector<std::string_view> repeated(const Component& component) {
    std::array<Count, once_names.size()> counts{};
    std::vector<std::size_t> order;
    for (const Property& found : component.properties) {
        const auto at = std::ranges::find(once_names, found.name);
        if (at == once_names.end()) continue;
        const auto index = static_cast<std::size_t>(at - once_names.begin());
        if (counts[index].properties++ == 0) order.push_back(index);
    }
    std::vector<std::string_view> names;
    for (const std::size_t index : order) {
        if (counts[index].properties > 1) names.push_back(once_names[index]);
    }
    return names;
}

}  // namespace

CalendarEvent EventReader::read(const Component& component) const {
    CalendarEvent event;
    event.component = &component;
    event.uid = stripped(component.value("UID"));
    event.title = unescaped(component.value("SUMMARY"));
    read_state(event);
    const Property* start = read_start(event);
    if (start == nullptr) {
        event.is_dateless = true;
        return event;
    }
    const bool is_version_1 = stripped(component.calendar().value("VERSION")) == "1.0";
    const Property* end = component.first("DTEND");
    if (end == nullptr && event.is_task() && start->name != "DUE") end = component.first("DUE");
    read_length(event, *start, end);
    for (const Property* found : component.all("RRULE")) {
        read_rule(event, *found, event.rules, is_version_1);
    }
    // EXRULE is of RFC 2445, XRULE of vCalendar 1.0.
    for (const std::string_view name : {"EXRULE", "XRULE"}) {
        for (const Property* found : component.all(name)) {
            read_rule(event, *found, event.exrules, is_version_1);
        }
    }
    event.rdates = listed(event, "RDATE", is_version_1);
    event.exdates = listed(event, "EXDATE", is_version_1);
    return event;
}

void EventReader::read_state(CalendarEvent& event) const {
    const Component& component = *event.component;
    for (const Property& found : component.properties) {
        const bool speaks = std::ranges::find(speaking_names, found.name) != speaking_names.end();
        if (!speaks || found.has_value()) continue;
        event.mend("empty-property", found.line, sentence("ics.no_value", {{"name", found.name}}));
    }
    for (const std::string_view name : repeated(component)) {
        const std::vector<const Property*> found = component.all(name);
        for (std::size_t i = 1; i < found.size(); ++i) {
            event.lose("repeated-property", found[i]->line,
                       sentence("ics.more_than_one", {{"name", name}}));
        }
    }
    const std::string state = upper(stripped(component.value("STATUS")));
    const std::string method = upper(stripped(component.calendar().value("METHOD")));
    // The second is a usual misspelling.
    event.is_cancelled = state == "CANCELLED" || state == "CANCELED" || method == "CANCEL";
    event.has_guests = has_guests(component);
    read_sequence(event);
    event.stamp = stamp(event);
}

void EventReader::read_sequence(CalendarEvent& event) const {
    const Property* found = event.component->first("SEQUENCE");
    if (found == nullptr) return;
    const std::string_view sequence = stripped(found->value);
    // Some programs count in seconds since 1970, or write the time as a number.
    if (is_number(sequence, 99)) {
        event.sequence =
            sequence.substr(std::min(sequence.find_first_not_of('0'), sequence.size() - 1));
    } else {
        event.lose("bad-property", found->line,
                   sentence("ics.no_number", {{"what", shown(found->name, sequence)}}));
    }
}

std::string EventReader::stamp(CalendarEvent& event) const {
    const Property* found = event.component->first("DTSTAMP");
    if (found == nullptr) return {};
    const std::optional<Written> written = parse_moment(stripped(found->value));
    if (!written.has_value()) {
        event.lose("bad-property", found->line,
                   sentence("ics.no_moment", {{"what", shown(*found)}}));
        return {};
    }
    Moment moment = written->moment;
    try {
        if (moment.is_time() && written->offset.has_value()) {
            moment = at(wall(moment) - *written->offset, nullptr);
        } else if (moment.is_time()) {
            moment.zone = zones_.find(found->parameter("TZID"), &event.component->calendar());
            if (moment.zone != nullptr) moment = in_zone(moment, utc());
        }
    } catch (const BeyondDates&) {
        return {};
    }
    return basic_text(moment.day) + "T" + basic_clock_text(moment.time.value_or(midnight));
}

}  // namespace probity::ics::detail
