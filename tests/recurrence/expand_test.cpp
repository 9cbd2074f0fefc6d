// Many rules at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/recurrence/expand.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "samples.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace expand_test {

// Rules with their starts, whose texts must stay where they are while they are expanded.
struct Rules {
    std::vector<std::string> texts;
    std::vector<Date> starts;

    void add(const RandomRule& rule) {
        texts.push_back(rule.text);
        starts.push_back(to_date(rule.start));
    }
    [[nodiscard]] std::vector<std::string_view> views() const {
        return {texts.begin(), texts.end()};
    }
};

void expect_dates_of_each(const Rules& rules, const Date& begin, const Date& end) {
    const Expansion one = expand(rules.views(), rules.starts, begin, end, 1);
    ASSERT_EQ(one.offsets.size(), rules.texts.size() + 1);
    EXPECT_EQ(one.offsets.front(), 0);
    EXPECT_EQ(one.offsets.back(), static_cast<std::int64_t>(one.days.size()));
    for (std::size_t i = 0; i < rules.texts.size(); ++i) {
        const std::vector<DayNumber> days(one.days.begin() + one.offsets[i],
                                          one.days.begin() + one.offsets[i + 1]);
        ASSERT_EQ(days, Recurrence(Rule::parse(rules.texts[i]), rules.starts[i])
                            .between(begin, end)
                            .day_numbers())
            << rules.texts[i] << " from " << to_string(rules.starts[i]);
    }
    std::vector<Rule> parsed;
    std::vector<Recurrence> recurrences;
    for (std::size_t i = 0; i < rules.texts.size(); ++i) {
        parsed.push_back(Rule::parse(rules.texts[i]));
        recurrences.emplace_back(parsed.back(), rules.starts[i]);
    }
    for (const unsigned threads : {2U, 4U, 0U}) {
        const Expansion more = expand(rules.views(), rules.starts, begin, end, threads);
        EXPECT_EQ(more.offsets, one.offsets);
        EXPECT_EQ(more.days, one.days);
        const Expansion of_rules = expand(parsed, rules.starts, begin, end, threads);
        EXPECT_EQ(of_rules.offsets, one.offsets);
        EXPECT_EQ(of_rules.days, one.days);
        const Expansion of_recurrences = expand(recurrences, begin, end, threads);
        EXPECT_EQ(of_recurrences.offsets, one.offsets);
        EXPECT_EQ(of_recurrences.days, one.days);
    }
    const auto wide = expand<std::int64_t>(rules.views(), rules.starts, begin, end, 2);
    EXPECT_EQ(wide.offsets, one.offsets);
    EXPECT_TRUE(std::equal(wide.days.begin(), wide.days.end(), one.days.begin(), one.days.end()));
}

TEST(ExpandInThreads, GivesWhatEachRuleGives) {
    RandomRules random(41);
    Rules rules;
    // Late starts leave little to draw where a rule is drawn to the end of the range.
    while (rules.texts.size() < 2000) {
        RandomRule rule = random.next();
        const Date start = random_date(random, make_date(9900, 1, 1), make_date(9995, 1, 1));
        rules.add({rule.text, to_sys_days(start)});
    }
    // Too short for tables to pay, and long enough.
    expect_dates_of_each(rules, make_date(9960, 2, 1), make_date(9971, 7, 1));
    expect_dates_of_each(rules, make_date(9980, 1, 1), make_date(9990, 1, 1));
    expect_dates_of_each(rules, make_date(9955, 2, 1), make_date(9990, 7, 1));
}

TEST(ExpandInThreads, KoreanRules) {
    RandomRules random(42);
    Rules rules;
    while (rules.texts.size() < 20) rules.add(random.next_korean());
    expect_dates_of_each(rules, make_date(2020, 1, 1), make_date(2032, 7, 1));
}

