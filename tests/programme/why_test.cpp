// What is said of a date from which something was moved, and of the date to which it went.
#include <gtest/gtest.h>

#include "probity/programme/impact.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace why_test {

using enum EventKind;
using Lines = std::vector<std::string>;

/// What is said of a date of 2026, without the word of the work calendar.
Lines told(const Programme& programme, int month, int day, Language language = Language::english) {
    static const WorkCalendar korea = WorkCalendar::korea();
    Lines out;
    for (const DateReason& reason : why(programme, make_date(2026, month, day), korea)) {
        if (reason.kind == DateReasonKind::working_day || reason.kind == DateReasonKind::day_off)
            continue;
        out.push_back(std::string(to_string(reason.kind)) + " " + reason.id + ": " +
                      reason.reason.in(language));
    }
    return out;
}

EventBody due(int month, int day) { return Held(TaskRescheduled{make_date(2026, month, day)}); }

Act correcting(int event, const Act& act) {
    Act corrected = act;
    corrected.corrects = event;
    return corrected;
}

/// The office with T-1 alone on record, proposed by event 1 to be done by 30 June.
Programme with_a_task() {
    const Task task{
        .id = "T-1", .title = words("First"), .owner = "tax", .due = make_date(2026, 6, 30)};
    return after(Programme(office_parts()), task_proposed, "T-1", Held(task), on(1, 5));
}

TEST(WhyOf, ADueDateThatWasMovedSaysWhereItWentAndWhenceItCame) {
    Programme p =
        after(with_a_task(), task_rescheduled, "T-1", due(8, 3), on(5, 20, "audit", "elections"));
    EXPECT_EQ(told(p, 6, 30),
              (Lines{"moved_away T-1: It was due on 2026-06-30. Moved to 2026-08-03 "
                     "(event 2). elections"}));
    EXPECT_EQ(told(p, 6, 30, Language::korean),
              (Lines{"moved_away T-1: 기한 2026. 6. 30.이었음. 2026. 8. 3.로 옮김(기록 2번). "
                     "elections"}));
    EXPECT_EQ(told(p, 8, 3), (Lines{"task T-1: It is due on 2026-08-03. Moved from 2026-06-30 "
                                    "(event 2). elections"}));
    EXPECT_EQ(told(p, 8, 3, Language::korean),
              (Lines{"task T-1: 기한 2026. 8. 3., 2026. 6. 30.에서 옮김(기록 2번). elections"}));
    p = after(p, task_rescheduled, "T-1", due(9, 1), on(7, 20, "audit", "floods"));
    EXPECT_EQ(told(p, 6, 30),
              (Lines{"moved_away T-1: It was due on 2026-06-30. Moved to 2026-08-03 "
                     "(event 2); now it is due on 2026-09-01. elections"}));
    EXPECT_EQ(told(p, 8, 3), (Lines{"moved_away T-1: It was due on 2026-08-03. Moved to 2026-09-01 "
                                    "(event 3). floods"}));
    EXPECT_EQ(told(p, 9, 1), (Lines{"task T-1: It is due on 2026-09-01. Moved from 2026-08-03 "
                                    "(event 3). floods"}));
    // On a day before the move nothing was moved yet.
    EXPECT_EQ(told(p.as_of(make_date(2026, 5, 1)), 6, 30),
              (Lines{"task T-1: It is due on 2026-06-30"}));
    EXPECT_EQ(told(p.as_of(make_date(2026, 5, 1)), 8, 3), Lines{});
}

TEST(WhyOf, ADueDateThatCameBackIsNotMovedAway) {
    Programme p = after(with_a_task(), task_rescheduled, "T-1", due(8, 3), on(5, 20, "audit", "a"));
    p = after(p, task_rescheduled, "T-1", due(6, 30), on(5, 21, "audit", "b"));
    EXPECT_EQ(told(p, 6, 30),
              (Lines{"task T-1: It is due on 2026-06-30. Moved from 2026-08-03 (event 3). b"}));
}

TEST(WhyOf, ADueDateThatWasTakenAwaySaysSo) {
    const Programme p = after(with_a_task(), task_rescheduled, "T-1", Held(TaskRescheduled{}),
                              on(5, 20, "audit", "no end in sight"));
    EXPECT_EQ(told(p, 6, 30), (Lines{"moved_away T-1: It was due on 2026-06-30. It has no due date "
                                     "any more (event 2). no end in sight"}));
}

