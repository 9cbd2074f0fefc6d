// A recurrence in time: a rule with the local time from which it counts, in a zone or in none, as an
// infinite ordered set of instants.
//
//     const Zone seoul = Zone::find("Asia/Seoul");
//     TimedRecurrence r{Rule::parse("FREQ=WEEKLY;BYHOUR=10,14"), make_time(2026, 3, 18, 10), seoul};
//     r.next_after(make_time(2026, 3, 18, 10));              // 2026-03-18T14:00:00+09:00[Asia/Seoul]
//     r.nth(2);                                              // 2026-03-25T10:00:00+09:00[Asia/Seoul]
//     r.count(make_time(2026, 1, 1), make_time(2027, 1, 1)); // 84
//
// Every frequency and every part of RFC 5545 is taken, and all of it in wall time, as clocks show it: an
// hourly rule steps by hours of the clock, also over a change of clocks. Elapsed hours are had in UTC.
// The standard leaves some questions open. Their answers:
//
//     a time that clocks skip     has the distance from UTC before the gap (3.3.5), and counts; if that
//                                 is the instant of another time, both are one before COUNT counts
//     a time that comes twice     is the first
//     BYSETPOS                    counts wall times of the period
//     BYSECOND=60                 is 59: no clock shows a leap second
//     UNTIL                       as a date is all of its local day; as a local time it is compared with
//                                 wall times, as one of UTC with instants
//     start                       nothing lies before it, by wall time nor by instant; of a start that
//                                 is skipped the written fields fill what the rule leaves open
//
// Without a zone times float: their positions are local times. Recurrences combine as sets of instants
// do, if they are in the same zone.
//
// Nothing is walked: the n-th time and the number of times between two cost the same in 2027 and in
// 9027. Only `nth` and `count` of combinations go through all times before. Tables are made when a
// question first needs them, once, safely among threads.
#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "probity/recurrence/rule.hpp"
#include "probity/times/local_time.hpp"
#include "probity/times/zone.hpp"

namespace probity {

namespace detail {
class TimedExpression;
}

/// A time as it is asked about: a local time, in the recurrence's zone as Zone::instant reads it, or an
/// instant. Floating recurrences take local times alone.
using GivenTime = std::variant<LocalTime, std::chrono::sys_seconds>;

/// A time of a recurrence.
class ZonedTime {
  public:
    /// 1970-01-01T00:00:00, floating.
    ZonedTime() = default;
    /// A floating time.
    explicit ZonedTime(const LocalTime& local) : seconds_(local.seconds()) {}
    /// An instant, as clocks of a zone show it.
    ZonedTime(std::chrono::sys_seconds instant, Zone zone)
        : seconds_(instant.time_since_epoch().count()), zone_(std::move(zone)) {}

    /// None if it floats.
    [[nodiscard]] const std::optional<Zone>& zone() const& noexcept { return zone_; }
    [[nodiscard]] std::optional<Zone> zone() && { return zone_; }
    /// The time that clocks show: instead of a skipped one, the time behind the gap.
    [[nodiscard]] LocalTime local() const;
    /// None if it floats.
    [[nodiscard]] std::optional<std::chrono::sys_seconds> instant() const;
    /// Local time less UTC; none if it floats.
    [[nodiscard]] std::optional<std::chrono::seconds> offset() const;
    /// Whether clocks show the local time for the second time.
    [[nodiscard]] bool is_second() const;

    friend bool operator==(const ZonedTime&, const ZonedTime&) = default;

  private:
    std::int64_t seconds_ = 0;
    std::optional<Zone> zone_;
};

/// "2026-03-18T10:00:00+09:00[Asia/Seoul]", or "2026-03-18T10:00:00" of one that floats.
[[nodiscard]] std::string to_string(const ZonedTime& time);
std::ostream& operator<<(std::ostream& out, const ZonedTime& time);

/// Times of a recurrence, in order, all in one zone or floating.
class Times {
  public:
    Times() = default;
    /// `seconds` ascend, each once.
    Times(std::vector<std::int64_t> seconds, std::optional<Zone> zone)
        : seconds_(std::move(seconds)), zone_(std::move(zone)) {}

    [[nodiscard]] std::size_t size() const noexcept { return seconds_.size(); }
    [[nodiscard]] bool empty() const noexcept { return seconds_.empty(); }
    [[nodiscard]] const std::optional<Zone>& zone() const& noexcept { return zone_; }
    [[nodiscard]] std::optional<Zone> zone() && { return std::as_const(*this).zone(); }
    /// Seconds since 1970-01-01T00:00:00 UTC; local seconds of floating times.
    [[nodiscard]] const std::vector<std::int64_t>& seconds() const& noexcept { return seconds_; }
    [[nodiscard]] std::vector<std::int64_t> seconds() && { return std::move(seconds_); }
    /// i < size().
    [[nodiscard]] ZonedTime operator[](std::size_t i) const;

    friend bool operator==(const Times&, const Times&) = default;

  private:
    std::vector<std::int64_t> seconds_;
    std::optional<Zone> zone_;
};

/// An ordered set of times given by a rule and its start, or by a combination of such sets.
class TimedRecurrence {
  public:
    struct Step;

