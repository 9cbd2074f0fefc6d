// Random rules against the reference. PROBITY_TIMED_RULES asks for more of them, PROBITY_SEED for others.
#include <cctz/time_zone.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "probity/times/timed_recurrence.hpp"
#include "tests/times/random_timed_rule.hpp"
#include "tests/times/reference.hpp"
#include "tests/times/zones.hpp"

namespace probity::testing {
namespace differential_test {

using std::chrono::seconds;
using std::chrono::sys_seconds;

std::int64_t asked(const char* name, std::int64_t otherwise) {
    const char* const value = std::getenv(name);
    return value == nullptr ? otherwise : std::strtoll(value, nullptr, 10);
}

// The questions of a recurrence in plain seconds.
class Asked {
  public:
    explicit Asked(TimedRecurrence recurrence) : r_(std::move(recurrence)) {}

    [[nodiscard]] GivenTime given(std::int64_t at) const {
        if (r_.zone()) return sys_seconds{seconds{at}};
        return LocalTime::of_seconds(at);
    }
    [[nodiscard]] static std::optional<std::int64_t> plain(const std::optional<ZonedTime>& time) {
        if (!time) return std::nullopt;
        if (const auto instant = time->instant()) return instant->time_since_epoch().count();
        return time->local().seconds();
    }
    [[nodiscard]] std::vector<std::int64_t> between(std::int64_t begin, std::int64_t end) const {
        return r_.between(given(begin), given(end)).seconds();
    }
    [[nodiscard]] std::int64_t count(std::int64_t begin, std::int64_t end) const {
        return r_.count(given(begin), given(end));
    }
    [[nodiscard]] std::optional<std::int64_t> next_after(std::int64_t at) const {
        return plain(r_.next_after(given(at)));
    }
    [[nodiscard]] std::optional<std::int64_t> last_before(std::int64_t at) const {
        return plain(r_.last_before(given(at)));
    }
    [[nodiscard]] std::optional<std::int64_t> nth(std::int64_t k) const { return plain(r_.nth(k)); }
    [[nodiscard]] bool contains(std::int64_t at) const { return r_.contains(given(at)); }
    [[nodiscard]] std::vector<std::int64_t> write(std::int64_t begin, std::size_t room) const {
        std::vector<std::int64_t> out(room);
        out.resize(r_.write(given(begin), std::nullopt, out));
        return out;
    }

  private:
    TimedRecurrence r_;
};

// Those of the reference that lie so early that none is missing, and up to where that is so.
struct Expected {
    std::vector<std::int64_t> times;
    std::int64_t end;
};

Expected expected_of(const TimedCase& c, const cctz::time_zone* zone) {
    constexpr std::int64_t margin = 3 * 86400;
    Expected expected{reference_times(c.rule, c.start, zone, c.last + margin), c.last};
    std::erase_if(expected.times, [&](std::int64_t at) { return at >= expected.end; });
    return expected;
}

void expect_same(const TimedCase& c, std::mt19937_64& random) {
    std::optional<Zone> zone;
    cctz::time_zone of_cctz = cctz::utc_time_zone();
    if (!c.zone.empty()) {
        zone = zone_of(c.zone);
        if (c.zone != "UTC") {
            ASSERT_TRUE(cctz::load_time_zone((zone_folders().front() / c.zone).string(), &of_cctz));
        }
    }
    const Expected expected = expected_of(c, zone ? &of_cctz : nullptr);
    const std::vector<std::int64_t>& times = expected.times;
    const Asked asked(TimedRecurrence(Rule::parse(c.rule), LocalTime::of_seconds(c.start), zone));
    const std::int64_t before = c.start - 3 * 86400;

    // Neighbours first, while no table has been made.
    const auto any = [&](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    };
    for (int i = 0; i < 12; ++i) {
        std::int64_t at = any(before, expected.end - 1);
        if (!times.empty() && i % 2 == 0) {
            at = times[static_cast<std::size_t>(
                     any(0, static_cast<std::int64_t>(times.size()) - 1))] +
                 any(-1, 1);
        }
        const auto next = std::upper_bound(times.begin(), times.end(), at);
        const auto found = asked.next_after(at);
        if (next != times.end()) {
            ASSERT_EQ(found, *next) << "next_after " << at;
        } else {
            ASSERT_TRUE(!found || *found >= expected.end) << "next_after " << at << ": " << *found;
        }
        const auto behind = std::lower_bound(times.begin(), times.end(), at);
        const auto last = behind == times.begin() ? std::nullopt : std::optional(*(behind - 1));
        ASSERT_EQ(asked.last_before(at), last) << "last_before " << at;
        ASSERT_EQ(asked.contains(at), std::binary_search(times.begin(), times.end(), at)) << at;
        const std::int64_t other = any(at, expected.end);
        ASSERT_EQ(asked.count(at, other), std::lower_bound(behind, times.end(), other) - behind)
            << "count " << at << " " << other;
        const std::size_t room = static_cast<std::size_t>(any(1, 40));
        const std::vector<std::int64_t> written = asked.write(at, room);
        const auto known = static_cast<std::size_t>(times.end() - behind);
        for (std::size_t w = 0; w < std::min(known, room); ++w) {
            ASSERT_LT(w, written.size()) << "write " << at;
            ASSERT_EQ(written[w], behind[static_cast<std::ptrdiff_t>(w)]) << "write " << at;
        }
    }
    ASSERT_EQ(asked.between(before, expected.end), times);
    for (int i = 0; i < 8 && !times.empty(); ++i) {
        const std::int64_t k = any(0, static_cast<std::int64_t>(times.size()) - 1);
        ASSERT_EQ(asked.nth(k), times[static_cast<std::size_t>(k)]) << "nth " << k;
    }
}

TEST(TimedRecurrence, IsWhatTheReferenceGives) {
    const std::int64_t seed = asked("PROBITY_SEED", 5545);
    const std::int64_t rules = asked("PROBITY_TIMED_RULES", 1500);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    for (std::int64_t i = 0; i < rules; ++i) {
        const TimedCase c = random_timed_rule(random);
        SCOPED_TRACE(c.rule + " from " + to_string(LocalTime::of_seconds(c.start)) + " in \"" +
                     c.zone + "\"");
        ASSERT_NO_FATAL_FAILURE(expect_same(c, random));
    }
}

}  // namespace differential_test
}  // namespace probity::testing
