#include "probity/planning/observance.hpp"

#include <gtest/gtest.h>

#include "probity/recurrence/spans.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace observance_test {

Observance songpa_week() {
    return {.id = "integrity-week",
            .kind = ObservanceKind::week,
            .title = {"청렴주간", "Integrity Week"},
            .rules = {{.begin = make_date(2023, 3, 1), .rule = NthWeek{3}}}};
}

Observance songpa_day() {
    return {.id = "integrity-day",
            .kind = ObservanceKind::day,
            .title = {"청렴데이", "Integrity Day"},
            .rules = {{.begin = make_date(2024, 1, 1), .rule = WeekdayOfWeek{WE, 3, {3}}}},
            .records = {{.nominal = std::nullopt, .observed = make_date(2023, 3, 14)},
                        {.nominal = make_date(2024, 3, 20), .observed = make_date(2024, 3, 20)}}};
}

std::vector<std::string> first_days(const std::vector<Occurrence>& occurrences) {
    std::vector<std::string> out;
    for (const Occurrence& each : occurrences) out.push_back(to_string(each.observed.begin()));
    return out;
}

using Dates = std::vector<std::string>;

TEST(IntegrityWeek, TwelveThirdWeeksOf2026) {
    EXPECT_EQ(first_days(songpa_week().occurrences(year_of(2026))),
              (Dates{"2026-01-12", "2026-02-16", "2026-03-16", "2026-04-13", "2026-05-18",
                     "2026-06-15", "2026-07-13", "2026-08-17", "2026-09-14", "2026-10-12",
                     "2026-11-16", "2026-12-14"}));
}

TEST(IntegrityWeek, BeginsWithTheMonthOfItsAnnouncement) {
    const auto weeks = songpa_week().occurrences(year_of(2023));
    ASSERT_EQ(weeks.size(), 10u);
    EXPECT_EQ(to_string(weeks.front().observed), "[2023-03-13, 2023-03-20)");
}

TEST(IntegrityWeek, HoldsThePublishedObservances) {
    // The Day of 2023, the broadcast of June 2023 and the Day of 2024 all fell in a third week.
    for (const Date& date :
         {make_date(2023, 3, 14), make_date(2023, 6, 13), make_date(2024, 3, 20)}) {
        EXPECT_EQ(songpa_week().occurrences(Interval::of_days(date, 1)).size(), 1u)
            << to_string(date);
    }
}

TEST(IntegrityWeek, IsNamedByItsMonth) {
    const auto week = songpa_week().by_rule(make_date(2026, 3, 16));
    ASSERT_TRUE(week);
    EXPECT_EQ(week->period, "2026-03");
    EXPECT_FALSE(songpa_week().by_rule(make_date(2026, 3, 17)));
}

TEST(FirstWeek, ThatBeginsInTheMonthBeforeBelongsToItsOwnMonth) {
    Observance observance = songpa_week();
    observance.rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{1}}};
    const auto weeks = observance.occurrences(year_of(2026));
    ASSERT_FALSE(weeks.empty());
    EXPECT_EQ(to_string(weeks.front().observed), "[2025-12-29, 2026-01-05)");
    EXPECT_EQ(weeks.front().period, "2026-01");
}

TEST(IntegrityDay, Of2023HasNoNominalDate) {
    const auto days = songpa_day().occurrences(year_of(2023));
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days[0].observed.begin(), make_date(2023, 3, 14));
    EXPECT_FALSE(days[0].nominal);
    EXPECT_EQ(days[0].period, "2023");
    EXPECT_EQ(days[0].changes, 0);
}

TEST(IntegrityDay, Of2024WasHeldAsTheRuleSays) {
    const auto days = songpa_day().occurrences(year_of(2024));
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days[0].nominal->begin(), make_date(2024, 3, 20));
    EXPECT_EQ(days[0].observed.begin(), make_date(2024, 3, 20));
    EXPECT_EQ(days[0].record, 1u);
    EXPECT_EQ(days[0].changes, 0);
}

TEST(IntegrityDay, Of2026IsWednesdayTheEighteenthOfMarch) {
    EXPECT_EQ(first_days(songpa_day().occurrences(year_of(2026))), (Dates{"2026-03-18"}));
}

