// Every k days, or some weekdays of every k-th week: plain arithmetic.
#pragma once

#include <array>
#include <cstdint>

#include "recurrence/forms/form.hpp"

namespace probity::detail {

class StrideForm final : public Form {
  public:
    /// The days `origin + n * period + i` for every n >= 0 and every bit i of `offsets`, [0, 6].
    StrideForm(DayNumber origin, std::int64_t period, std::uint8_t offsets);

    [[nodiscard]] bool contains(std::int64_t day) const override;
    [[nodiscard]] std::int64_t rank(std::int64_t day) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t day) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t day) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                     std::size_t room) const override;
    void fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const override;

  private:
    DayNumber origin_;
    std::uint32_t period_;
    std::uint8_t mask_;
    std::uint8_t per_period_;
    // How many offsets lie before day i of a period, i in [0, 7].
    std::array<std::uint8_t, 8> before_{};
    std::array<std::uint8_t, 7> offsets_{};
};

}  // namespace probity::detail
