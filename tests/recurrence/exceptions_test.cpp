// Extra and excepted dates of a recurrence.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "answers.hpp"
#include "probity/date/error.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "samples.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace exceptions_test {

TEST(Exceptions, AreAddedAndTakenOutOfWhatTheRuleGives) {
    RandomRules random(17);
    for (int i = 0; i < 150; ++i) {
        const RandomRule rule = random_rule(random);
        const Date start = to_date(rule.start);
        const Recurrence plain = recurrence(rule);
        const Date begin = near(start, -300);
        const Date end =
            std::min(near(start, 6000), is_korean(rule.text) ? korean_end : last_date());
        const DateSet given = plain.between(begin, end);
        const auto some_dates = [&](std::int64_t most) {
            std::vector<Date> dates;
            for (std::int64_t n = random.number(0, most); n > 0; --n) {
                Date date = random_date(random, begin, near(end, -1));
                if (!given.empty() && random.number(0, 1) == 0) {
                    date = given[static_cast<std::size_t>(
                        random.number(0, static_cast<std::int64_t>(given.size()) - 1))];
                }
                dates.push_back(date);
                if (random.number(0, 4) == 0) dates.push_back(date);
            }
            return dates;
        };
        const std::vector<Date> extra = some_dates(8);
        std::vector<Date> excepted = some_dates(8);
        if (!extra.empty() && random.number(0, 1) == 0) excepted.push_back(extra.front());
        const Recurrence r(Rule::parse(rule.text), start, extra, excepted);
        expect_answers_of(r, (given | DateSet(extra)) - DateSet(excepted), begin, end, random,
                          to_string(r));
        EXPECT_EQ(dates_in(DateSet(extra)), r.extra_dates());
        EXPECT_EQ(dates_in(DateSet(excepted)), r.excepted_dates());
    }
}

TEST(Exceptions, ExtraDateOfTheRuleCountsOnce) {
    const Recurrence r(Rule::parse("FREQ=MONTHLY;BYDAY=3WE;COUNT=3"), make_date(2026, 1, 1),
                       {make_date(2026, 2, 18), make_date(2026, 2, 20)});
    EXPECT_EQ(walked(r, 10), (std::vector<Date>{make_date(2026, 1, 21), make_date(2026, 2, 18),
                                                make_date(2026, 2, 20), make_date(2026, 3, 18)}));
    EXPECT_EQ(r.nth(4), std::nullopt);
}

TEST(Exceptions, ExceptedDateAlsoRemovesAnExtraOne) {
    const Date both = make_date(2026, 2, 20);
    const Recurrence r(Rule::parse("FREQ=YEARLY;COUNT=1"), make_date(2026, 1, 1), {both}, {both});
    EXPECT_EQ(walked(r, 10), std::vector<Date>{make_date(2026, 1, 1)});
    EXPECT_FALSE(r.contains(both));
}

TEST(Exceptions, DoNotExtendACount) {
    const Recurrence r(Rule::parse("FREQ=DAILY;COUNT=5"), make_date(2026, 1, 1), {},
                       {make_date(2026, 1, 2), make_date(2026, 1, 5), make_date(2026, 1, 6)});
    EXPECT_EQ(walked(r, 10), (std::vector<Date>{make_date(2026, 1, 1), make_date(2026, 1, 3),
                                                make_date(2026, 1, 4)}));
    EXPECT_EQ(r.count(first_date()), 3);
    EXPECT_EQ(r.next_after(make_date(2026, 1, 4)), std::nullopt);
}

