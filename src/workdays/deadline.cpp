#include "probity/workdays/deadline.hpp"

#include <array>
#include <cstddef>
#include <ostream>

#include "date/civil.hpp"
#include "date/names.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"
#include "workdays/deadline_text.hpp"
#include "workdays/legal_days.hpp"
#include "workdays/period_acts.hpp"

namespace probity {
namespace {

using detail::Counting;
using detail::is_public_holiday;
using detail::passed_day;
using std::chrono::local_seconds;

constexpr auto& rule_names = detail::period_rule_names;

// Regulation on the Duties of State Public Officials, article 9.
constexpr std::chrono::hours opening{9};
constexpr std::chrono::hours closing{18};

[[noreturn]] void throw_too_long(const LegalPeriod& period, const Date& start) {
    throw HorizonError(
        detail::sentence("period.too_long", {{"period", detail::in_words(period)},
                                             {"start", detail::written(start)},
                                             {"last", detail::written(last_date())}}));
}

/// The last day of months by the calendar, from the first day that counts on: the day before the one
/// that answers to it, or the month's last if none does (Civil Act, article 160(2) and (3)).
std::int64_t last_of_months(DayNumber first, std::int64_t months, const LegalPeriod& period,
                            const Date& start) {
    const auto [year, month, day] = detail::year_month_day(first);
    const std::int64_t index = std::int64_t{year} * 12 + (month - 1) + months;
    if (index / 12 > 9999) throw_too_long(period, start);
    const int last_year = static_cast<int>(index / 12);
    const int last_month = static_cast<int>(index % 12) + 1;
    const int length = detail::days_in_month(last_year, last_month);
    if (day > length) return detail::day_number_of(last_year, last_month, length);
    return std::int64_t{detail::day_number_of(last_year, last_month, day)} - 1;
}

/// The last day of a period all of whose days count, from the first of them on.
Date last_day(const Date& first_day, const LegalPeriod& period, const Date& start) {
    // No period that ends before the year 10000 is longer, in any unit.
    if (period.number > 4'000'000) throw_too_long(period, start);
    const DayNumber first = day_number(first_day);
    const std::int64_t n = period.number;
    std::int64_t last = 0;
    switch (period.unit) {
        case PeriodUnit::days:
            last = first + n - 1;
            break;
        case PeriodUnit::weeks:
            last = first + 7 * n - 1;
            break;
        case PeriodUnit::months:
            last = last_of_months(first, n, period, start);
            break;
        case PeriodUnit::years:
            last = last_of_months(first, 12 * n, period, start);
            break;
    }
    if (last > last_day_number) throw_too_long(period, start);
    return detail::unchecked_date(static_cast<DayNumber>(last));
}

bool is_saturday(const Date& date) { return weekday_of(date) == SA; }

/// Whether article 161 of the Civil Act puts off a period that would end on a day.
bool is_put_off(const WorkCalendar& calendar, const Date& last) {
    detail::check_verified(calendar, last);
    return is_public_holiday(calendar, last) ||
           (is_saturday(last) && detail::puts_off_saturdays(last));
}

/// Puts the last day off to the next that is no day off.
void put_off(Deadline& found, const WorkCalendar& calendar) {
    while (is_put_off(calendar, found.date)) {
        found.skipped.push_back(passed_day(calendar, found.date));
        found.date = add_days(found.date, 1);
    }
}

/// Whether a day does not count where days off do not.
bool is_left_out(const WorkCalendar& calendar, const Date& date) {
    detail::check_verified(calendar, date);
    return is_saturday(date) || is_public_holiday(calendar, date);
}

/// The first day from a date on that counts, where days off do not; the days before it are noted.
Date next_counted(const WorkCalendar& calendar, Date date, std::vector<PassedDay>& skipped) {
    while (is_left_out(calendar, date)) {
        skipped.push_back(passed_day(calendar, date));
        date = add_days(date, 1);
    }
    return date;
}

/// The n-th day that counts, where days off do not.
void count_days(Deadline& found, const WorkCalendar& calendar, const Date& start, std::int64_t n) {
    found.first = next_counted(calendar, start, found.skipped);
    found.date = *found.first;
    for (std::int64_t i = 1; i < n; ++i) {
        found.date = next_counted(calendar, add_days(found.date, 1), found.skipped);
    }
    found.nominal = found.date;
}

/// The working day by which to plan.
Date advised_by(const WorkCalendar& calendar, const Date& last) {
    return calendar.roll(last, RollConvention::preceding);
}

Deadline counted(const WorkCalendar& calendar, const Date& start, const LegalPeriod& period,
                 const Counting& counting) {
    Deadline found;
    if (counting.days_off) {
        const Date first = counting.first_day ? start : add_days(start, 1);
        found.first = first;
        found.nominal = last_day(first, period, start);
        found.date = found.nominal;
        if (counting.put_off) put_off(found, calendar);
    } else {
        count_days(found, calendar, start, period.number);
    }
    found.advised = advised_by(calendar, found.nominal);
    found.clause = counting.clause;
    found.clause_en = counting.clause_en;
    return found;
}

Date date_of(const local_seconds& time) {
    const auto days = std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
    return to_date(std::chrono::sys_days(std::chrono::days(days)));
}

local_seconds time_on(const Date& date, std::chrono::seconds time_of_day) {
    return local_seconds(std::chrono::days(day_number(date)) + time_of_day);
}

/// The time from which the hours of a petition are counted: that of its receipt, or of the next opening
/// if it comes in outside the hours of work.
local_seconds counted_from(const WorkCalendar& calendar, const local_seconds& start,
                           std::vector<PassedDay>& skipped) {
    const Date day = date_of(start);
    const std::chrono::seconds time = start - time_on(day, std::chrono::seconds(0));
    const Date from = next_counted(calendar, time > closing ? add_days(day, 1) : day, skipped);
    return time_on(from, from != day || time < opening ? opening : time);
}

Deadline in_hours(const WorkCalendar& calendar, const local_seconds& start,
                  const LegalPeriod& period, const Counting& counting) {
    Deadline found{.clause = counting.clause, .clause_en = counting.clause_en};
    const local_seconds from = counted_from(calendar, start, found.skipped);
    found.first = date_of(from);
    found.date = *found.first;
    for (std::int64_t i = 0; i < period.number; ++i) {
        found.date = next_counted(calendar, add_days(found.date, 1), found.skipped);
    }
    found.nominal = found.date;
    found.advised = advised_by(calendar, found.nominal);
    found.at = time_on(found.date, from - time_on(*found.first, std::chrono::seconds(0)));
    detail::write_text(found, {.day = date_of(start), .time = start, .from = from}, period,
                       counting);
    return found;
}

}  // namespace

Deadline deadline(const WorkCalendar& calendar, const Date& start, const LegalPeriod& period,
                  const DeadlineTerms& terms) {
    const Counting counting = detail::counting_of(period, start, terms);
    if (counting.hours) {
        throw ProbityError(
            detail::sentence("period.needs_time", {{"period", detail::in_words(period)},
                                                   {"start", detail::written(start)},
                                                   {"example", to_string(start) + "T14:30"}}));
    }
    Deadline found = counted(calendar, start, period, counting);
    detail::write_text(found, {.day = start}, period, counting);
    return found;
}

Deadline deadline(const WorkCalendar& calendar, const local_seconds& start,
                  const LegalPeriod& period, const DeadlineTerms& terms) {
    const Date day = date_of(start);
    const Counting counting = detail::counting_of(period, day, terms);
    return counting.hours ? in_hours(calendar, start, period, counting)
                          : deadline(calendar, day, period, terms);
}

Deadline statutory_day(const WorkCalendar& calendar, const Date& day) {
    const Counting counting = detail::counting_of_statutory_day(day);
    Deadline found{
        .date = day, .nominal = day, .clause = counting.clause, .clause_en = counting.clause_en};
    put_off(found, calendar);
    found.advised = advised_by(calendar, day);
    detail::write_text(found);
    return found;
}

std::string_view to_string(PeriodRule rule) noexcept {
    return rule_names[static_cast<std::size_t>(rule)];
}

PeriodRule parse_period_rule(std::string_view text) {
    std::string known;
    for (std::size_t i = 0; i < rule_names.size(); ++i) {
        if (rule_names[i] == text) return static_cast<PeriodRule>(i);
        known += (known.empty() ? "" : ", ") + std::string(rule_names[i]);
    }
    throw ProbityError(
        detail::sentence("period.no_rule", {{"text", detail::printable(text)}, {"known", known}}));
}

std::ostream& operator<<(std::ostream& out, const Deadline& deadline) {
    return out << to_string(deadline.date) << " by " << deadline.clause;
}

}  // namespace probity
