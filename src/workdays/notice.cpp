#include "probity/workdays/notice.hpp"

#include <ostream>

#include "probity/date/error.hpp"
#include "text/sentence.hpp"
#include "workdays/legal_days.hpp"

namespace probity {
namespace {

using detail::day_with_weekday;
using detail::list_of;

void cite(Notice& found, bool clear) {
    found.clause = clear ? "민법 제157조, 제159조(역산)" : "정관ㆍ규정(통지일 산입)";
    found.clause_en = clear ? "Civil Act, articles 157 and 159, counted back"
                            : "the charter, by which the day of notice counts";
}

void write_text(Notice& found, const Date& meeting, int days) {
    const auto named = [](const Date& date, Language language) {
        return day_with_weekday(date, language);
    };
    const std::string number = std::to_string(days);
    found.text = named(meeting, Language::korean) + " 회의의 " + number +
                 "일 전 소집 통지: " + named(found.last, Language::korean) + "까지.";
    found.text_en = "Notice " + number + (days == 1 ? " day" : " days") +
                    " before the meeting on " + named(meeting, Language::english) + ": by " +
                    named(found.last, Language::english) + ".";
    if (found.date != found.last) {
        found.text += " 휴무일(" + list_of(found.skipped, Language::korean) + ")이 끼어 있어 " +
                      named(found.date, Language::korean) + "까지 통지할 것을 권함.";
        found.text_en += " Plan for " + named(found.date, Language::english) +
                         ", the working day before: " + list_of(found.skipped, Language::english) +
                         ".";
    }
    found.text += " 근거: " + found.clause + ".";
    found.text_en += " By: " + found.clause_en + ".";
}

}  // namespace

Notice notice_by(const WorkCalendar& calendar, const Date& meeting, const NoticeDays& notice) {
    if (notice.days < 1 || notice.days > 366) {
        throw ProbityError(detail::sentence("notice.range", {{"days", notice.days}}));
    }
    Notice found{.last = add_days(meeting, -notice.before())};
    detail::check_verified(calendar, found.last);
    found.date = calendar.roll(found.last, RollConvention::preceding);
    for (Date day = add_days(found.date, 1); day <= found.last; day = add_days(day, 1)) {
        found.skipped.push_back(detail::passed_day(calendar, day));
    }
    cite(found, notice.clear);
    write_text(found, meeting, notice.days);
    return found;
}

Notice notice_by(const WorkCalendar& calendar, const Date& meeting, int days) {
    return notice_by(calendar, meeting, NoticeDays{.days = days});
}

std::ostream& operator<<(std::ostream& out, const Notice& notice) {
    return out << to_string(notice.date) << ", " << to_string(notice.last) << " at the latest";
}

}  // namespace probity
