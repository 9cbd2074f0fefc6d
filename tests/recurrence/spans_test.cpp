#include "probity/recurrence/spans.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <sstream>
#include <vector>

#include "probity/date/error.hpp"
#include "samples.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace spans_test {

Interval from_to(const char* first, const char* last) {
    return Interval::closed(parse_date(first), parse_date(last));
}

std::vector<WeekConvention> all_conventions() {
    std::vector<WeekConvention> conventions;
    for (int first = 0; first < 7; ++first) {
        for (int minimum = 1; minimum <= 7; ++minimum) {
            conventions.emplace_back(Weekday::from_index(first), minimum);
        }
    }
    return conventions;
}

const std::array<int, 10> week_numbers{1, 2, 3, 4, 5, -1, -2, -3, -4, -5};

// --- Weeks of the month ---------------------------------------------------------------------------

TEST(ThirdWeek, OfEveryMonthOf2026) {
    const std::vector<Interval> weeks = {
        from_to("2026-01-12", "2026-01-18"), from_to("2026-02-16", "2026-02-22"),
        from_to("2026-03-16", "2026-03-22"), from_to("2026-04-13", "2026-04-19"),
        from_to("2026-05-18", "2026-05-24"), from_to("2026-06-15", "2026-06-21"),
        from_to("2026-07-13", "2026-07-19"), from_to("2026-08-17", "2026-08-23"),
        from_to("2026-09-14", "2026-09-20"), from_to("2026-10-12", "2026-10-18"),
        from_to("2026-11-16", "2026-11-22"), from_to("2026-12-14", "2026-12-20")};
    const Spans third = third_week(make_date(2026, 1, 1));
    EXPECT_EQ(third.between(make_date(2026, 1, 1), make_date(2027, 1, 1)), weeks);
    EXPECT_EQ(third, nth_week(3, make_date(2026, 1, 1)));
    for (std::size_t k = 0; k < weeks.size(); ++k) {
        EXPECT_EQ(third.nth(static_cast<std::int64_t>(k)), weeks[k]);
    }
}

TEST(NthWeek, IsTheConventionsWeekInEveryMonth) {
    for (const WeekConvention convention : all_conventions()) {
        for (const int n : week_numbers) {
            std::vector<Interval> expected;
            for (int month = 0; month < 12 * 201; ++month) {
                if (const auto week = convention.week(1900 + month / 12, month % 12 + 1, n)) {
                    expected.push_back(*week);
                }
            }
            const Spans weeks = nth_week(n, make_date(1900, 1, 1), convention);
            // By first day, since those of December 2100 may end in 2101 and January's may begin
            // in December.
            const auto found =
                weeks.between(expected.front().begin(), near(expected.back().begin(), 1));
            ASSERT_EQ(found, expected) << convention << " week " << n;
        }
    }
}

TEST(NthWeek, StartBoundsTheAnchorsNotTheFirstDays) {
    // The third Thursday of January 2026 is the 15th; its week began on the 12th.
    EXPECT_EQ(third_week(make_date(2026, 1, 15)).nth(0), from_to("2026-01-12", "2026-01-18"));
    EXPECT_EQ(third_week(make_date(2026, 1, 13)).nth(0), from_to("2026-01-12", "2026-01-18"));
    EXPECT_EQ(third_week(make_date(2026, 1, 16)).nth(0), from_to("2026-02-16", "2026-02-22"));
    EXPECT_TRUE(third_week(make_date(2026, 1, 15)).contains(make_date(2026, 1, 12)));
    EXPECT_FALSE(third_week(make_date(2026, 1, 16)).contains(make_date(2026, 1, 18)));
}

TEST(NthWeek, NumbersThatNoMonthHas) {
    for (const int n : {0, 6, -6, 100, std::numeric_limits<int>::min()}) {
        EXPECT_ERROR(nth_week(n), ProbityError);
        EXPECT_ERROR(nth_week_rule(n), ProbityError);
        EXPECT_ERROR(weekday_of_week(WE, n), ProbityError);
    }
    EXPECT_MESSAGE(nth_week(6), ProbityError,
                   "week 6 of a month: weeks are 1 to 5, or -1 to -5 from the month's end");
}

