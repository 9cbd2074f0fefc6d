// A scheduler: what runs next, if a run that falls on a day off is put off or brought forward.
//
//
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "probity/workdays/work_calendar.hpp"

using namespace probity;

struct Job {
    std::string name;
    RolledDates runs;
};

struct Run {
    RolledDate day;
    std::string_view job;
};

// The runs of all jobs that fall into a window, by the day on which they fall. A run may be rolled
// into the window from before it, or out of it, so that the rule is asked for ten days more.
std::vector<Run> runs_in(const std::vector<Job>& jobs, const Interval& window) {
    std::vector<Run> found;
    for (const Job& job : jobs)
        for (const RolledDate& day :
             job.runs.between(add_days(window.begin(), -10), add_days(window.last(), 11)))
            if (window.contains(day.adjusted)) found.push_back({day, job.name});
    std::ranges::stable_sort(found, {}, [](const Run& run) { return run.day.adjusted; });
    return found;
}

int main() {
    const WorkCalendar kr = WorkCalendar::korea();
    const Date start = make_date(2026, 1, 1);
    const auto job = [&](std::string name, std::string_view rule, RollConvention convention) {
        return Job{std::move(name), kr.roll({Rule::parse(rule), start}, convention)};
    };
    const std::vector<Job> jobs{
        job("pay slips", "FREQ=MONTHLY;BYMONTHDAY=15", RollConvention::preceding),
        job("closing of the month", "FREQ=MONTHLY;BYMONTHDAY=-1",
            RollConvention::modified_following),
        job("backup", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", RollConvention::following)};

    const Interval february{make_date(2026, 2, 1), make_date(2026, 3, 1)};
    for (const auto& [day, name] : runs_in(jobs, february)) {
        std::cout << to_string(day.adjusted) << "  " << name;
        if (day.nominal != day.adjusted) std::cout << "  (" << kr.explain(day.nominal) << ')';
        std::cout << '\n';
    }
}
