#include "workdays/legal_days.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "probity/date/error.hpp"

namespace probity::detail {
namespace {

constexpr std::array<std::string_view, 7> english_weekdays{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 7> korean_weekdays{"월", "화", "수", "목", "금", "토", "일"};

std::size_t weekday_of_day(const Date& date) {
    return static_cast<std::size_t>(weekday_index(day_number(date)));
}

std::string korean(const Date& date) {
    const YearMonthDay parts = year_month_day(day_number(date));
    return korean_text(parts.year, parts.month, parts.day);
}

bool is_public(const Holiday& holiday) {
    return holiday.kind != HolidayKind::closure && holiday.kind != HolidayKind::half_day;
}

void add(std::string& names, const std::string& name) {
    if (!names.empty()) names += ", ";
    names += name;
}

}  // namespace

std::string day_with_weekday(const Date& date, Language language) {
    const std::size_t weekday = weekday_of_day(date);
    if (language == Language::english) {
        return to_string(date) + " (" + std::string(english_weekdays[weekday]) + ")";
    }
    return korean(date) + "(" + std::string(korean_weekdays[weekday]) + ")";
}

void check_verified(const WorkCalendar& calendar, const Date& date) {
    const std::optional<Date> verified_from = calendar.verified_from();
    if (!verified_from || date >= *verified_from) return;
    throw HorizonError("whether " + to_string(date) + " is a public holiday is not verified: the " +
                       "holidays of this calendar are from " + to_string(*verified_from) + " on");
}

bool is_public_holiday(const WorkCalendar& calendar, const Date& date) {
    const DayState state = calendar.state(date);
    return weekday_of_day(date) == 6 ||
           std::any_of(state.holidays.begin(), state.holidays.end(), is_public);
}

PassedDay passed_day(const WorkCalendar& calendar, const Date& date) {
    PassedDay day{.date = date};
    const DayState state = calendar.state(date);
    // Half days are listed of working days alone, and nothing but them.
    for (const Holiday& holiday : state.holidays) {
        const auto named = [&](Language language) {
            const std::string& name = holiday.name_in(language);
            return name.empty() ? std::string(title(holiday.kind, language)) : name;
        };
        add(day.name, named(Language::korean));
        add(day.name_en, named(Language::english));
    }
    if (day.name.empty()) {
        const std::size_t weekday = weekday_of_day(date);
        day.name = std::string(korean_weekdays[weekday]) + "요일";
        day.name_en = english_weekdays[weekday];
    }
    return day;
}

std::string list_of(const std::vector<PassedDay>& days, Language language) {
    std::string list;
    for (const PassedDay& day : days) {
        add(list, (language == Language::english ? to_string(day.date) : korean(day.date)) + " " +
                      day.name_in(language));
    }
    return list;
}

}  // namespace probity::detail
