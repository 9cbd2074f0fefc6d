// Which recurrence rules a calendar file can carry.
#pragma once

#include <optional>

#include "probity/recurrence/spans.hpp"

namespace probity::detail {

/// One rule of the first days of spans; none if RFC 5545 has no single rule for them, as for the
/// first ISO week of a month, which may begin in the month before.
///
/// The third ISO week is the third Thursday less three days, a Monday from the 12th to the 18th:
/// FREQ=MONTHLY;BYMONTHDAY=12,13,14,15,16,17,18;BYDAY=MO.
[[nodiscard]] std::optional<Rule> first_day_rule(const SpanRule& spans);

/// The way in which Outlook takes a rule.
enum class OutlookTemplate {
    none,                ///< It has no template, and drops the event.
    rejected_on_import,  ///< It has one, which the new Outlook is reported to reject on import.
    taken,
};

/// The template of Outlook for a rule (MS-OXCICAL 2.1.3.2.2): days or weeks by an interval; months
/// or years by one day of the month, -1 being the last, or by the first to fourth or last of some
/// weekdays, of one by its number or of some by BYSETPOS; one time of day; at most 999 times. A day
/// that some months lack is left out: Outlook would put it on their last. BYSETPOS and BYMONTHDAY=-1
/// are what is reported to be rejected.
[[nodiscard]] OutlookTemplate outlook_template(const Rule& rule, const Date& start);

/// Whether Outlook takes a rule, on import too.
[[nodiscard]] bool fits_outlook(const Rule& rule, const Date& start);

}  // namespace probity::detail
