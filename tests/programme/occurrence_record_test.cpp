// What is recorded of occurrences, and what views, reasons and conflicts make of it.
#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"
#include "probity/programme/impact.hpp"
#include "probity/programme/view.hpp"
#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace occurrence_record_test {

using enum EventKind;
using enum OccurrenceStatus;

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

/// An office with an Integrity Week in the third week of each month and a Day in March, of which
/// twelve and one a year are asked.
ProgrammeParts parts_with_observances() {
    ProgrammeParts parts = office_parts();
    parts.observances = {
        {.id = "week",
         .kind = ObservanceKind::week,
         .title = {"청렴주간", "Integrity Week"},
         .rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{3}}}},
        {.id = "day",
         .kind = ObservanceKind::day,
         .title = {"청렴데이", "Integrity Day"},
         .rules = {{.begin = make_date(2026, 1, 1), .rule = WeekdayOfWeek{WE, 3, {3}}}}}};
    parts.activities = {{.id = "broadcast",
                         .title = {"방송", "Broadcast"},
                         .observance = "week",
                         .dates = {{.date = make_date(2026, 1, 14)}}}};
    for (const auto& [id, of, times] :
         {std::tuple{"weeks", "week", 12}, std::tuple{"days", "day", 1}}) {
        parts.quotas.push_back({.id = id,
                                .title = words(id),
                                .subject = QuotaSubject::occurrences,
                                .of = of,
                                .times = times,
                                .begin = make_date(2026, 1, 1)});
    }
    return parts;
}

Programme with_observances() { return Programme(parts_with_observances()); }

Programme with_record(const Programme& programme, const std::string& observance,
                      RecordedOccurrence body, const Act& act) {
    return after(programme, occurrence_recorded, observance, Held(std::move(body)), act);
}

RecordedOccurrence the_day(const Date& observed,
                           std::optional<OccurrenceStatus> status = std::nullopt) {
    return {.nominal = make_date(2026, 3, 18),
            .observed = observed,
            .status = status,
            .reason = words("local event")};
}

Verdict verdict(const Programme& programme, const char* quota, const Date& on) {
    return View(programme, on, korea()).quota(quota, on.year());
}

const Date rule_day = make_date(2026, 3, 18);
const Date next_week = make_date(2026, 3, 25);

TEST(OccurrenceQuota, IsPresumedWithoutARecordFromTheDayAfterItsLast) {
    const Programme p = with_observances();
    EXPECT_EQ(verdict(p, "days", rule_day).presumed, 0);
    EXPECT_EQ(verdict(p, "days", rule_day).state, QuotaState::on_track);
    const Verdict after_it = verdict(p, "days", make_date(2026, 3, 19));
    EXPECT_EQ(after_it.state, QuotaState::presumed);
    EXPECT_EQ(after_it.held, 0);
    EXPECT_EQ(after_it.presumed, 1);
    EXPECT_EQ(after_it.presumably_counted[0].reason.english,
              "Presumed: no record says whether it was held");
}

TEST(OccurrenceQuota, ThatAsksForNothingHeldTakesNoneForRecordedThatIsNot) {
    ProgrammeParts parts = parts_with_observances();
    for (Quota& quota : parts.quotas) quota.counts.held = false;
    const Programme p(parts);
    EXPECT_EQ(verdict(p, "days", rule_day).held, 0);
    const Verdict after_it = verdict(p, "days", make_date(2026, 3, 19));
    EXPECT_EQ(after_it.held, 0);
    EXPECT_EQ(after_it.presumed, 1);
}

TEST(OccurrenceQuota, CountsARecordedOneOnItsLastDay) {
    const Programme p = with_record(with_observances(), "day", the_day(rule_day, held), on(3, 18));
    const Verdict met = verdict(p, "days", rule_day);
    EXPECT_EQ(met.state, QuotaState::met);
    EXPECT_EQ(met.held, 1);
    EXPECT_EQ(met.counted[0].reason.english, "On record");
    EXPECT_EQ(verdict(p, "days", make_date(2026, 3, 17)).held, 0);
}

TEST(OccurrenceQuota, CountsAWeekRecordedOnItsFridayOnItsSunday) {
    const RecordedOccurrence january{
        .nominal = make_date(2026, 1, 12), .observed = make_date(2026, 1, 12), .status = held};
    const Programme p = with_record(with_observances(), "week", january, on(1, 16));
    EXPECT_EQ(verdict(p, "weeks", make_date(2026, 1, 17)).held, 0);
    EXPECT_EQ(verdict(p, "weeks", make_date(2026, 1, 18)).held, 1);
}

