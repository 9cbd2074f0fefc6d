#include "workdays/legal_days.hpp"

#include <algorithm>

#include "date/names.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

bool is_public(const Holiday& holiday) {
    return holiday.kind != HolidayKind::closure && holiday.kind != HolidayKind::half_day;
}

void add(std::string& names, const std::string& name) {
    if (!names.empty()) names += ", ";
    names += name;
}

}  // namespace

std::string day_with_weekday(const Date& date, Language language) {
    const int weekday = weekday_of(date).index();
    return written(date).in(language) + (language == Language::korean
                                             ? "(" + korean_weekday(weekday) + ")"
                                             : " (" + english_weekday(weekday) + ")");
}

void check_verified(const WorkCalendar& calendar, const Date& date) {
    const std::optional<Date> verified_from = calendar.verified_from();
    if (!verified_from || date >= *verified_from) return;
    throw HorizonError(sentence("holiday.not_verified",
                                {{"date", written(date)}, {"from", written(*verified_from)}}));
}

bool is_public_holiday(const WorkCalendar& calendar, const Date& date) {
    const DayState state = calendar.state(date);
    return weekday_of(date) == SU ||
           std::any_of(state.holidays.begin(), state.holidays.end(), is_public);
}

PassedDay passed_day(const WorkCalendar& calendar, const Date& date) {
    PassedDay day{.date = date};
    const DayState state = calendar.state(date);
    // Half days are listed of working days alone, and nothing but them.
    for (const Holiday& holiday : state.holidays) {
        const auto named = [&](Language language) {
            const std::string& name = holiday.name.in(language);
            return name.empty() ? std::string(title(holiday.kind, language)) : name;
        };
        add(day.name, named(Language::korean));
        add(day.name_en, named(Language::english));
    }
    if (day.name.empty()) {
        day.name = name_of(weekday_of(date), Language::korean);
        day.name_en = name_of(weekday_of(date), Language::english);
    }
    return day;
}

std::string list_of(const std::vector<PassedDay>& days, Language language) {
    std::string list;
    for (const PassedDay& day : days) {
        add(list, written(day.date).in(language) + " " + day.name_in(language));
    }
    return list;
}

}  // namespace probity::detail
