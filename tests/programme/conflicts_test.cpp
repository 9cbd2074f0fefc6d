// The conflicts of a programme: from which day, up to which day, between what.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "probity/programme/view.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace conflicts_test {

using enum EventKind;

using Lines = std::vector<std::string>;

/// "notice 2026-03-18 meeting council/2026-1", of each conflict.
Lines conflicts(const Programme& programme, int month, int day) {
    const View view(programme, make_date(2026, month, day), WorkCalendar::korea());
    Lines out;
    for (const Conflict& each : view.conflicts()) {
        std::string line = std::string(to_string(each.kind)) + " " + to_string(each.date);
        for (std::size_t i = 0; i < each.subjects.size(); ++i) {
            line += " " + std::string(to_string(each.records.at(i))) + " " + each.subjects[i];
        }
        out.push_back(line);
    }
    return out;
}

/// The office whose charter asks for so many days of notice.
ProgrammeParts with_notice(int days, bool clear) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].charters[0].notice_days = days;
    parts.councils[0].charters[0].clear_notice = clear;
    return parts;
}

Programme meeting_on(const ProgrammeParts& parts, const Date& date) {
    return after(Programme(parts), meeting_planned, "council/2026-1",
                 Held(Meeting{.year = 2026, .ordinal = 1, .date = date}), on(2, 2));
}

TEST(NoticeConflict, BeginsOnTheDayAfterTheLastForNotice) {
    const Lines late{"notice 2026-03-18 meeting council/2026-1"};
    const Date date = make_date(2026, 3, 18);
    const Programme seven = meeting_on(with_notice(7, true), date);
    EXPECT_EQ(conflicts(seven, 3, 10), Lines{});
    EXPECT_EQ(conflicts(seven, 3, 11), late);
    const Programme unclear = meeting_on(with_notice(7, false), date);
    EXPECT_EQ(conflicts(unclear, 3, 11), Lines{});
    EXPECT_EQ(conflicts(unclear, 3, 12), late);
    const Programme one = meeting_on(with_notice(1, true), date);
    EXPECT_EQ(conflicts(one, 3, 16), Lines{});
    EXPECT_EQ(conflicts(one, 3, 17), late);
    const Programme none = meeting_on(with_notice(0, true), date);
    EXPECT_EQ(conflicts(none, 3, 18), Lines{});
}

TEST(NoticeConflict, IsOverWithTheNoticeAndWithTheMeeting) {
    const Programme planned = meeting_on(with_notice(7, true), make_date(2026, 3, 18));
    EXPECT_EQ(conflicts(planned, 3, 18), (Lines{"notice 2026-03-18 meeting council/2026-1"}));
    EXPECT_EQ(conflicts(planned, 3, 19), Lines{});
    const Programme noticed = after(planned, meeting_noticed, "council/2026-1", {}, on(3, 10));
    EXPECT_EQ(conflicts(noticed, 3, 11), Lines{});
    const Programme cancelled =
        after(planned, meeting_cancelled, "council/2026-1", {}, on(3, 11, "team", "election"));
    EXPECT_EQ(conflicts(cancelled, 3, 12), Lines{});
}

// 3 May 2026 is a Sunday, and 5 May Children's Day.
TEST(DayOffConflict, IsOfAMeetingOnASundayOrAHoliday) {
    const ProgrammeParts parts = with_notice(0, true);
    EXPECT_EQ(conflicts(meeting_on(parts, make_date(2026, 5, 3)), 4, 1),
              (Lines{"day_off 2026-05-03 meeting council/2026-1"}));
    EXPECT_EQ(conflicts(meeting_on(parts, make_date(2026, 5, 4)), 4, 1), Lines{});
    EXPECT_EQ(conflicts(meeting_on(parts, make_date(2026, 5, 5)), 5, 5),
              (Lines{"day_off 2026-05-05 meeting council/2026-1"}));
    EXPECT_EQ(conflicts(meeting_on(parts, make_date(2026, 5, 5)), 5, 6), Lines{});
}

using Hours = std::pair<std::optional<TimeOfDay>, std::optional<TimeOfDay>>;

