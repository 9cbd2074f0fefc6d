// Training, and how others judge an institution's integrity.
#include "records/describe.hpp"

namespace probity::detail {

template <>
const RecordDescription& description_of<Duty>() {
    static constexpr std::array fields{
        field<&Duty::id>("id", "Names the duty; unique among the duties.").id(),
        field<&Duty::title>("title", "The name of the duty.").by_place().needed(),
        field<&Duty::sessions>("sessions", "How often education is owed in a calendar year.")
            .between(0, 366)
            .usual(),
        field<&Duty::minutes>("minutes", "How many minutes are owed in a calendar year in all.")
            .between(0, 100'000)
            .usual(),
        field<&Duty::face_to_face_when_new>(
            "face_to_face_when_new",
            "Whether those newly appointed or promoted owe a part of it face to face.")
            .usual(),
        field<&Duty::basis>("basis", "The law."),
        field<&Duty::begin>("begin", begin_sentence),
        field<&Duty::end>("end", end_sentence).changed_by("duty.ended"),
        field<&Duty::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Duty>(
        {.name = "duty",
         .type = "Duty",
         .sentence = "A statutory duty of education; what is owed in a calendar year.",
         .target = Target::duty,
         .fields = fields,
         .list = list<&ProgrammeParts::duties>});
}

template <>
const RecordDescription& description_of<Official>() {
    static constexpr std::array fields{
        field<&Official::id>("id", "The number of the official; unique among the officials.").id(),
        field<&Official::unit>("unit", "The unit in which they serve; empty if it is not recorded.")
            .refers_to(Target::unit),
        field<&Official::begin>("begin",
                                "The first day of their service; absent if it is not recorded."),
        field<&Official::end>("end", "The first day after their service; absent while it goes on.")
            .changed_by("official.left"),
        field<&Official::appointed>(
            "appointed", "The day of the last appointment or promotion, if that is recorded.")
            .changed_by("official.appointed"),
        field<&Official::senior>("senior", "Whether they hold a senior post.").usual(),
        field<&Official::prone_post>("prone_post", "Whether they serve in corruption-prone work.")
            .usual(),
    };
    return described<Official>(
        {.name = "official",
         .type = "Official",
         .sentence = "Someone who owes education, under a number: names are private.",
         .target = Target::official,
         .fields = fields,
         .list = list<&ProgrammeParts::officials>});
}

template <>
const RecordDescription& description_of<Attendance>() {
    static constexpr std::array fields{
        field<&Attendance::official>("official", "The official who attended.")
            .by_place()
            .refers_to(Target::official)
            .expected(),
        field<&Attendance::duty>("duty", "The duty that it pays.")
            .by_place()
            .refers_to(Target::duty)
            .expected(),
        field<&Attendance::date>("date", "The day of the session.").by_place(),
        field<&Attendance::minutes>("minutes", "How many minutes they attended.")
            .by_place()
            .between(1, 1440),
        field<&Attendance::face_to_face>("face_to_face", "Whether it was face to face.").usual(),
        field<&Attendance::activity>(
            "activity", "The activity that it was; empty if it was none of the programme.")
            .refers_to(Target::activity),
    };
    return described<Attendance>({.name = "attendance",
                                  .type = "Attendance",
                                  .sentence = "One official at one session of education.",
                                  .fields = fields,
                                  .list = list<&ProgrammeParts::attendances>});
}

template <>
const RecordDescription& description_of<Assessment>() {
    static constexpr std::array fields{
        field<&Assessment::year>("year", "The year that was assessed.")
            .by_place()
            .between(first_year, last_year)
            .needed()
            .founding(),
        field<&Assessment::grade>("grade", "The grade, 1 to 5; 1 is the best.").between(1, 5),
        field<&Assessment::perception>("perception", "The level as perceived, in points of 100.")
            .between(0, 100),
        field<&Assessment::effort>("effort", "The level of effort, in points of 100.")
            .between(0, 100),
        field<&Assessment::deduction>("deduction",
                                      "The points that corruption cases took off, of 100.")
            .between(0, 100),
        field<&Assessment::score>("score", "The result as a whole, in points of 100.")
            .between(0, 100),
        field<&Assessment::published>("published", "The day of its publication."),
        field<&Assessment::note>("note", note_sentence),
        field<&Assessment::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Assessment>(
        {.name = "assessment",
         .type = "Assessment",
         .sentence = "The result of a year's assessment, as far as it was published; scores are "
                     "points of 100.",
         .fields = fields,
         .list = list<&ProgrammeParts::assessments>});
}

template <>
const RecordDescription& description_of<YearGoal>() {
    static constexpr std::array fields{
        field<&YearGoal::id>("id", "Names the goal; unique among the goals.").id(),
        field<&YearGoal::year>("year", "The year in which it is to be reached.")
            .by_place()
            .between(first_year, last_year)
            .needed(),
        field<&YearGoal::title>("title", "The goal in words.").by_place().needed(),
        field<&YearGoal::grade>("grade", "The grade aimed at, 1 to 5, if the goal is one.")
            .between(1, 5),
        field<&YearGoal::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<YearGoal>({.name = "year_goal",
                                .type = "YearGoal",
                                .sentence = "An aim of an institution in a year.",
                                .target = Target::year_goal,
                                .fields = fields,
                                .list = list<&ProgrammeParts::year_goals>});
}

template <>
const RecordDescription& description_of<Indicator>() {
    static constexpr std::array fields{
        field<&Indicator::id>("id", "Names the indicator; unique among the indicators.").id(),
        field<&Indicator::year>("year", "The year of the assessment.")
            .by_place()
            .between(first_year, last_year)
            .needed(),
        field<&Indicator::title>("title", "The name of the indicator.").by_place().needed(),
        field<&Indicator::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Indicator>(
        {.name = "indicator",
         .type = "Indicator",
         .sentence = "An indicator: a thing of which the assessment of a year asks evidence.",
         .target = Target::indicator,
         .fields = fields,
         .list = list<&ProgrammeParts::indicators>});
}

}  // namespace probity::detail
