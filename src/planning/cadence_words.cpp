// The name of a cadence in English and in Korean.
#include "planning/words.hpp"
#include "probity/planning/cadence.hpp"

namespace probity {
namespace {

bool is_korean(Language language) { return language == Language::korean; }

std::string from(const Date& date, Language language) {
    const std::string day = detail::written(date).in(language);
    return is_korean(language) ? day + "부터 " : " from " + day;
}

std::string words(const TimesAYear& cadence, Language language) {
    const std::string times = std::to_string(cadence.times);
    if (is_korean(language)) return from(cadence.anchor, language) + "연 " + times + "회";
    const std::string often = cadence.times == 1   ? "once a year"
                              : cadence.times == 2 ? "twice a year"
                                                   : times + " times a year";
    return often + from(cadence.anchor, language);
}

std::string words(const EveryMonths& cadence, Language language) {
    const std::string months = std::to_string(cadence.months);
    if (is_korean(language)) {
        return from(cadence.anchor, language) +
               (cadence.months == 1 ? "매월" : months + "개월마다");
    }
    return (cadence.months == 1 ? "every month" : "every " + months + " months") +
           from(cadence.anchor, language);
}

std::string words(const ByRule& cadence, Language language) {
    const std::string rule = cadence.rule.describe(language);
    return is_korean(language) ? from(cadence.start, language) + rule
                               : rule + from(cadence.start, language);
}

std::string words(const ByWeek& cadence, Language language) {
    const std::string rule = describe(cadence.rule, language);
    const bool first_days = std::holds_alternative<NthWeek>(cadence.rule);
    if (is_korean(language)) return rule + (first_days ? " 첫날" : "");
    return first_days ? "the first day of " + rule : rule;
}

std::string words(const OnDates& cadence, Language language) {
    if (cadence.dates.empty()) return is_korean(language) ? "지정된 날짜 없음" : "on no date";
    std::string list;
    for (const Date& date : cadence.dates) {
        list += (list.empty() ? "" : ", ") + detail::written(date).in(language);
    }
    return is_korean(language) ? "지정일: " + list : "on " + list;
}

std::string words(const InEach& cadence, Language language) {
    const std::string& title = cadence.title.in(language);
    if (is_korean(language)) {
        return (title.empty() ? "해당 기간" : title) + "마다" +
               (cadence.weekday ? " " + detail::name_of(*cadence.weekday, language) : "");
    }
    return "in each " + (title.empty() ? "occurrence" : title) +
           (cadence.weekday ? ", on " + detail::name_of(*cadence.weekday, language) : "");
}

}  // namespace

std::string describe(const Cadence& cadence, Language language) {
    check(cadence);
    return std::visit([&](const auto& c) { return words(c, language); }, cadence);
}

}  // namespace probity
