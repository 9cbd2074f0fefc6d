// Calendars made from holidays and from others: changed, combined, compared.
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "probity/date/weekday.hpp"
#include "probity/workdays/korea.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/workdays/dates.hpp"

namespace changed_calendar_test {

using namespace probity;
using probity_tests::day;
using probity_tests::Texts;
using probity_tests::texts;

const WorkCalendar& kr() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

// --- new calendars ----------------------------------------------------------------------------

TEST(WithHoliday, ClosesADayAndLeavesTheOldCalendarAlone) {
    const WorkCalendar with = kr().with_holiday(day("2026-12-28"), "임시공휴일");
    EXPECT_FALSE(with.is_working_day(day("2026-12-28")));
    EXPECT_TRUE(kr().is_working_day(day("2026-12-28")));
    EXPECT_EQ(with.holidays(day("2026-12-28"), day("2026-12-29")).at(0).kind,
              HolidayKind::temporary);
    EXPECT_EQ(with.add(day("2026-12-24"), 1), day("2026-12-29"));
}

TEST(WithHoliday, OneThatIsThereAlreadyStays) {
    const Holiday announced{
        .date = day("2025-01-27"), .name = {"임시공휴일"}, .kind = HolidayKind::temporary};
    EXPECT_EQ(kr().with_holidays({&announced, 1}), kr());
}

TEST(WithHoliday, DecidedLaterIsNotKnownYet) {
    const Holiday announced{.date = day("2026-11-02"),
                            .name = {"임시공휴일"},
                            .kind = HolidayKind::temporary,
                            .decided_on = day("2026-10-20")};
    const auto worked = [&](const char* known) {
        return WorkCalendar::korea(day(known))
            .with_holidays({&announced, 1})
            .is_working_day(announced.date);
    };
    EXPECT_TRUE(worked("2026-10-19"));
    EXPECT_FALSE(worked("2026-10-20"));
    EXPECT_FALSE(kr().with_holidays({&announced, 1}).is_working_day(announced.date));
    // Of one that does not say when it was decided nothing is left out.
    EXPECT_FALSE(WorkCalendar::korea(day("2026-10-19"))
                     .with_holiday(announced.date, "임시공휴일")
                     .is_working_day(announced.date));
}

TEST(WithHoliday, OutsideTheHorizon) {
    EXPECT_MESSAGE(kr().with_holiday(day("2101-05-01"), "노동절"), HorizonError,
                   "the holiday 2101-05-01 노동절 is outside the calendar's horizon, 1949-06-04 to "
                   "2100-12-31");
}

TEST(WithHoliday, AClosureOfTheInstitutionIsNoPublicHoliday) {
    const WorkCalendar with =
        kr().with_holiday(day("2026-01-05"), "개청기념일", HolidayKind::closure, "Foundation day");
    EXPECT_FALSE(with.is_working_day(day("2026-01-05")));
    EXPECT_EQ(with.explain(day("2026-01-05")),
              "2026-01-05 is a Monday, on which the office is closed: Foundation day.");
    EXPECT_EQ(with.explain(day("2026-01-05"), Language::korean),
              "2026년 1월 5일(월)은 휴무일입니다: 개청기념일.");
}

TEST(WithoutHoliday, OpensADay) {
    const WorkCalendar without = kr().without_holiday(day("2026-05-25"));
    EXPECT_TRUE(without.is_working_day(day("2026-05-25")));
    EXPECT_EQ(without.with_holiday(day("2026-05-25"), "x").without_holiday(day("2026-05-25")),
              without);
    EXPECT_MESSAGE(kr().without_holiday(day("2026-03-18")), ProbityError,
                   "2026-03-18 has no listed holiday to take out");
    EXPECT_ERROR(kr().without_holiday(day("2026-03-22")), ProbityError);  // a plain Sunday
}

TEST(WithWeekend, WorksTheDaysThatLeaveIt) {
    const WorkCalendar six_days = kr().with_weekend({SU});
    EXPECT_TRUE(six_days.is_working_day(day("2026-03-21")));
    EXPECT_FALSE(six_days.is_working_day(day("2026-03-22")));
    const WorkCalendar gulf = kr().with_weekend({FR, SA});
    EXPECT_TRUE(gulf.is_working_day(day("2026-03-22")));
    EXPECT_FALSE(gulf.is_holiday(day("2026-03-22")));
    EXPECT_FALSE(gulf.is_working_day(day("2026-03-20")));
    EXPECT_EQ(gulf.weekend(), (std::vector<Weekday>{FR, SA}));
    EXPECT_EQ(kr().with_weekend({}).count(day("2026-03-09"), day("2026-03-23")), 14);
    EXPECT_EQ(kr().with_weekend({SA, SU}), kr());
}

TEST(Rolling, TheSameMonthOfAnotherYearIsAnotherMonth) {
    const Date first = day("2026-01-30");
    const DateSet year = DateSet::of(Interval(first, day("2027-01-16")));
    const WorkCalendar closed =
        WorkCalendar::from_holidays(std::vector<Date>(year.begin(), year.end()), {},
                                    Interval(day("2026-01-01"), day("2027-02-01")));
    EXPECT_EQ(closed.roll(first, RollConvention::following), day("2027-01-16"));
    EXPECT_EQ(closed.roll(first, RollConvention::modified_following), day("2026-01-29"));
    EXPECT_EQ(closed.roll(day("2027-01-10"), RollConvention::preceding), day("2026-01-29"));
    EXPECT_EQ(closed.roll(day("2027-01-10"), RollConvention::modified_preceding),
              day("2027-01-16"));
}

TEST(WithWeekend, OfSevenDaysLeavesNothing) {
    EXPECT_MESSAGE(kr().with_weekend({MO, TU, WE, TH, FR, SA, SU}), ProbityError,
                   "a weekend of all seven days leaves no working day: name at most six days");
}

TEST(OfLaw, ReadsRows) {
    const Interval horizon = korea::horizon();
    EXPECT_EQ(WorkCalendar::of_law(korea::law(), horizon), kr());
    const std::vector<HolidayRow> rows{{.name = "어린이날",
                                        .name_en = "Children's Day",
                                        .rule = FixedDay{5, 5},
                                        .from = day("2020-01-01"),
                                        .decided_on = day("2020-01-01")}};
    const Interval years(day("2019-01-01"), day("2022-01-01"));
    const WorkCalendar calendar = WorkCalendar::of_law(rows, years);
    EXPECT_EQ(texts(calendar.holidays(day("2019-01-01"))),
              (Texts{"2020-05-05 어린이날", "2021-05-05 어린이날"}));
    EXPECT_FALSE(calendar.is_holiday(day("2021-05-09")));  // a Sunday: no row says that it is one
    EXPECT_FALSE(calendar.is_working_day(day("2021-05-09")));
    EXPECT_FALSE(calendar.verified_from().has_value());
    EXPECT_TRUE(
        WorkCalendar::of_law(rows, years, day("2019-12-31")).holidays(day("2019-01-01")).empty());
}

TEST(FromHolidays, AnswersForTheirWholeYears) {
    const std::vector<Date> dates{day("2027-06-01"), day("2026-03-18"), day("2027-06-01")};
    const WorkCalendar calendar = WorkCalendar::from_holidays(dates);
    EXPECT_EQ(calendar.horizon(), Interval(day("2026-01-01"), day("2028-01-01")));
    EXPECT_FALSE(calendar.is_working_day(day("2026-03-18")));
    EXPECT_EQ(calendar.holidays(day("2026-01-01"), day("2028-01-01")).size(), 2u);
    EXPECT_ERROR(calendar.is_working_day(day("2028-01-01")), HorizonError);
    EXPECT_EQ(WorkCalendar::from_holidays(std::span<const Date>()).horizon(),
              Interval(day("1900-01-01"), day("2101-01-01")));
}

TEST(FromHolidays, OutsideTheHorizonGiven) {
    const std::vector<Date> dates{day("2027-06-01")};
    EXPECT_ERROR(WorkCalendar::from_holidays(dates, WorkCalendar::saturday_and_sunday,
                                             Interval(day("2026-01-01"), day("2027-01-01"))),
                 HorizonError);
    const std::vector<Date> special{Date(boost::gregorian::not_a_date_time)};
    EXPECT_ERROR(WorkCalendar::from_holidays(special), DateError);
}

TEST(FromHolidays, ToTheEndOfTime) {
    const WorkCalendar all = WorkCalendar::from_holidays(
        std::span<const Date>(), WorkCalendar::saturday_and_sunday, Interval(first_date()));
    EXPECT_EQ(all.add(day("9999-12-30"), 1), day("9999-12-31"));
    EXPECT_ERROR(all.add(day("9999-12-31"), 1), HorizonError);
    EXPECT_EQ(all.count(first_date(), last_date()), all.count(first_date(), day("9999-12-30")) + 1);
    // 9999-12-31 is a Friday; no end can be named that lies behind it.
    EXPECT_EQ(all.count(day("9999-12-31")), 1);
    EXPECT_EQ(all.working_days(day("9999-12-30")).size(), 2u);
    const WorkCalendar closed = all.with_holiday(last_date(), "끝");
    EXPECT_EQ(texts(closed.holidays(day("9999-12-30"))), (Texts{"9999-12-31 끝"}));
    const auto changes = all.diff(closed, day("9999-12-30"));
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].date, last_date());
}

