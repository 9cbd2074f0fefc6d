// Obligations of an office: their instances, what was done, and how they stand.
#include "probity/programme/obligation_commands.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "probity/programme/commands.hpp"
#include "probity/programme/view.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace obligation_commands_test {

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

Act on(int month, int day, const std::string& reason = "") {
    Act act;
    act.on = make_date(2026, month, day);
    act.by = "audit-office";
    act.reason = reason;
    return act;
}

Obligation by_rule(const std::string& id, const char* rule) {
    Obligation obligation;
    obligation.id = id;
    obligation.title = {"의무", "Duty"};
    obligation.rule = SpanRule{Rule::parse(rule), 0, 1};
    return obligation;
}

Obligation after(const std::string& id, ObligationFollows follows, int within) {
    Obligation obligation;
    obligation.id = id;
    obligation.title = {"의무", "Duty"};
    obligation.follows = follows;
    obligation.within = within;
    return obligation;
}

Unit unit(const std::string& id) {
    Unit made;
    made.id = id;
    made.title = Text::in_any_language(id);
    return made;
}

/// An office with two units since 5 January, which reports by the last of February.
Programme office() {
    Programme made = new_programme("mapo", {"마포구", "Mapo-gu"}, on(1, 5));
    made = made.apply(add(made, unit("audit"), on(1, 5)));
    made = made.apply(add(made, unit("tax"), on(1, 5)));
    return made.apply(
        add(made, by_rule("report", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"), on(1, 5)));
}

std::vector<std::string> shown(const Programme& programme, int month, int day) {
    std::vector<std::string> out;
    const View view(programme, make_date(2026, month, day), korea());
    for (const ObligationStanding& each : view.obligations()) {
        out.push_back(each.obligation + " " + each.period + " " + each.unit + each.official + " " +
                      to_string(each.due) + " " + std::string(to_string(each.state)));
    }
    return out;
}

using Lines = std::vector<std::string>;

TEST(Obligations, FollowFromTheRuleAndTheDay) {
    EXPECT_EQ(shown(office(), 3, 3), Lines{"report 2026  2026-03-03 open"});
    EXPECT_EQ(shown(office(), 3, 4), Lines{"report 2026  2026-03-03 late"});
}

TEST(Obligations, AreDoneOnceAndNotDuplicated) {
    Programme made = office();
    made = made.apply(fulfil_obligation(made, "report", {}, on(2, 24)));
    EXPECT_EQ(shown(made, 3, 4), Lines{"report 2026  2026-03-03 done"});
    EXPECT_EQ(shown(made, 2, 23), Lines{"report 2026  2026-03-03 open"});
    ObligationReport again;
    again.period = "2026";
    EXPECT_MESSAGE(fulfil_obligation(made, "report", again, on(2, 25)), ProbityError,
                   "event 6: obligation.done of 'report' on 2026-02-25: 2026 is done already, on "
                   "2026-02-24");
    EXPECT_MESSAGE(fulfil_obligation(made, "report", {}, on(2, 25)), ProbityError,
                   "nothing is left to settle that the institution owes: name the period");
}

TEST(Obligations, AreRefusedWhereThereIsNoSuchInstance) {
    ObligationReport report;
    report.period = "2026-02";
    EXPECT_MESSAGE(fulfil_obligation(office(), "report", report, on(2, 24)), ProbityError,
                   "event 5: obligation.done of 'report' on 2026-02-24: there is no instance of "
                   "2026-02 that the institution owes; not settled are 2026");
    report.period = "2026";
    report.unit = "tax";
    EXPECT_MESSAGE(
        fulfil_obligation(office(), "report", report, on(2, 24)), ProbityError,
        "event 5: obligation.done of 'report' on 2026-02-24: there is no instance of 2026 "
        "that tax owes; not settled are none");
    EXPECT_MESSAGE(fulfil_obligation(office(), "survey", {}, on(2, 24)), ProbityError,
                   "there is no obligation 'survey'; the programme has report");
}

TEST(Obligations, AreWaivedWithAReason) {
    const Programme made = office();
    EXPECT_MESSAGE(
        waive_obligation(made, "report", {}, on(2, 24)), ProbityError,
        "event 5: obligation.waived of 'report' on 2026-02-24: the reason for waiving is "
        "needed");
    const Programme waived =
        made.apply(waive_obligation(made, "report", {}, on(2, 24, "no education was owed")));
    EXPECT_EQ(shown(waived, 3, 4), Lines{"report 2026  2026-03-03 waived"});
}

TEST(Obligations, ThatEachUnitOwesAreOneRecord) {
    Programme made = office();
    Obligation check = by_rule("check", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30");
    check.per = ObligationPer::unit;
    made = made.apply(add(made, check, on(1, 5)));
    ObligationReport tax;
    tax.unit = "tax";
    made = made.apply(fulfil_obligation(made, "check", tax, on(6, 1)));
    const Lines lines = shown(made, 7, 1);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[1], "check 2026 audit 2026-06-30 late");
    EXPECT_EQ(lines[2], "check 2026 tax 2026-06-30 done");
}

// Thirty days from 19 January end on 18 February, in the holidays of Seollal.
TEST(Obligations, RunForEachOfficialFromTheAppointment) {
    Programme made = office();
    Official senior;
    senior.id = "0412";
    senior.senior = true;
    Official other;
    other.id = "0413";
    made = made.apply(add(made, senior, on(1, 19)));
    made = made.apply(add(made, other, on(1, 19)));
    Obligation filing = after("record", ObligationFollows::appointment, 30);
    filing.per = ObligationPer::official;
    filing.audience = ObligationAudience::senior;
    made = made.apply(add(made, filing, on(1, 5)));
    EXPECT_EQ(shown(made, 1, 20)[0], "record 2026-01-19 0412 2026-02-19 open");
    EXPECT_EQ(shown(made, 1, 20).size(), 2u);
}

TEST(Obligations, FollowMattersAndWhatWasDone) {
    Programme made = office();
    Obligation lecture = after("lecture", ObligationFollows::matter, 10);
    lecture.matter_kind = "outside-lecture";
    made = made.apply(add(made, lecture, on(1, 5)));
    Obligation published = after("published", ObligationFollows::obligation, 14);
    published.of = "report";
    made = made.apply(add(made, published, on(1, 5)));
    Matter matter;
    matter.id = "M-1";
    matter.kind = "outside-lecture";
    matter.known = make_date(2026, 5, 11);
    made = made.apply(add(made, matter, on(5, 12)));
    made = made.apply(fulfil_obligation(made, "report", {}, on(2, 24)));
    const Lines lines = shown(made, 5, 20);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[1], "published 2026  2026-03-10 late");
    EXPECT_EQ(lines[2], "lecture M-1  2026-05-21 open");
}

TEST(Obligations, OfEarlierYearsAreOwedStill) {
    Programme made = office();
    Obligation old = by_rule("old", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1");
    old.begin = make_date(2024, 1, 1);
    made = made.apply(add(made, old, on(1, 5)));
    const Lines lines = shown(made, 1, 6);
    ASSERT_EQ(lines.size(), 4u);
    // 1 December 2024 was a Sunday.
    EXPECT_EQ(lines[0], "old 2024  2024-12-02 late");
    EXPECT_EQ(lines[1], "old 2025  2025-12-01 late");
}

TEST(Obligations, GoToTheUnitThatTakesOver) {
    Programme made = office();
    Obligation owned = by_rule("owned", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30");
    owned.owner = "tax";
    made = made.apply(add(made, owned, on(1, 5)));
    EXPECT_MESSAGE(
        close_unit(made, "tax", "", on(3, 2, "merged")), ProbityError,
        "event 6: unit.closed of 'tax' on 2026-03-02: it still owns the obligation owned; "
        "name the unit that takes them over (to), or assign them first");
    made = made.apply(close_unit(made, "tax", "audit", on(3, 2, "merged")));
    EXPECT_EQ(made.parts().obligations.back().owner, "audit");
}

TEST(Obligations, KeepWhatDecidesTheirInstances) {
    Obligation later = by_rule("report", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31");
    EXPECT_MESSAGE(
        change(office(), "report", later, {"rule"}, on(3, 2)), DocumentError,
        "/body/rule: the rule of a record 'obligation' never changes; a wrong one is corrected");
    const Programme made = office().apply(end<Obligation>(office(), "report", on(2, 2, "new law")));
    EXPECT_EQ(shown(made, 3, 4), Lines{});
}

}  // namespace obligation_commands_test
}  // namespace probity
