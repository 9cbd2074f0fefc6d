// The base of all combinations of recurrences; combinations.hpp has each of them.
//
// Parts are shared: `a | a` has one part twice, and thirty of them, each made of the one before, have
// thirty-one expressions that would be written as two thousand million. A combination that is
// written with few is asked by going down through its parts, which is fastest. For any other each
// distinct part is drawn once, the parts of a part before it, by a loop: neither time nor stack
// depends on how often or how deep a part stands.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "recurrence/expression.hpp"

namespace probity::detail {

/// The dates in a window as bits: bit (day - window.begin) for each.
struct DrawnDays {
    DayRange window;
    RankedBits::Words words;
};

/// An expression of others. Its dates are drawn as ranked bits on first need.
class CombinedExpression : public Expression {
  public:
    using Operation = Recurrence::Step::Operation;

    CombinedExpression(const CombinedExpression&) = delete;
    CombinedExpression& operator=(const CombinedExpression&) = delete;
    ~CombinedExpression() override;

    [[nodiscard]] bool contains(std::int64_t day) const final;
    [[nodiscard]] std::int64_t rank(std::int64_t day) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t day) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t day) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                     std::size_t room) const override;
    void fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const final;
    [[nodiscard]] DayRange range() const final;
    [[nodiscard]] std::int64_t known_end() const final;
    [[nodiscard]] bool is_finite() const final;

    /// How its parts are combined, with so many days: the shift, or the length of the spans.
    [[nodiscard]] Operation operation() const noexcept { return operation_; }
    [[nodiscard]] std::int32_t days() const noexcept { return days_; }
    [[nodiscard]] bool same_itself(const Expression& other) const final;
    [[nodiscard]] std::size_t hash() const final { return hash_; }
    [[nodiscard]] std::string text() const final;
    [[nodiscard]] std::span<const ExpressionPointer> parts() const noexcept final {
        return {parts_.data(), parts_[1] ? std::size_t{2} : std::size_t{1}};
    }
    [[nodiscard]] std::uint64_t written() const noexcept final { return written_; }

    /// The days of its parts that bear on the days of a window.
    [[nodiscard]] virtual DayRange window_of_parts(DayRange window) const { return window; }
    /// The dates in a window, from those of its parts in windows that hold what bears on it. There
    /// is no second if it has one part.
    [[nodiscard]] virtual RankedBits::Words combined(DayRange window, DrawnDays first,
                                                     const DrawnDays* second) const = 0;

  protected:
    CombinedExpression(Operation operation, std::int32_t days, ExpressionPointer first,
                       ExpressionPointer second);

    [[nodiscard]] const Expression& first() const noexcept { return *parts_[0]; }
    [[nodiscard]] const Expression& second() const noexcept { return *parts_[1]; }
    /// Whether it is written with so few that going down through them is cheap.
    [[nodiscard]] bool is_small() const noexcept { return written_ <= 64; }
    /// The bits, if they have been drawn.
    [[nodiscard]] const RankedBits* drawn() const noexcept { return bits_.peek(); }

  private:
    // The questions if it is small.
    [[nodiscard]] virtual bool small_contains(std::int64_t day) const = 0;
    virtual void small_fill(DayRange window, std::uint64_t* words) const = 0;
    // The answers that its parts give about it, each of which is told at once.
    [[nodiscard]] virtual DayRange range_by_parts() const = 0;
    [[nodiscard]] virtual std::int64_t known_end_by_parts() const = 0;
    /// Whether it is finite, by the first part; none if the second decides.
    [[nodiscard]] virtual std::optional<bool> finite_by_first(bool first_is_finite) const {
        return first_is_finite;
    }

    /// Makes a lazy value of each distinct part that has none yet, and of the whole at last.
    template <class T, class Make>
    const T& parts_first(Lazy<T> CombinedExpression::*value, Make make) const;
    [[nodiscard]] const RankedBits& bits() const;
    void draw(DayRange window, std::uint64_t* words) const;

    /// The words before, between and after the parts in writing.
    [[nodiscard]] std::array<std::string, 3> words() const;

    Operation operation_;
    std::int32_t days_;
    std::array<ExpressionPointer, 2> parts_;
    std::size_t hash_;
    std::uint64_t written_;
    Lazy<RankedBits> bits_;
    Lazy<DayRange> range_;
    Lazy<std::int64_t> known_end_;
};

/// How many days a window has.
[[nodiscard]] inline std::size_t days_in(DayRange window) noexcept {
    return window.begin < window.end ? static_cast<std::size_t>(window.end - window.begin) : 0;
}

/// The bits of a window from those of one that holds it.
[[nodiscard]] RankedBits::Words cut(DrawnDays drawn, DayRange window);

/// The window that holds two.
[[nodiscard]] DayRange hull(DayRange a, DayRange b) noexcept;

}  // namespace probity::detail
