#include "reference.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reference_calendar.hpp"
#include "reference_rule.hpp"

namespace probity::testing {

using std::chrono::sys_days;

namespace reference {
namespace {

// ------------------------------------------------------------------------- what is known of a day

template <class Values, class Value>
bool among(const Values& values, const Value& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

// Is the day, the `position`-th (from 1) of `length`, named by one of the values, of which the
// negative ones count from the end?
bool named_by(const std::vector<int>& values, int position, int length) {
    return among(values, position) || among(values, position - length - 1);
}

sys_days week_start_of(sys_days date, weekday first) { return date - (weekday(date) - first); }

class Rule {
  public:
    Rule(std::string_view text, sys_days start)
        : parts_(read(text)), start_(start), scale_(pick_scale(parts_.korean)) {
        if (!scale_->knows(scale_->year_of(start))) refuse("a start outside the calendar");
        const Year& year = scale_->year(scale_->year_of(start));
        const Month& month = month_of(start);
        start_month_ = month.name;
        start_month_day_ = position_in(month.first, start);
        start_year_ = year.number;
    }

    std::vector<sys_days> dates(sys_days from, sys_days to, bool by_generation) const;

  private:
    struct Period {
        sys_days begin;
        sys_days end;
        int year = 0;                  // YEARLY: the year or week-year
        const Month* month = nullptr;  // MONTHLY
    };

    static const Scale* pick_scale(bool korean) {
        return korean ? &korean_scale() : &gregorian_scale();
    }

    static int position_in(sys_days first, sys_days date) {
        return static_cast<int>((date - first).count()) + 1;
    }

    const Month& month_of(sys_days date) const {
        const Year& year = scale_->year(scale_->year_of(date));
        for (const Month& month : year.months) {
            if (date < month.first + days(month.length)) return month;
        }
        throw std::logic_error("reference: a day in no month");
    }

    // Week 1 is the first week with at least four days in the year, so it is the week that holds
    // the year's fourth day. RFC 7529 keeps that for other calendars, with their own years.
    sys_days first_week_of(int year) const {
        return week_start_of(scale_->year(year).first() + days(3), parts_.week_start);
    }

    int week_year_of(sys_days date) const {
        const int year = scale_->year_of(date);
        if (date < first_week_of(year)) return year - 1;
        if (scale_->knows(year + 1) && date >= first_week_of(year + 1)) return year + 1;
        return year;
    }

    std::optional<Period> period(std::int64_t step) const;

    // A step whose period is before `date`, to begin with where nothing earlier is asked for. Only
    // days and weeks are too many to be passed one by one.
    std::int64_t first_step(sys_days date) const {
        if (parts_.count || yearly() || monthly() || date <= start_) return 0;
        const int length = parts_.frequency == Frequency::Weekly ? 7 : 1;
        return std::max<std::int64_t>(0, (date - start_).count() / (length * parts_.interval) - 1);
    }
    std::optional<Period> known_days(sys_days begin, int length) const {
        const sys_days end = begin + days(length);
        if (!scale_->knows(scale_->year_of(begin))) return std::nullopt;
        if (!scale_->knows(scale_->year_of(end - days(1)))) return std::nullopt;
        return Period{begin, end, 0, nullptr};
    }
    std::set<sys_days> days_of(const Period& period, bool by_generation) const;
    std::set<sys_days> tested_days(const Period& period) const;
    std::set<sys_days> generated_days(const Period& period) const;
    std::set<sys_days> at_positions(const std::set<sys_days>& ordered) const;

    bool yearly() const { return parts_.frequency == Frequency::Yearly; }
    bool monthly() const { return parts_.frequency == Frequency::Monthly; }

    // What a rule does not say it takes from DTSTART ("information that is not contained in the
    // rule ... is derived from DTSTART"). It takes no more than is needed to name a day.
    bool takes_weekday() const {
        if (!parts_.by_day.empty()) return false;
        if (parts_.frequency == Frequency::Weekly) return true;
        // Reading: BYWEEKNO names weeks; with neither BYDAY nor BYMONTHDAY nor BYYEARDAY the day
        // in the week is DTSTART's weekday. BYMONTH beside it does not bring in the month day:
        // it only limits.
        return yearly() && !parts_.by_week_number.empty() && parts_.by_month_day.empty() &&
               parts_.by_year_day.empty();
    }
    bool takes_month_day() const {
        if (!parts_.by_day.empty() || !parts_.by_month_day.empty()) return false;
        if (monthly()) return true;
        return yearly() && parts_.by_week_number.empty() && parts_.by_year_day.empty();
    }
    bool takes_month() const { return yearly() && takes_month_day() && parts_.by_month.empty(); }

    bool in_months(sys_days date) const {
        if (parts_.by_month.empty()) return true;
        return among(parts_.by_month, month_of(date).name);
    }
    bool in_weeks(sys_days date) const;
    bool on_year_days(sys_days date) const {
        if (parts_.by_year_day.empty()) return true;
        const Year& year = scale_->year(scale_->year_of(date));
        return named_by(parts_.by_year_day, position_in(year.first(), date), year.length());
    }
    bool on_month_days(sys_days date) const {
        if (parts_.by_month_day.empty()) return true;
        const Month& month = month_of(date);
        return named_by(parts_.by_month_day, position_in(month.first, date), month.length);
    }
    bool on_weekdays(sys_days date) const;
    bool as_start(sys_days date) const {
        if (takes_weekday() && weekday(date) != weekday(start_)) return false;
        const Month& month = month_of(date);
        if (takes_month() && month.name != start_month_) return false;
        return !takes_month_day() || position_in(month.first, date) == start_month_day_;
    }

    // RFC 7529 section 4.1, one step each.
    std::vector<Month> months_after_skip(int year, const std::vector<MonthName>& names) const;
    std::optional<sys_days> day_after_skip(sys_days first, int length, int number) const;

    Parts parts_;
    sys_days start_;
    const Scale* scale_;
    MonthName start_month_;
    int start_month_day_ = 0;
    int start_year_ = 0;
};

// Reading: a week number selects days by their week of the week-year, over the year's edge both
// ways: 1 January 2011 is in week 52 of 2010. A number that the week-year lacks (53, mostly)
// names nothing; it is a week, not a date, so SKIP does not move it.
bool Rule::in_weeks(sys_days date) const {
    if (parts_.by_week_number.empty()) return true;
    const int year = week_year_of(date);
    if (!scale_->knows(year) || !scale_->knows(year + 1)) return false;
    const int weeks = static_cast<int>((first_week_of(year + 1) - first_week_of(year)).count()) / 7;
    const int week = static_cast<int>((date - first_week_of(year)).count()) / 7 + 1;
    return named_by(parts_.by_week_number, week, weeks);
}

// Reading: the values of BYDAY are a union, with and without ordinals. An ordinal counts the
// weekday within the month if FREQ is MONTHLY, or YEARLY with BYMONTH; within the year otherwise.
// That holds too where BYDAY only limits (beside BYMONTHDAY or BYYEARDAY), of which the standard
// gives no other meaning. It is counted in the month or year that the day lies in.
bool Rule::on_weekdays(sys_days date) const {
    if (parts_.by_day.empty()) return true;
    const bool within_month = monthly() || !parts_.by_month.empty();
    const Year& year = scale_->year(scale_->year_of(date));
    const Month& month = month_of(date);
    const int length = within_month ? month.length : year.length();
    const int position = position_in(within_month ? month.first : year.first(), date);
    const int from_front = (position - 1) / 7 + 1;
    const int from_back = (length - position) / 7 + 1;
    for (const DayName& name : parts_.by_day) {
        if (name.day != weekday(date)) continue;
        if (name.ordinal == 0 || name.ordinal == from_front || name.ordinal == -from_back) {
            return true;
        }
    }
    return false;
}

// Reading: INTERVAL counts periods from the one that holds DTSTART: the day; the week as WKST
// bounds it; the month (in a lunisolar calendar a leap month is a month of its own); the year, or
// the week-year if there is BYWEEKNO. A date that SKIP=FORWARD would bring over from an earlier
// period is not in the rule.
std::optional<Rule::Period> Rule::period(std::int64_t step) const {
    const std::int64_t distance = step * parts_.interval;
    if (distance > 5'000'000) return std::nullopt;  // past every date there is
    switch (parts_.frequency) {
        case Frequency::Daily:
            return known_days(start_ + days(distance), 1);
        case Frequency::Weekly:
            return known_days(week_start_of(start_, parts_.week_start) + days(7 * distance), 7);
        case Frequency::Monthly: {
            std::int64_t left = distance;
            int number = start_year_;
            if (!parts_.korean) {  // every year has twelve months
                number += static_cast<int>(left / 12);
                left %= 12;
            }
            if (!scale_->knows(number)) return std::nullopt;
            const std::vector<Month>* months = &scale_->year(number).months;
            auto index = static_cast<std::size_t>(
                std::find_if(months->begin(), months->end(),
                             [&](const Month& month) { return month.name == start_month_; }) -
                months->begin());
            for (; left > 0; --left) {
                if (++index < months->size()) continue;
                if (!scale_->knows(++number)) return std::nullopt;
                months = &scale_->year(number).months;
                index = 0;
            }
            const Month& month = (*months)[index];
            return Period{month.first, month.first + days(month.length), number, &month};
        }
        case Frequency::Yearly:
            break;
    }
    if (!parts_.by_week_number.empty()) {
        const int number = week_year_of(start_) + static_cast<int>(distance);
        if (!scale_->knows(number) || !scale_->knows(number + 1)) return std::nullopt;
        return Period{first_week_of(number), first_week_of(number + 1), number, nullptr};
    }
    const int number = start_year_ + static_cast<int>(distance);
    if (!scale_->knows(number)) return std::nullopt;
    const Year& year = scale_->year(number);
    return Period{year.first(), year.end(), number, nullptr};
}

// ------------------------------------------------------------------ the days of a period, tested

// Whether a part expands or limits makes no difference to a day that exists: the days of the
// period that satisfy every part are the same. (Table and notes of RFC 5545 section 3.3.10.)
std::set<sys_days> Rule::tested_days(const Period& period) const {
    std::set<sys_days> found;
    for (sys_days date = period.begin; date < period.end; date += days(1)) {
        if (in_months(date) && in_weeks(date) && on_year_days(date) && on_month_days(date) &&
            on_weekdays(date) && as_start(date)) {
            found.insert(date);
        }
    }
    return found;
}

// --------------------------------------------------------------- the days of a period, generated

// The months of a year that the names stand for. A leap month that the year lacks is invalid:
// BACKWARD takes the month before (5L: month 5), FORWARD the month after (month 6; after 12L, the
// first of the next year).
std::vector<Month> Rule::months_after_skip(int year, const std::vector<MonthName>& names) const {
    std::vector<Month> months;
    if (!scale_->knows(year)) return months;
    const auto add = [&](int in_year, MonthName name) {
        if (!scale_->knows(in_year)) return false;
        for (const Month& month : scale_->year(in_year).months) {
            if (month.name == name) {
                months.push_back(month);
                return true;
            }
        }
        return false;
    };
    for (const MonthName& name : names) {
        if (add(year, name) || !name.leap) continue;
        if (parts_.skip == Skip::Backward) add(year, {name.number, false});
        if (parts_.skip == Skip::Forward) {
            add(name.number == 12 ? year + 1 : year, {name.number % 12 + 1, false});
        }
    }
    return months;
}

// The `number`-th day of a month or year that begins on `first`.
// Reading: a day past the end (31 in April, 366 in a common year) goes BACKWARD to the last day
// and FORWARD to the first day of what follows. A negative number past the beginning (-31 in
// April) lies before the first day: FORWARD is that first day, BACKWARD the day before it.
std::optional<sys_days> Rule::day_after_skip(sys_days first, int length, int number) const {
    const int position = number > 0 ? number : length + 1 + number;  // valid: [1, length]
    if (position >= 1 && position <= length) return first + days(position - 1);
    const sys_days after = position < 1 ? first : first + days(length);
    if (parts_.skip == Skip::Backward) return after - days(1);
    if (parts_.skip == Skip::Forward) return after;
    return std::nullopt;
}

// RFC 7529 section 4.1: BYMONTH, SKIP for an invalid month, BYWEEKNO, BYYEARDAY, BYMONTHDAY (or
// the day of DTSTART), SKIP for an invalid day, BYDAY; BYSETPOS follows elsewhere.
// Reading: a part that limits looks at dates that exist, so it generates nothing to be skipped:
// DAILY and WEEKLY rules never skip, nor does BYMONTH of a MONTHLY rule.
// Reading: where two parts must both name the day (BYYEARDAY with BYMONTH or BYMONTHDAY,
// BYWEEKNO with any of the three), a day that does not exist is in no month and no week, and is
// named by one part only: nothing is skipped but months.
std::set<sys_days> Rule::generated_days(const Period& period) const {
    std::set<sys_days> found;

    std::vector<Month> months;
    if (monthly()) {
        if (parts_.by_month.empty() || among(parts_.by_month, period.month->name)) {
            months.push_back(*period.month);
        }
    } else if (takes_month()) {
        months = months_after_skip(period.year, {start_month_});
    } else if (parts_.by_month.empty()) {
        for (int year : {period.year - 1, period.year, period.year + 1}) {
            const bool whole = year == period.year || !parts_.by_week_number.empty();
            if (!whole || !scale_->knows(year)) continue;
            const std::vector<Month>& all = scale_->year(year).months;
            months.insert(months.end(), all.begin(), all.end());
        }
    } else {
        // A week-year has days of the calendar years beside it; their months are those that the
        // names stand for in those years.
        for (int year : {period.year - 1, period.year, period.year + 1}) {
            if (year != period.year && parts_.by_week_number.empty()) continue;
            const std::vector<Month> named = months_after_skip(year, parts_.by_month);
            months.insert(months.end(), named.begin(), named.end());
        }
    }
    const auto in_the_months = [&](sys_days date) {
        return std::any_of(months.begin(), months.end(), [&](const Month& month) {
            return date >= month.first && date < month.first + days(month.length);
        });
    };

    const bool weeks = !parts_.by_week_number.empty();
    const bool year_days = !parts_.by_year_day.empty();
    const bool month_days = !parts_.by_month_day.empty();
    if (weeks || (year_days && (month_days || !parts_.by_month.empty()))) {
        for (sys_days date = period.begin; date < period.end; date += days(1)) {
            const bool as_weekday = !takes_weekday() || weekday(date) == weekday(start_);
            if (in_the_months(date) && in_weeks(date) && on_year_days(date) &&
                on_month_days(date) && as_weekday) {
                found.insert(date);
            }
        }
    } else if (year_days) {
        const Year& year = scale_->year(period.year);
        for (int number : parts_.by_year_day) {
            const auto date = day_after_skip(year.first(), year.length(), number);
            if (date) found.insert(*date);
        }
    } else if (month_days || takes_month_day()) {
        const std::vector<int> numbers =
            month_days ? parts_.by_month_day : std::vector<int>{start_month_day_};
        for (const Month& month : months) {
            for (int number : numbers) {
                const auto date = day_after_skip(month.first, month.length, number);
                if (date) found.insert(*date);
            }
        }
    } else {
        for (const Month& month : months) {
            for (int i = 0; i < month.length; ++i) found.insert(month.first + days(i));
        }
    }

    // Reading: BYDAY after SKIP looks at the day it has become.
    std::erase_if(found, [&](sys_days date) {
        return !scale_->knows(scale_->year_of(date)) || !on_weekdays(date);
    });
    return found;
}

// --------------------------------------------------------------------------- positions and bounds

// Reading: the n-th of the period's dates, each once and in order, whichever way the positions
// are written. All of the period counts, before DTSTART too: a week, month or year that began
// before DTSTART is counted from its own first matching day.
std::set<sys_days> Rule::at_positions(const std::set<sys_days>& ordered) const {
    if (parts_.by_position.empty()) return ordered;
    std::set<sys_days> chosen;
    int position = 0;
    for (sys_days date : ordered) {
        ++position;
        if (named_by(parts_.by_position, position, static_cast<int>(ordered.size()))) {
            chosen.insert(date);
        }
    }
    return chosen;
}

std::set<sys_days> Rule::days_of(const Period& period, bool by_generation) const {
    const bool limits_only = !yearly() && !monthly();
    if (limits_only || (parts_.skip == Skip::Omit && !by_generation)) return tested_days(period);
    return generated_days(period);
}

std::vector<sys_days> Rule::dates(sys_days from, sys_days to, bool by_generation) const {
    const sys_days end_of_dates = std::chrono::year(10000) / 1 / 1;
    to = std::min(to, end_of_dates);
    if (parts_.until) to = std::min(to, *parts_.until + days(1));

    // SKIP takes a date out of its period by a day, or by a month after a missing twelfth leap
    // month: periods that far beyond the window still matter to it.
    constexpr days reach(62);
    std::set<sys_days> found;
    for (std::int64_t step = first_step(from - reach);; ++step) {
        const std::optional<Period> current = period(step);
        if (!current || current->begin >= to + reach) break;
        if (!parts_.count && current->end + reach < from) continue;
        for (sys_days date : at_positions(days_of(*current, by_generation))) {
            if (date >= start_) found.insert(date);
        }
        if (parts_.count && static_cast<std::int64_t>(found.size()) >= *parts_.count) {
            // Enough, once no later period can put a date among the first COUNT.
            const sys_days last =
                *std::next(found.begin(), std::max<std::int64_t>(*parts_.count - 1, 0));
            if (last + reach < current->begin) break;
        }
    }

    // Reading: COUNT counts the dates of the rule from DTSTART on, each once; dates that two
    // periods share after SKIP are one.
    std::vector<sys_days> result;
    std::int64_t number = 0;
    for (sys_days date : found) {
        if (parts_.count && ++number > *parts_.count) break;
        if (date >= from && date < to) result.push_back(date);
    }
    return result;
}

}  // namespace
}  // namespace reference

std::vector<sys_days> reference_dates(std::string_view rule, sys_days start, sys_days from,
                                      sys_days to) {
    return reference::Rule(rule, start).dates(from, to, false);
}

std::vector<sys_days> reference_dates_by_generation(std::string_view rule, sys_days start,
                                                    sys_days from, sys_days to) {
    return reference::Rule(rule, start).dates(from, to, true);
}

KoreanDays known_korean_days() {
    const reference::Scale& scale = reference::korean_scale();
    return {scale.year(1900).first(), scale.year(2100).end()};
}

}  // namespace probity::testing