TEST(NthWeek, RuleIsTheAnchorsWeekday) {
    EXPECT_EQ(nth_week_rule(3), (SpanRule{Rule::parse("FREQ=MONTHLY;BYDAY=3TH"), -3, 7}));
    EXPECT_EQ(nth_week_rule(-1, WeekConvention::full_weeks()),
              (SpanRule{Rule::parse("FREQ=MONTHLY;BYDAY=-1MO"), 0, 7}));
    EXPECT_EQ(nth_week_rule(1, WeekConvention::cldr_kr()),
              (SpanRule{Rule::parse("FREQ=MONTHLY;BYDAY=1SA"), -6, 7}));
}

// --- Spans of any kind ----------------------------------------------------------------------------

// The spans of a recurrence, one by one: what the class must agree with.
std::vector<Interval> spans_of(const Recurrence& anchors, std::int32_t offset, std::int32_t days) {
    std::vector<Interval> spans;
    for (const DayNumber anchor : anchors.between(first_date()).day_numbers()) {
        const std::int64_t first = std::int64_t{anchor} + offset;
        if (first < first_day_number || first + days - 1 > last_day_number) continue;
        spans.push_back(Interval::of_days(date_of(first), days));
    }
    return spans;
}

void expect_spans(const Spans& spans, const std::vector<Interval>& expected,
                  const std::vector<Date>& dates) {
    SCOPED_TRACE(to_string(spans));
    const auto size = static_cast<std::int64_t>(expected.size());
    EXPECT_EQ(spans.count(first_date()), size);
    EXPECT_EQ(spans.nth(size), std::nullopt);
    for (std::size_t k = 0; k < expected.size(); k += 1 + expected.size() / 7) {
        EXPECT_EQ(spans.nth(static_cast<std::int64_t>(k)), expected[k]);
    }
    if (!expected.empty()) {
        EXPECT_EQ(spans.nth(size - 1), expected.back());
    }
    const Recurrence days = spans.days();
    for (const Date& date : dates) {
        SCOPED_TRACE(to_string(date));
        std::optional<Interval> covering;
        std::optional<Interval> next;
        std::optional<Interval> last;
        std::vector<Interval> in_window;
        std::int64_t begins_in_window = 0;
        const Date end = near(date, 45);
        for (const Interval& span : expected) {
            if (span.contains(date)) covering = span;
            if (span.begin() > date && !next) next = span;
            if (span.begin() < date) last = span;
            // On 9999-12-31 the window is empty.
            if (date == end || span.begin() >= end) continue;
            if (span.last() >= date) in_window.push_back(span);
            if (span.begin() >= date) ++begins_in_window;
        }
        EXPECT_EQ(spans.covering(date), covering);
        EXPECT_EQ(spans.contains(date), covering.has_value());
        EXPECT_EQ(days.contains(date), covering.has_value());
        EXPECT_EQ(spans.next_after(date), next);
        EXPECT_EQ(spans.last_before(date), last);
        EXPECT_EQ(spans.between(date, end), in_window);
        EXPECT_EQ(spans.count(date, end), begins_in_window);
    }
}

TEST(Spans, QuestionsAgreeWithEachOther) {
    RandomRules random(31);
    for (int i = 0; i < 60; ++i) {
        const Date start = random_date(random, make_date(2020, 1, 1), make_date(2030, 1, 1));
        const std::string text = sample_rules()[static_cast<std::size_t>(
            random.number(0, static_cast<std::int64_t>(sample_rules().size()) - 1))];
        const Recurrence anchors(Rule::parse(text).with_until(near(start, 3000)), start);
        const auto offset = static_cast<std::int32_t>(
            random.number(0, 1) == 0 ? random.number(-7, 7) : random.number(-366, 366));
        const auto length = static_cast<std::int32_t>(
            random.number(0, 1) == 0 ? random.number(1, 14) : random.number(1, 366));
        std::vector<Date> dates;
        for (int j = 0; j < 8; ++j) dates.push_back(near(start, random.number(-500, 3500)));
        expect_spans(Spans(anchors, offset, length), spans_of(anchors, offset, length), dates);
    }
}

