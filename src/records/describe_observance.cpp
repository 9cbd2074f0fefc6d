// Observances with their rules and records, activities, and the evidence of both.
#include "records/describe.hpp"

namespace probity::detail {

template <>
const RecordDescription& description_of<RuleVersion>() {
    static constexpr std::array fields{
        field<&RuleVersion::begin>("begin", "The first day on which the rule is in force.")
            .needed()
            .founding(),
        field<&RuleVersion::end>("end", end_sentence).changed_by("rule.changed"),
        field<&RuleVersion::rule>("rule", "When the observance recurs.").by_place(),
        field<&RuleVersion::source>("source", source_sentence).refers_to(Target::source),
        field<&RuleVersion::note>("note", note_sentence),
    };
    return described<RuleVersion>({.name = "rule_version",
                                   .type = "RuleVersion",
                                   .sentence = "A rule with the days on which it is in force.",
                                   .fields = fields});
}

template <>
const RecordDescription& description_of<Evidence>() {
    static constexpr std::array fields{
        field<&Evidence::name>("name", "The name of the file.").by_place().expected(),
        field<&Evidence::media_type>("media_type", "Its media type: application/pdf.")
            .by_place()
            .expected(),
        field<&Evidence::sha256>("sha256",
                                 "The SHA-256 of its bytes, 64 hexadecimal digits in lower case.")
            .by_place()
            .matching("^[0-9a-f]{64}$")
            .expected(),
    };
    return described<Evidence>(
        {.name = "evidence",
         .type = "Evidence",
         .sentence = "A file that shows that something was done, named by its content.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<RecordedOccurrence>() {
    static constexpr std::array fields{
        field<&RecordedOccurrence::nominal>(
            "nominal", "The first day by the rule; absent if no rule gave this occurrence.")
            .nullable(),
        field<&RecordedOccurrence::observed>(
            "observed",
            "The first day in fact; of an occurrence that was not held, the day on which it was to "
            "begin.")
            .by_place(),
        field<&RecordedOccurrence::days>("days",
                                         "The length in days, if it differs from the rule's.")
            .between(1, 366),
        field<&RecordedOccurrence::status>(
            "status",
            "Its outcome. Without one it was held on the day observed, or is to be. not_held "
            "and cancelled need a reason."),
        field<&RecordedOccurrence::on>(
            "on",
            "The day on which this was said; absent if that is not known. A record made before "
            "the first day does not say that it was held."),
        field<&RecordedOccurrence::reason>("reason", "Why it was moved, cancelled or not held."),
        field<&RecordedOccurrence::source>("source", source_sentence).refers_to(Target::source),
        field<&RecordedOccurrence::evidence>("evidence", "The files that show it."),
    };
    return described<RecordedOccurrence>(
        {.name = "record",
         .type = "RecordedOccurrence",
         .sentence = "The record of one occurrence of an observance. Several records of one "
                     "nominal date are changes one after the other; the last one holds.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<Observance>() {
    static constexpr std::array fields{
        field<&Observance::id>("id", "Names the observance; unique among the observances.").id(),
        field<&Observance::kind>("kind", "Whether it is a week or a day.").founding(),
        field<&Observance::title>("title", "Its name.").by_place().needed(),
        field<&Observance::rules>(
            "rules", "When it recurs, in order of time; only one rule is in force on a day.")
            .at_most(100)
            .changed_by("rule.changed"),
        field<&Observance::records>("records", "The records of its occurrences.")
            .at_most(2000)
            .changed_by("occurrence.recorded"),
        field<&Observance::short_below>("short_below",
                                        "A week with fewer working days than this is short.")
            .between(0, 7)
            .usual(),
        field<&Observance::note>("note", note_sentence),
    };
    return described<Observance>(
        {.name = "observance",
         .type = "Observance",
         .sentence = "A recurring week or day, with its rules and what is recorded of it.",
         .target = Target::observance,
         .fields = fields,
         .list = list<&ProgrammeParts::observances>});
}

template <>
const RecordDescription& description_of<ActivityDate>() {
    static constexpr std::array fields{
        field<&ActivityDate::date>("date", "The day.").by_place(),
        field<&ActivityDate::note>("note", note_sentence),
        field<&ActivityDate::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<ActivityDate>({.name = "activity_date",
                                    .type = "ActivityDate",
                                    .sentence = "A day on which an activity took place, or is to.",
                                    .fields = fields});
}

template <>
const RecordDescription& description_of<Activity>() {
    static constexpr std::array fields{
        field<&Activity::id>("id", "Names the activity; unique among the activities.").id(),
        field<&Activity::category>("category", "The sort of activity that it is.")
            .usual()
            .not_given(),
        field<&Activity::title>("title", "Its name.").by_place().needed(),
        field<&Activity::observance>(
            "observance", "The observance in which it is held; empty if it belongs to none.")
            .refers_to(Target::observance),
        field<&Activity::audience>("audience", "The people for whom it is, if that is said."),
        field<&Activity::dates>("dates", "The days of its own that are known.")
            .changed_by("activity.dated"),
        field<&Activity::begin>(
            "begin",
            "The first day from which it belongs to the programme; absent if it always has."),
        field<&Activity::end>(
            "end",
            "The first day on which it no longer belongs to the programme; absent if no end is "
            "known. Held in an observance, an activity that has dates, but neither begin nor end, "
            "was held on these dates alone.")
            .changed_by("activity.ended"),
        field<&Activity::note>("note", note_sentence),
        field<&Activity::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Activity>(
        {.name = "activity",
         .type = "Activity",
         .sentence = "Something done for integrity: a campaign, a broadcast, a training course.",
         .target = Target::activity,
         .fields = fields,
         .list = list<&ProgrammeParts::activities>});
}

}  // namespace probity::detail
