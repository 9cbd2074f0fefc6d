#include "exchange/ics/reading.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "date/hash.hpp"
#include "date/interruption.hpp"
#include "exchange/file.hpp"
#include "exchange/ics/event_reader.hpp"
#include "exchange/ics/own_uids.hpp"
#include "exchange/ics/text.hpp"
#include "probity/date/date.hpp"

namespace probity::ics {

IcsContent read(std::string_view bytes, const ReadOptions& options) {
    const detail::CalendarFile file(bytes, options.name);
    return detail::Reading(file, options).content();
}

IcsContent read_file(const std::filesystem::path& path, const ReadOptions& options) {
    ReadOptions named = options;
    named.name = path.string();
    return read(probity::detail::read_file(path, largest_file), named);
}

namespace detail {
namespace {

/// Components that are no events and may stand behind an event without its END, too.
bool is_no_event(std::string_view name) { return name == "VJOURNAL" || name == "VFREEBUSY"; }

constexpr auto taken = std::to_array<std::string_view>(
    {"VCALENDAR", "VEVENT", "VTODO", "VTIMEZONE", "VJOURNAL", "VFREEBUSY"});

/// Properties that no calendar has: if one does, the BEGIN of an event is missing.
constexpr auto of_events = std::to_array<std::string_view>(
    {"DTSTART", "DTEND", "DUE", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"});

template <std::size_t Count>
bool is_in(const std::array<std::string_view, Count>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

std::string name_of(const Component& calendar) {
    const std::string_view name = calendar.value("X-WR-CALNAME");
    return unescaped(name.empty() ? calendar.value("NAME") : name);
}

struct NoteHash {
    std::size_t operator()(const Note& note) const {
        return probity::detail::hash_of(std::hash<std::string_view>{}(note.reason.english),
                                        note.line);
    }
};

}  // namespace

Reading::Reading(const CalendarFile& file, const ReadOptions& options)
    : file_(file),
      notes_(file.notes()),
      zones_(file.root(),
             {options.zone, options.zone_name, options.zone_folders, options.other_zones}) {
    content_.name = name_of(*file.calendars().front());
    is_ours_ = std::ranges::any_of(file.calendars(), [](const Component* calendar) {
        return calendar->value("PRODID").find("//probity//") != std::string_view::npos;
    });
    for (const Zones::Broken& broken : zones_.broken()) {
        notes_.push_back(
            {.what = "broken-zone", .line = broken.line, .reason = broken.reason, .is_lost = true});
    }
    read_calendars();
    name_the_rest();
    read_events();
    for (CalendarEvent* event : current()) add(*event);
    for (CalendarEvent* event : orphans_) add(*event);
    if (is_ours_) join_occurrences();
    report();
}

void Reading::read_calendars() {
    for (const Component* calendar : file_.calendars()) {
        const Property* version = calendar->first("VERSION");
        if (version != nullptr && stripped(version->value) == "1.0") {
            notes_.push_back(
                {.what = "version-1", .line = version->line, .reason = sentence("ics.version_1")});
        }
        const Property* zone = calendar->first("X-WR-TIMEZONE");
        if (zone != nullptr && zones_.find(zone->value, calendar) == nullptr) {
            notes_.push_back(
                {.what = "unknown-zone",
                 .line = zone->line,
                 .reason = sentence("ics.zone_unknown",
                                    {{"zone", quoted(head(stripped(zone->value), 60))}})});
        }
    }
}

void Reading::name_the_rest() {
    const auto is_outside = [this](std::string_view name, int line, std::string_view kind,
                                   bool is_lost, const Component* component) {
        notes_.push_back({.what = "outside",
                          .line = line,
                          .reason = sentence(kind, {{"name", name}}),
                          .is_lost = is_lost,
                          .component = component});
    };
    for (const Property& found : file_.root().properties) {
        is_outside(head(found.name, 40), found.line, "ics.outside_calendar", true, nullptr);
    }
    for (const Component* calendar : file_.calendars()) {
        for (const Property& found : calendar->properties) {
            if (is_in(of_events, found.name)) {
                is_outside(found.name, found.line, "ics.outside_event", true, nullptr);
            }
        }
    }
    for (const auto& child : file_.root().children) {
        if (child->name == "VEVENT" || child->name == "VTODO" || child->name == "VTIMEZONE") {
            is_outside(child->name, child->line, "ics.outside_calendar", false, child.get());
        }
    }
    const auto name_others = [this](const Component& parent) {
        for (const auto& child : parent.children) {
            if (is_in(taken, child->name)) continue;
            refuse("journal", *child, sentence("ics.no_event", {{"name", head(child->name, 40)}}),
                   child->line);
        }
    };
    name_others(file_.root());
    for (const Component* calendar : file_.calendars()) name_others(*calendar);
}

void Reading::read_events() {
    for (const Component* component : file_.root().walk()) {
        probity::detail::interruption_point();
        if (is_no_event(component->name)) {
            refuse("journal", *component, sentence("ics.no_event", {{"name", component->name}}),
                   component->line);
        } else if (component->name == "VEVENT" || component->name == "VTODO") {
            read_event(*component);
        }
    }
}

void Reading::read_event(const Component& component) {
    const auto is_bad = [&](const Text& reason) {
        const Property* start = component.first("DTSTART");
        refuse("bad-date", component, reason, start != nullptr ? start->line : component.line);
    };
    try {
        CalendarEvent event = EventReader(zones_).read(component);
        if (!event.is_dateless) {
            static_cast<void>(Interval::of_days(date_of(event.date()), event.days));
        }
        if (event.uid.empty()) event.mend("no-uid", event.line(), sentence("ics.no_uid"));
        events_.push_back(std::move(event));
    } catch (const Refused& error) {
        refuse(error.kind(), component, error.reason(), error.line());
    } catch (const ProbityError& error) {
        is_bad(reason_of(error));
    } catch (const BeyondDates& error) {
        is_bad(reason_of(error));
    }
}

void Reading::refuse(std::string_view what, const Component& component, Text reason, int line) {
    notes_.push_back({.what = what,
                      .line = line,
                      .reason = std::move(reason),
                      .is_lost = true,
                      .component = &component});
}

void Reading::refuse(std::string_view what, const CalendarEvent& event, Text reason, int line) {
    refuse(what, *event.component, std::move(reason), line);
}

void Reading::refuse_cancelled(const CalendarEvent& event) {
    const Property* status = event.component->first("STATUS");
    refuse("cancelled", event, sentence("ics.cancelled"),
           status != nullptr ? status->line : event.line());
}

void Reading::take_notes(CalendarEvent& event) {
    std::ranges::move(event.notes, std::back_inserter(notes_));
    event.notes.clear();
}

void Reading::report() {
    std::ranges::stable_sort(content_.tasks, {}, &TaskRow::line);
    std::unordered_set<Note, NoteHash> seen;
    std::vector<Note> notes;
    for (Note& note : notes_) {
        if (seen.insert(note).second) notes.push_back(std::move(note));
    }
    std::ranges::stable_sort(notes, {}, &Note::line);
    notes_ = std::move(notes);
    for (const Note& note : notes_) {
        std::string uid;
        if (note.component != nullptr) uid = stripped(note.component->value("UID"));
        (note.is_lost ? content_.refused : content_.mended)
            .push_back({.uid = std::move(uid), .line = note.line, .reason = note.reason});
    }
}

}  // namespace detail
}  // namespace probity::ics
