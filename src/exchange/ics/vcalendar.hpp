// Recurrence rules of vCalendar 1.0, the format before iCalendar, as RRULEs of RFC 5545.
//
//     rule_of_version_1("W1 TU #4", start);               // "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=4"
//     rule_of_version_1("MP1 1+ TU 2- FR #0", start);     // "FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU,-2FR"
#pragma once

#include <string>
#include <string_view>

#include "exchange/ics/values.hpp"

namespace probity::ics::detail {

/// Whether a rule begins as those of vCalendar 1.0 do.
[[nodiscard]] bool is_of_version_1(std::string_view value);

/// An RRULE for a rule of vCalendar 1.0, which names how often, on what, and how many times ("#4";
/// "#0" for ever; twice if it says nothing) or until when. Throws RuleLost if it is no such rule.
[[nodiscard]] std::string rule_of_version_1(std::string_view value, const Moment& start);

}  // namespace probity::ics::detail
