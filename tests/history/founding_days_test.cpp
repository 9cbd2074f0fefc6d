// What a founding document says of a later day is not there before that day; the rest stays, and so does
// what was recorded since.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/history/office.hpp"

namespace probity {
namespace founding_days_test {

using enum EventKind;

using Ids = std::vector<std::string>;

const Date day = make_date(2026, 5, 1);
const Date day_before = make_date(2026, 4, 30);
const Date earlier = make_date(2026, 1, 12);

template <class Records, class Name>
Ids listed(const Records& records, Name name) {
    Ids out;
    for (const auto& record : records) out.push_back(name(record));
    return out;
}

Ids ids_of(const List<Task>& tasks) {
    return listed(tasks, [](const Task& task) { return task.id; });
}

// Of two such records the first and the last stay, in their order.
TEST(FoundingDocument, KeepsTheOtherTasksInTheirOrder) {
    ProgrammeParts parts = office_parts();
    parts.tasks = {{.id = "A", .proposed = earlier},
                   {.id = "B", .proposed = day},
                   {.id = "C"},
                   {.id = "D", .proposed = day},
                   {.id = "E", .proposed = day_before}};
    Programme p(parts);
    p = after(p, task_proposed, "F", Held(Task{.id = "F"}), on(4, 1));
    EXPECT_EQ(ids_of(p.as_of(day_before).tasks()), (Ids{"A", "C", "E", "F"}));
    EXPECT_EQ(ids_of(p.as_of(day).tasks()), (Ids{"A", "B", "C", "D", "E", "F"}));
    EXPECT_EQ(ids_of(p.as_of(make_date(2026, 3, 31)).tasks()), (Ids{"A", "C"}));
}

TEST(FoundingDocument, KeepsTheOtherAttendancesAndAssessments) {
    ProgrammeParts parts = office_parts();
    parts.duties = {{.id = "education", .title = words("Education")}};
    parts.officials = {{.id = "0412"}};
    const auto attended = [](const Date& on, int minutes) {
        return Attendance{.official = "0412", .duty = "education", .date = on, .minutes = minutes};
    };
    parts.attendances = {attended(earlier, 1), attended(day, 2), attended(day_before, 3)};
    parts.assessments = {{.year = 2023, .grade = 1},
                         {.year = 2024, .grade = 2, .published = day},
                         {.year = 2025, .grade = 3, .published = day_before}};
    Programme p(parts);
    p = after(p, education_attended, "0412", Held(attended(earlier, 4)), on(2, 2));
    const auto minutes = [&](const Date& then) {
        return listed(p.as_of(then).parts().attendances,
                      [](const Attendance& each) { return std::to_string(each.minutes); });
    };
    EXPECT_EQ(minutes(day_before), (Ids{"1", "3", "4"}));
    EXPECT_EQ(minutes(day), (Ids{"1", "2", "3", "4"}));
    const auto grades = [&](const Date& then) {
        return listed(p.as_of(then).parts().assessments,
                      [](const Assessment& each) { return std::to_string(*each.grade); });
    };
    EXPECT_EQ(grades(day_before), (Ids{"1", "3"}));
    EXPECT_EQ(grades(day), (Ids{"1", "2", "3"}));
}

/// A week of integrity in each month, and what is recorded of two of them.
ProgrammeParts office_with_weeks() {
    ProgrammeParts parts = office_parts();
    parts.observances = {{.id = "weeks", .title = words("Weeks")}};
    parts.observances[0].rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{.week = 2}}};
    return parts;
}

TEST(FoundingDocument, HasARecordFromTheDayOnWhichItWasMadeOrElseObserved) {
    ProgrammeParts parts = office_with_weeks();
    parts.observances[0].records = {
        {.observed = make_date(2026, 2, 23), .on = day},
        {.observed = make_date(2026, 4, 20), .on = make_date(2026, 4, 1)},
        {.observed = day}};
    Programme p(parts);
    p = after(p, occurrence_recorded, "weeks",
              Held(RecordedOccurrence{.observed = make_date(2026, 3, 23)}), on(3, 30));
    const auto observed = [&](const Date& then) {
        return listed(p.as_of(then).parts().observances[0].records,
                      [](const RecordedOccurrence& each) { return to_string(each.observed); });
    };
    EXPECT_EQ(observed(make_date(2026, 3, 31)), (Ids{"2026-03-23"}));
    EXPECT_EQ(observed(make_date(2026, 4, 1)), (Ids{"2026-04-20", "2026-03-23"}));
    EXPECT_EQ(observed(day_before), (Ids{"2026-04-20", "2026-03-23"}));
    EXPECT_EQ(observed(day), (Ids{"2026-02-23", "2026-04-20", "2026-05-01", "2026-03-23"}));
}