TEST(OccurrenceQuota, IsNotMetByAnActivityInTheWeek) {
    const Verdict january = verdict(with_observances(), "weeks", make_date(2026, 1, 31));
    EXPECT_EQ(january.held, 0);
    EXPECT_EQ(january.presumed, 1);
    EXPECT_EQ(january.presumably_counted[0].reason.english,
              "Presumed: no record says whether it was held; in it Broadcast on 2026-01-14");
}

TEST(OccurrenceQuota, IsPresumedOfWhatWasOnlyPlannedOnRecord) {
    const Programme planned = with_record(with_observances(), "day", the_day(next_week), on(2, 10));
    const Verdict presumed = verdict(planned, "days", make_date(2026, 4, 1));
    EXPECT_EQ(presumed.state, QuotaState::presumed);
    EXPECT_EQ(verdict(planned, "days", next_week).presumed, 0);
    const Programme p = with_record(planned, "day", the_day(next_week, held), on(3, 25));
    EXPECT_EQ(verdict(p, "days", make_date(2026, 4, 1)).state, QuotaState::met);
    // Said afterwards, that it was moved says that it took place there.
    const Programme moved_then =
        with_record(with_observances(), "day", the_day(next_week, moved), on(3, 26));
    EXPECT_EQ(verdict(moved_then, "days", make_date(2026, 4, 1)).held, 1);
}

TEST(OccurrenceQuota, OfRegularOnesLeavesOutWhatNoRuleGave) {
    ProgrammeParts parts = parts_with_observances();
    parts.observances[1].records = {{.observed = make_date(2026, 2, 25)}};
    const auto held = [&](bool regular) {
        parts.quotas[1].counts = {.regular = regular, .held = true};
        return View(Programme(parts), make_date(2026, 3, 1), korea()).quota("days").held;
    };
    EXPECT_EQ(held(false), 1);
    EXPECT_EQ(held(true), 0);
}

TEST(OccurrenceQuota, DoesNotCountWhatWasCancelledOrNotHeld) {
    for (const OccurrenceStatus status : {cancelled, not_held}) {
        const Programme p =
            with_record(with_observances(), "day", the_day(rule_day, status), on(3, 18));
        const Verdict lost = verdict(p, "days", make_date(2026, 4, 1));
        EXPECT_EQ(lost.state, QuotaState::infeasible);
        EXPECT_EQ(lost.held + lost.presumed, 0);
        EXPECT_EQ(verdict(p, "days", make_date(2026, 12, 31)).state, QuotaState::infeasible);
        EXPECT_EQ(View(p, make_date(2027, 1, 1), korea()).quota("days", 2026).state,
                  QuotaState::missed);
    }
    // Called off beforehand it cannot be met any more, on the very day that this is said.
    const Programme p =
        with_record(with_observances(), "day", the_day(rule_day, cancelled), on(2, 1));
    EXPECT_EQ(verdict(p, "days", make_date(2026, 2, 1)).state, QuotaState::infeasible);
}

TEST(OccurrenceRecord, KeepsTheDayOnWhichItWasSaidAndItsEvidence) {
    RecordedOccurrence body = the_day(rule_day, held);
    body.evidence = {a_file()};
    const Programme p = with_record(with_observances(), "day", body, on(3, 19));
    const RecordedOccurrence& kept = p.observance("day").records.at(0);
    EXPECT_EQ(kept.on, make_date(2026, 3, 19));
    EXPECT_EQ(kept.evidence, (std::vector{a_file()}));
}

