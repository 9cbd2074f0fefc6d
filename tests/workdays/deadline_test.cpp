#include "probity/workdays/deadline.hpp"

#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "probity/workdays/notice.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/workdays/dates.hpp"

namespace deadline_test {

using namespace probity;
using probity_tests::day;

const WorkCalendar& kr() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

Date last_of(std::string_view start, const LegalPeriod& period, const DeadlineTerms& terms = {}) {
    return deadline(kr(), day(start), period, terms).date;
}

std::chrono::local_seconds time(std::string_view date, int hour, int minute) {
    return std::chrono::local_seconds(std::chrono::days(day_number(day(date))) +
                                      std::chrono::hours(hour) + std::chrono::minutes(minute));
}

TEST(CivilAct, TheFirstDayIsNotCounted) {
    const Deadline found = deadline(kr(), day("2026-03-04"), LegalPeriod::days(14));
    EXPECT_EQ(found.date, day("2026-03-18"));
    EXPECT_EQ(found.first, day("2026-03-05"));
    EXPECT_TRUE(found.skipped.empty());
    EXPECT_EQ(found.text_en,
              "14 days from 2026-03-04 (Wednesday), the first day not counted: until 2026-03-18 "
              "(Wednesday). By: Civil Act, articles 157, 159, 161.");
    EXPECT_EQ(found.text,
              "2026. 3. 4.(수)부터 14일, 첫날 불산입: 2026. 3. 18.(수)까지. 근거: 민법 제157조, "
              "제159조, 제161조.");
}

TEST(CivilAct, ALastDayThatIsADayOffIsPutOff) {
    const Deadline found = deadline(kr(), day("2026-01-31"), LegalPeriod::days(14));
    EXPECT_EQ(found.nominal, day("2026-02-14"));
    EXPECT_EQ(found.date, day("2026-02-19"));
    EXPECT_EQ(found.advised, day("2026-02-13"));
    ASSERT_EQ(found.skipped.size(), 5u);
    EXPECT_EQ(found.skipped[0], (PassedDay{day("2026-02-14"), "토요일", "Saturday"}));
    EXPECT_EQ(found.skipped[3].name, "설날");
}

// The first counted day; the last day of one month and of a year from it.
TEST(CivilAct, MonthsEndBeforeTheDayThatAnswersToTheFirst) {
    struct Case {
        const char* first;
        const char* month;
        const char* year;
    };
    for (const auto& [first, month, year] : {Case{"2023-03-01", "2023-03-31", "2024-02-29"},
                                             Case{"2023-01-31", "2023-02-28", "2024-01-30"},
                                             Case{"2024-01-30", "2024-02-29", "2025-01-29"},
                                             Case{"2024-02-29", "2024-03-28", "2025-02-28"},
                                             Case{"2023-12-01", "2023-12-31", "2024-11-30"},
                                             Case{"2023-08-31", "2023-09-30", "2024-08-30"}}) {
        const DeadlineTerms midnight{.from_midnight = true};
        EXPECT_EQ(deadline(kr(), day(first), LegalPeriod::months(1), midnight).nominal, day(month));
        EXPECT_EQ(deadline(kr(), day(first), LegalPeriod::years(1), midnight).nominal, day(year));
        EXPECT_EQ(deadline(kr(), day(first), LegalPeriod::months(12), midnight).nominal, day(year));
    }
}

TEST(CivilAct, ASaturdayIsPutOffFrom22March2008On) {
    const std::vector<Date> none;
    const WorkCalendar plain = WorkCalendar::from_holidays(none);
    EXPECT_EQ(statutory_day(plain, day("2008-03-15")).date, day("2008-03-15"));
    EXPECT_EQ(statutory_day(plain, day("2008-03-16")).date, day("2008-03-17"));
    EXPECT_EQ(statutory_day(plain, day("2008-03-22")).date, day("2008-03-24"));
    EXPECT_MESSAGE(deadline(plain, day("1959-12-31"), LegalPeriod::days(7)), HorizonError,
                   "rule 'civil' is the Civil Act, articles 155 to 161 (Act 471), in force from "
                   "1960-01-01 on; 1959-12-31 lies before it");
}

TEST(Restriction, TheFirstDayCountsAndTheLastIsWhatItIs) {
    const DeadlineTerms plain{.rule = PeriodRule::restriction};
    const DeadlineTerms worse{.rule = PeriodRule::restriction, .worse_for_citizen = true};
    EXPECT_EQ(last_of("2026-02-01", LegalPeriod::days(14), plain), day("2026-02-14"));
    EXPECT_EQ(last_of("2026-02-01", LegalPeriod::days(14), worse), day("2026-02-19"));
    EXPECT_EQ(last_of("2026-02-01", LegalPeriod::months(1), plain), day("2026-02-28"));
}

TEST(Petition, OfFiveDaysEndsAtTheSameTimeOfDay) {
    const DeadlineTerms terms{.rule = PeriodRule::petition};
    const auto at = [&](const std::chrono::local_seconds& start, int days) {
        return deadline(kr(), start, LegalPeriod::days(days), terms).at;
    };
    EXPECT_EQ(at(time("2026-09-21", 14, 30), 3), time("2026-09-28", 14, 30));
    EXPECT_EQ(at(time("2026-03-09", 9, 0), 1), time("2026-03-10", 9, 0));
    EXPECT_EQ(at(time("2026-03-09", 18, 0), 1), time("2026-03-10", 18, 0));
    // Outside the hours of work the next opening counts.
    EXPECT_EQ(at(time("2026-03-09", 8, 59), 1), time("2026-03-10", 9, 0));
    EXPECT_EQ(at(time("2026-03-06", 18, 1), 1), time("2026-03-10", 9, 0));
    EXPECT_EQ(at(time("2026-03-07", 12, 0), 5), time("2026-03-16", 9, 0));
    // Six days and more are counted from the day, whatever the time.
    const Deadline six = deadline(kr(), time("2026-09-21", 23, 59), LegalPeriod::days(6), terms);
    EXPECT_EQ(six, deadline(kr(), day("2026-09-21"), LegalPeriod::days(6), terms));
    EXPECT_EQ(six.date, day("2026-09-30"));
    EXPECT_ERROR(deadline(kr(), day("2026-09-21"), LegalPeriod::days(5), terms), ProbityError);
    const Deadline early = deadline(kr(), time("2026-03-09", 8, 59), LegalPeriod::days(1), terms);
    EXPECT_EQ(
        early.text_en,
        "1 day from 2026-03-09 08:59, each of eight hours of work: until 2026-03-10 09:00. It "
        "came in outside the hours of work and is counted from 2026-03-09 09:00. By: Civil "
        "Petitions Treatment Act, article 19(1).");
}

TEST(Information, DaysOffDoNotCount) {
    const DeadlineTerms terms{.rule = PeriodRule::information};
    EXPECT_EQ(last_of("2026-09-21", LegalPeriod::days(10), terms), day("2026-10-07"));
    EXPECT_EQ(last_of("2026-09-21", LegalPeriod::days(3), terms), day("2026-09-23"));
    EXPECT_EQ(last_of("2026-03-02", LegalPeriod::days(1), terms), day("2026-03-03"));
    // Other periods go by the Civil Act.
    EXPECT_EQ(last_of("2026-01-31", LegalPeriod::months(1), terms),
              last_of("2026-01-31", LegalPeriod::months(1)));
}

TEST(StatutoryDay, IsPutOff) {
    const Deadline found = statutory_day(kr(), day("2026-02-28"));
    EXPECT_EQ(found.date, day("2026-03-03"));
    EXPECT_EQ(found.advised, day("2026-02-27"));
    EXPECT_EQ(found.first, std::nullopt);
    EXPECT_EQ(statutory_day(kr(), day("2028-02-29")).date, day("2028-02-29"));
    // Before the Administrative Basic Act the Civil Act alone is cited.
    EXPECT_EQ(statutory_day(kr(), day("2020-02-29")).clause, "민법 제161조");
    EXPECT_EQ(found.clause, "행정기본법 제6조제1항, 민법 제161조");
}

TEST(Notice, IsOfClearDays) {
    const Notice found = notice_by(kr(), day("2026-03-10"), 7);
    EXPECT_EQ(found.last, day("2026-03-02"));
    EXPECT_EQ(found.date, day("2026-02-27"));
    EXPECT_EQ(found.skipped.size(), 3u);
    EXPECT_EQ(notice_by(kr(), day("2026-03-10"), {.days = 7, .clear = false}).last,
              day("2026-03-03"));
    EXPECT_EQ(NoticeDays{.days = 7}.before(), 8);
    EXPECT_EQ((NoticeDays{.days = 7, .clear = false}.before()), 7);
    EXPECT_EQ(NoticeDays{}.before(), 0);
    EXPECT_MESSAGE(notice_by(kr(), day("2026-03-10"), 0), ProbityError,
                   "notice of 0 days: 1 to 366");
    EXPECT_ERROR(notice_by(kr(), day("2026-03-10"), 367), ProbityError);
}

TEST(Periods, AreSteppedThroughOneByOne) {
    std::mt19937 random(161);
    const auto is_off = [](const Date& date) {
        return !kr().is_working_day(date);  // no day of closure among them
    };
    for (int round = 0; round < 2000; ++round) {
        const Date start = add_days(make_date(2021, 4, 1), random() % 3000);
        const auto n = static_cast<std::int64_t>(random() % 60 + 1);
        Date civil = add_days(start, n);
        while (is_off(civil)) civil = add_days(civil, 1);
        EXPECT_EQ(deadline(kr(), start, LegalPeriod::days(n)).date, civil);
        Date counted = add_days(start, -1);
        for (std::int64_t left = n; left > 0; --left) {
            do counted = add_days(counted, 1);
            while (is_off(counted));
        }
        EXPECT_EQ(
            deadline(kr(), start, LegalPeriod::days(n), {.rule = PeriodRule::information}).date,
            counted);
    }
}

TEST(LegalPeriod, IsWrittenInBothLanguages) {
    EXPECT_EQ(to_string(LegalPeriod::months(1)), "1 month");
    EXPECT_EQ(describe(LegalPeriod::months(3), Language::korean), "3개월");
    for (const auto unit :
         {PeriodUnit::days, PeriodUnit::weeks, PeriodUnit::months, PeriodUnit::years}) {
        EXPECT_EQ(parse_period_unit(to_string(unit)), unit);
    }
    for (const auto rule : {PeriodRule::civil, PeriodRule::administrative, PeriodRule::restriction,
                            PeriodRule::petition, PeriodRule::information}) {
        EXPECT_EQ(parse_period_rule(to_string(rule)), rule);
    }
    EXPECT_ERROR(parse_period_unit("fortnights"), ProbityError);
    EXPECT_ERROR(parse_period_rule("tax"), ProbityError);
    std::ostringstream out;
    out << deadline(kr(), day("2026-03-04"), LegalPeriod::days(14)) << "; " << LegalPeriod::weeks(2)
        << "; " << notice_by(kr(), day("2026-07-15"), 7);
    EXPECT_EQ(out.str(),
              "2026-03-18 by 민법 제157조, 제159조, 제161조; 2 weeks; 2026-07-07, 2026-07-07 at "
              "the latest");
}

TEST(Acts, AreReadFromTheFirstDayOnWhichTheyAreInForce) {
    const WorkCalendar korea = WorkCalendar::korea();
    const auto counted = [&](const char* start, PeriodRule rule) {
        return deadline(korea, day(start), LegalPeriod::days(30), {.rule = rule}).date;
    };
    EXPECT_NO_THROW(static_cast<void>(counted("2021-03-23", PeriodRule::administrative)));
    EXPECT_MESSAGE(counted("2021-03-22", PeriodRule::administrative), HorizonError,
                   "rule 'administrative' is the Administrative Basic Act, article 6 (Act 17979), "
                   "in force from 2021-03-23 on; 2021-03-22 lies before it");
    EXPECT_NO_THROW(static_cast<void>(counted("2020-12-22", PeriodRule::information)));
    EXPECT_MESSAGE(counted("2020-12-21", PeriodRule::information), HorizonError,
                   "rule 'information' is the Information Disclosure Act, article 29 (Act 17690), "
                   "in force from 2020-12-22 on; 2020-12-21 lies before it");
}

}  // namespace deadline_test