    /// Extra times (RDATE) are added and excepted ones (EXDATE) taken out after COUNT has been counted;
    /// an excepted time also removes an extra one. Throws RuleError for an UNTIL in UTC of a rule that
    /// floats, ProbityError for an instant beside floating times, DateError for one outside 1400 to
    /// 9999, and HorizonError for a lunisolar rule that starts outside 1900-2100.
    TimedRecurrence(const Rule& rule, const LocalTime& start,
                    std::optional<Zone> zone = std::nullopt,
                    const std::vector<GivenTime>& extra_times = {},
                    const std::vector<GivenTime>& excepted_times = {});

    /// The rule; none for a combination.
    [[nodiscard]] std::optional<Rule> rule() const;
    /// The local time from which the rule counts; none for a combination.
    [[nodiscard]] std::optional<LocalTime> start() const;
    /// None if it floats.
    [[nodiscard]] std::optional<Zone> zone() const;
    /// RDATE, ascending; none for a combination.
    [[nodiscard]] Times extra_times() const;
    /// EXDATE, ascending; none for a combination.
    [[nodiscard]] Times excepted_times() const;
    /// How it was made: each distinct part once, a part's own parts before it, the whole last.
    [[nodiscard]] std::vector<Step> steps() const;

    /// The times in [begin, end). Throws HorizonError if they lie beyond what is known of the lunisolar
    /// calendar; so do the other questions.
    [[nodiscard]] Times between(const GivenTime& begin,
                                const std::optional<GivenTime>& end = std::nullopt) const;
    /// The first after a time; none past the end.
    [[nodiscard]] std::optional<ZonedTime> next_after(const GivenTime& time) const;
    /// The last before a time; none before the start.
    [[nodiscard]] std::optional<ZonedTime> last_before(const GivenTime& time) const;
    /// The k-th, from 0; none past the end. Throws ProbityError for a negative k. A combination goes
    /// through all before it.
    [[nodiscard]] std::optional<ZonedTime> nth(std::int64_t k) const;
    /// How many lie in [begin, end). Zero if end is not after begin. A combination goes through them.
    [[nodiscard]] std::int64_t count(const GivenTime& begin,
                                     const std::optional<GivenTime>& end = std::nullopt) const;
    [[nodiscard]] bool contains(const GivenTime& time) const;
    /// Whether it ends before 9999-12-31 by COUNT, by UNTIL or because the rule matches nothing.
    [[nodiscard]] bool is_finite() const;

    /// Writes the times in [begin, end), in seconds as Times::seconds has them, as many as there is
    /// room for, and returns how many were written.
    std::size_t write(const GivenTime& begin, const std::optional<GivenTime>& end,
                      std::span<std::int64_t> out) const;

    /// Whether two recurrences, however made, have the same times: instants, or local times that float.
    /// Goes through all of them.
    [[nodiscard]] bool same_dates(const TimedRecurrence& other) const;

    [[nodiscard]] std::size_t hash() const noexcept;

    /// Throw ProbityError if the zones differ.
    friend TimedRecurrence operator|(const TimedRecurrence& a, const TimedRecurrence& b);
    friend TimedRecurrence operator&(const TimedRecurrence& a, const TimedRecurrence& b);
    friend TimedRecurrence operator-(const TimedRecurrence& a, const TimedRecurrence& b);
    /// Structural: the same rule, start, zone and exceptions, or the same combination of equal parts.
    friend bool operator==(const TimedRecurrence& a, const TimedRecurrence& b);
    friend std::string to_string(const TimedRecurrence& recurrence);

  private:
    explicit TimedRecurrence(std::shared_ptr<const detail::TimedExpression> expression)
        : expression_(std::move(expression)) {}

    [[nodiscard]] std::optional<ZonedTime> time_or_none(std::int64_t at) const;

    std::shared_ptr<const detail::TimedExpression> expression_;
};

/// A step in which a recurrence was made, for those who write it down: a rule, or of earlier steps
/// a | b, a & b, a - b.
struct TimedRecurrence::Step {
    enum class Operation : std::uint8_t { rule, unite, intersect, subtract };

    Operation operation = Operation::rule;
    /// The rule with its start, zone and exceptions; none of a combination.
    std::optional<TimedRecurrence> rule = std::nullopt;
    /// Places among the steps.
    std::size_t a = 0;
    std::size_t b = 0;
};

/// "TimedRecurrence(FREQ=DAILY, 2026-03-18T10:00:00, Asia/Seoul)"; a combination as "(a | b)", and one
/// that would be written with more than 1000 rules and combinations as "<TimedRecurrence of 2047
/// parts>".
[[nodiscard]] std::string to_string(const TimedRecurrence& recurrence);
std::ostream& operator<<(std::ostream& out, const TimedRecurrence& recurrence);

static_assert(std::copyable<TimedRecurrence> && std::equality_comparable<TimedRecurrence>);
static_assert(std::regular<ZonedTime> && std::regular<Times>);

}  // namespace probity
