// What a changed calendar asks of meetings, how meetings are proposed, and how steps of work are counted.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "probity/programme/burnup.hpp"
#include "probity/programme/commands.hpp"
#include "probity/programme/impact.hpp"
#include "probity/programme/portfolio.hpp"
#include "probity/programme/propose_meetings.hpp"
#include "probity/programme/view.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace plans_test {

using enum EventKind;

using Lines = std::vector<std::string>;

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

WorkCalendar with_day_off(const Date& date) {
    return korea().with_holiday(date, "임시공휴일", HolidayKind::temporary, "Temporary holiday");
}

/// A meeting of the office on Monday 28 September 2026.
Programme with_meeting(int notice_days = 7) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].charters[0].notice_days = notice_days;
    return after(Programme(parts), meeting_planned, "council/2026-1",
                 Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 9, 28)}),
                 on(2, 2));
}

/// "council 2026-1 2026-09-28 -> 2026-09-29: ...", of each move.
Lines moves(const Programme& programme, const WorkCalendar& after, int year = 2026) {
    Lines out;
    for (const Move& move : impact(programme, korea(), after, year)) {
        out.push_back(move.id + " " + move.period + " " + to_string(*move.before) + " -> " +
                      to_string(*move.after) + ": " + move.consequence.english);
    }
    return out;
}

TEST(ImpactOnAMeeting, PostponesItIfItIsStillToComeAndOnThatDay) {
    const WorkCalendar off = with_day_off(make_date(2026, 9, 28));
    const Programme planned = with_meeting();
    const Lines again{
        "council 2026-1 2026-09-28 -> 2026-09-29: It has to be postponed, and notice given again"};
    EXPECT_EQ(moves(planned, off), again);
    EXPECT_EQ(moves(planned, with_day_off(make_date(2026, 9, 29))), Lines{});
    EXPECT_EQ(moves(planned, with_day_off(make_date(2027, 9, 28)), 2027), Lines{});
    const Programme noticed = after(planned, meeting_noticed, "council/2026-1", {}, on(9, 1));
    EXPECT_EQ(moves(noticed, off), again);
    const Programme undated = after(planned, meeting_postponed, "council/2026-1",
                                    Held(MeetingMoved{}), on(9, 1, "team", "election"));
    EXPECT_EQ(moves(undated, off), Lines{});
    const Programme cancelled =
        after(planned, meeting_cancelled, "council/2026-1", {}, on(9, 1, "team", "election"));
    EXPECT_EQ(moves(cancelled, off), Lines{});
    const Programme held = after(noticed, meeting_held, "council/2026-1",
                                 Held(MeetingHeld{.present = {"mayor"}}), on(9, 28));
    EXPECT_EQ(moves(held, off), Lines{});
}

TEST(ImpactOnAMeeting, AsksForNoticeAgainWhereTheCharterAsksForItOrItWasGiven) {
    const WorkCalendar off = with_day_off(make_date(2026, 9, 28));
    const std::string moved = "council 2026-1 2026-09-28 -> 2026-09-29: It has to be postponed";
    const Programme none = with_meeting(0);
    EXPECT_EQ(moves(none, off), Lines{moved});
    EXPECT_EQ(moves(with_meeting(1), off), Lines{moved + ", and notice given again"});
    const Programme noticed = after(none, meeting_noticed, "council/2026-1", {}, on(9, 27));
    EXPECT_EQ(moves(noticed, off), Lines{moved + ", and notice given again"});
}

TEST(ImpactOfACalendar, IsAskedOfOneThatEndsWithTheYear) {
    const Interval year = year_of(2026);
    const auto calendar = [&](std::vector<Date> days) {
        return WorkCalendar::from_holidays(std::span<const Date>(days),
                                           WorkCalendar::saturday_and_sunday, year);
    };
    const auto found = impact(with_meeting(), calendar({make_date(2026, 1, 1)}),
                              calendar({make_date(2026, 1, 1), make_date(2026, 9, 28)}), 2026);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].after, make_date(2026, 9, 29));
    EXPECT_EQ(found[0].why.english, "2026-09-28, day off");
    EXPECT_EQ(found[0].why.korean, "2026. 9. 28. 휴무일");
}

