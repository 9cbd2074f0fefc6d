#include <array>
#include <bit>
#include <string>

#include "date/names.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity::detail {
namespace {

/// Adds "어린이날 - 근거" to a list of such.
void add_to_list(std::string& list, const Holiday& holiday, Language language) {
    const bool english = language == Language::english;
    std::string name = holiday.name.in(language);
    if (name.empty()) name = title(holiday.kind, language);
    const std::string& basis = holiday.basis.in(language);
    if (!list.empty()) list += english ? "; " : ", ";
    list += name;
    if (!basis.empty()) list += english ? ", by " + basis : " - " + basis;
}

/// "어린이날 - 근거, 부처님 오신 날 - 근거".
std::string holiday_list(const WorkCalendarData& data, DayNumber day, Language language) {
    std::string list;
    for (auto entry = data.entry_from(day); entry != data.holidays.end() && entry->day == day;
         ++entry) {
        add_to_list(list, *data.texts[entry->text], language);
    }
    return list;
}

/// The same of the half days of a day that is worked.
std::string half_day_list(const WorkCalendarData& data, DayNumber day, Language language) {
    std::string list;
    for (const DatedHoliday& entry : data.half_day_entries(day, std::int64_t{day} + 1)) {
        add_to_list(list, *data.texts[entry.text], language);
    }
    return list;
}

/// The text in a language; the other one's if it has none.
const std::string& either(const std::string& korean, const std::string& english,
                          Language language) {
    if (language == Language::english) return english.empty() ? korean : english;
    return korean.empty() ? english : korean;
}

/// The text that is cited for a day without a holiday; empty if none is.
const std::string& citation(const WorkCalendarData& data, bool worked, Language language) {
    const Citations& cited = data.citations;
    return worked ? either(cited.working_days, cited.working_days_en, language)
                  : either(cited.weekend, cited.weekend_en, language);
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
std::string weekend_text(WeekdaySet weekend, Language language) {
    const bool english = language == Language::english;
    const auto& names = english ? english_weekdays : korean_weekdays;
    std::string text;
    int left = std::popcount(weekend);
    for (std::size_t i = 0; i < 7; ++i) {
        if ((weekend >> i & 1) == 0) continue;
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
    const std::string& cited = citation(data, worked, Language::english);
    switch (data.ground) {
        case Ground::law:
            if (!cited.empty()) {
                return worked ? ": no public holiday by " + cited
                              : ": " + cited + " does not list it";
            }
            [[fallthrough]];
        case Ground::own_lists:
            return worked ? ": neither in the weekend nor a holiday" : "";
        case Ground::own_weekend:
            return ": the weekend of this calendar is " +
                   weekend_text(data.week_of(day).weekend, Language::english);
        case Ground::combination:
            break;
    }
    return worked ? ": neither in the weekend nor a holiday of this combination of calendars"
                  : ": it is in the weekend of this combination of calendars";
}

std::string ground_in_korean(const WorkCalendarData& data, DayNumber day) {
    if (data.is_taken_out(day)) return ": 이 달력은 그날의 공휴일을 뺐습니다";
    const bool worked = !data.is_weekend(day);
    const std::string& cited = citation(data, worked, Language::korean);
    switch (data.ground) {
        case Ground::law:
            if (!cited.empty()) return ": " + cited + "의 공휴일이 아닙니다";
            [[fallthrough]];
        case Ground::own_lists:
            return worked ? ": 주말도 공휴일도 아닙니다" : "";
        case Ground::own_weekend:
            return ": 이 달력의 주말은 " +
                   weekend_text(data.week_of(day).weekend, Language::korean) + "입니다";
        case Ground::combination:
            break;
    }
    return worked ? ": 합친 달력의 주말도 공휴일도 아닙니다" : ": 합친 달력의 주말입니다";
}

std::string in_english(const WorkCalendarData& data, DayNumber day) {
    const int weekday = weekday_index(day);
    const std::string subject =
        to_string(unchecked_date(day)) + " is a " + english_weekday(weekday);
    const std::string holidays = holiday_list(data, day, Language::english);
    if (!holidays.empty()) {
        const bool closed = only_closed(data, day);
        return subject +
               (closed ? ", on which the office is closed: " : " and a public holiday: ") +
               holidays;
    }
    if (data.is_weekly_holiday(day)) {
        const Week& week = data.week_of(day);
        const std::string& basis = either(week.basis, week.basis_en, Language::english);
        return subject + " and as such a public holiday" + (basis.empty() ? "" : ", by " + basis);
    }
    if (data.is_weekend(day)) {
        return subject + ", a day off but not a public holiday" + ground_in_english(data, day);
    }
    const std::string half = half_day_list(data, day, Language::english);
    if (!half.empty()) return subject + ", a working day of which half is off: " + half;
    return subject + " and a working day" + ground_in_english(data, day);
}

std::string in_korean(const WorkCalendarData& data, DayNumber day) {
    const auto [year, month, day_of_month] = year_month_day(day);
    const int weekday = weekday_index(day);
    const std::string subject = std::to_string(year) + "년 " + std::to_string(month) + "월 " +
                                std::to_string(day_of_month) + "일(" + korean_weekday(weekday) +
                                ")은 ";
    const std::string holidays = holiday_list(data, day, Language::korean);
    if (!holidays.empty()) {
        return subject + (only_closed(data, day) ? "휴무일입니다: " : "공휴일입니다: ") + holidays;
    }
    if (data.is_weekly_holiday(day)) {
        const Week& week = data.week_of(day);
        const std::string& basis = either(week.basis, week.basis_en, Language::korean);
        return subject + (basis.empty() ? "" : basis + "에 따라 ") + korean_weekday(weekday) +
               "요일로서 공휴일입니다";
    }
    if (data.is_weekend(day)) {
        const std::string off = subject + "주말이라 쉬지만 ";
        const std::string& cited = citation(data, false, Language::korean);
        if (data.ground == Ground::law && !cited.empty() && !data.is_taken_out(day)) {
            return off + cited + "의 공휴일은 아닙니다";
        }
        return off + "공휴일은 아닙니다" + ground_in_korean(data, day);
    }
    const std::string half = half_day_list(data, day, Language::korean);
    if (!half.empty()) return subject + "반일 근무일입니다: " + half;
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
