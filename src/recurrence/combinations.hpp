// Each combination of recurrences: a | b, a & b, a - b, a shifted, and all days of spans.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "recurrence/combined_expression.hpp"

namespace probity::detail {

/// a | b, a & b, a - b.
class SetExpression final : public CombinedExpression {
  public:
    SetExpression(Operation operation, ExpressionPointer a, ExpressionPointer b)
        : CombinedExpression(operation, 0, std::move(a), std::move(b)) {}

    [[nodiscard]] RankedBits::Words combined(DayRange window, DrawnDays a,
                                             const DrawnDays* b) const override;

  private:
    [[nodiscard]] bool small_contains(std::int64_t day) const override;
    void small_fill(DayRange window, std::uint64_t* words) const override;
    [[nodiscard]] DayRange range_by_parts() const override;
    [[nodiscard]] std::int64_t known_end_by_parts() const override;
    [[nodiscard]] std::optional<bool> finite_by_first(bool a_is_finite) const override;
    void merge(std::uint64_t* words, const RankedBits::Words& other) const;
};

/// The sets that are made of the dates of one part.
class OnePartExpression : public CombinedExpression {
  public:
    [[nodiscard]] RankedBits::Words combined(DayRange window, DrawnDays part,
                                             const DrawnDays*) const final;

  protected:
    OnePartExpression(Operation operation, std::int32_t days, ExpressionPointer part)
        : CombinedExpression(operation, days, std::move(part), nullptr) {}

  private:
    void small_fill(DayRange window, std::uint64_t* words) const final;
    /// Sets the dates in a window, from those of the part in window_of_parts(window).
    virtual void place(DayRange window, RankedBits::Words part, std::uint64_t* words) const = 0;
};

/// Every date moved by days().
class ShiftExpression final : public OnePartExpression {
  public:
    ShiftExpression(ExpressionPointer base, std::int32_t days);

    [[nodiscard]] std::int64_t rank(std::int64_t day) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t day) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t day) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                     std::size_t room) const override;
    [[nodiscard]] DayRange window_of_parts(DayRange window) const override;

  private:
    [[nodiscard]] bool small_contains(std::int64_t day) const override;
    void place(DayRange window, RankedBits::Words part, std::uint64_t* words) const override;
    [[nodiscard]] DayRange range_by_parts() const override;
    [[nodiscard]] std::int64_t known_end_by_parts() const override;
    [[nodiscard]] std::int64_t moved(std::int64_t base_day) const noexcept;
    [[nodiscard]] std::int64_t skipped() const;

    // The base's days whose moved ones lie in range.
    DayRange taken_;
    Lazy<std::int64_t> skipped_;
};

/// All days of spans that begin on the dates of a part, each days() long.
class SpanDaysExpression final : public OnePartExpression {
  public:
    SpanDaysExpression(ExpressionPointer first_days, std::int32_t length)
        : OnePartExpression(Operation::days_of_spans, length, std::move(first_days)) {}

    [[nodiscard]] DayRange window_of_parts(DayRange window) const override;

  private:
    [[nodiscard]] bool small_contains(std::int64_t day) const override;
    void place(DayRange window, RankedBits::Words part, std::uint64_t* words) const override;
    [[nodiscard]] DayRange range_by_parts() const override;
    [[nodiscard]] std::int64_t known_end_by_parts() const override;
    /// One past the last day on which a span of this length can begin.
    [[nodiscard]] std::int64_t fitting_end() const noexcept;
};

}  // namespace probity::detail
