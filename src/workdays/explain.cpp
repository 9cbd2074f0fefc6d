#include <array>
#include <string>

#include "date/civil.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity::detail {
namespace {

constexpr std::array<const char*, 7> english_weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 7> korean_weekdays{"월", "화", "수", "목", "금", "토", "일"};

constexpr const char* regulation_ko = "「관공서의 공휴일에 관한 규정」";
constexpr const char* regulation_en = "the Regulation on Public Holidays of Government Offices";

/// "어린이날(근거 ...), 부처님 오신 날(근거 ...)".
std::string holiday_list(const WorkCalendarData& data, DayNumber day, Language language) {
    const bool english = language == Language::english;
    std::string list;
    for (auto entry = data.entry_from(day); entry != data.holidays.end() && entry->day == day;
         ++entry) {
        const Holiday& holiday = *data.texts[entry->text];
        std::string name = holiday.name_in(language);
        if (name.empty()) name = title(holiday.kind, language);
        const std::string& basis = holiday.basis_in(language);
        if (!list.empty()) list += english ? "; " : ", ";
        list += name;
        if (!basis.empty()) list += english ? ", by " + basis : " - " + basis;
    }
    return list;
}

/// Whether the institution alone closes: no public holiday stands on the day.
bool only_closed(const WorkCalendarData& data, DayNumber day) {
    for (auto entry = data.entry_from(day); entry != data.holidays.end() && entry->day == day;
         ++entry) {
        if (data.texts[entry->text]->kind != HolidayKind::closure) return false;
    }
    return true;
}

std::string in_english(const WorkCalendarData& data, DayNumber day) {
    const int weekday = weekday_index(day);
    const std::string subject = to_string(unchecked_date(day)) + " is a " +
                                english_weekdays[static_cast<std::size_t>(weekday)];
    const std::string holidays = holiday_list(data, day, Language::english);
    if (!holidays.empty()) {
        const bool closed = only_closed(data, day);
        return subject +
               (closed ? ", on which the office is closed: " : " and a public holiday: ") +
               holidays;
    }
    if ((data.weekly_holidays >> weekday & 1) != 0) {
        return subject + " and as such a public holiday, by Article 2(1) of " + regulation_en;
    }
    if (data.is_weekend(day)) {
        return subject + ", a day off but not a public holiday" +
               (data.cites_regulation
                    ? std::string(": Article 2 of ") + regulation_en + " does not list it"
                    : "");
    }
    return subject + " and a working day" +
           (data.cites_regulation
                ? std::string(": no public holiday by Article 2 or 3 of ") + regulation_en
                : ": neither in the weekend nor a holiday");
}

std::string in_korean(const WorkCalendarData& data, DayNumber day) {
    const auto [year, month, day_of_month] = year_month_day(day);
    const int weekday = weekday_index(day);
    const std::string subject = std::to_string(year) + "년 " + std::to_string(month) + "월 " +
                                std::to_string(day_of_month) + "일(" +
                                korean_weekdays[static_cast<std::size_t>(weekday)] + ")은 ";
    const std::string holidays = holiday_list(data, day, Language::korean);
    if (!holidays.empty()) {
        return subject + (only_closed(data, day) ? "휴무일입니다: " : "공휴일입니다: ") + holidays;
    }
    if ((data.weekly_holidays >> weekday & 1) != 0) {
        return subject + regulation_ko + " 제2조제1호에 따라 일요일로서 공휴일입니다";
    }
    if (data.is_weekend(day)) {
        return subject + "주말이라 쉬지만 " +
               (data.cites_regulation ? std::string(regulation_ko) + " 제2조의 " : "") +
               "공휴일은 아닙니다";
    }
    return subject + "근무일입니다" +
           (data.cites_regulation
                ? std::string(": ") + regulation_ko + " 제2조ㆍ제3조의 공휴일이 아닙니다"
                : ": 주말도 공휴일도 아닙니다");
}

}  // namespace

std::string explain(const WorkCalendarData& data, DayNumber day, Language language) {
    const bool english = language == Language::english;
    std::string text = english ? in_english(data, day) : in_korean(data, day);
    if (data.verified_from && day < day_number(*data.verified_from)) {
        const std::string from = to_string(*data.verified_from);
        text += english ? " (holidays before " + from + " are not verified)"
                        : "(" + from + " 전의 공휴일은 검증되지 않았습니다)";
    }
    return text + ".";
}

}  // namespace probity::detail
