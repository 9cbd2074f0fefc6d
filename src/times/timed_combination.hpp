// a | b, a & b and a - b of recurrences in time.
//
// Parts are shared, and each distinct one is asked once, those of a part before it. Questions leap by
// what the parts say of their next times, and where that does not lead on, the times of a window are
// put together from those of all rules.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "recurrence/lazy.hpp"
#include "times/timed_expression.hpp"

namespace probity::detail {

class TimedCombination final : public TimedExpression {
  public:
    using Operation = TimedRecurrence::Step::Operation;

    /// Both are in the same zone.
    TimedCombination(Operation operation, TimedPointer first, TimedPointer second);
    ~TimedCombination() override;

    [[nodiscard]] Operation operation() const noexcept { return operation_; }

    [[nodiscard]] bool contains(std::int64_t at) const override;
    [[nodiscard]] std::int64_t rank(std::int64_t at) const override;
    [[nodiscard]] std::int64_t count(std::int64_t begin, std::int64_t end) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t at) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t at) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                     std::size_t room) const override;
    [[nodiscard]] std::int64_t end() const override;
    [[nodiscard]] std::int64_t known_end() const override;
    [[nodiscard]] bool is_finite() const override;
    [[nodiscard]] bool same_itself(const TimedExpression& other) const override;
    [[nodiscard]] std::size_t hash() const override { return hash_; }
    [[nodiscard]] std::string text() const override;
    [[nodiscard]] std::span<const TimedPointer> parts() const noexcept override { return parts_; }
    [[nodiscard]] std::uint64_t written() const noexcept override { return written_; }

  private:
    /// A distinct expression that it is made of: a rule, or an operation on earlier ones.
    struct Node {
        const TimedExpression* rule;
        Operation operation;
        std::size_t a;
        std::size_t b;
        std::size_t uses;  // by later ones
    };

    [[nodiscard]] const std::vector<Node>& nodes() const;
    /// The answer for the whole, from those of the rules and what an operation makes of two.
    template <class T, class OfRule, class OfTwo>
    [[nodiscard]] T answer(OfRule of_rule, OfTwo of_two) const;
    /// None of its times lie from `at` on and before this.
    [[nodiscard]] std::int64_t leap(std::int64_t at) const;
    /// None of its times lie after this and before `at`.
    [[nodiscard]] std::int64_t leap_back(std::int64_t at) const;
    /// How much is put together at once.
    struct Window {
        std::int64_t length = day_seconds;
    };
    /// Its times in [begin, end); sets how long the next window is to be.
    [[nodiscard]] std::vector<std::int64_t> collect(std::int64_t begin, std::int64_t end,
                                                    Window& window) const;
    /// Calls visit(times) for its times in [begin, end), a window's after the other, until it returns
    /// false.
    template <class Visitor>
    void for_each_window(std::int64_t begin, std::int64_t end, Visitor visit) const;

    Operation operation_;
    std::array<TimedPointer, 2> parts_;
    std::size_t hash_;
    std::uint64_t written_;
    Lazy<std::vector<Node>> nodes_;
};

}  // namespace probity::detail
