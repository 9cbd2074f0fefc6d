// Rows of made-up holiday laws, in few words.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "probity/workdays/holiday_law.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "tests/workdays/dates.hpp"

namespace probity_tests {

using namespace probity;

inline const Date long_ago = day("1950-01-01");

inline Interval years(int first, int last) {
    return Interval(make_date(first, 1, 1), make_date(last + 1, 1, 1));
}

inline HolidayRow row(const std::string& name, HolidayRule rule,
                      SubstitutePolicy policy = SubstitutePolicy::none) {
    HolidayRow row{
        .name_en = name, .rule = std::move(rule), .from = long_ago, .decided_on = long_ago};
    if (policy != SubstitutePolicy::none) {
        row.substitutes.push_back({.policy = policy, .from = long_ago});
    }
    return row;
}

inline HolidayRow recurring(const std::string& name, const char* rule) {
    return row(name, Rule::parse(rule));
}

/// What rows give in some years, as "2026-07-03 Independence Day".
inline Texts given(const std::vector<HolidayRow>& rows, const Interval& horizon) {
    return texts(WorkCalendar::of_law(rows, horizon).holidays(horizon.begin()));
}

}  // namespace probity_tests
