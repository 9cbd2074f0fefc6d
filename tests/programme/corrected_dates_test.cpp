// Each kind of event that gives a date to something: on the wrong date it is said that it was corrected, on
// the right one what lies there. And the quotas that were missed, as long as that is news.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "probity/programme/impact.hpp"
#include "probity/programme/view.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace corrected_dates_test {

using enum EventKind;

using Lines = std::vector<std::string>;

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

/// "corrected task T-1", of what is said of a day of 2026 but for the work calendar's word.
Lines told(const Programme& programme, const Date& date) {
    Lines out;
    for (const DateReason& reason : why(programme, date, korea())) {
        if (!reason.record) continue;
        out.push_back(std::string(to_string(reason.kind)) + " " +
                      std::string(to_string(*reason.record)) + " " + reason.id);
    }
    return out;
}

/// An office with something of each kind that has dates: a task, a meeting, a week and an activity.
ProgrammeParts with_dates() {
    ProgrammeParts parts = office_parts();
    parts.tasks = {{.id = "T-1", .title = words("First"), .due = make_date(2026, 10, 1)}};
    parts.councils[0].meetings = {{.year = 2026, .ordinal = 1, .date = make_date(2026, 10, 7)}};
    parts.observances = {{.id = "week",
                          .title = words("Week"),
                          .rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{3, {9}}}}}};
    parts.activities = {{.id = "walk", .title = words("Walk")}};
    return parts;
}

struct Dated {
    EventKind kind;
    std::string subject;
    /// The event with a date.
    EventBody (*body)(const Date& date);
    /// What is said of the date that was wrong, and of the right one.
    std::string wrong;
    std::string right;
};

const std::vector<Dated>& dated() {
    static const std::vector<Dated> all{
        {task_proposed, "T-2",
         [](const Date& date) {
             return EventBody(Held(Task{.id = "T-2", .title = words("Second"), .due = date}));
         },
         "corrected task T-2", "task task T-2"},
        {task_rescheduled, "T-1",
         [](const Date& date) { return EventBody(Held(TaskRescheduled{date})); },
         "corrected task T-1", "task task T-1"},
        {meeting_planned, "council/2026-2",
         [](const Date& date) {
             return EventBody(Held(Meeting{.year = 2026, .ordinal = 2, .date = date}));
         },
         "corrected meeting council/2026-2", "meeting council council"},
        {meeting_postponed, "council/2026-1",
         [](const Date& date) { return EventBody(Held(MeetingMoved{date})); },
         "corrected meeting council/2026-1", "meeting council council"},
        {activity_added, "talk",
         [](const Date& date) {
             return EventBody(
                 Held(Activity{.id = "talk", .title = words("Talk"), .dates = {{date}}}));
         },
         "corrected activity talk", "activity activity talk"},
        {activity_dated, "walk",
         [](const Date& date) { return EventBody(Held(ActivityDate{date})); },
         "corrected activity walk", "activity activity walk"},
        {occurrence_recorded, "week",
         [](const Date& date) {
             return EventBody(Held(RecordedOccurrence{.observed = date, .days = 1}));
         },
         "corrected observance week", "week observance week"},
    };
    return all;
}

TEST(CorrectedDates, AreSaidOfEachKindOfEventThatGivesOne) {
    const Date wrong = make_date(2026, 6, 10), right = make_date(2026, 6, 11);
    for (const Dated& each : dated()) {
        SCOPED_TRACE(to_string(each.kind));
        const Programme before(with_dates());
        const Programme p =
            after(before, each.kind, each.subject, each.body(wrong), on(3, 2, "team", "planned"));
        EXPECT_EQ(told(p, wrong), Lines{each.right});
        EXPECT_EQ(told(p, right), Lines{});
        Act act = on(3, 3, "team", "misread");
        act.corrects = 1;
        const Programme corrected = after(p, each.kind, each.subject, each.body(right), act);
        EXPECT_EQ(told(corrected, wrong), Lines{each.wrong});
        EXPECT_EQ(told(corrected, right), Lines{each.right});
        // The correction is true from its day on.
        EXPECT_EQ(told(corrected.as_of(make_date(2026, 3, 3)), wrong), Lines{each.wrong});
        const Programme annulled = after(p, event_annulled, each.subject, {}, act);
        EXPECT_EQ(told(annulled, wrong), Lines{each.wrong});
        EXPECT_EQ(told(annulled, right), Lines{});
        // Said again as it was, nothing was corrected.
        const Programme same = after(p, each.kind, each.subject, each.body(wrong), act);
        EXPECT_EQ(told(same, wrong), Lines{each.right});
    }
}

