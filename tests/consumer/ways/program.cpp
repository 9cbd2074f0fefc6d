// The program of ten lines that every way of linking builds.
#include <iostream>

#include "probity/recurrence/spans.hpp"
#include "probity/version.hpp"
#include "probity/workdays/work_calendar.hpp"

int main() {
    const auto kr = probity::WorkCalendar::korea();
    std::cout << probity::third_week()
                     .between(probity::make_date(2026, 3, 1), probity::make_date(2026, 4, 1))
                     .front()
              << ' ' << probity::to_string(kr.add(probity::make_date(2026, 2, 13), 5)) << ' '
              << probity::version_string << '\n';
}