TEST(ImpactOnADueDate, IsOfAnOpenTaskDueInTheYear) {
    const auto due = [](const Date& date) {
        return after(office(), task_rescheduled, "T-1", Held(TaskRescheduled{date}),
                     on(2, 3, "team", "moved"));
    };
    // 1 January is a day off: what is due then is due on the next working day, of the same year.
    const WorkCalendar january = with_day_off(make_date(2027, 1, 4));
    EXPECT_EQ(moves(due(make_date(2027, 1, 1)), january, 2027),
              Lines{"T-1  2027-01-04 -> 2027-01-05: "});
    EXPECT_EQ(moves(due(make_date(2027, 1, 1)), january, 2026), Lines{});
    EXPECT_EQ(moves(due(make_date(2027, 1, 5)), january, 2027), Lines{});
    const WorkCalendar june = with_day_off(make_date(2026, 6, 30));
    const Programme both = office();
    EXPECT_EQ(moves(both, june),
              (Lines{"T-1  2026-06-30 -> 2026-07-01: ", "T-2  2026-06-30 -> 2026-07-01: "}));
    const Programme one = after(both, task_withdrawn, "T-1", {}, on(3, 2, "team", "not needed"));
    EXPECT_EQ(moves(one, june), (Lines{"T-2  2026-06-30 -> 2026-07-01: "}));
}

TEST(BurnupOf, HasAPointForEachStepAndOneForTheLastDay) {
    const auto dates = [](const Date& begin, const Date& end, BurnupStep step) {
        Lines out;
        for (const BurnupPoint& point : burnup(office(), Interval(begin, end), step)) {
            out.push_back(to_string(point.date));
        }
        return out;
    };
    const Date first = make_date(2026, 1, 31);
    EXPECT_EQ(dates(first, make_date(2026, 2, 2), BurnupStep::day),
              (Lines{"2026-01-31", "2026-02-01"}));
    EXPECT_EQ(dates(first, make_date(2026, 2, 8), BurnupStep::week),
              (Lines{"2026-01-31", "2026-02-07"}));
    EXPECT_EQ(dates(first, make_date(2026, 2, 9), BurnupStep::week),
              (Lines{"2026-01-31", "2026-02-07", "2026-02-08"}));
    EXPECT_EQ(dates(first, make_date(2026, 4, 1), BurnupStep::month),
              (Lines{"2026-01-31", "2026-02-28", "2026-03-31"}));
    // Up to the last date that there is.
    for (const BurnupStep step : {BurnupStep::day, BurnupStep::week, BurnupStep::month}) {
        EXPECT_EQ(dates(make_date(9999, 12, 30), make_date(9999, 12, 31), step),
                  (Lines{"9999-12-30"}));
        EXPECT_EQ(dates(make_date(9999, 12, 29), make_date(9999, 12, 31), step).back(),
                  "9999-12-30");
    }
}

