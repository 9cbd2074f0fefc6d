#include "probity/workdays/work_calendar.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>
#include <vector>

#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/workdays/dates.hpp"

namespace work_calendar_test {

using namespace probity;
using probity_tests::day;
using probity_tests::Texts;
using probity_tests::texts;

const WorkCalendar& kr() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

// --- one day ----------------------------------------------------------------------------------

TEST(WorkingDay, IsNeitherWeekendNorHoliday) {
    EXPECT_TRUE(kr().is_working_day(day("2026-03-18")));
    EXPECT_FALSE(kr().is_working_day(day("2026-03-21")));  // Saturday
    EXPECT_FALSE(kr().is_working_day(day("2026-03-22")));  // Sunday
    EXPECT_FALSE(kr().is_working_day(day("2026-05-25")));  // substitute
}

TEST(PublicHoliday, ASundayIsOneAndASaturdayIsNot) {
    EXPECT_TRUE(kr().is_holiday(day("2026-03-22")));
    EXPECT_FALSE(kr().is_holiday(day("2026-03-21")));
    EXPECT_TRUE(kr().is_holiday(day("2026-08-15")));  // a Saturday, Liberation Day
    EXPECT_FALSE(kr().is_holiday(day("2026-03-18")));
}

TEST(PublicHoliday, PlainSundaysAreNotListed) {
    EXPECT_TRUE(kr().holidays(day("2026-03-09"), day("2026-04-01")).empty());
}

TEST(PublicHoliday, SeveralOnOneDateEachStandForThemselves) {
    EXPECT_EQ(texts(kr().holidays(day("2025-05-05"), day("2025-05-06"))),
              (Texts{"2025-05-05 어린이날", "2025-05-05 부처님 오신 날"}));
}

TEST(PublicHoliday, TellsItsKindAndGround) {
    const Holiday substitute = kr().holidays(day("2026-05-25"), day("2026-05-26")).at(0);
    EXPECT_EQ(substitute.name.korean, "대체공휴일(부처님 오신 날)");
    EXPECT_EQ(substitute.name.english, "Substitute holiday (Buddha's Birthday)");
    EXPECT_EQ(substitute.kind, HolidayKind::substitute);
    EXPECT_EQ(substitute.basis.korean,
              "「관공서의 공휴일에 관한 규정」 제3조제1항제1호(대통령령 제33448호, 2023. 5. 4.)");
    EXPECT_EQ(substitute.decided_on, day("2023-05-04"));
}

TEST(Explain, GivesTheArticleInBothLanguages) {
    EXPECT_EQ(
        kr().explain(day("2026-05-25")),
        "2026-05-25 is a Monday and a public holiday: Substitute holiday (Buddha's Birthday), "
        "by Article 3(1)1 of the Regulation on Public Holidays of Government Offices "
        "(Presidential Decree 33448 of 2023-05-04).");
    EXPECT_EQ(
        kr().explain(day("2026-05-25"), Language::korean),
        "2026년 5월 25일(월)은 공휴일입니다: 대체공휴일(부처님 오신 날) - 「관공서의 공휴일에 "
        "관한 규정」 제3조제1항제1호(대통령령 제33448호, 2023. 5. 4.).");
    EXPECT_EQ(kr().explain(day("2026-03-22")),
              "2026-03-22 is a Sunday and as such a public holiday, by Article 2(1) of the "
              "Regulation on Public Holidays of Government Offices.");
    EXPECT_EQ(
        kr().explain(day("2026-03-21"), Language::korean),
        "2026년 3월 21일(토)은 주말이라 쉬지만 「관공서의 공휴일에 관한 규정」 제2조의 공휴일은 "
        "아닙니다.");
    EXPECT_EQ(kr().explain(day("2026-03-18"), Language::korean),
              "2026년 3월 18일(수)은 근무일입니다: 「관공서의 공휴일에 관한 규정」 제2조ㆍ제3조의 "
              "공휴일이 아닙니다.");
}

TEST(Explain, ATakenOutHolidayIsNoWordOfTheLaw) {
    const WorkCalendar changed = kr().without_holiday(day("2026-05-25"));
    EXPECT_EQ(changed.explain(day("2026-05-25")),
              "2026-05-25 is a Monday and a working day: its holidays were taken out of this "
              "calendar.");
    EXPECT_EQ(changed.explain(day("2026-05-25"), Language::korean),
              "2026년 5월 25일(월)은 근무일입니다: 이 달력은 그날의 공휴일을 뺐습니다.");
    // Of other days the law says what it said.
    EXPECT_EQ(changed.explain(day("2026-05-26")), kr().explain(day("2026-05-26")));
    // 2026-08-15, Liberation Day, is a Saturday.
    EXPECT_EQ(kr().without_holiday(day("2026-08-15")).explain(day("2026-08-15")),
              "2026-08-15 is a Saturday, a day off but not a public holiday: its holidays were "
              "taken out of this calendar.");
}

TEST(Explain, AnotherWeekendIsTheCalendarsOwn) {
    const WorkCalendar changed = kr().with_weekend({FR, SA});
    EXPECT_EQ(changed.explain(day("2026-03-22")),
              "2026-03-22 is a Sunday and a working day: the weekend of this calendar is Friday "
              "and Saturday.");
    EXPECT_EQ(changed.explain(day("2026-03-20")),
              "2026-03-20 is a Friday, a day off but not a public holiday: the weekend of this "
              "calendar is Friday and Saturday.");
    EXPECT_EQ(changed.explain(day("2026-03-22"), Language::korean),
              "2026년 3월 22일(일)은 근무일입니다: 이 달력의 주말은 금ㆍ토요일입니다.");
    EXPECT_EQ(changed.explain(day("2026-05-25")), kr().explain(day("2026-05-25")));
    // Named again, it is no other weekend.
    EXPECT_EQ(kr().with_weekend({SA, SU}).explain(day("2026-03-18")),
              kr().explain(day("2026-03-18")));
}

TEST(Explain, CombinedCalendarsCiteTheLawForListedHolidaysAlone) {
    const Holiday founding{
        .date = day("2026-03-18"), .name = {"창립기념일"}, .kind = HolidayKind::closure};
    const WorkCalendar office = WorkCalendar::from_holidays(std::span(&founding, 1));
    for (const WorkCalendar& both : {kr() | office, kr() & office}) {
        for (const char* date : {"2026-03-19", "2026-03-21", "2026-03-22"}) {
            EXPECT_EQ(both.explain(day(date)).find("Article"), std::string::npos) << date;
            EXPECT_EQ(both.explain(day(date), Language::korean).find("제2조"), std::string::npos)
                << date;
        }
    }
    EXPECT_EQ((kr() | office).explain(day("2026-05-25")), kr().explain(day("2026-05-25")));
    EXPECT_EQ((kr() & office).explain(day("2026-05-25")),
              "2026-05-25 is a Monday and a working day: neither in the weekend nor a holiday of "
              "this combination of calendars.");
}

TEST(Explain, SaysWhereTheTableIsNotVerified) {
    EXPECT_NE(kr().explain(day("1975-10-24")).find("not verified"), std::string::npos);
    EXPECT_EQ(kr().explain(day("2010-01-01")).find("not verified"), std::string::npos);
}

TEST(Explain, OfAnotherCountryCitesNoKoreanLaw) {
    const std::vector<Holiday> bastille{
        {.date = day("2026-07-14"), .name = {"Fête nationale"}, .kind = HolidayKind::national_day}};
    const WorkCalendar france = WorkCalendar::from_holidays(std::span<const Holiday>(bastille));
    EXPECT_EQ(france.explain(day("2026-07-14")),
              "2026-07-14 is a Tuesday and a public holiday: Fête nationale.");
    EXPECT_EQ(france.explain(day("2026-07-15")),
              "2026-07-15 is a Wednesday and a working day: neither in the weekend nor a holiday.");
    EXPECT_EQ(france.explain(day("2026-07-18")),
              "2026-07-18 is a Saturday, a day off but not a public holiday.");
    EXPECT_FALSE(france.is_holiday(day("2026-07-19")));
}

// --- roll -------------------------------------------------------------------------------------

TEST(Roll, GoesWhereItsConventionTakesIt) {
    // Sunday 2026-05-31 ends a month; Sunday 2026-03-01 begins one, and its Monday is a substitute.
    const Date end_of_may = day("2026-05-31");
    EXPECT_EQ(kr().roll(end_of_may, RollConvention::following), day("2026-06-01"));
    EXPECT_EQ(kr().roll(end_of_may, RollConvention::modified_following), day("2026-05-29"));
    EXPECT_EQ(kr().roll(end_of_may, RollConvention::preceding), day("2026-05-29"));
    EXPECT_EQ(kr().roll(end_of_may, RollConvention::modified_preceding), day("2026-05-29"));
    EXPECT_EQ(kr().roll(end_of_may, RollConvention::nearest), day("2026-06-01"));
    EXPECT_EQ(kr().roll(end_of_may, RollConvention::none), end_of_may);
    const Date first_of_march = day("2026-03-01");
    EXPECT_EQ(kr().roll(first_of_march, RollConvention::preceding), day("2026-02-27"));
    EXPECT_EQ(kr().roll(first_of_march, RollConvention::modified_preceding), day("2026-03-03"));
}

TEST(Roll, NearestGoesForwardOnATie) {
    // Tuesday 2026-02-17, Seollal, lies in the middle of five days off, 14 to 18 February: Friday
    // 13 is 4 days away, Thursday 19 is 2. Of 2026-02-16, 3 and 3.
    EXPECT_EQ(kr().roll(day("2026-02-16"), RollConvention::nearest), day("2026-02-19"));
    EXPECT_EQ(kr().roll(day("2026-02-15"), RollConvention::nearest), day("2026-02-13"));
    EXPECT_EQ(kr().roll(day("2026-02-17"), RollConvention::nearest), day("2026-02-19"));
}

TEST(Roll, LeavesAWorkingDayAlone) {
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(kr().roll(day("2026-03-18"), static_cast<RollConvention>(i)), day("2026-03-18"));
    }
}

