// Combinations of recurrences: a | b, a & b, a - b, shifted ones, equality.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "samples.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace algebra_test {

const Date korean_end = make_date(2100, 12, 1);

// Every question about a window, against the set that should be there.
void expect_same(const Recurrence& r, const DateSet& expected, const Date& begin, const Date& end,
                 RandomRules& random) {
    SCOPED_TRACE(to_string(r));
    ASSERT_EQ(r.between(begin, end), expected);
    EXPECT_EQ(r.count(begin, end), static_cast<std::int64_t>(expected.size()));
    const std::int64_t before = r.count(first_date(), begin);
    if (!expected.empty()) {
        const auto last = static_cast<std::int64_t>(expected.size()) - 1;
        const std::int64_t k = random.number(0, last);
        EXPECT_EQ(r.nth(before + k), expected[static_cast<std::size_t>(k)]);
        EXPECT_EQ(r.nth(before), expected[0]);
        EXPECT_EQ(r.count(begin, expected[static_cast<std::size_t>(k)]), k);
    }
    for (int i = 0; i < 6; ++i) {
        const Date date = random_date(random, begin, near(end, -1));
        EXPECT_EQ(r.contains(date), expected.contains(date));
        if (const auto next = expected.next_after(date)) {
            EXPECT_EQ(r.next_after(date), next);
        }
        if (const auto last = expected.last_before(date)) {
            EXPECT_EQ(r.last_before(date), last);
        }
    }
}

struct Operands {
    Recurrence a;
    Recurrence b;
    Date begin;
    Date end;
};

Operands random_operands(RandomRules& random) {
    const RandomRule rule = random.number(0, 5) == 0 ? random.next_korean() : random.next();
    const RandomRule other = random.number(0, 5) == 0 ? random.next_korean() : random.next();
    const bool korean = (rule.text + other.text).find("DANGI") != std::string::npos;
    Date begin = near(std::min(to_date(rule.start), to_date(other.start)), -100);
    begin = std::min(begin, make_date(2090, 1, 1));
    const Date end = korean ? korean_end : near(begin, random.number(1000, 60000));
    return {recurrence(rule), recurrence(other), begin, end};
}

TEST(Algebra, GivesWhatDateSetsGive) {
    RandomRules random(21);
    for (int i = 0; i < 25; ++i) {
        const auto [a, b, begin, end] = random_operands(random);
        const DateSet in_a = a.between(begin, end);
        const DateSet in_b = b.between(begin, end);
        expect_same(a | b, in_a | in_b, begin, end, random);
        expect_same(a & b, in_a & in_b, begin, end, random);
        expect_same(a - b, in_a - in_b, begin, end, random);
    }
}

TEST(Algebra, CombinationsOfCombinations) {
    RandomRules random(22);
    for (int i = 0; i < 12; ++i) {
        const auto [a, b, begin, end] = random_operands(random);
        const Recurrence c = recurrence("FREQ=MONTHLY;BYDAY=MO,TU", "2000-01-01");
        const DateSet in_a = a.between(begin, end);
        const DateSet in_b = b.between(begin, end);
        const DateSet in_c = c.between(begin, end);
        expect_same((a | b) - c, (in_a | in_b) - in_c, begin, end, random);
        expect_same((a & c) | (b - c), (in_a & in_c) | (in_b - in_c), begin, end, random);
        expect_same((a - (b | c)).shift(10).shift(-10), in_a - (in_b | in_c), begin, end, random);
    }
}

