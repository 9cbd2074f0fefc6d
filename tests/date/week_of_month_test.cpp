#include "probity/date/week_of_month.hpp"

#include <gtest/gtest.h>
#include <unicode/ucal.h>

#include <array>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace week_of_month_test {

using namespace probity;

constexpr WeekConvention iso = WeekConvention::iso();
constexpr std::array<Weekday, 7> all_weekdays{MO, TU, WE, TH, FR, SA, SU};

Interval week_of(int year, int month, int day) {
    return Interval::of_days(make_date(year, month, day), 7);
}

std::vector<WeekConvention> all_conventions() {
    std::vector<WeekConvention> all;
    for (const Weekday first_day : all_weekdays) {
        for (int minimum = 1; minimum <= 7; ++minimum) all.emplace_back(first_day, minimum);
    }
    return all;
}

// --- the third week ---------------------------------------------------------------------------

TEST(ThirdWeek, OfEveryMonthOf2026) {
    constexpr std::array<int, 12> first_days{12, 16, 16, 13, 18, 15, 13, 17, 14, 12, 16, 14};
    for (int month = 1; month <= 12; ++month) {
        EXPECT_EQ(iso.week(2026, month, 3),
                  week_of(2026, month, first_days[static_cast<std::size_t>(month - 1)]));
    }
}

TEST(ThirdWeek, HoldsThePublishedObservancesOfSongpa) {
    EXPECT_EQ(iso.locate(make_date(2023, 3, 14)), (WeekOfMonth{2023, 3, 3}));
    EXPECT_EQ(iso.locate(make_date(2023, 6, 13)), (WeekOfMonth{2023, 6, 3}));
    EXPECT_EQ(iso.locate(make_date(2024, 3, 20)), (WeekOfMonth{2024, 3, 3}));
}

TEST(ThirdWeek, NoOtherMondayConventionHoldsThemAll) {
    for (int minimum = 1; minimum <= 7; ++minimum) {
        const WeekConvention convention(MO, minimum);
        const bool holds_all = convention.locate(make_date(2023, 3, 14)).week == 3 &&
                               convention.locate(make_date(2023, 6, 13)).week == 3 &&
                               convention.locate(make_date(2024, 3, 20)).week == 3;
        EXPECT_EQ(holds_all, convention == iso) << convention;
    }
}

TEST(ThirdWeek, OnAWallCalendarThatBeginsOnSunday) {
    EXPECT_EQ(WeekConvention::cldr_kr().week(2026, 3, 3), week_of(2026, 3, 15));
}

TEST(ThirdWeek, MonthStartingOnSaturday) {
    // August 2026: its first two days lie in the last week of July.
    EXPECT_EQ(iso.week(2026, 8, 3), week_of(2026, 8, 17));
    EXPECT_EQ(WeekConvention::monday_rows().week(2026, 8, 3), week_of(2026, 8, 10));
    EXPECT_EQ(WeekConvention::full_weeks().week(2026, 8, 3), week_of(2026, 8, 17));
    EXPECT_EQ(iso.locate(make_date(2026, 8, 1)), (WeekOfMonth{2026, 7, 5}));
}

TEST(ThirdWeek, BeginsOnTheSecondMondayIn52Of120Months) {
    int on_second_monday = 0;
    for (int year = 2026; year <= 2035; ++year) {
        for (int month = 1; month <= 12; ++month) {
            if (iso.week(year, month, 3)->begin() == nth_weekday(year, month, MO(2))) {
                ++on_second_monday;
            }
        }
    }
    EXPECT_EQ(on_second_monday, 52);
}

TEST(ThirdWeek, ItsWednesdayInMarchIsTheThirdWednesdayButInFiveYears) {
    std::set<int> differing;
    for (int year = 2013; year <= 2050; ++year) {
        const Date wednesday = add_days(iso.week(year, 3, 3)->begin(), 2);
        EXPECT_GE(wednesday.day(), 14);
        EXPECT_LE(wednesday.day(), 20);
        if (wednesday != nth_weekday(year, 3, WE(3))) differing.insert(year);
    }
    EXPECT_EQ(differing, (std::set<int>{2018, 2029, 2035, 2040, 2046}));
}

