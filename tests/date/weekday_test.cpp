#include "probity/date/weekday.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <limits>
#include <sstream>
#include <vector>

#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace weekday_test {

using namespace probity;

constexpr std::array<Weekday, 7> all_weekdays{MO, TU, WE, TH, FR, SA, SU};

// --- weekdays ---------------------------------------------------------------------------------

TEST(Weekday, OfKnownDays) {
    EXPECT_EQ(weekday_of(make_date(2023, 3, 2)), TH);   // the inauguration of Songpa's bands
    EXPECT_EQ(weekday_of(make_date(2023, 3, 14)), TU);  // Songpa's Integrity Day of 2023
    EXPECT_EQ(weekday_of(make_date(2024, 3, 20)), WE);
    EXPECT_EQ(weekday_of(make_date(2025, 7, 25)), FR);  // Yongsan's second Integrity Meeting
    EXPECT_ERROR(weekday_of(Date()), DateError);
}

TEST(Weekday, OfEveryDayIsBoostsAndChronos) {
    for (DayNumber day = first_day_number; day <= last_day_number; ++day) {
        const Date date = date_of(day);
        const int index = weekday_of(date).index();
        ASSERT_EQ(index, (date.day_of_week().as_number() + 6) % 7)
            << to_string(date);  // Boost: Sunday is 0
        ASSERT_EQ(static_cast<unsigned>(index) + 1,
                  std::chrono::weekday{to_sys_days(date)}.iso_encoding());
    }
}

TEST(Weekday, CountsFromMonday) {
    for (int i = 0; i < 7; ++i) {
        EXPECT_EQ(all_weekdays[static_cast<std::size_t>(i)].index(), i);
        EXPECT_EQ(Weekday::from_index(i), all_weekdays[static_cast<std::size_t>(i)]);
    }
    EXPECT_EQ(Weekday(), MO);
    EXPECT_MESSAGE(Weekday::from_index(7), ProbityError,
                   "weekday 7: weekdays are counted from 0, Monday, to 6, Sunday");
    EXPECT_ERROR(Weekday::from_index(-1), ProbityError);
    EXPECT_ERROR(Weekday::from_index(256), ProbityError);
}

TEST(Weekday, ReadsWhatItWrites) {
    for (const Weekday weekday : all_weekdays) {
        EXPECT_EQ(Weekday::parse(to_string(weekday)), weekday);
    }
    for (const char* text : {"", "M", "mo", "MON", "Monday", "3WE", " MO", "MO ", "\xff", "월"}) {
        EXPECT_ERROR(Weekday::parse(text), ProbityError) << text;
    }
    EXPECT_MESSAGE(Weekday::parse("XX"), ProbityError,
                   "\"XX\" is not a weekday: it is one of MO, TU, WE, TH, FR, SA, SU");
}

TEST(NthWeekday, IsWrittenAsInARule) {
    EXPECT_EQ(to_string(WE(3)), "3WE");
    EXPECT_EQ(to_string(FR(-1)), "-1FR");
    EXPECT_EQ(WE[3], WE(3));
    std::ostringstream out;
    out << WE(3) << ' ' << SU;
    EXPECT_EQ(out.str(), "3WE SU");
}

TEST(NthWeekday, OrdinalIsWithinAYear) {
    EXPECT_EQ(MO(53).n(), 53);
    EXPECT_EQ(MO(-53).n(), -53);
    for (const int n : {0, 54, -54, 256 + 3, std::numeric_limits<int>::min()}) {
        EXPECT_ERROR(WE(n), ProbityError) << n;
    }
    EXPECT_MESSAGE(WE(54), ProbityError,
                   "the 54-th weekday of a period: the ordinal is one of 1 to 53 from its start or "
                   "-1 to -53 from its end");
}

// --- the n-th of a month ----------------------------------------------------------------------

TEST(NthWeekdayOfMonth, ThirdWednesdayOfMarch) {
    EXPECT_EQ(nth_weekday(2024, 3, WE(3)), make_date(2024, 3, 20));
    EXPECT_EQ(nth_weekday(2025, 3, WE(3)), make_date(2025, 3, 19));
    EXPECT_EQ(nth_weekday(2026, 3, WE(3)), make_date(2026, 3, 18));
}

TEST(NthWeekdayOfMonth, LastFriday) {
    EXPECT_EQ(nth_weekday(2026, 3, FR(-1)), make_date(2026, 3, 27));
    EXPECT_EQ(nth_weekday(2026, 1, FR(-1)), make_date(2026, 1, 30));  // the fifth
    EXPECT_EQ(nth_weekday(2026, 1, FR(-5)), make_date(2026, 1, 2));
}

TEST(NthWeekdayOfMonth, FifthIsNoneWhereThereAreFour) {
    // Boost gives the fourth in its place.
    EXPECT_EQ(nth_weekday(2026, 2, MO(5)), std::nullopt);
    EXPECT_EQ(nth_weekday(2026, 2, MO(-5)), std::nullopt);
    EXPECT_EQ(nth_weekday(2026, 3, MO(5)), make_date(2026, 3, 30));
}

TEST(NthWeekdayOfMonth, SixthIsNoneInAnyMonth) {
    EXPECT_EQ(nth_weekday(2026, 3, WE(6)), std::nullopt);
    EXPECT_EQ(nth_weekday(2026, 3, WE(-6)), std::nullopt);
    EXPECT_EQ(nth_weekday(2026, 3, WE(53)), std::nullopt);
    EXPECT_EQ(nth_weekday(2026, 3, WE(-53)), std::nullopt);
}

TEST(NthWeekdayOfMonth, MonthThatDoesNotExistIsAnError) {
    EXPECT_ERROR(nth_weekday(2026, 13, WE(1)), DateError);
    EXPECT_ERROR(nth_weekday(12026, 1, WE(1)), DateError);
    EXPECT_ERROR(nth_weekday(1399, 12, WE(1)), DateError);
}

// Against a list made by walking the month, for 400 years and at both ends of the range.
TEST(NthWeekdayOfMonth, IsWhatWalkingTheMonthFinds) {
    const auto check_month = [](int year, int month) {
        std::array<std::vector<Date>, 7> found;
        const Date first = make_date(year, month, 1);
        const DayNumber last = day_number(first.end_of_month());
        for (DayNumber day = day_number(first); day <= last; ++day) {
            const Date date = date_of(day);
            found[static_cast<std::size_t>(date.day_of_week().as_number() + 6) % 7].push_back(date);
        }
        for (const Weekday weekday : all_weekdays) {
            const auto& days = found[static_cast<std::size_t>(weekday.index())];
            const int count = static_cast<int>(days.size());
            for (int n = 1; n <= 5; ++n) {
                const auto place = static_cast<std::size_t>(n - 1);
                const auto from_end = static_cast<std::size_t>(count - n);
                ASSERT_EQ(nth_weekday(year, month, weekday(n)),
                          n <= count ? std::optional(days[place]) : std::nullopt);
                ASSERT_EQ(nth_weekday(year, month, weekday(-n)),
                          n <= count ? std::optional(days[from_end]) : std::nullopt);
            }
        }
    };
    for (const int start : {1400, 1900, 9990}) {
        for (int year = start; year < start + (start == 1900 ? 400 : 10); ++year) {
            for (int month = 1; month <= 12; ++month) check_month(year, month);
        }
    }
}

}  // namespace weekday_test
