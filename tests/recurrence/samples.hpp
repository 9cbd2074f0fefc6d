// Recurrences for the tests: one rule for each way in which dates are computed, and random ones.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/date_set.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "random_rule.hpp"

namespace probity::testing {

// Rules of which each is computed in another way, or takes another turn within one.
inline const std::vector<std::string>& sample_rules() {
    static const std::vector<std::string> rules = {
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;BYDAY=MO,WE",
        "FREQ=DAILY;BYMONTH=1,12",
        "FREQ=DAILY;INTERVAL=3;BYDAY=FR",
        "FREQ=DAILY;INTERVAL=5;BYMONTHDAY=13,31",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;WKST=SU",
        "FREQ=WEEKLY;BYDAY=SA,SU,FR;BYMONTH=12,1",
        "FREQ=WEEKLY;INTERVAL=3;BYMONTH=1,12;BYDAY=TU,FR",
        "FREQ=WEEKLY;BYDAY=MO,TU,FR;BYSETPOS=-1;WKST=WE",
        "FREQ=WEEKLY;BYMONTH=12,1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYDAY=3WE",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
        "FREQ=MONTHLY;INTERVAL=5;BYDAY=2TU,-1FR",
        "FREQ=MONTHLY;INTERVAL=7;BYMONTHDAY=31,1",
        "FREQ=MONTHLY;INTERVAL=5;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;INTERVAL=4",
        "FREQ=YEARLY;INTERVAL=7;BYDAY=-1FR,1SA",
        "FREQ=YEARLY;BYYEARDAY=1,-1,366",
        "FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=13,31",
        "FREQ=YEARLY;BYWEEKNO=1,53,-1",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;INTERVAL=3;BYWEEKNO=52,53,1;BYDAY=SU,MO",
        "FREQ=YEARLY;BYWEEKNO=1,52;BYDAY=MO,SU;BYSETPOS=-1,1;WKST=SU",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31,-31;SKIP=FORWARD",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31,-31;SKIP=BACKWARD",
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29,30;SKIP=BACKWARD",
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYYEARDAY=366,-366;SKIP=FORWARD",
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYYEARDAY=366,-366;SKIP=BACKWARD",
    };
    return rules;
}

inline Recurrence recurrence(const std::string& rule, const char* start) {
    return Recurrence(Rule::parse(rule), parse_date(start));
}

inline Recurrence recurrence(const RandomRule& rule) {
    return Recurrence(Rule::parse(rule.text), to_date(rule.start));
}

inline std::optional<Date> day(const char* text) { return parse_date(text); }

inline Date random_date(RandomRules& random, const Date& first, const Date& last) {
    return date_of(random.number(day_number(first), day_number(last)));
}

// The date so many days away, or the end of the range where it lies beyond.
inline Date near(const Date& date, std::int64_t days) {
    return date_of(
        std::clamp<std::int64_t>(day_number(date) + days, first_day_number, last_day_number));
}

// The dates that a recurrence gives when it is walked, at most so many.
inline std::vector<Date> walked(const Recurrence& recurrence, std::size_t most) {
    std::vector<Date> dates;
    if (most == 0) return dates;
    // Not a step further than asked: where the Korean calendar ends, that would be an error.
    for (auto it = recurrence.begin(); it != recurrence.end(); ++it) {
        dates.push_back(*it);
        if (dates.size() == most) break;
    }
    return dates;
}

inline std::vector<Date> dates_in(const DateSet& set) { return {set.begin(), set.end()}; }

}  // namespace probity::testing
