// A second, independent reading of RFC 5545 section 3.3.10 (with its errata) and RFC 7529,
// written to be compared with the text of the standard rather than to be fast.
//
// It walks: for every period that INTERVAL selects it looks at every day of the period and asks
// of each part of the rule whether the day satisfies it. It shares no code with the engine, not
// even the parser, so that one misreading cannot hide in both. Where the standard leaves a
// question open, the answer is a comment that begins with "Reading:" beside the code it governs.

#pragma once

#include <chrono>
#include <string_view>
#include <vector>

namespace probity::testing {

// The dates of `rule`, counted from `start`, that lie in [from, to), in order.
//
//     reference_dates("FREQ=MONTHLY;BYDAY=3WE;COUNT=2", 2026-03-01, 2026-01-01, 2027-01-01)
//         -> 2026-03-18, 2026-04-15
//
// `start` itself is among them only if the rule matches it. COUNT is counted from `start`, not
// from `from`. RSCALE may be GREGORIAN or DANGI; the Korean years known are 1900 to 2100, and a
// DANGI rule has no dates outside them. Throws std::invalid_argument for a rule it cannot read.
std::vector<std::chrono::sys_days> reference_dates(std::string_view rule,
                                                   std::chrono::sys_days start,
                                                   std::chrono::sys_days from,
                                                   std::chrono::sys_days to);

// The same by the other formulation, for rules whose SKIP is OMIT: dates are generated part by
// part, as RFC 7529 section 4.1 orders the parts, instead of being tested day by day. That both
// agree is itself a test.
std::vector<std::chrono::sys_days> reference_dates_by_generation(std::string_view rule,
                                                                 std::chrono::sys_days start,
                                                                 std::chrono::sys_days from,
                                                                 std::chrono::sys_days to);

// Days of the Korean lunisolar calendar that the reference knows: [first, last).
struct KoreanDays {
    std::chrono::sys_days first;
    std::chrono::sys_days last;
};
KoreanDays known_korean_days();

}  // namespace probity::testing
