#include "probity/recurrence/rule.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#include "probity/date/error.hpp"
#include "random_rule.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace {

// However long a rule's text, the rule takes the same memory: it holds none besides itself.
static_assert(std::is_trivially_copyable_v<Rule>);

std::string random_text(RandomRules& random) {
    return (random.number(0, 3) == 0 ? random.next_korean() : random.next()).text;
}

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

// --- Errors ---------------------------------------------------------------------------------------

struct Fault {
    std::string text;
    std::size_t position;
    std::string says;
};

void expect_fault(const Fault& fault) {
    try {
        const Rule rule = Rule::parse(fault.text);
        ADD_FAILURE() << "\"" << fault.text << "\" was read as " << rule;
    } catch (const RuleError& error) {
        EXPECT_EQ(error.position(), fault.position) << fault.text << "\n    " << error.what();
        EXPECT_NE(std::string(error.what()).find(fault.says), std::string::npos)
            << fault.text << "\n    " << error.what();
    }
}

TEST(RuleError, NamesThePlaceTheValueAndWhatIsAllowed) {
    const std::vector<Fault> faults = {
        // Nothing to read, or not a part.
        {"", 0, "FREQ"},
        {" ", 0, "not a part"},
        {"FREQ", 0, "FREQ has no value"},
        {"FREQ=", 5, "FREQ has no value"},
        {"FREQ=;COUNT=1", 5, "FREQ has no value"},
        {"FREQ=DAILY;", 10, "semicolon"},
        {"FREQ=DAILY;;COUNT=1", 11, "not a part"},
        {";FREQ=DAILY", 0, "not a part"},
        {"FREQ=DAILY;X=1", 11, "\"X\" is not a part"},
        {"FREQ=DAILY;COUNT", 11, "COUNT has no value"},
        {"FREQ=DAILY;COUNT;INTERVAL=2", 11, "COUNT has no value"},
        {"RRULE:FREQ=DAILY", 0, "leave out \"RRULE:\""},
        {"FREQ=DAILY; COUNT=1", 11, "not a part"},
        {"FREQ=DAILY;BYEASTER=0", 11, "\"BYEASTER\" is not a part"},
        {"COUNT=3", 0, "without FREQ"},
        {"BYDAY=MO;COUNT=3", 0, "without FREQ"},
        // FREQ.
        {"FREQ=FORTNIGHTLY", 5, "FREQ=FORTNIGHTLY"},
        {"FREQ=DAILY,WEEKLY", 10, ",WEEKLY"},
        {"FREQ=DAIL", 5, "YEARLY, MONTHLY, WEEKLY, DAILY"},
        {"FREQ= DAILY", 5, "FREQ"},
        {"FREQ=DAILY\r\n", 5, "FREQ"},
        // A part that comes twice.
        {"FREQ=DAILY;FREQ=DAILY", 11, "FREQ comes twice"},
        {"FREQ=DAILY;COUNT=1;COUNT=1", 19, "COUNT comes twice"},
        {"FREQ=DAILY;BYDAY=MO;byday=TU", 20, "BYDAY comes twice"},
        // INTERVAL, COUNT.
        {"FREQ=DAILY;INTERVAL=0", 20, "INTERVAL=0: INTERVAL takes a number from 1 to 2147483647"},
        {"FREQ=DAILY;INTERVAL=-1", 20, "INTERVAL=-1"},
        {"FREQ=DAILY;INTERVAL=+1", 20, "INTERVAL=+1"},
        {"FREQ=DAILY;INTERVAL=1.5", 20, "INTERVAL=1.5"},
        {"FREQ=DAILY;INTERVAL=2147483648", 20, "INTERVAL=2147483648"},
        {"FREQ=DAILY;INTERVAL=99999999999999999999999999", 20, "INTERVAL=99999"},
        {"FREQ=DAILY;INTERVAL=18446744073709551617", 20, "2147483647"},
        {"FREQ=DAILY;INTERVAL=2 ", 20, "INTERVAL"},
        {"FREQ=DAILY;INTERVAL=two", 20, "INTERVAL=two"},
        {"FREQ=DAILY;INTERVAL=", 20, "INTERVAL has no value"},
        {"FREQ=DAILY;COUNT=0", 17, "COUNT=0: COUNT takes a number from 1"},
        {"FREQ=DAILY;COUNT=-5", 17, "COUNT=-5"},
        {"FREQ=DAILY;COUNT=2147483648", 17, "COUNT=2147483648"},
        {"FREQ=DAILY;COUNT=5,6", 18, ",6"},
        // UNTIL.
        {"FREQ=DAILY;UNTIL=2026", 17, "UNTIL=2026: UNTIL takes a date, 20261231"},
        {"FREQ=DAILY;UNTIL=2026-12-31", 17, "UNTIL=2026-12-31"},
        {"FREQ=DAILY;UNTIL=20261331", 17, "2026-13-31"},
        {"FREQ=DAILY;UNTIL=20260230", 17, "February 2026"},
        {"FREQ=DAILY;UNTIL=20260001", 17, "2026-00-01"},
        {"FREQ=DAILY;UNTIL=13991231", 17, "1399"},
        {"FREQ=DAILY;UNTIL=00000000", 17, "UNTIL"},
        {"FREQ=DAILY;UNTIL=120260101", 17, "UNTIL"},
        {"FREQ=DAILY;UNTIL=20261231T2460", 17, "UNTIL"},
        {"FREQ=DAILY;UNTIL=20261231T246000Z", 17, "UNTIL"},
        {"FREQ=DAILY;UNTIL=20261231T236000Z", 17, "UNTIL"},
        {"FREQ=DAILY;UNTIL=20261231T235961Z", 17, "UNTIL"},
        {"FREQ=DAILY;UNTIL=20261231T235959X", 17, "UNTIL"},
        {"FREQ=DAILY;UNTIL=20261231T235959ZZ", 17, "UNTIL"},
        {"FREQ=DAILY;UNTIL=20261231 235959", 17, "UNTIL"},
        {"FREQ=DAILY;UNTIL=+2026123", 17, "UNTIL"},
        {"FREQ=DAILY;COUNT=1;UNTIL=20261231", 19, "UNTIL with COUNT"},
        {"UNTIL=20261231;FREQ=DAILY;COUNT=1", 26, "COUNT with UNTIL"},
        // Lists.
        {"FREQ=MONTHLY;BYMONTHDAY=1,", 25, "comma"},
        {"FREQ=MONTHLY;BYMONTHDAY=,1", 24, "BYMONTHDAY"},
        {"FREQ=MONTHLY;BYMONTHDAY=1,,2", 25, "comma"},
        {"FREQ=MONTHLY;BYMONTHDAY=1,;COUNT=1", 25, "comma"},
        {"FREQ=MONTHLY;BYMONTHDAY=1 ,2", 25, "BYMONTHDAY"},
        {"FREQ=MONTHLY;BYMONTHDAY=1, 2", 26, "BYMONTHDAY"},
        {"FREQ=MONTHLY;BYMONTHDAY=1-5", 25, "-5"},
        // BYMONTHDAY, BYYEARDAY, BYWEEKNO, BYSETPOS.
        {"FREQ=MONTHLY;BYMONTHDAY=0", 24, "numbers from 1 to 31 or -31 to -1"},
        {"FREQ=MONTHLY;BYMONTHDAY=32", 24, "BYMONTHDAY=32"},
        {"FREQ=MONTHLY;BYMONTHDAY=1,-32,2", 26, "BYMONTHDAY=-32"},
        {"FREQ=MONTHLY;BYMONTHDAY=-", 24, "BYMONTHDAY=-"},
        {"FREQ=MONTHLY;BYMONTHDAY=--1", 24, "BYMONTHDAY=--1"},
        {"FREQ=MONTHLY;BYMONTHDAY=-0", 24, "BYMONTHDAY=-0"},
        {"FREQ=MONTHLY;BYMONTHDAY=4294967297", 24, "BYMONTHDAY=4294967297"},
        {"FREQ=YEARLY;BYYEARDAY=0", 22, "BYYEARDAY=0"},
        {"FREQ=YEARLY;BYYEARDAY=386", 22, "BYYEARDAY=386"},
        {"FREQ=YEARLY;BYYEARDAY=367", 12, "numbers from 1 to 366"},
        {"FREQ=YEARLY;BYYEARDAY=1,-367", 12, "numbers from 1 to 366"},
        {"FREQ=YEARLY;BYWEEKNO=54", 21, "numbers from 1 to 53 or -53 to -1"},
        {"FREQ=YEARLY;BYWEEKNO=-54", 21, "BYWEEKNO=-54"},
        {"FREQ=YEARLY;BYWEEKNO=0", 21, "BYWEEKNO=0"},
        {"FREQ=YEARLY;BYDAY=MO;BYSETPOS=0", 30, "BYSETPOS=0"},
        {"FREQ=YEARLY;BYDAY=MO;BYSETPOS=367", 21, "numbers from 1 to 366"},
        {"FREQ=YEARLY;BYDAY=MO;BYSETPOS=-400", 30, "BYSETPOS=-400"},
        // BYMONTH.
        {"FREQ=YEARLY;BYMONTH=0", 20, "months from 1 to 12"},
        {"FREQ=YEARLY;BYMONTH=13", 20, "BYMONTH=13"},
        {"FREQ=YEARLY;BYMONTH=1,130", 22, "BYMONTH=130"},
        {"FREQ=YEARLY;BYMONTH=-1", 20, "BYMONTH=-1"},
        {"FREQ=YEARLY;BYMONTH=MAR", 20, "BYMONTH=MAR"},
        {"FREQ=YEARLY;BYMONTH=L", 20, "BYMONTH=L"},
        {"FREQ=YEARLY;BYMONTH=5LL", 20, "BYMONTH=5LL"},
        {"FREQ=YEARLY;BYMONTH=13L;RSCALE=DANGI", 20, "BYMONTH=13L"},
        // BYDAY.
        {"FREQ=MONTHLY;BYDAY=9XX", 19, "BYDAY=9XX"},
        {"FREQ=MONTHLY;BYDAY=MO,9XX", 22, "BYDAY=9XX"},
        {"FREQ=MONTHLY;BYDAY=WEDNESDAY", 21, "DNESDAY"},
        {"FREQ=MONTHLY;BYDAY=M", 19, "BYDAY=M"},
        {"FREQ=MONTHLY;BYDAY=3", 19, "BYDAY=3"},
        {"FREQ=MONTHLY;BYDAY=0MO", 19, "BYDAY=0MO"},
        {"FREQ=MONTHLY;BYDAY=54MO", 19, "BYDAY=54MO"},
        {"FREQ=MONTHLY;BYDAY=-54MO", 19, "BYDAY=-54MO"},
        {"FREQ=MONTHLY;BYDAY=WE3", 21, "3"},
        {"FREQ=MONTHLY;BYDAY=WE(3)", 21, "(3)"},
        // Times of day.
        {"FREQ=DAILY;BYHOUR=24", 18, "a number from 0 to 23"},
        {"FREQ=DAILY;BYHOUR=-1", 18, "BYHOUR=-1"},
        {"FREQ=DAILY;BYMINUTE=60", 20, "a number from 0 to 59"},
        {"FREQ=DAILY;BYSECOND=61", 20, "a number from 0 to 60"},
        // WKST, RSCALE, SKIP.
        {"FREQ=WEEKLY;WKST=XX", 17, "WKST=XX"},
        {"FREQ=WEEKLY;WKST=1MO", 17, "WKST=1MO"},
        {"FREQ=WEEKLY;WKST=MO,TU", 19, ",TU"},
        {"FREQ=YEARLY;RSCALE=HEBREW", 19, "GREGORIAN, DANGI"},
        {"RSCALE=DANGI;FREQ=YEARLY;SKIP=SIDEWAYS", 30, "OMIT, BACKWARD, FORWARD"},
        // Parts that may not stand together.
        {"FREQ=DAILY;BYSETPOS=1", 11, "BYSETPOS needs another part"},
        {"FREQ=YEARLY;COUNT=3;BYSETPOS=-1", 20, "BYSETPOS needs another part"},
        {"FREQ=DAILY;BYDAY=1MO", 11, "FREQ=MONTHLY and FREQ=YEARLY"},
        {"FREQ=WEEKLY;BYDAY=MO,-1FR", 12, "FREQ=MONTHLY and FREQ=YEARLY"},
        {"BYDAY=1MO;FREQ=WEEKLY", 0, "FREQ=MONTHLY and FREQ=YEARLY"},
        {"FREQ=HOURLY;BYDAY=1MO", 12, "FREQ=MONTHLY and FREQ=YEARLY"},
        {"FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", 24, "BYWEEKNO"},
        {"FREQ=YEARLY;BYDAY=1MO;BYWEEKNO=20", 12, "BYWEEKNO"},
        {"FREQ=MONTHLY;BYWEEKNO=20", 13, "BYWEEKNO needs FREQ=YEARLY"},
        {"FREQ=WEEKLY;BYWEEKNO=20", 12, "BYWEEKNO needs FREQ=YEARLY"},
        {"FREQ=DAILY;BYWEEKNO=20", 11, "BYWEEKNO needs FREQ=YEARLY"},
        {"FREQ=SECONDLY;BYWEEKNO=20", 14, "BYWEEKNO needs FREQ=YEARLY"},
        {"FREQ=DAILY;BYYEARDAY=100", 11, "DAILY, WEEKLY or MONTHLY"},
        {"FREQ=WEEKLY;BYYEARDAY=100", 12, "DAILY, WEEKLY or MONTHLY"},
        {"FREQ=MONTHLY;BYYEARDAY=100", 13, "DAILY, WEEKLY or MONTHLY"},
        {"FREQ=WEEKLY;BYMONTHDAY=1", 12, "FREQ=WEEKLY"},
        {"FREQ=YEARLY;SKIP=FORWARD", 12, "SKIP needs RSCALE"},
        {"SKIP=OMIT;FREQ=YEARLY", 0, "SKIP needs RSCALE"},
        {"FREQ=YEARLY;BYMONTH=5L", 12, "RSCALE=DANGI"},
        {"RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=3,5L", 29, "RSCALE=DANGI"},
    };
    for (const Fault& fault : faults) expect_fault(fault);
}