TEST(BurnupOf, SumsTasksAndWeightsOfAllStepsBefore) {
    ProgrammeParts parts = office_parts();
    Programme p(parts);
    int day = 5;
    for (const char* id : {"T-1", "T-2", "T-3"}) {
        p = after(p, task_proposed, id, Held(Task{.id = id, .weight = 2}), on(1, day++));
    }
    p = after(p, task_adopted, "T-1", {}, on(1, 8));
    p = after(p, task_started, "T-1", {}, on(1, 8));
    p = after(p, task_submitted, "T-1", proof(), on(1, 8, "tax-head"));
    p = after(p, task_verified, "T-1", {}, on(1, 9, "audit-head"));
    p = after(p, task_rejected, "T-2", {}, on(1, 9, "team", "no"));
    Lines out;
    for (const BurnupPoint& point :
         burnup(p, Interval(make_date(2026, 1, 4), make_date(2026, 1, 11)), BurnupStep::day)) {
        out.push_back(to_string(point.date).substr(8) + " " + std::to_string(point.done) + "/" +
                      std::to_string(point.total) + " " + std::to_string(point.done_weight) + "/" +
                      std::to_string(point.total_weight));
    }
    EXPECT_EQ(out, (Lines{"04 0/0 0/0", "05 0/1 0/2", "06 0/2 0/4", "07 0/3 0/6", "08 0/3 0/6",
                          "09 1/2 2/4", "10 1/2 2/4"}));
}

/// The office with a quota of regular meetings, so many a year.
ProgrammeParts with_regular(int times) {
    ProgrammeParts parts = office_parts();
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .times = times,
                     .counts = {.regular = true},
                     .begin = make_date(2026, 1, 1)}};
    return parts;
}

// What is planned with a date, or was held, is no longer proposed; what has no date yet is.
TEST(ProposedMeetings, AreThoseThatHaveNoDate) {
    ProgrammeParts parts = with_regular(4);
    const auto proposed = [&] {
        return propose_meetings(Programme(parts), "council", 2026, korea()).size();
    };
    EXPECT_EQ(proposed(), 4u);
    auto& meetings = parts.councils[0].meetings;
    meetings.push_back({.year = 2026, .ordinal = 1});
    EXPECT_EQ(proposed(), 4u);
    meetings.push_back({.year = 2026, .ordinal = 2, .date = make_date(2026, 6, 10)});
    EXPECT_EQ(proposed(), 3u);
    meetings.push_back(
        {.year = 2026, .ordinal = 3, .state = MeetingState::held, .before = make_date(2026, 7, 1)});
    EXPECT_EQ(proposed(), 2u);
    meetings.push_back({.year = 2026,
                        .kind = MeetingKind::extraordinary,
                        .ordinal = 1,
                        .date = make_date(2026, 8, 10)});
    meetings.push_back({.year = 2025, .ordinal = 1, .date = make_date(2025, 6, 10)});
    EXPECT_EQ(proposed(), 2u);
    for (const int ordinal : {4, 5, 6}) {
        meetings.push_back(
            {.year = 2026, .ordinal = ordinal, .date = make_date(2026, 5 + ordinal, 10)});
    }
    EXPECT_EQ(proposed(), 0u);
}

// The second meeting is proposed away from the one that has its date.
TEST(ProposedMeetings, LieAwayFromThoseThatHaveADate) {
    ProgrammeParts parts = with_regular(2);
    const auto proposed = [&](const Date& fixed) {
        parts.councils[0].meetings = {{.year = 2026, .ordinal = 1, .date = fixed}};
        const MeetingWishes wishes{.min_days_between = 90};
        const auto found = propose_meetings(Programme(parts), "council", 2026, korea(), wishes);
        return found.size() == 1 ? found[0].date : make_date(1900, 1, 1);
    };
    EXPECT_GE(proposed(make_date(2026, 3, 4)), make_date(2026, 6, 2));
    const Date before_november = proposed(make_date(2026, 11, 4));
    EXPECT_LE(before_november, make_date(2026, 8, 6));
    EXPECT_GE(before_november, make_date(2026, 1, 1));
}

