// A reminder that wants rules with times of day and nothing else: it needs Boost's headers and cctz.
#include <iostream>

#include "times_layers.hpp"

int main() {
    using namespace probity;
    const TimedRecurrence meetings(Rule::parse("FREQ=WEEKLY;BYHOUR=10,14"),
                                   make_time(2026, 3, 18, 10));
    std::cout << *meetings.next_after(make_time(2026, 3, 18, 12)) << '\n';
}
