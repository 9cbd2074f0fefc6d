// Refused rules: the error names the place, the value and what is allowed.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/recurrence/rule.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace rule_error_test {

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

}  // namespace rule_error_test
}  // namespace probity::testing
