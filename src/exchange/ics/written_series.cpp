#include "exchange/ics/written_series.hpp"

#include <algorithm>

#include "date/civil.hpp"
#include "exchange/ics/written_rule.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// The last span in force of a version that ends; none if it goes on or gives nothing.
std::optional<Interval> last_in_force(const RuleVersion& version, const Spans& days) {
    if (!version.end && !days.is_finite()) return std::nullopt;
    if (!version.end) return days.last_before(last_date());
    const bool bounds_days = std::holds_alternative<WeekdayOfWeek>(version.rule);
    const std::int64_t end = day_number(*version.end) + (bounds_days ? 0 : days.offset());
    return days.last_before(
        date_of(std::clamp<std::int64_t>(end, first_day_number, last_day_number)));
}

std::optional<Interval> first_in_force(const RuleVersion& version, const Spans& days) {
    const auto first = days.nth(0);
    const auto last = last_in_force(version, days);
    const bool ends = version.end || days.is_finite();
    if (!first || (ends && (!last || *last < *first))) return std::nullopt;
    return first;
}

/// The version's first days as one rule with its end.
std::optional<Rule> rule_of(const RuleVersion& version, const Spans& days) {
    auto rule = first_day_rule(span_rule(version.rule));
    if (!rule) return std::nullopt;
    const auto last = last_in_force(version, days);
    return last ? rule->without_end().with_until(last->begin()) : rule;
}

Text why_single(const std::optional<Rule>& rule, const std::optional<Interval>& first) {
    if (!rule) return sentence("written.no_rule");
    const bool is_rejected =
        first && outlook_template(*rule, first->begin()) == OutlookTemplate::rejected_on_import;
    return sentence(is_rejected ? "written.rejected" : "written.no_template",
                    {{"rule", to_string(*rule)}});
}

Text why_rule(bool fits) { return sentence(fits ? "written.fits" : "written.asked"); }

}  // namespace

WrittenVersion series_of(const Observance& observance, std::size_t version,
                         IcsRecurring recurring) {
    const RuleVersion& rule_version = observance.rules[version];
    const Spans days = spans(rule_version);
    WrittenVersion series{.observance = &observance,
                          .version = version,
                          .first = first_in_force(rule_version, days),
                          .rule = rule_of(rule_version, days),
                          .as_rule = false,
                          .report = {.id = observance.id, .rrule = "", .events = 0, .reason = {}}};
    const bool fits =
        series.rule && series.first && fits_outlook(*series.rule, series.first->begin());
    series.as_rule = series.rule && series.first && (fits || recurring == IcsRecurring::rule);
    if (series.rule) series.report.rrule = to_string(*series.rule);
    series.report.reason = series.as_rule ? why_rule(fits) : why_single(series.rule, series.first);
    return series;
}

}  // namespace probity::detail