TEST(Algebra, LawsOfSets) {
    RandomRules random(23);
    for (int i = 0; i < 5; ++i) {
        const Recurrence a = recurrence(random.next());
        const Recurrence b = recurrence(random.next());
        SCOPED_TRACE(to_string(a) + " and " + to_string(b));
        EXPECT_TRUE((a | b).same_dates(b | a));
        EXPECT_TRUE((a & b).same_dates(a - (a - b)));
        EXPECT_TRUE((a | b).same_dates((a - b) | b));
        EXPECT_TRUE((a | a).same_dates(a));
        EXPECT_TRUE((a & a).same_dates(a));
        EXPECT_EQ((a - a).nth(0), std::nullopt);
        EXPECT_EQ((a - a).count(first_date()), 0);
        EXPECT_EQ((a | b).count(first_date()),
                  a.count(first_date()) + b.count(first_date()) - (a & b).count(first_date()));
    }
}

TEST(Algebra, PartsThatDoNotMeet) {
    const Recurrence early = recurrence("FREQ=DAILY;UNTIL=14010101", "1400-01-01");
    const Recurrence late = recurrence("FREQ=DAILY", "9998-12-31");
    const Recurrence none = recurrence("FREQ=DAILY;UNTIL=20200101", "2026-01-01");
    EXPECT_EQ((early & late).nth(0), std::nullopt);
    EXPECT_EQ((early & late).next_after(first_date()), std::nullopt);
    EXPECT_EQ((early & late).last_before(last_date()), std::nullopt);
    EXPECT_TRUE((early & late).between(first_date()).empty());
    EXPECT_TRUE((early - late).same_dates(early));
    EXPECT_TRUE((early | none).same_dates(early));
    EXPECT_TRUE((none | early).same_dates(early));
    EXPECT_TRUE((none | none).same_dates(none));
    EXPECT_EQ((none | none).next_after(first_date()), std::nullopt);
    EXPECT_EQ((none - early).last_before(last_date()), std::nullopt);
    EXPECT_EQ((early | late).next_after(make_date(1401, 1, 1)), make_date(9998, 12, 31));
    EXPECT_EQ((early | late).last_before(make_date(9998, 12, 31)), make_date(1401, 1, 1));
    EXPECT_EQ((early | late).nth(367), make_date(9999, 1, 1));
    EXPECT_EQ((early | late).count(first_date()), 366 + 366);
    EXPECT_EQ((early | late).next_after(last_date()), std::nullopt);
    EXPECT_TRUE((early | late).contains(last_date()));
    EXPECT_TRUE((early | late).contains(first_date()));
}

TEST(Algebra, IsFiniteWhereItsPartsMakeItSo) {
    const Recurrence finite = recurrence("FREQ=DAILY;COUNT=3", "2026-01-01");
    const Recurrence infinite = recurrence("FREQ=DAILY", "2026-01-01");
    EXPECT_TRUE((finite | finite).is_finite());
    EXPECT_FALSE((finite | infinite).is_finite());
    EXPECT_TRUE((finite & infinite).is_finite());
    EXPECT_TRUE((infinite & finite).is_finite());
    EXPECT_FALSE((infinite & infinite).is_finite());
    EXPECT_TRUE((finite - infinite).is_finite());
    EXPECT_FALSE((infinite - finite).is_finite());
    EXPECT_TRUE(finite.shift(7).is_finite());
    EXPECT_FALSE(infinite.shift(7).is_finite());
}

TEST(Algebra, OfManyParts) {
    const Date start = make_date(2026, 1, 1);
    const Date end = make_date(2040, 1, 1);
    Recurrence all(Rule({.until = end, .by_year_day = {1}}), start);
    for (int day = 2; day <= 366; ++day) {
        all = all | Recurrence(Rule({.until = end, .by_year_day = {day}}), start);
    }
    EXPECT_TRUE(all.between(start, end) == DateSet::of(Interval(start, end)));
}

// --- The Korean calendar --------------------------------------------------------------------------

