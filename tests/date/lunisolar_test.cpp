#include "probity/date/lunisolar.hpp"

#include <gtest/gtest.h>
#include <unicode/ucal.h>

#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace lunisolar_test {

using namespace probity;

constexpr bool leap = true;

// --- known days -------------------------------------------------------------------------------

TEST(LunarDate, SeollalOf2026) {
    EXPECT_EQ(LunarDate(2026, 1, 1).to_date(), make_date(2026, 2, 17));
    EXPECT_EQ(LunarDate::of(make_date(2026, 2, 17)), LunarDate(2026, 1, 1));
    EXPECT_EQ(lunar_new_year(2026), make_date(2026, 2, 17));
}

TEST(LunarDate, SeollalOf2028IsADayAfterTheChineseNewYear) {
    EXPECT_EQ(LunarDate(2028, 1, 1).to_date(), make_date(2028, 1, 27));
    EXPECT_EQ(LunarDate::of(make_date(2028, 1, 26)), LunarDate(2027, 12, 30));
}

TEST(LunarDate, BuddhasBirthdayIsTheEighthOfTheFourthMonth) {
    EXPECT_EQ(LunarDate(2025, 4, 8).to_date(), make_date(2025, 5, 5));
    EXPECT_EQ(LunarDate(2026, 4, 8).to_date(), make_date(2026, 5, 24));
    EXPECT_EQ(LunarDate(2039, 4, 8).to_date(), make_date(2039, 4, 30));
    EXPECT_EQ(LunarDate(2044, 4, 8).to_date(), make_date(2044, 5, 5));
}

TEST(LunarDate, ChuseokIsTheFifteenthOfTheEighthMonth) {
    EXPECT_EQ(LunarDate(2017, 8, 15).to_date(), make_date(2017, 10, 4));
    EXPECT_EQ(LunarDate(2026, 8, 15).to_date(), make_date(2026, 9, 25));
    EXPECT_EQ(LunarDate(2028, 8, 15).to_date(),
              make_date(2028, 10, 3));  // with National Foundation Day
}

TEST(LunarDate, FitsTheOfficialHolidaysOf2022To2026) {
    const std::map<std::string, std::pair<int, int>> lunar_holidays{
        {"설날", {1, 1}}, {"부처님 오신 날", {4, 8}}, {"추석", {8, 15}}};
    std::ifstream file(PROBITY_TEST_DATA "/kr-public-holidays-2022-2026.csv");
    int found = 0;
    for (std::string line; std::getline(file, line);) {
        const auto holiday = lunar_holidays.find(line.substr(line.find(',') + 1));
        if (holiday == lunar_holidays.end()) continue;
        const auto [month, day] = holiday->second;
        const Date date = parse_date(line.substr(0, 10));
        EXPECT_EQ(LunarDate(date.year(), month, day).to_date(), date) << line;
        ++found;
    }
    EXPECT_EQ(found, 3 * 5);
}

// The new moon was at 23:59 in Seoul. ICU's arithmetic puts it past midnight; the almanac decides.
TEST(LunarDate, SecondMonthOf2017BeginsWithTheAlmanac) {
    EXPECT_EQ(LunarDate(2017, 2, 1).to_date(), make_date(2017, 2, 26));
    EXPECT_EQ(LunarDate(2017, 1, 29).to_date(), make_date(2017, 2, 25));
    EXPECT_EQ(LunarDate(2017, 2, 30).to_date(), make_date(2017, 3, 27));
    EXPECT_EQ(LunarDate(2017, 3, 1).to_date(), make_date(2017, 3, 28));
    EXPECT_EQ(LunarDate::of(make_date(2017, 2, 26)), LunarDate(2017, 2, 1));
    EXPECT_EQ(lunar_days_in_month(2017, 1), 29);
    EXPECT_EQ(lunar_days_in_month(2017, 2), 30);
    EXPECT_MESSAGE(LunarDate(2017, 1, 30), DateError,
                   "lunar 2017-01-30: that lunar month has days 1 to 29");
    EXPECT_EQ(lunar_days_in_year(2017), 384);
    EXPECT_EQ(lunar_new_year(2017), make_date(2017, 1, 28));
    EXPECT_EQ(lunar_new_year(2018), make_date(2018, 2, 16));
}