TEST(MovedDates, AreSaidOfTasksMeetingsAndWeeks) {
    const Programme p(with_dates());
    const Date to = make_date(2026, 10, 14);
    const Programme task =
        after(p, task_rescheduled, "T-1", Held(TaskRescheduled{to}), on(3, 2, "team", "later"));
    EXPECT_EQ(told(task, make_date(2026, 10, 1)), Lines{"moved_away task T-1"});
    EXPECT_EQ(told(task, to), Lines{"task task T-1"});
    const Programme meeting = after(p, meeting_postponed, "council/2026-1", Held(MeetingMoved{to}),
                                    on(3, 2, "team", "election"));
    EXPECT_EQ(told(meeting, make_date(2026, 10, 7)), Lines{"moved_away council council"});
    EXPECT_EQ(told(meeting, to), Lines{"meeting council council"});
    const Programme cancelled =
        after(p, meeting_cancelled, "council/2026-1", {}, on(3, 2, "team", "election"));
    EXPECT_EQ(told(cancelled, make_date(2026, 10, 7)), Lines{"cancelled council council"});
    const Date nominal = make_date(2026, 9, 14);
    const Programme week = after(
        p, occurrence_recorded, "week",
        Held(RecordedOccurrence{
            .nominal = nominal, .observed = make_date(2026, 9, 21), .reason = words("floods")}),
        on(3, 2, "team", "floods"));
    EXPECT_EQ(told(week, make_date(2026, 9, 13)), Lines{});
    for (const int day : {14, 20}) {
        EXPECT_EQ(told(week, make_date(2026, 9, day)), Lines{"moved_away observance week"});
    }
    for (const int day : {21, 27}) {
        EXPECT_EQ(told(week, make_date(2026, 9, day)), Lines{"week observance week"});
    }
    EXPECT_EQ(told(week, make_date(2026, 9, 28)), Lines{});
}

TEST(ReasonsOfADay, TellActivitiesAfterAllElseThatLiesOnIt) {
    ProgrammeParts parts = with_dates();
    const Date day = make_date(2026, 9, 16);
    parts.activities[0].dates = {{day}};
    parts.occasions = {{.id = "fair", .title = words("Fair"), .date = day}};
    parts.councils[0].meetings[0].date = day;
    EXPECT_EQ(told(Programme(parts), day),
              (Lines{"week observance week", "meeting council council", "event occasion fair",
                     "activity activity walk"}));
}

// A task due on a Saturday is said on the Monday too, on which it is due in fact.
TEST(DueDates, AreSaidOnTheirDayOrTheNextWorkingDay) {
    ProgrammeParts parts = office_parts();
    parts.tasks = {{.id = "T-1", .title = words("First"), .due = make_date(2026, 6, 27)}};
    const Programme p(parts);
    EXPECT_EQ(told(p, make_date(2026, 6, 26)), Lines{});
    EXPECT_EQ(told(p, make_date(2026, 6, 28)), Lines{});
    EXPECT_EQ(told(p, make_date(2026, 6, 29)), Lines{"task task T-1"});
    EXPECT_EQ(told(p, make_date(2026, 6, 30)), Lines{});
    const Programme open = after(p, task_adopted, "T-1", {}, on(3, 1));
    const Programme over = after(open, task_withdrawn, "T-1", {}, on(3, 2, "team", "not needed"));
    EXPECT_EQ(told(over, make_date(2026, 6, 29)), Lines{});
}

