// Days off that other holidays cause, in laws other than Korea's: substitutes and days between.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "probity/workdays/holiday_law.hpp"
#include "probity/workdays/korea.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/workdays/dates.hpp"
#include "tests/workdays/law_rows.hpp"

namespace of_law_substitutes_test {

using namespace probity;
using namespace probity_tests;

// --- substitutes ------------------------------------------------------------------------------

TEST(OfLaw, NearestWeekdayIsTheFridayBeforeOrTheMondayAfter) {
    const HolidayRow fourth =
        row("Independence Day", FixedDay{7, 4}, SubstitutePolicy::nearest_weekday);
    // A Saturday in 2026, a Sunday in 2027, a Tuesday in 2028.
    const WorkCalendar us = WorkCalendar::of_law(std::vector{fourth}, years(2026, 2028));
    std::vector<std::string> days;
    for (const Holiday& holiday : us.holidays(day("2026-01-01"))) {
        days.push_back(to_string(holiday.date) + " " + holiday.name.english);
    }
    EXPECT_EQ(days, (Texts{"2026-07-03 Substitute holiday (Independence Day)",
                           "2026-07-04 Independence Day", "2027-07-04 Independence Day",
                           "2027-07-05 Substitute holiday (Independence Day)",
                           "2028-07-04 Independence Day"}));
    // New Year's Day of 2028 is a Saturday: it is observed in the year before.
    const HolidayRow new_year =
        row("New Year's Day", FixedDay{1, 1}, SubstitutePolicy::nearest_weekday);
    EXPECT_FALSE(WorkCalendar::of_law(std::vector{new_year}, years(2027, 2027))
                     .is_working_day(day("2027-12-31")));
}

TEST(OfLaw, NearestWeekdayGoesOnWhereAnotherHolidayStands) {
    // 2021-12-25 is a Saturday and the 24th a holiday.
    const std::vector<HolidayRow> rows{
        row("Christmas Eve", FixedDay{12, 24}, SubstitutePolicy::nearest_weekday),
        row("Christmas Day", FixedDay{12, 25}, SubstitutePolicy::nearest_weekday)};
    const WorkCalendar calendar = WorkCalendar::of_law(rows, years(2021, 2022));
    EXPECT_FALSE(calendar.is_working_day(day("2021-12-23")));
    EXPECT_TRUE(calendar.is_working_day(day("2021-12-27")));
    // In 2022 they are a Saturday and a Sunday: the Friday before and the Monday after.
    EXPECT_FALSE(calendar.is_working_day(day("2022-12-23")));
    EXPECT_FALSE(calendar.is_working_day(day("2022-12-26")));
    EXPECT_TRUE(calendar.is_working_day(day("2022-12-27")));
}

TEST(OfLaw, NextWeekdayAsInTheUnitedKingdom) {
    std::vector<HolidayRow> rows{row("Christmas Day", FixedDay{12, 25}, SubstitutePolicy::weekend),
                                 row("Boxing Day", FixedDay{12, 26}, SubstitutePolicy::weekend)};
    for (HolidayRow& holiday : rows) {
        holiday.substitutes[0].coinciding = false;
        holiday.substitutes[0].title_en = "{name} (substitute day)";
    }
    // Saturday and Sunday in 2027; Sunday and Monday in 2022; Friday and Saturday in 2026.
    const auto substitutes = [&](int year) {
        Texts found;
        for (const Holiday& holiday :
             WorkCalendar::of_law(rows, years(year, year)).holidays(make_date(year, 1, 1))) {
            if (holiday.kind == HolidayKind::substitute) found.push_back(to_string(holiday));
        }
        return found;
    };
    EXPECT_EQ(substitutes(2027), (Texts{"2027-12-27 Christmas Day (substitute day)",
                                        "2027-12-28 Boxing Day (substitute day)"}));
    EXPECT_EQ(substitutes(2022), (Texts{"2022-12-27 Christmas Day (substitute day)"}));
    EXPECT_EQ(substitutes(2026), (Texts{"2026-12-28 Boxing Day (substitute day)"}));
}

TEST(OfLaw, SubstitutesMayBeLostOnOtherDaysAndNotToHolidays) {
    HolidayRow friday = row("National Day", FixedDay{9, 23}, SubstitutePolicy::weekend);
    friday.substitutes[0].lost_on = std::vector<Weekday>{FR};
    HolidayLaw law{.rows = {friday}, .weekends = {{.days = {FR, SA}}}};
    // 2022-09-23 is a Friday, 2023-09-23 a Saturday.
    const WorkCalendar calendar = WorkCalendar::of_law(law, years(2022, 2023));
    EXPECT_EQ(texts(calendar.holidays(day("2022-01-01"))),
              (Texts{"2022-09-23 National Day", "2022-09-25 Substitute holiday (National Day)",
                     "2023-09-23 National Day"}));

    std::vector<HolidayRow> rows{row("a", FixedDay{6, 5}, SubstitutePolicy::weekend),
                                 row("b", FixedDay{6, 5}, SubstitutePolicy::weekend)};
    EXPECT_EQ(given(rows, years(2026, 2026)).size(), 3u);  // a Friday
    rows[0].substitutes[0].coinciding = rows[1].substitutes[0].coinciding = false;
    EXPECT_EQ(given(rows, years(2026, 2026)).size(), 2u);
}

TEST(OfLaw, AnyKindEarnsTheSubstituteThatItsRowSaysButOnlyYearlyOnesCauseOne) {
    HolidayRow closure = row("Foundation Day", FixedDay{8, 15}, SubstitutePolicy::weekend);
    closure.kind = HolidayKind::closure;
    EXPECT_EQ(
        given({closure}, years(2026, 2026)),
        (Texts{"2026-08-15 Foundation Day", "2026-08-17 Substitute holiday (Foundation Day)"}));
    // A Tuesday in 2028, on which a holiday and a closure coincide.
    const HolidayRow holiday = row("Holiday", FixedDay{8, 15}, SubstitutePolicy::weekend);
    EXPECT_EQ(given({holiday, closure}, years(2028, 2028)).size(), 2u);
}

// --- days between -----------------------------------------------------------------------------

TEST(OfLaw, DayBetweenTwoHolidaysIsOneAsInJapan) {
    const DayBetweenTerm between{.name = "国民の休日",
                                 .name_en = "National holiday",
                                 .from = day("2007-01-01"),
                                 .decided_on = day("2005-05-20"),
                                 .basis = "国民の祝日に関する法律第三条第三項"};
    HolidayLaw law{
        .rows = {recurring("Respect for the Aged Day", "FREQ=YEARLY;BYMONTH=9;BYDAY=3MO"),
                 {.name_en = "Autumnal Equinox Day",
                  .rule = ListedDates{{day("2025-09-23"), day("2026-09-23")}}}},
        .days_between = {between}};
    const Interval horizon = years(2025, 2026);
    const WorkCalendar japan = WorkCalendar::of_law(law, horizon);
    EXPECT_EQ(texts(japan.holidays(day("2025-01-01"))),
              (Texts{"2025-09-15 Respect for the Aged Day", "2025-09-23 Autumnal Equinox Day",
                     "2026-09-21 Respect for the Aged Day", "2026-09-22 国民の休日",
                     "2026-09-23 Autumnal Equinox Day"}));
    EXPECT_EQ(japan.explain(day("2026-09-22")),
              "2026-09-22 is a Tuesday and a public holiday: National holiday, by "
              "国民の祝日に関する法律第三条第三項.");
    // As known the day before it was decided, and from its first day on.
    EXPECT_TRUE(
        WorkCalendar::of_law(law, horizon, day("2005-05-19")).is_working_day(day("2026-09-22")));
    law.days_between[0].not_on = {TU};
    EXPECT_TRUE(WorkCalendar::of_law(law, horizon).is_working_day(day("2026-09-22")));
    law.days_between[0].not_on = {};
    law.days_between[0].from = day("2026-09-23");
    EXPECT_TRUE(WorkCalendar::of_law(law, horizon).is_working_day(day("2026-09-22")));
    law.days_between[0].from = day("2026-09-22");
    EXPECT_FALSE(WorkCalendar::of_law(law, horizon).is_working_day(day("2026-09-22")));
    law.days_between[0].from = day("2026-09-21");
    law.days_between[0].until = day("2026-09-22");
    EXPECT_TRUE(WorkCalendar::of_law(law, horizon).is_working_day(day("2026-09-22")));
}

TEST(OfLaw, ASubstituteComesBeforeADayBetween) {
    // 2026-05-03 is a Sunday, the 5th a holiday: the 4th is the substitute, once.
    HolidayLaw law{.rows = {row("Constitution Day", FixedDay{5, 3}, SubstitutePolicy::next_day),
                            row("Children's Day", FixedDay{5, 5})},
                   .days_between = {{.name_en = "National holiday", .from = long_ago}}};
    EXPECT_EQ(
        texts(WorkCalendar::of_law(law, years(2026, 2026)).holidays(day("2026-01-01"))),
        (Texts{"2026-05-03 Constitution Day", "2026-05-04 Substitute holiday (Constitution Day)",
               "2026-05-05 Children's Day"}));
}

TEST(OfLaw, NearestWeekdayOfTwoEquallyNearIsTheLater) {
    // 11 July 2026 is the Saturday between the Friday and the Sunday of a weekend of three days.
    HolidayLaw law{.rows = {row("Fair", FixedDay{7, 11}, SubstitutePolicy::nearest_weekday)}};
    law.weekends = {{.days = {FR, SA, SU}}};
    const WorkCalendar calendar = WorkCalendar::of_law(law, years(2026, 2026));
    EXPECT_TRUE(calendar.is_working_day(day("2026-07-09")));
    EXPECT_FALSE(calendar.is_working_day(day("2026-07-13")));
}

TEST(OfLaw, SubstitutesAreGivenFromTheFirstDayOfTheirTermToTheDayBeforeItsEnd) {
    // 5 July 2026 is a Sunday.
    HolidayRow fair = row("Fair", FixedDay{7, 5}, SubstitutePolicy::weekend);
    const auto given = [&](const char* from, const char* until) {
        fair.substitutes[0].from = day(from);
        fair.substitutes[0].until = day(until);
        return !WorkCalendar::of_law(std::vector{fair}, years(2026, 2026))
                    .is_working_day(day("2026-07-06"));
    };
    EXPECT_TRUE(given("2026-07-05", "2026-07-06"));
    EXPECT_FALSE(given("2026-07-06", "2026-08-01"));
    EXPECT_FALSE(given("2026-01-01", "2026-07-05"));
}

}  // namespace of_law_substitutes_test