TEST(QuotaStanding, SaysWhichMeetingsHadNoVotingMemberOnRecord) {
    ProgrammeParts parts = with_regular(2);
    parts.quotas[0].counts = {.held = true, .quorate = true};
    parts.councils[0].memberships.clear();
    parts.councils[0].meetings = {{.year = 2026,
                                   .ordinal = 1,
                                   .state = MeetingState::held,
                                   .date = make_date(2026, 3, 18),
                                   .present = {"mayor"}}};
    const auto reason = [&] {
        return View(Programme(parts), make_date(2026, 3, 18), korea()).quota("meetings").reason;
    };
    EXPECT_TRUE(reason().english.ends_with(
        "2026-1 does not count. No voting member is recorded for that day, so that it had no "
        "quorum."))
        << reason().english;
    parts.councils[0].meetings[0].present.clear();
    EXPECT_TRUE(reason().english.ends_with(
        "2026-1 does not count. Nobody is recorded as present, so that it had no quorum."))
        << reason().english;
}

// In January and February a year's results are reported: it is the one asked for while nothing of the new
// one is on record.
TEST(QuotaWithoutAYear, IsThatOfTheYearBeforeUntilSomethingOfTheNewOneIsOnRecord) {
    ProgrammeParts parts = with_regular(1);
    const auto asked = [&](int year, int month, int day) {
        return View(Programme(parts), make_date(year, month, day), korea())
            .quota("meetings")
            .period.begin()
            .year();
    };
    EXPECT_EQ(asked(2026, 2, 28), 2026);  // the first in which it is in force
    EXPECT_EQ(asked(2027, 1, 1), 2026);
    EXPECT_EQ(asked(2027, 2, 28), 2026);
    EXPECT_EQ(asked(2027, 3, 1), 2027);
    auto& meetings = parts.councils[0].meetings;
    meetings = {{.year = 2027, .ordinal = 1}};
    EXPECT_EQ(asked(2027, 2, 1), 2026);
    meetings[0].date = make_date(2027, 1, 20);
    EXPECT_EQ(asked(2027, 1, 19), 2026);  // by then the document is silent on it
    EXPECT_EQ(asked(2027, 1, 20), 2027);
    meetings = {
        {.year = 2027, .ordinal = 1, .state = MeetingState::held, .before = make_date(2027, 2, 1)}};
    EXPECT_EQ(asked(2027, 2, 1), 2027);
    parts.quotas[0].per = QuotaPeriod::quarter;
    EXPECT_EQ(asked(2027, 1, 1), 2027);
}

// A slot in each week of an observance is known only from the observance.
TEST(ImpactOnASlot, FollowsTheObservanceInWhichItLies) {
    ProgrammeParts parts = office_parts();
    parts.observances = {{.id = "week",
                          .title = words("Integrity Week"),
                          .rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{3, {9}}}}}};
    parts.councils[0].cadences = {
        {.begin = make_date(2026, 1, 1), .cadence = InEach{.weekday = WE, .observance = "week"}}};
    const Date monday = parts.observances[0].occurrences(year_of(2026)).at(0).observed.begin();
    const Date wednesday = add_days(monday, 2);
    const auto found = impact(Programme(parts), korea(), with_day_off(wednesday), 2026);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].kind, MoveKind::week);
    EXPECT_EQ(found[1].kind, MoveKind::slot);
    EXPECT_EQ(found[1].before, wednesday);
    EXPECT_EQ(found[1].after, add_days(wednesday, 1));
}

TEST(Annul, IsOfTheSubjectOfTheFirstEventAndOfTheLast) {
    Programme p(office_parts());
    p = after(p, area_named, "gifts", Held(RiskArea{.id = "gifts", .title = words("G")}), on(1, 5));
    EXPECT_EQ(annul(p, 1, on(1, 6)).subject, "gifts");
    p = after(p, area_named, "travel", Held(RiskArea{.id = "travel", .title = words("T")}),
              on(1, 6));
    EXPECT_EQ(annul(p, 1, on(1, 7)).subject, "gifts");
    EXPECT_EQ(annul(p, 2, on(1, 7)).subject, "travel");
}