TEST(Roll, AtTheHorizonsEdge) {
    const WorkCalendar june = WorkCalendar::from_holidays(
        std::span<const Date>(), WorkCalendar::saturday_and_sunday,
        Interval(day("2026-06-06"), day("2026-06-29")));  // a Saturday to a Sunday
    EXPECT_EQ(june.roll(day("2026-06-28"), RollConvention::modified_following), day("2026-06-26"));
    EXPECT_EQ(june.roll(day("2026-06-06"), RollConvention::modified_preceding), day("2026-06-08"));
    EXPECT_MESSAGE(june.roll(day("2026-06-28"), RollConvention::following), HorizonError,
                   "rolling (following) 2026-06-28 leaves the calendar's horizon, 2026-06-06 to "
                   "2026-06-28");
    EXPECT_ERROR(june.roll(day("2026-06-06"), RollConvention::preceding), HorizonError);
    EXPECT_ERROR(june.roll(day("2026-06-06"), RollConvention::nearest), HorizonError);
    EXPECT_ERROR(june.roll(day("2026-06-29"), RollConvention::none), HorizonError);
}

TEST(Roll, ConventionsAreReadByName) {
    for (int i = 0; i < 6; ++i) {
        const auto convention = static_cast<RollConvention>(i);
        EXPECT_EQ(parse_roll_convention(to_string(convention)), convention);
    }
    EXPECT_MESSAGE(parse_roll_convention("backward"), ProbityError,
                   "\"backward\" is not a roll convention: following, modified_following, "
                   "preceding, modified_preceding, nearest, none");
}