// --- weeks of a month -------------------------------------------------------------------------

TEST(WeekOfMonth, FirstWeekMayBeginInTheMonthBefore) {
    EXPECT_EQ(iso.week(2026, 4, 1), week_of(2026, 3, 30));
    EXPECT_EQ(iso.locate(make_date(2026, 3, 30)), (WeekOfMonth{2026, 4, 1}));
    EXPECT_EQ(iso.locate(make_date(2026, 3, 1)), (WeekOfMonth{2026, 2, 4}));
    EXPECT_EQ(iso.locate(make_date(2025, 12, 29)), (WeekOfMonth{2026, 1, 1}));
}

TEST(WeekOfMonth, FifthIsNoneWhereThereAreFour) {
    EXPECT_EQ(iso.week(2026, 3, 5), std::nullopt);
    EXPECT_EQ(iso.week(2026, 4, 5), week_of(2026, 4, 27));
    EXPECT_EQ(iso.weeks_in(2026, 3), 4);
    EXPECT_EQ(iso.weeks_in(2026, 4), 5);
}

TEST(WeekOfMonth, CountsFromTheEndToo) {
    EXPECT_EQ(iso.week(2026, 3, -1), week_of(2026, 3, 23));
    EXPECT_EQ(iso.week(2026, 4, -1), week_of(2026, 4, 27));
    EXPECT_EQ(iso.week(2026, 4, -5), iso.week(2026, 4, 1));
    EXPECT_EQ(iso.week(2026, 3, -5), std::nullopt);
}

TEST(WeekOfMonth, WeekSixIsAnError) {
    for (const int n : {6, 0, -6, 53, 256 + 3}) {
        EXPECT_ERROR(iso.week(2026, 3, n), ProbityError) << n;
        EXPECT_ERROR(WeekConvention::compare(2026, n), ProbityError) << n;
    }
    EXPECT_MESSAGE(iso.week(2026, 3, 6), ProbityError,
                   "week 6 of a month: weeks are 1 to 5, or -1 to -5 from the month's end");
    EXPECT_ERROR(iso.week(2026, 13, 3), DateError);
    EXPECT_ERROR(iso.week(12026, 3, 3), DateError);
    EXPECT_ERROR(iso.weeks_in(2026, 0), DateError);
    EXPECT_ERROR(iso.locate(Date()), DateError);
}

TEST(WeekOfMonth, AtTheEndsOfTheRange) {
    // 1400-01-01 is a Wednesday: the week that holds it begins on a Monday that there is not.
    EXPECT_MESSAGE(iso.week(1400, 1, 1), DateError,
                   "week 1 of 1400-01, 1399-12-30 to 1400-01-05, is out of range: dates go from "
                   "1400-01-01 to 9999-12-31");
    EXPECT_MESSAGE(WeekConvention::compare(9999, 5), DateError,
                   "week 5 of 9999-12, 9999-12-27 to 10000-01-02, is out of range: dates go from "
                   "1400-01-01 to 9999-12-31");
    EXPECT_EQ(iso.week(1400, 1, 2), week_of(1400, 1, 6));
    EXPECT_EQ(iso.locate(first_date()), (WeekOfMonth{1400, 1, 1}));
    EXPECT_EQ(iso.locate(make_date(9999, 12, 26)), (WeekOfMonth{9999, 12, 4}));
    // 9999-12-31 is a Friday; its week's Thursday is the 30th.
    EXPECT_EQ(iso.locate(last_date()), (WeekOfMonth{9999, 12, 5}));
    // Where two days in a month are enough, that week is January's of a year that there is not.
    EXPECT_ERROR(WeekConvention(MO, 2).locate(last_date()), DateError);
}

// --- conventions ------------------------------------------------------------------------------

