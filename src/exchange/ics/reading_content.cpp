// Makes series, tasks, meetings and whole days of the events of a calendar file.
#include <algorithm>
#include <map>
#include <set>

#include "date/hash.hpp"
#include "date/interruption.hpp"
#include "exchange/ics/own_uids.hpp"
#include "exchange/ics/reading.hpp"
#include "exchange/ics/reading_later.hpp"
#include "exchange/ics/series.hpp"
#include "exchange/ics/singles.hpp"

namespace probity::ics::detail {
namespace {

/// An occurrence that is changed, alone or with all that follow.
struct Changed {
    Place place;
    bool is_range = false;

    friend bool operator==(const Changed&, const Changed&) = default;
};

struct ChangedHash {
    std::size_t operator()(const Changed& changed) const {
        const seconds time = changed.place.time.value_or(seconds{-1});
        return probity::detail::hash_of(changed.place.day.time_since_epoch().count(), time.count(),
                                        changed.is_range ? 1 : 0);
    }
};

/// The one occurrence of an event that does not recur.
struct Only {
    friend bool operator==(const Only&, const Only&) = default;
};
struct OnlyHash {
    std::size_t operator()(const Only&) const { return 0; }
};

/// Days joined to those of a series of spans so many days long; none if it has others.
std::optional<std::variant<Recurrence, Spans>> joined(const std::variant<Recurrence, Spans>& known,
                                                      const Recurrence& dates,
                                                      std::int32_t length) {
    if (const auto* days = std::get_if<Recurrence>(&known)) {
        if (length != 1) return std::nullopt;
        return *days | dates;
    }
    const auto& spans = std::get<Spans>(known);
    if (spans.length() != length) return std::nullopt;
    return Spans(spans.anchors() | dates, 0, length);
}

}  // namespace

void Reading::add(CalendarEvent& event) {
    probity::detail::interruption_point();
    std::vector<CalendarEvent*> changes;
    if (const auto mine = changes_.find(&event); mine != changes_.end()) {
        changes = std::move(mine->second);
        changes_.erase(mine);
    }
    try {
        if (event.recurs() && !event.recurrence_id.has_value()) {
            add_series(event, changes);
        } else {
            add_single(event, changes);
        }
    } catch (const RuleLost& error) {
        add_after_error(event, changes, error.reason(), true);
    } catch (const ProbityError& error) {
        add_after_error(event, changes, reason_of(error), false);
    } catch (const BeyondDates& error) {
        add_after_error(event, changes, reason_of(error), false);
    }
    take_notes(event);
}

void Reading::add_after_error(CalendarEvent& event, const std::vector<CalendarEvent*>& changes,
                              const Text& error, bool is_rule_lost) {
    for (const CalendarEvent* change : changes) {
        refuse("stale-change", *change, sentence("ics.series_not_read"), change->id_line());
    }
    const Property* rule = event.component->first("RRULE");
    if (!is_rule_lost || rule == nullptr) {
        refuse("bad-date", event, error, event.line());
        return;
    }
    refuse("rrule-invalid", event, error, rule->line);
    event.rules.clear();
    event.rdates.clear();
    event.exdates.clear();
    event.exrules.clear();
    try {
        add_single(event, {});
    } catch (const BeyondDates& beyond) {
        refuse("bad-date", event, reason_of(beyond), event.line());
    }
}

void Reading::add_series(CalendarEvent& event, const std::vector<CalendarEvent*>& changes) {
    SeriesBuilder builder(event, steps_);
    if (!builder.recurs()) {
        add_single(event, changes);
        return;
    }
    Versions<Changed, ChangedHash> versions;
    for (CalendarEvent* change : changes) {
        pass_over_rule(*change);
        if (!change->recurrence_id.has_value()) {
            add_astray(*change);
            continue;
        }
        const auto is_beyond = [&] {
            change->lose("stale-change", change->id_line(),
                         sentence("ics.beyond", {{"what", "RECURRENCE-ID " +
                                                              to_string(*change->recurrence_id)}}));
            take_notes(*change);
        };
        std::optional<Place> place;
        try {
            place = builder.place(*change, *change->recurrence_id);
        } catch (const ProbityError&) {
            is_beyond();
        } catch (const BeyondDates&) {
            is_beyond();
        }
        if (place.has_value()) take_later(versions, Changed{*place, change->is_range}, *change);
    }
    std::vector<std::pair<Place, CalendarEvent*>> places;
    for (const auto& [changed, change] : versions) places.emplace_back(changed.place, change);
    Built built = builder.build(places);
    for (CalendarEvent* change : changes) take_notes(*change);
    for (Series& series : built.series) {
        if (is_ours_) series.id = observance_of_rule(event.uid).value_or(series.id);
        content_.recurrences.push_back(std::move(series));
    }
    for (CalendarEvent* change : built.apart) add_single(*change, {});
}

void Reading::add_single(CalendarEvent& event, const std::vector<CalendarEvent*>& changes) {
    int first = 0;
    const auto take_line = [&first](int line) {
        first = first == 0 ? line : std::min(first, line);
    };
    for (const auto& [line, moment] : event.exdates) take_line(line);
    for (const auto& [line, rule] : event.exrules) take_line(line);
    if (first != 0) {
        event.mend("exdate-time", first, sentence("ics.except_single"));
    }
    CalendarEvent* version = version_of_single(event, changes);
    take_notes(event);
    if (version != &event && version->is_cancelled) {
        refuse_cancelled(*version);
        return;
    }
    take_notes(*version);
    if (is_ours_ && task_of_due_date(version->uid).has_value()) {
        content_.tasks.push_back(own_task_of(*version));
    } else if (version->is_task()) {
        content_.tasks.push_back(task_of(*version));
    } else if (version->is_timed() || version->has_guests ||
               (is_ours_ && is_of_council(version->uid))) {
        content_.meetings.push_back(meeting_of(*version));
    } else {
        content_.holidays.push_back(day_of_event(*version));
    }
}

CalendarEvent* Reading::version_of_single(CalendarEvent& event,
                                          const std::vector<CalendarEvent*>& changes) {
    Versions<Only, OnlyHash> versions;
    for (CalendarEvent* change : changes) {
        const std::optional<Moment>& moment = change->recurrence_id;
        if (!moment.has_value()) {
            add_astray(*change);
        } else if (place_of(event, *moment).day == place_of(event, event.start).day) {
            take_later(versions, Only{}, *change);
        } else {
            change->lose("stale-change", change->id_line(),
                         sentence("ics.no_date_of_event",
                                  {{"what", "RECURRENCE-ID " + to_string(*moment)}}));
        }
        take_notes(*change);
    }
    return versions.empty() ? &event : versions.begin()->second;
}

void Reading::add_astray(CalendarEvent& change) {
    if (change.is_cancelled) {
        refuse_cancelled(change);
    } else {
        pass_over_rule(change);
        add_single(change, {});
    }
}

void Reading::join_occurrences() {
    std::vector<std::pair<std::string, std::vector<DayEvent>>> groups;
    std::unordered_map<std::string, std::size_t> places;
    std::vector<DayEvent> rest;
    for (DayEvent& event : content_.holidays) {
        const std::optional<std::string_view> id = observance_of_occurrence(event.uid);
        if (!id.has_value()) {
            rest.push_back(std::move(event));
            continue;
        }
        const auto [at, is_new] = places.try_emplace(std::string(*id), groups.size());
        if (is_new) groups.emplace_back(*id, std::vector<DayEvent>{});
        groups[at->second].second.push_back(std::move(event));
    }
    content_.holidays = std::move(rest);
    std::unordered_map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < content_.recurrences.size(); ++i) {
        known.try_emplace(content_.recurrences[i].id, i);
    }
    for (const auto& [id, events] : groups) {
        probity::detail::interruption_point();
        const auto found = known.find(id);
        join(id, events, found != known.end() ? std::optional(found->second) : std::nullopt);
    }
}

void Reading::join(const std::string& id, const std::vector<DayEvent>& events,
                   std::optional<std::size_t> known) {
    std::map<std::int32_t, std::vector<const DayEvent*>> by_length;
    for (const DayEvent& event : events) by_length[event.days.days()].push_back(&event);
    for (const auto& [length, alike] : by_length) {
        std::set<Day> begins;
        for (const DayEvent* event : alike) begins.insert(day_of(event->days.begin()));
        const Recurrence dates = of_days({begins.begin(), begins.end()});
        if (known.has_value()) {
            Series& series = content_.recurrences[*known];
            if (auto whole = joined(series.recurrence, dates, length)) {
                series.recurrence = *std::move(whole);
                continue;
            }
        }
        using Days = std::variant<Recurrence, Spans>;
        content_.recurrences.push_back(
            {.id = id,
             .uid = alike.front()->uid,
             .title = alike.front()->title,
             .recurrence = length == 1 ? Days(dates) : Days(Spans(dates, 0, length)),
             .line = alike.front()->line});
    }
}

}  // namespace probity::ics::detail