TEST(ExpandInThreads, OneStartForAll) {
    const std::vector<std::string_view> rules = {"FREQ=MONTHLY;BYDAY=3WE", "FREQ=YEARLY",
                                                 "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"};
    const std::vector<Date> starts = {make_date(2026, 1, 1)};
    const Expansion dates = expand(rules, starts, make_date(2026, 1, 1), make_date(2026, 4, 1), 1);
    EXPECT_EQ(dates.offsets, (std::vector<std::int64_t>{0, 3, 4, 4}));
    EXPECT_EQ(dates.days,
              (std::vector<DayNumber>{
                  day_number(make_date(2026, 1, 21)), day_number(make_date(2026, 2, 18)),
                  day_number(make_date(2026, 3, 18)), day_number(make_date(2026, 1, 1))}));
}

TEST(ExpandInThreads, NothingIn) {
    const Date begin = make_date(2026, 1, 1);
    const std::vector<std::string_view> no_rules;
    const Expansion none = expand(no_rules, {}, begin, std::nullopt, 4);
    EXPECT_EQ(none.offsets, std::vector<std::int64_t>{0});
    EXPECT_TRUE(none.days.empty());
    const std::vector<Date> one_start = {begin};
    EXPECT_EQ(expand(no_rules, one_start, begin, std::nullopt).offsets,
              std::vector<std::int64_t>{0});
    const std::vector<Recurrence> no_recurrences;
    EXPECT_EQ(expand(no_recurrences, begin, std::nullopt).offsets, std::vector<std::int64_t>{0});

    // Windows that are empty or turned round.
    const std::vector<std::string_view> rules = {"FREQ=DAILY", "RSCALE=DANGI;FREQ=DAILY"};
    for (const Date& end : {begin, make_date(2025, 1, 1)}) {
        const Expansion dates = expand(rules, one_start, begin, end, 2);
        EXPECT_EQ(dates.offsets, (std::vector<std::int64_t>{0, 0, 0}));
    }
}

TEST(ExpandInThreads, ToTheEndOfTheRange) {
    const std::vector<std::string_view> rules = {"FREQ=YEARLY", "FREQ=DAILY", "FREQ=DAILY;COUNT=3"};
    const std::vector<Date> starts = {make_date(1400, 1, 1), make_date(9999, 1, 1), last_date()};
    const Expansion dates = expand(rules, starts, first_date(), std::nullopt, 2);
    EXPECT_EQ(dates.offsets, (std::vector<std::int64_t>{0, 8600, 8965, 8966}));
    EXPECT_EQ(dates.days.back(), last_day_number);
}

TEST(ExpandInThreads, NamesTheFirstRuleThatIsWrong) {
    std::vector<std::string_view> rules(3000, "FREQ=MONTHLY;BYDAY=3WE");
    const std::vector<Date> start = {make_date(2026, 1, 1)};
    rules[2999] = "FREQ=WEEKLY;BYDAY=3WE";
    rules[1700] = "FREQ=MONTHLY;BYDAY=9XX";
    rules[1701] = "";
    rules[600] = "FREQ=DAILY;INTERVAL=0";
    for (const unsigned threads : {1U, 2U, 4U}) {
        try {
            static_cast<void>(
                expand(rules, start, make_date(2026, 1, 1), make_date(2027, 1, 1), threads));
            ADD_FAILURE() << "INTERVAL=0 was expanded";
        } catch (const RuleError& error) {
            EXPECT_EQ(std::string(error.what()).rfind("rule 600: INTERVAL=0", 0), 0U)
                << error.what();
            EXPECT_EQ(error.position(), 20U);
        }
    }
    rules[599] = "FREQ=HOURLY";
    EXPECT_ERROR(expand(rules, start, make_date(2026, 1, 1), make_date(2027, 1, 1), 4), RuleError);
    rules[3] = "RSCALE=DANGI;FREQ=YEARLY";
    EXPECT_ERROR(expand(rules, start, make_date(2090, 1, 1), make_date(2110, 1, 1), 4),
                 HorizonError);
}

TEST(ExpandInThreads, WrongArguments) {
    const std::vector<std::string_view> rules(3, "FREQ=DAILY");
    const std::vector<Date> two(2, make_date(2026, 1, 1));
    EXPECT_MESSAGE(expand(rules, two, make_date(2026, 1, 1), make_date(2027, 1, 1)), ProbityError,
                   "2 starts for 3 rules: there must be one for each, or one for all");
    EXPECT_ERROR(expand(rules, {}, make_date(2026, 1, 1), make_date(2027, 1, 1)), ProbityError);
    const std::vector<Date> special(3, Date(boost::gregorian::not_a_date_time));
    EXPECT_ERROR(expand(rules, special, make_date(2026, 1, 1), make_date(2027, 1, 1), 2),
                 DateError);
    EXPECT_ERROR(expand(rules, special, special[0], make_date(2027, 1, 1)), DateError);
}

