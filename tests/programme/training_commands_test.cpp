#include "probity/programme/training_commands.hpp"

#include <gtest/gtest.h>

#include "probity/programme/commands.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/programme/made_event.hpp"

namespace probity {
namespace training_commands_test {

/// The office with a duty of education, owed by one official.
Programme with_duty() {
    ProgrammeParts parts = office_parts();
    parts.duties = {{.id = "education", .title = {"청렴교육", "Education"}}};
    parts.officials = {{.id = "0412", .unit = "tax", .begin = make_date(2026, 1, 2)}};
    return Programme(std::move(parts));
}

TEST(AppointOfficial, IsAppointedOnTheDayOfTheAct) {
    const Event event = appoint_official(with_duty(), "0412", on(3, 2));
    EXPECT_EQ(event.kind, EventKind::official_appointed);
    EXPECT_EQ(event.subject, "0412");
    EXPECT_TRUE(says_no_more(event));
    EXPECT_EQ(with_duty().apply(event).parts().officials[0].appointed, make_date(2026, 3, 2));
}

TEST(AppointOfficial, IsOneThatThereIs) {
    EXPECT_MESSAGE(appoint_official(with_duty(), "0413", on(3, 2)), ProbityError,
                   "event 1: official.appointed of '0413' on 2026-03-02: there is no such "
                   "official; the programme has 0412");
}

TEST(Attend, IsAnHourOnTheDayOfTheActUnlessMoreIsSaid) {
    const Event event = attend(with_duty(), "0412", {.duty = "education"}, on(3, 18));
    EXPECT_EQ(event.kind, EventKind::education_attended);
    EXPECT_EQ(event.subject, "0412");
    EXPECT_EQ(body_as<Attendance>(event), (Attendance{.official = "0412",
                                                      .duty = "education",
                                                      .date = make_date(2026, 3, 18),
                                                      .minutes = 60}));
}

TEST(Attend, SaysAllThatIsGiven) {
    const Event event = attend(
        with_duty(), "0412",
        {.duty = "education", .date = make_date(2026, 3, 16), .minutes = 120, .face_to_face = true},
        on(3, 18));
    EXPECT_EQ(body_as<Attendance>(event), (Attendance{.official = "0412",
                                                      .duty = "education",
                                                      .date = make_date(2026, 3, 16),
                                                      .minutes = 120,
                                                      .face_to_face = true}));
}

TEST(Attend, IsRecordedOnceItWas) {
    EXPECT_MESSAGE(attend(with_duty(), "0412",
                          {.duty = "education", .date = make_date(2026, 3, 19)}, on(3, 18)),
                   ProbityError,
                   "event 1: education.attended of '0412' on 2026-03-18: it is to be on "
                   "2026-03-19; an attendance is recorded once it was");
    EXPECT_MESSAGE(attend(with_duty(), "0412", {}, on(3, 18)), ProbityError,
                   "event 1: education.attended of '0412' on 2026-03-18: it names no duty");
}

TEST(Attend, KeepsItsDateInACorrectionThatGivesNone) {
    Programme p = with_duty();
    p = p.apply(attend(p, "0412",
                       {.duty = "education", .date = make_date(2026, 3, 16), .face_to_face = true},
                       on(3, 18)));
    for (const Act& act : {correcting(p, on(3, 20)), correcting(p, on(3, 20), {"minutes"})}) {
        const Event event = attend(p, "0412", {.minutes = 90}, act);
        EXPECT_EQ(body_as<Attendance>(event), (Attendance{.official = "0412",
                                                          .duty = "education",
                                                          .date = make_date(2026, 3, 16),
                                                          .minutes = 90,
                                                          .face_to_face = true}));
    }
}

TEST(EnterAssessment, IsOfItsYear) {
    const Assessment result{.year = 2025, .grade = 2, .score = 83.4};
    const Event event = enter_assessment(with_duty(), result, on(3, 2));
    EXPECT_EQ(event.kind, EventKind::assessment_entered);
    EXPECT_EQ(event.subject, "2025");
    EXPECT_EQ(body_as<Assessment>(event), result);
    const Programme later = with_duty().apply(event);
    EXPECT_EQ(later.parts().assessments, std::vector{result});
    EXPECT_MESSAGE(enter_assessment(later, result, on(3, 3)), ProbityError,
                   "event 2: assessment.entered of '2025' on 2026-03-03: that of 2025 is "
                   "entered; a wrong one is corrected");
}

}  // namespace training_commands_test
}  // namespace probity