TEST(OccurrenceRecord, RefusesWhatCannotBe) {
    const Programme p = with_observances();
    const auto recorded = [&](const RecordedOccurrence& body, const Act& act) {
        return with_record(p, "day", body, act);
    };
    const auto refusal = [&](const RecordedOccurrence& body, const Act& act) {
        return probity_tests::message_of<ProbityError>(
            [&] { static_cast<void>(recorded(body, act)); });
    };
    EXPECT_NE(refusal(the_day(rule_day, held), on(3, 17))
                  .find("'held' is said on 2026-03-17, before "
                        "the first day, 2026-03-18"),
              std::string::npos);
    EXPECT_NE(
        refusal(the_day(rule_day, not_held), on(3, 17)).find("beforehand it is \"cancelled\""),
        std::string::npos);
    RecordedOccurrence without_reason = the_day(rule_day, cancelled);
    without_reason.reason = {};
    EXPECT_NE(refusal(without_reason, on(3, 17)).find("'cancelled' needs a reason"),
              std::string::npos);
    EXPECT_NE(refusal(the_day(rule_day, moved), on(3, 17)).find("the day that its rule gives"),
              std::string::npos);
    // What begins on its day and takes others is moved.
    RecordedOccurrence longer = the_day(rule_day, moved);
    longer.days = 2;
    EXPECT_EQ(recorded(longer, on(3, 17)).observance("day").records.back().days, 2);
    RecordedOccurrence from_nowhere = the_day(next_week, moved);
    from_nowhere.nominal = std::nullopt;
    EXPECT_NE(refusal(from_nowhere, on(3, 17)).find("needs the nominal date"), std::string::npos);
    RecordedOccurrence bad_file = the_day(rule_day, held);
    bad_file.evidence = {{"proof.pdf", "application/pdf", "00"}};
    EXPECT_NE(refusal(bad_file, on(3, 18)).find("is no SHA-256"), std::string::npos);
}

std::vector<std::string> told(const Programme& programme, const Date& date) {
    std::vector<std::string> out;
    for (const DateReason& reason : why(programme, date, korea())) {
        if (reason.kind == DateReasonKind::working_day || reason.kind == DateReasonKind::day_off)
            continue;
        out.push_back(std::string(to_string(reason.kind)) + " " + reason.id + ": " +
                      reason.reason.english);
    }
    return out;
}

using Lines = std::vector<std::string>;

TEST(WhyOf, ADateFromWhichAnOccurrenceWasMovedSaysWhereItWent) {
    Programme p = with_record(with_observances(), "day", the_day(next_week, moved), on(2, 10));
    EXPECT_EQ(told(p, rule_day),
              (Lines{"week week: the third week of every month",
                     "moved_away day: Moved to 2026-03-25 (event 1). local event"}));
    EXPECT_EQ(told(p, next_week),
              (Lines{"day day: Wednesday of the third week of March. local event. By the rule it "
                     "would be 2026-03-18 (event 1)"}));
    // Moved once more, both dates that it left say where it is.
    p = with_record(p, "day", the_day(make_date(2026, 4, 1), moved), on(3, 2));
    EXPECT_EQ(told(p, rule_day).at(1),
              "moved_away day: Moved to 2026-04-01 (event 2). local event");
    EXPECT_EQ(told(p, next_week),
              (Lines{"moved_away day: Moved to 2026-04-01 (event 2). local event"}));
    p = with_record(p, "day", the_day(make_date(2026, 4, 1), cancelled), on(3, 3));
    EXPECT_EQ(told(p, rule_day).at(1),
              "moved_away day: Moved to 2026-04-01 (event 2), cancelled. local event");
    EXPECT_EQ(told(p, make_date(2026, 4, 1)).at(0).substr(0, 19), "day day: cancelled.");
}

TEST(WhyOf, EveryDayOfAWeekThatWasMovedSaysSo) {
    const RecordedOccurrence february{.nominal = make_date(2026, 2, 16),
                                      .observed = make_date(2026, 2, 23),
                                      .reason = words("Seollal")};
    const Programme p = with_record(with_observances(), "week", february, on(2, 1));
    for (const int day : {16, 22}) {
        EXPECT_EQ(told(p, make_date(2026, 2, day)),
                  (Lines{"moved_away week: Moved to 2026-02-23 (event 1). Seollal"}));
    }
    EXPECT_EQ(told(p, make_date(2026, 2, 15)), Lines{});
}

