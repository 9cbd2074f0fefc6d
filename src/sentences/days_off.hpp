// The rules for days off: which days are moved, to which day, and the words for it.
#pragma once

#include <algorithm>
#include <vector>

#include "probity/sentences/reading.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity::detail {

[[nodiscard]] inline bool has_kind(const std::vector<DayOff>& kinds, DayOff kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// The days off that are moved, and to what.
struct Move {
    std::vector<DayOff> days_off = {};
    MovedTo to = MovedTo::working_day;

    friend bool operator==(const Move&, const Move&) = default;
};

/// "공휴일이면 다음 근무일", "on a Sunday or public holiday the next working day".
[[nodiscard]] Text words_for(const Move& move, RollConvention roll);

}  // namespace probity::detail