// --- add, count, due --------------------------------------------------------------------------

TEST(Add, CountsStrictlyAfterTheDay) {
    EXPECT_EQ(kr().add(day("2026-03-18"), 1), day("2026-03-19"));
    EXPECT_EQ(kr().add(day("2026-03-18"), 5), day("2026-03-25"));
    EXPECT_EQ(kr().add(day("2026-03-21"), 1), day("2026-03-23"));  // from a Saturday
    EXPECT_EQ(kr().add(day("2026-02-13"), 1), day("2026-02-19"));  // over Seollal
}

TEST(Add, BackwardsCountsStrictlyBefore) {
    EXPECT_EQ(kr().add(day("2026-03-18"), -1), day("2026-03-17"));
    EXPECT_EQ(kr().add(day("2026-03-22"), -1), day("2026-03-20"));
    EXPECT_EQ(kr().add(day("2026-02-19"), -1), day("2026-02-13"));
}

TEST(Add, ZeroRollsToTheFollowingWorkingDay) {
    EXPECT_EQ(kr().add(day("2026-03-18"), 0), day("2026-03-18"));
    EXPECT_EQ(kr().add(day("2026-03-21"), 0), day("2026-03-23"));
}

TEST(Add, BeyondTheHorizonIsAnError) {
    EXPECT_MESSAGE(kr().add(day("2100-12-30"), 5), HorizonError,
                   "adding 5 working days to 2100-12-30 leaves the calendar's horizon, 1949-06-04 "
                   "to 2100-12-31");
    EXPECT_ERROR(kr().add(day("1949-06-04"), -1), HorizonError);
    for (const std::int64_t n :
         {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
        EXPECT_ERROR(kr().add(day("2026-03-18"), n), HorizonError);
    }
}

TEST(Count, IsHalfOpenAndSigned) {
    EXPECT_EQ(kr().count(day("2026-02-16"), day("2026-02-23")), 2);
    EXPECT_EQ(kr().count(day("2026-02-23"), day("2026-02-16")), -2);
    EXPECT_EQ(kr().count(day("2026-03-18"), day("2026-03-18")), 0);
    EXPECT_EQ(kr().count(day("2026-03-18"), day("2026-03-19")), 1);
}

TEST(Count, MayNameTheHorizonsEnd) {
    EXPECT_EQ(kr().count(day("2100-12-31"), day("2101-01-01")), 1);
    EXPECT_ERROR(kr().count(day("2100-12-31"), day("2101-01-02")), HorizonError);
}

TEST(Due, NamesTheHolidaysPassedOver) {
    const Due due = kr().due(day("2026-02-13"), 2);
    EXPECT_EQ(due.date, day("2026-02-20"));
    EXPECT_EQ(texts(due.skipped),
              (Texts{"2026-02-16 설날 전날", "2026-02-17 설날", "2026-02-18 설날 다음 날"}));
}

TEST(Due, DoesNotNameHolidaysThatCostNoWorkingDay) {
    // Independence Movement Day of 2026 is a Sunday; its substitute cost the Monday.
    EXPECT_EQ(texts(kr().due(day("2026-02-27"), 1).skipped),
              (Texts{"2026-03-02 대체공휴일(3ㆍ1절)"}));
}

TEST(Due, FromAHolidayThatHolidayIsNotAmongThoseSkipped) {
    // 16, 17 and 18 February 2026 are Seollal.
    const Due forward = kr().due(day("2026-02-16"), 1);
    EXPECT_EQ(forward.date, day("2026-02-19"));
    EXPECT_EQ(texts(forward.skipped), (Texts{"2026-02-17 설날", "2026-02-18 설날 다음 날"}));
    const Due backward = kr().due(day("2026-02-18"), -1);
    EXPECT_EQ(backward.date, day("2026-02-13"));
    EXPECT_EQ(texts(backward.skipped), (Texts{"2026-02-16 설날 전날", "2026-02-17 설날"}));
    // From the last of them nothing is passed over, and with 0 the day itself is.
    EXPECT_TRUE(kr().due(day("2026-02-18"), 1).skipped.empty());
    EXPECT_EQ(texts(kr().due(day("2026-02-18"), 0).skipped), (Texts{"2026-02-18 설날 다음 날"}));
}

TEST(Due, BackwardsAndRolled) {
    EXPECT_EQ(texts(kr().due(day("2026-02-19"), -1).skipped),
              (Texts{"2026-02-16 설날 전날", "2026-02-17 설날", "2026-02-18 설날 다음 날"}));
    const Due rolled = kr().due(day("2026-03-02"), 0);
    EXPECT_EQ(rolled.date, day("2026-03-03"));
    EXPECT_EQ(texts(rolled.skipped), (Texts{"2026-03-02 대체공휴일(3ㆍ1절)"}));
    EXPECT_TRUE(kr().due(day("2026-03-18"), 0).skipped.empty());
}

TEST(Month, FirstAndLastWorkingDay) {
    EXPECT_EQ(kr().first_working_day(2026, 1), day("2026-01-02"));
    EXPECT_EQ(kr().first_working_day(2026, 3), day("2026-03-03"));
    EXPECT_EQ(kr().last_working_day(2026, 1), day("2026-01-30"));
    EXPECT_EQ(kr().last_working_day(2026, 12), day("2026-12-31"));
    EXPECT_ERROR(kr().first_working_day(2026, 13), DateError);
    EXPECT_ERROR(kr().first_working_day(2101, 1), HorizonError);
}

TEST(Month, WithoutAWorkingDay) {
    std::vector<Date> february;
    for (int d = 1; d <= 28; ++d) february.push_back(make_date(2026, 2, d));
    const WorkCalendar closed = WorkCalendar::from_holidays(february);
    EXPECT_MESSAGE(closed.first_working_day(2026, 2), ProbityError, "2026-02 has no working day");
    EXPECT_MESSAGE(closed.last_working_day(2026, 2), ProbityError, "2026-02 has no working day");
}

TEST(WorkingDays, OfAnInterval) {
    EXPECT_EQ(texts(kr().working_days(Interval(day("2026-02-16"), day("2026-02-23")))),
              (Texts{"2026-02-19", "2026-02-20"}));
    EXPECT_EQ(kr().working_days(day("2026-01-01"), day("2027-01-01")).size(),
              static_cast<std::size_t>(kr().count(day("2026-01-01"), day("2027-01-01"))));
    EXPECT_TRUE(kr().working_days(day("2026-02-23"), day("2026-02-16")).empty());
}

// --- identities -------------------------------------------------------------------------------

TEST(Identities, HoldOnRandomDays) {
    std::mt19937 random(4);
    const DayNumber first = day_number(kr().horizon().begin()) + 800;
    const DayNumber last = day_number(kr().horizon().last()) - 800;
    std::uniform_int_distribution<DayNumber> any_day(first, last);
    std::uniform_int_distribution<std::int64_t> any_n(-400, 400);
    for (int round = 0; round < 20000; ++round) {
        const Date d = date_of(any_day(random));
        const std::int64_t n = any_n(random);
        for (int i = 0; i < 5; ++i) {
            const auto how = static_cast<RollConvention>(i);
            const Date rolled = kr().roll(d, how);
            ASSERT_TRUE(kr().is_working_day(rolled));
            ASSERT_EQ(kr().roll(rolled, how), rolled);
        }
        ASSERT_EQ(kr().add(d, 0), kr().roll(d, RollConvention::following));
        const Date moved = kr().add(d, n);
        ASSERT_TRUE(kr().is_working_day(moved));
        // The n-th working day after d has n - 1 of them between, and itself makes n.
        if (n > 0) {
            ASSERT_EQ(kr().count(add_days(d, 1), moved), n - 1) << to_string(d) << " " << n;
        }
        if (n < 0) {
            ASSERT_EQ(kr().count(moved, d), -n) << to_string(d) << " " << n;
        }
        if (kr().is_working_day(d)) {
            ASSERT_EQ(kr().add(moved, -n), d);
        }
        // Counts add up, and change sign with their direction.
        const Date e = date_of(any_day(random));
        const Date f = date_of(any_day(random));
        ASSERT_EQ(kr().count(d, e) + kr().count(e, f), kr().count(d, f));
        ASSERT_EQ(kr().count(d, e), -kr().count(e, d));
    }
}

TEST(Identities, CountIsTheSumOfItsDays) {
    std::int64_t walked = 0;
    const Date begin = kr().horizon().begin();
    for (Date d = begin; d < day("2101-01-01"); d += boost::gregorian::days(1)) {
        ASSERT_EQ(kr().count(begin, d), walked) << to_string(d);
        const DayState state = kr().state(d);
        const bool weekend = weekday_of(d).index() >= 5;
        ASSERT_EQ(state.working, !weekend && state.holidays.empty()) << to_string(d);
        ASSERT_EQ(kr().is_holiday(d), weekday_of(d) == SU || !state.holidays.empty());
        walked += state.working ? 1 : 0;
    }
}

}  // namespace work_calendar_test