/// The conflicts of two councils that meet on 18 March and share the mayor, or nobody.
Lines met_together(const Hours& first, const Hours& second, bool shared = true, int day = 18) {
    ProgrammeParts parts = with_notice(0, true);
    Council other = parts.councils[0];
    other.id = "other";
    other.memberships = {{.seat = shared ? "mayor" : "tax-head"}};
    parts.councils[0].memberships = {{.seat = "mayor"}, {.seat = "audit-head"}};
    parts.councils.push_back(other);
    Programme p(parts);
    const auto plan = [&](const char* id, int date, const Hours& hours) {
        p = after(p, meeting_planned, id,
                  Held(Meeting{.year = 2026,
                               .ordinal = 1,
                               .date = make_date(2026, 3, date),
                               .begins = hours.first,
                               .ends = hours.second}),
                  on(2, 2));
    };
    plan("council/2026-1", 18, first);
    plan("other/2026-1", day, second);
    return conflicts(p, 3, 2);
}

TEST(OverlapConflict, IsOfTheSameHoursWithTheSameMember) {
    const TimeOfDay two(14, 0), three(15, 0), four(16, 0), five(17, 0);
    const Lines both{"overlap 2026-03-18 meeting council/2026-1 meeting other/2026-1"};
    const Hours unknown{};
    EXPECT_EQ(met_together({two, four}, {three, five}), both);
    EXPECT_EQ(met_together({three, five}, {two, four}), both);
    EXPECT_EQ(met_together({two, three}, {three, four}), Lines{});
    EXPECT_EQ(met_together({three, four}, {two, three}), Lines{});
    EXPECT_EQ(met_together({two, four}, {three, five}, false), Lines{});
    EXPECT_EQ(met_together({two, four}, {three, five}, true, 19), Lines{});
    // One whose hours are not known may be at any hour; two of a known begin are at that.
    EXPECT_EQ(met_together(unknown, {three, five}), both);
    EXPECT_EQ(met_together({two, four}, unknown), both);
    EXPECT_EQ(met_together(unknown, unknown), both);
    EXPECT_EQ(met_together({two, std::nullopt}, {two, four}), both);
    EXPECT_EQ(met_together({two, std::nullopt}, {three, four}), Lines{});
}

TEST(OverlapConflict, IsOfWhoIsAMemberOnThatDay) {
    ProgrammeParts parts = with_notice(0, true);
    Council other = parts.councils[0];
    other.id = "other";
    parts.councils.push_back(other);
    const auto found = [&](std::optional<Date> end, std::optional<Date> begin) {
        parts.councils[0].memberships = {{.seat = "mayor", .end = end}};
        parts.councils[1].memberships = {{.seat = "mayor", .begin = begin}};
        Programme p(parts);
        for (const char* id : {"council/2026-1", "other/2026-1"}) {
            p = after(p, meeting_planned, id,
                      Held(Meeting{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)}),
                      on(2, 2));
        }
        return conflicts(p, 3, 2).size();
    };
    EXPECT_EQ(found(std::nullopt, std::nullopt), 1u);
    EXPECT_EQ(found(make_date(2026, 3, 19), make_date(2026, 3, 18)), 1u);
    EXPECT_EQ(found(make_date(2026, 3, 18), std::nullopt), 0u);
    EXPECT_EQ(found(std::nullopt, make_date(2026, 3, 19)), 0u);
}

/// T-1 waits for T-2, each due on a day of June.
ProgrammeParts waiting(std::optional<int> due, std::optional<int> needed_due,
                       TaskState state = TaskState::adopted,
                       TaskState needed = TaskState::adopted) {
    const auto june = [](std::optional<int> day) {
        return day ? std::optional(make_date(2026, 6, *day)) : std::nullopt;
    };
    ProgrammeParts parts = office_parts();
    parts.tasks = {
        {.id = "T-1", .due = june(due), .depends_on = {"T-2"}, .state = state},
        {.id = "T-2", .due = june(needed_due), .state = needed},
    };
    return parts;
}

TEST(OrderConflict, IsOfATaskDueBeforeAnOpenOneThatItWaitsFor) {
    const auto found = [](const ProgrammeParts& parts) {
        return conflicts(Programme(parts), 3, 2);
    };
    EXPECT_EQ(found(waiting(29, 30)), (Lines{"order 2026-06-29 task T-1 task T-2"}));
    EXPECT_EQ(found(waiting(30, 30)), Lines{});
    EXPECT_EQ(found(waiting({}, 30)), Lines{});
    EXPECT_EQ(found(waiting(29, {})), Lines{});
    EXPECT_EQ(found(waiting(29, 30, TaskState::closed)), Lines{});
    EXPECT_EQ(found(waiting(29, 30, TaskState::adopted, TaskState::verified)), Lines{});
}

