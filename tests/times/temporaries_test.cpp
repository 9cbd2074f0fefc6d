// Getters asked of a temporary, whose answer outlives it. The sanitizers find a reference that dangles.
#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "probity/times/timed_recurrence.hpp"
#include "tests/times/zones.hpp"

namespace probity::testing {
namespace temporaries_test {

TimedRecurrence meetings() {
    return TimedRecurrence(Rule::parse("FREQ=WEEKLY"), make_time(2026, 3, 18, 10),
                           zone_of("Asia/Seoul"));
}

Times march() { return meetings().between(make_time(2026, 3, 1), make_time(2026, 4, 1)); }

TEST(TimesTemporaries, GiveByValue) {
    auto&& name = zone_of("Asia/Seoul").name();
    static_assert(std::is_same_v<decltype(name), std::string&&>);
    EXPECT_EQ(name, "Asia/Seoul");

    auto&& zone = march()[0].zone();
    static_assert(std::is_same_v<decltype(zone), std::optional<Zone>&&>);
    EXPECT_EQ(zone, zone_of("Asia/Seoul"));

    auto&& of_all = march().zone();
    static_assert(std::is_same_v<decltype(of_all), std::optional<Zone>&&>);
    EXPECT_EQ(of_all, zone);

    auto&& seconds = march().seconds();
    static_assert(std::is_same_v<decltype(seconds), std::vector<std::int64_t>&&>);
    EXPECT_EQ(seconds.size(), 2u);
}

}  // namespace temporaries_test
}  // namespace probity::testing