TEST(Exceptions, MayTakeOutEverything) {
    std::vector<Date> all;
    for (int i = 0; i < 2000; ++i) all.push_back(add_days(make_date(2026, 1, 1), i));
    const Recurrence r(Rule::parse("FREQ=DAILY;COUNT=2000"), make_date(2026, 1, 1), {}, all);
    EXPECT_EQ(r.count(first_date()), 0);
    EXPECT_EQ(r.nth(0), std::nullopt);
    EXPECT_EQ(r.next_after(first_date()), std::nullopt);
    EXPECT_EQ(r.last_before(last_date()), std::nullopt);
    EXPECT_TRUE(walked(r, 1).empty());

    // Many of each: every other day is taken out, and ten years before the start are added.
    std::vector<Date> extra;
    std::vector<Date> excepted;
    for (int i = 0; i < 4000; ++i) {
        extra.push_back(add_days(make_date(2010, 1, 1), i));
        excepted.push_back(add_days(make_date(2026, 1, 1), 2 * i));
    }
    const Recurrence many(Rule::parse("FREQ=DAILY"), make_date(2026, 1, 1), extra, excepted);
    EXPECT_EQ(many.nth(0), make_date(2010, 1, 1));
    EXPECT_EQ(many.nth(3999), extra.back());
    EXPECT_EQ(many.nth(4000), make_date(2026, 1, 2));
    EXPECT_EQ(many.nth(4001), make_date(2026, 1, 4));
    EXPECT_EQ(many.count(make_date(2026, 1, 1), make_date(2026, 1, 11)), 5);
    EXPECT_EQ(many.next_after(extra.back()), make_date(2026, 1, 2));
    EXPECT_EQ(many.last_before(make_date(2026, 1, 2)), extra.back());
}

TEST(Exceptions, AtTheEndsOfTheRange) {
    const Recurrence r(Rule::parse("FREQ=YEARLY;UNTIL=20281231"), make_date(2026, 5, 5),
                       {first_date(), last_date()}, {make_date(2027, 5, 5)});
    EXPECT_EQ(walked(r, 10), (std::vector<Date>{first_date(), make_date(2026, 5, 5),
                                                make_date(2028, 5, 5), last_date()}));
    EXPECT_EQ(r.next_after(make_date(2028, 5, 5)), last_date());
    EXPECT_EQ(r.next_after(last_date()), std::nullopt);
    EXPECT_EQ(r.last_before(make_date(2026, 5, 5)), first_date());
    EXPECT_EQ(r.last_before(first_date()), std::nullopt);
    EXPECT_EQ(r.count(first_date()), 4);
    EXPECT_TRUE(r.contains(last_date()));

    const Recurrence without(Rule::parse("FREQ=DAILY"), make_date(9999, 12, 29), {},
                             {last_date(), make_date(9999, 12, 29)});
    EXPECT_EQ(walked(without, 10), (std::vector<Date>{make_date(9999, 12, 30)}));
    EXPECT_EQ(without.next_after(make_date(9999, 12, 30)), std::nullopt);
}

TEST(Exceptions, ExtraDatesOfARuleThatMatchesNothing) {
    const Recurrence r(Rule::parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), make_date(2026, 1, 1),
                       {make_date(2027, 3, 1), make_date(2025, 3, 1)});
    EXPECT_EQ(walked(r, 10), (std::vector<Date>{make_date(2025, 3, 1), make_date(2027, 3, 1)}));
    EXPECT_EQ(r.nth(1), make_date(2027, 3, 1));
    EXPECT_TRUE(r.is_finite());
}

TEST(Exceptions, SpecialDatesAreRefused) {
    const Rule rule = Rule::parse("FREQ=DAILY");
    const Date special(boost::gregorian::not_a_date_time);
    EXPECT_ERROR(Recurrence(rule, special), DateError);
    EXPECT_ERROR(Recurrence(rule, first_date(), {special}), DateError);
    EXPECT_ERROR(Recurrence(rule, first_date(), {}, {special}), DateError);
    const Recurrence r(rule, first_date());
    EXPECT_ERROR(r.next_after(special), DateError);
    EXPECT_ERROR(r.last_before(special), DateError);
    EXPECT_ERROR(r.contains(special), DateError);
    EXPECT_ERROR(r.count(special), DateError);
    EXPECT_ERROR(r.between(first_date(), special), DateError);
}

}  // namespace exceptions_test
}  // namespace probity::testing
