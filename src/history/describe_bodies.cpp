// The bodies of events that are no records.
#include "history/body.hpp"
#include "records/describe.hpp"

namespace probity::detail {
namespace {

constexpr int most_votes = 10'000;

}  // namespace

template <>
const RecordDescription& description_of<UnitAdded>() {
    static constexpr std::array fields{
        field<&UnitAdded::unit>("unit", "The unit."),
        field<&UnitAdded::band>("band",
                                "The band that it joins; empty if the institution has no bands.")
            .refers_to(Target::band),
    };
    return described<UnitAdded>(
        {.name = "unit_added",
         .type = "UnitAdded",
         .sentence = "Body of unit.added: the unit, and the band that it joins.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<UnitMoved>() {
    static constexpr std::array fields{
        field<&UnitMoved::band>("band", "The band to which it moves.").refers_to(Target::band),
    };
    return described<UnitMoved>({.name = "unit_moved",
                                 .type = "UnitMoved",
                                 .sentence = "Body of unit.moved: the band to which it moves.",
                                 .fields = fields});
}

template <>
const RecordDescription& description_of<UnitClosed>() {
    static constexpr std::array fields{
        field<&UnitClosed::to>("to", "Its id; empty if nothing was left to take over.")
            .refers_to(Target::unit),
    };
    return described<UnitClosed>(
        {.name = "unit_closed",
         .type = "UnitClosed",
         .sentence = "Body of unit.closed: the unit that takes over what it owned.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<BandsParted>() {
    static constexpr std::array fields{
        field<&BandsParted::bands>("bands", "All bands, anew."),
    };
    return described<BandsParted>({.name = "bands_parted",
                                   .type = "BandsParted",
                                   .sentence = "Body of bands.parted: all bands, anew.",
                                   .fields = fields});
}

template <>
const RecordDescription& description_of<MemberLeft>() {
    static constexpr std::array fields{
        field<&MemberLeft::seat>("seat", "The seat that leaves the council.")
            .refers_to(Target::seat),
    };
    return described<MemberLeft>({.name = "member_left",
                                  .type = "MemberLeft",
                                  .sentence = "Body of council.member_left: the seat.",
                                  .fields = fields});
}

template <>
const RecordDescription& description_of<MeetingMoved>() {
    static constexpr std::array fields{
        field<&MeetingMoved::date>("date", "Its new day; absent if it is not set yet.").nullable(),
        field<&MeetingMoved::begins>("begins", "When it begins; absent if it keeps its hours."),
        field<&MeetingMoved::ends>("ends", "When it ends; absent if it keeps its hours."),
    };
    return described<MeetingMoved>({.name = "meeting_moved",
                                    .type = "MeetingMoved",
                                    .sentence = "Body of meeting.postponed: the new date.",
                                    .fields = fields});
}

template <>
const RecordDescription& description_of<MeetingHeld>() {
    static constexpr std::array fields{
        field<&MeetingHeld::date>("date", "Its day; absent if it is not known.").nullable(),
        field<&MeetingHeld::earliest>(
            "earliest", "If its day is not known: the first day that it can have been."),
        field<&MeetingHeld::before>(
            "before", "If its day is not known: the first day after those that it can have been."),
        field<&MeetingHeld::present>("present", "The seats present; none if they are not recorded.")
            .refers_to(Target::seat),
    };
    return described<MeetingHeld>({.name = "meeting_held",
                                   .type = "MeetingHeld",
                                   .sentence = "Body of meeting.held: how it was held.",
                                   .fields = fields});
}

template <>
const RecordDescription& description_of<EvidenceGiven>() {
    static constexpr std::array fields{
        field<&EvidenceGiven::evidence>("evidence", "The files."),
    };
    return described<EvidenceGiven>(
        {.name = "evidence_given",
         .type = "EvidenceGiven",
         .sentence = "Body of meeting.minuted and task.submitted: what was handed in.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<ItemDecided>() {
    static constexpr std::array fields{
        field<&ItemDecided::item>("item", "The id of the item.").word(),
        field<&ItemDecided::outcome>("outcome", "Its outcome."),
        field<&ItemDecided::in_favour>("in_favour",
                                       "The votes in favour; absent if none were counted.")
            .between(0, most_votes),
        field<&ItemDecided::against>("against", "The votes against; absent if none were counted.")
            .between(0, most_votes),
        field<&ItemDecided::abstained>("abstained", "The abstentions; absent if none were counted.")
            .between(0, most_votes),
    };
    return described<ItemDecided>({.name = "item_decided",
                                   .type = "ItemDecided",
                                   .sentence = "Body of item.decided: the outcome, with the votes.",
                                   .fields = fields});
}

template <>
const RecordDescription& description_of<TaskSuperseded>() {
    static constexpr std::array fields{
        field<&TaskSuperseded::by>("by", "The task that takes its place.").refers_to(Target::task),
    };
    return described<TaskSuperseded>(
        {.name = "task_superseded",
         .type = "TaskSuperseded",
         .sentence = "Body of task.superseded: the task that takes its place.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<TaskAssigned>() {
    static constexpr std::array fields{
        field<&TaskAssigned::owner>("owner", "The unit that owns it from now on.")
            .refers_to(Target::unit),
        field<&TaskAssigned::band>("band", "The band that works on it; empty if none does.")
            .refers_to(Target::band),
    };
    return described<TaskAssigned>({.name = "task_assigned",
                                    .type = "TaskAssigned",
                                    .sentence = "Body of task.assigned: the unit, and its band.",
                                    .fields = fields});
}

template <>
const RecordDescription& description_of<TaskRescheduled>() {
    static constexpr std::array fields{
        field<&TaskRescheduled::due>(
            "due", "The day by which it is to be done from now on; absent if it has none.")
            .nullable(),
    };
    return described<TaskRescheduled>({.name = "task_rescheduled",
                                       .type = "TaskRescheduled",
                                       .sentence = "Body of task.rescheduled: the new due date.",
                                       .fields = fields});
}

template <>
const RecordDescription& description_of<TaskWeighted>() {
    static constexpr std::array fields{
        field<&TaskWeighted::weight>("weight",
                                     "Its weight in the progress of a group from now on, from 1.")
            .between(1, 1'000'000),
    };
    return described<TaskWeighted>({.name = "task_weighted",
                                    .type = "TaskWeighted",
                                    .sentence = "Body of task.weighted: the new weight.",
                                    .fields = fields});
}

template <>
const RecordDescription& description_of<TaskLinked>() {
    static constexpr std::array fields{
        field<&TaskLinked::depends_on>("depends_on",
                                       "The tasks that have to be done before it from now on.")
            .refers_to(Target::task),
        field<&TaskLinked::indicators>("indicators", "The indicators that it serves from now on.")
            .refers_to(Target::indicator),
    };
    return described<TaskLinked>(
        {.name = "task_linked",
         .type = "TaskLinked",
         .sentence = "Body of task.linked: what it depends on, and the indicators it serves.",
         .fields = fields});
}

template <>
const RecordDescription& description_of<TaskDirected>() {
    static constexpr std::array fields{
        field<&TaskDirected::risk_area>("risk_area", "The risk area; empty for none.")
            .refers_to(Target::risk_area),
    };
    return described<TaskDirected>({.name = "task_directed",
                                    .type = "TaskDirected",
                                    .sentence = "Body of task.directed: the risk area.",
                                    .fields = fields});
}

template <>
const RecordDescription& description_of<AreaAssigned>() {
    static constexpr std::array fields{
        field<&AreaAssigned::owners>("owners", "The units that own it from now on.")
            .refers_to(Target::unit),
    };
    return described<AreaAssigned>({.name = "area_assigned",
                                    .type = "AreaAssigned",
                                    .sentence = "Body of area.assigned: the units that own it.",
                                    .fields = fields});
}

}  // namespace probity::detail