TEST(WithoutAnEnd, TheRestOfTheHorizonIsMeant) {
    EXPECT_EQ(kr().count(day("2100-12-28")), 4);  // a Tuesday to a Friday
    EXPECT_EQ(kr().holidays(day("2026-01-01")),
              kr().holidays(day("2026-01-01"), day("2101-01-01")));
    EXPECT_EQ(kr().working_days_of(third_week(), day("2100-12-01")),
              kr().working_days_of(third_week(), day("2100-12-01"), day("2101-01-01")));
    const WorkCalendar shorter =
        WorkCalendar::from_holidays(std::span<const Date>(), WorkCalendar::saturday_and_sunday,
                                    Interval(day("2026-01-01"), day("2027-01-01")));
    EXPECT_ERROR(kr().diff(shorter, day("2026-12-31")), HorizonError);
    EXPECT_EQ(shorter.diff(kr(), day("2026-12-25")).size(), 1u);
}

// --- two calendars ----------------------------------------------------------------------------

TEST(TwoCalendars, TheirUnionIsClosedWhereEitherIs) {
    const std::vector<Date> here{day("2026-03-18"), day("2026-03-19")};
    const std::vector<Date> there{day("2026-03-19"), day("2026-03-20")};
    const WorkCalendar a = WorkCalendar::from_holidays(here);
    const WorkCalendar b = WorkCalendar::from_holidays(there).with_weekend({FR, SA});
    const WorkCalendar either = a | b;
    const WorkCalendar both = a & b;
    for (Date d = day("2026-01-01"); d < day("2027-01-01"); d += boost::gregorian::days(1)) {
        ASSERT_EQ(either.is_working_day(d), a.is_working_day(d) && b.is_working_day(d));
        ASSERT_EQ(both.is_working_day(d), a.is_working_day(d) || b.is_working_day(d));
    }
    EXPECT_EQ(either.holidays(day("2026-01-01"), day("2027-01-01")).size(), 3u);
}

