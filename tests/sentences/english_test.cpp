// parse_english: what announcements write in English, and what Rule::describe writes. The tests in
// Python hold more sentences against their Korean counterparts.
#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/sentences/parse.hpp"
#include "sentence_table.hpp"
#include "tests/expect_error.hpp"

namespace english_test {

using namespace probity;
using namespace std::chrono_literals;
using probity_tests::days_of;
using probity_tests::expect_table;

std::string rule_of(std::string_view text) {
    const Sentence sentence = parse_english(text);
    return sentence.readings.at(0).rule ? to_string(*sentence.readings[0].rule) : "none";
}

TEST(English, SaysWhatAnnouncementsSay) { expect_table("english.tsv", parse_english); }

TEST(English, HasManyWordsForTheSame) {
    for (const char* const text :
         {"third Wednesday of March every year", "every third Wednesday of March",
          "Every year, the third Wednesday in March.", "3rd Wed of Mar",
          "annually on the third Wednesday of March", "Integrity Day: third Wednesday of March",
          "third Wednesday of March (Integrity Day)", "third Wednesday of March as Integrity Day",
          "THE THIRD  WEDNESDAY\nOF MARCH", "every March, the third Wednesday",
          "the ３rd Wednesday of March", "the 𝟑rd 𝐖𝐞𝐝𝐧𝐞𝐬𝐝𝐚𝐲 of March"}) {
        EXPECT_EQ(rule_of(text), "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE") << text;
    }
}

TEST(English, GivesRules) {
    const std::vector<std::pair<const char*, const char*>> rows{
        {"every 2 weeks on Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"},
        {"Tuesday to Thursday", "FREQ=WEEKLY;BYDAY=TU,WE,TH"},
        {"the second last Friday of each month", "FREQ=MONTHLY;BYDAY=-2FR"},
        {"the last Friday but two of each month", "FREQ=MONTHLY;BYDAY=-3FR"},
        {"the first Monday and the third Wednesday", "FREQ=MONTHLY;BYDAY=1MO,3WE"},
        {"the first three days of each month", "FREQ=MONTHLY;BYMONTHDAY=1,2,3"},
        {"15th of March and September", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15"},
        {"the twenty-first of each month", "FREQ=MONTHLY;BYMONTHDAY=21"},
        {"the 100th day of the year", "FREQ=YEARLY;BYYEARDAY=100"},
        {"last Friday of each quarter", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR"},
        {"first Monday of each month for 10 times", "FREQ=MONTHLY;COUNT=10;BYDAY=1MO"},
        {"every Friday until December 2026", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=FR"},
        {"15th day of the 8th lunar month", "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15"},
    };
    for (const auto& [text, rule] : rows) EXPECT_EQ(rule_of(text), rule) << text;
}

TEST(English, EveryThirdFridayMayBeOneInThree) {
    const auto readings = parse_english("every third Friday").readings;
    ASSERT_EQ(readings.size(), 2U);
    EXPECT_EQ(to_string(*readings[0].rule), "FREQ=MONTHLY;BYDAY=3FR");
    EXPECT_EQ(to_string(*readings[1].rule), "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR");
    EXPECT_EQ(parse_english("every third Friday of the month").readings.size(), 1U);
}

TEST(English, KeepsTheTimeOfDay) {
    struct Row {
        const char* text;
        std::optional<std::chrono::seconds> time, ends;
    };
    const std::vector<Row> rows{
        {"second Friday of every month at 2 pm", 14h, {}},
        {"second Friday of every month, 2-4 pm", 14h, 16h},
        {"every Monday at 2:30 p.m.", 14h + 30min, {}},
        {"from 11 to 1 pm every Monday", 11h, 13h},
        {"every Monday at 12 am", 0h, {}},
        {"every Monday at noon", 12h, {}},
        {"the 15th of each month by 6 pm", {}, 18h},
        {"every week on Monday at 09:30", 9h + 30min, {}},
        {"every day at 09:00:30", 9h + 30s, {}},
    };
    for (const Row& row : rows) {
        const Sentence sentence = parse_english(row.text);
        EXPECT_EQ(sentence.time, row.time) << row.text;
        EXPECT_EQ(sentence.ends, row.ends) << row.text;
    }
}

TEST(English, NamesWhatItDoesNotUnderstandWithItsPlace) {
    struct Row {
        const char* text;
        std::size_t position;
        const char* says;
    };
    const std::vector<Row> rows{
        {"", 0, "empty"},
        {"twice a month", 0, "how often (twice), not when"},
        {"quarterly on the 15th", 21, "which month of the quarter"},
        {"biweekly", 0, "every two weeks or twice a week"},
        {"40th of each month", 0, "40: a day of the month is 1 to 31"},
        {"the 22th of each month", 4, "22th is no ordinal"},
        {"18 March 2026", 9, "one year is named"},
        {"the third Wednesday of Marhc", 23, "did you mean March?"},
        {"every Mondya", 6, "did you mean Monday?"},
        {"early March", 0, "early names about ten days, not one"},
        {"every Monday at 14:00 and at 3 pm", 26, "one time of day"},
        {"every Monday at 26:00", 13, "00:00 to 23:59"},
        {"every Monday at 3", 13, "in the morning or the afternoon"},
        {"the 1st; if it is a holiday", 7, "if it is a holiday, the next working day"},
        {"the 1st except tomorrow", 15, "what is left out is not understood"},
        {"every month in March of June", 24, "months are named twice"},
        {"every Friday until 30 February 2026", 19, "there is no such date"},
        {"every Friday until 31 December 1066", 19, "dates go from 1400-01-01 to 9999-12-31"},
        {"Mondays from 1 April 0900", 13, "dates go from 1400-01-01 to 9999-12-31"},
        {"3/4", 0, "which number is the month differs by country"},
        {"the 15th of March and", 18, "it breaks off behind 'and'"},
        {"every 9999999999 weeks on Friday", 0, "INTERVAL=9999999999"},
        {"the 99999999999th day of each month", 4, "at most ten places"},
        // Places are characters, whatever their width in bytes.
        {"청렴의 날: every Mondya", 13, "did you mean Monday?"},
    };
    for (const Row& row : rows) {
        try {
            const auto readings = parse_english(row.text).readings;
            ADD_FAILURE() << row.text << " is read as " << to_string(readings.at(0));
        } catch (const RuleError& error) {
            EXPECT_EQ(error.position(), row.position) << row.text << ": " << error.what();
            EXPECT_NE(std::string(error.what()).find(row.says), std::string::npos)
                << row.text << ": " << error.what();
        }
    }
}

TEST(English, ShowsTheNeighbourhoodOfAFault) {
    EXPECT_MESSAGE(
        parse_english("the Integrity Council meets on the first Mondya of each month"), RuleError,
        "'... meets on the first Mondya of each month', at 41: 'mondya' is not understood; "
        "did you mean Monday?; days are meant, such as the 15th of each month, third "
        "Wednesday of March every year, every Monday");
}

TEST(English, RefusesBytesThatAreNoText) {
    EXPECT_ERROR(parse_english("every \xff Monday"), RuleError);
    EXPECT_ERROR(parse_english(std::string_view("\0\0\0", 3)), RuleError);
}

TEST(English, TakesANameBeforeBracketsWithABlankInThem) {
    EXPECT_EQ(days_of(parse_english("Integrity Week (third week of every month )"), "2026-03-01",
                      "2026-04-01"),
              "2026-03-16/2026-03-23");
}

TEST(English, CountsAFortnightAsTwoWeeks) {
    for (const char* const text : {"once a fortnight on Friday", "every fortnight on Friday",
                                   "on Friday, once in two weeks"}) {
        EXPECT_EQ(rule_of(text), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR") << text;
    }
    EXPECT_ERROR(parse_english("twice a fortnight, Monday and Wednesday"), RuleError);
}

TEST(English, LosesNothingThatWasSaid) {
    EXPECT_EQ(rule_of("every Friday until 31 December 2026, to be held at 2 pm"),
              "FREQ=WEEKLY;UNTIL=20261231;BYDAY=FR");
    const auto refusal = [](const char* text) {
        return probity_tests::message_of<RuleError>(
            [&] { static_cast<void>(parse_english(text)); });
    };
    EXPECT_NE(refusal("every Friday until 31 December 2026 until 30 June 2027")
                  .find("two last days are named"),
              std::string::npos);
    EXPECT_NE(
        refusal("from 1 April 2026 every Friday from 1 May 2026").find("two first days are named"),
        std::string::npos);
    EXPECT_NE(refusal("the 1st; if it is a Saturday, the previous working day; if it is a Sunday, "
                      "the next working day")
                  .find("days off are moved twice"),
              std::string::npos);
}

TEST(English, ReadsBackWhatDescribeWrites) {
    for (const char* const parts :
         {"FREQ=YEARLY;BYMONTH=3;BYDAY=3WE", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
          "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
          "FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO,TU,WE;WKST=SU",
          "FREQ=MONTHLY;BYMONTHDAY=1,3,5,7,9,11,13,15,17,19,21",
          "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=1;SKIP=FORWARD",
          "FREQ=MINUTELY;INTERVAL=10;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,10,11,12",
          "FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,15,30,45",
          "FREQ=WEEKLY;INTERVAL=2147483647;BYDAY=MO", "FREQ=DAILY;COUNT=2147483647"}) {
        const Rule rule = Rule::parse(parts);
        const std::string text = rule.describe(Language::english);
        EXPECT_EQ(rule_of(text), to_string(rule)) << text;
    }
}

TEST(English, ReadsOrRefusesLongTextsAtOnce) {
    for (const std::string unit :
         {"& ", ", ", "on ", "the ", "Q1 Q2 ", "the 15th and ", "Chuseok and ", "( ", "except ",
          "\" ", "as a ", "is a Monday, ", "1st to 366th, ", "the last of the ", "9-9-", "a: "}) {
        std::string many;
        while (many.size() < 70'000) many += unit;
        EXPECT_ERROR(parse_english(many.substr(0, 5'990)), RuleError);
        EXPECT_ERROR(parse_english(many), RuleError);
        EXPECT_ERROR(parse_english("every day, but only if it " + many), RuleError);
        EXPECT_ERROR(parse_english("every year on the " + many), RuleError);
    }
}

}  // namespace english_test
