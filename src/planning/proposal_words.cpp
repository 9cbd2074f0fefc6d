#include "planning/proposal_words.hpp"

#include <algorithm>
#include <string>

#include "planning/words.hpp"

namespace probity::detail {
namespace {

std::string english_days(std::int64_t days) {
    return std::to_string(days) + (days == 1 ? " day" : " days");
}

/// "121.7", "73": to a tenth, halves up.
std::string tenths(std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t rounded = (20 * numerator + denominator) / (2 * denominator);
    const std::string whole = std::to_string(rounded / 10);
    return rounded % 10 == 0 ? whole : whole + "." + std::to_string(rounded % 10);
}

Text where_it_lies(const Date& date, const std::vector<Date>& others, const Interval& window) {
    const auto next = std::upper_bound(others.begin(), others.end(), date);
    const bool first = next == others.begin();
    const bool last = next == others.end();
    const std::int64_t day = day_number(date);
    const std::int64_t since = day - day_number(first ? window.begin() : *(next - 1));
    const std::int64_t until =
        last ? day_number(window.last()) + std::int64_t{1} - day : day_number(*next) - day;
    const Weekday weekday = weekday_of(date);
    const Text before = first ? Text{"기간 시작", "the window's beginning"} : written(*(next - 1));
    const Text after = last ? Text{"기간 종료", "the window's end"} : written(*next);
    return {.korean = name_of(weekday, Language::korean) + ". " + before.korean + "에서 " +
                      std::to_string(since) + "일 뒤, " + after.korean + "까지 " +
                      std::to_string(until) + "일.",
            .english = name_of(weekday, Language::english) + ", " + english_days(since) +
                       " after " + before.english + " and " + english_days(until) + " before " +
                       after.english + "."};
}

}  // namespace

Text reason_of(const Date& date, const std::vector<Date>& others, const Interval& window,
               std::int64_t meetings, const Objections& objections) {
    Text reason = where_it_lies(date, others, window);
    const std::string gap = tenths(window.days(), meetings);
    const std::string half = tenths(window.days(), 2 * meetings);
    reason.korean += " 균등 간격은 " + gap + "일, 기간 양 끝에서는 " + half + "일입니다.";
    reason.english += " Even gaps are " + gap + " days, and " + half + " at the ends.";
    if (objections.weekday) {
        reason.korean += " 선호 요일이 아닙니다.";
        reason.english += " It is on no preferred weekday.";
    }
    if (objections.avoided) {
        reason.korean += " 피하려는 기간에 들어 있습니다.";
        reason.english += " It lies in days to be avoided.";
    }
    if (objections.bridge) {
        reason.korean += " 휴무일 사이에 낀 근무일입니다.";
        reason.english += " It is a working day between two days off.";
    }
    return reason;
}

}  // namespace probity::detail