TEST(Spans, AtTheEndsOfTheRange) {
    RandomRules random(32);
    const Date early = first_date();
    const Date late = make_date(9998, 1, 1);
    for (const std::string& text : sample_rules()) {
        for (int i = 0; i < 2; ++i) {
            const auto offset = static_cast<std::int32_t>(random.number(-40, 40));
            const auto length = static_cast<std::int32_t>(random.number(1, 60));
            const Recurrence first(Rule::parse(text).with_until(make_date(1401, 6, 1)), early);
            std::vector<Date> dates = {first_date(), near(first_date(), 1)};
            for (int j = 0; j < 4; ++j) dates.push_back(near(first_date(), random.number(2, 90)));
            expect_spans(Spans(first, offset, length), spans_of(first, offset, length), dates);

            const Recurrence last(Rule::parse(text), late);
            dates = {last_date(), near(last_date(), -1)};
            for (int j = 0; j < 4; ++j) dates.push_back(near(last_date(), -random.number(2, 90)));
            expect_spans(Spans(last, offset, length), spans_of(last, offset, length), dates);
        }
    }
}

TEST(Spans, WeeksThatLeaveTheRangeAreNone) {
    // The week of Saturday 1400-01-04 by rows that begin on Sunday would begin in 1399.
    const Spans rows = nth_week(1, first_date(), WeekConvention::cldr_kr());
    EXPECT_EQ(weekday_of(first_date()), WE);
    EXPECT_EQ(rows.nth(0), from_to("1400-01-26", "1400-02-01"));
    EXPECT_FALSE(rows.contains(first_date()));
    EXPECT_FALSE(rows.days().contains(first_date()));
    // The last ISO week of December 9999 is 27 December to 2 January.
    const Spans last = nth_week(-1);
    EXPECT_EQ(last.last_before(last_date()), from_to("9999-11-22", "9999-11-28"));
    EXPECT_EQ(last.covering(make_date(9999, 12, 28)), std::nullopt);
    EXPECT_FALSE(last.days().contains(make_date(9999, 12, 28)));
    EXPECT_EQ(last.days().next_after(make_date(9999, 11, 28)), std::nullopt);
    EXPECT_EQ(last.next_after(make_date(9999, 11, 22)), std::nullopt);
}

TEST(Spans, OverlappingOnesAreCoveredByTheLastToBegin) {
    const Spans spans(recurrence("FREQ=DAILY", "2026-01-01"), 0, 10);
    EXPECT_EQ(spans.covering(make_date(2026, 1, 5)), from_to("2026-01-05", "2026-01-14"));
    EXPECT_EQ(spans.between(make_date(2026, 1, 5), make_date(2026, 1, 6)).size(), 5U);
    EXPECT_TRUE(spans.days().same_dates(recurrence("FREQ=DAILY", "2026-01-01")));
    // Spans that begin later no longer fit; one that began earlier still covers the last days.
    EXPECT_EQ(spans.covering(last_date()), from_to("9999-12-22", "9999-12-31"));
    EXPECT_EQ(spans.covering(make_date(9999, 12, 23)), from_to("9999-12-22", "9999-12-31"));
}

TEST(Spans, DaysAreThoseOfAllSpans) {
    RandomRules random(33);
    for (int i = 0; i < 25; ++i) {
        const Recurrence anchors = recurrence(random.next());
        const auto offset = static_cast<std::int32_t>(random.number(-30, 30));
        const auto length = static_cast<std::int32_t>(random.number(1, 90));
        const Spans spans(anchors, offset, length);
        const Date begin = make_date(2030, 1, 1);
        const Date end = make_date(2040, 1, 1);
        DateSet expected;
        for (const Interval& span : spans.between(begin, end))
            expected = expected | DateSet::of(span);
        EXPECT_EQ(spans.days().between(begin, end), expected.between(begin, end)) << spans;
        EXPECT_EQ(spans.days().count(begin, end),
                  static_cast<std::int64_t>(expected.between(begin, end).size()))
            << spans;
        EXPECT_EQ(spans.first_days().between(begin, end),
                  anchors.shift(offset).between(begin, end));
    }
}

