#include "probity/planning/agenda.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace probity {
namespace agenda_test {

Plan office_plan() {
    Plan plan{.id = "office", .title = {"청렴 달력", "Integrity calendar"}};
    plan.sources = {{.id = "notice", .title = {"공고", "Notice"}, .date = make_date(2019, 12, 2)}};
    plan.observances = {
        {.id = "week",
         .kind = ObservanceKind::week,
         .title = {"청렴주간", "Integrity Week"},
         .rules = {{.begin = make_date(2020, 1, 1), .rule = NthWeek{3}, .source = "notice"}}},
        {.id = "day",
         .kind = ObservanceKind::day,
         .title = {"청렴데이", "Integrity Day"},
         .rules = {{.begin = make_date(2020, 1, 1), .rule = WeekdayOfWeek{WE, 3, {3}}}}}};
    plan.activities = {{.id = "broadcast",
                        .title = {"방송", "Broadcast"},
                        .observance = "week",
                        .dates = {{.date = make_date(2026, 6, 16)}},
                        .begin = make_date(2026, 1, 1)},
                       {.id = "quiz", .title = {"퀴즈", "Quiz"}}};
    plan.occasions = {{.kind = EntryKind::meeting,
                       .id = "council",
                       .period = "2026-1",
                       .days = Interval::of_days(make_date(2026, 3, 18), 1),
                       .title = {"회의", "Meeting"},
                       .begins = TimeOfDay::parse("15:20")}};
    return plan;
}

Agenda agenda_of_2026() { return Agenda(office_plan(), WorkCalendar::korea(), year_of(2026)); }

TEST(Agenda, CountsTheWorkingDaysOfWeeks) {
    const Agenda weeks = agenda_of_2026().select(EntryKind::week);
    ASSERT_EQ(weeks.size(), 12u);
    std::vector<int> working_days;
    for (const AgendaEntry& week : weeks) working_days.push_back(week.working_days.value());
    // Seollal (16 to 18 February), Constitution Day (17 July), the substitute for Liberation Day
    // (17 August).
    EXPECT_EQ(working_days, (std::vector<int>{5, 2, 5, 5, 5, 5, 4, 4, 5, 5, 5, 5}));
}

TEST(Agenda, FlagsOnlyTheWeekOfSeollal2026AsShort) {
    for (const AgendaEntry& week : agenda_of_2026().select(EntryKind::week)) {
        EXPECT_EQ(week.is_short, week.begin() == make_date(2026, 2, 16)) << week;
    }
}

TEST(Agenda, CallsAWeekShortByTheObservancesOwnMeasure) {
    Plan plan = office_plan();
    plan.observances[0].short_below = 5;
    const Agenda weeks = Agenda(plan, WorkCalendar::korea(), year_of(2026)).select(EntryKind::week);
    EXPECT_EQ(std::count_if(weeks.begin(), weeks.end(),
                            [](const AgendaEntry& week) { return week.is_short; }),
              3);
}

TEST(Agenda, ListsADayInOrderTheLongestFirst) {
    std::vector<EntryKind> kinds;
    for (const AgendaEntry& entry : agenda_of_2026().on(make_date(2026, 3, 18))) {
        kinds.push_back(entry.kind);
    }
    EXPECT_EQ(kinds, (std::vector{EntryKind::week, EntryKind::activity, EntryKind::day,
                                  EntryKind::meeting}));
}

TEST(Agenda, IsInOrderOfDate) {
    const Agenda agenda = agenda_of_2026();
    EXPECT_TRUE(std::is_sorted(
        agenda.begin(), agenda.end(),
        [](const AgendaEntry& a, const AgendaEntry& b) { return a.begin() < b.begin(); }));
}

TEST(Agenda, SelectsWhatItsKindsPartition) {
    const Agenda agenda = agenda_of_2026();
    std::size_t entries = 0;
    for (const EntryKind kind : {EntryKind::week, EntryKind::day, EntryKind::activity,
                                 EntryKind::meeting, EntryKind::event}) {
        const Agenda selected = agenda.select(kind);
        EXPECT_TRUE(selected.shows(kind));
        entries += selected.size();
    }
    EXPECT_EQ(entries, agenda.size());
}

TEST(Agenda, OfOneKindHasNothingOfAnother) {
    EXPECT_TRUE(agenda_of_2026().select(EntryKind::week).select(EntryKind::day).empty());
}

TEST(Agenda, GivesReasonAndSource) {
    const AgendaEntry week = agenda_of_2026().select(EntryKind::week)[2];
    EXPECT_EQ(week.reason.english, "the third week of every month");
    EXPECT_EQ(week.reason.korean, "매월 셋째 주");
    EXPECT_EQ(week.source.english, "Notice, 2019-12-02");
    EXPECT_EQ(week.nominal, make_date(2026, 3, 16));
}

TEST(HeldActivity, TakesTheWeekUnlessItsDateIsKnown) {
    const Agenda activities = agenda_of_2026().select(EntryKind::activity);
    ASSERT_EQ(activities.size(), 12u);
    for (const AgendaEntry& activity : activities) {
        const bool june = activity.begin() == make_date(2026, 6, 16);
        EXPECT_EQ(activity.has_own_days, june);
        EXPECT_EQ(activity.days.days(), june ? 1 : 7);
        EXPECT_EQ(activity.held_in, "week");
    }
}

TEST(HeldActivity, WithDatesAloneIsOnThoseDatesAlone) {
    Plan plan = office_plan();
    plan.activities[0].begin = std::nullopt;
    const auto dates = [&](int year) {
        std::vector<Date> found;
        for (const AgendaEntry& entry :
             Agenda(plan, WorkCalendar::korea(), year_of(year)).select(EntryKind::activity)) {
            found.push_back(entry.begin());
        }
        return found;
    };
    EXPECT_EQ(dates(2026), (std::vector{make_date(2026, 6, 16)}));
    EXPECT_TRUE(dates(2027).empty());
    // Without dates and without an end nothing says when it was held, and each week names it so.
    plan.activities[0].dates.clear();
    EXPECT_EQ(dates(2027).size(), 12u);
}

TEST(HeldActivity, EndsOnTheDayBeforeItsEnd) {
    Plan plan = office_plan();
    plan.activities[0].end = make_date(2026, 10, 12);  // the first day of the third week
    const auto in_2026 =
        Agenda(plan, WorkCalendar::korea(), year_of(2026)).select(EntryKind::activity);
    ASSERT_EQ(in_2026.size(), 9u);
    EXPECT_EQ(in_2026[8].begin(), make_date(2026, 9, 14));
    plan.activities[0].end = make_date(2026, 10, 13);
    EXPECT_EQ(Agenda(plan, WorkCalendar::korea(), year_of(2026)).select(EntryKind::activity).size(),
              10u);
}

TEST(HeldActivity, SaysThatNoDateIsRecorded) {
    const AgendaEntry january = agenda_of_2026().select(EntryKind::activity)[0];
    EXPECT_EQ(january.reason.english, "held in Integrity Week; no date is recorded");
    EXPECT_EQ(january.reason.korean, "청렴주간에 실시(일자 기록 없음)");
}

TEST(CancelledWeek, StaysInTheAgendaWithoutItsActivities) {
    Plan plan = office_plan();
    plan.observances[0].records = {{.nominal = make_date(2026, 2, 16),
                                    .observed = make_date(2026, 2, 16),
                                    .status = OccurrenceStatus::cancelled,
                                    .reason = {"설 연휴", "Seollal"}}};
    const Agenda agenda(plan, WorkCalendar::korea(), year_of(2026));
    const auto seollal = agenda.on(make_date(2026, 2, 18));
    ASSERT_EQ(seollal.size(), 1u);
    EXPECT_EQ(seollal[0].status, OccurrenceStatus::cancelled);
    EXPECT_FALSE(seollal[0].takes_place());
    EXPECT_EQ(seollal[0].reason.english, "Seollal");
    EXPECT_EQ(agenda.select(EntryKind::activity).size(), 11u);
    std::ostringstream out;
    out << seollal[0];
    EXPECT_EQ(out.str(), "2026-02-16 .. 2026-02-22  week  Integrity Week (cancelled)");
}

TEST(Agenda, OfTwoThatBeginOnADayTheLongerStandsFirst) {
    Plan plan = office_plan();
    const Date monday = make_date(2026, 3, 16);
    plan.occasions = {{.kind = EntryKind::event,
                       .id = "opening",
                       .period = "",
                       .days = Interval::of_days(monday, 1),
                       .title = {"개회", "Opening"}},
                      {.kind = EntryKind::event,
                       .id = "fortnight",
                       .period = "",
                       .days = Interval::of_days(monday, 14),
                       .title = {"2주간", "Fortnight"}}};
    std::vector<std::string> ids;
    for (const AgendaEntry& entry : Agenda(plan, WorkCalendar::korea(), year_of(2026)).on(monday)) {
        if (entry.kind != EntryKind::activity) ids.push_back(entry.id);
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"fortnight", "week", "opening"}));
}

