#include "exchange/ics/hours.hpp"

#include <memory>
#include <string>

#include "exchange/ics/days.hpp"
#include "exchange/ics/stepping.hpp"
#include "exchange/ics/timed_days.hpp"
#include "probity/date/error.hpp"

namespace probity::ics::detail {
namespace {

Expansion of_one_time(const Parsed& rule, const Moment& start, std::optional<Day> last,
                      bool with_start) {
    const Day first = start.day;
    Recurrence all = days_of(rule, first, last);
    const bool holds_start = all.contains(date_of(first));
    if (!with_start || holds_start) return {std::move(all), holds_start, start.time};
    if (rule.count == 1) return {once(first), false, start.time};
    if (rule.count) {
        Parsed others = rule;
        others.count = *rule.count - 1;
        all = days_of(others, first, last);
    }
    return {with_day(all, first), false, start.time};
}

Expansion expand_checked(const Parsed& rule, const Moment& start, Steps& steps,
                         const ExpandOptions& options) {
    const std::optional<End> end = end_of(rule.until, start, options.zone);
    if (!start.is_time()) {
        if (rule.steps_within_days()) {
            throw RuleLost(
                sentence("ics.rule.of_whole_days", {{"frequency", rule.parts.frequency()}}));
        }
        Parsed bare = rule;
        bare.parts = without_times(rule.parts);
        return of_one_time(bare, start, end ? std::optional(end->day) : std::nullopt,
                           options.with_start);
    }
    if (!rule.has_times()) {
        std::optional<Day> last;
        if (end) {
            const bool is_early = end->time && *end->time < *start.time;
            if (is_early && end->day == first_day) {
                throw RuleLost(sentence("ics.rule.ends_before_first"));
            }
            last = is_early ? later(end->day, -1) : end->day;
        }
        return of_one_time(rule, start, last, options.with_start);
    }
    std::shared_ptr<TimedRule> timed;
    if (rule.steps_within_days()) {
        timed = std::make_shared<Stepping>(rule, start, end, steps);
    } else {
        timed = std::make_shared<TimedDays>(rule, start, end, steps);
    }
    return TimedRule::expansion(std::move(timed), options.with_start);
}

}  // namespace

Expansion expand(const Parsed& rule, const Moment& start, Steps& steps,
                 const ExpandOptions& options) {
    try {
        return expand_checked(rule, start, steps, options);
    } catch (const ProbityError& error) {
        throw RuleLost(reason_of(error));
    } catch (const BeyondDates& error) {
        throw RuleLost(reason_of(error));
    }
}

}  // namespace probity::ics::detail
