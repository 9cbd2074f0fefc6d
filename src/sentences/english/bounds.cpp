#include "sentences/english/bounds.hpp"

#include <limits>
#include <optional>

#include "date/civil.hpp"
#include "probity/date/date.hpp"
#include "sentences/code_points.hpp"
#include "sentences/english/dates.hpp"
#include "sentences/english/periods.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

const Pattern date_pattern(U"([0-9]{4})[-./] ?([0-9]{1,2})[-./] ?([0-9]{1,2})[.]?(?![0-9])");
const Pattern bounding_year(U"[0-9]{4}(?![0-9])");

/// A year in four figures.
std::optional<int> year_here(Scanner& s) {
    const auto found = s.match(bounding_year);
    return found ? std::optional(static_cast<int>(number_of((*found)[0]))) : std::nullopt;
}

/// A day of the calendar; fails at a place if there is none such.
Date checked_date(Scanner& s, int year, int month, int day, std::size_t place) {
    if (year == 0 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) {
        s.fail(sentence("rule.no_such_date"), place);
    }
    if (year < first_year) s.fail(sentence("rule.dates_range"), place);
    return make_date(year, month, day);
}

/// 31 December 2026, December 31, 2026, 2026-12-31.
std::optional<Date> read_day(Scanner& s) {
    const std::size_t mark = s.at;
    if (const auto found = s.match(date_pattern)) {
        const auto part = [&](std::size_t group) {
            return static_cast<int>(number_of((*found)[group]));
        };
        return checked_date(s, part(1), part(2), part(3), mark);
    }
    const auto date = day_of_month(s);
    s.take(U",");
    const auto year = date ? year_here(s) : std::nullopt;
    if (year) return checked_date(s, *year, date->month, date->day, mark);
    s.at = mark;
    return std::nullopt;
}

void set_months(Scanner& s, SentencePlan& plan, int first, int count, std::size_t place) {
    if (!plan.months.empty()) s.fail(sentence("rule.months_twice"), place);
    for (int i = 0; i < count; ++i) plan.months.push_back({(first + i - 1) % 12 + 1, false});
}

void set_begin(Scanner& s, SentencePlan& plan, const Date& day, std::size_t place) {
    if (plan.begins) s.fail(sentence("rule.begins_twice"), place);
    plan.begins = day;
}

/// From April: to the end of the year; from April 2026 on; from April to June.
bool read_from_month(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    const auto month = s.month();
    if (!month || s.match(day_figures)) return false;
    const auto year = year_here(s);
    if (year.value_or(0) > 0) {
        set_begin(s, plan, checked_date(s, *year, *month, 1, start), start);
    } else {
        const std::size_t mark = s.at;
        const auto last = !year && s.take_any(range_words) ? s.month() : std::nullopt;
        if (last) {
            set_months(s, plan, *month, (*last - *month + 12) % 12 + 1, start);
            return true;
        }
        s.at = mark;
        set_months(s, plan, *month, 13 - *month, start);
    }
    s.take(U"on", U"onwards", U"onward");
    return true;
}

}  // namespace

bool read_until(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    s.take(U",");
    if (!s.take(U"until", U"till", U"up to", U"to", U"ending on", U"ending", U"through")) {
        return false;
    }
    auto until = read_day(s);
    if (!until) {
        // Until December 2026: its last day.
        const std::size_t mark = s.at;
        const auto month = s.month();
        const int year = month ? year_here(s).value_or(0) : 0;
        if (year > 0 && year < last_year) {
            until = checked_date(s, year, *month, days_in_month(year, *month), mark);
        }
    }
    if (!until) return false;
    if (plan.until) s.fail(sentence("rule.ends_twice"), start);
    plan.until = until;
    return true;
}

bool read_from(Scanner& s, SentencePlan& plan) {
    s.take(U",");
    if (!s.take(U"from", U"starting from", U"starting", U"beginning", U"as of",
                U"with effect from")) {
        return false;
    }
    s.take(U"in", U"on", U"with");
    const std::size_t mark = s.at;
    auto day = read_day(s);
    if (!day) {
        const int year = year_here(s).value_or(0);
        if (year > 0) day = checked_date(s, year, 1, 1, mark);
    }
    if (!day) return read_from_month(s, plan);
    set_begin(s, plan, *day, mark);
    s.take(U"on", U"onwards", U"onward");
    return true;
}

bool read_lasting(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    s.take(U",");
    if (plan.lasts || !s.take(U"for", U"lasting")) return false;
    const auto length = duration(s);
    const bool from_day =
        s.take(U"from", U"starting on", U"starting", U"beginning on", U"beginning");
    if (!length || !(plan.has_days() || from_day) || s.ahead(U"before", U"after")) {
        return s.back(mark);
    }
    if (!plan.weekdays.empty() && plan.weeks.empty()) {
        s.fail(sentence("rule.end_such_as"), mark);
    }
    plan.lasts = length;
    return true;
}

bool read_count(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    s.take(U",");
    s.take(U"for");
    Said number = 0;
    if (s.take(U"once")) {
        number = 1;
    } else if (s.take(U"twice")) {
        number = 2;
    } else {
        const auto told = s.number();
        if (!told || !s.take(U"times", U"time", U"occurrences", U"occurrence")) return false;
        number = *told;
    }
    if (plan.count) s.fail(sentence("rule.ends_after_one"), start);
    if (number < 1 || number > std::numeric_limits<std::int32_t>::max()) {
        s.fail(sentence("rule.once_or_more"), start);
    }
    plan.count = number;
    return true;
}

bool read_note(Scanner& s, SentencePlan& plan) {
    if (!s.take(U"(") || !s.take(U"weeks start on", U"weeks begin on")) return false;
    const auto weekday = s.weekday();
    if (!weekday || !s.take(U")")) return false;
    plan.week_start = weekday;
    return true;
}

}  // namespace probity::detail::english
