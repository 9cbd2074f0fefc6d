// What an event of its own adds is there from its day on, once, under the id that the event names.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "probity/programme/commands.hpp"
#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace record_once_test {

using enum EventKind;

/// A kind of event that adds a record, such a record under an id, and how many of them there are.
struct Addition {
    EventKind kind;
    std::function<EventBody(const std::string& id)> body;
    std::function<std::size_t(const ProgrammeParts&)> count;
};

const std::vector<Addition>& additions() {
    static const std::vector<Addition> all{
        {unit_added,
         [](const std::string& id) {
             return Held(UnitAdded{{.id = id, .title = words("New")}, "B-01"});
         },
         [](const ProgrammeParts& parts) { return parts.institution.units.size(); }},
        {seat_added,
         [](const std::string& id) { return Held(Seat{.id = id, .title = words("New")}); },
         [](const ProgrammeParts& parts) { return parts.institution.seats.size(); }},
        {council_established,
         [](const std::string& id) { return Held(Council{.id = id, .name = words("New")}); },
         [](const ProgrammeParts& parts) { return parts.councils.size(); }},
        {task_proposed,
         [](const std::string& id) { return Held(Task{.id = id, .title = words("New")}); },
         [](const ProgrammeParts& parts) { return parts.tasks.size(); }},
        {area_named,
         [](const std::string& id) { return Held(RiskArea{.id = id, .title = words("New")}); },
         [](const ProgrammeParts& parts) { return parts.risk_areas.size(); }},
        {activity_added,
         [](const std::string& id) { return Held(Activity{.id = id, .title = words("New")}); },
         [](const ProgrammeParts& parts) { return parts.activities.size(); }},
        {quota_set,
         [](const std::string& id) {
             return Held(Quota{
                 .id = id, .title = words("New"), .of = "council", .begin = make_date(2026, 1, 1)});
         },
         [](const ProgrammeParts& parts) { return parts.quotas.size(); }},
        {official_listed, [](const std::string& id) { return Held(Official{.id = id}); },
         [](const ProgrammeParts& parts) { return parts.officials.size(); }},
        {indicator_added,
         [](const std::string& id) {
             return Held(Indicator{.id = id, .year = 2026, .title = words("New")});
         },
         [](const ProgrammeParts& parts) { return parts.indicators.size(); }},
        {goal_set,
         [](const std::string& id) {
             return Held(YearGoal{.id = id, .year = 2026, .title = words("New")});
         },
         [](const ProgrammeParts& parts) { return parts.year_goals.size(); }},
    };
    return all;
}

TEST(RecordAdded, IsThereFromItsDayOnOnceUnderItsId) {
    const Programme before(office_parts());
    for (const Addition& each : additions()) {
        SCOPED_TRACE(to_string(each.kind));
        const std::size_t many = each.count(before.parts());
        const Programme one = after(before, each.kind, "new", each.body("new"), on(3, 2));
        EXPECT_EQ(each.count(one.parts()), many + 1);
        EXPECT_EQ(each.count(one.as_of(make_date(2026, 3, 1)).parts()), many);
        EXPECT_EQ(each.count(one.as_of(make_date(2026, 3, 2)).parts()), many + 1);
        EXPECT_ERROR(record(one, each.kind, "new", each.body("new"), on(3, 3)), ProbityError);
        EXPECT_ERROR(record(one, each.kind, "new", each.body("another"), on(3, 3)), ProbityError);
        const Programme two = after(one, each.kind, "another", each.body("another"), on(3, 3));
        EXPECT_EQ(each.count(two.parts()), many + 2);
    }
}

// A unit that is closed owns nothing: nothing is given to it any more, from the day on which it closes.
TEST(RecordAdded, IsOfAUnitThatIsNotClosed) {
    Programme p(office_parts());
    p = after(p, unit_added, "park", Held(UnitAdded{{.id = "park", .title = words("P")}, "B-01"}),
              on(2, 2));
    p = after(p, unit_closed, "park", Held(UnitClosed{"audit"}), on(3, 3, "team", "merged"));
    const auto given = [&](EventKind kind, const EventBody& body, int day) {
        return record(p, kind, "new", body, on(3, day));
    };
    const std::vector<std::pair<EventKind, EventBody>> all{
        {seat_added, Held(Seat{.id = "new", .title = words("N"), .unit = "park"})},
        {task_proposed, Held(Task{.id = "new", .owner = "park"})},
        {area_named, Held(RiskArea{.id = "new", .title = words("N"), .owners = {"park"}})},
        {official_listed, Held(Official{.id = "new", .unit = "park"})},
    };
    for (const auto& [kind, body] : all) {
        SCOPED_TRACE(to_string(kind));
        EXPECT_ERROR(given(kind, body, 3), ProbityError);
        EXPECT_ERROR(given(kind, body, 4), ProbityError);
    }
    const EventBody assigned = Held(AreaAssigned{{"park"}});
    EXPECT_ERROR(record(p, area_assigned, "contracts", assigned, on(3, 3)), ProbityError);
    const Programme audited =
        after(p, area_assigned, "contracts", Held(AreaAssigned{{"audit"}}), on(3, 3));
    EXPECT_EQ(audited.risk_areas()[0].owners, std::vector<std::string>{"audit"});
}