TEST(KoreanAlgebra, KnowsAsMuchAsItsParts) {
    const Recurrence seollal =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2000-01-01");
    const Recurrence thursdays = recurrence("FREQ=WEEKLY;BYDAY=TH", "2000-01-01");
    const Recurrence past = recurrence("FREQ=DAILY;UNTIL=20501231", "2000-01-01");

    EXPECT_EQ((seollal & thursdays).nth(0), make_date(2004, 1, 22));
    EXPECT_ERROR((seollal | thursdays).next_after(make_date(2101, 12, 31)), HorizonError);
    EXPECT_ERROR((thursdays - seollal).contains(make_date(2200, 1, 6)), HorizonError);
    EXPECT_ERROR((seollal & thursdays).count(first_date()), HorizonError);
    EXPECT_ERROR((seollal | past).nth(100'000), HorizonError);

    // What ends before the horizon is known to its end.
    EXPECT_EQ((past & seollal).next_after(make_date(2051, 1, 1)), std::nullopt);
    EXPECT_EQ((past - seollal).count(first_date()),
              past.count(first_date()) - seollal.count(first_date(), make_date(2051, 1, 1)));
    EXPECT_FALSE((seollal & past).contains(last_date()));
    EXPECT_EQ((past - seollal).last_before(last_date()), make_date(2050, 12, 31));
}

TEST(KoreanAlgebra, TheHorizonMovesWithAShift) {
    const Recurrence seollal =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2000-01-01");
    const Recurrence eve = seollal.shift(-1);
    EXPECT_EQ(eve.next_after(make_date(2026, 1, 1)), make_date(2026, 2, 16));
    EXPECT_TRUE(eve.contains(make_date(2026, 2, 16)));
    EXPECT_FALSE(eve.contains(make_date(2101, 1, 27)));
    EXPECT_ERROR(eve.contains(make_date(2101, 1, 28)), HorizonError);
    EXPECT_FALSE(seollal.shift(1).contains(make_date(2101, 1, 29)));
    EXPECT_ERROR(seollal.shift(1).contains(make_date(2101, 1, 30)), HorizonError);
    EXPECT_ERROR(eve.next_after(make_date(2100, 12, 31)), HorizonError);

    // All that is known is moved out of the range; the rest stays unknown.
    const Recurrence far_back = seollal.shift(-1'000'000);
    EXPECT_ERROR(far_back.next_after(first_date()), HorizonError);
    EXPECT_ERROR(far_back.contains(first_date()), HorizonError);
    EXPECT_ERROR(far_back.nth(0), HorizonError);
    // All that is unknown is moved out of it.
    const Recurrence far_on = seollal.shift(last_day_number - day_number(make_date(2100, 12, 31)));
    EXPECT_EQ(far_on.next_after(last_date()), std::nullopt);
    EXPECT_EQ(far_on.count(first_date()), 101);
}

// --- Equality -------------------------------------------------------------------------------------

TEST(Equality, OfCombinationsIsStructural) {
    const Recurrence a = recurrence("FREQ=WEEKLY;BYDAY=MO", "2026-01-01");
    const Recurrence b = recurrence("FREQ=WEEKLY;BYDAY=TU", "2026-01-01");
    const std::vector<Recurrence> different = {a,
                                               b,
                                               a | b,
                                               b | a,
                                               a & b,
                                               a - b,
                                               b - a,
                                               a | a,
                                               (a | b) | a,
                                               a | (b | a),
                                               a.shift(1),
                                               a.shift(2),
                                               a.shift(1).shift(1),
                                               (a | b).shift(1),
                                               a.shift(-1)};
    for (std::size_t i = 0; i < different.size(); ++i) {
        for (std::size_t j = 0; j < different.size(); ++j) {
            EXPECT_EQ(different[i] == different[j], i == j) << different[i] << different[j];
            EXPECT_EQ(different[i].hash() == different[j].hash(), i == j)
                << different[i] << different[j];
        }
    }
    const auto made_again = [] {
        return recurrence("BYDAY=MO;FREQ=WEEKLY", "2026-01-01") |
               recurrence("FREQ=WEEKLY;BYDAY=TU;INTERVAL=1", "2026-01-01");
    };
    EXPECT_EQ(made_again(), a | b);
    EXPECT_EQ(made_again().hash(), (a | b).hash());
    EXPECT_EQ(a.shift(0), a);
    EXPECT_EQ(to_string((a | b) - a.shift(3)),
              "((" + to_string(a) + " | " + to_string(b) + ") - " + to_string(a) + ".shift(3))");
}

TEST(Equality, CombinationsCanBeTakenApart) {
    using Operation = Recurrence::Step::Operation;
    const Recurrence a = recurrence("FREQ=WEEKLY;BYDAY=MO", "2026-01-01");
    const Recurrence b = recurrence("FREQ=WEEKLY;BYDAY=TU", "2026-01-01");
    const auto expect_parts = [&](const Recurrence& r, Operation operation) {
        const auto steps = r.steps();
        ASSERT_EQ(steps.size(), 3u);
        EXPECT_EQ(steps[2].operation, operation);
        EXPECT_FALSE(steps[2].rule);
        EXPECT_EQ(steps[steps[2].a].rule, a);
        EXPECT_EQ(steps[steps[2].b].rule, b);
        EXPECT_EQ(r.rule(), nullptr);
        EXPECT_EQ(r.start(), std::nullopt);
        EXPECT_TRUE(r.extra_dates().empty());
    };
    expect_parts(a | b, Operation::unite);
    expect_parts(a & b, Operation::intersect);
    expect_parts(a - b, Operation::subtract);
    const auto shifted = a.shift(-3).steps();
    ASSERT_EQ(shifted.size(), 2u);
    EXPECT_EQ(shifted[1].operation, Operation::shift);
    EXPECT_EQ(shifted[1].days, -3);
    EXPECT_EQ(shifted[shifted[1].a].rule, a);
}

TEST(SameDates, OfRulesWrittenDifferently) {
    const std::vector<std::pair<const char*, const char*>> same = {
        {"FREQ=MONTHLY;BYDAY=3WE", "FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=15,16,17,18,19,20,21"},
        {"FREQ=MONTHLY;BYDAY=3WE", "FREQ=MONTHLY;BYDAY=WE;BYSETPOS=3"},
        {"FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"},
        {"FREQ=DAILY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU"},
        {"FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "FREQ=DAILY"},
        {"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "FREQ=DAILY"},
        {"FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=1",
         "FREQ=MONTHLY;BYMONTHDAY=1"},
        {"FREQ=YEARLY;BYMONTHDAY=29", "FREQ=MONTHLY;BYMONTHDAY=29"},
        {"FREQ=YEARLY;BYYEARDAY=60", "FREQ=DAILY;BYMONTH=2,3;BYMONTHDAY=29,1;BYSETPOS=1"},
        {"FREQ=YEARLY;INTERVAL=2;BYMONTH=1", "FREQ=MONTHLY;INTERVAL=24"},
        {"FREQ=WEEKLY;INTERVAL=2", "FREQ=DAILY;INTERVAL=14"},
        {"FREQ=YEARLY;BYYEARDAY=-1", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"},
        {"FREQ=YEARLY;BYWEEKNO=1,2,-1;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTH=6",
         "FREQ=DAILY;BYMONTH=2;"
         "BYMONTHDAY=30"},
    };
    for (const auto& [a, b] : same) {
        const bool expected = std::string(a) != "FREQ=YEARLY;BYYEARDAY=60";  // see below
        EXPECT_EQ(recurrence(a, "2026-01-01").same_dates(recurrence(b, "2026-01-01")), expected)
            << a << " and " << b;
        EXPECT_EQ(recurrence(b, "2026-01-01").same_dates(recurrence(a, "2026-01-01")), expected)
            << a << " and " << b;
    }
    // Day 60 is 29 February or 1 March; the daily rule takes 1 February and 29 March as well.
    EXPECT_TRUE(recurrence("FREQ=DAILY;COUNT=31", "2026-01-01")
                    .same_dates(recurrence("FREQ=DAILY;UNTIL=20260131", "2026-01-01")));
    EXPECT_TRUE(recurrence("FREQ=MONTHLY;BYDAY=3WE", "2026-01-01")
                    .same_dates(recurrence("FREQ=MONTHLY;BYDAY=3WE", "2026-01-21")));
    EXPECT_TRUE(recurrence("FREQ=DAILY", "2026-01-02")
                    .same_dates(recurrence("FREQ=DAILY", "2026-01-01") -
                                recurrence("FREQ=DAILY;COUNT=1", "2026-01-01")));
}

TEST(SameDates, DifferencesThatComeLate) {
    const Recurrence weekly = recurrence("FREQ=WEEKLY;BYDAY=WE", "2026-01-01");
    const Date late = make_date(7026, 1, 4);
    ASSERT_TRUE(weekly.contains(late));
    const Rule rule = Rule::parse("FREQ=WEEKLY;BYDAY=WE");
    EXPECT_FALSE(weekly.same_dates(Recurrence(rule, make_date(2026, 1, 1), {}, {late})));
    EXPECT_FALSE(weekly.same_dates(Recurrence(rule, make_date(2026, 1, 1), {near(late, 1)})));
    EXPECT_TRUE(
        weekly.same_dates(Recurrence(rule, make_date(2026, 1, 1), {late}, {near(late, 1)})));

    const Recurrence leap_days = recurrence("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2026-01-01");
    const auto until = [](const char* date) {
        return recurrence(std::string("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=") + date,
                          "2026-01-01");
    };
    EXPECT_TRUE(leap_days.same_dates(until("99960229")));
    EXPECT_FALSE(leap_days.same_dates(until("99960228")));
    EXPECT_FALSE(until("99960228").same_dates(leap_days));

    const Recurrence days = recurrence("FREQ=DAILY", "2026-01-01");
    EXPECT_TRUE(days.same_dates(recurrence("FREQ=DAILY;UNTIL=99991231", "2026-01-01")));
    EXPECT_FALSE(days.same_dates(recurrence("FREQ=DAILY;UNTIL=99991230", "2026-01-01")));
    EXPECT_FALSE(days.same_dates(recurrence("FREQ=DAILY", "2025-12-31")));
    // Leap years by the Julian reckoning: alike but for 2100, 2200, 2300, ...
    EXPECT_FALSE(recurrence("FREQ=YEARLY;INTERVAL=4;BYYEARDAY=-306", "2024-01-01")
                     .same_dates(recurrence("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
                                            "2024-01-01")));
}

TEST(SameDates, OfTheKoreanCalendar) {
    const auto by_month = [](const char* end) {
        return recurrence(std::string("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1") + end,
                          "2026-01-01");
    };
    const auto by_day = [](const char* end) {
        return recurrence(std::string("RSCALE=DANGI;FREQ=YEARLY;BYYEARDAY=1") + end, "2026-01-01");
    };
    EXPECT_TRUE(by_month(";COUNT=50").same_dates(by_day(";COUNT=50")));
    EXPECT_FALSE(by_month(";COUNT=50").same_dates(by_day(";COUNT=51")));
    EXPECT_TRUE(by_month("").same_dates(by_month("")));  // the same rule has the same dates
    EXPECT_ERROR(by_month("").same_dates(by_day("")), HorizonError);
    EXPECT_ERROR(by_month("").same_dates(by_day(";COUNT=75")), HorizonError);
    // A difference that is known is an answer.
    EXPECT_FALSE(by_month("").same_dates(by_day(";COUNT=74")));
    EXPECT_FALSE(
        by_month("").same_dates(recurrence("RSCALE=DANGI;FREQ=YEARLY;BYYEARDAY=2", "2026-01-01")));
    EXPECT_FALSE(by_month("").same_dates(recurrence("FREQ=DAILY", "2026-01-01")));
}

// --- Shift ----------------------------------------------------------------------------------------

TEST(Shift, MovesEveryDate) {
    RandomRules random(24);
    for (int i = 0; i < 60; ++i) {
        const RandomRule rule = random.next();
        const Recurrence r = recurrence(rule);
        const auto days = static_cast<std::int32_t>(random.number(-500, 500));
        const Date begin = std::clamp(near(to_date(rule.start), -700), make_date(1402, 1, 1),
                                      make_date(9990, 1, 1));
        const Date end = std::min(near(begin, 5000), make_date(9998, 1, 1));
        expect_same(r.shift(days),
                    r.between(add_days(begin, -days), add_days(end, -days)).shift(days), begin, end,
                    random);
        EXPECT_EQ(r.shift(days).shift(-days).between(begin, end), r.between(begin, end));
    }
}

TEST(Shift, DropsWhatLeavesTheRange) {
    const std::int32_t longest = last_day_number - first_day_number;
    for (const char* text : {"FREQ=MONTHLY;BYMONTHDAY=1,-1", "FREQ=YEARLY;BYYEARDAY=1,-1",
                             "FREQ=WEEKLY;BYMONTH=1,12;INTERVAL=3"}) {
        const Recurrence r = recurrence(text, "1400-01-01");
        const std::vector<DayNumber> all = r.between(first_date()).day_numbers();
        for (const std::int32_t days : {1, -1, 400'000, -31, longest, -longest}) {
            SCOPED_TRACE(std::string(text) + " by " + std::to_string(days));
            const Recurrence moved = r.shift(days);
            std::vector<DayNumber> expected;
            for (const DayNumber day : all) {
                const std::int64_t to = std::int64_t{day} + days;
                if (to >= first_day_number && to <= last_day_number) {
                    expected.push_back(static_cast<DayNumber>(to));
                }
            }
            ASSERT_EQ(moved.between(first_date()).day_numbers(), expected);
            const auto size = static_cast<std::int64_t>(expected.size());
            EXPECT_EQ(moved.count(first_date()), size);
            EXPECT_EQ(moved.nth(size), std::nullopt);
            EXPECT_EQ(moved.next_after(last_date()), std::nullopt);
            EXPECT_EQ(moved.last_before(first_date()), std::nullopt);
            if (expected.empty()) {
                EXPECT_EQ(moved.next_after(first_date()), std::nullopt);
                EXPECT_EQ(moved.last_before(last_date()), std::nullopt);
                continue;
            }
            const Date first = date_of(expected.front());
            const Date last = date_of(expected.back());
            EXPECT_EQ(moved.nth(0), first);
            EXPECT_EQ(moved.nth(size - 1), last);
            EXPECT_EQ(moved.contains(first_date()), first == first_date());
            EXPECT_EQ(moved.contains(last_date()), last == last_date());
            EXPECT_EQ(moved.next_after(last), std::nullopt);
            EXPECT_EQ(moved.last_before(first), std::nullopt);
            if (last != last_date()) {
                EXPECT_EQ(moved.last_before(last_date()), last);
            }
            // Combinations of what was moved.
            EXPECT_TRUE((moved | moved).same_dates(moved));
            EXPECT_EQ(
                (moved & r).count(first_date()),
                static_cast<std::int64_t>(
                    (DateSet::of_day_numbers(expected) & DateSet::of_day_numbers(all)).size()));
        }
    }
}

TEST(Shift, FurtherThanAllDatesIsRefused) {
    const Recurrence r = recurrence("FREQ=DAILY", "2026-01-01");
    const std::int32_t longest = last_day_number - first_day_number;
    EXPECT_ERROR(r.shift(longest + 1), ProbityError);
    EXPECT_ERROR(r.shift(-longest - 1), ProbityError);
    EXPECT_ERROR(r.shift(std::numeric_limits<std::int32_t>::min()), ProbityError);
    EXPECT_EQ(r.shift(longest).nth(0), std::nullopt);
    EXPECT_EQ(r.shift(-longest).count(first_date()), 1);
}

}  // namespace algebra_test
}  // namespace probity::testing
