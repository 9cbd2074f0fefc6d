#include "exchange/ics/occurrences.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "exchange/ics/days.hpp"
#include "exchange/ics/hours.hpp"
#include "exchange/ics/text.hpp"
#include "probity/date/error.hpp"

namespace probity::ics::detail {
namespace {

bool holds(const Times& times, const Time& time) {
    return std::binary_search(times.begin(), times.end(), time);
}

Times without(const Times& times, const Times& others) {
    Times left;
    std::set_difference(times.begin(), times.end(), others.begin(), others.end(),
                        std::back_inserter(left));
    return left;
}

Times sorted(Times times) {
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

/// "2026-03-18 15:20".
std::string day_and_time(const Moment& moment) {
    return iso_text(moment.day) + " " + clock_text(moment.time.value_or(midnight));
}

Text rule_and(std::string_view name, const Parsed& rule, const Text& reason) {
    return told_of(shown(name, rule.written), reason);
}

std::vector<Date> dates_of(const std::set<Day>& days) {
    std::vector<Date> dates;
    for (const Day day : days) dates.push_back(date_of(day));
    return dates;
}

Recurrence of_set(const std::set<Day>& days) { return of_days({days.begin(), days.end()}); }

}  // namespace

Place place_of(const CalendarEvent& event, const Moment& value) {
    if (!value.is_time()) return {value.day};
    if (!event.is_timed()) {
        const bool is_zoned = value.zone != nullptr && event.whole_zone != nullptr;
        return {is_zoned ? in_zone(value, event.whole_zone).day : value.day};
    }
    const bool is_zoned = value.zone != nullptr && event.start.zone != nullptr;
    const Moment there = is_zoned ? in_zone(value, event.start.zone) : value;
    return {there.day, there.time};
}

Occurrences::Occurrences(CalendarEvent& event, Steps& steps) : event_(&event), steps_(&steps) {
    take_rules();
    take_exrules();
    take_rdates();
    take_exdates();
}

// Rules ---------------------------------------------------------------------------------------------

void Occurrences::take_rules() {
    CalendarEvent& event = *event_;
    const bool is_only = event.rules.size() == 1;
    std::vector<Lined<Parsed>> taken;
    for (std::size_t i = 0; i < event.rules.size(); ++i) {
        auto& [line, rule] = event.rules[i];
        if (i >= most_rules) {
            event.lose("rrule-invalid", line,
                       sentence("ics.too_many_rules", {{"most", most_rules}}));
            continue;
        }
        try {
            rules_.push_back(expand(rule, event.start, *steps_,
                                    {.zone = event.whole_zone, .with_start = is_only}));
            taken.push_back(event.rules[i]);
        } catch (const RuleLost& error) {
            event.lose("rrule-invalid", line, rule_and("RRULE", rule, error.reason()));
        }
    }
    event.rules = std::move(taken);
    if (rules_.size() > 1) {
        event.mend("several-rrules", event.rules[1].first, sentence("ics.several_rules"));
    }
    const auto holds_start = [](const Expansion& each) { return each.holds_start; };
    if (!rules_.empty() && std::none_of(rules_.begin(), rules_.end(), holds_start)) {
        const bool is_timed = rules_.front().timed != nullptr;
        event.mend("start-not-of-rule", event.rules.front().first,
                   is_timed ? sentence("ics.no_time_of_rule",
                                       {{"time", clock_text(event.start.time.value_or(midnight))}})
                            : sentence("ics.no_day_of_rule", {{"day", iso_text(first())}}));
    }
    recurs_ = !rules_.empty() || !event.rdates.empty();
    const auto has_first = [this](const Expansion& each) {
        return each.days.contains(date_of(first()));
    };
    if (std::none_of(rules_.begin(), rules_.end(), has_first)) {
        rules_.push_back({once(first()), true, time()});
    }
}

void Occurrences::take_exrules() {
    for (const auto& [line, rule] : event_->exrules) {
        const auto lose = [&, at = line, &lost = rule](const Text& reason) {
            event_->lose("exrule", at, rule_and("EXRULE", lost, reason));
        };
        try {
            if (exrules_.size() == most_rules) {
                throw RuleLost(sentence("ics.too_many_of_them", {{"most", most_rules}}));
            }
            Expansion taken = expand(rule, event_->start, *steps_, {.zone = event_->whole_zone});
            // Whether its times are known is told here, or it is lost.
            for (const Expansion& each : rules_) {
                for (const Time& time_of_rule : each.clock()) (void)taken.at(time_of_rule);
            }
            exrules_.push_back(std::move(taken));
            event_->mend("exrule", line, sentence("ics.exrule_read"));
        } catch (const RuleLost& error) {
            lose(error.reason());
        } catch (const BeyondDates& error) {
            lose(reason_of(error));
        } catch (const ProbityError& error) {
            lose(reason_of(error));
        }
    }
}

Times Occurrences::given(Day day) const {
    Times found;
    if (const auto extra = extra_.find(day); extra != extra_.end()) {
        found.assign(extra->second.begin(), extra->second.end());
    }
    const Date date = date_of(day);
    for (const Expansion& rule : rules_) {
        if (!rule.days.contains(date)) continue;
        const Times times = rule.times(day);
        found.insert(found.end(), times.begin(), times.end());
    }
    if (day == first()) found.push_back(time());
    found = sorted(std::move(found));
    for (const Expansion& excepted : exrules_) {
        if (excepted.days.contains(date)) found = without(found, excepted.times(day));
    }
    return found;
}

Times Occurrences::left(Day day) const {
    if (without_days_.contains(day)) return {};
    Times found = given(day);
    const auto out = without_times_.find(day);
    if (out == without_times_.end()) return found;
    return without(found, {out->second.begin(), out->second.end()});
}

// RDATE and EXDATE ----------------------------------------------------------------------------------

void Occurrences::take_rdates() {
    std::size_t taken = 0;
    for (const auto& [line, value] : event_->rdates) {
        probity::detail::interruption_point(++taken);
        const std::optional<Place> found = within_reach(value);
        if (!found) {
            event_->lose("bad-date", line,
                         sentence("ics.beyond", {{"what", "RDATE " + to_string(value)}}));
            continue;
        }
        const Place& place = *found;
        if (value.is_time() != event_->is_timed()) {
            event_->mend("mixed-types", line, sentence("ics.value_type", {{"name", "RDATE"}}));
        } else if (place.time && place.time != time()) {
            event_->mend("rdate-hour", line,
                         sentence("ics.another_hour", {{"what", "RDATE " + day_and_time(value)}}));
        }
        extra_[place.day].insert(event_->is_timed() && place.time ? place.time : time());
    }
}

void Occurrences::take_exdates() {
    std::size_t taken = 0;
    for (const auto& [line, value] : event_->exdates) {
        probity::detail::interruption_point(++taken);
        if (const std::optional<Place> place = within_reach(value)) {
            except(line, value, *place);
        } else {
            event_->lose("bad-date", line,
                         sentence("ics.beyond", {{"what", "EXDATE " + to_string(value)}}));
        }
    }
}

void Occurrences::except(int line, const Moment& value, const Place& place) {
    if (value.is_time() != event_->is_timed() && event_->whole_zone == nullptr) {
        event_->mend("mixed-types", line, sentence("ics.value_type", {{"name", "EXDATE"}}));
    }
    if (!event_->is_timed() || !place.time) {
        without_days_.insert(place.day);
        return;
    }
    const Times there = given(place.day);
    if (holds(there, place.time)) {
        without_times_[place.day].insert(place.time);
    } else if (names_day(value, place)) {
        event_->mend("exdate-time", line,
                     sentence("ics.midnight_as_day", {{"what", "EXDATE " + iso_text(value.day)}}));
        without_days_.insert(value.day);
    } else if (!there.empty()) {
        event_->mend("exdate-time", line,
                     sentence("ics.no_time_of_event", {{"what", "EXDATE " + to_string(value)}}));
    }
}

bool Occurrences::takes_out(Day day) const {
    return without_days_.contains(day) || without_times_.contains(day);
}

void Occurrences::take_out(const Place& place) {
    if (place.time && event_->is_timed()) {
        without_times_[place.day].insert(place.time);
    } else {
        without_days_.insert(place.day);
    }
}

// Names of occurrences ------------------------------------------------------------------------------

Place Occurrences::named(const Moment& value) const {
    const Place place = place_of(*event_, value);
    if (!place.time) {
        if (event_->shown == nullptr) return place;
        for (const int away : {0, -1, 1}) {
            const Day day = later(place.day, away);
            if (shown(day, time()) == place.day) return {day};
        }
        return place;
    }
    const ZonePointer& zone = event_->start.zone;
    if (zone == nullptr || value.zone == nullptr) return place;
    const Times there = given(place.day);
    if (holds(there, place.time) || there.size() > most_times) return place;
    // A time that the clock skips in spring has two names.
    const auto point = instant(value);
    for (const Time& each : there) {
        const Moment moment{.day = place.day, .time = each, .zone = zone};
        if (each && instant(moment) == point) return {place.day, each};
    }
    return place;
}

std::optional<Place> Occurrences::within_reach(const Moment& value) const {
    try {
        const Place place = named(value);
        (void)date_of(place.day);
        (void)date_of(value.day);
        return place;
    } catch (const ProbityError&) {
        return std::nullopt;
    } catch (const BeyondDates&) {
        return std::nullopt;
    }
}

bool Occurrences::names_day(const Moment& value, const Place& place) const {
    return value.time == midnight && !holds(given(place.day), place.time) &&
           !given(value.day).empty();
}

Moment Occurrences::shown_moment(Day day, const Time& at) const {
    const Moment moment{.day = day, .time = at, .zone = at ? event_->start.zone : nullptr};
    return at && event_->shown != nullptr ? in_zone(moment, event_->shown) : moment;
}

Day Occurrences::shown(Day day, const Time& at) const { return shown_moment(day, at).day; }

// Days ----------------------------------------------------------------------------------------------

Recurrence Occurrences::days(const std::set<Day>& arrivals) const {
    std::set<Day> out;
    std::size_t looked_at = 0;
    const auto take_if_empty = [&](Day day) {
        probity::detail::interruption_point(++looked_at);
        if (left(day).empty()) out.insert(day);
    };
    for (const Day day : without_days_) take_if_empty(day);
    for (const auto& [day, times] : without_times_) take_if_empty(day);
    std::set<Day> added = arrivals;
    for (const auto& [day, times] : extra_) {
        probity::detail::interruption_point(++looked_at);
        if (!out.contains(day) && !left(day).empty()) added.insert(day);
    }
    std::erase_if(out, [&](Day day) { return added.contains(day); });

    const Recurrence& only = rules_.front().days;
    if (rules_.size() == 1 && exrules_.empty() && only.rule() != nullptr) {
        if (added.empty() && out.empty()) return only;
        std::set<Day> extra = added;
        for (const Date& date : only.extra_dates()) extra.insert(day_of(date));
        std::erase_if(extra, [&](Day day) { return out.contains(day); });
        return {*only.rule(), *only.start(), dates_of(extra), dates_of(out)};
    }
    Recurrence all = without_exrules(rules_.front());
    for (std::size_t i = 1; i < rules_.size(); ++i) all = all | without_exrules(rules_[i]);
    if (!exrules_.empty() && !all.contains(date_of(first())) && !left(first()).empty()) {
        added.insert(first());
    }
    if (!out.empty()) all = all - of_set(out);
    return added.empty() ? all : all | of_set(added);
}

Recurrence Occurrences::without_exrules(const Expansion& rule) const {
    if (exrules_.empty()) return rule.days;
    std::optional<Recurrence> found;
    for (const Time& each : rule.clock()) {
        std::optional<Recurrence> at = rule.at(each);
        if (!at) continue;
        for (const Expansion& excepted : exrules_) {
            if (const std::optional<Recurrence> out = excepted.at(each)) at = *at - *out;
        }
        found = found ? *found | *at : *at;
    }
    return found ? *found : none_of(rule.days);
}

Times Occurrences::clock() const {
    Times all{time()};
    for (const Expansion& rule : rules_) {
        const Times times = rule.clock();
        all.insert(all.end(), times.begin(), times.end());
    }
    for (const auto& [day, times] : extra_) all.insert(all.end(), times.begin(), times.end());
    all = sorted(std::move(all));
    if (all.size() > most_times) throw RuleLost(sentence("ics.too_many_times"));
    return all;
}

std::optional<Recurrence> Occurrences::days_at(const Time& at) const {
    std::optional<Recurrence> all;
    for (const Expansion& rule : rules_) {
        std::optional<Recurrence> found = rule.at(at);
        if (!found) continue;
        for (const Expansion& excepted : exrules_) {
            if (const std::optional<Recurrence> out = excepted.at(at)) found = *found - *out;
        }
        all = all ? *all | *found : *found;
    }
    std::set<Day> out = without_days_;
    for (const auto& [day, times] : without_times_) {
        if (times.contains(at)) out.insert(day);
    }
    std::set<Day> added;
    const auto add_if_left = [&](Day day) {
        if (holds(left(day), at)) added.insert(day);
    };
    if (at == time()) add_if_left(first());
    for (const auto& [day, times] : extra_) {
        if (times.contains(at)) add_if_left(day);
    }
    if (all && !out.empty()) all = *all - of_set(out);
    if (added.empty()) return all;
    return all ? *all | of_set(added) : of_set(added);
}

}  // namespace probity::ics::detail
