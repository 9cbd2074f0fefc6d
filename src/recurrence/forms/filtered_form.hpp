// The form of every k-th day, or of some weekdays of every k-th week, among the dates of another
// form: DAILY and WEEKLY with INTERVAL and parts that limit.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "recurrence/forms/bits_form.hpp"
#include "recurrence/forms/form.hpp"
#include "recurrence/forms/stride_form.hpp"

namespace probity::detail {

/// Questions about single days and short runs are answered by the two forms; who asks more is served
/// by ranked bits, drawn on first need.
class FilteredForm final : public Form {
  public:
    /// Dates before `start` are never asked about.
    FilteredForm(DayNumber start, std::unique_ptr<const Form> filter, StrideForm stride);

    [[nodiscard]] bool contains(std::int64_t day) const override;
    [[nodiscard]] std::int64_t rank(std::int64_t day) const override { return bits_.rank(day); }
    [[nodiscard]] std::int64_t select(std::int64_t k) const override { return bits_.select(k); }
    [[nodiscard]] std::int64_t next_from(std::int64_t day) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t day) const override {
        return bits_.last_before(day);
    }
    [[nodiscard]] bool is_cold() const override { return !bits_.is_drawn(); }
    std::size_t emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                     std::size_t room) const override;
    void fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const override {
        bits_.fill(begin, end, words);
    }

  private:
    /// The first date on or after a day, if some leaps from one form's dates to the other's find it.
    [[nodiscard]] std::optional<std::int64_t> leap(std::int64_t day) const;
    std::size_t emit_few(std::int64_t begin, std::int64_t end, DayNumber* out,
                         std::size_t room) const;

    std::unique_ptr<const Form> filter_;
    StrideForm stride_;
    BitsForm bits_;
};

}  // namespace probity::detail