/// The day on which the period begins that view.missed() names; empty if it names none.
std::string missed(QuotaPeriod per, const Date& on, int held = 0) {
    ProgrammeParts parts = office_parts();
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .per = per,
                     .begin = make_date(2026, 1, 1)}};
    if (held != 0) {
        parts.councils[0].meetings = {{.year = 2026,
                                       .ordinal = 1,
                                       .state = MeetingState::held,
                                       .date = make_date(2026, held, 10)}};
    }
    const auto found = View(Programme(parts), on, korea()).missed("meetings");
    return found ? to_string(found->period.begin()) : "";
}

TEST(MissedQuota, IsOfThePeriodThatEndedLastUntilItsYearIsReported) {
    using enum QuotaPeriod;
    EXPECT_EQ(missed(year, make_date(2026, 12, 31)), "");
    EXPECT_EQ(missed(year, make_date(2027, 1, 1)), "2026-01-01");
    EXPECT_EQ(missed(year, make_date(2027, 2, 28)), "2026-01-01");
    EXPECT_EQ(missed(year, make_date(2027, 3, 1)), "");
    EXPECT_EQ(missed(quarter, make_date(2026, 3, 31)), "");
    EXPECT_EQ(missed(quarter, make_date(2026, 4, 1)), "2026-01-01");
    EXPECT_EQ(missed(quarter, make_date(2026, 9, 30)), "2026-04-01");
    EXPECT_EQ(missed(quarter, make_date(2026, 10, 1)), "2026-07-01");
    EXPECT_EQ(missed(quarter, make_date(2027, 2, 28)), "2026-10-01");
    EXPECT_EQ(missed(quarter, make_date(2027, 3, 1)), "");
    EXPECT_EQ(missed(month, make_date(2026, 2, 1)), "2026-01-01");
    EXPECT_EQ(missed(month, make_date(2027, 1, 31)), "2026-12-01");
}

TEST(CorrectedDates, NameATaskByItsTitle) {
    Programme p = after(Programme(with_dates()), task_rescheduled, "T-1",
                        Held(TaskRescheduled{make_date(2026, 6, 10)}), on(3, 2, "team", "sooner"));
    Act act = on(3, 3, "team", "misread");
    act.corrects = 1;
    p = after(p, task_rescheduled, "T-1", Held(TaskRescheduled{make_date(2026, 6, 11)}), act);
    EXPECT_EQ(why(p, make_date(2026, 6, 10), korea()).at(0).title, words("First"));
}

// What a record says of an occurrence, by the rule or beside it, is on record; the rule alone is not.
TEST(QuotaOfOccurrences, IsThatOfTheNewYearOnceAnyIsOnRecord) {
    ProgrammeParts parts = with_dates();
    parts.observances[0].rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{3, {1, 9}}}};
    parts.quotas = {{.id = "weeks",
                     .title = words("Weeks"),
                     .subject = QuotaSubject::occurrences,
                     .of = "week",
                     .begin = make_date(2026, 1, 1)}};
    const auto asked = [&] {
        return View(Programme(parts), make_date(2027, 2, 1), korea())
            .quota("weeks")
            .period.begin()
            .year();
    };
    EXPECT_EQ(asked(), 2026);
    const Date by_rule = parts.observances[0].occurrences(year_of(2027)).at(0).observed.begin();
    parts.observances[0].records = {{.nominal = by_rule, .observed = by_rule}};
    EXPECT_EQ(asked(), 2027);
    parts.observances[0].records = {{.observed = make_date(2027, 1, 25), .days = 1}};
    EXPECT_EQ(asked(), 2027);
}

TEST(MissedQuota, IsOneThatWasNotMet) {
    using enum QuotaPeriod;
    EXPECT_EQ(missed(quarter, make_date(2026, 7, 1), 3), "2026-04-01");
    EXPECT_EQ(missed(quarter, make_date(2026, 7, 1), 4), "");
    EXPECT_EQ(missed(quarter, make_date(2026, 7, 1), 6), "");
    EXPECT_EQ(missed(year, make_date(2027, 1, 1), 6), "");
}

}  // namespace corrected_dates_test
}  // namespace probity
