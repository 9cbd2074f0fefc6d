// Another country's calendar: four federal holidays of the United States as rows of law, and what a
// calendar of them answers. docs/holiday-law.md has all of them, and Japan's.
#include <iostream>
#include <string>
#include <utility>

#include "probity/workdays/work_calendar.hpp"

using namespace probity;

// A holiday by 5 U.S.C. 6103: one on a Saturday is observed on Friday, one on a Sunday on Monday.
HolidayRow federal(std::string name, HolidayRule rule, const Date& from) {
    SubstituteTerm observed;
    observed.policy = SubstitutePolicy::nearest_weekday;
    observed.from = observed.decided_on = from;
    observed.title_en = "{name} (observed)";
    observed.basis_en = "5 U.S.C. 6103(b)";

    HolidayRow row;
    row.name_en = std::move(name);
    row.rule = std::move(rule);
    row.from = from;
    row.decided_on = from;
    row.basis_en = "5 U.S.C. 6103(a)";
    row.substitutes = {observed};
    return row;
}

int main() {
    HolidayLaw law;
    law.rows = {
        federal("Juneteenth", FixedDay{6, 19}, make_date(2021, 6, 17)),
        federal("Independence Day", FixedDay{7, 4}, make_date(1971, 1, 1)),
        federal("Labor Day", Rule::parse("FREQ=YEARLY;BYMONTH=9;BYDAY=1MO"), make_date(1971, 1, 1)),
        federal("Thanksgiving Day", Rule::parse("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
                make_date(1971, 1, 1))};
    law.cited_as_en = "5 U.S.C. 6103";
    const Interval years{make_date(2000, 1, 1), make_date(2041, 1, 1)};
    const WorkCalendar us = WorkCalendar::of_law(law, years);

    for (const Holiday& day : us.holidays(make_date(2026, 1, 1), make_date(2027, 1, 1)))
        std::cout << to_string(day.date) << "  " << day.name.in(Language::english) << '\n';
    std::cout << us.explain(make_date(2026, 7, 3)) << '\n';
    std::cout << "one working day after 2 July: " << to_string(us.add(make_date(2026, 7, 2), 1))
              << '\n';

    // Before the Act of 2021 nobody could know of Juneteenth.
    const WorkCalendar before = WorkCalendar::of_law(law, years, make_date(2021, 6, 16));
    std::cout << std::boolalpha << "2021-06-18 was worked, as planned the week before: "
              << before.is_working_day(make_date(2021, 6, 18))
              << ", in fact: " << us.is_working_day(make_date(2021, 6, 18)) << '\n';
}
