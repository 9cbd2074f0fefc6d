// Which recurrence rules a calendar file can carry.
#pragma once

#include <optional>

#include "probity/recurrence/spans.hpp"

namespace probity::detail {

/// One rule of the first days of spans; none where RFC 5545 has no single rule for them, as for the
/// first ISO week of a month, which may begin in the month before.
///
/// The third ISO week is the third Thursday less three days, a Monday from the 12th to the 18th:
/// FREQ=MONTHLY;BYMONTHDAY=12,13,14,15,16,17,18;BYDAY=MO.
[[nodiscard]] std::optional<Rule> first_day_rule(const SpanRule& spans);

/// Whether Outlook has a template for a rule (MS-OXCICAL 2.1.3.2.2): days or weeks by an interval;
/// months or years by one day of the month, or by one ordinal weekday, 1 to 4 or -1. A day that
/// some months lack is left out: Outlook would put it on their last.
[[nodiscard]] bool fits_outlook(const Rule& rule, const Date& start);

}  // namespace probity::detail
