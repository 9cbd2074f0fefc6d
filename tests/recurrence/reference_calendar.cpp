#include "reference_calendar.hpp"

#include <unicode/ucal.h>

#include <chrono>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

namespace probity::testing::reference {
namespace {

class GregorianScale : public Scale {
  public:
    int year_of(sys_days date) const override {
        return static_cast<int>(std::chrono::year_month_day(date).year());
    }

    const Year& year(int number) const override {
        const auto known = years_.find(number);
        if (known != years_.end()) return known->second;
        Year year;
        year.number = number;
        for (int m = 1; m <= 12; ++m) {
            const auto month =
                std::chrono::year(number) / std::chrono::month(static_cast<unsigned>(m));
            const sys_days first(month / 1);
            const sys_days last(month / std::chrono::last);
            year.months.push_back(
                {{m, false}, first, static_cast<int>((last - first).count()) + 1});
        }
        return years_.emplace(number, std::move(year)).first->second;
    }

    // Neither end of the proleptic calendar is near any date that the tests use. That dates stop
    // at 9999-12-31 is a limit of what is given out, not of the calendar: a week that begins in
    // 9999 has seven days, and BYSETPOS=-1 counts from the seventh.
    bool knows(int year) const override { return year > -20000 && year < 20000; }

  private:
    mutable std::map<int, Year> years_;
};

// The Korean calendar of ICU. The calendar is opened in UTC and asked at noon: its day boundaries
// are then those of sys_days, and Korea's changes of clock in the twentieth century cannot shift
// a date. (The astronomy inside is reckoned for Korea whatever the time zone of the object.)
class KoreanScale : public Scale {
  public:
    KoreanScale() {
        UErrorCode status = U_ZERO_ERROR;
        const UChar utc[] = {'U', 'T', 'C', 0};
        UCalendar* calendar = ucal_open(utc, -1, "ko_KR@calendar=dangi", UCAL_DEFAULT, &status);
        const sys_days first = std::chrono::year(1900) / 1 / 31;
        const sys_days last = std::chrono::year(2101) / 1 / 28;  // the last day of Korean 2100
        const auto ask = [&](sys_days date, UCalendarDateFields field) {
            const auto day = static_cast<double>(date.time_since_epoch().count());
            ucal_setMillis(calendar, day * 86400000.0 + 43200000.0, &status);
            return ucal_get(calendar, field, &status);
        };
        for (sys_days date = first; date <= last && U_SUCCESS(status);) {
            const MonthName name{ask(date, UCAL_MONTH) + 1, ask(date, UCAL_IS_LEAP_MONTH) != 0};
            // The year bears the number of the Gregorian year in which it begins.
            if (name == MonthName{1, false}) {
                years_.push_back({static_cast<int>(std::chrono::year_month_day(date).year()), {}});
            }
            // A lunar month has 29 days or 30.
            const int length = ask(date + days(29), UCAL_DAY_OF_MONTH) == 1 ? 29 : 30;
            if (ask(date, UCAL_DAY_OF_MONTH) != 1 || years_.empty()) break;
            years_.back().months.push_back({name, date, length});
            date += days(length);
        }
        ucal_close(calendar);
        follow_the_almanac();
        if (U_FAILURE(status) || years_.size() != 201 || years_.front().first() != first ||
            years_.back().end() != last + days(1)) {
            throw std::runtime_error("reference: ICU has no usable Korean calendar");
        }
    }

    int year_of(sys_days date) const override {
        const int gregorian = static_cast<int>(std::chrono::year_month_day(date).year());
        if (date >= years_.back().end()) return 2101;
        if (!knows(gregorian)) return gregorian - 1;
        return date < year(gregorian).first() ? gregorian - 1 : gregorian;
    }

    const Year& year(int number) const override {
        return years_.at(static_cast<std::size_t>(number - 1900));
    }

    bool knows(int year) const override { return year >= 1900 && year <= 2100; }

  private:
    /// The second month of 2017 began on 26 February by the Korean almanac; ICU has the 27th.
    void follow_the_almanac() {
        auto& months = years_.at(2017 - 1900).months;
        const sys_days almanacs = std::chrono::year(2017) / 2 / 26;
        if (months.at(1).first == almanacs) return;
        months[0].length -= 1;
        months[1].first -= days(1);
        months[1].length += 1;
    }

    std::vector<Year> years_;
};

}  // namespace

const Scale& gregorian_scale() {
    static const GregorianScale scale;
    return scale;
}

const Scale& korean_scale() {
    static const KoreanScale scale;
    return scale;
}

}  // namespace probity::testing::reference