TEST(OwnerConflict, IsOfWhatAClosedUnitOwnsFromTheDayOfItsEnd) {
    ProgrammeParts parts = office_parts();
    parts.institution.units.push_back({.id = "park", .title = words("Park")});
    parts.institution.units[1].end = make_date(2026, 6, 1);
    parts.banding->bands[1].units.push_back("park");
    parts.risk_areas[0].owners = {"audit", "tax"};
    parts.tasks = {{.id = "T-1", .owner = "tax"}, {.id = "T-2", .owner = "tax"}};
    parts.tasks.edit(1).state = TaskState::closed;
    EXPECT_EQ(conflicts(Programme(parts), 5, 31), Lines{});
    EXPECT_EQ(conflicts(Programme(parts), 6, 1),
              (Lines{"closed_owner 2026-06-01 task T-1 unit tax",
                     "closed_owner 2026-06-01 risk_area contracts unit tax"}));
}

// Seollal of 2026 leaves two working days to the week of 16 February, and three to one that asks for no
// more.
TEST(ShortWeekConflict, IsOfAWeekWithFewerWorkingDaysThanItAsksFor) {
    ProgrammeParts parts = office_parts();
    parts.observances = {{.id = "weeks", .title = words("Weeks")}};
    parts.observances[0].rules = {
        {.begin = make_date(2026, 1, 1), .rule = NthWeek{.week = 3, .months = {2}}}};
    const Date monday = parts.observances[0].occurrences(year_of(2026)).at(0).observed.begin();
    ASSERT_EQ(monday, make_date(2026, 2, 16));
    const Lines found{"short_week 2026-02-16 observance weeks"};
    for (const auto& [below, expected] :
         std::vector<std::pair<int, Lines>>{{2, {}}, {3, found}, {4, found}}) {
        parts.observances[0].short_below = below;
        EXPECT_EQ(conflicts(Programme(parts), 1, 2), expected) << below;
    }
    EXPECT_EQ(conflicts(Programme(parts), 2, 22), found);
    EXPECT_EQ(conflicts(Programme(parts), 2, 23), Lines{});
    parts.observances[0].records = {{.nominal = monday,
                                     .observed = monday,
                                     .status = OccurrenceStatus::cancelled,
                                     .on = make_date(2026, 1, 5),
                                     .reason = words("floods")}};
    EXPECT_EQ(conflicts(Programme(parts), 1, 4), found);
    EXPECT_EQ(conflicts(Programme(parts), 1, 5), Lines{});
}

TEST(ShortWeekConflict, IsOfALaterWeekThoughTheFirstIsCancelled) {
    ProgrammeParts parts = office_parts();
    parts.observances = {{.id = "weeks", .title = words("Weeks"), .short_below = 6}};
    parts.observances[0].rules = {
        {.begin = make_date(2026, 1, 1), .rule = NthWeek{.week = 3, .months = {7, 9}}}};
    const auto weeks = parts.observances[0].occurrences(year_of(2026));
    parts.observances[0].records = {{.nominal = weeks.at(0).observed.begin(),
                                     .observed = weeks.at(0).observed.begin(),
                                     .status = OccurrenceStatus::cancelled,
                                     .on = make_date(2026, 1, 1),
                                     .reason = words("floods")}};
    EXPECT_EQ(conflicts(Programme(parts), 1, 2),
              Lines{"short_week " + to_string(weeks.at(1).observed.begin()) + " observance weeks"});
}

TEST(Conflicts, AreInOrderOfDateWhateverTheyAre) {
    ProgrammeParts parts = waiting(29, 30);
    parts.councils[0].charters[0].notice_days = 0;
    parts.observances = {
        {.id = "day",
         .kind = ObservanceKind::day,
         .title = words("Day"),
         .rules = {{.begin = make_date(2026, 1, 1), .rule = WeekdayOfWeek{SU, 1, {3}}}}}};
    const Programme p = meeting_on(parts, make_date(2026, 5, 3));
    EXPECT_EQ(conflicts(p, 2, 2), (Lines{"day_off 2026-03-08 observance day",
                                         "day_off 2026-05-03 meeting council/2026-1",
                                         "order 2026-06-29 task T-1 task T-2"}));
}

}  // namespace conflicts_test
}  // namespace probity
