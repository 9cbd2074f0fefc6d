// What Rule::describe writes in Korean, read back.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "probity/sentences/parse.hpp"
#include "tests/expect_error.hpp"

namespace described_test {

using namespace probity;

TEST(KoreanDescriptions, ReadBackToTheRule) {
    for (const char* const parts :
         {"FREQ=YEARLY;BYMONTH=3;BYDAY=3WE", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
          "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
          "FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO,TU,WE;WKST=SU",
          "FREQ=MONTHLY;BYMONTHDAY=1,3,5,7,9,11,13,15,17,19,21",
          "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=1;SKIP=FORWARD",
          "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=1;SKIP=BACKWARD",
          "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
          "FREQ=MINUTELY;INTERVAL=10;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,10,11,12",
          "FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,15,30,45", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=MO"}) {
        const Rule rule = Rule::parse(parts);
        const std::string text = rule.describe(Language::korean);
        const auto readings = parse_korean(text).readings;
        ASSERT_FALSE(readings.empty()) << text;
        ASSERT_TRUE(readings[0].rule) << text;
        EXPECT_EQ(readings[0].rule->describe(Language::korean), text);
    }
}

TEST(KoreanDescriptions, HaveSpans) {
    const auto readings = parse_korean("매월 셋째 목요일, 3일 전부터 7일간").readings;
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings[0].length, 7);
    EXPECT_EQ(readings[0].terms.at(0).offset, -3);
    EXPECT_EQ(readings[0].title.english,
              "on the third Thursday of every month, 7 days from 3 days before it on");
}

TEST(KoreanDescriptions, OfHoursThatDoNotAgreeAreRefused) {
    EXPECT_ERROR(parse_korean("매일 09:00:00·10:00"), RuleError);
    EXPECT_ERROR(parse_korean("매일 10:00부터 09:00까지 매시간"), RuleError);
    EXPECT_ERROR(parse_korean("매일(한 주의 시작은 x요일)"), RuleError);
    EXPECT_ERROR(parse_korean("윤월·월 중 매일"), RuleError);
}

TEST(KoreanDescriptions, MayListDaysOfEachMonthOfAnHourlyRule) {
    const auto readings = parse_korean("매시간, 매월 12~16일에만").readings;
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings[0].rule->frequency(), Frequency::hourly);
}

TEST(KoreanDescriptions, OfAnyLengthAreReadOrRefusedAtOnce) {
    for (const std::string unit :
         {"1~999·", "(", "월 중 ", "(1월인 경우)", "첫째·", ", 각 해의 "}) {
        std::string many = "매월 ";
        while (many.size() < 45'000) many += unit;
        EXPECT_ERROR(parse_korean(many), RuleError);
        EXPECT_ERROR(parse_korean(many + "인 경우)"), RuleError);
    }
}

}  // namespace described_test
