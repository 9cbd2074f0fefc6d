// Short ways to say dates in the tests of working days.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/date_set.hpp"
#include "probity/workdays/holiday.hpp"

namespace probity_tests {

/// The date of "2026-03-18".
[[nodiscard]] inline probity::Date day(std::string_view text) { return probity::parse_date(text); }

/// Each as "2026-05-25 대체공휴일(부처님 오신 날)".
[[nodiscard]] inline std::vector<std::string> texts(const std::vector<probity::Holiday>& holidays) {
    std::vector<std::string> out;
    for (const probity::Holiday& holiday : holidays) out.push_back(to_string(holiday));
    return out;
}

[[nodiscard]] inline std::vector<std::string> texts(const probity::DateSet& dates) {
    std::vector<std::string> out;
    for (const probity::Date& date : dates) out.push_back(probity::to_string(date));
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace probity_tests
