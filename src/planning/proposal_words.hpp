// Why a day is proposed, in words.
#pragma once

#include <cstdint>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// The reasons against a day.
struct Objections {
    /// Not on a preferred weekday.
    bool weekday = false;
    /// In days to be avoided.
    bool avoided = false;
    bool bridge = false;
};

/// How a day lies among the other meetings of a window (in order) and its ends, and what speaks
/// against it.
[[nodiscard]] Text reason_of(const Date& date, const std::vector<Date>& others,
                             const Interval& window, std::int64_t meetings,
                             const Objections& objections);

}  // namespace probity::detail