// The first rules tell how much room all will need: these mislead.
TEST(ExpandInThreads, FewDatesThenMany) {
    constexpr std::size_t size = 6000;
    std::vector<std::string_view> rules(size, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
    for (std::size_t i = size / 2; i < size; ++i) rules[i] = "FREQ=DAILY";
    const std::vector<Date> start = {make_date(2026, 1, 1)};
    const Date end = make_date(2028, 1, 1);
    for (const unsigned threads : {1U, 2U, 4U}) {
        const Expansion dates = expand(rules, start, start[0], end, threads);
        ASSERT_EQ(dates.days.size(), size / 2 * 730);
        EXPECT_EQ(dates.offsets[size / 2], 0);
        for (std::size_t i = 0; i < dates.days.size(); ++i) {
            ASSERT_EQ(dates.days[i], day_number(start[0]) + static_cast<DayNumber>(i % 730));
        }
    }
}

TEST(ExpandInThreads, RecurrencesOfEveryKind) {
    const Date start = make_date(2026, 1, 1);
    const Recurrence monthly(Rule::parse("FREQ=MONTHLY;BYDAY=3WE"), start, {make_date(2026, 1, 2)},
                             {make_date(2026, 2, 18)});
    const Recurrence mondays(Rule::parse("FREQ=WEEKLY;BYDAY=MO"), start);
    const std::vector<Recurrence> all = {monthly, mondays, monthly | mondays, monthly.shift(3)};
    for (const std::optional<Date>& end :
         {std::optional(make_date(2030, 1, 1)), std::optional<Date>()}) {
        const Expansion dates = expand(all, start, end, 2);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::vector<DayNumber> days(dates.days.begin() + dates.offsets[i],
                                              dates.days.begin() + dates.offsets[i + 1]);
            EXPECT_EQ(days, all[i].between(start, end).day_numbers()) << to_string(all[i]);
        }
    }
}

TEST(ExpandInThreads, HorizonOfARecurrence) {
    const std::vector<Recurrence> recurrences(
        300, Recurrence(Rule::parse("RSCALE=DANGI;FREQ=YEARLY"), make_date(2026, 1, 1)));
    EXPECT_ERROR(expand(recurrences, make_date(2090, 1, 1), make_date(2110, 1, 1), 2),
                 HorizonError);
}

// COUNT is counted from the start, wherever the window lies.
TEST(ExpandInThreads, CountedRulesInLateWindows) {
    Rules rules;
    for (const char* rule :
         {"FREQ=MONTHLY;BYDAY=3WE;COUNT=100", "FREQ=YEARLY;BYWEEKNO=20;COUNT=9",
          "FREQ=DAILY;INTERVAL=10;BYMONTH=1,6;COUNT=60", "FREQ=MONTHLY;BYDAY=MO,TU;COUNT=128",
          "FREQ=MONTHLY;BYDAY=MO,TU;COUNT=129", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=500"}) {
        rules.texts.emplace_back(rule);
        rules.starts.push_back(make_date(2026, 1, 1));
    }
    for (const int year : {2020, 2026, 2027, 2030, 2034, 2040, 2100}) {
        expect_dates_of_each(rules, make_date(year, 3, 5), make_date(year + 10, 2, 1));
    }
}

TEST(ExpandInThreads, MoreThreadsThanThereIsWork) {
    const std::vector<std::string_view> rules(3, "FREQ=YEARLY");
    const std::vector<Date> start = {make_date(2026, 1, 1)};
    const Expansion dates =
        expand(rules, start, make_date(2026, 1, 1), make_date(2028, 1, 1), 1'000'000);
    EXPECT_EQ(dates.offsets, (std::vector<std::int64_t>{0, 2, 4, 6}));
}

}  // namespace expand_test
}  // namespace probity::testing
