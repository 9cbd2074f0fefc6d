// Dates as people write them, and why a text is none: the reading that parse, tables and the command
// line share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// Why a text names no day.
enum class DateProblem : std::uint8_t {
    none,
    /// It is written as no date.
    form,
    /// "26. 3. 18.": the year may be any of its three numbers.
    short_year,
    /// "3/4/2026": it may be in March or in April.
    year_last,
    /// "3. 18."
    no_year,
    /// "2026. 3.", "2026년 3월 말"
    no_day,
    /// "2026년 상반기", "수시"
    period,
    /// "2026. 3. 18. ~ 3. 20."
    several,
    /// "2026. 2. 30."
    no_such_day,
    /// "2026. 3. 18.(목)", which is a Wednesday.
    other_weekday,
    /// "2026-03-18 10:00"
    time_of_day,
    /// "2026-03-18T00:00Z": which day it is depends on where.
    zone
};

struct WrittenDate {
    DateProblem problem = DateProblem::form;
    /// The day, if there is no problem, or another weekday stands beside it.
    std::optional<Date> date = {};
    /// The weekday that is written beside it.
    std::string weekday = {};
    /// Why there is no such day.
    Text reason = {};
};

/// Reads a date in one of the notations of read_date (probity/date/written_date.hpp).
[[nodiscard]] WrittenDate written_date(std::string_view text);

/// The fault, to stand behind the text itself: "has no year", "연도가 없습니다".
[[nodiscard]] Text why(DateProblem problem);

}  // namespace probity::detail