TEST(IntegrityDay, AgreesWithWeekdayOfWeek) {
    const DateSet days = weekday_of_week(WE, 3, {3}, make_date(2024, 1, 1))
                             .between(make_date(2024, 1, 1), make_date(2124, 1, 1));
    const Interval century{make_date(2024, 1, 1), make_date(2124, 1, 1)};
    std::vector<Date> found;
    for (const Occurrence& day : songpa_day().occurrences(century)) {
        found.push_back(day.observed.begin());
    }
    EXPECT_EQ(DateSet(found), days);
    EXPECT_EQ(found.size(), 100u);
}

TEST(MovedOccurrence, KeepsBothDatesAndItsPeriod) {
    Observance observance = songpa_week();
    observance.records = {{.nominal = make_date(2026, 2, 16), .observed = make_date(2026, 2, 9)},
                          {.nominal = make_date(2026, 2, 16), .observed = make_date(2026, 2, 23)}};
    const auto weeks =
        observance.occurrences(Interval{make_date(2026, 2, 1), make_date(2026, 3, 1)});
    ASSERT_EQ(weeks.size(), 1u);
    EXPECT_EQ(to_string(weeks[0].observed), "[2026-02-23, 2026-03-02)");
    EXPECT_EQ(to_string(*weeks[0].nominal), "[2026-02-16, 2026-02-23)");
    EXPECT_EQ(weeks[0].period, "2026-02");
    EXPECT_EQ(weeks[0].changes, 2);
    EXPECT_EQ(weeks[0].record, 1u);
}

TEST(MovedOccurrence, IsFoundWhereItWentAndNotWhereItWas) {
    Observance observance = songpa_week();
    observance.records = {{.nominal = make_date(2026, 12, 14), .observed = make_date(2027, 1, 4)}};
    EXPECT_EQ(observance.occurrences(year_of(2026)).size(), 11u);
    const auto next = observance.occurrences(year_of(2027));
    ASSERT_EQ(next.size(), 13u);
    EXPECT_EQ(next.front().period, "2026-12");
}

/// Integrity Day of 2026, after some records.
Occurrence day_of_2026(std::vector<RecordedOccurrence> records) {
    Observance day = songpa_day();
    day.records = std::move(records);
    return day.occurrences(year_of(2026)).at(0);
}

RecordedOccurrence of_2026(const Date& observed,
                           std::optional<OccurrenceStatus> status = std::nullopt,
                           std::optional<Date> on = std::nullopt) {
    return {.nominal = make_date(2026, 3, 18), .observed = observed, .status = status, .on = on};
}

TEST(RecordedOccurrence, OfADocumentWithoutStatusWasHeldOrMoved) {
    const Date rule = make_date(2026, 3, 18);
    const Occurrence held = day_of_2026({of_2026(rule)});
    EXPECT_EQ(held.status, OccurrenceStatus::held);
    EXPECT_TRUE(held.held_on_record);
    const Occurrence moved = day_of_2026({of_2026(make_date(2026, 3, 25))});
    EXPECT_EQ(moved.status, OccurrenceStatus::moved);
    EXPECT_TRUE(moved.held_on_record);
    const Occurrence unknown = day_of_2026({});
    EXPECT_EQ(unknown.status, std::nullopt);
    EXPECT_FALSE(unknown.held_on_record);
    EXPECT_TRUE(unknown.takes_place());
}

TEST(RecordedOccurrence, SaidBeforeItsFirstDayIsNotHeld) {
    const Date rule = make_date(2026, 3, 18);
    EXPECT_FALSE(day_of_2026({of_2026(rule, {}, make_date(2026, 3, 17))}).held_on_record);
    EXPECT_EQ(day_of_2026({of_2026(rule, {}, make_date(2026, 3, 17))}).status, std::nullopt);
    EXPECT_TRUE(day_of_2026({of_2026(rule, {}, rule)}).held_on_record);
    const Date later = make_date(2026, 3, 25);
    const auto moved = OccurrenceStatus::moved;
    EXPECT_FALSE(day_of_2026({of_2026(later, moved, make_date(2026, 3, 24))}).held_on_record);
    EXPECT_TRUE(day_of_2026({of_2026(later, moved, later)}).held_on_record);
}

