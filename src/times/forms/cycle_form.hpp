// Steps of so many seconds, as HOURLY, MINUTELY and SECONDLY take them.
//
// Steps fall on the same seconds of the day again after a day's seconds divided by what these and the
// step have in common: 86,400 steps at most. So BYHOUR, BYMINUTE and BYSECOND, where they limit, are
// bits over one such cycle; where they expand, each step has the same seconds within it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "date/ranked_bits.hpp"
#include "recurrence/lazy.hpp"
#include "times/forms/time_form.hpp"

namespace probity::detail {

class CycleForm final : public TimeForm {
  public:
    /// Steps from `origin` on, `step` seconds apart, of which the bits of a cycle pass; each that does
    /// has the times `offsets`, ascending and less than a step. Nothing if either is empty.
    CycleForm(std::int64_t origin, std::int64_t step, RankedBits::Words passing, std::size_t cycle,
              std::vector<std::int32_t> offsets);

    [[nodiscard]] std::int64_t step() const noexcept { return step_; }

    [[nodiscard]] bool contains(std::int64_t time) const override;
    [[nodiscard]] std::int64_t rank(std::int64_t time) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t time) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t time) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                     std::size_t room) const override;
    /// Where in a cycle it begins.
    [[nodiscard]] std::optional<std::int64_t> pattern_of(std::int64_t begin,
                                                         std::int64_t /*length*/) const override {
        return (begin - origin_) % (cycle_ * step_);
    }

  private:
    /// A time as a cycle, a step of it, and seconds since the step.
    struct Place {
        std::int64_t cycle;
        std::int64_t step;
        std::int64_t rest;
    };

    [[nodiscard]] bool is_empty() const noexcept { return total_ == 0; }
    [[nodiscard]] Place place_of(std::int64_t time) const noexcept;
    [[nodiscard]] std::int64_t time_of(std::int64_t cycle, std::int64_t step) const noexcept {
        return origin_ + (cycle * cycle_ + step) * step_;
    }
    /// How many of a step's times lie before so many seconds since it.
    [[nodiscard]] std::int64_t offsets_before(std::int64_t rest) const noexcept;
    std::size_t emit_steps(std::int64_t begin, std::int64_t end, std::int64_t* out,
                           std::size_t room) const;

    std::int64_t origin_;
    std::int64_t step_;
    std::int64_t cycle_;
    RankedBits passing_;
    std::vector<std::int32_t> offsets_;
    std::int64_t total_;  // times in a cycle
};

/// The times of a CycleForm that lie on the days of a date rule.
class DaysCycleForm final : public TimeForm {
  public:
    DaysCycleForm(std::int64_t start, CycleForm steps, std::unique_ptr<const Form> days);

    [[nodiscard]] bool contains(std::int64_t time) const override;
    [[nodiscard]] std::int64_t rank(std::int64_t time) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t time) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t time) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                     std::size_t room) const override;
    [[nodiscard]] std::int64_t known_end() const override { return known_end_of(*days_); }

  private:
    /// How many times lie before each block of days, from that of the start on; the last entry is the
    /// total.
    [[nodiscard]] const std::vector<std::int64_t>& before_blocks() const;
    [[nodiscard]] std::int64_t block_begin(std::size_t block) const noexcept {
        return first_day_ + static_cast<std::int64_t>(block) * block_days;
    }
    /// Calls visit(begin, end) for each run of days of the rule in [begin, end), a block at most, until
    /// it returns false.
    template <class Visitor>
    void for_each_run(std::int64_t begin, std::int64_t end, Visitor visit) const;
    [[nodiscard]] std::int64_t steps_in(std::int64_t begin_day, std::int64_t end_day) const;
    std::size_t emit_by_steps(std::int64_t begin, std::int64_t end, std::int64_t* out,
                              std::size_t room) const;
    std::size_t emit_by_days(std::int64_t begin, std::int64_t end, std::int64_t* out,
                             std::size_t room) const;

    static constexpr std::int64_t block_days = word_bits;

    CycleForm steps_;
    std::unique_ptr<const Form> days_;
    std::int64_t first_day_;
    Lazy<std::vector<std::int64_t>> before_blocks_;
};

}  // namespace probity::detail
