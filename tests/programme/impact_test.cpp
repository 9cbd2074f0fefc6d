// What a changed calendar moves, and why.
#include "probity/programme/impact.hpp"

#include <gtest/gtest.h>

#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace impact_test {

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

WorkCalendar with_day_off(const Date& date) {
    return korea().with_holiday(date, "임시공휴일", HolidayKind::temporary, "Temporary holiday");
}

/// The office with a quota of one meeting a year, in force between two days.
Programme with_quota(const Date& begin, const std::optional<Date>& end) {
    ProgrammeParts parts = office_parts();
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .begin = begin,
                     .end = end}};
    return Programme(parts);
}

TEST(ImpactOnAQuota, IsOfOneInForceInTheYear) {
    const WorkCalendar after_decree = with_day_off(make_date(2026, 12, 31));
    const auto moved = [&](const Date& begin, const std::optional<Date>& end) {
        return impact(with_quota(begin, end), korea(), after_decree, 2026).size();
    };
    // The latest day of the meeting, and that of its notice.
    EXPECT_EQ(moved(make_date(2025, 1, 1), std::nullopt), 2u);
    EXPECT_EQ(moved(make_date(2026, 1, 1), make_date(2027, 1, 1)), 2u);
    EXPECT_EQ(moved(make_date(2025, 1, 1), make_date(2026, 1, 1)), 0u);
    EXPECT_EQ(moved(make_date(2027, 1, 1), std::nullopt), 0u);
}

TEST(ImpactOnAnObservance, IsOfOneThatTakesPlace) {
    ProgrammeParts parts = office_parts();
    parts.observances = {{.id = "week",
                          .kind = ObservanceKind::week,
                          .title = words("Integrity Week"),
                          .rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{3, {7}}}}}};
    const Date monday = parts.observances[0].occurrences(year_of(2026))[0].observed.begin();
    const auto moves = [&] {
        return impact(Programme(parts), korea(), with_day_off(monday), 2026);
    };
    ASSERT_EQ(moves().size(), 1u);
    EXPECT_EQ(moves()[0].kind, MoveKind::week);
    parts.observances[0].records = {{.nominal = monday,
                                     .observed = monday,
                                     .status = OccurrenceStatus::cancelled,
                                     .reason = words("floods")}};
    EXPECT_TRUE(moves().empty());
}

TEST(ImpactOnAnObservance, OfADayProposesTheNextWorkingDayIfItBecomesADayOff) {
    ProgrammeParts parts = office_parts();
    parts.observances = {
        {.id = "day",
         .kind = ObservanceKind::day,
         .title = words("Integrity Day"),
         .rules = {{.begin = make_date(2026, 1, 1), .rule = WeekdayOfWeek{WE, 3, {3}}}}}};
    const Date day = make_date(2026, 3, 18);
    std::vector<Move> moves = impact(Programme(parts), korea(), with_day_off(day), 2026);
    ASSERT_EQ(moves.size(), 1u);
    EXPECT_EQ(moves[0].kind, MoveKind::day);
    EXPECT_EQ(moves[0].after, make_date(2026, 3, 19));
    EXPECT_EQ(moves[0].consequence.english,
              "It falls on a day off; the next working day is proposed");
    // It stays where it is if it becomes a working day.
    moves = impact(Programme(parts), with_day_off(day), korea(), 2026);
    ASSERT_EQ(moves.size(), 1u);
    EXPECT_EQ(moves[0].before, day);
    EXPECT_EQ(moves[0].after, day);
    EXPECT_EQ(moves[0].consequence, Text{});
}

TEST(ImpactOnADueDate, NamesAnOpenTaskThatWaitsAndIsDueBefore) {
    // Both are due on Tuesday 30 June, which becomes a day off for the one that comes first.
    Programme p =
        after(office(), EventKind::task_linked, "T-2", Held(TaskLinked{{"T-1"}, {}}), on(2, 3));
    p = after(p, EventKind::task_rescheduled, "T-2", Held(TaskRescheduled{make_date(2026, 6, 29)}),
              on(2, 4, "team", "sooner"));
    const auto consequence = [](const Programme& programme) {
        const auto moves = impact(programme, korea(), with_day_off(make_date(2026, 6, 30)), 2026);
        return moves.size() == 1 ? moves[0].consequence.english : "another number of moves";
    };
    EXPECT_EQ(consequence(p), "It is now due after T-2, which waits for it");
    EXPECT_EQ(
        consequence(after(p, EventKind::task_withdrawn, "T-2", {}, on(3, 2, "team", "not needed"))),
        "");
    EXPECT_EQ(consequence(after(p, EventKind::task_rescheduled, "T-2", Held(TaskRescheduled{}),
                                on(3, 2, "team", "whenever"))),
              "");
}

TEST(ImpactOnASlot, NamesEachChangedDayFromTheSlotOn) {
    // The slot of 15 June 2026, a Monday, which a day off puts off to Tuesday.
    ProgrammeParts parts = office_parts();
    parts.councils[0].cadences = {
        {.begin = make_date(2026, 1, 1), .cadence = EveryMonths{12, make_date(2026, 6, 15)}}};
    const WorkCalendar monday_off = with_day_off(make_date(2026, 6, 15));
    std::vector<Move> moves = impact(Programme(parts), korea(), monday_off, 2026);
    ASSERT_EQ(moves.size(), 1u);
    EXPECT_EQ(moves[0].kind, MoveKind::slot);
    EXPECT_EQ(moves[0].before, make_date(2026, 6, 15));
    EXPECT_EQ(moves[0].after, make_date(2026, 6, 16));
    EXPECT_EQ(moves[0].why.english, "2026-06-15, Temporary holiday");
    // Taken back, it is the day of the slot that changes, before the one to which it had been put off.
    moves = impact(Programme(parts), monday_off, korea(), 2026);
    ASSERT_EQ(moves.size(), 1u);
    EXPECT_EQ(moves[0].before, make_date(2026, 6, 16));
    EXPECT_EQ(moves[0].after, make_date(2026, 6, 15));
    EXPECT_EQ(moves[0].why.english, "2026-06-15, no longer Temporary holiday");
}

}  // namespace impact_test
}  // namespace probity