TEST(RecordedOccurrence, TheLastOneHoldsAndChangesAreCounted) {
    using enum OccurrenceStatus;
    const Date rule = make_date(2026, 3, 18);
    const Date later = make_date(2026, 3, 25);
    const Occurrence off = day_of_2026({of_2026(later, moved), of_2026(later, cancelled)});
    EXPECT_FALSE(off.takes_place());
    EXPECT_FALSE(off.held_on_record);
    EXPECT_EQ(off.changes, 2);
    EXPECT_EQ(off.observed.begin(), later);
    const Occurrence on_again = day_of_2026({of_2026(rule, cancelled), of_2026(rule, held)});
    EXPECT_TRUE(on_again.takes_place());
    EXPECT_TRUE(on_again.held_on_record);
    EXPECT_EQ(on_again.changes, 2);
    EXPECT_EQ(day_of_2026({of_2026(rule, held)}).changes, 0);
    EXPECT_EQ(day_of_2026({of_2026(rule, not_held)}).changes, 1);
}

TEST(RecordedOccurrence, WithoutNominalDateFollowsTheOneOfItsDay) {
    Observance week = songpa_week();
    const Date extra = make_date(2026, 8, 3);
    week.records = {{.observed = extra, .on = make_date(2026, 7, 1)},
                    {.observed = extra, .status = OccurrenceStatus::held}};
    const auto found = week.occurrences(Interval::of_days(extra, 1));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].held_on_record);
    EXPECT_EQ(found[0].record, 1u);
}

TEST(AsRecorded, IsTheOccurrenceOfANominalDateWhereverItWent) {
    Observance day = songpa_day();
    day.records = {of_2026(make_date(2026, 3, 25))};
    EXPECT_EQ(day.as_recorded(make_date(2026, 3, 18))->observed.begin(), make_date(2026, 3, 25));
    EXPECT_EQ(day.as_recorded(make_date(2027, 3, 17))->record, std::nullopt);
    EXPECT_EQ(day.as_recorded(make_date(2027, 3, 18)), std::nullopt);
}

TEST(OccurrenceStatus, ReadsWhatItPrints) {
    using enum OccurrenceStatus;
    for (const OccurrenceStatus status : {held, not_held, cancelled, moved}) {
        EXPECT_EQ(parse_occurrence_status(to_string(status)), status);
    }
    EXPECT_MESSAGE(parse_occurrence_status("off"), ProbityError,
                   "'off' is no status of an occurrence: it is held, not_held, cancelled or moved");
    EXPECT_EQ(in_words(not_held), (Text{"미실시", "not held"}));
}

TEST(RuleVersions, ThatEndBetweenAWeeksFirstDayAndItsAnchorLeaveThatWeekOut) {
    // The third week of March 2026 begins on Monday the 16th; it counts by Thursday the 19th.
    Observance week = songpa_week();
    const auto in_march = [&](const Date& end) {
        week.rules[0].end = end;
        return week.occurrences(Interval{make_date(2026, 3, 1), make_date(2026, 4, 1)}).size();
    };
    EXPECT_EQ(in_march(make_date(2026, 3, 20)), 1u);
    EXPECT_EQ(in_march(make_date(2026, 3, 19)), 0u);
    EXPECT_EQ(in_march(make_date(2026, 3, 17)), 0u);
}

TEST(RuleVersions, HandOverWithoutGapOrOverlap) {
    Observance observance = songpa_week();
    observance.rules = {
        {.begin = make_date(2023, 3, 1), .end = make_date(2026, 7, 1), .rule = NthWeek{3}},
        {.begin = make_date(2026, 7, 1), .rule = NthWeek{2}}};
    const auto weeks = observance.occurrences(year_of(2026));
    ASSERT_EQ(weeks.size(), 12u);
    EXPECT_EQ(to_string(weeks[5].observed.begin()), "2026-06-15");
    EXPECT_EQ(to_string(weeks[6].observed.begin()), "2026-07-06");
    EXPECT_EQ(weeks[6].rule, 1u);
}

TEST(OtherOffices, WeekOfTheSecondMonday) {
    const SpanRule rule{Rule::parse("FREQ=MONTHLY;BYDAY=2MO"), 0, 7};
    Observance observance = songpa_week();
    observance.rules = {{.begin = make_date(2026, 1, 1), .rule = rule}};
    const auto weeks = observance.occurrences(year_of(2026));
    ASSERT_EQ(weeks.size(), 12u);
    EXPECT_EQ(to_string(weeks[2].observed), "[2026-03-09, 2026-03-16)");
    EXPECT_EQ(weeks[2].period, "2026-03");
}

