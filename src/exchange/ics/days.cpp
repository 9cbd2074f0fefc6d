#include "exchange/ics/days.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "probity/date/date.hpp"
#include "probity/recurrence/rule.hpp"

namespace probity::ics::detail {

std::optional<End> end_of(const std::optional<Written>& until, const Moment& start,
                          const ZonePointer& zone) {
    if (!until) return std::nullopt;
    Moment moment = until->moment;
    if (!moment.is_time()) return End{moment.day};
    const ZonePointer& there = start.is_time() ? start.zone : zone;
    if (until->offset && there != nullptr) {
        moment = in_zone(at(wall(moment) - *until->offset, utc()), there);
    }
    if (!start.is_time()) return End{moment.day};
    return End{moment.day, moment.time};
}

Recurrence recurrence_of(std::string_view rule, Day start) {
    const Date date = date_of(start);
    return {Rule::parse(rule), date};
}

Recurrence days_of(const Parsed& rule, Day start, std::optional<Day> end) {
    const std::string text = to_text(rule.parts);
    if (rule.count) {
        Recurrence counted = recurrence_of(text + ";COUNT=" + std::to_string(*rule.count), start);
        if (!end) return counted;
        const std::optional<Date> last = counted.nth(*rule.count - 1);
        if (last) end = std::min(*end, day_of(*last));
    }
    return recurrence_of(end ? text + ";UNTIL=" + basic_text(*end) : text, start);
}

Recurrence once(Day day) { return recurrence_of("FREQ=DAILY;COUNT=1", day); }

Recurrence of_days(std::vector<Day> days) {
    std::sort(days.begin(), days.end());
    std::vector<Date> dates;
    dates.reserve(days.size());
    for (const Day day : days) dates.push_back(date_of(day));
    const Date first = dates.front();
    dates.erase(dates.begin());
    return {Rule::parse("FREQ=DAILY;COUNT=1"), first, std::move(dates)};
}

Recurrence until_day(const Recurrence& days, Day last) {
    const std::optional<Date> begin = days.nth(0);
    if (!begin || day_of(*begin) > last) return none_of(days);
    const std::string until = ";UNTIL=" + basic_text(last);
    const Rule* const rule = days.rule();
    if (rule != nullptr && !rule->count() && !rule->until() && days.extra_dates().empty()) {
        return {Rule::parse(to_string(*rule) + until),
                days.start().value_or(*begin),
                {},
                days.excepted_dates()};
    }
    return days & recurrence_of("FREQ=DAILY" + until, day_of(*begin));
}

Recurrence with_day(const Recurrence& days, Day day) {
    const Rule* const rule = days.rule();
    if (rule == nullptr || !days.start() || day < day_of(*days.start())) return days | once(day);
    std::vector<Date> dates = days.extra_dates();
    dates.push_back(date_of(day));
    return {*rule, *days.start(), std::move(dates), days.excepted_dates()};
}

}  // namespace probity::ics::detail
