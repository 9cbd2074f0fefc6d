// The conventions that a week of the month may follow, with the words for each.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/week_of_month.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// A convention that a week of the month may follow.
struct ReadConvention {
    std::string_view name;
    WeekConvention convention;
    std::string_view korean;
    std::string_view english;

    [[nodiscard]] Text note() const { return {std::string(korean), std::string(english)}; }
};

/// The usual one first.
inline constexpr std::array<ReadConvention, 6> read_conventions{{
    {"ISO", WeekConvention::iso(), "월요일에 시작, 4일 이상이 그달에 든 주부터",
     "weeks from Monday with 4 days in the month"},
    {"CLDR_KR", WeekConvention::cldr_kr(), "일요일에 시작하는 달력의 줄",
     "calendar rows from Sunday"},
    {"MONDAY_ROWS", WeekConvention::monday_rows(), "월요일에 시작하는 달력의 줄",
     "calendar rows from Monday"},
    {"SUNDAY_MAJORITY", WeekConvention::sunday_majority(),
     "일요일에 시작, 4일 이상이 그달에 든 주부터", "weeks from Sunday with 4 days in the month"},
    {"FULL_WEEKS", WeekConvention::full_weeks(), "월요일에 시작, 온전한 주만",
     "whole weeks from Monday"},
    {"FULL_WEEKS_FROM_SUNDAY", WeekConvention(SU, 7), "일요일에 시작, 온전한 주만",
     "whole weeks from Sunday"},
}};

/// Stands for the rows of a calendar if weeks are counted from the month's end: the last row of a
/// month is no such week if the month ends before it does.
[[nodiscard]] inline Text note_from_the_end(const ReadConvention& each) {
    if (each.name == "CLDR_KR") {
        return {"일요일에 시작, 토요일이 그달에 든 주", "weeks from Sunday, by their Saturday"};
    }
    if (each.name == "MONDAY_ROWS") {
        return {"월요일에 시작, 일요일이 그달에 든 주", "weeks from Monday, by their Sunday"};
    }
    return each.note();
}

}  // namespace probity::detail
