#include "probity/recurrence/rule.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <cstdint>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "probity/date/error.hpp"
#include "random_rule.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace rule_test {

// However long a rule's text, the rule takes the same memory: it holds none besides itself.
static_assert(std::is_trivially_copyable_v<Rule>);

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream words(text);
    for (std::string part; std::getline(words, part, separator);) parts.push_back(part);
    return parts;
}

std::string join(const std::vector<std::string>& parts, char separator) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : std::string(1, separator)) + part;
    return text;
}

template <class Item>
void shuffle(RandomRules& random, std::vector<Item>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
        std::swap(
            items[i - 1],
            items[static_cast<std::size_t>(random.number(0, static_cast<std::int64_t>(i) - 1))]);
    }
}

// Parts and items of lists in another order, some twice, letters in any case.
std::string rewritten(RandomRules& random, const std::string& text) {
    std::vector<std::string> parts = split(text, ';');
    for (std::string& part : parts) {
        const std::size_t equals = part.find('=');
        std::vector<std::string> items = split(part.substr(equals + 1), ',');
        if (part.starts_with("BY") && random.number(0, 2) == 0) items.push_back(items.front());
        shuffle(random, items);
        part = part.substr(0, equals + 1) + join(items, ',');
    }
    shuffle(random, parts);
    std::string result = join(parts, ';');
    for (char& c : result) {
        if (random.number(0, 1) == 0)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return result;
}

std::vector<int> numbers_of(std::uint64_t bits) {
    std::vector<int> numbers;
    for (int i = 0; i < 64; ++i) {
        if ((bits >> i & 1) != 0) numbers.push_back(i);
    }
    return numbers;
}

template <int Bound>
std::vector<int> numbers_of(const NumberSet<Bound>& set) {
    std::vector<int> numbers;
    set.for_each([&](int number) { numbers.push_back(number); });
    return numbers;
}

// All that a rule tells of itself.
RuleParts parts_of(const Rule& rule) {
    RuleParts parts{.frequency = rule.frequency(),
                    .interval = rule.interval(),
                    .until = rule.until(),
                    .by_month = numbers_of(rule.by_month()),
                    .by_leap_month = numbers_of(rule.by_leap_month()),
                    .by_week_no = numbers_of(rule.by_week_no()),
                    .by_year_day = numbers_of(rule.by_year_day()),
                    .by_month_day = numbers_of(rule.by_month_day()),
                    .by_hour = numbers_of(rule.by_hour()),
                    .by_minute = numbers_of(rule.by_minute()),
                    .by_second = numbers_of(rule.by_second()),
                    .by_set_pos = numbers_of(rule.by_set_pos()),
                    .week_start = rule.week_start(),
                    .scale = rule.scale(),
                    .skip = rule.skip()};
    if (rule.count()) parts.count = *rule.count();
    for (const int i : numbers_of(rule.by_weekday())) {
        parts.by_weekday.push_back(Weekday::from_index(i));
    }
    for (const int i : numbers_of(rule.ordinal_weekdays())) {
        const Weekday weekday = Weekday::from_index(i);
        for (const int n : numbers_of(rule.by_day(weekday))) parts.by_day.push_back(weekday(n));
    }
    return parts;
}

// --- Print and read -------------------------------------------------------------------------------

TEST(Rule, ReadsBackWhatItPrints) {
    RandomRules random(1);
    for (int i = 0; i < 3000; ++i) {
        const std::string text = random_text(random);
        const Rule rule = Rule::parse(text);
        const std::string printed = to_string(rule);
        EXPECT_EQ(Rule::parse(printed), rule) << text;
        EXPECT_EQ(to_string(Rule::parse(printed)), printed) << text;
    }
}

TEST(Rule, OrderCaseAndRepetitionSayNothing) {
    RandomRules random(2);
    for (int i = 0; i < 1500; ++i) {
        const std::string text = random_text(random);
        const std::string other = rewritten(random, text);
        const Rule a = Rule::parse(text);
        const Rule b = Rule::parse(other);
        EXPECT_EQ(a, b) << text << "\n" << other;
        EXPECT_EQ(a.hash(), b.hash()) << text << "\n" << other;
        EXPECT_EQ(to_string(a), to_string(b));
    }
}

TEST(Rule, TellsOfItselfAllThatMakesItUp) {
    RandomRules random(3);
    for (int i = 0; i < 1500; ++i) {
        const Rule rule = Rule::parse(random_text(random));
        // Parts given in code end on a date; the time of day that a text's UNTIL has is told apart.
        const Rule by_date = rule.until() ? rule.with_until(*rule.until()) : rule;
        EXPECT_EQ(Rule(parts_of(rule)), by_date) << rule;
        EXPECT_EQ(rule == by_date, rule.until_time().empty()) << rule;
        EXPECT_TRUE(by_date.until_time().empty()) << rule;
    }
    const Rule times =
        Rule::parse("FREQ=DAILY;BYHOUR=0,9,23;BYMINUTE=0,59;BYSECOND=0,60;BYSETPOS=1");
    EXPECT_EQ(Rule(parts_of(times)), times);
}

TEST(Rule, UnequalWhereOnePartDiffers) {
    const std::vector<std::string> different = {"FREQ=YEARLY",
                                                "FREQ=MONTHLY",
                                                "FREQ=YEARLY;INTERVAL=2",
                                                "FREQ=YEARLY;COUNT=1",
                                                "FREQ=YEARLY;UNTIL=99991231",
                                                "FREQ=YEARLY;UNTIL=14000101",
                                                "FREQ=YEARLY;BYMONTH=1",
                                                "FREQ=YEARLY;BYWEEKNO=1",
                                                "FREQ=YEARLY;BYWEEKNO=-1",
                                                "FREQ=YEARLY;BYYEARDAY=1",
                                                "FREQ=YEARLY;BYYEARDAY=-1",
                                                "FREQ=YEARLY;BYMONTHDAY=1",
                                                "FREQ=YEARLY;BYMONTHDAY=-1",
                                                "FREQ=YEARLY;BYDAY=MO",
                                                "FREQ=YEARLY;BYDAY=1MO",
                                                "FREQ=YEARLY;BYDAY=-1MO",
                                                "FREQ=YEARLY;BYDAY=1TU",
                                                "FREQ=YEARLY;BYDAY=MO;BYSETPOS=1",
                                                "FREQ=YEARLY;BYDAY=MO;BYSETPOS=-1",
                                                "FREQ=YEARLY;WKST=SU",
                                                "RSCALE=GREGORIAN;FREQ=YEARLY",
                                                "RSCALE=DANGI;FREQ=YEARLY",
                                                "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1L",
                                                "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD",
                                                "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD",
                                                "FREQ=YEARLY;BYHOUR=0",
                                                "FREQ=YEARLY;BYMINUTE=0",
                                                "FREQ=YEARLY;BYSECOND=0"};
    for (std::size_t i = 0; i < different.size(); ++i) {
        for (std::size_t j = 0; j < different.size(); ++j) {
            const Rule a = Rule::parse(different[i]);
            const Rule b = Rule::parse(different[j]);
            EXPECT_EQ(a == b, i == j) << a << " and " << b;
            EXPECT_EQ(a.hash() == b.hash(), i == j) << a << " and " << b;
        }
    }
}

TEST(Rule, CanonicalForm) {
    const std::vector<std::pair<std::string, std::string>> pairs = {
        {"byday=3we;bymonth=3;freq=yearly", "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"},
        {"FREQ=MONTHLY;INTERVAL=1;WKST=MO", "FREQ=MONTHLY"},
        {"FREQ=MONTHLY;INTERVAL=0002;COUNT=007", "FREQ=MONTHLY;COUNT=7;INTERVAL=2"},
        {"FREQ=MONTHLY;BYMONTHDAY=-1,+15,1,-31,31,01", "FREQ=MONTHLY;BYMONTHDAY=1,15,31,-1,-31"},
        {"FREQ=MONTHLY;BYDAY=SU,-1FR,+2FR,FR,1MO", "FREQ=MONTHLY;BYDAY=1MO,FR,2FR,-1FR,SU"},
        {"FREQ=WEEKLY;WKST=SU;BYDAY=FR,MO", "FREQ=WEEKLY;BYDAY=MO,FR;WKST=SU"},
        {"UNTIL=20261231T145959Z;FREQ=DAILY", "FREQ=DAILY;UNTIL=20261231T145959Z"},
        {"FREQ=DAILY;UNTIL=20261231T000000", "FREQ=DAILY;UNTIL=20261231T000000"},
        {"FREQ=DAILY;UNTIL=20261231t235960z", "FREQ=DAILY;UNTIL=20261231T235960Z"},
        {"SKIP=OMIT;FREQ=YEARLY;RSCALE=gregorian", "RSCALE=GREGORIAN;FREQ=YEARLY"},
        {"FREQ=YEARLY;SKIP=forward;BYMONTH=12,5L,5,1L;rscale=dangi",
         "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1L,5,5L,12;SKIP=FORWARD"},
        {"BYSETPOS=-1,1;BYSECOND=60,0;BYMINUTE=59;BYHOUR=23,0;BYDAY=MO;BYMONTHDAY=1;BYYEARDAY=-366;"
         "BYWEEKNO=53;BYMONTH=12;INTERVAL=2147483647;COUNT=2147483647;FREQ=YEARLY",
         "FREQ=YEARLY;COUNT=2147483647;INTERVAL=2147483647;BYMONTH=12;BYWEEKNO=53;BYYEARDAY=-366;"
         "BYMONTHDAY=1;BYDAY=MO;BYHOUR=0,23;BYMINUTE=59;BYSECOND=0,60;BYSETPOS=1,-1"},
        {"FREQ=SECONDLY;BYYEARDAY=100", "FREQ=SECONDLY;BYYEARDAY=100"},
    };
    for (const auto& [text, canonical] : pairs) EXPECT_EQ(to_string(Rule::parse(text)), canonical);
}

TEST(Rule, DefaultIsEveryYear) {
    EXPECT_EQ(Rule(), Rule::parse("FREQ=YEARLY"));
    EXPECT_EQ(Rule(RuleParts{}), Rule());
    std::ostringstream out;
    out << Rule();
    EXPECT_EQ(out.str(), "FREQ=YEARLY");
}

TEST(Rule, PartsGivenInCode) {
    const Rule rule({.frequency = Frequency::monthly,
                     .interval = 2,
                     .count = 10,
                     .by_weekday = {SU},
                     .by_day = {WE(3), FR(-1)},
                     .by_set_pos = {-1},
                     .week_start = SU});
    EXPECT_EQ(rule, Rule::parse("FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=3WE,-1FR,SU;BYSETPOS=-1;"
                                "WKST=SU"));
    const Rule seollal(
        {.by_leap_month = {5}, .by_month_day = {1}, .scale = Scale::dangi, .skip = Skip::forward});
    EXPECT_EQ(to_string(seollal), "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=1;SKIP=FORWARD");
}

// --- Another end ----------------------------------------------------------------------------------

TEST(Rule, AnotherEndReplacesTheFirst) {
    const Rule endless = Rule::parse("FREQ=MONTHLY;BYDAY=3WE");
    const Rule counted = Rule::parse("FREQ=MONTHLY;BYDAY=3WE;COUNT=4");
    const Rule until = Rule::parse("FREQ=MONTHLY;BYDAY=3WE;UNTIL=20261231");
    for (const Rule& rule : {endless, counted, until}) {
        EXPECT_EQ(rule.without_end(), endless);
        EXPECT_EQ(rule.with_count(4), counted);
        EXPECT_EQ(rule.with_until(make_date(2026, 12, 31)), until);
    }
    EXPECT_EQ(endless.with_count(2147483647).count(), 2147483647);
    EXPECT_EQ(endless.with_until(last_date()).until(), last_date());
    EXPECT_NE(endless.with_until(last_date()), endless);
    EXPECT_EQ(endless.with_until(first_date()).until(), first_date());

    EXPECT_ERROR(endless.with_count(0), RuleError);
    EXPECT_ERROR(endless.with_count(-1), RuleError);
    EXPECT_MESSAGE(endless.with_count(2147483648), RuleError,
                   "COUNT=2147483648: COUNT takes a number from 1 to 2147483647");
    EXPECT_ERROR(endless.with_until(Date(boost::gregorian::not_a_date_time)), DateError);
    EXPECT_ERROR(endless.with_until(Date(boost::gregorian::pos_infin)), DateError);
}

TEST(Rule, NumbersAtTheirBounds) {
    for (const char* text :
         {"FREQ=DAILY;INTERVAL=2147483647", "FREQ=DAILY;COUNT=2147483647",
          "FREQ=DAILY;UNTIL=14000101", "FREQ=DAILY;UNTIL=99991231", "FREQ=YEARLY;BYMONTH=1,12",
          "FREQ=YEARLY;BYWEEKNO=1,53,-1,-53", "FREQ=YEARLY;BYYEARDAY=1,366,-1,-366",
          "FREQ=YEARLY;BYMONTHDAY=1,31,-1,-31", "FREQ=YEARLY;BYDAY=1MO,53MO,-1MO,-53MO",
          "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,366,-1,-366",
          "RSCALE=DANGI;FREQ=YEARLY;BYYEARDAY=1,385,-1,-385",
          "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1L,12L",
          "FREQ=DAILY;BYHOUR=0,23;BYMINUTE=0,59;BYSECOND=0,60"}) {
        EXPECT_EQ(to_string(Rule::parse(text)), text);
    }
}

}  // namespace rule_test
}  // namespace probity::testing
