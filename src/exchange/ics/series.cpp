#include "exchange/ics/series.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iterator>
#include <map>
#include <string>

#include "exchange/ics/days.hpp"
#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

/// Days of a rule in UTC are put into a zone with summer time for so many years.
constexpr int years_of_shifts = 100;
/// The last of these years.
constexpr int last_year_of_shifts = 9990;

/// A place among others: one without a time stands before those of its day.
std::pair<Day, seconds> order_of(const Place& place) {
    return {place.day, place.time.value_or(midnight)};
}

std::string shown(const Place& place) {
    return iso_text(place.day) + (place.time ? " " + clock_text(*place.time) : "");
}

}  // namespace

SeriesBuilder::SeriesBuilder(CalendarEvent& event, Steps& steps)
    : event_(&event), steps_(&steps), occurrences_(event, steps) {}

// Changes -------------------------------------------------------------------------------------------

Place SeriesBuilder::place(CalendarEvent& change, const Moment& value) const {
    Place place = occurrences_.named(value);
    (void)date_of(place.day);  // throws for days that no recurrence has
    (void)date_of(value.day);
    if (occurrences_.names_day(value, place)) {
        change.mend(
            "mixed-types", change.id_line(),
            sentence("ics.midnight_as_day", {{"what", "RECURRENCE-ID " + iso_text(value.day)}}));
        place = {value.day};
    }
    if (place.time) return place;
    const Times there = occurrences_.given(place.day);
    const bool has_usual = std::binary_search(there.begin(), there.end(), occurrences_.time());
    return has_usual ? Place{place.day, occurrences_.time()} : place;
}

bool SeriesBuilder::is_there(const Change& named) const {
    const auto& [place, change] = named;
    const Times left = occurrences_.left(place.day);
    if (!left.empty() && (!place.time || !event_->is_timed() ||
                          std::binary_search(left.begin(), left.end(), place.time))) {
        return true;
    }
    change->lose(
        "stale-change", change->id_line(),
        occurrences_.takes_out(place.day)
            ? sentence("ics.taken_out", {{"day", iso_text(place.day)}})
            : sentence("ics.no_date_of_series", {{"what", "RECURRENCE-ID " + shown(place)}}));
    return false;
}

std::vector<SeriesBuilder::Segment> SeriesBuilder::segments_of(std::vector<Change> ranges) {
    std::stable_sort(ranges.begin(), ranges.end(), [](const Change& a, const Change& b) {
        return order_of(a.first) < order_of(b.first);
    });
    std::vector<Segment> segments{{event_}};
    for (const Change& range : ranges) {
        const auto& [place, change] = range;
        const auto lose = [change = change](const Text& reason) {
            change->lose("range", change->id_line(), reason);
        };
        if (segments.size() > most_ranges) {
            lose(sentence("ics.too_many_ranges", {{"most", most_ranges}}));
            continue;
        }
        if (!is_there(range)) continue;
        const seconds by = change->is_cancelled ? seconds{0} : moved_by(place, *change);
        if (by % a_day != seconds{0} && !clock_) {
            lose(sentence("ics.times_not_told_apart"));
            continue;
        }
        segments.push_back({change, place, by});
        change->mend("range", change->id_line(),
                     sentence("ics.range_changed", {{"day", iso_text(place.day)}}));
    }
    return segments;
}

void SeriesBuilder::change(const Change& named, Segment& segment, Built& built) {
    const auto& [place, change] = named;
    const Place from = with_time(place);
    occurrences_.take_out(place);
    if (change->is_cancelled) return;
    const CalendarEvent& event = *segment.event;
    if (change->is_timed() != event.is_timed() || change->days != event.days) {
        built.apart.push_back(change);
    } else {
        segment.arrivals.insert(change->date());
    }
    segment.moved.push_back(
        {occurrences_.shown(from.day, from.time), change->begin(), change->title, change->days});
}