TEST(UndatedActivity, IsListedApart) {
    const Agenda agenda = agenda_of_2026();
    ASSERT_EQ(agenda.undated().size(), 1u);
    EXPECT_EQ(agenda.undated()[0].id, "quiz");
    EXPECT_EQ(agenda.select(EntryKind::meeting).undated().size(), 0u);
}

TEST(UndatedActivity, IsNotThereBeforeItBegan) {
    Plan plan = office_plan();
    plan.activities[1].begin = make_date(2027, 1, 1);
    EXPECT_TRUE(Agenda(plan, WorkCalendar::korea(), year_of(2026)).undated().empty());
    EXPECT_EQ(Agenda(plan, WorkCalendar::korea(), year_of(2027)).undated().size(), 1u);
}

TEST(UndatedActivity, IsListedNoLongerOnceItEndedOrItsDatesTellIt) {
    Plan plan = office_plan();
    plan.activities[1].end = make_date(2027, 1, 1);
    EXPECT_EQ(Agenda(plan, WorkCalendar::korea(), year_of(2026)).undated().size(), 1u);
    EXPECT_TRUE(Agenda(plan, WorkCalendar::korea(), year_of(2027)).undated().empty());
    plan.activities[1].end = std::nullopt;
    plan.activities[1].dates = {{.date = make_date(2025, 5, 1)}};
    EXPECT_TRUE(Agenda(plan, WorkCalendar::korea(), year_of(2026)).undated().empty());
}