TEST(Spans, OfTheKoreanCalendarKnowTheirHorizon) {
    // Seollal with the day before and after.
    const Spans holiday(recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2000-01-01"),
                        -1, 3);
    EXPECT_EQ(holiday.next_after(make_date(2026, 1, 1)), from_to("2026-02-16", "2026-02-18"));
    EXPECT_EQ(holiday.covering(make_date(2026, 2, 18)), from_to("2026-02-16", "2026-02-18"));
    EXPECT_ERROR(holiday.next_after(make_date(2100, 12, 1)), HorizonError);
    EXPECT_ERROR(holiday.covering(make_date(2150, 1, 1)), HorizonError);
    EXPECT_ERROR(holiday.days().contains(make_date(2150, 1, 1)), HorizonError);
    EXPECT_ERROR(holiday.between(make_date(2090, 1, 1)), HorizonError);
    EXPECT_FALSE(holiday.is_finite());
}

TEST(Spans, OfOneDayAreItsAnchors) {
    const Recurrence weekly = recurrence("FREQ=WEEKLY", "2026-01-01");
    const Spans spans(weekly, 0, 1);
    EXPECT_EQ(spans.count(first_date()), weekly.count(first_date()));
    EXPECT_EQ(spans.count(make_date(2026, 1, 1), make_date(2026, 2, 1)), 5);
    EXPECT_EQ(spans.nth(1), from_to("2026-01-08", "2026-01-08"));
    EXPECT_EQ(spans.days(), weekly);
    EXPECT_EQ(Spans(recurrence("FREQ=DAILY", "9999-12-31"), 0, 1).count(last_date()), 1);
}

TEST(Spans, LengthsAndOffsetsOutOfReachAreRefused) {
    const Recurrence daily = recurrence("FREQ=DAILY", "2026-01-01");
    for (const int days : {0, -1, 367, std::numeric_limits<int>::max()}) {
        EXPECT_ERROR(Spans(daily, 0, days), ProbityError);
    }
    for (const int offset : {367, -367, std::numeric_limits<int>::min()}) {
        EXPECT_ERROR(Spans(daily, offset, 1), ProbityError);
    }
    EXPECT_EQ(Spans(daily, -366, 366).nth(0), from_to("2024-12-31", "2025-12-31"));
    EXPECT_EQ(Spans(daily, 366, 1).nth(0), from_to("2027-01-02", "2027-01-02"));
    EXPECT_ERROR(Spans(daily, 0, 1).nth(-1), ProbityError);
    for (const auto special : {boost::gregorian::not_a_date_time, boost::gregorian::pos_infin}) {
        EXPECT_ERROR(Spans(daily, 0, 7).covering(Date(special)), DateError);
        EXPECT_ERROR(Spans(daily, 0, 7).contains(Date(special)), DateError);
        EXPECT_ERROR(Spans(daily, 0, 7).next_after(Date(special)), DateError);
    }
    EXPECT_TRUE(Spans(daily, 0, 7).between(make_date(2026, 2, 2), make_date(2026, 2, 2)).empty());
}

TEST(Spans, AreComparedByContent) {
    const Recurrence a = recurrence("FREQ=DAILY", "2026-01-01");
    const Recurrence b = recurrence("FREQ=WEEKLY", "2026-01-01");
    const std::vector<Spans> different = {Spans(a, 0, 7),  Spans(b, 0, 7), Spans(a, 1, 7),
                                          Spans(a, -1, 7), Spans(a, 0, 8), Spans(a, 7, 1)};
    for (std::size_t i = 0; i < different.size(); ++i) {
        for (std::size_t j = 0; j < different.size(); ++j) {
            EXPECT_EQ(different[i] == different[j], i == j);
            EXPECT_EQ(different[i].hash() == different[j].hash(), i == j);
        }
    }
    EXPECT_EQ(third_week(make_date(2026, 1, 1)), third_week(make_date(2026, 1, 1)));
    EXPECT_EQ(third_week(make_date(2026, 1, 1)).days(), third_week(make_date(2026, 1, 1)).days());
    EXPECT_NE(Spans(a, 0, 7).days(), Spans(a, 0, 8).days());
    std::ostringstream out;
    out << third_week(make_date(2026, 1, 1));
    EXPECT_EQ(out.str(),
              "Spans(Recurrence(FREQ=MONTHLY;BYDAY=3TH, 2026-01-01), offset=-3, days=7)");
}

