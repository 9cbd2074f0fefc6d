#include "workdays/deadline_text.hpp"

#include <cstdio>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "workdays/legal_days.hpp"

namespace probity::detail {
namespace {

struct Two {
    std::string korean = {};
    std::string english = {};

    void add(const std::string& in_korean, const std::string& in_english) {
        korean += in_korean;
        english += in_english;
    }
};

Two named(const Date& date) {
    return {day_with_weekday(date, Language::korean), day_with_weekday(date, Language::english)};
}

Two timed(const std::chrono::local_seconds& time) {
    return {time_text(time, Language::korean), time_text(time, Language::english)};
}

Two listed(const std::vector<PassedDay>& days) {
    return {list_of(days, Language::korean), list_of(days, Language::english)};
}

void add_counting(Two& text, const Counting& counting) {
    if (counting.hours) {
        text.add(", 1일을 근무시간 8시간으로", ", each of eight hours of work");
    } else if (counting.first_day) {
        text.add(", 첫날 산입", ", the first day counted");
    } else {
        text.add(", 첫날 불산입", ", the first day not counted");
    }
}

void add_put_off(Two& text, const Deadline& deadline) {
    const Two nominal = named(deadline.nominal);
    const Two days = listed(deadline.skipped);
    text.add(
        " 말일 " + nominal.korean +
            "은 토요일 또는 공휴일이므로 그 뒤의 첫 평일로 만료함: " + days.korean + ".",
        " The last day would be " + nominal.english + "; it is put off over " + days.english + ".");
}

void add_left_out(Two& text, std::size_t number) {
    const std::string days = std::to_string(number);
    text.add(" 그 사이 토요일과 공휴일 " + days + "일은 산입하지 않음.",
             number == 1
                 ? " One day between, a Saturday or public holiday, does not count."
                 : " " + days + " days between, Saturdays and public holidays, do not count.");
}

void add_end(Two& text, const Deadline& deadline) {
    text.add(" 근거: " + deadline.clause + ".", " By: " + deadline.clause_en + ".");
    if (deadline.advised >= deadline.date) return;
    const Two day = named(deadline.advised);
    text.add(" 업무는 그 전 근무일인 " + day.korean + "까지 마칠 것을 권함.",
             " Plan for the working day before: " + day.english + ".");
}

void set(Deadline& deadline, Two text) {
    deadline.text = std::move(text.korean);
    deadline.text_en = std::move(text.english);
}

}  // namespace

std::string time_text(const std::chrono::local_seconds& time, Language language) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const auto seconds = (time - day).count();  // [0, 86399]
    const YearMonthDay parts =
        year_month_day(static_cast<DayNumber>(day.time_since_epoch().count()));
    const std::string date = language == Language::english
                                 ? iso_text(parts.year, parts.month, parts.day)
                                 : korean_text(parts.year, parts.month, parts.day);
    const auto two = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    std::string text = date + " " + two(seconds / 3600) + ":" + two(seconds / 60 % 60);
    if (seconds % 60 != 0) text += ":" + two(seconds % 60);
    return text;
}

void write_text(Deadline& deadline, const PeriodStart& start, const LegalPeriod& period,
                const Counting& counting) {
    const Two begin = start.time ? timed(*start.time) : named(start.day);
    const Two end = deadline.at ? timed(*deadline.at) : named(deadline.date);
    Two text{begin.korean + "부터 " + describe(period, Language::korean),
             describe(period, Language::english) + " from " + begin.english};
    add_counting(text, counting);
    text.add(": " + end.korean + "까지.", ": until " + end.english + ".");
    if (start.time && start.from != start.time) {
        const Two from = timed(*start.from);
        text.add(" 근무시간 외 접수이므로 " + from.korean + "부터 계산함.",
                 " It came in outside the hours of work and is counted from " + from.english + ".");
    }
    if (!counting.days_off) {
        if (!deadline.skipped.empty()) add_left_out(text, deadline.skipped.size());
    } else if (deadline.date != deadline.nominal) {
        add_put_off(text, deadline);
    } else if (!counting.put_off) {
        text.add(" 말일이 토요일 또는 공휴일이어도 그날 만료함.",
                 " It ends on that day, also if it is a Saturday or public holiday.");
    }
    add_end(text, deadline);
    set(deadline, std::move(text));
}

void write_text(Deadline& deadline) {
    const Two end = named(deadline.date);
    Two text{end.korean + "까지.", "By " + end.english + "."};
    if (deadline.date != deadline.nominal) add_put_off(text, deadline);
    add_end(text, deadline);
    set(deadline, std::move(text));
}

}  // namespace probity::detail
