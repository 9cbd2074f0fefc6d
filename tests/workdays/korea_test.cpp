// Korea's rows against the national almanac, the exchange's closing days and the law's history.
#include "probity/workdays/korea.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "probity/date/lunisolar.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/workdays/dates.hpp"

namespace korea_test {

using namespace probity;
using probity_tests::day;
using probity_tests::Texts;
using probity_tests::texts;

const WorkCalendar& kr() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

Texts lines_of(const std::string& file) {
    std::ifstream in(std::string(PROBITY_TEST_DATA) + "/" + file);
    EXPECT_TRUE(in.good()) << file;
    Texts lines;
    std::string line;
    std::getline(in, line);  // the heading
    while (std::getline(in, line)) lines.push_back(line);
    return lines;
}

Texts in_year(int year) {
    return texts(kr().holidays(make_date(year, 1, 1), make_date(year + 1, 1, 1)));
}

bool is_listed(const std::string& date) { return !kr().state(day(date)).holidays.empty(); }

// --- against official sources -----------------------------------------------------------------

TEST(Korea, EqualsTheAlmanacOf2022To2026) {
    Texts ours;
    for (const Holiday& holiday : kr().holidays(day("2022-01-01"), day("2027-01-01"))) {
        ours.push_back(to_string(holiday.date) + "," + holiday.name.korean);
    }
    EXPECT_EQ(ours, lines_of("kr-public-holidays-2022-2026.csv"));
}

TEST(Korea, ExchangeClosedOnEveryHolidayFrom2010To2024) {
    // The exchange closes on public holidays, on 1 May and on the last working day of the year.
    std::set<std::string> expected;
    for (const Holiday& holiday : kr().holidays(day("2010-01-01"), day("2025-01-01"))) {
        if (weekday_of(holiday.date).index() < 5) expected.insert(to_string(holiday.date));
    }
    for (int year = 2010; year <= 2024; ++year) {
        const Date first_of_may = make_date(year, 5, 1);
        if (weekday_of(first_of_may).index() < 5) expected.insert(to_string(first_of_may));
        expected.insert(to_string(kr().last_working_day(year, 12)));
    }
    const Texts closed = lines_of("krx-closing-days-2010-2024.csv");
    EXPECT_EQ(Texts(expected.begin(), expected.end()), closed);
}

TEST(Korea, IsVerifiedFrom2010) {
    EXPECT_EQ(korea::verified_from(), day("2010-01-01"));
    EXPECT_EQ(kr().verified_from(), day("2010-01-01"));
    // What the two tests above hold to account begins on that day and goes on without a gap.
    EXPECT_EQ(lines_of("krx-closing-days-2010-2024.csv").front(), "2010-01-01");
    EXPECT_EQ(lines_of("krx-closing-days-2010-2024.csv").back(), "2024-12-31");
    EXPECT_EQ(lines_of("kr-public-holidays-2022-2026.csv").front().substr(0, 10), "2022-01-01");
}

TEST(Korea, AnswersFromTheFirstRegulationToTheEndOfTheLunarTable) {
    EXPECT_EQ(kr().horizon(), Interval(day("1949-06-04"), day("2101-01-01")));
    EXPECT_MESSAGE(kr().is_working_day(day("1949-06-03")), HorizonError,
                   "1949-06-03 is outside the calendar's horizon, 1949-06-04 to 2100-12-31");
    EXPECT_ERROR(kr().is_holiday(day("2101-01-01")), HorizonError);
    EXPECT_TRUE(kr().is_working_day(day("2100-12-31")));  // a Friday
    EXPECT_FALSE(kr().is_holiday(day("2100-12-31")));
}

// --- what the rows must be --------------------------------------------------------------------

TEST(KoreaRows, EachHasNamesABasisAndADecision) {
    for (const HolidayRow& row : korea::holiday_rows()) {
        EXPECT_FALSE(row.name.empty());
        EXPECT_FALSE(row.name_en.empty()) << row.name;
        EXPECT_FALSE(row.basis.empty()) << row.name;
        EXPECT_FALSE(row.basis_en.empty()) << row.name;
        EXPECT_EQ(row.until.has_value(), row.ended_on.has_value()) << row.name;
        if (row.until) {
            EXPECT_LT(row.from, *row.until) << row.name;
            EXPECT_LE(*row.ended_on, *row.until) << row.name;
        }
        if (row.decided_on) {
            EXPECT_LE(*row.decided_on, row.from) << row.name;
        }
        for (const SubstituteTerm& term : row.substitutes) {
            EXPECT_LE(term.decided_on, term.from) << row.name;
            EXPECT_FALSE(term.basis.empty()) << row.name;
            EXPECT_FALSE(term.basis_en.empty()) << row.name;
        }
    }
}

TEST(KoreaRows, FromThe2015DecisionsOnEveryTemporaryDayNamesItsCabinetDecision) {
    for (const HolidayRow& row : korea::holiday_rows()) {
        if (row.kind != HolidayKind::temporary || row.from < day("2010-01-01")) continue;
        ASSERT_TRUE(row.decided_on.has_value()) << to_string(row.from);
        const boost::gregorian::date::ymd_type decided = row.decided_on->year_month_day();
        const std::string date = std::to_string(int{decided.year}) + ". " +
                                 std::to_string(int{decided.month.as_number()}) + ". " +
                                 std::to_string(int{decided.day.as_number()}) + ".";
        EXPECT_NE(row.basis.find("(국무회의 의결 " + date + ")"), std::string::npos) << row.basis;
    }
}

TEST(KoreaRows, UnverifiedDaysSaySo) {
    for (const Holiday& holiday : kr().holidays(kr().horizon().begin(), day("2010-01-01"))) {
        if (holiday.kind != HolidayKind::temporary) continue;
        EXPECT_NE(holiday.basis.korean.find("관보 미확인"), std::string::npos) << holiday;
        EXPECT_NE(holiday.basis.english.find("not seen"), std::string::npos) << holiday;
    }
}

// --- the law's history ------------------------------------------------------------------------

TEST(KoreaHistory, NationalDays) {
    EXPECT_TRUE(is_listed("2007-07-17"));
    EXPECT_FALSE(is_listed("2008-07-17"));
    EXPECT_FALSE(is_listed("2025-07-17"));
    EXPECT_TRUE(is_listed("2026-07-17"));
    EXPECT_TRUE(is_listed("1990-10-09"));
    EXPECT_FALSE(is_listed("1991-10-09"));
    EXPECT_FALSE(is_listed("2012-10-09"));
    EXPECT_TRUE(is_listed("2013-10-09"));
}

TEST(KoreaHistory, DaysThatCameAndWent) {
    EXPECT_TRUE(is_listed("1959-04-05"));
    EXPECT_FALSE(is_listed("1960-04-05"));
    EXPECT_TRUE(is_listed("1961-04-05"));
    EXPECT_TRUE(is_listed("2005-04-05"));
    EXPECT_FALSE(is_listed("2006-04-05"));
    EXPECT_FALSE(is_listed("1949-10-24"));
    EXPECT_TRUE(is_listed("1950-10-24"));
    EXPECT_TRUE(is_listed("1975-10-24"));
    EXPECT_FALSE(is_listed("1976-10-24"));
    EXPECT_FALSE(is_listed("1975-10-01"));
    EXPECT_TRUE(is_listed("1976-10-01"));
    EXPECT_TRUE(is_listed("1990-10-01"));
    EXPECT_FALSE(is_listed("1991-10-01"));
    EXPECT_FALSE(is_listed("1955-06-06"));
    EXPECT_TRUE(is_listed("1956-06-06"));
    EXPECT_FALSE(is_listed("1974-05-05"));
    EXPECT_TRUE(is_listed("1975-05-05"));
    EXPECT_TRUE(is_listed("1998-01-02"));
    EXPECT_FALSE(is_listed("1999-01-02"));
    EXPECT_TRUE(is_listed("1989-01-03"));
    EXPECT_FALSE(is_listed("1990-01-03"));
    EXPECT_FALSE(is_listed("2025-05-01"));
    EXPECT_TRUE(is_listed("2026-05-01"));
}

TEST(KoreaHistory, SeollalAndChuseokGrewToThreeDays) {
    const auto around = [](const Date& feast) {
        return kr().holidays(add_days(feast, -1), add_days(feast, 2)).size();
    };
    EXPECT_EQ(around(LunarDate(1984, 1, 1).to_date()), 0u);
    EXPECT_EQ(around(LunarDate(1985, 1, 1).to_date()), 1u);
    EXPECT_EQ(around(LunarDate(1988, 1, 1).to_date()), 1u);
    EXPECT_EQ(around(LunarDate(1989, 1, 1).to_date()), 3u);
    EXPECT_EQ(around(LunarDate(1985, 8, 15).to_date()), 1u);
    EXPECT_EQ(around(LunarDate(1986, 8, 15).to_date()), 2u);
    EXPECT_EQ(around(LunarDate(1988, 8, 15).to_date()), 2u);
    EXPECT_EQ(around(LunarDate(1989, 8, 15).to_date()), 3u);
}

TEST(KoreaHistory, NamesFollowTheLaw) {
    const auto name_of = [](int year, int month, int lunar_day) {
        return kr().state(LunarDate(year, month, lunar_day).to_date()).holidays.at(0).name.korean;
    };
    EXPECT_EQ(name_of(1985, 1, 1), "민속의 날");
    EXPECT_EQ(name_of(1989, 1, 1), "설날");
    EXPECT_EQ(name_of(2017, 4, 8), "석가탄신일");
    EXPECT_EQ(name_of(2018, 4, 8), "부처님 오신 날");
}

TEST(KoreaHistory, Seollal2028IsNotTheChineseDate) {
    EXPECT_EQ(kr().state(day("2028-01-27")).holidays.at(0).name.korean, "설날");
}

TEST(KoreaElections, AtTheEndOfATerm) {
    Texts dates;
    for (const Holiday& holiday : kr().holidays(day("2010-01-01"), day("2029-01-01"))) {
        if (holiday.kind == HolidayKind::election) dates.push_back(to_string(holiday.date));
    }
    EXPECT_EQ(dates, (Texts{"2010-06-02", "2012-04-11", "2012-12-19", "2014-06-04", "2016-04-13",
                            "2018-06-13", "2020-04-15", "2022-03-09", "2022-06-01", "2024-04-10",
                            "2026-06-03", "2028-04-12"}));
}

TEST(KoreaElections, RestOnTheRegulationAndTheElectionAct) {
    for (const char* date : {"2012-12-19", "2022-03-09", "2024-04-10", "2030-03-27"}) {
        EXPECT_EQ(
            kr().state(day(date)).holidays.at(0).basis.korean,
            "「관공서의 공휴일에 관한 규정」 제2조제10호의2(대통령령 제19674호, 2006. 9. 6.), "
            "「공직선거법」 제34조")
            << date;
    }
}

TEST(KoreaElections, ByArticle34AfterThat) {
    // Local elections of 2030: Wednesday 5 June lies before Memorial Day.
    EXPECT_EQ(kr().state(day("2030-06-12")).holidays.at(0).name.korean, "전국동시지방선거");
    EXPECT_EQ(kr().state(day("2030-03-27")).holidays.at(0).name.korean, "대통령선거");
    EXPECT_EQ(kr().state(day("2032-04-14")).holidays.at(0).name.english,
              "24th National Assembly election");
}

TEST(Korea, DaysThatPublishedTablesLackedIn2026) {
    const Texts year = in_year(2026);
    EXPECT_EQ(std::count(year.begin(), year.end(), "2026-05-01 노동절"), 1);
    EXPECT_EQ(std::count(year.begin(), year.end(), "2026-07-17 제헌절"), 1);
    EXPECT_EQ(std::count(year.begin(), year.end(), "2026-10-05 대체공휴일(개천절)"), 1);
}

// --- the law as it stood ----------------------------------------------------------------------

TEST(AsKnownOn, ATemporaryHolidayIsNotKnownBeforeTheCabinetDecides) {
    EXPECT_TRUE(WorkCalendar::korea(day("2025-01-13")).is_working_day(day("2025-01-27")));
    EXPECT_FALSE(WorkCalendar::korea(day("2025-01-14")).is_working_day(day("2025-01-27")));
}

TEST(AsKnownOn, SubstitutesComeByDecree) {
    EXPECT_TRUE(WorkCalendar::korea(day("2021-08-03")).is_working_day(day("2021-08-16")));
    EXPECT_FALSE(WorkCalendar::korea(day("2021-08-04")).is_working_day(day("2021-08-16")));
    EXPECT_TRUE(WorkCalendar::korea(day("2023-05-03")).is_working_day(day("2023-05-29")));
    EXPECT_FALSE(WorkCalendar::korea(day("2023-05-04")).is_working_day(day("2023-05-29")));
}

TEST(AsKnownOn, APlanOf2026MadeBeforeTheActsOfThatYear) {
    const WorkCalendar before = WorkCalendar::korea(day("2026-02-09"));
    Texts moved;
    for (const DayChange& change : before.diff(kr(), day("2026-01-01"), day("2027-01-01"))) {
        EXPECT_TRUE(change.before.working);
        EXPECT_FALSE(change.after.working);
        moved.push_back(to_string(change.after.holidays.at(0)));
    }
    EXPECT_EQ(moved, (Texts{"2026-05-01 노동절", "2026-07-17 제헌절"}));
    EXPECT_EQ(before.as_known_on(), day("2026-02-09"));
}

/// Whether a day was a working day by what was known the day before, on, and the day after a date.
std::vector<bool> worked_around(const std::string& known, const std::string& asked) {
    std::vector<bool> worked;
    for (const int shift : {-1, 0, 1}) {
        const WorkCalendar then = WorkCalendar::korea(add_days(day(known), shift));
        worked.push_back(then.is_working_day(day(asked)));
    }
    return worked;
}

TEST(AsKnownOn, ADayIsKnownFromThePromulgationOfItsActOrDecreeOn) {
    const std::vector<bool> gone_from_that_day{true, false, false};
    // The promulgation, and a day off by it.
    for (const auto& [promulgated, off] : std::vector<std::pair<std::string, std::string>>{
             {"2026-02-10", "2026-07-17"},  // Act 21338, in force from 11 May
             {"2026-04-09", "2026-05-01"},  // Act 21543, in force from 1 May
             {"2026-04-30", "2027-05-03"},  // Decree 36290: the substitute for Labour Day
             {"2026-04-30", "2027-07-19"},  // and that for Constitution Day
             {"2023-05-04", "2023-05-29"},  // Decree 33448: Buddha's Birthday
             {"2023-05-04", "2027-12-27"},  // and Christmas
             {"2021-08-04", "2021-08-16"},  // Decree 31930: Liberation Day
             {"2021-08-04", "2021-10-04"},
             {"2021-08-04", "2021-10-11"},
             {"2021-08-04", "2025-03-03"},
             {"2013-11-05", "2014-09-10"},  // Decree 24828: Chuseok
             {"2013-11-05", "2015-09-29"},
             {"2013-11-05", "2018-05-07"},  // and Children's Day
             {"2012-12-28", "2013-10-09"},  // Decree 24273: Hangul Day
         }) {
        EXPECT_EQ(worked_around(promulgated, off), gone_from_that_day) << promulgated << " " << off;
    }
    // The Act of 2021-07-07 allowed substitutes and left them to the decree of 4 August.
    EXPECT_EQ(worked_around("2021-07-07", "2021-08-16"), std::vector<bool>(3, true));
    EXPECT_EQ(worked_around("2021-07-07", "2021-12-27"), std::vector<bool>(3, true));
    EXPECT_EQ(worked_around("2022-01-01", "2022-12-26"), std::vector<bool>(3, true));
}

TEST(AsKnownOn, AnEndIsKnownFromItsDecreeOn) {
    const std::vector<bool> given_back{false, true, true};
    EXPECT_EQ(worked_around("2005-06-30", "2006-04-05"), given_back);  // Arbor Day
    EXPECT_EQ(worked_around("2005-06-30", "2008-07-17"), given_back);  // Constitution Day
    EXPECT_EQ(worked_around("1990-11-05", "1991-10-01"), given_back);  // Armed Forces Day
    EXPECT_EQ(worked_around("1990-11-05", "1991-10-09"), given_back);  // Hangul Day
    EXPECT_EQ(worked_around("1998-12-18", "2001-01-02"), given_back);
}

TEST(AsKnownOn, EachTemporaryDayIsKnownFromTheCabinetsDecisionOn) {
    int days = 0;
    for (const HolidayRow& row : korea::holiday_rows()) {
        const OneDate* once = std::get_if<OneDate>(&row.rule);
        if (once == nullptr || !row.decided_on) continue;
        ++days;
        EXPECT_EQ(worked_around(to_string(*row.decided_on), to_string(once->date)),
                  (std::vector<bool>{true, false, false}))
            << to_string(once->date);
    }
    EXPECT_EQ(days, 9);
    // Between the decision and the day as well.
    EXPECT_FALSE(WorkCalendar::korea(day("2016-05-01")).is_working_day(day("2016-05-06")));
    EXPECT_FALSE(WorkCalendar::korea(day("2016-05-05")).is_working_day(day("2016-05-06")));
}

TEST(AsKnownOn, ADayOfUnknownDecisionIsKnownFromItselfOn) {
    EXPECT_EQ(worked_around("2002-07-01", "2002-07-01"), (std::vector<bool>{true, false, false}));
}

TEST(AsKnownOn, AnElectionAfterAVacancyMovesTheNextFromItsDecisionOn) {
    EXPECT_EQ(worked_around("2025-04-08", "2027-03-03"), (std::vector<bool>{false, true, true}));
    EXPECT_EQ(worked_around("2025-06-04", "2030-03-27"), (std::vector<bool>{true, false, false}));
    EXPECT_EQ(worked_around("2017-03-15", "2017-12-20"), (std::vector<bool>{false, true, true}));
}

TEST(AsKnownOn, TheActIsCitedFromItsDayOnAndTheDecreeFromItsOwn) {
    const auto on = [](const char* known, const char* asked) {
        return WorkCalendar::korea(day(known)).state(day(asked)).holidays.at(0);
    };
    const Holiday by_act = on("2026-03-01", "2026-07-17");
    EXPECT_EQ(by_act.basis.korean, "「공휴일에 관한 법률」 제2조(법률 제21338호, 2026. 2. 10.)");
    EXPECT_EQ(by_act.basis.english,
              "Article 2 of the Act on Public Holidays (Act 21338 of 2026-02-10)");
    EXPECT_EQ(by_act.decided_on, day("2026-02-10"));
    EXPECT_EQ(on("2026-04-29", "2026-07-17"), by_act);

    const Holiday by_both = on("2026-04-30", "2026-07-17");
    EXPECT_EQ(
        by_both.basis.korean,
        "「공휴일에 관한 법률」 제2조(법률 제21338호, 2026. 2. 10.), 「관공서의 공휴일에 관한 "
        "규정」 제2조제2호(대통령령 제36290호, 2026. 4. 30.)");
    EXPECT_EQ(by_both.basis.english,
              "Article 2 of the Act on Public Holidays (Act 21338 of 2026-02-10), Article 2(2) of "
              "the Regulation on Public Holidays of Government Offices (Presidential Decree 36290 "
              "of 2026-04-30)");
    EXPECT_EQ(by_both.decided_on, day("2026-02-10"));
    EXPECT_EQ(kr().state(day("2026-05-01")).holidays.at(0).basis.english,
              "Article 2 of the Act on Public Holidays (Act 21543 of 2026-04-09), Article 2(6) of "
              "the Regulation on Public Holidays of Government Offices (Presidential Decree 36290 "
              "of 2026-04-30)");
}

TEST(AsKnownOn, TheActsDoNotReachBackBeforeTheyAreInForce) {
    EXPECT_TRUE(kr().is_working_day(day("2025-05-01")));
    EXPECT_TRUE(kr().is_working_day(day("2025-07-17")));
    EXPECT_FALSE(kr().is_working_day(day("2026-05-01")));
    EXPECT_FALSE(kr().is_working_day(day("2026-07-17")));
}

TEST(AsKnownOn, AnEndIsNotKnownBeforeItIsDecided) {
    // Constitution Day went on by the law of 2005-06-29; the next day's decree ended it with 2007.
    EXPECT_TRUE(WorkCalendar::korea(day("2005-06-29")).is_holiday(day("2008-07-17")));
    EXPECT_FALSE(WorkCalendar::korea(day("2005-06-30")).is_holiday(day("2008-07-17")));
    EXPECT_TRUE(WorkCalendar::korea(day("2005-06-30")).is_holiday(day("2007-07-17")));
}

TEST(AsKnownOn, TheElectionOf2027WasInEveryPlanUntilTheOneOf2025) {
    const WorkCalendar before = WorkCalendar::korea(day("2025-04-07"));
    EXPECT_EQ(before.state(day("2027-03-03")).holidays.at(0).name.korean, "대통령선거");
    EXPECT_TRUE(before.is_working_day(day("2025-06-03")));
    EXPECT_TRUE(kr().is_working_day(day("2027-03-03")));
    EXPECT_FALSE(kr().is_working_day(day("2025-06-03")));
}

TEST(AsKnownOn, TodayIsTheLawAsItStands) {
    EXPECT_EQ(WorkCalendar::korea(day("2026-05-01")), kr());
    EXPECT_EQ(WorkCalendar::korea(day("9999-12-31")), kr());
    EXPECT_EQ(WorkCalendar::korea(day("2026-05-01")).hash(), kr().hash());
}

TEST(AsKnownOn, ThereWasNoLawBeforeTheFirstRegulation) {
    EXPECT_MESSAGE(WorkCalendar::korea(day("1949-06-03")), HorizonError,
                   "Korea's public holidays as known on 1949-06-03: the first regulation is of "
                   "1949-06-04");
}

TEST(AsKnownOn, WhatIsKnownOnlyGrows) {
    // Past holidays do not change by later decisions, but for those of the decision's own day on.
    for (const char* known :
         {"1975-06-01", "1990-11-05", "2006-01-01", "2017-03-15", "2024-12-31"}) {
        const WorkCalendar then = WorkCalendar::korea(day(known));
        EXPECT_TRUE(then.diff(kr(), kr().horizon().begin(), day(known)).empty()) << known;
    }
}

}  // namespace korea_test