Built SeriesBuilder::build(const std::vector<Change>& changes) {
    std::vector<Change> ranges;
    std::vector<Change> singles;
    for (const Change& each : changes) {
        (each.second->is_range ? ranges : singles).push_back(each);
    }
    if (!ranges.empty() || event_->shown != nullptr) clock_ = clock();
    std::vector<Segment> segments = segments_of(std::move(ranges));
    std::erase_if(singles, [this](const Change& each) { return !is_there(each); });
    Built built;
    for (const Change& each : singles) {
        const auto next = std::upper_bound(segments.begin() + 1, segments.end(), each,
                                           [](const Change& single, const Segment& s) {
                                               return order_of(single.first) < order_of(*s.begin);
                                           });
        change(each, *std::prev(next), built);
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        finish(segments[i], i + 1 < segments.size() ? &segments[i + 1] : nullptr, built);
    }
    return built;
}

// Days ----------------------------------------------------------------------------------------------

void SeriesBuilder::finish(const Segment& segment, const Segment* next, Built& built) const {
    const CalendarEvent& event = *segment.event;
    if (segment.begin && event.is_cancelled) return;
    const bool is_whole = !segment.begin && next == nullptr && event_->shown == nullptr;
    Recurrence days = is_whole                          ? occurrences_.days(segment.arrivals)
                      : clock_ && !moves_alike(segment) ? days_by_times(segment, next)
                                                        : days_as_one(segment, next);
    if (!is_whole && !segment.arrivals.empty()) {
        days = days | of_days({segment.arrivals.begin(), segment.arrivals.end()});
    }
    if (next != nullptr && !days.nth(0)) return;
    std::vector<Moved> moved = segment.moved;
    std::stable_sort(moved.begin(), moved.end(),
                     [](const Moved& a, const Moved& b) { return a.nominal < b.nominal; });
    const bool is_of_days = event.is_timed() || event.days == 1;
    std::variant<Recurrence, Spans> recurrence = days;
    if (!is_of_days) recurrence = Spans(days, 0, static_cast<std::int32_t>(event.days));
    built.series.push_back({.id = event_->uid,
                            .uid = event_->uid,
                            .title = event.title.empty() ? event_->title : event.title,
                            .recurrence = std::move(recurrence),
                            .begins = event.begin().time,
                            .duration = event.duration,
                            .zone = event.zone,
                            .location = event.text("LOCATION"),
                            .description = event.text("DESCRIPTION"),
                            .moved = std::move(moved),
                            .line = event.line(),
                            .is_task = event.is_task(),
                            .has_guests = event.has_guests});
}

Place SeriesBuilder::with_time(const Place& place) const {
    if (place.time) return place;
    const Times left = occurrences_.left(place.day);
    return {place.day, left.empty() ? occurrences_.time() : left.front()};
}

seconds SeriesBuilder::moved_by(const Place& place, const CalendarEvent& change) const {
    const Place from = with_time(place);
    const Moment before = occurrences_.shown_moment(from.day, from.time);
    const Moment now = change.begin();
    if (before.is_time() && now.is_time()) return wall(now) - wall(before);
    return now.day - before.day;
}

std::optional<Times> SeriesBuilder::clock() const {
    try {
        Times times = occurrences_.clock();
        if (times.size() > 1) {
            for (const Time& time : times) (void)occurrences_.days_at(time);
        }
        return times;
    } catch (const RuleLost&) {
        return std::nullopt;
    }
}

Recurrence SeriesBuilder::days_as_one(const Segment& segment, const Segment* next) const {
    Recurrence days = occurrences_.days({});
    if (segment.begin) days = days & recurrence_of("FREQ=DAILY", segment.begin->day);
    if (next != nullptr) {
        const auto& [day, time] = *next->begin;
        const Times left = occurrences_.left(day);
        const bool has_earlier = time && !left.empty() && left.front() && left.front() < time;
        days = until_day(days, has_earlier ? day : later(day, -1));
    }
    if (!segment.begin && event_->shown == nullptr) return days;
    return moved_days(days, occurrences_.time(), segment.by);
}

