// parse_korean and parse_korean_quota: what officials write, and what Rule::describe writes. The tests in
// Python hold many more sentences.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/sentences/parse.hpp"
#include "sentence_table.hpp"
#include "tests/expect_error.hpp"

namespace korean_test {

using namespace probity;
using namespace std::chrono_literals;
using probity_tests::days_of;
using probity_tests::expect_table;
using probity_tests::hours_of;

std::string rule_of(std::string_view text) {
    const Sentence sentence = parse_korean(text);
    return sentence.readings.at(0).rule ? to_string(*sentence.readings[0].rule) : "none";
}

/// Expects an action to throw just this class of error, with these words.
template <class Error, class Action>
void expect_words(Action action, const std::string& words) {
    const std::string message = probity_tests::message_of<Error>(action);
    EXPECT_NE(message.find(words), std::string::npos) << message;
}

/// The message with which a sentence is refused; empty if it is read.
std::string refusal_of(std::string_view text) {
    try {
        static_cast<void>(parse_korean(text));
    } catch (const RuleError& error) {
        return error.what();
    }
    return {};
}

TEST(Korean, SaysWhatOfficialsSay) {
    expect_table("korean.tsv", parse_korean);
    expect_table("offices.tsv", parse_korean);
}

TEST(Korean, GivesRules) {
    const std::vector<std::pair<const char*, const char*>> rows{
        {"매월 셋째 수요일", "FREQ=MONTHLY;BYDAY=3WE"},
        {"매년 3월 셋째 주 수요일", "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"},
        {"격주 금요일", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"},
        {"매분기 마지막 달 15일", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15"},
        {"每年 三月 第三週 水曜日", "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"},
        {"매월 세쨰 수욜", "FREQ=MONTHLY;BYDAY=3WE"},
        {"매월　１５일", "FREQ=MONTHLY;BYMONTHDAY=15"},
        {"매월 말일, 10회", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=-1"},
        {"매년 3월부터 11월까지 격월 15일", "FREQ=YEARLY;BYMONTH=3,5,7,9,11;BYMONTHDAY=15"},
    };
    for (const auto& [text, rule] : rows) EXPECT_EQ(rule_of(text), rule) << text;
}

TEST(Korean, ReadsWhatDescribeWrites) {
    for (const char* const text :
         {"FREQ=YEARLY;BYMONTH=3;BYDAY=3WE", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
          "FREQ=DAILY;COUNT=10;INTERVAL=3", "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=5",
          "FREQ=HOURLY;BYMINUTE=0,30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"}) {
        const Rule rule = Rule::parse(text);
        EXPECT_EQ(rule_of(rule.describe(Language::korean)), text);
    }
}

TEST(Korean, NamesTheConventionsOfAWeek) {
    std::vector<std::string> names;
    for (const Reading& reading : parse_korean("매월 셋째 주").readings) {
        names.push_back(reading.names.at(0));
    }
    EXPECT_EQ(names, (std::vector<std::string>{"ISO", "CLDR_KR", "MONDAY_ROWS", "SUNDAY_MAJORITY",
                                               "FULL_WEEKS", "FULL_WEEKS_FROM_SUNDAY"}));
}

TEST(Korean, ShowsWhereReadingsDiffer) {
    const Sentence yearly = parse_korean("매년 3월 셋째 주 수요일");
    EXPECT_TRUE(yearly.yearly);
    std::vector<int> years;
    for (const ReadingDifference& each : yearly.differ(2013, 2051, {0, 2})) {
        EXPECT_FALSE(each.month);
        years.push_back(each.year);
    }
    EXPECT_EQ(years, (std::vector{2018, 2029, 2035, 2040, 2046}));
    expect_words<ProbityError>([&] { static_cast<void>(yearly.differ(2013, 2051, {99})); },
                               "there is no reading 99");
    expect_words<DateError>([&] { static_cast<void>(yearly.differ(1000, 2000)); }, "1000");
    EXPECT_TRUE(yearly.differ(2013, 2013).empty());
}

TEST(Korean, HasHours) {
    const Sentence sentence = parse_korean("매월 셋째 수요일 오후 2시~4시");
    EXPECT_EQ(sentence.time, 14h);
    EXPECT_EQ(sentence.ends, 16h);
    EXPECT_EQ(hours_of(parse_korean("매주 금요일 18시까지")), "18:00");
}

TEST(Korean, CountsPositionsInCharacters) {
    try {
        static_cast<void>(parse_korean("매월 15일경"));
        ADD_FAILURE();
    } catch (const RuleError& error) {
        EXPECT_EQ(error.position(), 6U);
        EXPECT_EQ(std::string(error.what()),
                  "'매월 15일경', at 6: 경 says that the day is not certain: name the day");
    }
}

TEST(Korean, ComposesLettersThatCameApart) {
    // 매월 as a file name of macOS has it.
    EXPECT_EQ(rule_of("\u1106\u1162\u110b\u116f\u11af 15일"), "FREQ=MONTHLY;BYMONTHDAY=15");
    EXPECT_NE(refusal_of("\u1106\u1162\u110b\u116f\u11af 15일경").find("at 9:"), std::string::npos);
}

TEST(Korean, RefusesBytesThatAreNoText) {
    EXPECT_NE(refusal_of("매월\xff 15일").find("the byte \\xff at 6 is no UTF-8"),
              std::string::npos);
}

TEST(Korean, IsBoundedByItsLength) {
    std::string text;
    for (int i = 0; i < 6001; ++i) text += "월";
    EXPECT_NE(refusal_of(text).find("at most 6000 characters"), std::string::npos);
    for (const char* const piece : {"매", "1", "1·", "끝에서", "(", "첫째·", "월,", "윤1월", "'"}) {
        std::string many;
        while (many.size() < 5900) many += piece;
        EXPECT_NE(refusal_of(many), "") << piece;
    }
}

// Of a week that holds a day the weekday may lie before a start that the day does not.
TEST(Korean, GivesNoDayBeforeTheStart) {
    const Reading monday = parse_korean("매년 설이 있는 주의 월요일").readings.at(0);
    // Seollal is 2026-02-17, a Tuesday.
    EXPECT_EQ(monday.recurrence(make_date(2026, 2, 16)).nth(0), make_date(2026, 2, 16));
    EXPECT_EQ(monday.recurrence(make_date(2026, 2, 17)).nth(0), make_date(2027, 2, 1));
}

// The Sunday of a week from Monday lies six days behind its first day.
TEST(Korean, GivesTheLastDayOfAWeek) {
    const Reading sunday = parse_korean("매년 설이 있는 주의 일요일").readings.at(0);
    EXPECT_EQ(sunday.recurrence(make_date(2026, 1, 1)).nth(0), make_date(2026, 2, 22));
    EXPECT_EQ(days_of(parse_korean("매년 설이 있는 주의 일요일"), "2026-01-01", "2027-01-01"),
              "2026-02-22");
}

// 있는 names no event, though a name may end with 는.
TEST(Korean, ReadsTheWeekThatHoldsAFeast) {
    for (const char* const text : {"광복절이 있는 주 월요일", "매년 광복절이 있는 주 월요일",
                                   "광복절이 속하는 주의 월요일"}) {
        // 2026-08-15 is a Saturday.
        EXPECT_EQ(days_of(parse_korean(text), "2026-01-01", "2027-01-01"), "2026-08-10") << text;
    }
}

TEST(Korean, NeedsACalendarForWorkingDays) {
    const Reading last = parse_korean("매월 마지막 근무일").readings.at(0);
    EXPECT_TRUE(last.needs_workdays());
    expect_words<ProbityError>([&] { static_cast<void>(last.recurrence(make_date(2026, 1, 1))); },
                               "counts working days");
    const Recurrence days = last.recurrence(make_date(2026, 1, 1), WorkCalendar::korea());
    EXPECT_EQ(days.nth(1), make_date(2026, 2, 27));
}

TEST(Korean, GivesSpans) {
    const Reading week = parse_korean("매월 셋째 주").readings.at(0);
    EXPECT_EQ(week.spans(make_date(2026, 1, 1)), nth_week(3, make_date(2026, 1, 1)));
    EXPECT_EQ(days_of(parse_korean("매년 2월 한 달간"), "2026-01-01", "2028-12-31"),
              "2026-02-01/2026-03-01 2027-02-01/2027-03-01 2028-02-01/2028-03-01");
    expect_words<ProbityError>(
        [&] {
            static_cast<void>(
                parse_korean("매년 2월 한 달간").readings[0].spans(make_date(2026, 1, 1)));
        },
        "differ in length");
}

TEST(KoreanQuota, SaysHowOften) {
    struct Row {
        const char* text;
        int times;
        QuotaPeriod per;
        Bound bound;
    };
    for (const Row& row :
         {Row{"연 3회", 3, QuotaPeriod::year, Bound::exactly},
          Row{"분기별 1회 이상", 1, QuotaPeriod::quarter, Bound::at_least},
          Row{"정기회의는 연 3회 개최한다", 3, QuotaPeriod::year, Bound::exactly},
          Row{"연 2회(상·하반기 각 1회)", 1, QuotaPeriod::half_year, Bound::exactly},
          Row{"월 최대 2회", 2, QuotaPeriod::month, Bound::at_most}}) {
        const HowOften often = parse_korean_quota(row.text);
        EXPECT_EQ(often, (HowOften{row.text, row.times, row.per, row.bound})) << row.text;
    }
    const HowOften often = parse_korean_quota("분기별 1회 이상");
    EXPECT_EQ(quota(often, "council", make_date(2025, 6, 1)).per, QuotaPeriod::quarter);
    expect_words<ProbityError>(
        [&] {
            static_cast<void>(quota(parse_korean_quota("월 최대 2회"), "x", make_date(2025, 6, 1)));
        },
        "the most that may happen");
    expect_words<RuleError>([&] { static_cast<void>(parse_korean_quota("주 2회")); }, "a week");
    expect_words<RuleError>([&] { static_cast<void>(parse_korean_quota("매월 15일")); },
                            "no number of times");
}

}  // namespace korean_test