// Of two weeks the first was called off, and both become short.
TEST(ImpactOnAnObservance, IsOfTheLaterOneThoughTheFirstIsCancelled) {
    ProgrammeParts parts = office_parts();
    parts.observances = {{.id = "week",
                          .title = words("Integrity Week"),
                          .rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{3, {7, 9}}}}}};
    const auto weeks = parts.observances[0].occurrences(year_of(2026));
    ASSERT_EQ(weeks.size(), 2u);
    parts.observances[0].records = {{.nominal = weeks[0].observed.begin(),
                                     .observed = weeks[0].observed.begin(),
                                     .status = OccurrenceStatus::cancelled,
                                     .reason = words("floods")}};
    WorkCalendar off = with_day_off(weeks[0].observed.begin());
    off = off.with_holiday(weeks[1].observed.begin(), "임시공휴일", HolidayKind::temporary);
    const auto found = impact(Programme(parts), korea(), off, 2026);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].before, weeks[1].observed.begin());
}

TEST(UidName, OfAFoundingRecordOfEachKindIsItsId) {
    ProgrammeParts parts = office_parts();
    parts.observances = {{.id = "a", .title = words("A")}};
    parts.activities = {{.id = "b", .title = words("B")}};
    parts.occasions = {{.id = "d", .title = words("D"), .date = make_date(2026, 3, 2)}};
    const Plan plan = Programme(parts).plan();
    EXPECT_EQ(plan.uid_name(EntryKind::day, "a"), "a");
    EXPECT_EQ(plan.uid_name(EntryKind::activity, "b"), "b");
    EXPECT_EQ(plan.uid_name(EntryKind::meeting, "council"), "council");
    EXPECT_EQ(plan.uid_name(EntryKind::event, "d"), "d");
    // The kind that is named by a later record of the same id.
    Programme p(parts);
    const auto later = [&](const char* id) {
        return p.apply(add(p, Activity{.id = id, .title = words("Later")}, on(3, 2)))
            .plan()
            .uid_name(EntryKind::activity, id);
    };
    EXPECT_EQ(later("a"), "activity:a");
    EXPECT_EQ(later("council"), "activity:council");
    EXPECT_EQ(later("d"), "activity:d");
    p = p.apply(
        add(p, Occasion{.id = "b", .title = words("L"), .date = make_date(2026, 5, 1)}, on(3, 2)));
    EXPECT_EQ(p.plan().uid_name(EntryKind::activity, "b"), "b");
    EXPECT_EQ(p.plan().uid_name(EntryKind::event, "b"), "event:b");
}

TEST(Portfolio, IsThatOfItsProgrammes) {
    const Programme one = office(), other(office_parts());
    EXPECT_EQ(Portfolio({one}), Portfolio({one}));
    EXPECT_EQ(Portfolio({one}), Portfolio({office()}));
    EXPECT_NE(Portfolio({one}), Portfolio({other}));
    const Portfolio portfolio({one});
    EXPECT_EQ(portfolio, Portfolio(portfolio));
}

TEST(WhyOf, ACorrectedActivityIsNamedByItsTitle) {
    ProgrammeParts parts = office_parts();
    parts.activities = {{.id = "campaign", .title = words("A campaign")}};
    Programme p = after(Programme(parts), activity_dated, "campaign",
                        Held(ActivityDate{make_date(2026, 3, 13)}), on(3, 16));
    Act correction = on(3, 17, "team", "misread");
    correction.corrects = 1;
    p = after(p, activity_dated, "campaign", Held(ActivityDate{make_date(2026, 3, 14)}),
              correction);
    const auto reasons = why(p, make_date(2026, 3, 13), korea());
    ASSERT_EQ(reasons.size(), 2u);
    EXPECT_EQ(reasons[0].kind, DateReasonKind::corrected);
    EXPECT_EQ(reasons[0].record, RecordKind::activity);
    EXPECT_EQ(reasons[0].title, words("A campaign"));
    EXPECT_EQ(reasons[1].kind, DateReasonKind::working_day);
}

}  // namespace plans_test
}  // namespace probity
