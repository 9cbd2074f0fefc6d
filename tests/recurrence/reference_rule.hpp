// The text of a rule as the reference reads it (reference.hpp).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace probity::testing::reference {

using std::chrono::sys_days;
using std::chrono::weekday;

enum class Frequency { Daily, Weekly, Monthly, Yearly };
enum class Skip { Omit, Backward, Forward };

struct MonthName {
    int number = 0;
    bool leap = false;  // RFC 7529: the "L" of 5L
    friend bool operator==(MonthName, MonthName) = default;
};

struct DayName {
    int ordinal = 0;  // 0: every such weekday
    weekday day;
};

struct Parts {
    Frequency frequency = Frequency::Daily;
    std::int64_t interval = 1;
    std::optional<std::int64_t> count;
    std::optional<sys_days> until;
    weekday week_start = std::chrono::Monday;
    std::vector<MonthName> by_month;
    std::vector<int> by_week_number;
    std::vector<int> by_year_day;
    std::vector<int> by_month_day;
    std::vector<DayName> by_day;
    std::vector<int> by_position;
    bool korean = false;
    Skip skip = Skip::Omit;
};

// Throws std::invalid_argument for a rule that it cannot read.
Parts read(std::string_view rule);

// Throws std::invalid_argument about a text.
[[noreturn]] void refuse(std::string_view text);

}  // namespace probity::testing::reference
