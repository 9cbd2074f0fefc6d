#include "probity/programme/observance_commands.hpp"

#include <gtest/gtest.h>

#include "probity/programme/commands.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/programme/made_event.hpp"

namespace probity {
namespace observance_commands_test {

using enum OccurrenceStatus;

const Date by_rule = make_date(2026, 3, 18);
const ObservanceRule third_wednesday_of_march = WeekdayOfWeek{WE, 3, {3}};

/// The office with an Integrity Day, the Wednesday of the third week of March, and a broadcast.
Programme with_day() {
    ProgrammeParts parts = office_parts();
    parts.observances = {
        {.id = "day",
         .kind = ObservanceKind::day,
         .title = {"청렴데이", "Integrity Day"},
         .rules = {{.begin = make_date(2026, 1, 1), .rule = third_wednesday_of_march}}}};
    parts.activities = {{.id = "broadcast", .title = {"방송", "Broadcast"}}};
    return Programme(std::move(parts));
}

/// With the Integrity Day of 2026 moved by a week.
Programme with_moved_day() {
    const Programme p = with_day();
    return p.apply(record_occurrence(p, "day",
                                     {.nominal = by_rule,
                                      .observed = make_date(2026, 3, 25),
                                      .source = "",
                                      .evidence = {a_file()}},
                                     on(2, 10, "team", "festival")));
}

RecordedOccurrence recorded(const Programme& p, const OccurrenceReport& report, const Act& act) {
    return body_as<RecordedOccurrence>(record_occurrence(p, "day", report, act));
}

TEST(RecordOccurrence, SaysAllThatIsReported) {
    const Event event = record_occurrence(with_day(), "day",
                                          {.nominal = by_rule,
                                           .observed = make_date(2026, 3, 25),
                                           .days = 2,
                                           .status = moved,
                                           .reason = {"축제", "festival"},
                                           .evidence = {a_file()}},
                                          on(2, 10));
    EXPECT_EQ(event.kind, EventKind::occurrence_recorded);
    EXPECT_EQ(event.subject, "day");
    EXPECT_EQ(body_as<RecordedOccurrence>(event),
              (RecordedOccurrence{.nominal = by_rule,
                                  .observed = make_date(2026, 3, 25),
                                  .days = 2,
                                  .status = moved,
                                  .reason = {"축제", "festival"},
                                  .evidence = {a_file()}}));
    EXPECT_EQ(with_day().apply(event).observance("day").records.size(), 1U);
}

TEST(RecordOccurrence, StandsWhereItStoodIfNoDayIsGiven) {
    EXPECT_EQ(recorded(with_day(), {.nominal = by_rule, .status = held}, on(3, 18)).observed,
              by_rule);
    EXPECT_EQ(recorded(with_moved_day(), {.nominal = by_rule, .status = held}, on(3, 25)).observed,
              make_date(2026, 3, 25));
}

TEST(RecordOccurrence, HasOneReasonForTheEventAndTheRecord) {
    const OccurrenceReport plain{.nominal = by_rule, .status = cancelled};
    EXPECT_EQ(recorded(with_day(), plain, on(3, 2, "team", "flood")).reason,
              Text::in_any_language("flood"));
    OccurrenceReport in_both = plain;
    in_both.reason = {"홍수", "flood"};
    const Event event = record_occurrence(with_day(), "day", in_both, on(3, 2));
    EXPECT_EQ(event.reason, "flood");
    EXPECT_EQ(body_as<RecordedOccurrence>(event).reason, in_both.reason);
    EXPECT_EQ(record_occurrence(with_day(), "day", in_both, on(3, 2, "team", "rain")).reason,
              "rain");
}

TEST(RecordOccurrence, NeedsAReasonIfItDidNotTakePlace) {
    EXPECT_MESSAGE(
        record_occurrence(with_day(), "day", {.nominal = by_rule, .status = cancelled}, on(3, 2)),
        ProbityError,
        "event 1: /day/records/0/reason: 'cancelled' needs a reason: why it did not "
        "take place");
}

TEST(RecordOccurrence, NeedsTheDayThatNoRuleGives) {
    EXPECT_MESSAGE(record_occurrence(with_day(), "day", {}, on(3, 2)), ProbityError,
                   "record: an occurrence that no rule gave needs `observed`, its first day");
    EXPECT_MESSAGE(
        record_occurrence(with_day(), "day", {.nominal = by_rule, .status = moved}, on(3, 2)),
        ProbityError, "record: status \"moved\" needs `observed`, the day to which it is moved");
}

TEST(RecordOccurrence, IsOfAnObservanceThatThereIs) {
    EXPECT_MESSAGE(record_occurrence(with_day(), "week", {.nominal = by_rule}, on(3, 2)),
                   ProbityError, "there is no observance 'week'; the programme has day");
}

TEST(RecordOccurrence, KeepsItsDayInACorrectionThatGivesNone) {
    const Programme p = with_moved_day();
    const RecordedOccurrence kept{.nominal = by_rule,
                                  .observed = make_date(2026, 3, 25),
                                  .status = moved,
                                  .reason = Text::in_any_language("festival"),
                                  .evidence = {a_file()}};
    EXPECT_EQ(recorded(p, {.status = moved}, correcting(p, on(2, 11))), kept);
    EXPECT_EQ(recorded(p, {.nominal = by_rule, .status = moved},
                       correcting(p, on(2, 11), {"nominal", "status"})),
              kept);
}

TEST(RecordOccurrence, OfAnotherDayDoesNotKeepThatOfTheFirst) {
    const Programme p = with_moved_day();
    const OccurrenceReport report{.nominal = make_date(2027, 3, 17)};
    for (const Act& act : {correcting(p, on(2, 11)), correcting(p, on(2, 11), {"nominal"})}) {
        EXPECT_EQ(recorded(p, report, act).observed, make_date(2027, 3, 17));
    }
}

const ObservanceRule third_thursday_of_march = WeekdayOfWeek{TH, 3, {3}};

TEST(ChangeRule, BeginsOnTheDayOfTheActIfNoneIsGiven) {
    const Event event = change_rule(with_day(), "day", {.rule = third_thursday_of_march}, on(4, 1));
    EXPECT_EQ(event.kind, EventKind::rule_changed);
    EXPECT_EQ(event.subject, "day");
    EXPECT_EQ(body_as<RuleVersion>(event),
              (RuleVersion{.begin = make_date(2026, 4, 1), .rule = third_thursday_of_march}));
    EXPECT_EQ(with_day().apply(event).observance("day").rules[0].end, make_date(2026, 4, 1));
}

TEST(ChangeRule, BeginsOnTheDayThatIsGiven) {
    const Event event = change_rule(with_day(), "day",
                                    {.rule = third_thursday_of_march,
                                     .begin = make_date(2027, 1, 1),
                                     .note = words("asked for")},
                                    on(4, 1));
    EXPECT_EQ(body_as<RuleVersion>(event), (RuleVersion{.begin = make_date(2027, 1, 1),
                                                        .rule = third_thursday_of_march,
                                                        .note = words("asked for")}));
}

TEST(ChangeRule, LeavesWhatHasGoneBy) {
    EXPECT_MESSAGE(
        change_rule(with_day(), "day",
                    {.rule = third_thursday_of_march, .begin = make_date(2026, 3, 31)}, on(4, 1)),
        ProbityError,
        "event 1: rule.changed of 'day' on 2026-04-01: the rule is to begin on "
        "2026-03-31, before it was changed; what has gone by stays");
}

TEST(ChangeRule, RefusesAWeekThatThereIsNot) {
    EXPECT_MESSAGE(change_rule(with_day(), "day", {.rule = NthWeek{6}}, on(4, 1)), ProbityError,
                   "week 6 of a month: weeks are 1 to 5, or -1 to -5 from the month's end");
}

TEST(ChangeRule, KeepsItsBeginInACorrectionThatGivesNone) {
    Programme p = with_day();
    p = p.apply(change_rule(
        p, "day", {.rule = third_thursday_of_march, .begin = make_date(2027, 1, 1)}, on(4, 1)));
    const ObservanceRule friday = WeekdayOfWeek{FR, 3, {3}};
    for (const Act& act : {correcting(p, on(4, 2)), correcting(p, on(4, 2), {"week"})}) {
        EXPECT_EQ(body_as<RuleVersion>(change_rule(p, "day", {.rule = friday}, act)),
                  (RuleVersion{.begin = make_date(2027, 1, 1), .rule = friday}));
    }
}

TEST(DateActivity, HasADay) {
    const ActivityDate date{.date = make_date(2026, 3, 20), .note = words("live")};
    const Event event = date_activity(with_day(), "broadcast", date, on(3, 2));
    EXPECT_EQ(event.kind, EventKind::activity_dated);
    EXPECT_EQ(event.subject, "broadcast");
    EXPECT_EQ(body_as<ActivityDate>(event), date);
    EXPECT_EQ(with_day().apply(event).activities()[0].dates, std::vector{date});
}

TEST(DateActivity, HasADayOnce) {
    const ActivityDate date{.date = make_date(2026, 3, 20)};
    const Programme p = with_day().apply(date_activity(with_day(), "broadcast", date, on(3, 2)));
    EXPECT_MESSAGE(date_activity(p, "broadcast", date, on(3, 3)), ProbityError,
                   "event 2: activity.dated of 'broadcast' on 2026-03-03: it has a date of the "
                   "period 2026-03-20 already, 2026-03-20; another date corrects that one");
}

}  // namespace observance_commands_test
}  // namespace probity
