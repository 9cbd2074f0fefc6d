// Even spacing as a sum of squares in whole numbers.
//
// A day d stands at 2 * m * d, for m meetings, so that half days and parts of the window are whole
// numbers. The window's ends are taken for meetings half a gap beyond them, the last of the window
// before and the first of the next: then every gap, those at the ends too, should be 2 * D long for
// a window of D days.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "probity/date/date.hpp"

namespace probity::detail {

/// A place on the line of the window: of a day, or of an end.
struct Place {
    std::int64_t at = 0;
    /// How many fixed places, the window's ends among them, lie before it.
    std::size_t fixed_before = 0;
};

/// The fixed places of a window, and what the gaps between places cost.
class Spread {
  public:
    /// Fixed dates lie in the window.
    Spread(const Interval& window, std::int64_t meetings, const std::vector<Date>& fixed)
        : scale_(2 * meetings), gap_(2 * std::int64_t{window.days()}) {
        const std::int64_t first = day_number(window.begin());
        fixed_.push_back(scale_ * first - meetings - window.days());
        for (const Date& date : fixed) fixed_.push_back(scale_ * day_number(date));
        fixed_.push_back(scale_ * (first + window.days()) - meetings + window.days());
        std::sort(fixed_.begin(), fixed_.end());
        for (std::size_t i = 1; i < fixed_.size(); ++i) {
            up_to_.push_back(up_to_.back() + gap_cost(fixed_[i - 1], fixed_[i]));
        }
    }

    [[nodiscard]] Place begin() const { return {fixed_.front(), 1}; }
    [[nodiscard]] Place end() const { return {fixed_.back(), fixed_.size() - 1}; }
    /// The place of a day that is not fixed.
    [[nodiscard]] Place place(const Date& date) const {
        const std::int64_t at = scale_ * day_number(date);
        const auto before = std::lower_bound(fixed_.begin(), fixed_.end(), at);
        return {at, static_cast<std::size_t>(before - fixed_.begin())};
    }

    /// The cost of the gaps from one place to another, with the fixed ones between them.
    [[nodiscard]] std::int64_t cost(const Place& a, const Place& b) const {
        if (a.fixed_before == b.fixed_before) return gap_cost(a.at, b.at);
        const std::size_t first = a.fixed_before;
        const std::size_t last = b.fixed_before - 1;
        return gap_cost(a.at, fixed_[first]) + up_to_[last] - up_to_[first] +
               gap_cost(fixed_[last], b.at);
    }

    /// The cost of a day squared.
    [[nodiscard]] std::int64_t unit() const { return scale_ * scale_; }

  private:
    [[nodiscard]] std::int64_t gap_cost(std::int64_t a, std::int64_t b) const {
        return (b - a - gap_) * (b - a - gap_);
    }

    std::int64_t scale_;
    std::int64_t gap_;
    std::vector<std::int64_t> fixed_;
    /// The cost of the gaps between fixed places from the first to each.
    std::vector<std::int64_t> up_to_{0};
};

}  // namespace probity::detail
