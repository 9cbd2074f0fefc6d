// Rule::describe: what a person reads for each kind of rule, in English and in Korean.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "probity/recurrence/rule.hpp"

namespace probity::testing {
namespace describe_test {

struct Sentences {
    std::string rule;
    std::string english;
    std::string korean;
};

void expect_sentences(const std::vector<Sentences>& table) {
    for (const Sentences& row : table) {
        const Rule rule = Rule::parse(row.rule);
        EXPECT_EQ(rule.describe(Language::english), row.english) << row.rule;
        EXPECT_EQ(rule.describe(Language::korean), row.korean) << row.rule;
    }
}

TEST(Describe, OrdinalWeekdays) {
    expect_sentences({
        {"FREQ=YEARLY;BYMONTH=3;BYDAY=3WE", "every year on the third Wednesday of March",
         "매년 3월 셋째 수요일"},
        {"FREQ=MONTHLY;BYDAY=3WE", "every month on the third Wednesday", "매월 셋째 수요일"},
        {"FREQ=MONTHLY;BYDAY=3TH", "every month on the third Thursday", "매월 셋째 목요일"},
        {"FREQ=MONTHLY;BYDAY=1FR", "every month on the first Friday", "매월 첫째 금요일"},
        {"FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
         "every second month on the first and last Sunday, 10 times",
         "격월 첫째·마지막 일요일, 10회"},
        {"FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "every month on the second-last Monday, 6 times",
         "매월 끝에서 둘째 월요일, 6회"},
        {"FREQ=MONTHLY;BYDAY=1MO,2MO,3MO,4MO", "every month on the first to fourth Monday",
         "매월 첫째~넷째 월요일"},
        {"FREQ=MONTHLY;BYDAY=MO,1FR", "every month on each Monday and the first Friday",
         "매월 매주 월요일과 첫째 금요일"},
        {"FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR",
         "every year on the last Friday of March, June, September and December",
         "매년 3·6·9·12월 마지막 금요일"},
        {"FREQ=YEARLY;BYDAY=20MO", "every year on the 20th Monday of the year",
         "매년 연중 20번째 월요일"},
        {"FREQ=YEARLY;BYDAY=-1FR", "every year on the last Friday of the year",
         "매년 연중 마지막 금요일"},
    });
}

TEST(Describe, Weeks) {
    expect_sentences({
        {"FREQ=WEEKLY", "every week", "매주 시작일과 같은 요일"},
        {"FREQ=WEEKLY;BYDAY=MO,WE,FR", "every week on Monday, Wednesday and Friday",
         "매주 월·수·금요일"},
        {"FREQ=WEEKLY;BYDAY=TU,WE,TH", "every week from Tuesday to Thursday", "매주 화~목요일"},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
         "every second week on Monday, Wednesday and Friday", "격주 월·수·금요일"},
        {"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
         "every second week on Tuesday and Sunday (weeks start on Sunday), 4 times",
         "격주 화·일요일(한 주의 시작은 일요일), 4회"},
        {"FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR", "every 3 weeks from Monday to Friday",
         "3주마다 평일(월~금요일)"},
        {"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday", "매주 평일(월~금요일)"},
        {"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day", "매일"},
        {"FREQ=DAILY;BYDAY=SA,SU", "every week on Saturday and Sunday", "매주 토·일요일"},
        {"FREQ=WEEKLY;BYMONTH=6,7,8;BYDAY=MO", "every week on Monday from June to August",
         "6~8월 중 매주 월요일"},
        {"FREQ=WEEKLY;INTERVAL=2;BYMONTH=6,7,8;BYDAY=MO",
         "every second week on Monday, only from June to August", "격주 월요일, 6~8월에만"},
        {"FREQ=WEEKLY;BYDAY=TU,TH;BYSETPOS=1;WKST=SU",
         "every week on the first day that is a Tuesday or Thursday (weeks start on Sunday)",
         "매주 화·목요일 중 첫째 날(한 주의 시작은 일요일)"},
    });
}

TEST(Describe, Days) {
    expect_sentences({
        {"FREQ=DAILY", "every day", "매일"},
        {"FREQ=DAILY;INTERVAL=2", "every second day", "격일"},
        {"FREQ=DAILY;INTERVAL=10;COUNT=5", "every 10 days, 5 times", "10일마다, 5회"},
        {"FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
         "every day in January, until 31 January 2000", "1월 중 매일, 2000. 1. 31.까지"},
        {"FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", "every day in January", "1월 중 매일"},
        {"FREQ=DAILY;INTERVAL=2;BYDAY=MO,WE;BYMONTH=3",
         "every second day, but only if it is a Monday or Wednesday and lies in March",
         "격일, 3월 월·수요일에만"},
    });
}

TEST(Describe, DaysOfTheMonth) {
    expect_sentences({
        {"FREQ=MONTHLY", "every month", "매월 시작일과 같은 날"},
        {"FREQ=MONTHLY;BYMONTHDAY=15;INTERVAL=3;COUNT=12", "every 3 months on the 15th, 12 times",
         "3개월마다 15일, 12회"},
        {"FREQ=MONTHLY;BYMONTHDAY=1,2", "every month on the 1st and 2nd", "매월 1일과 2일"},
        {"FREQ=MONTHLY;BYMONTHDAY=3,11,21,22,31",
         "every month on the 3rd, 11th, 21st, 22nd and 31st", "매월 3일·11일·21일·22일·31일"},
        {"FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7", "every month from the 1st to the 7th",
         "매월 1~7일"},
        {"FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of every month", "매월 말일"},
        {"FREQ=MONTHLY;BYMONTHDAY=-3", "on the third-last day of every month",
         "매월 끝에서 셋째 날"},
        {"FREQ=MONTHLY;BYMONTHDAY=-7,-6,-5,-4,-3,-2,-1", "on the last 7 days of every month",
         "매월 마지막 7일"},
        {"FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
         "every month on the 1st and the last day, 10 times", "매월 1일과 말일, 10회"},
        {"FREQ=MONTHLY;BYMONTHDAY=1,3,5,7,9,11,13,15,17,19,21",
         "every month on the 1st, 3rd, 5th, 7th, 9th, 11th, 13th, 15th, 17th, 19th and 21st",
         "매월 1일·3일·5일·7일·9일·11일·13일·15일·17일·19일·21일"},
        {"FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15", "every year on 15 August", "매년 8월 15일"},
        {"FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1,15",
         "every year on the 1st and 15th of March and September", "매년 3·9월 1일과 15일"},
        {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;UNTIL=20261231",
         "every year on the last day of February, until 31 December 2026",
         "매년 2월 말일, 2026. 12. 31.까지"},
        {"FREQ=YEARLY;BYMONTHDAY=29", "every month on the 29th", "매월 29일"},
        {"FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=29", "every second year on the 29th of each month",
         "2년마다 매월 29일"},
        {"FREQ=MONTHLY;INTERVAL=5;BYMONTH=3,4,5;BYMONTHDAY=10",
         "every 5 months on the 10th, only from March to May", "5개월마다 10일, 3~5월에만"},
    });
}

TEST(Describe, WeekdayOnDaysOfTheMonth) {
    expect_sentences({
        {"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "every month on the 13th if it falls on a Friday",
         "매월 13일(금요일인 경우)"},
        {"FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=11,12,13,14,15,16,17",
         "every month on the Monday that falls on the 11th to the 17th", "매월 11~17일 중 월요일"},
        {"FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=14,15,16,17,18,19,20",
         "every month on the Wednesday that falls on the 14th to the 20th",
         "매월 14~20일 중 수요일"},
        {"FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
         "every 4 years on the Tuesday in November that falls on the 2nd to the 8th",
         "4년마다 11월 2~8일 중 화요일"},
        {"FREQ=YEARLY;BYMONTH=3;BYDAY=MO,FR;BYMONTHDAY=1,-1",
         "every year on each Monday and Friday in March that falls on the 1st or the last day",
         "매년 3월 1일과 말일 중 월·금요일"},
        {"FREQ=YEARLY;BYMONTH=3;BYDAY=1MO;BYMONTHDAY=1,2",
         "every year on the first Monday of March if it falls on the 1st or 2nd",
         "매년 3월 첫째 월요일(1일이나 2일인 경우)"},
    });
}

TEST(Describe, Months) {
    expect_sentences({
        {"FREQ=YEARLY", "every year", "매년 시작일과 같은 날"},
        {"FREQ=YEARLY;COUNT=2;BYMONTH=6,7", "every year in June and July, twice",
         "매년 6·7월 시작일과 같은 날, 2회"},
        {"FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
         "every second year in each month from January to March, 10 times",
         "2년마다 1~3월 시작일과 같은 날, 10회"},
        {"FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "every year on each Thursday in March",
         "매년 3월 매주 목요일"},
        {"FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "every year on each Thursday from June to August",
         "매년 6~8월 매주 목요일"},
        {"FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "every second month on each Tuesday",
         "격월 매주 화요일"},
        {"FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=1MO",
         "every year on the first Monday of March, June, September and December",
         "매년 3·6·9·12월 첫째 월요일"},
        {"FREQ=YEARLY;INTERVAL=2;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=1MO",
         "every second year on the first Monday of each month", "2년마다 매월 첫째 월요일"},
    });
}

TEST(Describe, DaysAndWeeksOfTheYear) {
    expect_sentences({
        {"FREQ=YEARLY;BYYEARDAY=100", "every year on the 100th day of the year",
         "매년 연중 100번째 날"},
        {"FREQ=YEARLY;BYYEARDAY=-1", "every year on the last day of the year",
         "매년 연중 마지막 날"},
        {"FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
         "every 3 years on the 1st, 100th and 200th days of the year, 10 times",
         "3년마다 연중 첫째 날·100번째 날·200번째 날, 10회"},
        {"FREQ=YEARLY;BYYEARDAY=100;BYMONTH=4",
         "every year on each day in April that is the 100th day of the year",
         "매년 연중 100번째 날(4월인 경우)"},
        {"FREQ=YEARLY;BYWEEKNO=20", "every year in week 20 of the year",
         "매년 연중 20번째 주 시작일과 같은 요일"},
        {"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "every year on Monday in week 20 of the year",
         "매년 연중 20번째 주 월요일"},
        {"FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO,TU,WE;WKST=SU",
         "every year from Monday to Wednesday in week 1 and the last week of the year (weeks start "
         "on Sunday)",
         "매년 연중 첫째·마지막 주 월~수요일(한 주의 시작은 일요일)"},
        {"FREQ=YEARLY;BYWEEKNO=20,21;BYMONTH=5;BYDAY=MO,TU",
         "every year on each Monday and Tuesday in May that lies in weeks 20 or 21 of the year",
         "매년 연중 20번째·21번째 주 월·화요일(5월인 경우)"},
    });
}

TEST(Describe, PositionsAmongNamedDays) {
    expect_sentences({
        {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "on the last weekday (Monday to Friday) of every month", "매월 마지막 평일(월~금요일)"},
        {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
         "on the second-last weekday (Monday to Friday) of every month",
         "매월 끝에서 둘째 평일(월~금요일)"},
        {"FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
         "every 3 months on the first weekday (Monday to Friday)",
         "3개월마다 첫째 평일(월~금요일)"},
        {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1", "on the last day of every month",
         "매월 마지막 날"},
        {"FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1", "on the first weekend day of every month",
         "매월 토·일요일 중 첫째 날"},
        {"FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
         "every month on the third day that is a Tuesday, Wednesday or Thursday, 3 times",
         "매월 화~목요일 중 셋째 날, 3회"},
        {"FREQ=MONTHLY;BYMONTHDAY=13,14,15;BYSETPOS=1",
         "every month on the first day that falls on the 13th to the 15th",
         "매월 13~15일 중 첫째 날"},
        {"FREQ=MONTHLY;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=MO;BYSETPOS=1",
         "every month on the first Monday that falls on the 8th to the 14th",
         "매월 8~14일 중 첫째 월요일"},
        {"FREQ=YEARLY;BYMONTH=12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "every year on the last weekday (Monday to Friday) of December",
         "매년 12월 마지막 평일(월~금요일)"},
        {"FREQ=MONTHLY;BYMONTH=3,9;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "every year on the last weekday (Monday to Friday) in each of March and September",
         "매년 3·9월 각각 마지막 평일(월~금요일)"},
        {"FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "every year on the last weekday (Monday to Friday) in March and September taken together",
         "매년 3·9월 전체에서 마지막 평일(월~금요일)"},
        {"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1",
         "every year on the first and last weekday (Monday to Friday) of the year",
         "매년 연중 첫째·마지막 평일(월~금요일)"},
        {"FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=13;BYSETPOS=1",
         "every year on the first Friday of the year that falls on the 13th of a month",
         "매년 매월 13일 중 연중 첫째 금요일"},
        {"FREQ=YEARLY;BYMONTH=3,6;BYSETPOS=-1",
         "every year in March and June, keeping only the last occurrence of each year",
         "매년 3·6월 시작일과 같은 날, 각 해의 마지막 것만"},
    });
}

TEST(Describe, KoreanLunarCalendar) {
    expect_sentences({
        {"RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15",
         "every year on the 15th day of the 8th lunar month", "매년 음력 8월 15일"},
        {"RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1,15",
         "every year on the 1st and 15th days of the 1st lunar month", "매년 음력 1월 1일과 15일"},
        {"RSCALE=DANGI;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
         "every year on the last day of the 12th lunar month", "매년 음력 12월 말일"},
        {"RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=1",
         "every year on the 1st day of the leap 5th lunar month", "매년 음력 윤5월 1일"},
        {"RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5,5L;BYDAY=1SA",
         "every year on the first Saturday of the 5th and leap 5th lunar months",
         "매년 음력 5월·윤5월 첫째 토요일"},
        {"RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=1;SKIP=FORWARD",
         "every year on the 1st day of the leap 5th lunar month (in years without that leap month, "
         "in the month after it)",
         "매년 음력 윤5월 1일(그 윤달이 없는 해는 다음 달)"},
        {"RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=15", "every lunar month on the 15th",
         "음력 매월 15일"},
        {"RSCALE=DANGI;FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=30;SKIP=BACKWARD",
         "every second lunar month on the 30th (where that day is missing, moved back to the last "
         "day of the month)",
         "음력으로 격월 30일(그날이 없는 달은 말일)"},
        {"RSCALE=DANGI;FREQ=YEARLY;BYYEARDAY=100", "every lunar year on the 100th day of the year",
         "음력으로 매년 연중 100번째 날"},
        {"RSCALE=DANGI;FREQ=DAILY;INTERVAL=2;BYMONTHDAY=15",
         "every second day, but only if it falls on the 15th by the lunar calendar",
         "격일, 음력 매월 15일에만"},
    });
}

TEST(Describe, DaysThatAMonthLacks) {
    expect_sentences({
        {"RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
         "every month on the 31st (where that day is missing, moved back to the last day of the "
         "month)",
         "매월 31일(그날이 없는 달은 말일)"},
        {"RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD",
         "every month on the 31st (where that day is missing, moved forward to the first day of "
         "the next month)",
         "매월 31일(그날이 없는 달은 다음 달 1일)"},
        {"RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=15;SKIP=FORWARD", "every month on the 15th",
         "매월 15일"},
        {"RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=-31;SKIP=FORWARD",
         "on the 31st-last day of every month (where that day is missing, moved forward to the "
         "first day of the month)",
         "매월 끝에서 31번째 날(그날이 없는 달은 1일)"},
        {"RSCALE=GREGORIAN;FREQ=YEARLY;BYYEARDAY=366;SKIP=BACKWARD",
         "every year on the 366th day of the year (where that day is missing, moved back to the "
         "last day of the year)",
         "매년 연중 366번째 날(그날이 없는 해는 마지막 날)"},
        {"RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD",
         "every month (where that day is missing, moved back to the last day of the month)",
         "매월 시작일과 같은 날(그날이 없는 달은 말일)"},
    });
}

TEST(Describe, TimesOfDay) {
    expect_sentences({
        {"FREQ=DAILY;BYHOUR=9", "every day at 09:00", "매일 09:00"},
        {"FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,17;BYMINUTE=30", "every week on Monday at 09:30 and 17:30",
         "매주 월요일 09:30·17:30"},
        {"FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16,17;BYMINUTE=0;BYSECOND=0",
         "every day, hourly from 09:00 to 17:00", "매일 09:00부터 17:00까지 매시간"},
        {"FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,15,30,45",
         "every day at minutes 0, 15, 30 and 45 of hours 9 to 11", "매일 9~11시 0·15·30·45분"},
        {"FREQ=DAILY;BYHOUR=23;BYMINUTE=59;BYSECOND=59", "every day at 23:59:59", "매일 23:59:59"},
        {"FREQ=HOURLY;INTERVAL=3", "every 3 hours", "3시간마다"},
        {"FREQ=HOURLY;BYMINUTE=30", "every hour at minute 30", "매시간 30분"},
        {"FREQ=MINUTELY;INTERVAL=10;BYHOUR=9,10,11,12;BYDAY=MO,TU,WE,TH,FR",
         "every 10 minutes in hours 9 to 12, but only if the day is a weekday (Monday to Friday)",
         "9~12시에 10분마다, 평일(월~금요일)에만"},
        {"FREQ=SECONDLY;INTERVAL=2", "every 2 seconds", "2초마다"},
    });
}

TEST(Describe, Ends) {
    expect_sentences({
        {"FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15;COUNT=1", "every year on 15 August, once",
         "매년 8월 15일, 1회"},
        {"FREQ=YEARLY;INTERVAL=2147483647;COUNT=2147483647",
         "every 2147483647 years, 2147483647 times",
         "2147483647년마다 시작일과 같은 날, 2147483647회"},
    });
}

TEST(Describe, EnglishUnlessAskedOtherwise) {
    EXPECT_EQ(Rule().describe(), "every year");
    EXPECT_EQ(Rule(RuleParts{.frequency = Frequency::monthly, .by_day = {WE(3)}}).describe(),
              "every month on the third Wednesday");
}

// What RFC 5545 lets one write in several ways is told in one.
TEST(Describe, TheSameDaysInOtherWordsOfTheStandard) {
    const auto told_alike = [](const std::vector<std::string>& rules) {
        for (const std::string& rule : rules) {
            for (const Language language : {Language::english, Language::korean}) {
                EXPECT_EQ(Rule::parse(rule).describe(language),
                          Rule::parse(rules.front()).describe(language))
                    << rule;
            }
        }
    };
    told_alike({"FREQ=WEEKLY;BYDAY=MO", "FREQ=DAILY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=MO",
                "FREQ=YEARLY;BYDAY=MO"});
    told_alike({"FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR",
                "FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR"});
    told_alike({"FREQ=YEARLY;BYMONTH=3;BYDAY=3WE", "FREQ=MONTHLY;BYMONTH=3;BYDAY=3WE"});
    told_alike({"FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                "FREQ=DAILY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12"});
    told_alike(
        {"FREQ=MONTHLY;BYDAY=1MO", "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=1MO"});
    told_alike({"FREQ=MONTHLY;INTERVAL=2;BYDAY=MO", "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,1MO"});
}

TEST(Describe, EnglishOrdinalsEndAsTheyAreSpoken) {
    const std::map<int, std::string> days{
        {1, "1st"},     {2, "2nd"},     {3, "3rd"},     {4, "4th"},     {11, "11th"},
        {12, "12th"},   {13, "13th"},   {21, "21st"},   {22, "22nd"},   {23, "23rd"},
        {101, "101st"}, {111, "111th"}, {112, "112th"}, {113, "113th"}, {366, "366th"}};
    for (const auto& [number, text] : days) {
        EXPECT_EQ(Rule(RuleParts{.by_year_day = {number}}).describe(),
                  "every year on the " + text + " day of the year");
    }
}

}  // namespace describe_test
}  // namespace probity::testing
