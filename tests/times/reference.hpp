// A second, independent reading of RFC 5545 section 3.3.10 for rules with times of day, written to be
// compared with the text of the standard rather than to be fast.
//
// It goes through every period that INTERVAL selects, looks at every day of it and at every time of day
// that the parts name, and asks of each part whether it is satisfied; BYSETPOS picks from the list, cctz
// makes instants of local times, and what is equal is one. It shares no code with the engine, not even
// the parser. Where the standard leaves a question open, the answer is a comment that begins with
// "Reading:" beside the code it governs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cctz {
class time_zone;
}

namespace probity::testing {

// The times of `rule` in seconds since 1970, in order, up to `last` of the local clock or a little
// further: instants in a zone, local times that float if `zone` is null. `start` is a local time.
// Throws std::invalid_argument for a rule that it cannot read: RSCALE and SKIP are none of its parts.
std::vector<std::int64_t> reference_times(std::string_view rule, std::int64_t start,
                                          const cctz::time_zone* zone, std::int64_t last);

}  // namespace probity::testing