TEST(OtherOffices, LastWeekThursday) {
    Observance observance = songpa_day();
    observance.records = {};
    observance.rules = {{.begin = make_date(2026, 1, 1), .rule = WeekdayOfWeek{TH, -1}}};
    const auto days = observance.occurrences(year_of(2026));
    ASSERT_EQ(days.size(), 12u);
    EXPECT_EQ(to_string(days[2].observed.begin()), "2026-03-26");
}

TEST(ObservanceRule, IsDescribedInBothLanguages) {
    const ObservanceRule week = NthWeek{3};
    EXPECT_EQ(describe(week, Language::english), "the third week of every month");
    EXPECT_EQ(describe(week, Language::korean), "매월 셋째 주");
    const ObservanceRule day = WeekdayOfWeek{WE, 3, {3}};
    EXPECT_EQ(describe(day, Language::english), "Wednesday of the third week of March");
    EXPECT_EQ(describe(day, Language::korean), "매년 3월 셋째 주 수요일 (주 기준 ISO)");
    const ObservanceRule last = WeekdayOfWeek{TH, -1, {}, WeekConvention::cldr_kr()};
    EXPECT_EQ(describe(last, Language::english),
              "Thursday of the last week of every month (weeks of CLDR_KR)");
    EXPECT_EQ(describe(last, Language::korean), "매월 마지막 주 목요일 (주 기준 CLDR_KR)");
    const ObservanceRule halves = NthWeek{-2, {1, 7}};
    EXPECT_EQ(describe(halves, Language::english), "the second last week of January and July");
    EXPECT_EQ(describe(halves, Language::korean), "매년 1월, 7월 끝에서 둘째 주");
}

TEST(ObservanceRule, RefusesWeeksAndMonthsThatDoNotExist) {
    EXPECT_THROW(static_cast<void>(span_rule(NthWeek{6})), ProbityError);
    EXPECT_THROW(static_cast<void>(span_rule(NthWeek{0})), ProbityError);
    EXPECT_THROW(static_cast<void>(span_rule(WeekdayOfWeek{WE, 3, {13}})), ProbityError);
    EXPECT_THROW(static_cast<void>(span_rule(WeekdayOfWeek{WE, 3, {3, 3}})), ProbityError);
}

// Every week rule, by every convention, gives what WeekConvention itself says month by month.
TEST(ObservanceRule, AgreesWithTheWeekConventionForAllPairs) {
    for (int first_day = 0; first_day < 7; ++first_day) {
        for (int minimum = 1; minimum <= 7; ++minimum) {
            const WeekConvention convention(Weekday::from_index(first_day), minimum);
            for (const int week : {1, 3, 5, -1}) {
                const Spans weeks = spans(NthWeek{week, {}, convention}, make_date(2026, 1, 1));
                std::int64_t k = 0;
                for (int month = 1; month <= 12; ++month) {
                    const auto expected = convention.week(2026, month, week);
                    if (!expected) continue;
                    EXPECT_EQ(weeks.nth(k++), expected)
                        << to_string(convention) << " week " << week << " month " << month;
                }
            }
        }
    }
}

TEST(WeekdayOfWeek, BeginsNoSoonerThanItsStartAtTheEndOfTime) {
    // Weeks from Tuesday belong to the month of their Friday: 9999-12-31 is the fifth, and the
    // Tuesday of its week is 9999-12-28.
    const WeekdayOfWeek rule{TU, 5, {}, WeekConvention(TU, 4)};
    const Date tuesday = make_date(9999, 12, 28);
    EXPECT_EQ(spans(rule, tuesday).nth(0), Interval::of_days(tuesday, 1));
    EXPECT_EQ(spans(rule, make_date(9999, 12, 29)).nth(0), std::nullopt);
    EXPECT_EQ(spans(rule, last_date()).nth(0), std::nullopt);
}

