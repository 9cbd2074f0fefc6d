// Days of a date rule, each with the same times of day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "times/forms/time_form.hpp"

namespace probity::detail {

class DayTimesForm final : public TimeForm {
  public:
    /// `times` are seconds since midnight, ascending, at least one.
    DayTimesForm(std::unique_ptr<const Form> days, std::vector<std::int32_t> times);

    [[nodiscard]] const Form& days() const noexcept { return *days_; }
    [[nodiscard]] const std::vector<std::int32_t>& times() const noexcept { return times_; }

    [[nodiscard]] bool contains(std::int64_t time) const override;
    [[nodiscard]] std::int64_t rank(std::int64_t time) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t time) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t time) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                     std::size_t room) const override;
    /// Within a day, where in the day it begins.
    [[nodiscard]] std::optional<std::int64_t> pattern_of(std::int64_t begin,
                                                         std::int64_t length) const override;
    [[nodiscard]] std::int64_t known_end() const override { return known_end_of(*days_); }

  private:
    /// How many times of the day lie before a second of it.
    [[nodiscard]] std::int64_t times_before(std::int64_t second) const noexcept;
    std::size_t emit_one_a_day(std::int64_t begin, std::int64_t end, std::int64_t* out,
                               std::size_t room) const;

    std::unique_ptr<const Form> days_;
    std::vector<std::int32_t> times_;
};

/// The union of forms that share no time of day.
class UnionForm final : public TimeForm {
  public:
    UnionForm(std::int64_t start, std::vector<std::unique_ptr<const DayTimesForm>> parts);

    [[nodiscard]] bool contains(std::int64_t time) const override;
    [[nodiscard]] std::int64_t rank(std::int64_t time) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t time) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t time) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                     std::size_t room) const override;
    [[nodiscard]] std::int64_t known_end() const override { return parts_.front()->known_end(); }

  private:
    /// The times in [begin, end), in order.
    [[nodiscard]] std::vector<std::int64_t> collect(std::int64_t begin, std::int64_t end) const;

    std::int64_t first_day_;
    std::vector<std::unique_ptr<const DayTimesForm>> parts_;
};

}  // namespace probity::detail
