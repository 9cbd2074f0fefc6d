// A flag for each day of a period, for the interpreter of the law: which days are holidays.
#pragma once

#include <cstddef>
#include <vector>

#include "probity/date/date.hpp"

namespace probity::detail {

/// Days from a first to a last one as bits; a day outside is never set.
class DayFlags {
  public:
    DayFlags(DayNumber first, DayNumber last)
        : first_(first), flags_(static_cast<std::size_t>(last - first) + 1) {}

    void set(DayNumber day) {
        if (in_range(day)) flags_[static_cast<std::size_t>(day - first_)] = true;
    }
    [[nodiscard]] bool test(DayNumber day) const {
        return in_range(day) && flags_[static_cast<std::size_t>(day - first_)];
    }

  private:
    [[nodiscard]] bool in_range(DayNumber day) const {
        return day >= first_ && static_cast<std::size_t>(day - first_) < flags_.size();
    }

    DayNumber first_;
    std::vector<bool> flags_;
};

}  // namespace probity::detail
