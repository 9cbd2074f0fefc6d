// Which version of an event of a calendar file stands: by SEQUENCE and DTSTAMP (RFC 5545 sections
// 3.8.7.4 and 3.8.7.2), and by STATUS:CANCELLED.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include "date/hash.hpp"
#include "exchange/ics/reading.hpp"
#include "exchange/ics/reading_later.hpp"
#include "exchange/ics/series.hpp"

namespace probity::ics::detail {
namespace {

/// The events of each UID, in the order in which the UIDs are first met.
class Groups {
  public:
    void add(const std::string& name, CalendarEvent& event) {
        const auto [at, is_new] = places_.try_emplace(name, groups_.size());
        if (is_new) groups_.emplace_back(name, std::vector<CalendarEvent*>{});
        groups_[at->second].second.push_back(&event);
    }
    /// Takes the events of a UID out; none without them.
    std::vector<CalendarEvent*> take(const std::string& name) {
        const auto found = places_.find(name);
        if (found == places_.end()) return {};
        return std::exchange(groups_[found->second].second, {});
    }
    [[nodiscard]] const auto& all() const noexcept { return groups_; }

  private:
    std::vector<std::pair<std::string, std::vector<CalendarEvent*>>> groups_;
    std::unordered_map<std::string, std::size_t> places_;
};

/// Compares all that two versions of an event share if none is later and both say the same.
using Identity = std::tuple<std::string, std::string, std::vector<std::string>>;

Identity identity(const CalendarEvent& event) {
    std::vector<std::string> rules;
    for (const auto& [line, rule] : event.rules) rules.push_back(rule.written);
    return {event.title, to_string(event.start), std::move(rules)};
}

/// The occurrence that an orphan changes, or itself if it names none.
struct Orphan {
    std::optional<Moment> moment;
    const CalendarEvent* event = nullptr;
    bool is_range = false;

    friend bool operator==(const Orphan&, const Orphan&) = default;
};

struct OrphanHash {
    std::size_t operator()(const Orphan& orphan) const {
        const std::size_t moment = orphan.moment.has_value() ? MomentHash{}(*orphan.moment) : 0;
        return probity::detail::hash_of(std::hash<const CalendarEvent*>{}(orphan.event), moment);
    }
};

/// The day of the occurrence that a value names; none beyond the dates that there are.
std::optional<Day> day_named(const CalendarEvent& event, const Moment& value) {
    try {
        return place_of(event, value).day;
    } catch (const BeyondDates&) {
        return std::nullopt;
    }
}

}  // namespace

std::vector<CalendarEvent*> Reading::current() {
    Groups masters;
    Groups changes;
    for (CalendarEvent& event : events_) {
        const bool is_change = event.recurrence_id.has_value() || event.is_astray;
        std::string name(event.component->name);
        name += event.uid.empty() ? '\0' + std::to_string(&event - events_.data()) : event.uid;
        (is_change ? changes : masters).add(name, event);
    }
    std::vector<CalendarEvent*> found;
    for (const auto& [name, events] : masters.all()) {
        const std::vector<CalendarEvent*> standing = latest(events);
        std::vector<CalendarEvent*> mine = changes.take(name);
        if (standing.size() == 1) {
            changes_[standing.front()] = std::move(mine);
        } else {
            share(standing, mine);
        }
        found.insert(found.end(), standing.begin(), standing.end());
    }
    for (const auto& [name, events] : changes.all()) keep_orphans(events);
    return found;
}

std::vector<CalendarEvent*> Reading::latest(const std::vector<CalendarEvent*>& events) {
    const auto version = [](const CalendarEvent* event) { return event->version(); };
    const auto highest = version(*std::ranges::max_element(events, {}, version));
    std::vector<CalendarEvent*> standing;
    for (CalendarEvent* event : events) {
        if (event->version() == highest) {
            standing.push_back(event);
        } else {
            refuse("later-version", *event, sentence("ics.later_version"), event->line());
        }
    }
    std::vector<CalendarEvent*> kept;
    keep_once(standing, kept);
    return kept;
}

void Reading::keep_once(const std::vector<CalendarEvent*>& events,
                        std::vector<CalendarEvent*>& kept) {
    std::unordered_set<Moment, MomentHash> gone;
    bool all_gone = false;
    for (const CalendarEvent* event : events) {
        if (!event->is_cancelled) continue;
        gone.insert(event->start);
        all_gone = all_gone || event->is_dateless;
    }
    std::set<Identity> known;
    for (CalendarEvent* event : events) {
        if (event->is_cancelled) {
            refuse_cancelled(*event);
        } else if (all_gone || gone.contains(event->start)) {
            refuse("cancelled", *event, sentence("ics.cancelled_by_another"), event->line());
        } else if (events.size() > 1 && !known.insert(identity(*event)).second) {
            refuse("same-uid", *event, sentence("ics.same_event"), event->line());
        } else {
            if (!kept.empty()) {
                event->mend("same-uid", event->line(), sentence("ics.same_uid"));
            }
            kept.push_back(event);
        }
    }
}

void Reading::share(const std::vector<CalendarEvent*>& masters,
                    const std::vector<CalendarEvent*>& changes) {
    if (masters.empty()) {
        for (const CalendarEvent* change : changes) {
            refuse("stale-change", *change, sentence("ics.series_cancelled"), change->id_line());
        }
        return;
    }
    std::map<Day, CalendarEvent*> by_day;
    for (CalendarEvent* master : masters) by_day[master->start.day] = master;
    for (CalendarEvent* change : changes) {
        CalendarEvent* home = masters.back();
        if (change->recurrence_id.has_value()) {
            const std::optional<Day> day = day_named(*home, *change->recurrence_id);
            const auto other = day.has_value() ? by_day.find(*day) : by_day.end();
            if (other != by_day.end()) home = other->second;
        }
        changes_[home].push_back(change);
    }
}

void Reading::keep_orphans(const std::vector<CalendarEvent*>& events) {
    Versions<Orphan, OrphanHash> versions;
    std::unordered_set<Day, DayHash> days;
    for (const CalendarEvent* event : events) {
        const std::optional<Moment>& named = event->recurrence_id;
        if (named.has_value() && !named->is_time()) days.insert(named->day);
    }
    for (CalendarEvent* event : events) {
        Orphan orphan{
            .moment = event->recurrence_id, .event = nullptr, .is_range = event->is_range};
        if (orphan.moment.has_value()) {
            const std::optional<Day> day = day_named(*event, *orphan.moment);
            if (day.has_value() && days.contains(*day)) orphan.moment = Moment{.day = *day};
        } else {
            orphan.event = event;
        }
        take_later(versions, orphan, *event);
    }
    for (const auto& [orphan, event] : versions) {
        if (event->is_cancelled) {
            refuse_cancelled(*event);
        } else {
            pass_over_rule(*event);
            orphans_.push_back(event);
        }
    }
}

void Reading::pass_over_rule(CalendarEvent& change) {
    change.rules.clear();
    change.rdates.clear();
    const Property* rule = change.component->first("RRULE");
    if (rule == nullptr) rule = change.component->first("RDATE");
    if (rule == nullptr) return;
    change.mend("rule-of-change", rule->line, sentence("ics.rule_of_change"));
}

}  // namespace probity::ics::detail