TEST(Agenda, BeyondTheWorkCalendarIsRefused) {
    EXPECT_THROW(Agenda(office_plan(), WorkCalendar::korea(), year_of(2150)), HorizonError);
}

TEST(Agenda, LeavesWorkingDaysOfOtherYearsOpenBeyondTheWorkCalendar) {
    const auto entries = agenda_of_2026().entries_of(year_of(2150));
    ASSERT_FALSE(entries.empty());
    EXPECT_FALSE(entries[0].working_days);
    EXPECT_FALSE(entries[0].is_short);
}

TEST(Agenda, RefusesAnEntryThatItDoesNotHave) {
    const Agenda agenda = agenda_of_2026();
    EXPECT_THROW(static_cast<void>(agenda[agenda.size()]), ProbityError);
}

TEST(EntryKind, ReadsWhatItPrints) {
    for (const EntryKind kind : {EntryKind::week, EntryKind::day, EntryKind::activity,
                                 EntryKind::meeting, EntryKind::event}) {
        EXPECT_EQ(parse_entry_kind(to_string(kind)), kind);
    }
    EXPECT_THROW(static_cast<void>(parse_entry_kind("weeks")), ProbityError);
}

TEST(AgendaEntry, PrintsItsDaysAndTitle) {
    std::ostringstream out;
    out << agenda_of_2026().select(EntryKind::week)[0];
    EXPECT_EQ(out.str(), "2026-01-12 .. 2026-01-18  week  Integrity Week");
}

/// What an agenda of the office says of a day, kind by kind.
std::vector<std::string> ids_on(const Plan& plan, const Date& date) {
    std::vector<std::string> ids;
    for (const AgendaEntry& entry : Agenda(plan, WorkCalendar::korea(), year_of(2026)).on(date)) {
        ids.push_back(entry.id);
    }
    return ids;
}

