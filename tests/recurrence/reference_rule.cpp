#include "reference_rule.hpp"

#include <cctype>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace probity::testing::reference {

void refuse(std::string_view text) {
    throw std::invalid_argument("reference: cannot read '" + std::string(text) + "'");
}

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> pieces(1);
    for (char c : text) {
        if (c == separator) {
            pieces.emplace_back();
        } else {
            pieces.back() += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        }
    }
    return pieces;
}

std::int64_t read_number(const std::string& text) {
    std::size_t used = 0;
    std::int64_t value = 0;
    try {
        value = std::stoll(text, &used);
    } catch (const std::exception&) {
        refuse(text);
    }
    if (used != text.size()) refuse(text);
    return value;
}

std::vector<int> read_numbers(const std::string& text) {
    std::vector<int> values;
    for (const std::string& piece : split(text, ',')) {
        values.push_back(static_cast<int>(read_number(piece)));
    }
    return values;
}

weekday read_weekday(const std::string& text) {
    static const std::string names[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    for (unsigned i = 0; i < 7; ++i) {
        if (text == names[i]) return weekday(i);
    }
    refuse(text);
}

// Reading: UNTIL bounds the rule inclusively. On a rule of dates only the date part of a
// date-time counts, so 20261231T000000Z still admits 31 December.
sys_days read_until(const std::string& text) {
    if (text.size() < 8) refuse(text);
    const int year = static_cast<int>(read_number(text.substr(0, 4)));
    const auto month = static_cast<unsigned>(read_number(text.substr(4, 2)));
    const auto day = static_cast<unsigned>(read_number(text.substr(6, 2)));
    return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

}  // namespace

Parts read(std::string_view rule) {
    Parts parts;
    bool has_frequency = false;
    for (const std::string& part : split(rule, ';')) {
        const std::size_t equals = part.find('=');
        if (equals == std::string::npos) refuse(part);
        const std::string name = part.substr(0, equals);
        const std::string value = part.substr(equals + 1);
        if (name == "FREQ") {
            has_frequency = true;
            if (value == "DAILY") {
                parts.frequency = Frequency::Daily;
            } else if (value == "WEEKLY") {
                parts.frequency = Frequency::Weekly;
            } else if (value == "MONTHLY") {
                parts.frequency = Frequency::Monthly;
            } else if (value == "YEARLY") {
                parts.frequency = Frequency::Yearly;
            } else {
                refuse(part);
            }
        } else if (name == "INTERVAL") {
            parts.interval = read_number(value);
            if (parts.interval < 1) refuse(part);
        } else if (name == "COUNT") {
            parts.count = read_number(value);
        } else if (name == "UNTIL") {
            parts.until = read_until(value);
        } else if (name == "WKST") {
            parts.week_start = read_weekday(value);
        } else if (name == "BYMONTH") {
            for (std::string month : split(value, ',')) {
                const bool leap = !month.empty() && month.back() == 'L';
                if (leap) month.pop_back();
                parts.by_month.push_back({static_cast<int>(read_number(month)), leap});
            }
        } else if (name == "BYWEEKNO") {
            parts.by_week_number = read_numbers(value);
        } else if (name == "BYYEARDAY") {
            parts.by_year_day = read_numbers(value);
        } else if (name == "BYMONTHDAY") {
            parts.by_month_day = read_numbers(value);
        } else if (name == "BYSETPOS") {
            parts.by_position = read_numbers(value);
        } else if (name == "BYDAY") {
            for (const std::string& day : split(value, ',')) {
                if (day.size() < 2) refuse(part);
                const std::string ordinal = day.substr(0, day.size() - 2);
                parts.by_day.push_back(
                    {ordinal.empty() ? 0 : static_cast<int>(read_number(ordinal)),
                     read_weekday(day.substr(day.size() - 2))});
            }
        } else if (name == "RSCALE") {
            if (value != "GREGORIAN" && value != "DANGI") refuse(part);
            parts.korean = value == "DANGI";
        } else if (name == "SKIP") {
            if (value == "OMIT") {
                parts.skip = Skip::Omit;
            } else if (value == "BACKWARD") {
                parts.skip = Skip::Backward;
            } else if (value == "FORWARD") {
                parts.skip = Skip::Forward;
            } else {
                refuse(part);
            }
        } else {
            refuse(part);
        }
    }
    if (!has_frequency) refuse(rule);
    return parts;
}

}  // namespace probity::testing::reference