Recurrence SeriesBuilder::days_by_times(const Segment& segment, const Segment* next) const {
    std::optional<Recurrence> all;
    const auto unite = [](std::optional<Recurrence>& sum, const Recurrence& days) {
        sum = sum ? *sum | days : days;
    };
    // The days of times that are moved by the same number of days.
    std::map<std::int32_t, std::optional<Recurrence>> alike;
    for (const Time& time : *clock_) {
        std::optional<Recurrence> days = occurrences_.days_at(time);
        if (!days) continue;
        if (segment.begin) {
            const bool is_earlier = time < order_of(*segment.begin).second;
            const Day first = later(segment.begin->day, is_earlier ? 1 : 0);
            days = *days & recurrence_of("FREQ=DAILY", first);
        }
        if (next != nullptr) {
            const bool is_earlier = time < order_of(*next->begin).second;
            days = until_day(*days, later(next->begin->day, is_earlier ? 0 : -1));
        }
        const auto shifts = shifts_from(occurrences_.first(), time, segment.by);
        if (shifts.size() == 1) {
            unite(alike[*shifts.begin()], *days);
        } else {
            unite(all, moved_days(*days, time, segment.by));
        }
    }
    for (const auto& [shift, days] : alike) unite(all, days->shift(shift));
    return all ? *all : none_of(once(occurrences_.first()));
}

Day SeriesBuilder::moved_day(Day day, const Time& time, seconds by) const {
    const Moment seen = occurrences_.shown_moment(day, time);
    const seconds point = seen.day.time_since_epoch() + seen.time.value_or(midnight) + by;
    return checked(Day{std::chrono::floor<std::chrono::days>(point)});
}

std::set<std::int32_t> SeriesBuilder::shifts_from(Day first, const Time& time, seconds by) const {
    const auto shift_of = [&](Day day) {
        return static_cast<std::int32_t>((moved_day(day, time, by) - day).count());
    };
    std::set<std::int32_t> shifts{shift_of(first)};
    // Two years of months show whether summer time moves an occurrence over midnight.
    if (event_->shown != nullptr && year_of(first) < last_year_of_shifts) {
        for (int month = 1; month < 25; ++month) shifts.insert(shift_of(later(first, 30 * month)));
    }
    return shifts;
}

bool SeriesBuilder::moves_alike(const Segment& segment) const {
    if (clock_->size() == 1) return true;
    std::set<std::int32_t> shifts;
    for (const Time& time : *clock_) {
        shifts.merge(shifts_from(occurrences_.first(), time, segment.by));
    }
    return shifts.size() == 1;
}

Recurrence SeriesBuilder::moved_days(const Recurrence& days, const Time& time, seconds by) const {
    const std::optional<Date> begin = days.nth(0);
    if (!begin) return days;
    const Day first = day_of(*begin);
    const std::set<std::int32_t> shifts = shifts_from(first, time, by);
    if (shifts.size() == 1) return days.shift(*shifts.begin());
    const std::int32_t usual =
        *std::min_element(shifts.begin(), shifts.end(),
                          [](std::int32_t a, std::int32_t b) { return std::abs(a) < std::abs(b); });
    const int last = std::min(year_of(first) + years_of_shifts, last_year_of_shifts);
    std::vector<Day> others;
    std::vector<Day> moved;
    const DateSet looked_at = days.between(*begin, make_date(last, 1, 1));
    steps_->take(static_cast<std::int64_t>(looked_at.size() / 500 + 1));
    for (const Date& date : looked_at) {
        const Day day = day_of(date);
        const Day seen = moved_day(day, time, by);
        if ((seen - day).count() == usual) continue;
        others.push_back(day);
        moved.push_back(seen);
    }
    steps_->take(std::ssize(others));
    if (others.empty()) return days.shift(usual);
    return (days - of_days(others)).shift(usual) | of_days(moved);
}

}  // namespace probity::ics::detail
