// Obligations, the matters from which deadlines run, and what was done.
#include "records/describe.hpp"

namespace probity::detail {
namespace {

/// To what the record is that an obligation follows.
Target followed_by(const void* obligation) {
    switch (static_cast<const Obligation*>(obligation)->follows) {
        case ObligationFollows::task:
            return Target::task;
        case ObligationFollows::obligation:
            return Target::obligation;
        default:
            return Target::council;
    }
}

}  // namespace

template <>
const RecordDescription& description_of<Obligation>() {
    static constexpr std::array fields{
        field<&Obligation::id>("id", "Names the obligation; unique among the obligations.").id(),
        field<&Obligation::title>("title", "What is owed.").by_place().needed(),
        field<&Obligation::per>("per",
                                "Who owes it: the institution once, or each unit or official.")
            .usual()
            .founding(),
        field<&Obligation::audience>("audience", "Which of the officials owe it.")
            .usual()
            .founding(),
        field<&Obligation::follows>("follows", "From what its deadline runs.").usual().founding(),
        field<&Obligation::rule>(
            "rule", "The days from which it runs, or by which it is due if nothing is within.")
            .founding(),
        field<&Obligation::of>("of", "The council, task or obligation that it follows.")
            .refers_by(&followed_by)
            .founding(),
        field<&Obligation::matter_kind>("matter_kind", "The kind of the matters that it follows.")
            .founding(),
        field<&Obligation::within>(
            "within",
            "The number of its period; 0 if the day itself is the deadline. Before "
            "Seollal and Chuseok so many days before.")
            .between(0, 3660)
            .usual()
            .founding(),
        field<&Obligation::unit>("unit", "In what the period is counted.").usual().founding(),
        field<&Obligation::counting>("counting", "The act by which the period is counted.")
            .usual()
            .founding(),
        field<&Obligation::put_off>(
            "put_off",
            "Whether a day of the rule that is a Saturday or a public holiday is put "
            "off; not what has to be done within a year.")
            .usual()
            .founding(),
        field<&Obligation::lead_days>(
            "lead_days", "The days before the deadline from which on it is brought to mind.")
            .between(0, 366)
            .usual(),
        field<&Obligation::owner>("owner", "The unit that sees to it; empty if none is named.")
            .refers_to(Target::unit),
        field<&Obligation::lead>("lead", "The seat that leads; empty if none is named.")
            .refers_to(Target::seat),
        field<&Obligation::support>("support", "The units that support it.")
            .refers_to(Target::unit),
        field<&Obligation::proof>("proof", "What proves that it was done."),
        field<&Obligation::basis>("basis", "The article on which it rests."),
        field<&Obligation::act>("act", "The number of the text that was read."),
        field<&Obligation::act_date>("act_date", "The day of that text."),
        field<&Obligation::optional>("optional", "Whether the law leaves it to the institution.")
            .usual(),
        field<&Obligation::begin>("begin", begin_sentence).founding(),
        field<&Obligation::end>("end", end_sentence).changed_by("obligation.ended"),
        field<&Obligation::note>("note", note_sentence),
        field<&Obligation::source>("source", source_sentence).refers_to(Target::source),
    };
    return described<Obligation>({.name = "obligation",
                                  .type = "Obligation",
                                  .sentence = "A duty with a deadline, which recurs by a rule or "
                                              "follows from something that happened.",
                                  .target = Target::obligation,
                                  .fields = fields,
                                  .list = list<&ProgrammeParts::obligations>});
}

template <>
const RecordDescription& description_of<Matter>() {
    static constexpr std::array fields{
        field<&Matter::id>("id", "Names the matter; unique among the matters.").id(),
        field<&Matter::kind>("kind", "The word by which obligations name its kind.")
            .word()
            .by_place(),
        field<&Matter::known>("known", "The day on which it was received, known or took place.")
            .by_place(),
        field<&Matter::seat>("seat", "The seat concerned; empty if none is named.")
            .refers_to(Target::seat),
        field<&Matter::unit>("unit", "The unit concerned; empty if none is named.")
            .refers_to(Target::unit),
    };
    return described<Matter>({.name = "matter",
                              .type = "Matter",
                              .sentence = "Something that came to the office and from which a "
                                          "deadline runs, without names or content.",
                              .target = Target::matter,
                              .fields = fields,
                              .list = list<&ProgrammeParts::matters>});
}

template <>
const RecordDescription& description_of<Fulfilment>() {
    static constexpr std::array fields{
        field<&Fulfilment::obligation>("obligation", "The obligation.")
            .by_place()
            .refers_to(Target::obligation)
            .expected(),
        field<&Fulfilment::period>("period", "The period of the instance.").word().by_place(),
        field<&Fulfilment::unit>("unit", "The unit that owed it; empty if none did.")
            .refers_to(Target::unit),
        field<&Fulfilment::official>("official", "The official who owed it; empty if none did.")
            .refers_to(Target::official),
        field<&Fulfilment::outcome>("outcome", "Whether it was done or waived.").usual(),
        field<&Fulfilment::on>("on", "The day on which it was done or waived.").by_place(),
        field<&Fulfilment::evidence>("evidence", "The files that prove it."),
        field<&Fulfilment::reason>("reason", "Why it was waived; a remark on what was done."),
    };
    return described<Fulfilment>({.name = "fulfilment",
                                  .type = "Fulfilment",
                                  .sentence = "That one instance of an obligation was done, or "
                                              "waived.",
                                  .fields = fields,
                                  .list = list<&ProgrammeParts::fulfilments>});
}

}  // namespace probity::detail
