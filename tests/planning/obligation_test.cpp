// The deadlines of obligations. The days are those of docs/periods-of-law.md and of calendars.
#include "probity/planning/obligation.hpp"

#include <gtest/gtest.h>

namespace probity {
namespace obligation_test {

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

Obligation by_rule(const char* rule) {
    Obligation obligation;
    obligation.rule = SpanRule{Rule::parse(rule), 0, 1};
    return obligation;
}
Obligation after(ObligationFollows follows, int within, ObligationUnit unit) {
    Obligation obligation;
    obligation.follows = follows;
    obligation.within = within;
    obligation.unit = unit;
    return obligation;
}
std::string due(const Obligation& obligation, const char* start) {
    return to_string(due_on(obligation, korea(), parse_date(start)).date);
}

// As announced: the filing of assets of 2026 ran to 3 March, that of 2020 to 2 March.
TEST(Obligation, LastOfFebruaryIsPutOff) {
    const Obligation filing = by_rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");
    EXPECT_EQ(due(filing, "2026-02-28"), "2026-03-03");
    EXPECT_EQ(due(filing, "2020-02-29"), "2020-03-02");
    EXPECT_EQ(to_string(due_on(filing, korea(), make_date(2026, 2, 28)).advised), "2026-02-27");
}

TEST(Obligation, PeriodsLeaveTheFirstDayOut) {
    EXPECT_EQ(due(after(ObligationFollows::matter, 14, ObligationUnit::days), "2026-03-04"),
              "2026-03-18");
    EXPECT_EQ(due(after(ObligationFollows::matter, 14, ObligationUnit::days), "2026-01-31"),
              "2026-02-19");
    EXPECT_EQ(due(after(ObligationFollows::meeting, 1, ObligationUnit::months), "2026-02-28"),
              "2026-03-31");
}

// Two months from 2 March are up on 2 May; the end of May 2026 is a Sunday.
TEST(Obligation, EndOfTheMonthInWhichMonthsAreUp) {
    const Obligation leaving = after(ObligationFollows::leaving, 2, ObligationUnit::month_end);
    EXPECT_EQ(due(leaving, "2026-03-02"), "2026-06-01");
    EXPECT_EQ(due(leaving, "2026-01-05"), "2026-03-31");
    // Up on 28 February, the last day of the month without a 31st.
    EXPECT_EQ(due(leaving, "2025-12-31"), "2026-03-03");
}

// Seollal of 2026 is 17 February, Chuseok 25 September.
TEST(Obligation, BeforeHolidaysGoesBack) {
    const Obligation advisory = after(ObligationFollows::seollal, 14, ObligationUnit::days);
    const auto starts = recurring_starts(advisory, year_of(2026));
    ASSERT_EQ(starts.size(), 1u);
    EXPECT_EQ(starts[0], (ObligationStart{"2026", make_date(2026, 2, 17)}));
    EXPECT_EQ(due(advisory, "2026-02-17"), "2026-02-03");
    const Obligation chuseok = after(ObligationFollows::chuseok, 5, ObligationUnit::days);
    // The 20th is a Sunday.
    EXPECT_EQ(due(chuseok, "2026-09-25"), "2026-09-18");
}

TEST(Obligation, RunsWhileItIsInForce) {
    Obligation quarterly = by_rule("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1");
    quarterly.begin = make_date(2026, 6, 1);
    quarterly.end = make_date(2026, 12, 31);
    const auto starts = recurring_starts(quarterly, year_of(2026));
    ASSERT_EQ(starts.size(), 2u);
    EXPECT_EQ(starts[0], (ObligationStart{"2026-06", make_date(2026, 6, 30)}));
    EXPECT_EQ(starts[1], (ObligationStart{"2026-09", make_date(2026, 9, 30)}));
}

TEST(Obligation, FieldsGoTogether) {
    EXPECT_STREQ(fault_of(Obligation{}).key, "rule");
    EXPECT_STREQ(fault_of(by_rule("FREQ=YEARLY")).key, "");
    Obligation without_period = after(ObligationFollows::publication, 0, ObligationUnit::days);
    EXPECT_STREQ(fault_of(without_period).key, "within");
    EXPECT_STREQ(fault_of(after(ObligationFollows::meeting, 7, ObligationUnit::days)).key, "of");
    EXPECT_STREQ(fault_of(after(ObligationFollows::matter, 7, ObligationUnit::days)).key,
                 "matter_kind");
    EXPECT_STREQ(fault_of(after(ObligationFollows::leaving, 7, ObligationUnit::days)).key, "per");
    EXPECT_STREQ(fault_of(after(ObligationFollows::seollal, 2, ObligationUnit::weeks)).key, "unit");
    Obligation petition = after(ObligationFollows::publication, 5, ObligationUnit::days);
    petition.counting = PeriodRule::petition;
    EXPECT_STREQ(fault_of(petition).key, "within");
    petition.within = 6;
    EXPECT_STREQ(fault_of(petition).key, "");
    Obligation audience = by_rule("FREQ=YEARLY");
    audience.audience = ObligationAudience::senior;
    EXPECT_STREQ(fault_of(audience).key, "audience");
}

}  // namespace obligation_test
}  // namespace probity