// --- A weekday of a week --------------------------------------------------------------------------

TEST(WeekdayOfWeek, IsThatDayOfTheConventionsWeek) {
    const Date start = make_date(2000, 1, 1);
    const Date end = make_date(2051, 1, 1);
    for (const WeekConvention convention : all_conventions()) {
        for (const int n : week_numbers) {
            // A month more either way: its days may lie in the window.
            std::vector<DayNumber> weeks;
            for (int month = 12 * 2000 - 1; month <= 12 * 2051; ++month) {
                const auto week = convention.week(month / 12, month % 12 + 1, n);
                if (week) weeks.push_back(day_number(week->begin()));
            }
            for (int index = 0; index < 7; ++index) {
                const Weekday weekday = Weekday::from_index(index);
                const int into_week = (index - convention.first_day().index() + 7) % 7;
                std::vector<DayNumber> expected;
                for (const DayNumber first : weeks) {
                    const DayNumber day = first + into_week;
                    if (day >= day_number(start) && day < day_number(end)) expected.push_back(day);
                }
                const Recurrence r = weekday_of_week(weekday, n, {}, start, convention);
                ASSERT_EQ(r.between(first_date(), end).day_numbers(), expected)
                    << weekday << " of week " << n << " by " << convention << ": " << r;
            }
        }
    }
}

TEST(WeekdayOfWeek, OfSomeMonths) {
    const Date start = make_date(2010, 1, 1);
    const Date end = make_date(2040, 1, 1);
    const std::vector<int> months = {12, 3, 1, 3};
    for (const WeekConvention convention : {WeekConvention::iso(), WeekConvention::cldr_kr(),
                                            WeekConvention::full_weeks(), WeekConvention(WE, 2)}) {
        for (int index = 0; index < 7; ++index) {
            for (const int n : week_numbers) {
                const int into_week = (index - convention.first_day().index() + 7) % 7;
                std::vector<DayNumber> expected;
                for (int year = 2009; year <= 2040; ++year) {
                    for (const int month : {1, 3, 12}) {
                        const auto week = convention.week(year, month, n);
                        if (!week) continue;
                        const DayNumber day = day_number(week->begin()) + into_week;
                        if (day >= day_number(start) && day < day_number(end)) {
                            expected.push_back(day);
                        }
                    }
                }
                const Recurrence r =
                    weekday_of_week(Weekday::from_index(index), n, months, start, convention);
                ASSERT_EQ(r.between(first_date(), end).day_numbers(), expected) << r;
            }
        }
    }
    EXPECT_ERROR(weekday_of_week(WE, 3, {13}), RuleError);
    EXPECT_ERROR(weekday_of_week(WE, 3, {0}), RuleError);
    EXPECT_ERROR(weekday_of_week(MO, 5, {-1}), RuleError);
}

TEST(WeekdayOfWeek, WednesdayOfTheThirdWeekOfMarch) {
    const Recurrence r = weekday_of_week(WE, 3, {3}, make_date(2013, 1, 1));
    EXPECT_EQ(r.next_after(make_date(2024, 1, 1)), make_date(2024, 3, 20));
    // It differs from the third Wednesday in these years only.
    const Recurrence third = third_wednesday(3, make_date(2013, 1, 1));
    std::vector<int> years;
    for (const Date& date : (r - third).between(make_date(2013, 1, 1), make_date(2051, 1, 1))) {
        years.push_back(date.year());
    }
    EXPECT_EQ(years, (std::vector<int>{2018, 2029, 2035, 2040, 2046}));
}

