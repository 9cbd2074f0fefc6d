#include "probity/recurrence/spans.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include "date/hash.hpp"
#include "date/week_number.hpp"
#include "recurrence/combinations.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

constexpr std::int32_t longest = 366;

std::int32_t checked_offset(std::int32_t offset) {
    if (offset < -longest || offset > longest) {
        throw ProbityError(detail::sentence("spans.offset", {{"days", offset}}));
    }
    return offset;
}

std::int32_t checked_length(std::int32_t days) {
    if (days < 1 || days > longest) {
        throw ProbityError(detail::sentence("spans.length", {{"days", days}}));
    }
    return days;
}

}  // namespace

Spans::Spans(Recurrence anchors, std::int32_t offset, std::int32_t days)
    : anchors_(std::move(anchors)),
      offset_(checked_offset(offset)),
      length_(checked_length(days)),
      first_days_(anchors_.shift(offset)) {}

Spans::Spans(const SpanRule& rule, const Date& start)
    : Spans(Recurrence(rule.anchors, start), rule.offset, rule.days) {}

std::optional<Interval> Spans::span_from(const std::optional<Date>& first_day) const {
    if (!first_day || day_number(*first_day) > last_day_number - length_ + 1) return std::nullopt;
    return Interval::of_days(*first_day, length_);
}

std::vector<Interval> Spans::between(const Date& begin, const std::optional<Date>& end) const {
    if (end && *end <= begin) return {};
    const std::int64_t reach = std::int64_t{day_number(begin)} - length_ + 1;
    const Date from = date_of(std::max<std::int64_t>(reach, first_day_number));
    std::vector<Interval> spans;
    for (const Date& first_day : first_days_.between(from, end)) {
        if (const auto span = span_from(first_day)) spans.push_back(*span);
    }
    return spans;
}

std::optional<Interval> Spans::covering(const Date& date) const {
    // Those that begin later do not fit before the end of time.
    const Date latest = date_of(std::min(day_number(date), last_day_number - length_ + 1));
    const auto first_day = first_days_.contains(latest) ? latest : first_days_.last_before(latest);
    const auto span = span_from(first_day);
    return span && span->contains(date) ? span : std::nullopt;
}

std::optional<Interval> Spans::next_after(const Date& date) const {
    return span_from(first_days_.next_after(date));
}

std::optional<Interval> Spans::last_before(const Date& date) const {
    auto first_day = first_days_.last_before(date);
    // The last ones may not fit before the end of time.
    while (first_day && !span_from(first_day)) first_day = first_days_.last_before(*first_day);
    return span_from(first_day);
}

std::optional<Interval> Spans::nth(std::int64_t k) const { return span_from(first_days_.nth(k)); }

std::int64_t Spans::count(const Date& begin, const std::optional<Date>& end) const {
    if (length_ == 1) return first_days_.count(begin, end);
    const Date fitting = date_of(std::int64_t{last_day_number} - length_ + 2);
    const bool cut = !end || *end > fitting;
    if (cut && begin >= fitting) return 0;
    return first_days_.count(begin, cut ? std::optional<Date>(fitting) : end);
}

Recurrence Spans::days() const {
    if (length_ == 1) return first_days_;
    return Recurrence(
        std::make_shared<const detail::SpanDaysExpression>(first_days_.expression_, length_));
}

std::size_t Spans::hash() const noexcept {
    return detail::hash_of(anchors_.hash(), static_cast<std::uint32_t>(offset_),
                           static_cast<std::uint32_t>(length_));
}

std::string to_string(const Spans& spans) {
    return "Spans(" + to_string(spans.anchors()) + ", offset=" + std::to_string(spans.offset()) +
           ", days=" + std::to_string(spans.length()) + ")";
}

std::ostream& operator<<(std::ostream& out, const Spans& spans) { return out << to_string(spans); }

// --- Weeks of the month ---------------------------------------------------------------------------

SpanRule nth_week_rule(int n, WeekConvention convention) {
    detail::require_week(n);
    return {Rule({.frequency = Frequency::monthly, .by_day = {convention.anchor()(n)}}),
            -convention.days_before_anchor(), 7};
}

Spans nth_week(int n, const Date& start, WeekConvention convention) {
    return Spans(nth_week_rule(n, convention), start);
}

Spans third_week(const Date& start, WeekConvention convention) {
    return nth_week(3, start, convention);
}

Recurrence weekday_of_week(Weekday weekday, int n, const std::vector<int>& months,
                           const Date& start, WeekConvention convention) {
    detail::require_week(n);
    RuleParts parts{.frequency = months.empty() ? Frequency::monthly : Frequency::yearly,
                    .by_month = months};
    // Days from the week's anchor to the weekday: [-6, 6].
    const int into_week = (weekday.index() - convention.first_day().index() + 7) % 7;
    const std::int32_t offset = into_week - convention.days_before_anchor();
    // The n-th anchor lies on one of seven days of the month, and so does the weekday: if they stay
    // within the 28 days that every month has, a rule says it.
    const int first = n > 0 ? 7 * (n - 1) + 1 + offset : 7 * n + offset;
    const bool in_every_month =
        n > 0 ? first >= 1 && first + 6 <= 28 : first >= -28 && first + 6 <= -1;
    if (in_every_month) {
        parts.by_weekday = {weekday};
        for (int day = first; day < first + 7; ++day) parts.by_month_day.push_back(day);
        return Recurrence(Rule(parts), start);
    }
    parts.by_day = {convention.anchor()(n)};
    const std::int64_t anchor_start = std::int64_t{day_number(start)} - offset;
    // Where the start lies within a week of the last date, no anchor may come late enough.
    if (anchor_start > last_day_number) parts.until = first_date();
    const auto anchors_from =
        std::clamp<std::int64_t>(anchor_start, first_day_number, last_day_number);
    return Recurrence(Rule(parts), date_of(anchors_from)).shift(offset);
}

Recurrence third_wednesday(std::optional<int> month, const Date& start) {
    RuleParts parts{.frequency = month ? Frequency::yearly : Frequency::monthly, .by_day = {WE(3)}};
    if (month) parts.by_month = {*month};
    return Recurrence(Rule(parts), start);
}

}  // namespace probity
