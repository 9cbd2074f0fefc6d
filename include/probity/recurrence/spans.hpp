// Spans: whole weeks, or any run of days, that recur.
//
// A span rule is a rule of anchors, an offset from the anchor to the first day, and a length. The
// third ISO week of every month is the third Thursday, back three days, seven days long:
//
//     Spans weeks = nth_week(3, make_date(2026, 1, 1));
//     weeks.nth(0);                               // [2026-01-12, 2026-01-19)
//     weeks.covering(make_date(2026, 3, 18));     // [2026-03-16, 2026-03-23)
//     weeks.contains(make_date(2026, 3, 25));     // false
//     weeks.days();                               // the Recurrence of all their days
//
// The start bounds the anchors, not the first days: a week that began before the start and whose
// anchor did not is one of them. A span that would leave 1400-01-01 to 9999-12-31 is not one.
#pragma once

#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/week_of_month.hpp"
#include "probity/recurrence/recurrence.hpp"

namespace probity {

/// Where spans lie: a rule of anchors, the days from anchor to first day, and the length in days.
struct SpanRule {
    Rule anchors;
    std::int32_t offset = 0;
    std::int32_t days = 1;

    friend bool operator==(const SpanRule&, const SpanRule&) = default;
};

/// Recurring runs of days.
class Spans {
  public:
    /// Throws ProbityError unless days is 1 to 366 and offset within 366 days either way.
    Spans(Recurrence anchors, std::int32_t offset, std::int32_t days);
    Spans(const SpanRule& rule, const Date& start);

    [[nodiscard]] const Recurrence& anchors() const& noexcept { return anchors_; }
    [[nodiscard]] Recurrence anchors() && { return std::as_const(*this).anchors(); }
    /// Days from an anchor to its span's first day; negative where the span begins before it.
    [[nodiscard]] std::int32_t offset() const noexcept { return offset_; }
    /// The length of each span.
    [[nodiscard]] std::int32_t length() const noexcept { return length_; }

    /// The spans that meet [begin, end), in order.
    [[nodiscard]] std::vector<Interval> between(
        const Date& begin, const std::optional<Date>& end = std::nullopt) const;
    /// The span that holds a date; where several do, the one that begins last.
    [[nodiscard]] std::optional<Interval> covering(const Date& date) const;
    [[nodiscard]] bool contains(const Date& date) const { return covering(date).has_value(); }

    /// The first span that begins after a date.
    [[nodiscard]] std::optional<Interval> next_after(const Date& date) const;
    /// The last span that begins before a date.
    [[nodiscard]] std::optional<Interval> last_before(const Date& date) const;
    /// The k-th span, from 0. Throws ProbityError for a negative k.
    [[nodiscard]] std::optional<Interval> nth(std::int64_t k) const;
    /// How many spans begin in [begin, end).
    [[nodiscard]] std::int64_t count(const Date& begin,
                                     const std::optional<Date>& end = std::nullopt) const;
    [[nodiscard]] bool is_finite() const { return anchors_.is_finite(); }

    /// The first days of all spans.
    [[nodiscard]] const Recurrence& first_days() const& noexcept { return first_days_; }
    [[nodiscard]] Recurrence first_days() && { return std::as_const(*this).first_days(); }
    /// All days of all spans.
    [[nodiscard]] Recurrence days() const;

    [[nodiscard]] std::size_t hash() const noexcept;
    friend bool operator==(const Spans& a, const Spans& b) {
        return a.offset_ == b.offset_ && a.length_ == b.length_ && a.anchors_ == b.anchors_;
    }

  private:
    [[nodiscard]] std::optional<Interval> span_from(const std::optional<Date>& first_day) const;

    Recurrence anchors_;
    std::int32_t offset_;
    std::int32_t length_;
    Recurrence first_days_;
};

/// The rule of the n-th week of every month, 1 to 5 or -1 to -5 from the end.
[[nodiscard]] SpanRule nth_week_rule(int n, WeekConvention convention = WeekConvention::iso());

/// The n-th week of every month. Throws ProbityError for n = 0 or beyond 5 either way.
[[nodiscard]] Spans nth_week(int n, const Date& start = first_date(),
                             WeekConvention convention = WeekConvention::iso());

/// The third week of every month.
[[nodiscard]] Spans third_week(const Date& start = first_date(),
                               WeekConvention convention = WeekConvention::iso());

/// A weekday of the n-th week of some months (all if none is named): 매년 3월 셋째 주 수요일, "the Wednesday
/// of the third week of March", is weekday_of_week(WE, 3, {3}). Start bounds the dates themselves.
[[nodiscard]] Recurrence weekday_of_week(Weekday weekday, int n,
                                         const std::vector<int>& months = {},
                                         const Date& start = first_date(),
                                         WeekConvention convention = WeekConvention::iso());

/// The third Wednesday of every month, or of one month every year: BYDAY=3WE.
[[nodiscard]] Recurrence third_wednesday(std::optional<int> month = std::nullopt,
                                         const Date& start = first_date());

/// "Spans(Recurrence(FREQ=MONTHLY;BYDAY=3TH, 2026-01-01), offset=-3, days=7)".
[[nodiscard]] std::string to_string(const Spans& spans);
std::ostream& operator<<(std::ostream& out, const Spans& spans);

static_assert(std::copyable<Spans> && std::regular<SpanRule>);

}  // namespace probity