TEST(Period, IsTheYearForYearlyAndTheDateForIrregularRules) {
    const auto period = [](const char* rule, const Date& date) {
        Observance observance{.id = "x", .kind = ObservanceKind::day};
        observance.rules = {
            {.begin = make_date(2026, 1, 1), .rule = SpanRule{Rule::parse(rule), 0, 1}}};
        return observance.by_rule(date).value().period;
    };
    EXPECT_EQ(period("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE", make_date(2026, 3, 18)), "2026");
    EXPECT_EQ(period("FREQ=MONTHLY;BYDAY=3WE", make_date(2026, 3, 18)), "2026-03");
    EXPECT_EQ(period("FREQ=MONTHLY;BYMONTHDAY=18", make_date(2026, 3, 18)), "2026-03");
    EXPECT_EQ(period("FREQ=MONTHLY;BYDAY=1WE,3WE", make_date(2026, 3, 18)), "2026-03-18");
    EXPECT_EQ(period("FREQ=YEARLY;BYMONTH=3,9;BYDAY=3WE", make_date(2026, 3, 18)), "2026-03");
    EXPECT_EQ(period("FREQ=YEARLY;BYMONTHDAY=29", make_date(2026, 3, 29)), "2026-03");
    EXPECT_EQ(period("FREQ=WEEKLY;BYDAY=WE", make_date(2026, 3, 18)), "2026-03-18");
}

TEST(RecordedOccurrence, OfItsFirstDayShowsItHeld) {
    const Date day = make_date(2024, 3, 20);
    RecordedOccurrence record{.nominal = day, .observed = day};
    const auto says_on = [&](const Date& on) {
        record.on = on;
        return record.says();
    };
    EXPECT_EQ(says_on(add_days(day, -1)), std::nullopt);
    EXPECT_FALSE(record.shows_it_held());
    EXPECT_EQ(says_on(day), OccurrenceStatus::held);
    EXPECT_TRUE(record.shows_it_held());
    EXPECT_EQ(says_on(add_days(day, 1)), OccurrenceStatus::held);
    EXPECT_TRUE(record.shows_it_held());
}

TEST(MovedOccurrence, IsAsLongAsByItsRuleUnlessItSaysAnother) {
    // Three days from the 10th of each month on.
    Observance days{.id = "days",
                    .rules = {{.begin = make_date(2026, 1, 1),
                               .rule = SpanRule{Rule::parse("FREQ=MONTHLY;BYMONTHDAY=10"), 0, 3}}}};
    days.records = {{.nominal = make_date(2026, 3, 10), .observed = make_date(2026, 3, 17)}};
    const auto moved = [&] { return days.as_recorded(make_date(2026, 3, 10))->observed.days(); };
    EXPECT_EQ(moved(), 3);
    days.records[0].days = 2;
    EXPECT_EQ(moved(), 2);
}

TEST(RuleVersions, AreEachSpokenOfByRecords) {
    Observance week = songpa_week();
    week.rules = {
        {.begin = make_date(2023, 3, 1), .end = make_date(2025, 1, 1), .rule = NthWeek{3}},
        {.begin = make_date(2025, 1, 1), .rule = NthWeek{2}}};
    // The second week of March 2025 begins on the 10th.
    week.records = {{.nominal = make_date(2025, 3, 10), .observed = make_date(2025, 3, 24)}};
    EXPECT_EQ(week.unsound_record(), std::nullopt);
    EXPECT_EQ(first_days(week.occurrences(Interval(make_date(2025, 3, 1), make_date(2025, 4, 1)))),
              (Dates{"2025-03-24"}));
}

TEST(WeekdayOfWeek, BeginsWithTheFirstSuchDayFromItsStartOn) {
    // Monday of the third week, whose anchor is Thursday: 16 and 19 March 2026.
    const WeekdayOfWeek rule{MO, 3, {3}};
    EXPECT_EQ(spans(rule, make_date(2026, 3, 16)).nth(0)->begin(), make_date(2026, 3, 16));
    EXPECT_EQ(spans(rule, make_date(2026, 3, 17)).nth(0)->begin(), make_date(2027, 3, 15));
    // Sunday comes after the anchor.
    const WeekdayOfWeek sunday{SU, 3, {3}};
    EXPECT_EQ(spans(sunday, make_date(2026, 3, 22)).nth(0)->begin(), make_date(2026, 3, 22));
    EXPECT_EQ(spans(sunday, make_date(2026, 3, 23)).nth(0)->begin(), make_date(2027, 3, 21));
}

}  // namespace observance_test
}  // namespace probity
