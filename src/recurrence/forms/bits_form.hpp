// The form of rules that no pattern of years or months says: one ranked bit a day, made on first
// need, from the start to the last date, or to the end of what is known.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "date/ranked_bits.hpp"
#include "recurrence/forms/form.hpp"
#include "recurrence/lazy.hpp"

namespace probity::detail {

class BitsForm final : public Form {
  public:
    using Words = RankedBits::Words;
    /// Sets bit (day - begin) for the dates in [begin, end).
    using Draw = std::function<void(std::int64_t begin, std::int64_t end, Words& words)>;

    /// Nothing is known from `known_end` on; no_later_day where all is known.
    BitsForm(std::int64_t begin, std::int64_t known_end, Draw draw);

    [[nodiscard]] bool is_drawn() const noexcept { return bits_.peek() != nullptr; }

    [[nodiscard]] bool contains(std::int64_t day) const override;
    [[nodiscard]] std::int64_t rank(std::int64_t day) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t day) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t day) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                     std::size_t room) const override;
    void fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const override;
    [[nodiscard]] std::int64_t known_end() const override { return end_; }

  private:
    [[nodiscard]] const RankedBits& bits() const;

    std::int64_t begin_;
    std::int64_t end_;
    Draw draw_;
    Lazy<RankedBits> bits_;
};

/// The form of a rule with RSCALE=DANGI. Throws HorizonError for a start outside the lunar years
/// that are known.
[[nodiscard]] std::unique_ptr<const Form> make_lunar_form(const Rule& rule, DayNumber start);

/// Copies the bits of days [begin, end) to the front of clear `words`: from those of the `size` days
/// from `origin` on.
void copy_bits(std::int64_t origin, std::size_t size, const RankedBits::Words& source,
               std::int64_t begin, std::int64_t end, std::uint64_t* words);
void copy_bits(const RankedBits& bits, std::int64_t begin, std::int64_t end, std::uint64_t* words);

/// Writes the set days in [begin, end), at most `room`.
std::size_t emit_bits(const RankedBits& bits, std::int64_t begin, std::int64_t end, DayNumber* out,
                      std::size_t room);

}  // namespace probity::detail