TEST(AttendanceOnRecord, IsOfADayThatHasComeAndSaidOnce) {
    ProgrammeParts parts = office_parts();
    parts.duties = {{.id = "education", .title = words("Education")}};
    parts.officials = {{.id = "0412"}, {.id = "0413"}};
    const auto of = [](const std::string& official, int day, int minutes) {
        return Attendance{.official = official,
                          .duty = "education",
                          .date = make_date(2026, 3, day),
                          .minutes = minutes};
    };
    const Programme p =
        after(Programme(parts), education_attended, "0412", Held(of("0412", 2, 60)), on(3, 2));
    ASSERT_EQ(p.parts().attendances.size(), 1u);
    EXPECT_EQ(p.parts().attendances[0], of("0412", 2, 60));
    const auto attended = [&](const std::string& subject, Attendance attendance) {
        return p
            .apply(record(p, education_attended, subject, Held(std::move(attendance)), on(3, 3)))
            .parts()
            .attendances.size();
    };
    EXPECT_ERROR(attended("0412", of("0412", 2, 60)), ProbityError);
    EXPECT_EQ(attended("0412", of("0412", 2, 90)), 2u);
    EXPECT_EQ(attended("0412", of("0412", 3, 60)), 2u);
    EXPECT_ERROR(attended("0412", of("0412", 4, 60)), ProbityError);
    EXPECT_EQ(attended("0413", of("0413", 2, 60)), 2u);
    EXPECT_ERROR(attended("0413", of("0412", 3, 60)), ProbityError);
    Attendance of_no_duty = of("0412", 3, 60);
    of_no_duty.duty.clear();
    EXPECT_ERROR(attended("0412", of_no_duty), ProbityError);
}

TEST(AssessmentOnRecord, IsOneOfAYear) {
    const Programme p = after(Programme(office_parts()), assessment_entered, "2025",
                              Held(Assessment{.year = 2025, .grade = 2}), on(3, 2));
    EXPECT_EQ(p.parts().assessments.at(0).grade, 2);
    const auto entered = [&](int year) {
        return record(p, assessment_entered, std::to_string(year),
                      Held(Assessment{.year = year, .grade = 3}), on(3, 3));
    };
    EXPECT_ERROR(entered(2025), ProbityError);
    EXPECT_EQ(p.apply(entered(2024)).parts().assessments.size(), 2u);
}

TEST(OfficialOnRecord, IsAppointedAndLeavesOnTheDayOfTheEvent) {
    Programme p = after(Programme(office_parts()), official_listed, "0412",
                        Held(Official{.id = "0412"}), on(3, 2));
    p = after(p, official_appointed, "0412", {}, on(4, 1));
    p = after(p, official_left, "0412", {}, on(5, 1));
    const auto official = [&](int month, int day) {
        return p.as_of(make_date(2026, month, day)).parts().officials[0];
    };
    EXPECT_EQ(official(3, 31).appointed, std::nullopt);
    EXPECT_EQ(official(4, 1).appointed, make_date(2026, 4, 1));
    EXPECT_EQ(official(4, 30).end, std::nullopt);
    EXPECT_EQ(official(5, 1).end, make_date(2026, 5, 1));
}

// An activity of a week is held once in it; outside the weeks each day is a period of its own.
TEST(ActivityOnRecord, IsHeldOnceInAPeriod) {
    ProgrammeParts parts = office_parts();
    parts.observances = {{.id = "other", .title = words("Other")},
                         {.id = "weeks",
                          .title = words("Weeks"),
                          .rules = {{.begin = make_date(2026, 1, 1), .rule = NthWeek{.week = 3}}}}};
    parts.activities = {{.id = "walk", .title = words("Walk"), .observance = "weeks"},
                        {.id = "talk", .title = words("Talk")}};
    const auto dated = [](const Programme& p, const char* id, const Date& date) {
        return record(p, activity_dated, id, Held(ActivityDate{date}), on(2, 2));
    };
    const Programme p(parts);
    const Programme walked = p.apply(dated(p, "walk", make_date(2026, 3, 16)));
    for (const int day : {16, 17, 22}) {
        EXPECT_ERROR(dated(walked, "walk", make_date(2026, 3, day)), ProbityError) << day;
    }
    for (const int day : {15, 23}) {
        EXPECT_NO_THROW(static_cast<void>(dated(walked, "walk", make_date(2026, 3, day)))) << day;
    }
    EXPECT_NO_THROW(static_cast<void>(dated(walked, "walk", make_date(2026, 4, 14))));
    const Programme talked = p.apply(dated(p, "talk", make_date(2026, 3, 16)));
    EXPECT_ERROR(dated(talked, "talk", make_date(2026, 3, 16)), ProbityError);
    EXPECT_NO_THROW(static_cast<void>(dated(talked, "talk", make_date(2026, 3, 17))));
}

TEST(EvidenceOnRecord, IsSoundInEachFile) {
    const Programme p = after(office(), task_started, "T-1", {}, on(3, 2));
    Evidence bad = a_file();
    bad.sha256 = "0";
    const auto handed_in = [&](std::vector<Evidence> files) {
        return record(p, task_submitted, "T-1", Held(EvidenceGiven{std::move(files)}), on(4, 1));
    };
    EXPECT_NO_THROW(static_cast<void>(handed_in({a_file(), a_file()})));
    EXPECT_ERROR(handed_in({bad, a_file()}), DocumentError);
    EXPECT_ERROR(handed_in({a_file(), bad}), DocumentError);
}

TEST(RecordChanges, NameFieldsThatThereAreEachOfThem) {
    const Programme p(office_parts());
    const auto changed = [&](std::vector<std::string> fields) {
        return change(p, "audit", Unit{.title = words("A")}, std::move(fields), on(3, 2));
    };
    EXPECT_NO_THROW(static_cast<void>(changed({"title"})));
    EXPECT_ERROR(changed({"title", "nickname"}), ProbityError);
    EXPECT_ERROR(changed({"nickname", "title"}), ProbityError);
}

}  // namespace record_once_test
}  // namespace probity
