// A scheduler that wants dates and working days and nothing else: it needs Boost's headers, and no
// other header outside the standard library.
#include <iostream>

#include "calendar_layers.hpp"

int main() {
    using namespace probity;
    const Spans weeks = third_week(make_date(2026, 1, 1));
    std::cout << to_string(weeks.nth(0)->begin()) << ", " << to_string(weeks.nth(1)->begin())
              << ", " << to_string(weeks.nth(2)->begin()) << '\n';
}
