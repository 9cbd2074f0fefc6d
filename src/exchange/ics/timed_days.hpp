// The days of a rule of days, weeks, months or years that names times of day.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "exchange/ics/clock.hpp"

namespace probity::ics::detail {

/// A rule of days, weeks, months or years with the times of each of its days.
class TimedDays final : public TimedRule {
  public:
    /// Throws RuleLost.
    TimedDays(const Parsed& rule, const Moment& start, std::optional<End> end, Steps& steps);

  protected:
    [[nodiscard]] Recurrence endless() const override;
    [[nodiscard]] std::vector<Second> seconds_of(Day day) const override;
    [[nodiscard]] std::size_t size_of(Day day) const override { return indexes(day).size(); }
    [[nodiscard]] std::optional<std::vector<Second>> possible() const override;
    [[nodiscard]] std::optional<Recurrence> days_at(Second second) const override;
    [[nodiscard]] At reached(const Recurrence& days, std::int64_t left) const override;

  private:
    /// Times by their places on the clock.
    using Indexes = std::set<std::size_t>;

    /// BYSETPOS among days and times as one among days, with the times that it picks.
    void place(const std::vector<int>& places);
    /// Names the day that DTSTART names, so that BYSETPOS has what to pick from.
    void name_day();
    [[nodiscard]] bool is_daily() const noexcept { return bare_.frequency() == "DAILY"; }
    /// Returns the part that is picked of the day at a place, from 1, among so many days of its
    /// period.
    [[nodiscard]] Indexes of_day(std::int64_t place, std::int64_t size) const;
    /// The times of one of the days.
    [[nodiscard]] std::vector<std::size_t> indexes(Day day) const;
    /// The first day of the period of BYSETPOS in which a day lies, and the first after it; none past
    /// the last date.
    [[nodiscard]] std::pair<Day, std::optional<Day>> period_of(Day day) const;

    Clock clock_;
    /// The rule without COUNT, UNTIL and times; BYSETPOS is among days.
    Parts bare_;
    /// BYSETPOS among days, with the times that it picks of the day at each place.
    std::map<std::int64_t, Indexes> positions_;
    bool is_empty_ = false;
    /// Whether each day has the same times.
    bool is_same_daily_ = true;
    /// Those times, once they were asked for.
    mutable std::optional<std::vector<Second>> same_;
};

}  // namespace probity::ics::detail