// --- the calendar -----------------------------------------------------------------------------

TEST(LunarDate, LeapMonthComesAfterTheMonthOfItsNumber) {
    const LunarDate last_of_sixth(2025, 6, 30);
    const LunarDate first_of_leap(2025, 6, 1, leap);
    EXPECT_EQ(add_days(last_of_sixth.to_date(), 1), first_of_leap.to_date());
    EXPECT_EQ(first_of_leap.to_date(), make_date(2025, 7, 25));
    EXPECT_EQ(add_days(LunarDate(2025, 6, 29, leap).to_date(), 1), LunarDate(2025, 7, 1).to_date());
    EXPECT_LT(last_of_sixth, first_of_leap);
    EXPECT_LT(first_of_leap, LunarDate(2025, 7, 1));
    EXPECT_NE(LunarDate(2025, 6, 1), first_of_leap);
}

TEST(LunarDate, LeapMonthsOfTheTwentyTwenties) {
    EXPECT_EQ(lunar_leap_month(2020), 4);
    EXPECT_EQ(lunar_leap_month(2023), 2);
    EXPECT_EQ(lunar_leap_month(2025), 6);
    EXPECT_EQ(lunar_leap_month(2028), 5);
    for (const int year : {2021, 2022, 2024, 2026, 2027, 2029}) {
        EXPECT_EQ(lunar_leap_month(year), std::nullopt) << year;
    }
}

TEST(LunarDate, LeapMonthOf2033IsTheEleventh) {
    // The year in which careless calendars insert one after the seventh month.
    EXPECT_EQ(lunar_leap_month(2033), 11);
    EXPECT_EQ(lunar_new_year(2034), make_date(2034, 2, 19));
}

TEST(LunarDate, SevenLeapMonthsInNineteenYears) {
    int leap_months = 0;
    for (int year = 1900; year < 1900 + 19 * 10; ++year) {
        if (lunar_leap_month(year)) ++leap_months;
    }
    EXPECT_EQ(leap_months, 7 * 10);
}

TEST(LunarMonths, OfAYearFollowOneAnotherAndFillIt) {
    for (int year = first_lunar_year; year <= last_lunar_year; ++year) {
        const LunarMonths months = lunar_months(year);
        ASSERT_EQ(months.size(), lunar_leap_month(year) ? 13u : 12u) << year;
        DayNumber next = day_number(lunar_new_year(year));
        for (const LunarMonth& month : months) {
            EXPECT_EQ(month.year, year);
            EXPECT_EQ(month.first, next);
            EXPECT_EQ(month.length, lunar_days_in_month(year, month.month, month.leap));
            EXPECT_EQ(month.leap, month.leap && lunar_leap_month(year) == month.month);
            EXPECT_EQ(LunarDate(year, month.month, 1, month.leap).to_date(), date_of(month.first));
            next += month.length;
        }
        EXPECT_EQ(next - months[0].first, lunar_days_in_year(year));
        if (year < last_lunar_year) {
            EXPECT_EQ(date_of(next), lunar_new_year(year + 1));
        }
    }
}

TEST(LunarMonths, OfAYearWithALeapMonth) {
    const LunarMonths months = lunar_months(2025);
    const DayNumber leap_first = day_number(make_date(2025, 7, 25));
    EXPECT_EQ(months[5], (LunarMonth{2025, 6, false, leap_first - 30, 30}));
    EXPECT_EQ(months[6], (LunarMonth{2025, 6, true, leap_first, 29}));
    EXPECT_EQ(months[7], (LunarMonth{2025, 7, false, leap_first + 29, 30}));
    EXPECT_EQ(months[12].month, 12);
    EXPECT_EQ(lunar_days_in_year(2025), 384);
    EXPECT_EQ(lunar_days_in_year(2026), 355);
}

