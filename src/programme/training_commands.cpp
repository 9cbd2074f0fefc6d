// The verbs of education and assessment.
#include "probity/programme/training_commands.hpp"

#include "programme/said.hpp"

namespace probity {

Event appoint_official(const Programme& programme, const std::string& official, const Act& act) {
    return record(programme, EventKind::official_appointed, official, {}, act);
}

Event attend(const Programme& programme, const std::string& official,
             const SessionAttended& session, const Act& act) {
    const auto* before = detail::left_as_said<Attendance>(
        programme, act, EventKind::education_attended, "date", session.date.has_value());
    return record(
        programme, EventKind::education_attended, official,
        Held(Attendance{.official = official,
                        .duty = session.duty,
                        .date = before != nullptr ? before->date : session.date.value_or(act.on),
                        .minutes = session.minutes,
                        .face_to_face = session.face_to_face,
                        .activity = session.activity}),
        act);
}

Event enter_assessment(const Programme& programme, const Assessment& assessment, const Act& act) {
    const std::string subject = assessment.year ? std::to_string(*assessment.year) : "";
    return record(programme, EventKind::assessment_entered, subject, Held(assessment), act);
}

}  // namespace probity