TEST(Agenda, ListsTheMeetingsOfADayByTheirHours) {
    Plan plan = office_plan();
    const Date day = make_date(2026, 4, 1);
    plan.occasions.clear();
    for (const auto& [id, begins] : {std::pair{"third", "14:00"}, std::pair{"second", "09:30"}}) {
        plan.occasions.push_back({.kind = EntryKind::meeting,
                                  .id = id,
                                  .period = {},
                                  .days = Interval::of_days(day, 1),
                                  .title = {},
                                  .begins = TimeOfDay::parse(begins)});
    }
    plan.occasions.push_back({.kind = EntryKind::meeting,
                              .id = "first",
                              .period = {},
                              .days = Interval::of_days(day, 1),
                              .title = {}});
    EXPECT_EQ(ids_on(plan, day), (std::vector<std::string>{"first", "second", "third"}));
}

TEST(CancelledWeek, IsNotShort) {
    Plan plan = office_plan();
    // The week of Seollal has two working days.
    plan.observances[0].records = {{.nominal = make_date(2026, 2, 16),
                                    .observed = make_date(2026, 2, 16),
                                    .status = OccurrenceStatus::cancelled,
                                    .reason = {"명절", "Seollal"}}};
    for (const AgendaEntry& week :
         Agenda(plan, WorkCalendar::korea(), year_of(2026)).select(EntryKind::week)) {
        EXPECT_FALSE(week.is_short) << week;
    }
}

TEST(HeldActivity, TellsTheNoteAndSourceOfItsDate) {
    Plan plan = office_plan();
    plan.activities[0].note = {"매회", "each time"};
    plan.activities[0].source = "notice";
    plan.activities[0].dates = {
        {.date = make_date(2026, 6, 16), .note = {"생방송", "live"}, .source = "plan"},
        {.date = make_date(2026, 7, 14)}};
    plan.sources.push_back({.id = "plan", .title = {"계획", "Plan"}});
    const Agenda agenda(plan, WorkCalendar::korea(), year_of(2026));
    const auto told = [&](const Date& date) {
        for (const AgendaEntry& entry : agenda.on(date)) {
            if (entry.id == "broadcast") return entry.note.english + ", " + entry.source.english;
        }
        return std::string("nothing");
    };
    EXPECT_EQ(told(make_date(2026, 6, 16)), "live, Plan");
    EXPECT_EQ(told(make_date(2026, 7, 14)), "each time, Notice, 2019-12-02");
}

TEST(UndatedActivity, OfAnotherYearThanItsDatesIsListedUntilItsEnd) {
    Plan plan = office_plan();
    plan.activities = {{.id = "quiz",
                        .title = {"퀴즈", "Quiz"},
                        .dates = {{.date = make_date(2025, 5, 6)}},
                        .end = make_date(2027, 1, 1)}};
    const auto undated = [&](int year) {
        return Agenda(plan, WorkCalendar::korea(), year_of(year)).undated().size();
    };
    EXPECT_EQ(undated(2025), 0u);
    EXPECT_EQ(undated(2026), 1u);
    EXPECT_EQ(undated(2027), 0u);
    // Without an end its date is all that is said of it.
    plan.activities[0].end = std::nullopt;
    EXPECT_EQ(undated(2026), 0u);
}

TEST(UidName, IsOfTheObservanceForWeeksAndDaysAlike) {
    Plan plan = office_plan();
    EXPECT_EQ(plan.uid_name(EntryKind::week, "week"), "week");
    plan.later = {{EntryKind::day, "week"}, {EntryKind::meeting, "council"}};
    EXPECT_EQ(plan.uid_name(EntryKind::week, "week"), "observance:week");
    EXPECT_EQ(plan.uid_name(EntryKind::day, "week"), "observance:week");
    EXPECT_EQ(plan.uid_name(EntryKind::activity, "week"), "week");
    EXPECT_EQ(plan.uid_name(EntryKind::meeting, "council"), "council:council");
}

}  // namespace agenda_test
}  // namespace probity