TEST(WhyOf, ADueDateOnADayOffIsSaidOnTheNextWorkingDayToo) {
    // 27 June 2026 is a Saturday.
    Programme p = after(with_a_task(), task_rescheduled, "T-1", due(6, 27), on(5, 1, "audit", "a"));
    p = after(p, task_rescheduled, "T-1", due(9, 1), on(5, 20, "audit", "b"));
    for (const int day : {27, 29}) {
        EXPECT_EQ(told(p, 6, day), (Lines{"moved_away T-1: It was due on 2026-06-27. Moved to "
                                          "2026-09-01 (event 3). b"}));
    }
    EXPECT_EQ(told(p, 6, 28), Lines{});
}

TEST(WhyOf, ATaskThatNoLongerCountsIsNotSaidToHaveBeenMoved) {
    Programme p = after(with_a_task(), task_rescheduled, "T-1", due(8, 3), on(5, 20, "audit", "a"));
    p = after(p, task_withdrawn, "T-1", {}, on(5, 21, "audit", "b"));
    EXPECT_EQ(told(p, 6, 30), Lines{});
}

TEST(WhyOf, ACorrectedDateSaysWhereItWent) {
    ProgrammeParts parts = office_parts();
    parts.activities = {{.id = "campaign", .title = words("Campaign")}};
    Programme p = after(Programme(parts), activity_dated, "campaign",
                        Held(ActivityDate{make_date(2026, 3, 13)}), on(3, 16));
    p = after(p, activity_dated, "campaign", Held(ActivityDate{make_date(2026, 3, 14)}),
              correcting(1, on(3, 17, "team", "misread")));
    EXPECT_EQ(told(p, 3, 13), (Lines{"corrected campaign: Corrected to 2026-03-14 (event 2). "
                                     "misread"}));
    EXPECT_EQ(told(p, 3, 14), (Lines{"activity campaign: Corrected from 2026-03-13 (event 2)"}));
    p = after(p, event_annulled, "campaign", {}, correcting(2, on(3, 18, "team", "no campaign")));
    EXPECT_EQ(told(p, 3, 13), (Lines{"corrected campaign: Annulled (event 3). no campaign"}));
    EXPECT_EQ(told(p, 3, 14), (Lines{"corrected campaign: Annulled (event 3). no campaign"}));
    // An annulment that is annulled leaves what it annulled.
    p = after(p, event_annulled, "campaign", {}, correcting(3, on(3, 19, "team", "there was")));
    EXPECT_EQ(told(p, 3, 13), (Lines{"corrected campaign: Corrected to 2026-03-14 (event 4). "
                                     "there was"}));
    EXPECT_EQ(told(p, 3, 14), (Lines{"activity campaign: Corrected from 2026-03-13 (event 4)"}));
}

TEST(WhyOf, ADateThatSeveralReplaceSaysNotWhereItWent) {
    const auto campaign = [](std::vector<ActivityDate> dates) {
        return Held(
            Activity{.id = "campaign", .title = words("Campaign"), .dates = std::move(dates)});
    };
    Programme p = after(Programme(office_parts()), activity_added, "campaign",
                        campaign({{make_date(2026, 3, 13)}}), on(3, 2));
    p = after(p, activity_added, "campaign",
              campaign({{make_date(2026, 3, 14)}, {make_date(2026, 4, 2)}}),
              correcting(1, on(3, 2, "team", "misread")));
    EXPECT_EQ(told(p, 3, 13), (Lines{"corrected campaign: Corrected (event 2). misread"}));
}

TEST(WhyOf, WhatCameBackToADateIsNotSaidToHaveBeenCorrectedAway) {
    // Due on 30 June, which was corrected to 31 July, and moved back.
    const Task task{.id = "T-1", .title = words("First"), .due = make_date(2026, 7, 31)};
    Programme p = after(with_a_task(), task_proposed, "T-1", Held(task),
                        correcting(1, on(1, 5, "team", "a slip")));
    p = after(p, task_rescheduled, "T-1", due(6, 30), on(2, 2, "audit", "sooner"));
    EXPECT_EQ(told(p, 6, 30), (Lines{"task T-1: It is due on 2026-06-30. Moved from 2026-07-31 "
                                     "(event 3). sooner"}));
}

