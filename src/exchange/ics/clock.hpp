// Times of a day beside the days of a rule: what both kinds of rules with hours are made of.
//
// A Recurrence knows days. Here the times of a day are counted beside them, so that COUNT, UNTIL,
// BYSETPOS and the times before DTSTART leave the days that they leave in RFC 5545 section 3.3.10.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/ics/days.hpp"
#include "exchange/ics/rules.hpp"
#include "exchange/ics/values.hpp"
#include "probity/recurrence/recurrence.hpp"

namespace probity::ics::detail {

/// A rule from whose times others take some out has so many times of day at most.
inline constexpr std::size_t most_times = 48;
inline constexpr std::int64_t seconds_a_day = 86400;

/// A time of day since midnight; none of a whole day.
using Time = std::optional<seconds>;
/// Times in order, each once; a whole day stands before them.
using Times = std::vector<Time>;
/// A second of a day, from 0.
using Second = std::int64_t;

class TimedRule;

/// The days of a rule, DTSTART's among them if the rule or its reader adds it.
struct Expansion {
    Recurrence days;
    /// Whether the rule itself gives DTSTART.
    bool holds_start = false;
    /// DTSTART's, and each day's if the rule names no times.
    Time time = std::nullopt;
    /// The times that the rule names; null if it names none.
    std::shared_ptr<const TimedRule> timed = nullptr;

    /// The times of one of the days. Throws RuleLost and ProbityError, as what follows.
    [[nodiscard]] Times times(Day day) const;
    /// The times that some days have. Throws RuleLost if they are too many to tell apart.
    [[nodiscard]] Times clock() const;
    /// The days that have a time; none if none has. Throws RuleLost if that is not known.
    [[nodiscard]] std::optional<Recurrence> at(const Time& asked) const;
};

/// The numbers of a part of a rule, in order; none without it. Throws RuleLost for others.
[[nodiscard]] std::optional<std::vector<int>> numbers(const Parts& parts, std::string_view name,
                                                      int least, int most);
/// The numbers of BYSETPOS, which here stand for times: so many as a year of seconds may have days.
/// Throws RuleLost for 0, too.
[[nodiscard]] std::optional<std::vector<int>> places_of(const Parts& parts);

/// Hours, minutes and seconds that are combined: so many times, in order.
class Clock {
  public:
    Clock(std::vector<int> hours, std::vector<int> minutes, std::vector<int> seconds_of_minute);

    [[nodiscard]] std::size_t size() const noexcept {
        return hours_.size() * minutes_.size() * seconds_.size();
    }
    /// The second of the day at an index, from 0.
    [[nodiscard]] Second at(std::size_t index) const;

  private:
    std::vector<int> hours_;
    std::vector<int> minutes_;
    std::vector<int> seconds_;
};

/// BYSECOND: a leap second is shown as the second before it.
[[nodiscard]] std::vector<int> shown_seconds(std::vector<int> found);

/// A rule that names times of day, from DTSTART on, its times counted beside its days. It holds on
/// to the steps that it was given.
class TimedRule {
  public:
    /// A second of a day: what the library's days and times come to here.
    using At = std::pair<Day, Second>;

    TimedRule(Parsed rule, const Moment& start, std::optional<End> end, Steps& steps);
    TimedRule(const TimedRule&) = delete;
    TimedRule& operator=(const TimedRule&) = delete;
    virtual ~TimedRule() = default;

    /// The days. With `with_start`, DTSTART is the first in any case, and counts in COUNT.
    [[nodiscard]] static Expansion expansion(std::shared_ptr<TimedRule> rule, bool with_start);

    /// The times of one of the days, from DTSTART to the last.
    [[nodiscard]] Times times(Day day) const;
    /// The times that some days have. Throws RuleLost if they are more than most_times.
    [[nodiscard]] Times clock() const;
    /// The days that have a time, from DTSTART to the last; none if none has.
    [[nodiscard]] std::optional<Recurrence> at(seconds time) const;

  protected:
    /// The days from DTSTART's on, without COUNT and UNTIL.
    [[nodiscard]] virtual Recurrence endless() const = 0;
    /// The times of one of these days as seconds of the day, in order.
    [[nodiscard]] virtual std::vector<Second> seconds_of(Day day) const = 0;
    /// How many times one of the days has.
    [[nodiscard]] virtual std::size_t size_of(Day day) const { return seconds_of(day).size(); }
    /// The seconds that some days have, in order; none if they are more than most_times.
    [[nodiscard]] virtual std::optional<std::vector<Second>> possible() const = 0;
    /// The days without end that have a time; none if none has.
    [[nodiscard]] virtual std::optional<Recurrence> days_at(Second second) const = 0;
    /// The time by which so many have come after those of DTSTART's day; `days` are the endless ones.
    [[nodiscard]] virtual At reached(const Recurrence& days, std::int64_t left) const;
    /// The days of a rule that COUNT ends and that has no others, one by one; none of another.
    [[nodiscard]] virtual std::optional<Recurrence> walked() const { return std::nullopt; }

    [[nodiscard]] const Parsed& rule() const noexcept { return rule_; }
    [[nodiscard]] const Parts& parts() const noexcept { return rule_.parts; }
    [[nodiscard]] const std::optional<End>& end() const noexcept { return end_; }
    /// DTSTART: its day, and the second of it.
    [[nodiscard]] Day first() const noexcept { return first_; }
    [[nodiscard]] Second begin() const noexcept { return begin_; }
    void take_steps(std::size_t steps = 1) const;

  private:
    [[nodiscard]] Expansion expand(bool with_start);
    [[nodiscard]] bool is_before_end(Day day, Second second) const;
    /// The last time that UNTIL and COUNT leave; none if the rule has no end.
    [[nodiscard]] std::optional<At> last_of(const Recurrence& days,
                                            const std::vector<Second>& on_first) const;
    /// The days to the last time.
    [[nodiscard]] Recurrence cut(const Recurrence& days) const;

    Parsed rule_;
    Day first_;
    Second begin_;
    std::optional<End> end_;
    Steps* steps_;
    /// Whether the rule gives DTSTART's day, at whatever time; if not, that day has DTSTART alone.
    bool gives_first_ = true;
    /// After which nothing comes by COUNT or UNTIL.
    std::optional<At> last_;
};

}  // namespace probity::ics::detail
