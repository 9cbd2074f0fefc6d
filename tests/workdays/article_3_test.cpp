// Article 3 of the Regulation on Public Holidays of Government Offices, case by case, on rows made
// for the purpose and on the dates of Korea that show each case.
#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "probity/workdays/holiday_law.hpp"
#include "probity/workdays/korea.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/workdays/dates.hpp"

namespace article_3_test {

using namespace probity;
using probity_tests::day;
using probity_tests::Texts;
using probity_tests::texts;

const Date long_ago = day("1950-01-01");

HolidayRow yearly(const std::string& name, HolidayRule rule,
                  SubstitutePolicy policy = SubstitutePolicy::none,
                  HolidayKind kind = HolidayKind::public_holiday) {
    HolidayRow row{
        .name = name, .rule = rule, .kind = kind, .from = long_ago, .decided_on = long_ago};
    if (policy != SubstitutePolicy::none) {
        row.substitutes.push_back({.policy = policy,
                                   .from = long_ago,
                                   .decided_on = long_ago,
                                   .title = "대체공휴일({name})"});
    }
    return row;
}

HolidayRow once(const std::string& name, const std::string& date, HolidayKind kind) {
    return {.name = name,
            .rule = OneDate{day(date)},
            .kind = kind,
            .from = day(date),
            .decided_on = long_ago};
}

/// What the rows give in a year, as "05-25 name".
Texts in_year(const std::vector<HolidayRow>& rows, int year,
              const std::optional<Date>& as_known_on = std::nullopt) {
    const Interval horizon(make_date(year, 1, 1), make_date(year + 1, 1, 1));
    const InterpretedLaw law = interpret(rows, horizon, as_known_on);
    Texts out;
    for (const DatedHoliday& holiday : law.holidays) {
        out.push_back(to_string(date_of(holiday.day)).substr(5) + " " +
                      law.texts[holiday.text].name.korean);
    }
    return out;
}

Texts korea_between(const std::string& begin, const std::string& end) {
    static const WorkCalendar kr = WorkCalendar::korea();
    return texts(kr.holidays(day(begin), day(end)));
}

// --- paragraph 1, item 1: the weekend ---------------------------------------------------------

TEST(Article3, HolidayOnSaturdayIsSubstitutedOnMonday) {
    // 15 August 2026 is a Saturday.
    EXPECT_EQ(in_year({yearly("광복절", FixedDay{8, 15}, SubstitutePolicy::weekend)}, 2026),
              (Texts{"08-15 광복절", "08-17 대체공휴일(광복절)"}));
}

TEST(Article3, HolidayOnSundayIsSubstitutedOnMonday) {
    EXPECT_EQ(in_year({yearly("3ㆍ1절", FixedDay{3, 1}, SubstitutePolicy::weekend)}, 2026),
              (Texts{"03-01 3ㆍ1절", "03-02 대체공휴일(3ㆍ1절)"}));
}

TEST(Article3, HolidayOnAWorkingDayEarnsNothing) {
    EXPECT_EQ(in_year({yearly("한글날", FixedDay{10, 9}, SubstitutePolicy::weekend)}, 2026),
              (Texts{"10-09 한글날"}));
}

// --- paragraph 1, item 2: Seollal and Chuseok, on Sundays only --------------------------------

TEST(Article3, ChuseokOnSaturdayEarnsNothing) {
    // 추석 다음 날 of 2026 is Saturday 26 September.
    EXPECT_EQ(korea_between("2026-09-20", "2026-10-03"),
              (Texts{"2026-09-24 추석 전날", "2026-09-25 추석", "2026-09-26 추석 다음 날"}));
}

TEST(Article3, SeollalOnSundayIsSubstitutedAfterItsLastDay) {
    // Sunday 2023-01-22 is Seollal itself; the day after it is a holiday, so the substitute is 24.
    EXPECT_EQ(korea_between("2023-01-20", "2023-01-31"),
              (Texts{"2023-01-21 설날 전날", "2023-01-22 설날", "2023-01-23 설날 다음 날",
                     "2023-01-24 대체공휴일(설날)"}));
}

// --- paragraph 1, item 3: on another holiday, from Monday to Friday ---------------------------

TEST(Article3, HolidaysThatCoincideEarnOneSubstituteBetweenThem) {
    EXPECT_EQ(korea_between("2025-05-01", "2025-05-31"),
              (Texts{"2025-05-05 어린이날", "2025-05-05 부처님 오신 날",
                     "2025-05-06 대체공휴일(부처님 오신 날)"}));
    EXPECT_EQ(korea_between("2044-05-04", "2044-05-31"),
              (Texts{"2044-05-05 어린이날", "2044-05-05 부처님 오신 날",
                     "2044-05-06 대체공휴일(부처님 오신 날)"}));
}

TEST(Article3, ChuseokOnNationalFoundationDay) {
    // Only Chuseok earned substitutes in 2017.
    EXPECT_EQ(korea_between("2017-10-01", "2017-10-08"),
              (Texts{"2017-10-02 임시공휴일", "2017-10-03 개천절", "2017-10-03 추석 전날",
                     "2017-10-04 추석", "2017-10-05 추석 다음 날", "2017-10-06 대체공휴일(추석)"}));
    EXPECT_EQ(korea_between("2028-10-01", "2028-10-08"),
              (Texts{"2028-10-02 추석 전날", "2028-10-03 개천절", "2028-10-03 추석",
                     "2028-10-04 추석 다음 날", "2028-10-05 대체공휴일(추석)"}));
}

TEST(Article3, CoincidenceEarnsASubstituteEvenIfOnlyOneOfTheTwoHasThePolicy) {
    // 5 June 2026 is a Friday.
    EXPECT_EQ(in_year({yearly("a", FixedDay{6, 5}),
                       yearly("b", FixedDay{6, 5}, SubstitutePolicy::sunday)},
                      2026),
              (Texts{"06-05 a", "06-05 b", "06-08 대체공휴일(b)"}));
}

TEST(Article3, CoincidenceOfHolidaysWithoutThePolicyEarnsNothing) {
    EXPECT_EQ(in_year({yearly("a", FixedDay{6, 5}), yearly("b", FixedDay{6, 5})}, 2026),
              (Texts{"06-05 a", "06-05 b"}));
}

TEST(Article3, CoincidenceOnSaturdayDoesNotHelpAHolidayOfThePolicySunday) {
    // 6 June 2026 is a Saturday.
    EXPECT_EQ(in_year({yearly("현충일", FixedDay{6, 6}),
                       yearly("추석", FixedDay{6, 6}, SubstitutePolicy::sunday)},
                      2026),
              (Texts{"06-06 현충일", "06-06 추석"}));
}

TEST(Article3, ElectionsAndTemporaryDaysCauseNoSubstitute) {
    for (const HolidayKind kind : {HolidayKind::election, HolidayKind::temporary}) {
        EXPECT_EQ(in_year({yearly("한글날", FixedDay{10, 9}, SubstitutePolicy::weekend),
                           once("x", "2026-10-09", kind)},
                          2026),
                  (Texts{"10-09 한글날", "10-09 x"}));
    }
}

// --- paragraph 2: two substitutes on one day --------------------------------------------------

TEST(Article3, SecondOfTwoSubstitutesMovesOn) {
    EXPECT_EQ(korea_between("2039-04-29", "2039-05-06"),
              (Texts{"2039-04-30 부처님 오신 날", "2039-05-01 노동절",
                     "2039-05-02 대체공휴일(부처님 오신 날)", "2039-05-03 대체공휴일(노동절)",
                     "2039-05-05 어린이날"}));
    EXPECT_EQ(korea_between("2036-10-01", "2036-10-09"),
              (Texts{"2036-10-03 개천절", "2036-10-03 추석 전날", "2036-10-04 추석",
                     "2036-10-05 추석 다음 날", "2036-10-06 대체공휴일(추석)",
                     "2036-10-07 대체공휴일(추석)"}));
    EXPECT_EQ(korea_between("2039-10-01", "2039-10-09"),
              (Texts{"2039-10-01 추석 전날", "2039-10-02 추석", "2039-10-03 개천절",
                     "2039-10-03 추석 다음 날", "2039-10-04 대체공휴일(추석)",
                     "2039-10-05 대체공휴일(추석)"}));
}

// --- paragraph 3, and what is no day for a substitute -----------------------------------------

TEST(Article3, SubstituteNeverFallsOnASaturday) {
    // Friday 5 June 2026: the next day is a Saturday, the one after a Sunday.
    EXPECT_EQ(in_year({yearly("a", FixedDay{6, 5}, SubstitutePolicy::weekend),
                       yearly("b", FixedDay{6, 5})},
                      2026),
              (Texts{"06-05 a", "06-05 b", "06-08 대체공휴일(a)"}));
}

TEST(Article3, SubstituteNeverFallsOnAHolidayAnElectionOrATemporaryDay) {
    for (const HolidayKind kind :
         {HolidayKind::public_holiday, HolidayKind::election, HolidayKind::temporary}) {
        EXPECT_EQ(in_year({yearly("광복절", FixedDay{8, 15}, SubstitutePolicy::weekend),
                           once("x", "2026-08-17", kind)},
                          2026),
                  (Texts{"08-15 광복절", "08-17 x", "08-18 대체공휴일(광복절)"}));
    }
}

TEST(Article3, SubstituteAfterBuddhasBirthdayPassesChildrensDay) {
    // Saturday 2036-05-03; Sunday; Monday 5 May is Children's Day.
    EXPECT_EQ(korea_between("2036-05-02", "2036-05-10"),
              (Texts{"2036-05-03 부처님 오신 날", "2036-05-05 어린이날",
                     "2036-05-06 대체공휴일(부처님 오신 날)"}));
}

TEST(Article3, NoSubstituteForNewYearMemorialDayElectionsAndTemporaryDays) {
    const WorkCalendar kr = WorkCalendar::korea();
    for (const Holiday& holiday : kr.holidays(day("2026-05-11"), day("2100-12-31"))) {
        if (holiday.kind != HolidayKind::substitute) continue;
        EXPECT_EQ(holiday.name.korean.find("1월 1일"), std::string::npos) << holiday;
        EXPECT_EQ(holiday.name.korean.find("현충일"), std::string::npos) << holiday;
        EXPECT_EQ(holiday.name.korean.find("선거"), std::string::npos) << holiday;
        EXPECT_EQ(holiday.name.korean.find("임시"), std::string::npos) << holiday;
    }
}

TEST(Article3, SubstituteMayFallInTheNextYear) {
    const std::vector<HolidayRow> rows{yearly("a", FixedDay{12, 31}, SubstitutePolicy::weekend),
                                       yearly("b", FixedDay{1, 1})};
    // 2028-12-31 is a Sunday and 2029-01-01 a holiday.
    EXPECT_EQ(in_year(rows, 2029).at(1), "01-02 대체공휴일(a)");
}

// --- the older law ----------------------------------------------------------------------------

TEST(Article3, In1989TheNextDayWasGivenForASunday) {
    EXPECT_EQ(korea_between("1989-10-01", "1989-10-03"),
              (Texts{"1989-10-01 국군의 날", "1989-10-02 대체공휴일(국군의 날)"}));
}

TEST(Article3, In1990HolidaysOfSeveralDaysGaveNothing) {
    // The day after Seollal is Sunday 28 January; 3 October is also Chuseok, and 4 October a
    // holiday.
    EXPECT_EQ(korea_between("1990-01-25", "1990-01-31"),
              (Texts{"1990-01-26 설날 전날", "1990-01-27 설날", "1990-01-28 설날 다음 날"}));
    EXPECT_EQ(korea_between("1990-10-02", "1990-10-09"),
              (Texts{"1990-10-02 추석 전날", "1990-10-03 개천절", "1990-10-03 추석",
                     "1990-10-04 추석 다음 날"}));
}

TEST(Article3, From1991To2013NothingWasGiven) {
    for (const Holiday& holiday :
         WorkCalendar::korea().holidays(day("1991-01-01"), day("2014-09-10"))) {
        EXPECT_NE(holiday.kind, HolidayKind::substitute) << holiday;
    }
}

TEST(Article3, CameInByDecree) {
    const WorkCalendar kr = WorkCalendar::korea();
    // The first day that each decree gave.
    for (const char* first : {"2014-09-10", "2021-08-16", "2023-05-29"}) {
        ASSERT_EQ(kr.state(day(first)).holidays.size(), 1u) << first;
        EXPECT_EQ(kr.state(day(first)).holidays[0].kind, HolidayKind::substitute) << first;
    }
    // Saturday 2020-08-15 and Saturday 2021-12-25 came too early.
    EXPECT_EQ(texts(kr.holidays(day("2021-12-25"), day("2021-12-31"))),
              (Texts{"2021-12-25 기독탄신일"}));
    EXPECT_TRUE(kr.is_working_day(day("2021-12-27")));
}

// --- identities, on random law ----------------------------------------------------------------

TEST(Article3, HoldsForRandomLaw) {
    std::mt19937 random(20260430);
    const auto pick = [&](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    for (int round = 0; round < 200; ++round) {
        std::vector<HolidayRow> rows;
        for (int i = pick(1, 25); i > 0; --i) {
            rows.push_back(yearly("h" + std::to_string(i), FixedDay{pick(1, 3), pick(1, 28)},
                                  static_cast<SubstitutePolicy>(pick(0, 2))));
        }
        const int year = pick(1960, 2090);
        const Interval horizon(make_date(year, 1, 1), make_date(year + 1, 1, 1));
        const InterpretedLaw law = interpret(rows, horizon);
        std::set<DayNumber> listed;
        std::set<DayNumber> substitutes;
        for (const DatedHoliday& holiday : law.holidays) {
            if (law.texts[holiday.text].kind == HolidayKind::substitute) {
                EXPECT_TRUE(substitutes.insert(holiday.day).second) << "two on one day";
            } else {
                listed.insert(holiday.day);
            }
        }
        for (const DayNumber substitute : substitutes) {
            const Date date = date_of(substitute);
            EXPECT_EQ(listed.count(substitute), 0u) << to_string(date);
            EXPECT_LT(weekday_of(date).index(), 5) << to_string(date);
            // Nothing between a substitute and the listed holiday before it could have taken it:
            // there is no working day between them.
            const auto after = listed.lower_bound(substitute);
            ASSERT_NE(after, listed.begin());
            for (DayNumber d = *std::prev(after) + 1; d < substitute; ++d) {
                EXPECT_TRUE(weekday_of(date_of(d)).index() >= 5 || substitutes.count(d) == 1)
                    << to_string(date) << " could have been " << to_string(date_of(d));
            }
        }
    }
}

// --- rows that cannot be ----------------------------------------------------------------------

TEST(HolidayRows, AreCheckedBeforeTheyAreRead) {
    const Interval year(day("2026-01-01"), day("2027-01-01"));
    const auto refused = [&](const HolidayRow& row) {
        return [&, row] { static_cast<void>(interpret(std::vector<HolidayRow>{row}, year)); };
    };
    EXPECT_ERROR(refused(yearly("x", FixedDay{2, 30}))(), ProbityError);
    EXPECT_ERROR(refused(yearly("x", FixedDay{13, 1}))(), ProbityError);
    EXPECT_ERROR(refused(yearly("x", LunarDay{1, 30, 0}))(), ProbityError);
    EXPECT_ERROR(refused(yearly("x", ElectionDay{day("2030-06-03"), 0, 70}))(), ProbityError);
    for (const int offset : {-367, 367, std::numeric_limits<int>::min()}) {
        EXPECT_MESSAGE(refused(yearly("x", LunarDay{1, 1, offset}))(), ProbityError,
                       "the holiday row \"x\": an offset of " + std::to_string(offset) +
                           " days: it is at most 366 either way");
    }
    for (const int days : {-1, 367, std::numeric_limits<int>::max()}) {
        EXPECT_MESSAGE(refused(yearly("x", ElectionDay{day("2030-06-03"), 4, days}))(),
                       ProbityError,
                       "the holiday row \"x\": polling " + std::to_string(days) +
                           " days before the end of a term: 0 to 366 are allowed");
    }
    EXPECT_MESSAGE(refused({.name = "x", .rule = FixedDay{5, 5}, .from = long_ago})(), ProbityError,
                   "the holiday row \"x\": a holiday of every year needs the day on which it was "
                   "decided");
}

TEST(HolidayRows, LeapDayIsAHolidayOfLeapYears) {
    const HolidayRow leap_day = yearly("윤일", FixedDay{2, 29});
    EXPECT_EQ(in_year({leap_day}, 2028), (Texts{"02-29 윤일"}));
    EXPECT_EQ(in_year({leap_day}, 2027), Texts{});
}

TEST(HolidayRows, LunarRowsNeedAKnownLunarYear) {
    EXPECT_ERROR(interpret(std::vector<HolidayRow>{yearly("설날", LunarDay{1, 1, 0})},
                           Interval(day("2100-01-01"), day("2101-06-01"))),
                 HorizonError);
}

TEST(HolidayRows, PollingDayKeepsClearOfHolidays) {
    const HolidayRow local = yearly("선거", ElectionDay{day("2030-06-30"), 4, 30},
                                    SubstitutePolicy::none, HolidayKind::election);
    // The first Wednesday from 31 May 2030 on is 5 June.
    EXPECT_EQ(in_year({local}, 2030), (Texts{"06-05 선거"}));
    for (const int holiday : {4, 5, 6}) {
        EXPECT_EQ(in_year({yearly("x", FixedDay{6, holiday}), local}, 2030),
                  (Texts{"06-0" + std::to_string(holiday) + " x", "06-12 선거"}));
    }
    EXPECT_EQ(in_year({yearly("x", FixedDay{6, 7}), local}, 2030),
              (Texts{"06-05 선거", "06-07 x"}));
}

}  // namespace article_3_test