TEST(RuleError, ShowsForeignBytesSafely) {
    expect_fault({std::string("FREQ=\0\x01\xff", 8), 5, "\\x00\\x01\\xff"});
    expect_fault({"FREQ=\xed\x95\xad", 5, "\xed\x95\xad"});  // valid UTF-8 is shown as it is
    expect_fault({std::string("FREQ=DAILY\0", 11), 5, "\\x00"});
    expect_fault({std::string("FREQ=DAILY;COUNT=1\0", 19), 17, "COUNT"});
}

TEST(RuleError, IllegalPartsGivenInCode) {
    const std::vector<std::pair<RuleParts, std::string>> faults = {
        {{.interval = 0}, "INTERVAL=0"},
        {{.interval = -3}, "INTERVAL=-3"},
        {{.interval = 2147483648}, "INTERVAL=2147483648"},
        {{.count = 0}, "COUNT=0"},
        {{.count = -1}, "COUNT=-1"},
        {{.count = std::int64_t{1} << 40}, "COUNT=1099511627776"},
        {{.count = 1, .until = make_date(2026, 1, 1)}, "COUNT"},
        {{.by_month = {0}}, "BYMONTH=0"},
        {{.by_month = {1, 13}}, "BYMONTH=13"},
        {{.by_month = {-1}}, "BYMONTH=-1"},
        {{.by_month = {2147483647}}, "BYMONTH=2147483647"},
        {{.by_leap_month = {5}}, "RSCALE=DANGI"},
        {{.by_leap_month = {13}, .scale = Scale::dangi}, "BYMONTH=13"},
        {{.by_week_no = {54}}, "BYWEEKNO=54"},
        {{.by_week_no = {0}}, "BYWEEKNO=0"},
        {{.frequency = Frequency::monthly, .by_week_no = {20}}, "BYWEEKNO needs FREQ=YEARLY"},
        {{.by_year_day = {386}}, "BYYEARDAY=386"},
        {{.by_year_day = {-367}}, "BYYEARDAY"},
        {{.frequency = Frequency::daily, .by_year_day = {1}}, "BYYEARDAY"},
        {{.by_month_day = {-2147483647 - 1}}, "BYMONTHDAY=-2147483648"},
        {{.frequency = Frequency::weekly, .by_month_day = {1}}, "BYMONTHDAY"},
        {{.frequency = Frequency::weekly, .by_day = {MO(1)}}, "BYDAY"},
        {{.by_week_no = {20}, .by_day = {MO(1)}}, "BYDAY"},
        {{.by_hour = {24}}, "BYHOUR=24"},
        {{.by_hour = {-1}}, "BYHOUR=-1"},
        {{.by_minute = {60}}, "BYMINUTE=60"},
        {{.by_second = {61}}, "BYSECOND=61"},
        {{.by_set_pos = {1}}, "BYSETPOS needs another part"},
        {{.by_weekday = {MO}, .by_set_pos = {0}}, "BYSETPOS=0"},
        {{.by_weekday = {MO}, .by_set_pos = {367}}, "BYSETPOS"},
        {{.skip = Skip::forward}, "SKIP needs RSCALE"},
    };
    for (const auto& [parts, says] : faults) {
        try {
            const Rule rule(parts);
            ADD_FAILURE() << "\"" << says << "\" was taken as " << rule;
        } catch (const RuleError& error) {
            EXPECT_EQ(error.position(), 0U);
            EXPECT_NE(std::string(error.what()).find(says), std::string::npos) << error.what();
        }
    }
    const RuleParts special_until{.until = Date(boost::gregorian::not_a_date_time)};
    EXPECT_ERROR(Rule(special_until), DateError);
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

// --- Hostile text ---------------------------------------------------------------------------------

TEST(HostileRule, MegabytesOfOnePartAreThatPart) {
    std::string text = "FREQ=MONTHLY;BYDAY=";
    const std::string items = "1MO,+1MO,-1FR,0000001MO,WE,";
    text.reserve(10'100'000);
    while (text.size() < 10'000'000) text += items;
    EXPECT_EQ(Rule::parse(text + "WE;COUNT=3"),
              Rule::parse("FREQ=MONTHLY;BYDAY=1MO,WE,-1FR;COUNT=3"));

    // A fault at the far end is found where it is, and told in a few words.
    text.resize(100'000 * items.size() + std::string_view("FREQ=MONTHLY;BYDAY=").size());
    try {
        static_cast<void>(Rule::parse(text + "XX"));
        ADD_FAILURE() << "XX is no weekday";
    } catch (const RuleError& error) {
        EXPECT_EQ(error.position(), text.size());
        EXPECT_LT(std::string(error.what()).size(), 400U);
    }
}

TEST(HostileRule, MegabytesThatAreNoRule) {
    const std::size_t size = 1'000'000;
    for (const std::string& text :
         {std::string(size, 'A'), std::string(size, '='), std::string(size, ';'),
          std::string(size, '\0'), "FREQ=" + std::string(size, 'D'),
          "FREQ=DAILY;COUNT=" + std::string(size, '9'),
          "FREQ=DAILY;UNTIL=" + std::string(size, '2'),
          "FREQ=YEARLY;BYMONTH=" + std::string(size, '1'),
          "FREQ=YEARLY;BYMONTHDAY=" + std::string(size, '-'),
          "FREQ=YEARLY;BYDAY=" + std::string(size, ',')}) {
        try {
            static_cast<void>(Rule::parse(text));
            ADD_FAILURE() << "read as a rule: " << text.substr(0, 40);
        } catch (const RuleError& error) {
            EXPECT_LE(error.position(), text.size());
            EXPECT_LT(std::string(error.what()).size(), 700U);
        }
    }
    // Leading zeros are digits like others.
    EXPECT_EQ(Rule::parse("FREQ=DAILY;INTERVAL=" + std::string(size, '0') + "7"),
              Rule::parse("FREQ=DAILY;INTERVAL=7"));
}

// Whether a text is a rule or refused, nothing else may come of it.
void expect_rule_or_refusal(const std::string& text) {
    try {
        const Rule rule = Rule::parse(text);
        EXPECT_EQ(Rule::parse(to_string(rule)), rule) << text;
    } catch (const RuleError& error) {
        EXPECT_LE(error.position(), text.size()) << text;
        EXPECT_FALSE(std::string(error.what()).empty());
    }
}

TEST(HostileRule, AnyBytesAreARuleOrRefused) {
    RandomRules random(4);
    const std::string alphabet = "FREQ=DAILY;COUNT=1,BYDAY=MO-+0123456789TZL\xff";
    for (int i = 0; i < 4000; ++i) {
        std::string text(static_cast<std::size_t>(random.number(0, 40)), ' ');
        const bool any = random.number(0, 1) == 0;
        for (char& c : text) {
            c = any ? static_cast<char>(random.number(0, 255))
                    : alphabet[static_cast<std::size_t>(
                          random.number(0, static_cast<std::int64_t>(alphabet.size()) - 1))];
        }
        expect_rule_or_refusal(text);
        expect_rule_or_refusal("FREQ=YEARLY;" + text);
    }
}

TEST(HostileRule, MutatedRulesAreRulesOrRefused) {
    RandomRules random(5);
    const std::string signs = ";=,-+0123456789LTZ\xff";
    for (int i = 0; i < 6000; ++i) {
        std::string text = random_text(random);
        for (std::int64_t n = random.number(1, 3); n > 0 && !text.empty(); --n) {
            const auto at = static_cast<std::size_t>(
                random.number(0, static_cast<std::int64_t>(text.size()) - 1));
            const char sign = signs[static_cast<std::size_t>(
                random.number(0, static_cast<std::int64_t>(signs.size()) - 1))];
            switch (random.number(0, 4)) {
                case 0:
                    text[at] = sign;
                    break;
                case 1:
                    text.insert(at, 1, sign);
                    break;
                case 2:
                    text.erase(at, 1);
                    break;
                case 3:
                    text = text.substr(0, at);
                    break;
                default:
                    text += ";" + text.substr(at);
                    break;
            }
        }
        expect_rule_or_refusal(text);
    }
}

}  // namespace
}  // namespace probity::testing
