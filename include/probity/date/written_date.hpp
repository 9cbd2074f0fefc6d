// A date as people write it, which may be any of several notations of one day.
//
//     read_date("2026. 3. 18.(수)");    // 2026-03-18
//     read_date("2026년 3월 18일");     // 2026-03-18
//     read_date("2026. 3. 18.(목)");    // DateError: 2026-03-18 is a Wednesday (수), not '목'
//     read_date("3/4/2026");            // DateError: March or April?
//
// The library writes one notation, "2026-03-18", and its documents have no other: that is parse_date
// (date.hpp).
#pragma once

#include <string_view>

#include "probity/date/date.hpp"

namespace probity {

/// Reads "2026-03-18", "2026. 3. 18.", "2026.3.18", "2026/3/18", "20260318", "2026년 3월 18일" or
/// "'26. 3. 18." (1969 to 2068). Digits and signs may be full-width; blanks may stand around the
/// signs; the weekday, "까지" and midnight may stand behind, "~" and an apostrophe before.
///
/// Throws DateError on anything else: on another weekday, on a time of day or a zone, and on what may
/// be several dates ("26. 3. 18.", "3/4/2026").
[[nodiscard]] Date read_date(std::string_view text);

}  // namespace probity
