#include "sentences/agreement.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "date/civil.hpp"
#include "probity/date/date.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "sentences/names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// The years in which days are counted: the calendar's weekdays come round in 28.
constexpr int first_counted = 2001;
constexpr int years = 28;

std::string words_for(TimesPeriod period) {
    switch (period) {
        case TimesPeriod::year:
            return "a year";
        case TimesPeriod::half_year:
            return "in a half-year";
        case TimesPeriod::quarter:
            return "a quarter";
        case TimesPeriod::month:
            return "a month";
        case TimesPeriod::week:
            return "a week";
        default:
            return "a day";
    }
}

int months_in(TimesPeriod period) {
    return period == TimesPeriod::year        ? 12
           : period == TimesPeriod::half_year ? 6
           : period == TimesPeriod::quarter   ? 3
                                              : 1;
}

TimesPeriod period_of_heads(const RuleMaker& maker) {
    const SentencePlan& plan = maker.plan();
    if (plan.block == 3) return TimesPeriod::quarter;
    if (plan.block == 6) return TimesPeriod::half_year;
    switch (plan.heads.empty() ? maker.frequency() : plan.heads.back().frequency) {
        case Frequency::yearly:
            return TimesPeriod::year;
        case Frequency::monthly:
            return TimesPeriod::month;
        case Frequency::weekly:
            return TimesPeriod::week;
        default:
            return TimesPeriod::day;
    }
}

/// How many of the periods of 28 years must have days.
std::size_t periods_with_days(const SentencePlan& plan, TimesPeriod period) {
    const std::size_t named = plan.block_starts.empty() ? 4 : plan.block_starts.size();
    switch (period) {
        case TimesPeriod::week:
            return plan.months.empty() ? 1400 : 100;
        case TimesPeriod::month:
            return years * (plan.months.size() > 1 ? plan.months.size() : 12);
        case TimesPeriod::half_year:
            return years * std::min(named, std::size_t{2});
        case TimesPeriod::quarter:
            return years * named;
        default:
            return years;
    }
}

std::int64_t key(const Date& day, TimesPeriod period) {
    if (period == TimesPeriod::week) return floor_div(day_number(day) + 3, 7);
    return (day.year() * 12 + day.month() - 1) / months_in(period);
}

/// How many of its days, or of the anchors of its spans, fall in each period of 28 years.
std::map<std::int64_t, Said> counts_of(const Reading& reading, TimesPeriod period) {
    const Date begin = make_date(first_counted, 1, 1);
    const Date end = make_date(first_counted + years, 1, 1);
    std::set<Date> anchors;
    for (const Term& term : reading.terms) {
        const DateSet days = Recurrence(term.anchors, begin).between(begin, end);
        anchors.insert(days.begin(), days.end());
    }
    std::map<std::int64_t, Said> counts;
    for (const Date& day : anchors) ++counts[key(day, period)];
    if (period == TimesPeriod::week && !counts.empty()) {
        // The first and the last week are cut by the edges.
        counts.erase(std::prev(counts.end()));
        if (!counts.empty()) counts.erase(counts.begin());
    }
    return counts;
}

}  // namespace

void check_times(const RuleMaker& maker, const Reading& usual) {
    const SentencePlan& plan = maker.plan();
    if (!plan.times || plan.lunar || plan.count) return;
    const auto [n, said, at] = *plan.times;
    const TimesPeriod period = said == TimesPeriod::none ? period_of_heads(maker) : said;
    if (period == TimesPeriod::day || (maker.interval() > 1 && said == TimesPeriod::none)) return;
    const std::map<std::int64_t, Said> counts = counts_of(usual, period);
    Said least = counts.empty() ? 0 : counts.begin()->second;
    Said most = least;
    for (const auto& [place, count] : counts) {
        least = std::min(least, count);
        most = std::max(most, count);
    }
    if (counts.size() < periods_with_days(plan, period)) least = 0;
    if ((plan.at_most || least >= n) && (plan.at_least || most <= n)) return;
    const Text given = least == most ? Text::in_any_language(std::to_string(least))
                                     : sentence("rule.range", {{"least", least}, {"most", most}});
    const Text named = most == least && least == 1
                           ? sentence("rule.agreement_one")
                           : sentence("rule.agreement_days", {{"days", given}});
    maker.fail(sentence("rule.agreement", {{"times", times_in_english(n)},
                                           {"number", n},
                                           {"period", words_for(period)},
                                           {"named", named}}),
               at);
}

}  // namespace probity::detail