TEST(WhyOf, AMeetingThatWasPostponedOrCancelledSaysSo) {
    const Meeting meeting{
        .year = 2026, .kind = MeetingKind::regular, .ordinal = 1, .date = make_date(2026, 6, 10)};
    const Date june_24 = make_date(2026, 6, 24);
    const Date july_8 = make_date(2026, 7, 8);
    Programme p =
        after(with_observances(), meeting_planned, "council/2026-1", Held(meeting), on(3, 2));
    p = after(p, meeting_postponed, "council/2026-1", Held(MeetingMoved{june_24}),
              on(6, 1, "team", "training"));
    EXPECT_EQ(told(p, make_date(2026, 6, 10)),
              (Lines{"moved_away council: Postponed to 2026-06-24 (event 2). training"}));
    EXPECT_EQ(told(p, june_24),
              (Lines{"meeting council: Postponed from 2026-06-10 (event 2). training"}));
    // Moved once more, both dates that it left say where it is, and by which event it left them.
    const Programme again = after(p, meeting_postponed, "council/2026-1",
                                  Held(MeetingMoved{july_8}), on(6, 2, "team", "a funeral"));
    EXPECT_EQ(told(again, make_date(2026, 6, 10)),
              (Lines{"moved_away council: Postponed to 2026-07-08, first by event 2. training"}));
    EXPECT_EQ(told(again, june_24),
              (Lines{"moved_away council: Postponed to 2026-07-08 (event 3). a funeral"}));
    const Programme open = after(p, meeting_postponed, "council/2026-1", Held(MeetingMoved{}),
                                 on(6, 2, "team", "no room"));
    EXPECT_EQ(told(open, june_24),
              (Lines{"moved_away council: Postponed, without a new date (event 3). no room"}));
    p = after(p, meeting_cancelled, "council/2026-1", {}, on(6, 2, "team", "no items"));
    EXPECT_EQ(told(p, make_date(2026, 6, 10)),
              (Lines{"moved_away council: Postponed to 2026-06-24 (event 2). training. "
                     "Cancelled (event 3). no items"}));
    EXPECT_EQ(told(p, june_24), (Lines{"cancelled council: Cancelled (event 3). no items"}));
}

TEST(ConflictsOf, LeaveOutWhatWasCancelled) {
    const auto short_weeks = [](const Programme& programme) {
        std::vector<std::string> found;
        for (const Conflict& each : View(programme, make_date(2026, 1, 20), korea()).conflicts()) {
            if (each.kind == ConflictKind::short_week) found.push_back(to_string(each.date));
        }
        return found;
    };
    EXPECT_EQ(short_weeks(with_observances()), (Lines{"2026-02-16"}));
    const RecordedOccurrence february{.nominal = make_date(2026, 2, 16),
                                      .observed = make_date(2026, 2, 16),
                                      .status = cancelled,
                                      .reason = words("Seollal")};
    EXPECT_EQ(short_weeks(with_record(with_observances(), "week", february, on(1, 12))), Lines{});
}

TEST(AsOf, ADayBeforeARecordOfTheDocumentWasMadeKnowsNothingOfIt) {
    ProgrammeParts parts = parts_with_observances();
    RecordedOccurrence record = the_day(rule_day, cancelled);
    record.on = make_date(2026, 3, 2);
    parts.observances[1].records = {record};
    const Programme p(parts);
    EXPECT_TRUE(p.as_of(make_date(2026, 3, 1)).observance("day").records.empty());
    EXPECT_EQ(p.as_of(make_date(2026, 3, 2)).observance("day").records.size(), 1u);
}

TEST(ActivityDated, OfWhatRecursLetsItGoOn) {
    ProgrammeParts parts = parts_with_observances();
    parts.activities[0].dates.clear();
    const Programme p = after(Programme(parts), activity_dated, "broadcast",
                              Held(ActivityDate{.date = make_date(2026, 2, 17)}), on(2, 17));
    const Agenda agenda = p.calendar(2026, korea()).select(EntryKind::activity);
    EXPECT_EQ(agenda.size(), 12u);
    EXPECT_TRUE(agenda[1].has_own_days);
    EXPECT_FALSE(agenda[2].has_own_days);
}

/// An Integrity Week by a rule of 2024 and one from 2025 on, with an activity of which no date is known.
ProgrammeParts with_two_rules() {
    ProgrammeParts parts = parts_with_observances();
    parts.observances[0].rules = {
        {.begin = make_date(2024, 1, 1), .end = make_date(2025, 1, 1), .rule = NthWeek{2}},
        {.begin = make_date(2025, 1, 1), .rule = NthWeek{3}}};
    parts.activities[0].dates.clear();
    return parts;
}

Activity dated_broadcast(const ProgrammeParts& parts) {
    return after(Programme(parts), activity_dated, "broadcast",
                 Held(ActivityDate{.date = make_date(2026, 2, 17)}), on(2, 17))
        .parts()
        .activities[0];
}

