// The days of a rule that steps by hours, minutes or seconds (FREQ=HOURLY and finer).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/ics/clock.hpp"

namespace probity::ics::detail {

/// A rule that steps by hours, minutes or seconds. A step is a number: so many from midnight.
class Stepping final : public TimedRule {
  public:
    /// Throws RuleLost.
    Stepping(const Parsed& rule, const Moment& start, std::optional<End> end, Steps& steps);

  protected:
    [[nodiscard]] Recurrence endless() const override;
    [[nodiscard]] std::vector<Second> seconds_of(Day day) const override;
    [[nodiscard]] std::size_t size_of(Day day) const override { return size_at(residue_of(day)); }
    [[nodiscard]] std::optional<std::vector<Second>> possible() const override;
    [[nodiscard]] std::optional<Recurrence> days_at(Second second) const override;
    [[nodiscard]] At reached(const Recurrence& days, std::int64_t left) const override;
    [[nodiscard]] std::optional<Recurrence> walked() const override;

  private:
    using Numbers = std::optional<std::vector<int>>;

    /// The seconds within a step at which it takes place.
    [[nodiscard]] std::vector<Second> picked_of(const Clock& within) const;
    /// The first step of a day, from its midnight on.
    [[nodiscard]] std::int64_t residue_of(Day day) const;
    [[nodiscard]] std::int64_t residue_after(std::int64_t days_ahead) const;
    /// The steps of a day from one on that pass BYHOUR, BYMINUTE and BYSECOND.
    [[nodiscard]] std::vector<std::int64_t> ticks(std::int64_t residue, std::int64_t least) const;
    [[nodiscard]] std::size_t size_at(std::int64_t residue) const;
    [[nodiscard]] bool passes(Second second) const;
    [[nodiscard]] bool passes_all() const noexcept { return !hours_ && !minutes_ && !seconds_; }
    /// The parts that pick days, as text behind a rule of days. Throws RuleLost for others.
    [[nodiscard]] std::string filter() const;
    /// Whether each step is one time of a day, and none is left out.
    [[nodiscard]] bool is_unfiltered() const;
    /// The days that BYYEARDAY leaves.
    [[nodiscard]] Recurrence in_year(Recurrence all) const;
    /// The days of steps that do not fall on each day.
    [[nodiscard]] Recurrence of_residues(const std::string& filter) const;
    [[nodiscard]] std::int64_t days_left() const;

    /// The seconds of a step, and the steps of a day.
    std::int64_t unit_;
    std::int64_t a_day_;
    std::int64_t interval_;
    /// The step of DTSTART.
    std::int64_t tick_;
    Numbers hours_;
    Numbers minutes_;
    Numbers seconds_;
    std::vector<Second> picked_;
    /// The period of the steps in days.
    std::int64_t period_;
    /// Whether each step is one time, and no step is left out for its time or day of the year.
    bool is_plain_;
    /// How many times the days of each residue have, as far as they were asked for.
    mutable std::map<std::int64_t, std::size_t> sizes_;
};

}  // namespace probity::ics::detail
