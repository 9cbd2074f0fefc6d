// How long an event of a calendar file is: DTEND, DUE and DURATION, and whole days written as times.
#include <algorithm>
#include <array>

#include "exchange/ics/event_reader.hpp"
#include "exchange/ics/text.hpp"
#include "probity/date/error.hpp"

namespace probity::ics::detail {
namespace {

constexpr auto all_day_marks = std::to_array<std::string_view>({
    "X-MICROSOFT-CDO-ALLDAYEVENT",
    "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT",
    "X-FUNAMBOL-ALLDAY",
});
/// How long a day is whose end is written as its last minute or second.
constexpr auto nearly_a_day =
    std::to_array<seconds>({a_day - std::chrono::minutes{1}, a_day - seconds{1}});

bool is_marked(const Component& component) {
    return std::ranges::any_of(all_day_marks, [&](std::string_view mark) {
        const std::string_view value = stripped(component.value(mark));
        return same_letters(value, "TRUE") || value == "1";
    });
}

std::int64_t whole_days_of(seconds duration) {
    return std::chrono::floor<std::chrono::days>(duration).count();
}

/// How long it is from DTSTART to an end. Throws BeyondDates.
seconds between(CalendarEvent& event, const Moment& until, const Property& end) {
    const Moment& start = event.start;
    if (start.is_time() != until.is_time()) {
        event.mend("mixed-types", end.line, sentence("ics.value_type", {{"name", end.name}}));
        return std::max<seconds>(until.day - start.day, seconds{0});
    }
    if (start.zone == nullptr || until.zone == nullptr) return wall(until) - wall(start);
    return instant(until) - instant(start);
}

/// How many days times from midnight to midnight are; none if they are no whole days.
std::optional<std::int64_t> whole_days(const Moment& begin, std::optional<seconds> duration,
                                       bool marked) {
    const std::optional<std::int64_t> one = marked ? std::optional<std::int64_t>(1) : std::nullopt;
    if (!duration.has_value()) return one;
    const std::optional<Moment> end = after(begin, *duration);
    if (!end.has_value()) return std::nullopt;
    const seconds rest = *duration % a_day;
    std::int64_t count = whole_days_of(*duration);
    if (end->time == begin.time) {
        count = (end->day - begin.day).count();
    } else if (std::ranges::find(nearly_a_day, rest) != nearly_a_day.end()) {
        ++count;
    } else if (rest != seconds{0}) {
        return std::nullopt;
    }
    return count > 0 ? std::optional(count) : one;
}

/// A zone that the file does not name, in which a time is midnight: east of where the time is noon
/// or later, else west.
ZonePointer zone_of_midnight(const Moment& begin) {
    constexpr seconds noon = a_day / 2;
    const seconds time = *begin.time;
    const seconds here =
        begin.zone != nullptr ? begin.zone->offset({wall(begin), begin.again}) : seconds{0};
    const seconds there = here - time + (time >= noon ? a_day : seconds{0});
    if (there >= a_day || there <= -a_day) {
        throw ProbityError(sentence("ics.no_midnight", {{"moment", to_string(begin)}}));
    }
    return fixed_zone(there);
}

void count_days(CalendarEvent& event, const Property* place, std::optional<seconds> duration) {
    event.days = duration.has_value() ? std::max<std::int64_t>(1, whole_days_of(*duration)) : 1;
    if (place == nullptr || !duration.has_value()) return;
    if (*duration % a_day != seconds{0}) {
        event.mend("bad-form", place->line, sentence("ics.no_whole_days", {{"name", place->name}}));
    } else if (*duration == seconds{0} && place->name != "DUE") {
        event.mend("end-not-after-start", place->line, sentence("ics.ends_as_begins"));
    }
}

}  // namespace

void EventReader::read_length(CalendarEvent& event, const Property& start,
                              const Property* end) const {
    const Property* length = event.component->first("DURATION");
    const Property* place = end != nullptr ? end : length;
    std::optional<seconds> duration;
    if (end != nullptr) {
        const std::optional<Moment> until = single(event, *end);
        if (until.has_value()) {
            event.end = until;
            duration = between(event, *until, *end);
        } else {
            event.lose("bad-date", end->line, sentence("ics.no_moment", {{"what", shown(*end)}}));
        }
        if (length != nullptr) {
            event.lose("repeated-property", length->line, sentence("ics.duration_beside_end"));
        }
    } else if (length != nullptr) {
        duration = parse_duration(length->value);
        if (!duration.has_value()) {
            event.lose("bad-date", length->line,
                       sentence("ics.no_duration", {{"what", shown(*length)}}));
        }
    }
    if (duration.has_value() && *duration < seconds{0}) {
        event.lose("end-not-after-start", place->line,
                   sentence("ics.before_start", {{"what", shown(*place)}}));
        duration = std::nullopt;
        place = nullptr;
    }
    if (event.is_timed()) {
        event.duration = duration;
        find_whole_days(event, start);
    } else {
        count_days(event, place, duration);
    }
}

void EventReader::find_whole_days(CalendarEvent& event, const Property& found) const {
    const bool marked = is_marked(*event.component);
    if (event.has_guests && !marked) return;
    const Moment start = event.start;
    ZonePointer zone = event.shown;
    if (zone == nullptr && start.zone == utc()) {
        zone = zones_.of_whole_days(event.component->calendar());
    }
    Moment begin = zone == nullptr ? start : in_zone(start, zone);
    const std::optional<std::int64_t> count = whole_days(begin, event.duration, marked);
    if (!count.has_value()) return;
    if (begin.time != midnight) {
        if (!marked) return;
        zone = start.time == midnight ? start.zone : zone_of_midnight(begin);
        if (begin.zone != nullptr) begin = in_zone(begin, zone);
    }
    event.start = Moment{.day = begin.day};
    event.days = *count;
    event.zone.clear();
    event.duration = std::nullopt;
    event.shown = nullptr;
    event.whole_zone = zone != nullptr ? zone : start.zone;
    event.mend("whole-day-times", found.line, sentence("ics.whole_day_times"));
}

}  // namespace probity::ics::detail
