#include <array>
#include <bit>
#include <string>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "workdays/regulation.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity::detail {
namespace {

constexpr std::array<const char*, 7> english_weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 7> korean_weekdays{"월", "화", "수", "목", "금", "토", "일"};

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

/// "Friday and Saturday", "금ㆍ토요일".
std::string weekend_text(const WorkCalendarData& data, Language language) {
    const bool english = language == Language::english;
    const auto& names = english ? english_weekdays : korean_weekdays;
    std::string text;
    int left = std::popcount(data.weekend);
    for (std::size_t i = 0; i < 7; ++i) {
        if ((data.weekend >> i & 1) == 0) continue;
        --left;
        if (!text.empty()) text += !english ? "ㆍ" : left == 0 ? " and " : ", ";
        text += names[i];
    }
    if (text.empty()) return english ? "no day" : "없음";
    return english ? text : text + "요일";
}

/// Why a day on which no holiday is listed is worked, or is none but for the weekend.
std::string ground_in_english(const WorkCalendarData& data, DayNumber day) {
    if (data.is_taken_out(day)) return ": its holidays were taken out of this calendar";
    const bool worked = !data.is_weekend(day);
    switch (data.ground) {
        case Ground::own_lists:
            return worked ? ": neither in the weekend nor a holiday" : "";
        case Ground::regulation:
            return worked ? std::string(": no public holiday by Article 2 or 3 of ") + regulation_en
                          : std::string(": Article 2 of ") + regulation_en + " does not list it";
        case Ground::own_weekend:
            return ": the weekend of this calendar is " + weekend_text(data, Language::english);
        case Ground::combination:
            break;
    }
    return worked ? ": neither in the weekend nor a holiday of this combination of calendars"
                  : ": it is in the weekend of this combination of calendars";
}

std::string ground_in_korean(const WorkCalendarData& data, DayNumber day) {
    if (data.is_taken_out(day)) return ": 이 달력은 그날의 공휴일을 뺐습니다";
    const bool worked = !data.is_weekend(day);
    switch (data.ground) {
        case Ground::own_lists:
            return worked ? ": 주말도 공휴일도 아닙니다" : "";
        case Ground::regulation:
            return std::string(": ") + regulation_ko + " 제2조ㆍ제3조의 공휴일이 아닙니다";
        case Ground::own_weekend:
            return ": 이 달력의 주말은 " + weekend_text(data, Language::korean) + "입니다";
        case Ground::combination:
            break;
    }
    return worked ? ": 합친 달력의 주말도 공휴일도 아닙니다" : ": 합친 달력의 주말입니다";
}

/// Whether it is the regulation that makes Sundays public holidays here.
bool cites_regulation(const WorkCalendarData& data) {
    return data.ground == Ground::regulation || data.ground == Ground::own_weekend;
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
        return subject + " and as such a public holiday" +
               (cites_regulation(data) ? std::string(", by Article 2(1) of ") + regulation_en : "");
    }
    if (data.is_weekend(day)) {
        return subject + ", a day off but not a public holiday" + ground_in_english(data, day);
    }
    return subject + " and a working day" + ground_in_english(data, day);
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
        return subject +
               (cites_regulation(data) ? std::string(regulation_ko) + " 제2조제1호에 따라 " : "") +
               "일요일로서 공휴일입니다";
    }
    if (data.is_weekend(day)) {
        const std::string off = subject + "주말이라 쉬지만 ";
        if (data.ground == Ground::regulation && !data.is_taken_out(day)) {
            return off + regulation_ko + " 제2조의 공휴일은 아닙니다";
        }
        return off + "공휴일은 아닙니다" + ground_in_korean(data, day);
    }
    return subject + "근무일입니다" + ground_in_korean(data, day);
}

}  // namespace

std::string explain(const WorkCalendarData& data, DayNumber day, Language language) {
    const bool english = language == Language::english;
    std::string text = english ? in_english(data, day) : in_korean(data, day);
    if (data.verified_from && day < day_number(*data.verified_from)) {
        const auto [year, month, first] = year_month_day(day_number(*data.verified_from));
        text += english
                    ? " (holidays before " + to_string(*data.verified_from) + " are not verified)"
                    : "(" + korean_text(year, month, first) + " 전의 공휴일은 검증되지 않았습니다)";
    }
    // A ground that was given may end in a full stop, as a Korean date does.
    return text.ends_with('.') ? text : text + ".";
}

}  // namespace probity::detail
