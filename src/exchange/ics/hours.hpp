// The days of a rule: of one without hours, and of one that names the times of each of its days
// (BYHOUR, BYMINUTE, BYSECOND).
#pragma once

#include "exchange/ics/clock.hpp"
#include "exchange/ics/rules.hpp"
#include "exchange/ics/values.hpp"
#include "probity/exchange/ics_moment.hpp"

namespace probity::ics::detail {

/// Arguments of expand() beside the rule.
struct ExpandOptions {
    /// That of whole days written in UTC.
    ZonePointer zone = nullptr;
    /// DTSTART is the first day in any case, and counts in COUNT.
    bool with_start = false;
};

/// The days of a rule from DTSTART on. Throws RuleLost if the rule cannot be taken. The steps must
/// outlive the expansion.
[[nodiscard]] Expansion expand(const Parsed& rule, const Moment& start, Steps& steps,
                               const ExpandOptions& options = {});

}  // namespace probity::ics::detail