// --- the horizon ------------------------------------------------------------------------------

TEST(LunarHorizon, IsTheLunarYears1900To2100Whole) {
    EXPECT_EQ(date_of(first_lunar_day), make_date(1900, 1, 31));
    EXPECT_EQ(date_of(last_lunar_day), make_date(2101, 1, 28));
    EXPECT_EQ(LunarDate::of(make_date(1900, 1, 31)), LunarDate(1900, 1, 1));
    EXPECT_EQ(LunarDate::of(make_date(2101, 1, 28)), LunarDate(2100, 12, 29));
}

TEST(LunarHorizon, OutsideItIsAnError) {
    EXPECT_MESSAGE(LunarDate::of(make_date(1900, 1, 30)), HorizonError,
                   "1900-01-30: lunar dates are known for the lunar years 1900 to 2100, "
                   "1900-01-31 to 2101-01-28");
    EXPECT_MESSAGE(LunarDate(2101, 6, 1, leap), HorizonError,
                   "lunar 2101-06L-01: lunar dates are known for the lunar years 1900 to 2100, "
                   "1900-01-31 to 2101-01-28");
    EXPECT_ERROR(LunarDate::of(make_date(2101, 1, 29)), HorizonError);
    EXPECT_ERROR(LunarDate::of(last_date()), HorizonError);
    EXPECT_ERROR(LunarDate(1899, 12, 1), HorizonError);
    EXPECT_ERROR(LunarDate(2'000'000'000, 1, 1), HorizonError);
    EXPECT_ERROR(lunar_months(1899), HorizonError);
    EXPECT_ERROR(lunar_leap_month(2101), HorizonError);
    EXPECT_ERROR(lunar_days_in_month(2101, 1), HorizonError);
    EXPECT_ERROR(lunar_days_in_year(1899), HorizonError);
    EXPECT_ERROR(lunar_new_year(2101), HorizonError);
}

// --- errors -----------------------------------------------------------------------------------

TEST(LunarDate, ImpossibleValuesAreRefusedWithWhatTheYearHas) {
    EXPECT_MESSAGE(LunarDate(2026, 13, 1), DateError,
                   "lunar 2026-13-01: the month 13 is not one of 1 to 12");
    EXPECT_MESSAGE(LunarDate(2026, 2, 30), DateError,
                   "lunar 2026-02-30: that lunar month has days 1 to 29");
    EXPECT_MESSAGE(LunarDate(2026, 6, 1, leap), DateError,
                   "lunar 2026-06L-01: the lunar year 2026 has no leap month");
    EXPECT_MESSAGE(LunarDate(2025, 5, 1, leap), DateError,
                   "lunar 2025-05L-01: the lunar year 2025 has one leap month, 6L, and no 5L");
    EXPECT_MESSAGE(lunar_days_in_month(2025, 5, leap), DateError,
                   "lunar 2025-05L: the lunar year 2025 has one leap month, 6L, and no 5L");
    EXPECT_MESSAGE(LunarDate(2025, 6, 30, leap), DateError,
                   "lunar 2025-06L-30: that lunar month has days 1 to 29");
    EXPECT_ERROR(LunarDate(2026, 0, 1), DateError);
    EXPECT_ERROR(LunarDate(2026, -1, 1), DateError);
    EXPECT_ERROR(LunarDate(2026, 0, 1, leap), DateError);
    EXPECT_ERROR(LunarDate(2026, 1, 0), DateError);
    EXPECT_ERROR(LunarDate(2026, 1, 257), DateError);  // 1, if only its last eight bits are seen
    EXPECT_ERROR(LunarDate::of(Date()), DateError);
}

// --- the notation -----------------------------------------------------------------------------

TEST(LunarNotation, IsIsoLikeWithAnLInALeapMonth) {
    EXPECT_EQ(to_string(LunarDate(2026, 8, 15)), "lunar 2026-08-15");
    EXPECT_EQ(to_string(LunarDate(2025, 6, 1, leap)), "lunar 2025-06L-01");
    std::ostringstream out;
    out << LunarDate(2025, 6, 1, leap);
    EXPECT_EQ(out.str(), "lunar 2025-06L-01");
    EXPECT_EQ(LunarDate::parse("lunar 2025-06L-01"), LunarDate(2025, 6, 1, leap));
}

TEST(LunarNotation, AnythingElseIsRefused) {
    for (const char* text :
         {"", "2026-08-15", "lunar", "lunar ", "lunar 2026-8-15", "lunar 2026-08-5",
          "lunar 2026-08l-15", "lunar 2026-08L15", "lunar 2026/08/15", "lunar  2026-08-15",
          "lunar 2026-08-15 ", "Lunar 2026-08-15", "lunar 2026-0L-015", "lunar +026-08-15",
          "lunar 2025-L06-01"}) {
        EXPECT_ERROR(LunarDate::parse(text), DateError) << text;
    }
    EXPECT_MESSAGE(LunarDate::parse("2026-08-15"), DateError,
                   "\"2026-08-15\" is not a lunar date: write it as \"lunar 2026-08-15\", or "
                   "\"lunar 2025-06L-01\" in a leap month");
    EXPECT_ERROR(LunarDate::parse("lunar 2026-06L-01"), DateError);
    EXPECT_ERROR(LunarDate::parse("lunar 2101-01-01"), HorizonError);
}

// --- every day --------------------------------------------------------------------------------

struct CloseCalendar {
    void operator()(UCalendar* calendar) const { ucal_close(calendar); }
};

TEST(LunarDate, EveryDayOf1900To2100IsIcusDangiDateButTheAlmanacsMonth) {
    const UChar utc[] = {'U', 'T', 'C', 0};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCalendar, CloseCalendar> icu(
        ucal_open(utc, -1, "ko_KR@calendar=dangi", UCAL_DEFAULT, &status));
    ASSERT_TRUE(U_SUCCESS(status)) << u_errorName(status);
    const auto get = [&](UCalendarDateFields field) { return ucal_get(icu.get(), field, &status); };

    // The second month of 2017, which ICU begins a day later.
    const DayNumber almanacs_first = day_number(make_date(2017, 2, 26));
    const DayNumber almanacs_last = almanacs_first + 29;
    for (DayNumber day = first_lunar_day; day <= last_lunar_day; ++day) {
        const LunarDate lunar = LunarDate::of(date_of(day));
        if (day >= almanacs_first && day <= almanacs_last) {
            ASSERT_EQ(lunar, LunarDate(2017, 2, day - almanacs_first + 1));
            continue;
        }
        ucal_setMillis(icu.get(), (day + 0.5) * 86'400'000.0, &status);
        // ICU counts the years of Dangun from 2333 BCE, and months from 0.
        ASSERT_EQ(lunar.year(), get(UCAL_EXTENDED_YEAR) - 2333) << lunar;
        ASSERT_EQ(lunar.month(), get(UCAL_MONTH) + 1) << lunar;
        ASSERT_EQ(lunar.leap_month(), get(UCAL_IS_LEAP_MONTH) == 1) << lunar;
        ASSERT_EQ(lunar.day(), get(UCAL_DATE)) << lunar;
    }
    EXPECT_TRUE(U_SUCCESS(status)) << u_errorName(status);
}

TEST(LunarDate, EveryDayGoesBothWaysInOrderAndThroughItsNotation) {
    LunarDate before = LunarDate::of(date_of(first_lunar_day));
    for (DayNumber day = first_lunar_day; day <= last_lunar_day; ++day) {
        const LunarDate lunar = LunarDate::of(date_of(day));
        ASSERT_EQ(day_number(lunar.to_date()), day);
        ASSERT_EQ(LunarDate(lunar.year(), lunar.month(), lunar.day(), lunar.leap_month()), lunar);
        ASSERT_EQ(LunarDate::parse(to_string(lunar)), lunar);
        if (day != first_lunar_day) {
            ASSERT_LT(before, lunar);
        }
        before = lunar;
    }
}

}  // namespace lunisolar_test