TEST(WeekConvention, AnchorIsTheWeekdayWhoseOccurrencesAreCounted) {
    EXPECT_EQ(iso.anchor(), TH);
    EXPECT_EQ(WeekConvention::cldr_kr().anchor(), SA);
    EXPECT_EQ(WeekConvention::monday_rows().anchor(), SU);
    EXPECT_EQ(WeekConvention::sunday_majority().anchor(), WE);
    EXPECT_EQ(WeekConvention::full_weeks().anchor(), MO);
    EXPECT_EQ(WeekConvention(MO, 5).anchor(), WE);
    static_assert(WeekConvention(SU, 7).anchor() == SU);
}

TEST(WeekConvention, NeedsOneToSevenDays) {
    EXPECT_MESSAGE(WeekConvention(MO, 8), ProbityError,
                   "a week convention with at least 8 days in the month: the number is one of 1 "
                   "to 7");
    EXPECT_ERROR(WeekConvention(MO, 0), ProbityError);
    EXPECT_ERROR(WeekConvention(MO, -1), ProbityError);
    EXPECT_ERROR(WeekConvention(MO, 256 + 4), ProbityError);
}

TEST(WeekConvention, IsWrittenAsItsTwoParts) {
    EXPECT_EQ(to_string(iso), "(MO, 4)");
    EXPECT_EQ(to_string(WeekOfMonth{2026, 3, 3}), "2026-03 week 3");
    std::ostringstream out;
    out << WeekConvention::cldr_kr() << ' ' << WeekOfMonth{2026, 12, 1};
    EXPECT_EQ(out.str(), "(SU, 1) 2026-12 week 1");
}

TEST(WeekConvention, CompareListsTheMonthsThatDiffer) {
    const auto differences = WeekConvention::compare(2026, 3);
    std::size_t next = 0;
    for (int month = 1; month <= 12; ++month) {
        std::set<Interval> weeks;
        for (const NamedConvention& named : named_conventions) {
            weeks.insert(*named.convention.week(2026, month, 3));
        }
        if (weeks.size() == 1) continue;
        ASSERT_LT(next, differences.size());
        EXPECT_EQ(differences[next].month, month);
        for (std::size_t i = 0; i < named_conventions.size(); ++i) {
            EXPECT_EQ(differences[next].weeks[i],
                      named_conventions[i].convention.week(2026, month, 3));
        }
        ++next;
    }
    EXPECT_EQ(next, differences.size());
    // A Sunday week and a Monday week are never the same seven days.
    EXPECT_EQ(next, 12u);
}

TEST(WeekConvention, WeekOfTheNthWednesdayHoldsIt) {
    const WeekConvention wednesdays(MO, 5);
    for (int month = 1; month <= 12; ++month) {
        for (int n = 1; n <= 5; ++n) {
            const auto wednesday = nth_weekday(2026, month, WE(n));
            const auto week = wednesdays.week(2026, month, n);
            ASSERT_EQ(week.has_value(), wednesday.has_value());
            if (week) {
                EXPECT_TRUE(week->contains(*wednesday));
            }
        }
    }
}

// --- all 49 conventions, every day, month and week of 1900 to 2100 ------------------------------

/// What ICU's Gregorian calendar says about a run of days under one convention.
class IcuWeeks {
  public:
    struct Day {
        int day_of_week_local;  // 1 on the convention's first day
        int week;               // 0 before the month's first week
    };

    IcuWeeks(WeekConvention convention, DayNumber first, DayNumber last)
        : first_(first), days_(static_cast<std::size_t>(last - first + 1)) {
        const UChar utc[] = {'U', 'T', 'C', 0};
        UErrorCode status = U_ZERO_ERROR;
        UCalendar* icu = ucal_open(utc, -1, "en", UCAL_GREGORIAN, &status);
        // ICU's Sunday is 1.
        ucal_setAttribute(icu, UCAL_FIRST_DAY_OF_WEEK,
                          (convention.first_day().index() + 1) % 7 + 1);
        ucal_setAttribute(icu, UCAL_MINIMAL_DAYS_IN_FIRST_WEEK, convention.minimum_days());
        for (DayNumber day = first; day <= last; ++day) {
            ucal_setMillis(icu, day * 86'400'000.0, &status);
            days_[static_cast<std::size_t>(day - first)] = {
                ucal_get(icu, UCAL_DOW_LOCAL, &status), ucal_get(icu, UCAL_WEEK_OF_MONTH, &status)};
        }
        ucal_close(icu);
        if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    }