TEST(TwoCalendars, OfKoreaAndAnother) {
    const std::vector<Holiday> france{{.date = day("2026-01-01"), .name = {"Jour de l'an"}},
                                      {.date = day("2026-05-25"), .name = {"Lundi de Pentecôte"}},
                                      {.date = day("2026-07-14"), .name = {"Fête nationale"}}};
    const WorkCalendar fr = WorkCalendar::from_holidays(std::span<const Holiday>(france));
    const WorkCalendar either = kr() | fr;
    const WorkCalendar both = kr() & fr;
    EXPECT_EQ(either.horizon(), Interval(day("2026-01-01"), day("2027-01-01")));
    EXPECT_FALSE(either.is_working_day(day("2026-07-14")));
    EXPECT_FALSE(either.is_working_day(day("2026-10-09")));
    EXPECT_TRUE(both.is_working_day(day("2026-07-14")));
    EXPECT_FALSE(both.is_working_day(day("2026-05-25")));
    EXPECT_EQ(texts(both.holidays(day("2026-05-01"), day("2026-06-01"))),
              (Texts{"2026-05-24 부처님 오신 날", "2026-05-25 대체공휴일(부처님 오신 날)",
                     "2026-05-25 Lundi de Pentecôte"}));
}

TEST(TwoCalendars, WhoseWeekendsHaveAllSevenDaysBetweenThem) {
    const WorkCalendar a = kr().with_weekend({MO, TU, WE, TH});
    const WorkCalendar b = kr().with_weekend({FR, SA, SU});
    EXPECT_MESSAGE(a | b, ProbityError,
                   "the weekends MO TU WE TH and FR SA SU have all seven days between them and "
                   "leave no working day");
    EXPECT_EQ((a & b).weekend(), std::vector<Weekday>{});
}

TEST(TwoCalendars, SundayIsAHolidayOfBothIfOneOfThemHasItByLaw) {
    // Korea has Sundays by law, a list of holidays only has them off.
    const std::vector<Date> dates{day("2026-05-11")};
    const WorkCalendar office = WorkCalendar::from_holidays(
        dates, WorkCalendar::saturday_and_sunday, Interval(day("2026-01-01"), day("2027-01-01")));
    const Date sunday = day("2026-03-22");
    EXPECT_FALSE(office.is_holiday(sunday));
    EXPECT_TRUE((kr() & office).is_holiday(sunday));
    EXPECT_TRUE((office & kr()).is_holiday(sunday));
    EXPECT_TRUE((kr() | office).is_holiday(sunday));
    EXPECT_FALSE((kr() & office).is_holiday(day("2026-03-21")));  // a Saturday
    // If the other works on Sundays, both together are not closed on them.
    const WorkCalendar sundays = office.with_weekend({SA});
    EXPECT_TRUE((kr() & sundays).is_working_day(sunday));
    EXPECT_FALSE((kr() & sundays).is_holiday(sunday));
}