/// The office with a meeting of the founding document on 18 March.
ProgrammeParts with_a_founding_meeting() {
    ProgrammeParts parts = office_parts();
    parts.councils[0].meetings = {{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)}};
    return parts;
}

TEST(WhyOf, AFoundingMeetingThatWasPostponedSaysByWhichEvent) {
    const Programme p =
        after(Programme(with_a_founding_meeting()), meeting_postponed, "council/2026-1",
              Held(MeetingMoved{.date = make_date(2026, 3, 25)}), on(3, 2, "team", "election"));
    EXPECT_EQ(told(p, 3, 18),
              (Lines{"moved_away council: Postponed to 2026-03-25 (event 1). election"}));
    EXPECT_EQ(told(p, 3, 25),
              (Lines{"meeting council: Postponed from 2026-03-18 (event 1). election"}));
}

TEST(WhyOf, AMeetingThatLeftADateTwiceSaysWhereItWentTheLastTime) {
    Programme p(with_a_founding_meeting());
    const auto postponed = [](const Programme& programme, const Date& date, int day) {
        return after(programme, meeting_postponed, "council/2026-1",
                     Held(MeetingMoved{.date = date}), on(3, day, "team", "no room"));
    };
    p = postponed(p, make_date(2026, 3, 25), 2);
    p = postponed(p, make_date(2026, 3, 18), 3);
    p = postponed(p, make_date(2026, 4, 1), 4);
    EXPECT_EQ(told(p, 3, 18),
              (Lines{"moved_away council: Postponed to 2026-04-01 (event 3). no room"}));
    EXPECT_EQ(told(p, 3, 25), (Lines{"moved_away council: Postponed to 2026-04-01, first by event "
                                     "2. no room"}));
}

TEST(WhyOf, AFoundingMeetingThatWasCancelledTellsItsNote) {
    ProgrammeParts parts = with_a_founding_meeting();
    parts.councils[0].meetings[0].state = MeetingState::cancelled;
    EXPECT_EQ(told(Programme(parts), 3, 18), (Lines{"cancelled council: Cancelled"}));
    parts.councils[0].meetings[0].note = words("the hall was closed");
    EXPECT_EQ(told(Programme(parts), 3, 18),
              (Lines{"cancelled council: Cancelled. the hall was closed"}));
}

TEST(WhyOf, ACorrectedDueDateSaysWhereItWent) {
    Task task{.id = "T-1", .title = words("First"), .due = make_date(2026, 7, 31)};
    const Programme p = after(with_a_task(), task_proposed, "T-1", Held(task),
                              correcting(1, on(1, 5, "team", "a slip")));
    EXPECT_EQ(told(p, 6, 30), (Lines{"corrected T-1: Corrected to 2026-07-31 (event 2). a slip"}));
    EXPECT_EQ(told(p, 7, 31), (Lines{"task T-1: It is due on 2026-07-31. Corrected from 2026-06-30 "
                                     "(event 2)"}));
}

TEST(WhyOf, ADateThatACorrectionLeavesIsNotSaidToBeCorrected) {
    const Task task{.id = "T-1", .title = words("Other"), .due = make_date(2026, 6, 30)};
    const Programme p = after(with_a_task(), task_proposed, "T-1", Held(task),
                              correcting(1, on(1, 5, "team", "a slip")));
    EXPECT_EQ(told(p, 6, 30), (Lines{"task T-1: It is due on 2026-06-30"}));
}

/// The office with a regular and an extraordinary meeting, planned for days of March; the second was
/// entered for another day first.
Programme with_two_meetings(int first, int entered, int corrected) {
    const auto plan = [](MeetingKind kind, int day) {
        return Held(
            Meeting{.year = 2026, .kind = kind, .ordinal = 1, .date = make_date(2026, 3, day)});
    };
    using enum MeetingKind;
    Programme p(office_parts());
    p = after(p, meeting_planned, "council/2026-1", plan(regular, first), on(2, 2));
    p = after(p, meeting_planned, "council/2026-x1", plan(extraordinary, entered), on(2, 2));
    return after(p, meeting_planned, "council/2026-x1", plan(extraordinary, corrected),
                 correcting(2, on(2, 2, "team", "misread")));
}

