// A scheduler that wants dates and working days and nothing else: it needs Boost's headers, and no
// other header outside the standard library.
#include <iostream>

#include "calendar_layers.hpp"
#include "probity/version.hpp"

static_assert(PROBITY_VERSION_NUMBER >= 100);

int main() {
    using namespace probity;
    if (version_string.find('.') == std::string_view::npos) return 1;
    const Spans weeks = third_week(make_date(2026, 1, 1));
    std::cout << to_string(weeks.nth(0)->begin()) << ", " << to_string(weeks.nth(1)->begin())
              << ", " << to_string(weeks.nth(2)->begin()) << '\n';
}
