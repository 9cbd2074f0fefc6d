// Many distinct rules, for what is measured in bulk.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace probity::measuring {

// Takes a number apart into digits of chosen bases, so that different numbers make different rules.
class Digits {
  public:
    explicit Digits(std::size_t number) : rest_(number) {}

    std::size_t take(std::size_t base) {
        const std::size_t digit = rest_ % base;
        rest_ /= base;
        return digit;
    }

  private:
    std::size_t rest_;
};

inline constexpr std::array<std::string_view, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
inline constexpr std::array<std::string_view, 5> ordinals{"1", "2", "3", "4", "-1"};

// The names or numbers whose bits are set, with commas between them.
template <class Name>
std::string chosen(std::size_t bits, Name name) {
    std::string list;
    for (std::size_t i = 0; bits >> i != 0; ++i) {
        if ((bits >> i & 1) != 0) list.append(list.empty() ? "" : ",").append(name(i));
    }
    return list;
}

inline std::string some_weekdays(Digits& digits) {
    return ";BYDAY=" +
           chosen(digits.take(127) + 1, [](std::size_t i) { return std::string(weekdays[i]); });
}

inline std::string some_months(Digits& digits) {
    return ";BYMONTH=" +
           chosen(digits.take(4095) + 1, [](std::size_t i) { return std::to_string(i + 1); });
}

inline std::string a_number(const char* name, Digits& digits, std::size_t from, std::size_t to) {
    return std::string(name) + std::to_string(from + digits.take(to - from + 1));
}

inline std::string an_nth_weekday(Digits& digits) {
    const std::string_view ordinal = ordinals[digits.take(5)];
    return std::string(ordinal).append(weekdays[digits.take(7)]);
}

/// The i-th of many distinct rules, of seven kinds in turn. distinct_rules.py has the same ones.
inline std::string distinct_rule(std::size_t i) {
    Digits digits(i);
    switch (digits.take(7)) {
        case 0: {
            const std::string days = some_weekdays(digits);
            const std::string interval = a_number(";INTERVAL=", digits, 1, 12);
            return "FREQ=WEEKLY" + interval + days + a_number(";COUNT=", digits, 100, 999);
        }
        case 1:
            return "FREQ=MONTHLY;BYDAY=" + an_nth_weekday(digits) + some_months(digits) +
                   a_number(";INTERVAL=", digits, 1, 6);
        case 2: {
            const std::string first = a_number(";BYMONTHDAY=", digits, 1, 15);
            const std::string second = a_number(",", digits, 16, 31);
            return "FREQ=MONTHLY" + first + second + some_months(digits);
        }
        case 3: {
            const std::string months = some_months(digits);
            return "FREQ=YEARLY" + months + ";BYDAY=" + an_nth_weekday(digits) +
                   a_number(";INTERVAL=", digits, 1, 3);
        }
        case 4: {
            const std::string days = some_weekdays(digits);
            const std::string months = some_months(digits);
            return "FREQ=MONTHLY" + days + months + a_number(";BYSETPOS=-", digits, 1, 3);
        }
        case 5: {
            const std::string weeks =
                a_number(";BYWEEKNO=", digits, 1, 26) + a_number(",", digits, 27, 52);
            return "FREQ=YEARLY" + weeks + some_weekdays(digits) +
                   a_number(";INTERVAL=", digits, 1, 4);
        }
        default: {
            const std::string months = some_months(digits);
            return "FREQ=DAILY" + months + a_number(";INTERVAL=", digits, 2, 60);
        }
    }
}

}  // namespace probity::measuring
