// Quotas, and the programme as a whole.
#include "records/describe.hpp"

namespace probity::detail {
namespace {

Target counted_by(const void* quota) {
    return static_cast<const Quota*>(quota)->subject == QuotaSubject::meetings ? Target::council
                                                                               : Target::observance;
}

}  // namespace

template <>
const RecordDescription& description_of<QuotaPredicate>() {
    static constexpr std::array fields{
        field<&QuotaPredicate::regular>("regular", "Whether only regular meetings count.").usual(),
        field<&QuotaPredicate::held>("held", "Whether only what was held counts.").usual(),
        field<&QuotaPredicate::quorate>("quorate", "Whether only meetings with a quorum count.")
            .usual(),
    };
    return described<QuotaPredicate>({.name = "quota_predicate",
                                      .type = "QuotaPredicate",
                                      .sentence = "The condition that a fact must meet to count.",
                                      .fields = fields});
}

template <>
const RecordDescription& description_of<Quota>() {
    static constexpr std::array fields{
        field<&Quota::id>("id", "Names the quota; unique among the quotas.").id(),
        field<&Quota::title>("title", "The facts that are counted: regular meetings of a council.")
            .needed(),
        field<&Quota::subject>("subject", "Whether meetings or occurrences are counted."),
        field<&Quota::of>("of", "The council or observance of which they are.")
            .refers_by(&counted_by)
            .expected(),
        field<&Quota::times>("times", "How often it must have happened in a period.")
            .by_place()
            .between(1, 366),
        field<&Quota::per>("per", "The period, of the calendar.").usual(),
        field<&Quota::counts>("counts", "The condition that a fact must meet to count."),
        field<&Quota::begin>("begin", begin_sentence).by_place().needed(),
        field<&Quota::end>("end", end_sentence).by_place().changed_by("quota.ended"),
        field<&Quota::source>("source", source_sentence).refers_to(Target::source),
        field<&Quota::note>("note", note_sentence),
    };
    return described<Quota>({.name = "quota",
                             .type = "Quota",
                             .sentence = "How often something must have happened in a period.",
                             .target = Target::quota,
                             .fields = fields,
                             .list = list<&ProgrammeParts::quotas>});
}

template <>
const RecordDescription& description_of<ProgrammeParts>() {
    static constexpr std::array fields{
        field<&ProgrammeParts::id>("id", "Names the programme.").id(),
        field<&ProgrammeParts::title>("title", "The name of the programme.").needed(),
        field<&ProgrammeParts::illustrative>(
            "illustrative", "Whether it is made up, to show what a programme can hold.")
            .usual()
            .founding(),
        field<&ProgrammeParts::recorded>("recorded", "When it was last recorded, in UTC.")
            .founding(),
        field<&ProgrammeParts::institution>("institution", "Whose programme it is.")
            .changed_by("institution.changed, head.changed"),
        field<&ProgrammeParts::sources>("sources", "The documents that stand behind its facts.")
            .changed_by("source.added"),
        field<&ProgrammeParts::goals>("goals", "Its aim, in words."),
        field<&ProgrammeParts::year_goals>("year_goals", "Its aims in single years.")
            .changed_by("goal.set"),
        field<&ProgrammeParts::prompted_by>("prompted_by",
                                            "The occasion that set the programme off."),
        field<&ProgrammeParts::observances>("observances", "The weeks and days that recur.")
            .changed_by("observance.added"),
        field<&ProgrammeParts::activities>("activities", "The activities on them, and besides.")
            .changed_by("activity.added"),
        field<&ProgrammeParts::councils>("councils", "The standing bodies.")
            .changed_by("council.established"),
        field<&ProgrammeParts::quotas>("quotas", "How often something must have happened.")
            .changed_by("quota.set"),
        field<&ProgrammeParts::banding>("banding", "The parting of the units into bands.")
            .changed_by("banding.added, banding.changed, bands.parted"),
        field<&ProgrammeParts::risk_areas>("risk_areas", "The corruption-prone areas of work.")
            .changed_by("area.named"),
        field<&ProgrammeParts::tasks>("tasks", "The work to be done.").changed_by("task.proposed"),
        field<&ProgrammeParts::occasions>("occasions",
                                          "Events that happened, or are to happen, once.")
            .changed_by("occasion.added"),
        field<&ProgrammeParts::duties>("duties", "The statutory duties of education.")
            .changed_by("duty.added"),
        field<&ProgrammeParts::officials>("officials", "The officials who owe education.")
            .changed_by("official.listed"),
        field<&ProgrammeParts::attendances>("attendances", "The attendance of sessions.")
            .changed_by("education.attended"),
        field<&ProgrammeParts::obligations>("obligations", "The duties with a deadline.")
            .changed_by("obligation.added"),
        field<&ProgrammeParts::matters>("matters",
                                        "What came to the office and has a deadline of its own.")
            .changed_by("matter.added"),
        field<&ProgrammeParts::fulfilments>("fulfilments",
                                            "What was done or waived of the obligations.")
            .changed_by("obligation.done, obligation.waived"),
        field<&ProgrammeParts::indicators>(
            "indicators", "The indicators of which the assessments of the years ask evidence.")
            .changed_by("indicator.added"),
        field<&ProgrammeParts::assessments>("assessments", "How others judged the institution.")
            .changed_by("assessment.entered"),
        field<&ProgrammeParts::declared>("declared", "The counts that the institution announced.")
            .changed_by("count.declared"),
        field<&ProgrammeParts::not_published>("not_published",
                                              "The questions that the sources leave open."),
        field<&ProgrammeParts::notes>("notes", "Anything else that is to be said of it."),
        field<&ProgrammeParts::rules>("rules",
                                      "The version of the rules under which it was set up.")
            .unwritten()
            .founding(),
    };
    return described<ProgrammeParts>({.name = "programme",
                                      .type = "ProgrammeParts",
                                      .sentence = "An institution's integrity programme.",
                                      .fields = fields});
}

}  // namespace probity::detail