TEST(ActivityDated, OfWhatRecursSaysThatItAlwaysDid) {
    ProgrammeParts parts = with_two_rules();
    EXPECT_EQ(dated_broadcast(parts).begin, make_date(2024, 1, 1));
    // The records of a week without a rule may be written in any order.
    parts.observances[0].rules.clear();
    parts.quotas.clear();
    for (const int month : {5, 3, 4}) {
        parts.observances[0].records.push_back({.observed = make_date(2025, month, 10)});
    }
    EXPECT_EQ(dated_broadcast(parts).begin, make_date(2025, 3, 10));
    parts.observances[0].records.clear();
    EXPECT_EQ(dated_broadcast(parts).begin, make_date(2026, 2, 17));
}

TEST(ActivityDated, OfWhatHasABeginOrAnEndChangesNeither) {
    ProgrammeParts parts = with_two_rules();
    parts.activities[0].end = make_date(2027, 1, 1);
    EXPECT_EQ(dated_broadcast(parts).begin, std::nullopt);
    EXPECT_EQ(dated_broadcast(parts).end, make_date(2027, 1, 1));
    parts.activities[0].end = std::nullopt;
    parts.activities[0].begin = make_date(2025, 6, 1);
    EXPECT_EQ(dated_broadcast(parts).begin, make_date(2025, 6, 1));
    EXPECT_EQ(dated_broadcast(parts).end, std::nullopt);
}

TEST(ActivityDates, LieBeforeItsEnd) {
    ProgrammeParts parts = parts_with_observances();
    parts.activities[0].end = make_date(2026, 1, 14);
    EXPECT_MESSAGE(Programme(parts), DocumentError,
                   "/activities/0/dates/0/date: 2026-01-14 is not before its end, 2026-01-14; the "
                   "end is the first day after its last");
    parts.activities[0].begin = make_date(2026, 1, 14);
    EXPECT_ERROR(Programme(parts), DocumentError);
    parts.activities[0].begin = std::nullopt;
    parts.activities[0].end = make_date(2026, 1, 15);
    const Programme p(parts);
    EXPECT_ERROR(after(p, activity_dated, "broadcast",
                       Held(ActivityDate{.date = make_date(2026, 2, 17)}), on(2, 17)),
                 ProbityError);
}

TEST(ActivityDated, IsBeforeTheDayOfItsEnd) {
    ProgrammeParts parts = office_parts();
    parts.activities = {
        {.id = "campaign", .title = words("Campaign"), .end = make_date(2026, 3, 10)}};
    const Programme p(parts);
    const auto dated = [&](int day) {
        return record(p, activity_dated, "campaign",
                      Held(ActivityDate{.date = make_date(2026, 3, day)}), on(3, 10));
    };
    EXPECT_MESSAGE(dated(10), ProbityError,
                   "event 1: activity.dated of 'campaign' on 2026-03-10: it ended before "
                   "2026-03-10; 2026-03-10 is not before that day");
    EXPECT_EQ(p.apply(dated(9)).parts().activities[0].dates.size(), 1u);
}

TEST(QuarterlyQuota, OfThisYearIsThatOfTheRunningQuarter) {
    ProgrammeParts parts = parts_with_observances();
    parts.quotas = {{.id = "quarterly",
                     .title = words("Weeks"),
                     .subject = QuotaSubject::occurrences,
                     .of = "week",
                     .times = 3,
                     .per = QuotaPeriod::quarter,
                     .begin = make_date(2026, 1, 1)}};
    const View view(Programme(parts), make_date(2026, 5, 4), korea());
    EXPECT_EQ(view.quota("quarterly", 2026).period,
              (Interval{make_date(2026, 4, 1), make_date(2026, 7, 1)}));
    EXPECT_EQ(view.quota("quarterly", 2027).period,
              (Interval{make_date(2027, 10, 1), make_date(2028, 1, 1)}));
}

TEST(MeetingOfUnknownDate, CannotHaveBeenBeforeTheCouncilWasEstablished) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].established = PartialDate::parse("2026-06");
    parts.councils[0].meetings = {
        {.year = 2026, .kind = MeetingKind::regular, .ordinal = 1, .state = MeetingState::held}};
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .times = 1,
                     .begin = make_date(2026, 1, 1)}};
    const Verdict found = verdict(Programme(parts), "meetings", make_date(2026, 7, 1));
    ASSERT_EQ(found.possibly_counted.size(), 1u);
    EXPECT_EQ(found.possibly_counted[0].possible,
              (Interval{make_date(2026, 6, 1), make_date(2027, 1, 1)}));
}

}  // namespace occurrence_record_test
}  // namespace probity