// With its dates taken out an activity would seem to recur; so it is not there before the first of them.
TEST(FoundingDocument, HasAnActivityOfDatesAloneFromItsFirstDate) {
    ProgrammeParts parts = office_with_weeks();
    parts.activities = {
        {.id = "talk", .title = words("Talk"), .observance = "weeks", .dates = {{day}}},
        {.id = "walk", .title = words("Walk"), .dates = {{earlier}, {day}}},
        {.id = "weekly",
         .title = words("Weekly"),
         .observance = "weeks",
         .dates = {{day}},
         .begin = earlier}};
    const Programme p(parts);
    const auto activities = [&](const Date& then) {
        return listed(p.as_of(then).parts().activities, [](const Activity& each) {
            return each.id + std::to_string(each.dates.size());
        });
    };
    EXPECT_EQ(activities(day_before), (Ids{"walk1", "weekly0"}));
    EXPECT_EQ(activities(day), (Ids{"talk1", "walk2", "weekly1"}));
}

/// The council of the office, established in June, with a meeting that was planned for a day or within
/// bounds.
Programme with_council(std::optional<Date> date, std::optional<Date> earliest) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].established = PartialDate(2026, 6);
    parts.councils[0].meetings = {{.year = 2026,
                                   .ordinal = 1,
                                   .state = earliest ? MeetingState::held : MeetingState::planned,
                                   .date = date,
                                   .earliest = earliest}};
    return Programme(parts);
}

// It was not there before its month, whatever the document says of its meetings; but an event of it
// says that it was.
TEST(FoundingDocument, HasACouncilFromItsDayOrTheFirstEventOfIt) {
    const Date may = make_date(2026, 5, 31), june = make_date(2026, 6, 1);
    const std::vector<Programme> programmes{with_council(make_date(2026, 7, 1), {}),
                                            with_council({}, make_date(2026, 6, 10)),
                                            with_council({}, {})};
    for (const Programme& p : programmes) {
        EXPECT_EQ(p.as_of(may).councils().size(), 0u);
        EXPECT_EQ(p.as_of(june).councils().size(), 1u);
    }
    const Programme joined =
        after(programmes[0], member_left, "council", Held(MemberLeft{"tax-head"}), on(5, 20));
    EXPECT_EQ(joined.as_of(make_date(2026, 5, 19)).councils().size(), 0u);
    EXPECT_EQ(joined.as_of(make_date(2026, 5, 20)).councils().size(), 1u);
    EXPECT_EQ(joined.as_of(make_date(2026, 5, 20)).council("council").meetings.size(), 0u);
}

// A meeting that an event speaks of was planned by then.
TEST(FoundingDocument, HasAMeetingFromTheFirstEventOfIt) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].meetings = {{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)},
                                  {.year = 2026, .ordinal = 2, .date = make_date(2026, 7, 15)}};
    const Programme p = after(Programme(parts), meeting_noticed, "council/2026-1", {}, on(3, 3));
    const auto meetings = [&](int month, int date) {
        return listed(p.as_of(make_date(2026, month, date)).council("council").meetings,
                      [](const Meeting& each) { return meeting_id(each); });
    };
    EXPECT_EQ(meetings(3, 2), Ids{});
    EXPECT_EQ(meetings(3, 3), (Ids{"2026-1"}));
    EXPECT_EQ(meetings(7, 14), (Ids{"2026-1"}));
    EXPECT_EQ(meetings(7, 15), (Ids{"2026-1", "2026-2"}));
}

TEST(FoundingDocument, HasItsBandsFromTheirDayUnlessAnEventChangedThem) {
    ProgrammeParts parts = office_parts();
    parts.banding->inaugurated = day;
    EXPECT_FALSE(Programme(parts).as_of(day_before).parts().banding);
    EXPECT_TRUE(Programme(parts).as_of(day).parts().banding);
    const std::vector<Band> parted{{.id = "B-03", .units = {"audit", "tax"}}};
    const Programme p =
        after(Programme(parts), bands_parted, "bands", Held(BandsParted{parted}), on(4, 20));
    EXPECT_TRUE(p.as_of(make_date(2026, 4, 20)).parts().banding);
    EXPECT_FALSE(p.as_of(make_date(2026, 4, 19)).parts().banding);
}

}  // namespace founding_days_test
}  // namespace probity