TEST(TwoCalendars, WithThemselves) {
    EXPECT_EQ(kr() | kr(), kr());
    EXPECT_EQ(kr() & kr(), kr());
}

TEST(TwoCalendars, WithoutADayInCommon) {
    const std::vector<Date> one{day("2026-01-01")};
    const std::vector<Date> two{day("2027-01-01")};
    EXPECT_ERROR(WorkCalendar::from_holidays(one) | WorkCalendar::from_holidays(two), HorizonError);
}

TEST(Diff, ListsWhatATemporaryHolidayChanges) {
    const WorkCalendar with = kr().with_holiday(day("2026-12-28"), "임시공휴일");
    const std::vector<DayChange> changes = kr().diff(with, day("2026-01-01"), day("2027-01-01"));
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].date, day("2026-12-28"));
    EXPECT_TRUE(changes[0].before.working);
    EXPECT_FALSE(changes[0].after.working);
    EXPECT_EQ(texts(changes[0].after.holidays), (Texts{"2026-12-28 임시공휴일"}));
    EXPECT_TRUE(kr().diff(kr(), day("2026-01-01"), day("2027-01-01")).empty());
}

// --- values -----------------------------------------------------------------------------------

TEST(WorkCalendarValue, CopiesCompareByContent) {
    const WorkCalendar copy = kr();
    EXPECT_EQ(copy, kr());
    EXPECT_EQ(WorkCalendar::korea(), kr());
    EXPECT_NE(kr().with_holiday(day("2026-12-28"), "x"), kr());
    EXPECT_NE(kr().with_holiday(day("2026-12-28"), "x"), kr().with_holiday(day("2026-12-28"), "y"));
}

TEST(WorkCalendarValue, PrintsWhatItIs) {
    std::ostringstream out;
    out << WorkCalendar::from_holidays(std::vector<Date>{day("2026-03-18")});
    EXPECT_EQ(out.str(), "WorkCalendar([2026-01-01, 2027-01-01), weekend SA SU, 1 holiday)");
}

TEST(HolidayKinds, AreReadByName) {
    for (int i = 0; i < 7; ++i) {
        const auto kind = static_cast<HolidayKind>(i);
        EXPECT_EQ(parse_holiday_kind(to_string(kind)), kind);
        EXPECT_FALSE(title(kind, Language::korean).empty());
        EXPECT_FALSE(title(kind, Language::english).empty());
    }
    EXPECT_MESSAGE(parse_holiday_kind("festival"), ProbityError,
                   "\"festival\" is not a kind of holiday: national_day, traditional, "
                   "public_holiday, substitute, election, temporary, closure, half_day");
}

TEST(TwoCalendars, AreVerifiedFromTheLaterAndKnownAsBothAre) {
    const auto of_law = [](std::optional<Date> verified, std::optional<Date> known) {
        HolidayLaw law{.rows = {}};
        law.verified_from = verified;
        return WorkCalendar::of_law(law, Interval(day("2010-01-01"), day("2030-01-01")), known);
    };
    const Date early = day("2012-01-01"), late = day("2015-01-01");
    const Date known = day("2020-01-01"), other = day("2021-01-01");
    for (const bool turned : {false, true}) {
        const WorkCalendar one = of_law(turned ? late : early, known);
        const WorkCalendar two = of_law(turned ? early : late, known);
        EXPECT_EQ((one | two).verified_from(), late);
        EXPECT_EQ((one & two).verified_from(), late);
        EXPECT_EQ((one | two).as_known_on(), known);
    }
    EXPECT_EQ((of_law(early, known) | of_law(std::nullopt, known)).verified_from(), std::nullopt);
    EXPECT_EQ((of_law(early, known) | of_law(late, other)).as_known_on(), std::nullopt);
    EXPECT_EQ((of_law(early, known) & of_law(late, std::nullopt)).as_known_on(), std::nullopt);
}

TEST(DayState, OfADayOffListsNoHalfDay) {
    // Saturday 20 and Monday 22 June 2026.
    const std::vector<Holiday> half_days{
        {.date = day("2026-06-20"), .name = {"half"}, .kind = HolidayKind::half_day},
        {.date = day("2026-06-22"), .name = {"half"}, .kind = HolidayKind::half_day}};
    const WorkCalendar calendar = kr().with_holidays(half_days);
    EXPECT_FALSE(calendar.state(day("2026-06-20")).working);
    EXPECT_TRUE(calendar.state(day("2026-06-20")).holidays.empty());
    EXPECT_TRUE(calendar.state(day("2026-06-22")).working);
    EXPECT_EQ(calendar.state(day("2026-06-22")).holidays.size(), 1u);
    EXPECT_EQ(calendar.half_days(day("2026-06-01"), day("2026-07-01")).size(), 1u);
}

}  // namespace changed_calendar_test