TEST(WhyOf, ACorrectionIsSaidOfTheMeetingThatWasCorrected) {
    // A regular meeting and a corrected one on 18 March.
    Programme p = with_two_meetings(18, 17, 18);
    EXPECT_EQ(told(p, 3, 18),
              (Lines{"meeting council: planned",
                     "meeting council: planned. Corrected from 2026-03-17 (event 3)"}));
    EXPECT_EQ(told(p, 3, 17), (Lines{"corrected council/2026-x1: Corrected to 2026-03-18 "
                                     "(event 3). misread"}));
    // The regular one stands on the day for which the other had been entered.
    p = with_two_meetings(17, 17, 18);
    EXPECT_EQ(told(p, 3, 17), (Lines{"meeting council: planned",
                                     "corrected council/2026-x1: Corrected to 2026-03-18 "
                                     "(event 3). misread"}));
    EXPECT_EQ(told(p, 3, 18),
              (Lines{"meeting council: planned. Corrected from 2026-03-17 (event 3)"}));
}

TEST(WhyOf, ACorrectionOfAMeetingThatWasCancelledIsSaidOfIt) {
    Programme p = with_two_meetings(18, 17, 18);
    p = after(p, meeting_cancelled, "council/2026-x1", {}, on(3, 2, "team", "no need"));
    EXPECT_EQ(told(p, 3, 18),
              (Lines{"meeting council: planned",
                     "cancelled council: Cancelled (event 4). no need. Corrected from 2026-03-17 "
                     "(event 3)"}));
}

TEST(WhyOf, ACorrectionThatNamesAnotherMeetingIsSaidOfThatOne) {
    // The second regular meeting of the year had been entered as an extraordinary one.
    const auto plan = [](MeetingKind kind, int ordinal, int day) {
        return Held(Meeting{
            .year = 2026, .kind = kind, .ordinal = ordinal, .date = make_date(2026, 3, day)});
    };
    using enum MeetingKind;
    Programme p(office_parts());
    p = after(p, meeting_planned, "council/2026-1", plan(regular, 1, 18), on(2, 2));
    p = after(p, meeting_planned, "council/2026-x1", plan(extraordinary, 1, 17), on(2, 2));
    Act act = correcting(2, on(2, 2, "team", "misread"));
    act.named = {"kind", "ordinal", "date"};
    p = after(p, meeting_planned, "council/2026-2", plan(regular, 2, 18), act);
    EXPECT_EQ(told(p, 3, 18),
              (Lines{"meeting council: planned",
                     "meeting council: planned. Corrected from 2026-03-17 (event 3)"}));
}

TEST(WhyOf, ACorrectionIsSaidFromTheDayOnWhichItIsTrue) {
    const Task task{.id = "T-1", .title = words("First"), .due = make_date(2026, 7, 31)};
    const Programme p = after(with_a_task(), task_proposed, "T-1", Held(task),
                              correcting(1, on(2, 2, "team", "a slip")));
    EXPECT_EQ(told(p.as_of(make_date(2026, 2, 1)), 6, 30), Lines{});
    EXPECT_EQ(told(p.as_of(make_date(2026, 2, 2)), 6, 30),
              (Lines{"corrected T-1: Corrected to 2026-07-31 (event 2). a slip"}));
}

TEST(WhyOf, AnActivityGoesWithTheDayInWhichItIsHeld) {
    ProgrammeParts parts = office_parts();
    parts.observances = {
        {.id = "day",
         .kind = ObservanceKind::day,
         .title = words("Integrity Day"),
         .rules = {{.begin = make_date(2026, 1, 1), .rule = WeekdayOfWeek{WE, 3, {3}}}}}};
    parts.activities = {{.id = "pledge", .title = words("Pledge"), .observance = "day"}};
    const RecordedOccurrence record{.nominal = make_date(2026, 3, 18),
                                    .observed = make_date(2026, 3, 25),
                                    .reason = words("festival")};
    const Programme p =
        after(Programme(parts), occurrence_recorded, "day", Held(record), on(2, 10));
    EXPECT_EQ(told(p, 3, 18),
              (Lines{"moved_away day: Moved to 2026-03-25 (event 1). festival",
                     "moved_away pledge: Integrity Day: Moved to 2026-03-25 (event 1)"}));
    EXPECT_EQ(told(p, 3, 25).size(), 2u);
}

}  // namespace why_test
}  // namespace probity
