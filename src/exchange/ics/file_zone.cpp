#include "exchange/ics/file_zone.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "date/interruption.hpp"
#include "exchange/ics/days.hpp"
#include "exchange/ics/hours.hpp"
#include "exchange/ics/rules.hpp"
#include "exchange/ics/text.hpp"
#include "exchange/ics/zone.hpp"

namespace probity::ics::detail {
namespace {

using std::chrono::floor;
using std::chrono::local_seconds;
using std::chrono::sys_seconds;
using std::chrono::year_month_day;

/// Some writers begin in the year 1, of which no rule is kept.
constexpr std::chrono::year first_onset{1601};

/// The day of an onset, so that the days of later years stay the same.
Day onset_of(Day day) {
    const year_month_day date(day);
    if (date.year() >= first_onset) return day;
    const std::chrono::day of_month = std::min(date.day(), std::chrono::day{28});
    return Day{first_onset / date.month() / of_month};
}

Recurrence listed_days(const Component& component, Day first) {
    std::set<Day> days{first};
    for (const Property* const found : component.all("RDATE")) {
        for (const std::string_view piece : split(found->value, ',')) {
            const auto written = parse_moment(before(stripped(piece), '/'));
            if (written && year_of(written->moment.day) >= static_cast<int>(first_onset)) {
                days.insert(written->moment.day);
            }
        }
    }
    std::vector<Date> dates;
    for (const Day day : days) dates.push_back(date_of(day));
    return {Rule::parse("FREQ=DAILY;COUNT=1"), date_of(first), std::move(dates)};
}

/// A point in time in UTC of the clocks of a zone. Throws BeyondDates.
seconds point_of(Day day, seconds time, seconds offset) {
    return wall(at(local_seconds{day.time_since_epoch() + time - offset}, nullptr))
        .time_since_epoch();
}

}  // namespace

std::optional<Observance> read_observance(const Component& component) {
    const std::optional<Written> start = parse_moment(stripped(component.value("DTSTART")));
    const std::optional<seconds> from = parse_offset(component.value("TZOFFSETFROM"));
    const std::optional<seconds> to = parse_offset(component.value("TZOFFSETTO"));
    if (!to) return std::nullopt;
    const seconds earlier = from.value_or(*to);
    const Moment onset = start ? start->moment : Moment{};
    const seconds time = onset.time.value_or(midnight);
    const Day first = onset_of(onset.day);
    Recurrence days = listed_days(component, first);
    if (const Property* const rule = component.first("RRULE")) {
        const Parsed parsed = parse_rule(rule->value);
        const std::string_view frequency = parsed.parts.frequency();
        if (frequency != "YEARLY" && frequency != "MONTHLY") {
            throw RuleLost(sentence("ics.zone.rule"));
        }
        Steps steps;
        const Moment local{.day = first, .time = time, .zone = fixed_zone(earlier)};
        days = days | expand(parsed, local, steps).days;
    }
    return Observance{std::move(days), time, earlier, *to};
}

// A zone of a file ----------------------------------------------------------------------------------

FileZone::FileZone(std::string name, std::vector<Observance> observances)
    : name_(std::move(name)), observances_(std::move(observances)) {}

template <class HasPassed>
seconds FileZone::offset_by(seconds when, HasPassed has_passed) const {
    const Day day = floor<std::chrono::days>(sys_seconds{when});
    const Transitions& all = around(year_of(day));
    // No distance is longer than a day.
    const auto is_earlier = [](const Transition& each, seconds point) { return each.at < point; };
    const seconds near_begin = day.time_since_epoch() - std::chrono::days{2};
    auto next = std::lower_bound(all.begin(), all.end(), near_begin, is_earlier);
    if (next != all.begin()) --next;
    if (next == all.end()) return observances_.front().before;
    seconds found = next->before;
    for (; next != all.end() && has_passed(*next); ++next) found = next->after;
    return found;
}

seconds FileZone::offset(const Local& local) const {
    const seconds shown = local.time.time_since_epoch();
    return offset_by(shown, [&](const Transition& each) {
        // A time that the clock skips has the offset before, one that it shows twice the first.
        const seconds shift =
            local.again ? std::min(each.before, each.after) : std::max(each.before, each.after);
        return shown - each.at >= shift;
    });
}

Zone::Local FileZone::local(sys_seconds instant) const {
    const seconds point = instant.time_since_epoch();
    const seconds away =
        offset_by(point, [point](const Transition& each) { return each.at <= point; });
    const Local shown{local_seconds{point + away}};
    return {shown.time, offset(shown) != away};
}

const FileZone::Transitions& FileZone::around(int year) const {
    {
        const std::lock_guard lock(mutex_);
        const auto known = years_.find(year);
        if (known != years_.end()) return known->second;
    }
    // Not while the lock is held: an interruption may wait for another thread.
    Transitions made = made_around(year);
    const std::lock_guard lock(mutex_);
    return years_.try_emplace(year, std::move(made)).first->second;
}

FileZone::Transitions FileZone::made_around(int year) const {
    probity::detail::interruption_point();
    const Date begin = make_date(std::clamp(year - 1, first_year, last_year), 1, 1);
    const std::optional<Date> end =
        year + 2 > last_year ? std::nullopt
                             : std::optional(make_date(std::max(year + 2, first_year + 1), 1, 1));
    std::vector<std::pair<seconds, const Observance*>> onsets;
    for (const Observance& each : observances_) {
        const auto add = [&](const Date& day) {
            onsets.emplace_back(point_of(day_of(day), each.time, each.before), &each);
        };
        if (const std::optional<Date> earlier = each.days.last_before(begin)) add(*earlier);
        for (const Date& day : each.days.between(begin, end)) add(day);
    }
    std::stable_sort(onsets.begin(), onsets.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Transitions transitions;
    for (const auto& [at, each] : onsets) {
        const seconds before = transitions.empty() ? each->before : transitions.back().after;
        transitions.push_back({at, before, each->after});
    }
    return transitions;
}

ZonePointer zone_of(std::string name, std::vector<Observance> observances) {
    const seconds only = observances.front().before;
    const bool is_fixed = std::all_of(
        observances.begin(), observances.end(),
        [only](const Observance& each) { return each.before == only && each.after == only; });
    if (is_fixed) return fixed_zone(only, std::move(name));
    const auto first_of = [](const Observance& each) {
        return each.days.nth(0).value_or(last_date());
    };
    std::stable_sort(
        observances.begin(), observances.end(),
        [&](const Observance& a, const Observance& b) { return first_of(a) < first_of(b); });
    return std::make_shared<FileZone>(std::move(name), std::move(observances));
}

// vCalendar 1.0 -------------------------------------------------------------------------------------

namespace {

/// "+9", "-05:30".
std::optional<seconds> offset_of_version_1(std::string_view text) {
    text = stripped(text);
    const bool is_west = text.starts_with('-');
    if (is_west || text.starts_with('+')) text.remove_prefix(1);
    std::string digits(text);
    const std::size_t colon = digits.find(':');
    // One or two digits of hours; two of minutes may stand behind them.
    const std::size_t hour_digits = colon != std::string::npos
                                        ? colon
                                        : (digits.size() > 2 ? digits.size() - 2 : digits.size());
    if (colon != std::string::npos) digits.erase(colon, 1);
    const std::size_t minute_digits = digits.size() - std::min(digits.size(), hour_digits);
    if (hour_digits < 1 || hour_digits > 2 || !is_number(digits, 4)) return std::nullopt;
    if (minute_digits != 0 && minute_digits != 2) return std::nullopt;
    const int hours = std::stoi(digits.substr(0, hour_digits));
    const int minutes = minute_digits == 0 ? 0 : std::stoi(digits.substr(hour_digits));
    if (hours > 23 || minutes > 59) return std::nullopt;
    const seconds away = std::chrono::hours{hours} + std::chrono::minutes{minutes};
    return is_west ? -away : away;
}

/// An onset of DAYLIGHT, in the time before it. Throws ProbityError and BeyondDates.
Observance onset_of_version_1(const Written& written, seconds earlier, seconds later_on) {
    Moment moment = written.moment;
    if (!moment.is_time()) moment.time = midnight;
    if (written.offset) moment = at(wall(moment) - *written.offset + earlier, nullptr);
    return {once(moment.day), *moment.time, earlier, later_on};
}

}  // namespace

ZonePointer zone_of_version_1(const Component& calendar, std::vector<const Property*>& broken) {
    const std::string_view name = stripped(calendar.value("TZ"));
    const std::optional<seconds> standard = offset_of_version_1(name);
    if (!standard) return nullptr;
    const Day long_ago{first_onset / 1 / 1};
    std::vector<Observance> observances{{once(long_ago), midnight, *standard, *standard}};
    for (const Property* const found : calendar.all("DAYLIGHT")) {
        std::vector<std::string_view> pieces = split(found->value, ';');
        for (std::string_view& piece : pieces) piece = stripped(piece);
        if (same_letters(pieces[0], "FALSE")) continue;
        if (pieces.size() < 4 || !same_letters(pieces[0], "TRUE")) {
            broken.push_back(found);
            continue;
        }
        const std::optional<seconds> summer = offset_of_version_1(pieces[1]);
        const std::optional<Written> begin = parse_moment(pieces[2]);
        const std::optional<Written> end = parse_moment(pieces[3]);
        if (!summer || !begin || !end) {
            broken.push_back(found);
            continue;
        }
        try {
            Observance to_summer = onset_of_version_1(*begin, *standard, *summer);
            Observance from_summer = onset_of_version_1(*end, *summer, *standard);
            observances.push_back(std::move(to_summer));
            observances.push_back(std::move(from_summer));
        } catch (const ProbityError&) {
            broken.push_back(found);
        } catch (const BeyondDates&) {
            broken.push_back(found);
        }
    }
    const std::string shown = "UTC" + std::string(name);
    if (observances.size() == 1) return fixed_zone(*standard, shown);
    return std::make_shared<FileZone>(shown, std::move(observances));
}

}  // namespace probity::ics::detail
