// Random recurrence rules that RFC 5545 and RFC 7529 allow, for the differential tests.
//
// Every legal mix of parts is within reach, with plausible values and extreme ones. The same seed
// gives the same rules everywhere: only the engine of <random> is used, whose output is laid down
// by the C++ standard, and not its distributions, whose output is not.
#pragma once

#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace probity::testing {

struct RandomRule {
    std::string text;
    std::chrono::sys_days start;
};

class RandomRules {
  public:
    explicit RandomRules(std::uint64_t seed) : bits_(seed) {}

    // A Gregorian rule; about one in eight with RSCALE=GREGORIAN and, mostly, SKIP.
    RandomRule next();

    // A rule without RSCALE and SKIP, which every engine in the field reads.
    RandomRule next_plain();

    // A rule of the Korean lunisolar calendar, its start within 1905 to 2090.
    RandomRule next_korean();

    // A number in [low, high], for tests that choose windows and days.
    std::int64_t number(std::int64_t low, std::int64_t high);

  private:
    enum class Kind { Plain, Gregorian, Korean };

    RandomRule make(Kind kind);
    bool chance(int percent) { return number(1, 100) <= percent; }
    std::chrono::sys_days start(Kind kind);
    std::string numbers(int most, std::int64_t typical, std::int64_t extreme);
    std::string months(Kind kind);
    std::string weekdays(bool ordinals, std::int64_t most_ordinal);

    std::mt19937_64 bits_;
};

// The text of a rule, one in four of the Korean calendar.
inline std::string random_text(RandomRules& random) {
    return (random.number(0, 3) == 0 ? random.next_korean() : random.next()).text;
}

}  // namespace probity::testing