TEST(WeekdayOfWeek, StartBoundsTheDatesThemselves) {
    // ISO week 1 of January 2026 is 29 December to 4 January: its Monday lies in 2025.
    EXPECT_EQ(weekday_of_week(MO, 1, {1}, make_date(2025, 12, 29)).nth(0), make_date(2025, 12, 29));
    EXPECT_EQ(weekday_of_week(MO, 1, {1}, make_date(2025, 12, 30)).nth(0), make_date(2027, 1, 4));
    EXPECT_EQ(weekday_of_week(SU, 1, {1}, make_date(2026, 1, 4)).nth(0), make_date(2026, 1, 4));
    // ISO week 5 of October 2026 is 26 October to 1 November.
    EXPECT_EQ(weekday_of_week(SU, 5, {10}, make_date(2026, 11, 1)).nth(0), make_date(2026, 11, 1));
    EXPECT_EQ(weekday_of_week(SU, 5, {10}, make_date(2026, 11, 2)).nth(0), make_date(2030, 11, 3));
}

TEST(WeekdayOfWeek, AtTheEndsOfTheRange) {
    for (const WeekConvention convention : all_conventions()) {
        for (int index = 0; index < 7; ++index) {
            for (const int n : {1, 5, -1, -5}) {
                const Weekday weekday = Weekday::from_index(index);
                const Recurrence all = weekday_of_week(weekday, n, {}, first_date(), convention);
                for (const Date& date : all.between(first_date(), make_date(1400, 4, 1))) {
                    EXPECT_EQ(weekday_of(date), weekday);
                }
                const Recurrence last = weekday_of_week(weekday, n, {}, last_date(), convention);
                EXPECT_EQ(last.next_after(last_date()), std::nullopt);
                EXPECT_EQ(last.contains(last_date()), all.contains(last_date()));
                EXPECT_EQ(last.count(first_date()), all.contains(last_date()) ? 1 : 0);
            }
        }
    }
}

TEST(ThirdWednesday, OfEveryMonthOrOfOne) {
    EXPECT_EQ(third_wednesday(), recurrence("FREQ=MONTHLY;BYDAY=3WE", "1400-01-01"));
    EXPECT_EQ(third_wednesday(3, make_date(2026, 1, 1)),
              recurrence("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE", "2026-01-01"));
    EXPECT_EQ(third_wednesday(3, make_date(2026, 1, 1)).nth(0), make_date(2026, 3, 18));
    EXPECT_ERROR(third_wednesday(13), RuleError);
    EXPECT_ERROR(third_wednesday(0), RuleError);
}

TEST(SpanDays, OfTheLastSpanAreAllThere) {
    // The rule ends on its last anchor: the first day of the week, or its Thursday.
    struct Case {
        const char* rule;
        const char* start;
        int offset;
    };
    for (const auto& [rule, start, offset] :
         {Case{"FREQ=WEEKLY;COUNT=2", "2026-01-05", 0},
          Case{"FREQ=WEEKLY;UNTIL=20260112", "2026-01-05", 0},
          Case{"FREQ=WEEKLY;UNTIL=20260118", "2026-01-05", 0},
          Case{"FREQ=WEEKLY;COUNT=2", "2026-01-08", -3},
          Case{"FREQ=WEEKLY;UNTIL=20260115", "2026-01-08", -3}}) {
        const Spans weeks(Recurrence(Rule::parse(rule), parse_date(start)), offset, 7);
        const Recurrence days = weeks.days();
        EXPECT_EQ(days.count(first_date()), 14) << rule;
        EXPECT_EQ(days.last_before(last_date()), make_date(2026, 1, 18)) << rule;
        EXPECT_TRUE(days.contains(make_date(2026, 1, 18))) << rule;
        EXPECT_FALSE(days.contains(make_date(2026, 1, 19))) << rule;
        EXPECT_EQ(days.nth(13), make_date(2026, 1, 18)) << rule;
        EXPECT_EQ((days & Recurrence(Rule::parse("FREQ=DAILY"), make_date(2026, 1, 18))).nth(0),
                  make_date(2026, 1, 18))
            << rule;
    }
}

}  // namespace spans_test
}  // namespace probity::testing