    const Day& operator[](DayNumber day) const {
        return days_[static_cast<std::size_t>(day - first_)];
    }

  private:
    DayNumber first_;
    std::vector<Day> days_;
};

struct Month {
    int year;
    int month;
    DayNumber first;
    DayNumber last;
};

std::vector<Month> months_of(int first_year, int last_year) {
    std::vector<Month> months;
    for (int year = first_year; year <= last_year; ++year) {
        for (int month = 1; month <= 12; ++month) {
            const Date first = make_date(year, month, 1);
            months.push_back({year, month, day_number(first), day_number(first.end_of_month())});
        }
    }
    return months;
}

// ICU numbers a day within its own month, 0 before week 1, and goes on counting in a week that
// belongs to the next month. A week belongs to the one month in which ICU gives it a number other
// than 0 and which is the later of the two, if both do.
WeekOfMonth week_by_icu(const IcuWeeks& icu, const std::vector<Month>& months, std::size_t m,
                        DayNumber day) {
    const auto place = [&](std::size_t month, int week) {
        return WeekOfMonth{months[month].year, months[month].month, week};
    };
    const int week = icu[day].week;
    if (week == 0) return place(m - 1, icu[months[m].first - 1].week);
    const DayNumber last_of_week = day + 7 - icu[day].day_of_week_local;
    const DayNumber first_of_next = months[m + 1].first;
    if (last_of_week >= first_of_next && icu[first_of_next].week == 1) return place(m + 1, 1);
    return place(m, week);
}

class EveryConvention : public testing::TestWithParam<WeekConvention> {};

TEST_P(EveryConvention, AgreesWithIcuFrom1900To2100) {
    const WeekConvention convention = GetParam();
    // A month more at either end, for the weeks that cross it, and one that those lean on.
    const std::vector<Month> months = months_of(1899, 2101);
    const IcuWeeks icu(convention, months[10].first, months[months.size() - 10].last);

    const std::size_t first = 12;
    const std::size_t end = months.size() - 12;
    std::vector<std::vector<DayNumber>> weeks(months.size());  // of each month, by their first days
    for (std::size_t m = first - 1; m <= end; ++m) {
        for (DayNumber day = months[m].first; day <= months[m].last; ++day) {
            const WeekOfMonth expected = week_by_icu(icu, months, m, day);
            if (icu[day].day_of_week_local == 1) {
                const auto its_month =
                    static_cast<std::size_t>((expected.year - 1899) * 12 + expected.month - 1);
                weeks[its_month].push_back(day);
            }
            if (m < first || m >= end) continue;
            ASSERT_EQ(convention.locate(date_of(day)), expected) << to_string(date_of(day));
        }
    }

    for (std::size_t m = first; m < end; ++m) {
        const auto [year, month, first_day, last_day] = months[m];
        const int count = static_cast<int>(weeks[m].size());
        ASSERT_EQ(convention.weeks_in(year, month), count) << year << '-' << month;
        for (int n = 1; n <= 5; ++n) {
            const auto nth = [&](int i) -> std::optional<Interval> {
                if (i < 0 || i >= count) return std::nullopt;
                return Interval::of_days(date_of(weeks[m][static_cast<std::size_t>(i)]), 7);
            };
            ASSERT_EQ(convention.week(year, month, n), nth(n - 1)) << year << '-' << month;
            ASSERT_EQ(convention.week(year, month, -n), nth(count - n)) << year << '-' << month;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(, EveryConvention, testing::ValuesIn(all_conventions()),
                         [](const auto& parameter) {
                             return to_string(parameter.param.first_day()) +
                                    std::to_string(parameter.param.minimum_days());
                         });

}  // namespace week_of_month_test
