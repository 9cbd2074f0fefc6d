// How Korea's rows cite what they rest on: decrees, Acts, the Cabinet's decisions.
#pragma once

#include <string>
#include <vector>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "probity/date/date.hpp"
#include "probity/workdays/holiday_row.hpp"
#include "workdays/regulation.hpp"

namespace probity::korea {

constexpr DayNumber on(int year, int month, int day) {
    return detail::day_number_of(year, month, day);
}

inline Date date(DayNumber day) { return detail::unchecked_date(day); }

inline std::string korean_day(DayNumber day) {
    const auto [year, month, day_of_month] = detail::year_month_day(day);
    return detail::korean_text(year, month, day_of_month);
}

/// A text of the regulation: when it was promulgated, and from when it was in force.
struct Decree {
    DayNumber promulgated;
    DayNumber in_force;
    /// 0 where the number is not known.
    int number;

    [[nodiscard]] std::string korean() const {
        const std::string day = korean_day(promulgated);
        return number == 0 ? day + " 공포" : "대통령령 제" + std::to_string(number) + "호, " + day;
    }
    [[nodiscard]] std::string english() const {
        const std::string day = to_string(date(promulgated));
        return number == 0 ? "decree of " + day
                           : "Presidential Decree " + std::to_string(number) + " of " + day;
    }
    [[nodiscard]] constexpr Decree from(DayNumber later) const {
        return {promulgated, later, number};
    }
};

/// An Act that changed the Act on Public Holidays; in force from a later day than it was promulgated.
struct Act {
    DayNumber promulgated;
    DayNumber in_force;
    int number;

    [[nodiscard]] std::string korean() const {
        return "법률 제" + std::to_string(number) + "호, " + korean_day(promulgated);
    }
    [[nodiscard]] std::string english() const {
        return "Act " + std::to_string(number) + " of " + to_string(date(promulgated));
    }
};

/// A day that the government designated, known by the Cabinet's decision.
inline HolidayRow temporary(DayNumber day, DayNumber decided_on, const std::string& occasion = {},
                            const std::string& occasion_en = {}) {
    HolidayRow row;
    row.name = occasion.empty() ? "임시공휴일" : "임시공휴일(" + occasion + ")";
    row.name_en = occasion_en.empty() ? "Temporary public holiday"
                                      : "Temporary public holiday (" + occasion_en + ")";
    row.rule = OneDate{date(day)};
    row.kind = HolidayKind::temporary;
    row.from = date(day);
    row.decided_on = date(decided_on);
    row.basis = std::string(detail::regulation_ko) + " 제2조제11호(국무회의 의결 " +
                korean_day(decided_on) + ")";
    row.basis_en = std::string("Article 2(11) of ") + detail::regulation_en +
                   " (Cabinet decision of " + to_string(date(decided_on)) + ")";
    return row;
}

/// A day that the government is said to have designated; the Official Gazette has not been seen.
inline HolidayRow said_to_be(DayNumber day, const std::string& occasion,
                             const std::string& occasion_en) {
    HolidayRow row = temporary(day, day, occasion, occasion_en);
    row.decided_on.reset();
    row.basis = "정부가 수시 지정하는 날(관보 미확인)";
    row.basis_en = "a day designated by the government (Official Gazette not seen)";
    return row;
}

/// Days designated before 2006-09-06.
[[nodiscard]] std::vector<HolidayRow> earlier_temporary_holidays();

}  // namespace probity::korea
